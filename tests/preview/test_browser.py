"""The preview in a browser: it follows every edit by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.preview.running import Preview, eventually, running
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


BROKEN = """
-- content/articles/a.md --
---
title: One
date: 2020-01-01
---
See [[nobody]].
-- content/actors/a-company.md --
---
name: A company
type: company
---
Nobody mentions it.
-- content/sources.yaml --
paper:
  title: A paper
  url: https://example.org/
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_the_panel_shows_the_error_and_folds_the_rest_away(
    browser: Browser, broken: Preview, scheme: str, width: int
) -> None:
    with window(browser, color_scheme=scheme, viewport={"width": width, "height": 800}) as page:
        page.goto(broken.address + "articles/a/")
        panel = page.locator("#_problem")
        panel.wait_for()
        assert panel.inner_text().splitlines()[1].startswith("content/articles/a.md:5:7  error E301")
        assert "warning" not in panel.locator("pre").first.inner_text()
        fold, rest = panel.locator("summary"), panel.locator("pre").last
        assert fold.inner_text() == "Also: " + broken.problems()["count"]
        assert not rest.is_visible()
        fold.click()
        assert rest.inner_text().startswith("content/actors/a-company.md:1:1  warning W423")
        for words in (panel.locator("pre").first, fold, rest):
            assert contrast(*words.evaluate(SHADES)) >= 7


SHADES = """element => {
  const solid = (at) => getComputedStyle(at).backgroundColor === "rgba(0, 0, 0, 0)" ? solid(at.parentElement) : at;
  return [getComputedStyle(element).color, getComputedStyle(solid(element)).backgroundColor];
}"""


def contrast(*colours: str) -> float:
    """The contrast of two colours as `rgb(…)` (WCAG 2.2, 1.4.3)."""
    light, dark = sorted((luminance(each) for each in colours), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """A preview of a site with an error, a warning and a note."""
    made = site(tmp_path_factory.mktemp("broken") / "site", BROKEN)
    with running(made.folder) as preview:
        eventually(preview.problem)
        yield preview
