"""Every page as a browser shows it: axe finds nothing, nothing is loaded in vain, nothing sticks out sideways.

A page of each kind is looked at in light and dark, wide and narrow. With BACKSTORY_EVERY_PAGE set, as in .ci/run,
every page is looked at in one way at least.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.published import Published

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

AXE = Path(__file__).parent / "node_modules/axe-core/axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
EVERYTHING = {"runOnly": {"type": "tag", "values": TAGS}}
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
OVERHANG = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def pages(sample: Published) -> tuple[str, ...]:
    return sample.pages if os.environ.get("BACKSTORY_EVERY_PAGE") else sample.largest_of_each_kind()


@contextmanager
def watched(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A browser's page, and what it complains about."""
    with browser.new_context(reduced_motion="reduce") as context:
        page = context.new_page()
        notes: list[str] = []
        page.on("console", lambda said: notes.append(f"console: {said.text}") if said.type == "error" else None)
        page.on("pageerror", lambda error: notes.append(f"script: {error.message}"))
        page.on(
            "response", lambda answer: notes.append(f"{answer.status}: {answer.url}") if answer.status >= 400 else None
        )
        page.on("requestfailed", lambda request: notes.append(f"{request.failure}: {request.url}"))
        yield page, notes


def show(page: Page, url: str, width: int, scheme: Any) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(url)


def violations(page: Page, axe: str, rules: dict[str, Any]) -> list[str]:
    page.evaluate(axe)
    result = page.evaluate("rules => axe.run(document, rules)", rules)
    return [
        f"axe: {found['id']} ({found['impact']}): {node['target']}"
        for found in result["violations"]
        for node in found["nodes"][:2]
    ]


@pytest.mark.skipif(not AXE.is_file(), reason="axe-core is not installed: `npm ci` in tests/gates")
@pytest.mark.parametrize(
    ("width", "scheme", "rules"),
    [(1280, "light", EVERYTHING), (1280, "dark", COLOURS), (320, "dark", EVERYTHING), (390, "light", COLOURS)],
)
def test_axe_finds_nothing(
    browser: Browser,
    address: str,
    sample: Published,
    pages: tuple[str, ...],
    width: int,
    scheme: str,
    rules: dict[str, Any],
) -> None:
    axe = AXE.read_text(encoding="utf-8")
    found = []
    with watched(browser) as (page, _):
        for file in pages if (width, scheme) == (1280, "light") else sample.largest_of_each_kind():
            show(page, address + file.removesuffix("index.html"), width, scheme)
            found += [f"{file} {each}" for each in violations(page, axe, rules)]
    assert not found, "\n".join(found)


def test_a_browser_complains_about_nothing(browser: Browser, address: str, pages: tuple[str, ...]) -> None:
    """No error in its console, no violation of the page's own policy, nothing that cannot be loaded."""
    found = []
    with watched(browser) as (page, notes):
        for file in pages:
            page.goto(address + file.removesuffix("index.html"))
            page.wait_for_load_state("networkidle")
            found += [f"{file} {each}" for each in notes]
            notes.clear()
    assert not found, "\n".join(found)


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_no_page_scrolls_sideways(browser: Browser, address: str, pages: tuple[str, ...], width: int) -> None:
    found = {}
    with watched(browser) as (page, _):
        for file in pages:
            show(page, address + file.removesuffix("index.html"), width, "light")
            found[file] = page.evaluate(OVERHANG)
    assert {file: pixels for file, pixels in found.items() if pixels} == {}
