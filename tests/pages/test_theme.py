"""The theme: what every template keeps to, whatever the page."""

from __future__ import annotations

import gzip
import hashlib
import re
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path

import pytest

from backstory.outputs.copied_files import asset_routes
from backstory.pages.core.site import Options
from backstory.pipeline.plan_stage import plan as planned
from backstory.publishing.templates import Renderer
from backstory.records.plan import Page
from backstory.values.keys import Kind
from tests.pages import given
from tests.pages.given import CONFLICT, actor, article, backing, entity, knowledge, source, term

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "templates"
ASSETS = ROOT / "assets"


class Seen(HTMLParser):
    """The ids, attributes, links and scripts of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.attributes: set[str] = set()
        self.anchors: set[str] = set()
        self.inline = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.attributes |= set(found)
        self.ids += [found["id"] or ""] if "id" in found else []
        href = found.get("href") or ""
        self.anchors |= {href[1:]} if href.startswith("#") else set()
        data = found.get("type") == "application/ld+json"
        self.inline += tag == "style" or (tag == "script" and "src" not in found and not data)


def places() -> Mapping[str, tuple[str, str]]:
    found = {}
    for path in sorted(TEMPLATES.rglob("*.html")):
        name = path.relative_to(TEMPLATES).as_posix()
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        found[name] = found[f"theme/{name}"] = (str(path), digest)
    return found


@pytest.fixture(scope="module")
def rendered() -> dict[str, str]:
    """The home page and an article with everything on it, in two languages."""
    jets = entity(
        Kind.CLAIM,
        "jets",
        question={"en": "Whose jets?", "ar": "لمن الطائرات؟"},
        date="2020-05-26",
        positions=[
            {"by": "russia", "stance": "asserts", "date": "2020-05-27", "source": "x", "value": "14"},
            {
                "by": {"name": "A Deputy", "role": "deputy", "of": "russia"},
                "stance": "denies",
                "date": "2020-05-28",
                "quote": {"text": "ليس كذلك", "lang": "ar"},
            },
            {"by": "lna", "stance": "no-response", "asked": {"by": "Reuters", "date": "2020-06"}},
            {"by": "lna", "stance": "denies", "date": "2020-01"},
        ],
    )
    tie = backing(
        {"actor": "russia", "support": ["weapons"], "sources": ["x"], "observed": ["2020-05"]},
    )
    texts = {
        "body": "## What happened\n\n[[lna]] & [[pmc]] <b> [@x, p. 2].\n\n![[backers]]",
        "body@ar": "نص [[russia]]",
    }
    explainer = entity(
        Kind.ARTICLE,
        "a",
        texts,
        title={"en": "A & B", "ar": "عنوان"},
        date="2020-05-29",
        conflict="war",
        claims=["jets"],
        events=["landing"],
        tags=["air <power>"],
        corrections=[{"date": "2020-06-01", "was": "12", "now": "14", "why": "The figure was wrong."}],
    )
    known = knowledge(
        explainer,
        article("later", "x", conflict="war", date="2020-06-29"),
        CONFLICT,
        jets,
        actor("lna", "Libyan National Army", "armed-group"),
        actor("russia", {"en": "Russia", "ar": "روسيا"}, "state"),
        term("pmc", "PMC"),
        source("x", url="https://example.org/x", publisher="A paper", kind="news", access="leaked"),
        entity(Kind.EVENT, "landing", title="A landing", date="2020-05", claim="jets", sources=["x"]),
        backings=[tie],
        languages=["en", "ar"],
        description="What this is.",
        repository="https://github.com/desk/site",
    )
    names = ("site.css", "site.js", "icon.svg")
    snapshot = given.snapshot(assets=names)
    options = Options(base="https://example.org/", assets=asset_routes(snapshot))
    plan, clashes = planned(known, given.links(known), snapshot, options)
    assert [each.code for each in clashes] == []
    renderer = Renderer(places())
    wanted = ("", "ar/", "articles/a/", "ar/articles/a/", "articles/later/")
    pages_made = (each for draft in plan.drafts if set(draft.routes) & set(wanted) for each in draft.compose())
    return {
        each.route: renderer.render(each.template, each.view).decode() for each in pages_made if isinstance(each, Page)
    }


def test_every_page_renders_in_both_languages(rendered: dict[str, str]) -> None:
    assert sorted(rendered) == ["", "ar/", "ar/articles/a/", "articles/a/", "articles/later/"]
    assert '<html lang="ar" dir="rtl">' in rendered["ar/articles/a/"]


def test_ids_of_the_layout_begin_with_an_underscore_and_stand_once(rendered: dict[str, str]) -> None:
    for page in rendered.values():
        seen = Seen()
        seen.feed(page)
        assert [each for each in seen.ids if not each.startswith("_")] == []
        assert len(seen.ids) == len(set(seen.ids))
        assert seen.anchors - set(seen.ids) <= {"what-happened"}


def test_nothing_is_inline_and_nothing_comes_from_outside(rendered: dict[str, str]) -> None:
    for page in rendered.values():
        seen = Seen()
        seen.feed(page)
        assert seen.inline == 0
        assert "style" not in seen.attributes
        assert {each for each in seen.attributes if each.startswith("on")} == set()
        assert re.findall(r'(?:src|srcset)="(?:https?:)?//', page) == []
        assert "default-src 'none'" in page


def test_what_authors_write_is_text(rendered: dict[str, str]) -> None:
    page = rendered["articles/a/"]
    assert "<title>A &amp; B · A site</title>" in page
    assert "air &lt;power&gt;" in page
    assert "&lt;b&gt;" in page


def test_no_stance_is_marked_as_right_or_wrong(rendered: dict[str, str]) -> None:
    assert {each for page in rendered.values() for each in "✓✔✕✗✘" if each in page} == set()
    sheet = (ASSETS / "site.css").read_text(encoding="utf-8")
    assert re.findall(r"\.stance[^{]*\{[^}]*[{;]\s*color:\s*(?!var\(--(?:soft|ink)\))", sheet) == []


def test_sheet_and_script_keep_their_budgets() -> None:
    sheets = sum(len(gzip.compress(each.read_bytes(), 9)) for each in ASSETS.glob("*.css"))
    scripts = sum(len(gzip.compress(each.read_bytes(), 9)) for each in ASSETS.glob("*.js"))
    assert sheets <= 10 * 1024
    assert scripts <= 6 * 1024


def test_the_theme_s_templates_print_loop_and_choose_and_nothing_else() -> None:
    for path in TEMPLATES.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert "|safe" not in text.replace(" ", ""), path
        assert " with context" not in text, path
        assert re.findall(r"\{\{[^}]*[^\"'] [-+*/] [^}]*\}\}", text) == [], path
