"""What the documentation says is true: its examples build, its tables are whole, its links lead somewhere."""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path
from typing import Any

import pytest

from backstory import authoring
from backstory.authoring import skeletons
from backstory.cli.arguments import VERBS, _parser
from backstory.diagnostics import Severity, formatting
from backstory.language import dates, wording
from backstory.schema import base, kind_fields, nested_fields, position, site_settings
from backstory.schema.translation import TranslationFields
from backstory.values import vocabulary
from backstory.values.keys import KIND_OF_PREFIX, Kind
from tests.cli.test_command import run
from tests.scenario import TODAY, Site
from tests.scenario import site as made_site

CLONE = Path(__file__).parent.parent
DOCS = CLONE / "docs"
WRITTEN = [*CLONE.glob("*.md"), *DOCS.rglob("*.md")]
# errors.md is made from the codes, whose bad examples lead nowhere on purpose.
PAGES = sorted(page for page in WRITTEN if page.name != "errors.md")
WRITING = (DOCS / "writing.md").read_text(encoding="utf-8")
STANCES = (DOCS / "stances.md").read_text(encoding="utf-8")
COMMANDS = (DOCS / "commands.md").read_text(encoding="utf-8")
README = (CLONE / "README.md").read_text(encoding="utf-8")

# A file of an example: its path alone on a line, and below it what it holds.
FILE = re.compile(r"^`([\w./-]+)`\n\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FENCED = re.compile(r"^(```|~~~).*?^\1$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`([^`]+)`")
SHAPES: dict[str, type[base.Shape]] = {
    "every kind": base.Common,
    "an article": kind_fields.ArticleFields,
    "the brief": nested_fields.Brief,
    "the labels of a brief": nested_fields.BriefLabels,
    "an actor": kind_fields.ActorFields,
    "an alias": nested_fields.Alias,
    "a tie": position.Relation,
    "a conflict": kind_fields.ConflictFields,
    "a side": kind_fields.Side,
    "a party": kind_fields.Party,
    "a claim": kind_fields.ClaimFields,
    "about": kind_fields.About,
    "an event": kind_fields.EventFields,
    "a place": kind_fields.PlaceFields,
    "a term": kind_fields.TermFields,
    "a source": kind_fields.SourceFields,
    "an affiliation": kind_fields.Affiliation,
    "a page": kind_fields.PageFields,
    "a backing record": position.BackingFields,
    "a support": position.SupportGiven,
    "a mention of a source": base.SourceUse,
    "a position": position.Position,
    "a named speaker": position.NamedSpeaker,
    "an unnamed speaker": position.UnnamedSpeaker,
    "a value": position.Figure,
    "a quote": position.Quote,
    "asked": position.Asked,
    "a translation": TranslationFields,
    "a correction": base.Correction,
    "the site": site_settings.SiteFields,
}
# Forms that authors never meet as tables of keys of their own.
UNSEEN = {base.Placed, position.KnownSpeaker, position.ListedBacking}


def files(text: str) -> str:
    """The files of a page's example site, as a scenario."""
    return "\n".join(f"-- {path} --\n{body}" for path, body in FILE.findall(text))


def rows(text: str, *header: str) -> list[list[str]]:
    """The cells of the table whose header begins with these cells."""
    lines = text.splitlines()
    begin = next(at for at, line in enumerate(lines) if line.startswith("| " + " | ".join(header) + " |"))
    table = takewhile(lambda line: line.startswith("|"), lines[begin + 2 :])
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in table]


def keys(noun: str) -> dict[str, bool]:
    """The documented keys, and whether each is said to be required."""
    return {CODE.findall(key)[0]: key.startswith("**") for key, *_ in rows(WRITING, f"Key of {noun}", "What it holds")}


def shapes() -> Iterator[type[base.Shape]]:
    waiting: list[type[base.Shape]] = [base.Shape]
    while waiting:
        for each in waiting.pop().__subclasses__():
            waiting.append(each)
            if each.__module__.startswith("backstory.schema.") and not issubclass(each, TranslationFields):
                yield each


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(CLONE)))
def test_links_between_documents_lead_somewhere(page: Path) -> None:
    text = re.sub(r"`[^`\n]*`", "", FENCED.sub("", page.read_text(encoding="utf-8")))
    for target in re.findall(r"\]\(([^)\s]+)\)", text) + re.findall(r'(?:src|srcset|href)="([^"]+)"', text):
        if re.match(r"https?:|mailto:", target):
            continue
        path, _, anchor = target.partition("#")
        place = (page.parent / path).resolve() if path else page
        assert place.exists(), target
        assert place.is_relative_to(CLONE), target
        if anchor:
            assert anchor in anchors(place), target


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as GitHub makes them."""
    text = FENCED.sub("", page.read_text(encoding="utf-8"))
    titles = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).strip().replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(CLONE)))
def test_no_document_names_a_place_outside_the_repository(page: Path) -> None:
    assert re.findall(r"\.\./shared|(?<![\w.])/(?:home|root|tmp|work|Users)/", page.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("name", ["writing.md", "stances.md", "theming.md"])
def test_the_example_site_of_a_page_builds_without_warnings(name: str, tmp_path: Path) -> None:
    given = files((DOCS / name).read_text(encoding="utf-8"))
    outcome = made_site(tmp_path, given).build()
    grave = [each for each in outcome.diagnostics if each.severity is not Severity.NOTE]
    assert [(each.code, each.span, each.message) for each in grave] == []
    assert outcome.published


def test_the_template_in_the_documentation_adds_its_line(tmp_path: Path) -> None:
    own = made_site(tmp_path, files((DOCS / "theming.md").read_text(encoding="utf-8")))
    own.build()
    assert '<p class="k">This page is kept by The Ferry desk.</p>' in own.page("about/")


def test_every_token_and_block_of_the_theme_is_documented() -> None:
    theming = (DOCS / "theming.md").read_text(encoding="utf-8")
    style = (CLONE / "assets/site.css").read_text(encoding="utf-8").partition("}")[0]
    told = {
        name for token in rows(theming, "Token", "What it colours or sets") for name in CODE.findall("".join(token))
    }
    steps = {name for name in re.findall(r"(--[\w-]+):", style) if name.startswith("--step")}
    assert told | steps == set(re.findall(r"(--[\w-]+):", style))
    blocks = re.findall(r"{% block (\w+) %}", (CLONE / "templates/base.html").read_text(encoding="utf-8"))
    assert sorted(CODE.findall(block)[0] for block, _ in rows(theming, "Block", "Where it stands")) == sorted(blocks)


def test_every_form_an_author_writes_has_a_table() -> None:
    assert set(shapes()) == {*SHAPES.values(), *UNSEEN} - {TranslationFields}


@pytest.mark.parametrize("noun", SHAPES)
def test_every_key_is_documented_and_none_that_does_not_exist(noun: str) -> None:
    shape = SHAPES[noun]
    common = base.Common.model_fields if issubclass(shape, base.Common) and shape is not base.Common else {}
    there = {
        info.alias or name: info.is_required()
        for name, info in shape.model_fields.items()
        if name not in common and name != "span"
    }
    assert keys(noun) == there


def test_every_kind_has_its_folder_and_its_prefix() -> None:
    table = rows(WRITING, "Folder", "What is in it")
    assert {CODE.findall(folder)[0] for folder, *_ in table} == {f"content/{kind}/" for kind in Kind}
    assert {CODE.findall(link)[0] for *_, link in table} == {f"[[{prefix}:ID]]" for prefix in KIND_OF_PREFIX}


@pytest.mark.parametrize("when", rows(WRITING, "You write", "The page says"), ids=lambda row: row[0])
def test_a_date_prints_as_documented(when: list[str]) -> None:
    written, words = CODE.findall(when[0])[0].strip('"'), when[1]
    assert wording.date(dates.parse(written), "en") == words


@pytest.mark.parametrize("row", rows(WRITING, "`from`", "`to`"), ids=lambda row: row[-1])
def test_a_period_prints_as_documented(row: list[str]) -> None:
    from_, to, observed, as_of = ([dates.parse(each) for each in CODE.findall(cell)] for cell in row[:4])
    one = (from_[0] if from_ else None, to[0] if to else None)
    assert wording.period(*one, observed, as_of[0] if as_of else None, "en") == row[4]


def test_every_kind_of_support_has_its_letter_and_its_words() -> None:
    table = {CODE.findall(slug)[0]: (letter, words) for slug, letter, words in rows(WRITING, "`support`", "UCDP")}
    assert table == {each.value: (each.letter, wording.phrase(f"support.{each}", "en")) for each in vocabulary.Support}


@pytest.mark.parametrize(
    ("lead", "words"),
    [
        ("`type` is one of", vocabulary.ActorType),
        ("`kind` is one of", vocabulary.SourceKind),
    ],
)
def test_every_word_of_a_vocabulary_is_listed(lead: str, words: type[vocabulary.ActorType]) -> None:
    told = next(part for part in WRITING.split("\n\n") if part.startswith(lead)).partition(".\n")[0]
    assert CODE.findall(told.split(". The neutral")[0])[1:] == [each.value for each in words]


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("| `as` |", vocabulary.AliasUse),
        ("| `precision` |", vocabulary.Precision),
        ("| `access` |", vocabulary.Access),
    ],
)
def test_every_word_of_a_small_vocabulary_stands_beside_its_key(key: str, words: type[vocabulary.Access]) -> None:
    line = next(line for line in WRITING.splitlines() if line.startswith(key))
    assert set(CODE.findall(line)[1:]) == {each.value for each in words}


def test_every_stance_is_defined_in_one_sentence_with_an_example_and_its_words() -> None:
    table = rows(STANCES, "`stance`", "What it means")
    assert {CODE.findall(stance)[0]: says for stance, _, _, says in table} == {
        each.value: wording.phrase(f"stance.{each}", "en") for each in vocabulary.Stance
    }
    assert all(meaning.count(".") == 1 and example for _, meaning, example, _ in table)


def test_the_example_of_the_stances_holds_every_one() -> None:
    assert set(re.findall(r"\bstance: ([\w-]+)", STANCES)) == set(vocabulary.Stance)


def test_every_status_basis_and_response_is_told_in_the_words_of_the_page() -> None:
    statuses = [wording.phrase(f"claim-status.{each}", "en") for each in vocabulary.Status]
    assert sorted(status for status, _ in rows(STANCES, "Status", "When it holds")) == sorted(statuses)
    many = wording.plural("basis.separate", 2, "en", names="…").replace("2", "N")
    named = {"names": "…", "source": "…"}
    bases = [
        many if each == "separate" else wording.phrase(f"basis.{each}", "en", **named) for each in vocabulary.Basis
    ]
    assert [basis for basis, *_ in rows(STANCES, "Basis", "When it holds")] == bases
    answers = [wording.phrase(f"response.{each}", "en", names="…") for each in vocabulary.Response]
    assert [answer for answer, _ in rows(STANCES, "Response", "When it holds")] == answers


def verbs() -> dict[str, set[str]]:
    """The verbs of the command with the flags of each."""
    (choices,) = (action for action in _parser("backstory")._actions if isinstance(action, argparse._SubParsersAction))
    return {
        verb: {option for action in parser._actions for option in action.option_strings} - {"-h", "--help"}
        for verb, parser in choices.choices.items()
    }


def test_every_verb_and_flag_is_documented_and_none_that_does_not_exist() -> None:
    told: dict[str, set[str]] = {verb: set() for verb in VERBS}
    for section in re.split(r"^## ", COMMANDS, flags=re.MULTILINE)[1:]:
        title, _, text = section.partition("\n")
        flags = set(re.findall(r"^\| `(--[a-z-]+)", text, re.MULTILINE))
        for verb in VERBS:
            if verb in re.findall(r"\w+", title):
                told[verb] |= flags
    assert told == verbs()
    assert [CODE.findall(verb)[0] for verb, _ in rows(COMMANDS, "Verb", "What it does")] == list(VERBS)


def test_every_verb_named_in_a_command_exists() -> None:
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        named = re.findall(r"(?:python3 build\.py|py build\.py|^backstory|`backstory) ([a-z]+)", text, re.MULTILINE)
        assert set(named) <= set(VERBS), page.name


@pytest.fixture
def own_explainer(tmp_path: Path) -> Site:
    """The new site of the README with the files its reader adds."""
    authoring.init(tmp_path / "ferry", "backstory", authoring.Origin(""))
    return made_site(tmp_path / "ferry", "-- site.yaml --\ntitle: Ferry\n" + files(README))


def test_the_explainer_of_the_readme_builds(own_explainer: Site) -> None:
    outcome = own_explainer.build()
    assert [each.message for each in outcome.diagnostics if each.severity is not Severity.NOTE] == []
    assert own_explainer.has("articles/who-rows-the-ferry/")


def test_the_error_in_the_readme_is_what_the_command_says(own_explainer: Site) -> None:
    article = own_explainer.folder / "content/articles/who-rows-the-ferry.md"
    text = article.read_text(encoding="utf-8")
    article.write_text(text.replace("  bridge-league:\n", "  ferry-guild:\n"), encoding="utf-8")
    outcome = own_explainer.build()
    errors = [each for each in outcome.diagnostics if each.severity is Severity.ERROR]
    told = formatting.text(errors, outcome.lines, formatting.TextStyle(command="python3 build.py"))
    assert re.findall(r"```text\n(content/.*?)```", README, re.DOTALL) == [told.rstrip("\n") + "\n"]


def test_a_new_file_of_each_kind_holds_only_documented_keys() -> None:
    for kind in Kind:
        text = skeletons.skeleton(kind, "x", TODAY)
        front = text.split("---")[1]
        noun = next(noun for noun, shape in SHAPES.items() if shape is kind_fields.FIELDS[kind])
        used = set(re.findall(r"^(?:# )?([a-z_]+):", front, re.MULTILINE))
        assert used <= {*keys(noun), *keys("every kind")}, kind


def test_the_pictures_of_the_documentation_are_small() -> None:
    sizes: dict[str, Any] = {path.name: path.stat().st_size for path in (DOCS / "images").glob("*.png")}
    assert sizes
    assert all(size <= 200_000 for size in sizes.values()), sizes


def test_a_week_at_the_desk_can_be_lived(tmp_path: Path) -> None:
    """Every command of the page, in its order, on a copy of the sample."""
    for path in ("content", "templates", "assets"):
        shutil.copytree(CLONE / path, tmp_path / path)
    shutil.copy(CLONE / "site.yaml", tmp_path)
    settings = ("-c", "user.email=a@example.org", "-c", "user.name=A")
    for words in (("init", "-q"), ("add", "."), ("commit", "-q", "-m", "Sunday")):
        subprocess.run(["git", "-C", tmp_path, *settings, *words], check=True)
    blocks = re.findall(r"```\n((?:python3 build\.py .*\n)+)```", (DOCS / "desk.md").read_text(encoding="utf-8"))
    commands = [line.removeprefix("python3 build.py ").split() for block in blocks for line in block.splitlines()]
    assert {words[0] for words in commands} >= {
        "new",
        "check",
        "rename",
        "merge",
        "retire",
        "changes",
        "doctor",
        "build",
    }
    for words in commands:
        ran = run(*words, cwd=tmp_path)
        assert ran.returncode == 0, (words, ran.stdout[-2000:], ran.stderr)
