"""What a page may weigh, gzipped, on its way to a phone."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.published import Published
from tests.window import window

if TYPE_CHECKING:
    from playwright.sync_api import Browser

KB = 1000


def weight(*files: Path) -> int:
    """Bytes as GitHub Pages sends them, each file compressed by itself."""
    return sum(len(gzip.compress(file.read_bytes(), 6, mtime=0)) for file in files)


def test_articles_and_actors_weigh_at_most_25_kb(sample: Published) -> None:
    weights = {page: weight(sample.folder / page) for page in sample.pages if "articles/" in page or "actors/" in page}
    assert {page: size for page, size in weights.items() if size > 25 * KB} == {}


@pytest.mark.parametrize(
    "route", ["", "articles/jets-at-jufra/", "actors/lna/", "backers/", "ar/articles/jets-at-jufra/"]
)
def test_a_page_takes_four_requests_and_little_style_and_script(
    browser: Browser, address: str, sample: Published, route: str
) -> None:
    urls = requested(browser, address, route)
    assert len(urls) <= 4
    assert [url for url in urls if not url.startswith(address)] == []
    files = [sample.folder / url.removeprefix(address) for url in urls]
    assert 0 < weight(*(file for file in files if file.suffix == ".css")) <= 10 * KB
    assert 0 < weight(*(file for file in files if file.suffix == ".js")) <= 6 * KB


def requested(browser: Browser, address: str, route: str) -> list[str]:
    """What a browser asks for when it opens a page."""
    urls: list[str] = []
    with window(browser) as page:
        page.on("request", lambda request: urls.append(request.url))
        page.goto(address + route, wait_until="networkidle")
    return urls
