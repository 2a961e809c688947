"""The cards over names keep to WCAG 1.4.13: they can be reached, pointed into and put away."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.window import Windows, window

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

ARTICLE = "articles/jets-at-jufra/"
LINK = ".main > p a[data-card]"
OPEN = ".card:popover-open"
# A busy machine tells the page that it was scrolled after the pointer has moved on.
HOLD_SCROLL_EVENTS = """
addEventListener("scroll", (event) => event.isTrusted && event.stopImmediatePropagation(), true);
window.tellScroll = () => document.dispatchEvent(new Event("scroll", { bubbles: true }));
"""


@pytest.fixture
def page(windows: Windows, address: str) -> Iterator[Page]:
    with windows.shown(address + ARTICLE) as page:
        page.locator(LINK).first.scroll_into_view_if_needed()
        yield page


def opened(page: Page) -> bool:
    page.locator(OPEN).wait_for()
    return page.locator(OPEN).count() == 1


def closed(page: Page) -> bool:
    page.locator(OPEN).wait_for(state="detached")
    return page.locator(OPEN).count() == 0


def test_pointing_opens_the_card_of_the_name(page: Page) -> None:
    link = page.locator(LINK).first
    assert link.get_attribute("aria-expanded") == "false"
    link.hover()
    assert opened(page)
    assert link.get_attribute("aria-expanded") == "true"
    assert page.locator(OPEN).get_attribute("id") == link.get_attribute("data-card")


def test_one_may_point_into_the_card_and_away_from_it(page: Page) -> None:
    page.locator(LINK).first.hover()
    assert opened(page)
    page.locator(OPEN).hover()
    page.wait_for_timeout(400)  # longer than a card stays after the pointer left the name
    assert opened(page)
    page.mouse.move(1, 1)
    assert closed(page)


def test_escape_puts_the_card_away_and_it_stays_away(page: Page) -> None:
    page.locator(LINK).first.hover()
    assert opened(page)
    page.keyboard.press("Escape")
    assert closed(page)
    page.mouse.move(*middle(page.locator(LINK).first), steps=2)
    page.wait_for_timeout(300)  # longer than pointing takes to open a card
    assert closed(page)


def test_the_keyboard_opens_the_card_and_escape_closes_it(page: Page) -> None:
    link = page.locator(LINK).first
    page.locator("a.skip").focus()
    link.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert opened(page)
    page.keyboard.press("Escape")
    assert closed(page)
    assert link.evaluate("link => link === document.activeElement")


def test_another_name_opens_its_own_card_alone(page: Page) -> None:
    first, second = page.locator(LINK).first, page.locator(LINK).nth(1)
    first.hover()
    assert opened(page)
    second.hover()
    page.locator(f"#{second.get_attribute('data-card')}:popover-open").wait_for()
    assert page.locator(OPEN).count() == 1


def test_a_click_follows_the_name(page: Page) -> None:
    link = page.locator(LINK).first
    target = link.evaluate("link => link.href")
    link.click()
    page.wait_for_url(target)


def test_the_first_tap_opens_the_card_and_the_second_follows(browser: Browser, address: str) -> None:
    with window(browser, viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True) as page:
        page.goto(address + ARTICLE)
        link = page.locator(LINK).first
        target = link.evaluate("link => link.href")
        link.tap()
        assert opened(page)
        assert page.url == address + ARTICLE
        link.tap()
        page.wait_for_url(target)


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("start", ["", "ar/"])
def test_a_card_stands_within_the_window(windows: Windows, address: str, width: int, start: str) -> None:
    with windows.shown(address + start + ARTICLE, viewport={"width": width, "height": 700}) as page:
        for number in range(4):
            link = page.locator(LINK).nth(number)
            link.hover()
            page.locator(f"#{link.get_attribute('data-card')}:popover-open").wait_for()
            box = page.locator(OPEN).bounding_box()
            assert box is not None
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= width
            assert box["y"] >= 0
            assert box["y"] + box["height"] <= 700


def test_a_card_that_follows_its_name_does_not_cover_the_name_pointed_at(browser: Browser, address: str) -> None:
    with window(browser, viewport={"width": 320, "height": 700}) as page:
        page.add_init_script(HOLD_SCROLL_EVENTS)
        page.goto(address + ARTICLE)
        first, second = page.locator(LINK).first, page.locator(LINK).nth(1)
        first.evaluate("link => scrollBy(0, link.getBoundingClientRect().bottom - innerHeight + 20)")
        first.hover()
        assert opened(page)  # above its name, for there is no room below
        second.evaluate("link => scrollBy(0, link.getBoundingClientRect().top - 150)")
        page.mouse.move(*middle(second))
        page.wait_for_function("link => link.matches(':hover')", arg=second.element_handle())
        page.evaluate("tellScroll()")  # Now it would stand below its name: over the other.
        page.locator(f"#{second.get_attribute('data-card')}:popover-open").wait_for()
        assert page.locator(OPEN).count() == 1


def middle(link: Locator) -> tuple[float, float]:
    """Of the first line of a name, which may stand on two."""
    x, y = link.evaluate("""link => {
        const at = link.getClientRects()[0];
        return [at.x + at.width / 2, at.y + at.height / 2];
    }""")
    return x, y


NUMBER = ".main > p .fn a"


def test_a_number_leads_to_its_source_and_the_page_does_not_move(page: Page) -> None:
    number = page.locator(NUMBER).first
    number.scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    number.click()
    row = page.locator("li:target")
    assert row.get_attribute("id") == (number.get_attribute("href") or "#").removeprefix("#")
    assert page.evaluate("scrollY") == before
    page.mouse.move(1, 1)
    assert closed(page)
    page.keyboard.press("Escape")
    row.wait_for(state="detached")
    assert page.evaluate("scrollY") == before
    assert page.evaluate("document.activeElement.hash") == number.get_attribute("href")


def test_close_puts_the_source_back_into_its_list(page: Page) -> None:
    number = page.locator(NUMBER).first
    number.scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    number.click()
    page.locator("li:target > .shut").click()
    page.locator("li:target").wait_for(state="detached")
    assert page.evaluate("scrollY") == before


def test_pointing_at_a_number_opens_what_its_row_says(page: Page) -> None:
    number = page.locator(NUMBER).first
    number.hover()
    assert opened(page)
    row = page.locator(number.get_attribute("href") or "")
    assert page.locator(f"{OPEN} cite").inner_text() == row.locator("cite").inner_text()
