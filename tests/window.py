"""Windows of the browser, as patient as a busy machine asks for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, TypedDict, Unpack

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

# A wait ends with what it waits for; this is when to give up.
PATIENCE = 300.0

Scheme = Literal["light", "dark"]


class Size(TypedDict):
    """Of the page in a window, in CSS pixels."""

    width: int
    height: int


class View(TypedDict, total=False):
    """How a window that others have used shows a page."""

    viewport: Size
    color_scheme: Scheme
    java_script_enabled: bool


PHONE = Size(width=390, height=800)
DESK = Size(width=1280, height=900)


@contextmanager
def window(browser: Browser, **options: Any) -> Iterator[Page]:
    """A new window with nothing remembered from others. To open it takes three times as long as to show a page."""
    with browser.new_context(**options) as context:
        context.set_default_timeout(PATIENCE * 1000)
        yield context.new_page()


@dataclass(frozen=True)
class Windows:
    """Windows that one test uses after the other, for tests that leave nothing behind but the page they looked at."""

    browser: Browser
    _free: dict[bool, list[Page]] = field(default_factory=dict)

    @contextmanager
    def shown(self, url: str, **view: Unpack[View]) -> Iterator[Page]:
        """A page in a window. Where the test fails, nobody uses the window after it."""
        scripts = view.get("java_script_enabled", True)
        page = self._taken(scripts)
        page.set_viewport_size({**view.get("viewport", DESK)})
        page.emulate_media(media="null", color_scheme=view.get("color_scheme", "light"))
        page.goto(url)
        yield page
        page.mouse.move(0, 0)
        page.goto("about:blank")
        self._free[scripts].append(page)

    def _taken(self, scripts: bool) -> Page:
        if free := self._free.setdefault(scripts, []):
            return free.pop()
        context = self.browser.new_context(java_script_enabled=scripts)
        context.set_default_timeout(PATIENCE * 1000)
        return context.new_page()
