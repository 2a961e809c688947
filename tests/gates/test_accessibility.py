"""Every page as a browser shows it: axe finds nothing, nothing is loaded in vain, nothing sticks out sideways.

A page of each kind is looked at in light and dark, wide and narrow. With BACKSTORY_EVERY_PAGE set, as in .ci/run,
every page is looked at in one way at least. A page is opened once for all that is asked of it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.published import Published
from tests.window import Scheme, window

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

AXE = Path(__file__).parent / "node_modules/axe-core/axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Of what passes, one node a rule is enough: it halves the time.
EVERYTHING = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast"]}, "resultTypes": ["violations"]}
# Two places of each are told.
VIOLATIONS = """async rules => (await axe.run(document, rules)).violations.flatMap(({id, impact, nodes}) =>
  nodes.slice(0, 2).map(({target}) => `${id} (${impact}): ${target}`))"""
WIDTHS = (1280, 390, 360, 320)
OVERHANG = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# In each text one word becomes as long as those that German and Finnish make; labels of our own stay as they are.
LENGTHEN = r"""() => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    if (texts.currentNode.parentElement.closest("svg, script, .top nav, .btn, .chip")) continue;
    texts.currentNode.data = texts.currentNode.data.replace(/\p{L}{6,}/u, word => word.repeat(4).slice(0, 24));
  }
}"""
# The pages are dealt out to so many tests, for as many workers as there may be.
PARTS = 12


@dataclass
class Found:
    """What came to light on some of the pages: each finding names its page."""

    axe: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    overhang: list[str] = field(default_factory=list)
    long_words: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Look:
    """One page in a browser, and where to put what is found on it."""

    page: Page
    file: str
    found: Found

    def show(self, width: int, scheme: Scheme) -> None:
        self.page.set_viewport_size({"width": width, "height": 800})
        self.page.emulate_media(color_scheme=scheme)

    def axe(self, width: int, scheme: Scheme, rules: dict[str, Any]) -> None:
        self.show(width, scheme)
        if AXE.is_file():
            where = f"{self.file}, {width} px, {scheme}"
            self.found.axe += [f"{where}: {each}" for each in self.page.evaluate(VIOLATIONS, rules)]

    def sideways(self, width: int, into: list[str]) -> None:
        self.show(width, "light")
        if pixels := self.page.evaluate(OVERHANG):
            into.append(f"{self.file}, {width} px: {pixels} px too wide")


@pytest.fixture(scope="module", params=range(PARTS))
def found(request: pytest.FixtureRequest, watched: tuple[Page, list[str]], address: str, sample: Published) -> Found:
    """What a browser finds on one part of the pages."""
    page, complaints = watched
    closely = sample.largest_of_each_kind()
    every = sample.staying if os.environ.get("BACKSTORY_EVERY_PAGE") else closely
    found = Found()
    for file in sorted(every, key=lambda file: (file not in closely, file))[request.param :: PARTS]:
        look = Look(page, file, found)
        look.show(1280, "light")
        page.goto(address + file.removesuffix("index.html"))
        look.axe(1280, "light", EVERYTHING)
        for width in WIDTHS:
            look.sideways(width, found.overhang)
        if file in closely:
            closer(look)
    page.wait_for_load_state("networkidle")
    found.complaints += complaints
    complaints.clear()
    return found


def closer(look: Look) -> None:
    """The page in the dark, on a phone, and with long words."""
    look.axe(1280, "dark", COLOURS)
    look.show(320, "dark")
    look.page.reload()
    look.axe(320, "dark", EVERYTHING)
    look.axe(390, "light", COLOURS)
    look.page.evaluate(LENGTHEN)
    for width in WIDTHS:
        look.sideways(width, look.found.long_words)


@pytest.fixture(scope="module")
def watched(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A browser's page with axe in it, and what the browser complains about on which page."""
    complaints: list[str] = []
    with window(browser, reduced_motion="reduce") as page:
        if AXE.is_file():
            page.add_init_script(path=AXE)

        def complain(text: str) -> None:
            complaints.append(f"{page.url}: {text}")

        page.on("console", lambda said: complain(f"console: {said.text}") if said.type == "error" else None)
        page.on("pageerror", lambda error: complain(f"script: {error.message}"))
        page.on("response", lambda got: complain(f"{got.status}: {got.url}") if got.status >= 400 else None)
        page.on("requestfailed", lambda request: complain(f"{request.failure}: {request.url}"))
        yield page, complaints


@pytest.mark.skipif(not AXE.is_file(), reason="axe-core is not installed: `npm ci` in tests/gates")
def test_axe_finds_nothing(found: Found) -> None:
    assert not found.axe, "\n".join(found.axe)


def test_a_browser_complains_about_nothing(found: Found) -> None:
    """No error in its console, no violation of the page's own policy, nothing that cannot be loaded."""
    assert not found.complaints, "\n".join(found.complaints)


def test_no_page_scrolls_sideways(found: Found) -> None:
    assert not found.overhang, "\n".join(found.overhang)


def test_a_long_word_is_broken_and_sticks_out_nowhere(found: Found) -> None:
    assert not found.long_words, "\n".join(found.long_words)
