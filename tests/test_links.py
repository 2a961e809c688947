"""The sample site holds together: every link, anchor and asset is there, wherever the site is put."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import html5lib
import pytest

from tests.published import HOME, Published, publish

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LOADED = {"img": "src", "script": "src", "source": "src", "iframe": "src", "use": "href"}
LOADED_LINKS = ("stylesheet", "icon", "preload", "modulepreload", "manifest")


@dataclass
class Seen(HTMLParser):
    """What a page points to, what it loads, and the ids it has."""

    links: list[str] = field(default_factory=list)
    loaded: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    inline: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.ids += [found["id"]] if "id" in found else []
        self.links += [found[name] for name in ("href", "src") if name in found]
        if tag == "meta" and found.get("http-equiv", "").lower() == "refresh":
            self.links.append(found["content"].partition("url=")[2])
        if tag in LOADED and LOADED[tag] in found:
            self.loaded.append(found[LOADED[tag]])
        if tag == "link" and found.get("rel") in LOADED_LINKS:
            self.loaded.append(found["href"])
        if tag == "style" or (tag == "script" and "src" not in found and found.get("type") != "application/ld+json"):
            self.inline.append(f"<{tag}>")
        self.inline += [f"{tag} {name}=" for name in found if name == "style" or name.startswith("on")]


@cache
def seen(path: Path) -> Seen:
    page = Seen()
    page.feed(path.read_text(encoding="utf-8"))
    return page


@dataclass(frozen=True)
class Place:
    """A site at an address. From a disk, a folder has no index."""

    site: Published
    address: str

    def misses(self, url: str) -> bool:
        """Whether a link into the site leads to no file, or to an anchor that its page does not have."""
        page, _, anchor = url.partition("#")
        path = unquote(page.removeprefix(self.address).partition("?")[0])
        if (path.endswith("/") or not path) and not self.address.startswith("file:"):
            path += "index.html"
        file = self.site.folder / path
        if not file.is_file():
            return True
        return bool(anchor) and unquote(anchor) not in seen(file).ids

    def broken(self, pages: tuple[str, ...]) -> list[str]:
        """The links of these pages that lead nowhere, each with the page it stands on."""
        origin = self.address.partition("//")[0] + "//" + urlsplit(self.address).netloc + "/"
        found = []
        for page in pages:
            here = self.address + (page if self.address.startswith("file:") else page.removesuffix("index.html"))
            for link in seen(self.site.folder / page).links:
                url = urljoin(here, link)
                inside = url.startswith(origin)
                if inside and (not url.startswith(self.address) or self.misses(url)):
                    found.append(f"{page}: {link}")
        return found


def test_no_link_or_anchor_is_broken(sample: Published) -> None:
    assert Place(sample, HOME).broken(sample.pages) == []


@pytest.fixture(scope="module")
def below_repo(tmp_path_factory: pytest.TempPathFactory) -> Published:
    folder = tmp_path_factory.mktemp("repo")
    return publish(folder / "site", cache=folder / "cache", base_url=HOME + "repo/")


def test_no_link_or_anchor_is_broken_below_a_folder(below_repo: Published) -> None:
    assert Place(below_repo, HOME + "repo/").broken(below_repo.pages) == []


def test_no_link_or_anchor_is_broken_from_a_disk(tmp_path: Path) -> None:
    site = publish(tmp_path / "site", cache=tmp_path / "cache", offline=True)
    pages = tuple(page for page in site.pages if page != "404.html")
    assert Place(site, "file:///site/").broken(pages) == []


def test_a_broken_link_and_a_broken_anchor_are_found(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/index.html").write_text('<a href="../">up</a><a href="#x">x</a>', encoding="utf-8")
    (tmp_path / "index.html").write_text('<a href="a/">a</a><a href="b/">b</a><a href="/c">c</a>', encoding="utf-8")
    site = Published(tmp_path)
    assert Place(site, HOME).broken(site.pages) == ["a/index.html: #x", "index.html: b/", "index.html: /c"]
    assert Place(site, HOME + "repo/").broken(site.pages) == ["a/index.html: #x", "index.html: b/", "index.html: /c"]
    assert Place(site, "file:///x/").broken(("a/index.html",)) == ["a/index.html: ../", "a/index.html: #x"]


def test_a_page_loads_nothing_from_elsewhere(sample: Published) -> None:
    found = [(page, each) for page in sample.pages for each in seen(sample.folder / page).loaded]
    assert found, "no page has a style sheet"
    assert [each for each in found if urlsplit(each[1]).netloc] == []


def test_a_page_has_no_inline_style_or_script(sample: Published) -> None:
    found = {page: seen(sample.folder / page).inline for page in sample.pages}
    assert {page: inline for page, inline in found.items() if inline} == {}


def test_an_id_stands_once_on_a_page(sample: Published) -> None:
    twice = {
        page: [each for each, times in Counter(seen(sample.folder / page).ids).items() if times > 1]
        for page in sample.pages
    }
    assert {page: ids for page, ids in twice.items() if ids} == {}


def test_the_browser_has_nothing_to_mend(sample: Published) -> None:
    mended = {}
    for page in sample.largest_of_each_kind():
        parser = html5lib.HTMLParser()
        parser.parse(sample.text(page))
        if parser.errors:
            mended[page] = [name for _, name, _ in parser.errors]
    assert mended == {}


@pytest.mark.parametrize("lang", ["", "ar/"])
def test_feeds_lead_to_pages_of_the_site(sample: Published, lang: str) -> None:
    place = Place(sample, HOME)
    feed = ET.fromstring(sample.text(f"{lang}feed.xml"))
    entries = [link.get("href", "") for entry in feed.iter(f"{ATOM}entry") for link in entry.iter(f"{ATOM}link")]
    items = [item["url"] for item in json.loads(sample.text(f"{lang}feed.json"))["items"]]
    assert entries
    assert sorted(items) == sorted(set(entries))
    assert [url for url in entries if place.misses(url)] == []


def test_the_sitemap_names_every_page_that_may_be_found(sample: Published) -> None:
    named = [each.text or "" for each in ET.fromstring(sample.text("sitemap.xml")).iter(f"{SITEMAP}loc")]
    hidden = {page for page in sample.pages if '<meta name="robots" content="noindex">' in sample.text(page)}
    pages = {HOME + page.removesuffix("index.html") for page in sample.pages if page not in hidden}
    assert sorted(named) == sorted(pages)
