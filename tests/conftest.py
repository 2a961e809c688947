"""What many tests share: the sample site as it is published, and a browser to read it in."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

from backstory.engine import lock
from tests.published import Published, publish, served

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
    """The sample site, built once: by the worker of pytest-xdist that comes first, for all of them."""
    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "sample"
    with turn(folder):
        built = Published(folder / "site")
        return built if built.pages else publish(built.folder, cache=folder / "cache")


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
def browser() -> Iterator[Browser]:
    """Chromium; a test that needs one is skipped where there is none."""
    path = next(filter(None, map(shutil.which, _BROWSERS)), None)
    if path is None:
        pytest.skip(f"there is no Chromium here: none of {', '.join(_BROWSERS)}")
    from playwright.sync_api import sync_playwright

    as_root = sys.platform == "linux" and os.geteuid() == 0
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"] if as_root else [])
        yield chromium
        chromium.close()
