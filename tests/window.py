"""A window of the browser, as patient as a busy machine asks for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

# A wait ends with what it waits for; this is when to give up.
PATIENCE = 300.0


@contextmanager
def window(browser: Browser, **options: Any) -> Iterator[Page]:
    """A new window with nothing remembered from others."""
    with browser.new_context(**options) as context:
        context.set_default_timeout(PATIENCE * 1000)
        yield context.new_page()
