"""How a page reads: contents, menu, colours, paper, right to left, and without any script."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.window import DESK, PHONE, Scheme, Size, Windows, window

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ARTICLE = "articles/jets-at-jufra/"
ACTOR = "actors/lna/"
SHIFTS = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => list.getEntries().forEach(each => { sum += each.value }))
    .observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(() => setTimeout(() => done(sum), 100));
})"""
LUMINANCE = """(name) => {
  const canvas = document.createElement("canvas").getContext("2d");
  canvas.fillStyle = getComputedStyle(document.body)[name];
  canvas.fillRect(0, 0, 1, 1);
  const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
  return (red + green + blue) / 3;
}"""


@pytest.mark.parametrize("route", ["", ARTICLE, ACTOR, "claims/jets-to-jufra/", "ar/" + ARTICLE])
def test_without_scripts_the_page_has_the_same_text(windows: Windows, address: str, route: str) -> None:
    def text(page: Page) -> str:
        return " ".join((page.locator("body").text_content() or "").split())

    with windows.shown(address + route) as page, windows.shown(address + route, java_script_enabled=False) as bare:
        assert text(page) == text(bare)


def test_without_scripts_contents_and_menu_work(windows: Windows, address: str) -> None:
    with windows.shown(address + ARTICLE, java_script_enabled=False, viewport=PHONE) as page:
        page.locator(".toc summary").click()
        page.locator(".toc a").last.click()
        assert page.url.startswith(address + ARTICLE + "#")
        page.locator("button.menu").click()
        page.locator("#_menu a").nth(1).click()
        page.wait_for_url(address + "actors/")


def test_the_contents_mark_where_one_is(windows: Windows, address: str) -> None:
    with windows.shown(address + ARTICLE) as page:
        last = page.locator(".toc a").last
        last.click()
        page.locator('.toc a[aria-current="true"]').wait_for()
        assert page.locator('.toc a[aria-current="true"]').count() == 1


def test_the_menu_of_a_phone_opens_and_closes(windows: Windows, address: str) -> None:
    with windows.shown(address, viewport=PHONE) as page:
        menu = page.locator("#_menu")
        assert not menu.is_visible()
        page.locator("button.menu").click()
        assert menu.is_visible()
        page.keyboard.press("Escape")
        assert not menu.is_visible()


def test_on_a_wide_window_the_navigation_stands_open(windows: Windows, address: str) -> None:
    with windows.shown(address) as page:
        assert page.locator("#_menu").is_visible()
        assert not page.locator("button.menu").is_visible()


@pytest.mark.parametrize(("scheme", "is_dark"), [("light", False), ("dark", True)])
def test_the_page_follows_the_colours_of_the_system(
    windows: Windows, address: str, scheme: Scheme, is_dark: bool
) -> None:
    with windows.shown(address + ARTICLE, color_scheme=scheme) as page:
        paper, ink = (page.evaluate(LUMINANCE, name) for name in ("backgroundColor", "color"))
        assert (paper < ink) is is_dark
        assert abs(paper - ink) > 150


def test_on_paper_there_is_the_text_and_no_machinery(windows: Windows, address: str) -> None:
    with windows.shown(address + ARTICLE, color_scheme="dark") as page:
        page.emulate_media(media="print")
        assert page.evaluate(LUMINANCE, "color") < 60
        for part in ("#_menu", ".toc", ".skip", ".card"):
            assert not page.locator(part).first.is_visible()
        for part in ("h1", ".brief", ".src-list"):
            assert page.locator(part).first.is_visible()


@pytest.mark.parametrize("route", [ARTICLE, ACTOR, "timeline/", "conflicts/libya-2014-2020/"])
def test_on_paper_nothing_reaches_over_the_edge(windows: Windows, address: str, route: str) -> None:
    with windows.shown(address + route, viewport={"width": 720, "height": 1000}) as page:
        page.emulate_media(media="print")
        assert page.evaluate("document.documentElement.scrollWidth") == 720


@pytest.mark.parametrize("route", ["actors/", "glossary/", "sources/"])
def test_a_letter_stands_over_what_it_heads_in_two_columns_too(windows: Windows, address: str, route: str) -> None:
    with windows.shown(address + route) as page:
        apart = page.evaluate("""() => [...document.querySelectorAll(".letter")].filter(each => {
          const [own, next] = [each, each.nextElementSibling.querySelector("li")].map(one => one.getClientRects()[0]);
          return next.top < own.bottom || next.left !== own.left;
        }).map(each => each.textContent)""")
        assert page.locator(".letter").count() > 3
        assert apart == []


def test_a_table_of_four_columns_fits_a_phone(windows: Windows, address: str) -> None:
    with windows.shown(address + ARTICLE, viewport=PHONE) as page:
        widths = page.evaluate(
            "[document.querySelector('.scroll > table'), document.querySelector('.scroll')]"
            ".map(each => each.getBoundingClientRect().width)"
        )
        assert widths[0] <= widths[1]


def test_arabic_runs_from_right_to_left_and_is_mirrored(windows: Windows, address: str) -> None:
    def place(page: Page, part: str) -> float:
        box = page.locator(part).first.bounding_box()
        assert box is not None
        return box["x"] + box["width"] / 2

    with windows.shown(address + ARTICLE) as english, windows.shown(address + "ar/" + ARTICLE) as arabic:
        assert arabic.evaluate("getComputedStyle(document.body).direction") == "rtl"
        for part in (".brand", ".toc", ".rail"):
            assert place(english, part) == pytest.approx(DESK["width"] - place(arabic, part), abs=60)


@pytest.mark.parametrize("route", ["", ARTICLE, ACTOR, "backers/"])
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_nothing_moves_while_a_page_loads(browser: Browser, address: str, route: str, size: Size) -> None:
    with window(browser, viewport=size) as page:  # a new one: nothing is loaded yet
        page.goto(address + route)
        assert page.evaluate(SHIFTS) == 0


def test_the_first_tab_leads_to_the_text(windows: Windows, address: str) -> None:
    with windows.shown(address + ARTICLE) as page:
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        page.keyboard.press("Enter")
        assert page.url == address + ARTICLE + "#_main"
