"""What many tests share: the sample site as it is published, and a browser to read it in."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

import backstory.reading.markdown  # noqa: F401 - what reads a test's site is forked, and need not import it each time
from backstory.engine import lock
from tests.fonts import FONT_SETS, FontSet, families
from tests.published import Published, publish, served
from tests.window import Windows

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_BROWSERS = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")

# `build.py test` names itself in the environment, for messages; a test says for itself which command it stands for.
os.environ.pop("BACKSTORY_COMMAND", None)

# A busy machine must not make a property fail, and CI must find today what it found yesterday.
hypothesis.settings.register_profile("ours", deadline=None, derandomize=bool(os.environ.get("CI")))
hypothesis.settings.load_profile("ours")


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """The sample site, built once."""
    folder = shared_folder(tmp_path_factory, "sample")
    with turn(folder):
        built = Published(folder / "site")
        return built if built.pages else publish(built.folder, cache=folder / "cache")


def shared_folder(factory: pytest.TempPathFactory, name: str) -> Path:
    """A folder that all workers of pytest-xdist share. In its `turn` the first of them makes what is in it."""
    own = factory.getbasetemp()
    return (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / name


@contextmanager
def turn(folder: Path) -> Iterator[None]:
    """Wait until no other process is at work on a folder, and hold it."""
    with ExitStack() as holding:
        while True:
            try:
                holding.enter_context(lock.held(folder))
                break
            except lock.Held:
                time.sleep(0.05)
        yield


@pytest.fixture(scope="session")
def address(sample: Published) -> Iterator[str]:
    """Where the sample site is served."""
    with served(sample.folder) as at:
        yield at


@pytest.fixture(scope="session")
def chromium() -> Iterator[Callable[[Mapping[str, str]], Browser]]:
    """Starts Chromium with more in its environment; a test that needs one is skipped where there is none."""
    path = next(filter(None, map(shutil.which, _BROWSERS)), None)
    if path is None:
        pytest.skip(f"there is no Chromium here: none of {', '.join(_BROWSERS)}")
    from playwright.sync_api import sync_playwright

    as_root = sys.platform == "linux" and os.geteuid() == 0
    options = ["--no-sandbox"] if as_root else []
    with sync_playwright() as playwright, ExitStack() as started:

        def start(environment: Mapping[str, str]) -> Browser:
            browser = playwright.chromium.launch(executable_path=path, args=options, env={**os.environ, **environment})
            started.callback(browser.close)
            return browser

        yield start


@pytest.fixture(scope="session")
def browser(chromium: Callable[[Mapping[str, str]], Browser]) -> Browser:
    """Chromium with the fonts of this machine; without one it fails on many a page, and its tests are skipped."""
    started = chromium({})
    if not families(started):
        pytest.skip("no font is installed here")
    return started


@pytest.fixture(scope="session", params=FONT_SETS, ids=lambda each: each.name)
def browser_of_fonts(
    request: pytest.FixtureRequest,
    chromium: Callable[[Mapping[str, str]], Browser],
    tmp_path_factory: pytest.TempPathFactory,
) -> Browser:
    """Chromium with one set of fonts after the other; where one is not installed, its tests are skipped."""
    fonts: FontSet = request.param
    browser = chromium(fonts.environment(tmp_path_factory.mktemp("fonts")))
    missing = fonts.missing(browser)
    if missing:
        pytest.skip(f"no {' and no '.join(missing)} is installed here")
    return browser


@pytest.fixture(scope="session")
def windows(browser: Browser) -> Windows:
    """The browser's windows that tests use one after the other."""
    return Windows(browser)
