"""The preview in a browser: it follows every edit by itself."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tests.preview.running import eventually, running
from tests.scenario import site
from tests.window import window

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ARTICLE = "-- content/articles/a.md --\n---\ntitle: {}\ndate: 2020-01-01\n---\nText.\n"
ACTOR = "-- content/actors/b.md --\n---\nname: B\ntype: {}\n---\n"
CONNECTED = "window.LiveReload?.connector?.protocol"
COLOUR = "getComputedStyle(document.body).color"


def test_a_browser_follows_what_is_written(browser: Browser, tmp_path: Path) -> None:
    made = site(tmp_path / "site", ARTICLE.format("One"))
    made.write("-- assets/site.css --\nbody { color: rgb(1, 2, 3); }\n")
    complaints: list[str] = []
    with running(made.folder) as preview, window(browser) as page:
        page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: complaints.append(error.message))
        with page.expect_websocket():
            page.goto(preview.address + "articles/a/")
        eventually(lambda: page.evaluate(CONNECTED))

        made.write(ARTICLE.format("Two"))
        page.locator("h1", has_text="Two").wait_for()
        eventually(lambda: page.evaluate(CONNECTED))

        page.evaluate("window.same = true")
        made.write("-- assets/site.css --\nbody { color: rgb(4, 5, 6); }\n")
        eventually(lambda: page.evaluate(COLOUR) == "rgb(4, 5, 6)")
        assert page.evaluate("window.same") is True

        made.write(ACTOR.format("sate"))
        panel = page.locator("#_problem")
        panel.wait_for()
        assert panel.get_attribute("role") == "alert"
        assert "content/actors/b.md:3:7  error " in panel.inner_text()
        assert page.locator("h1").inner_text() == "Two"
        eventually(lambda: page.evaluate(CONNECTED))

        made.write(ACTOR.format("state"))
        panel.wait_for(state="detached")
    assert complaints == []


def test_a_page_that_was_connected_to_an_earlier_preview_catches_up(browser: Browser, tmp_path: Path) -> None:
    made = site(tmp_path / "site", ARTICLE.format("One"))
    with window(browser) as page:
        with running(made.folder) as preview:
            page.goto(preview.address + "articles/a/")
            eventually(lambda: page.evaluate(CONNECTED))
        made.write(ARTICLE.format("Two"))
        with running(made.folder, "--port", str(preview.port)):
            page.locator("h1", has_text="Two").wait_for()
