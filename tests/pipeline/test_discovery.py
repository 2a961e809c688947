"""After a change a preview looks at what was written, and through the whole folder only where it must."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import pytest

from backstory.pipeline import memory_of
from backstory.pipeline.discovery import Discovery, look, look_again, looked_at
from backstory.pipeline.request import Request
from tests.scenario import site

SITE = """
-- content/articles/a.md --
An article.
-- content/articles/a.png --
No picture.
-- content/actors/army/a.md --
In the wrong place.
-- content/actors/league.md --
An actor.
-- content/places.yaml --
{}
"""
AWAY = (
    "content/articles/a.md", "content/articles/a.png", "content/actors/army", "content/actors", "content", "site.yaml",
)  # fmt: skip
LEFT = (
    "content/articles/.a.md.swp", "content/articles/a.md~", "content/articles/4913", "content/.git/index",
    "content/articles/a.md.tmp.1234", "content/articles/sedA1b2", "content/gone/for/good.md",
)  # fmt: skip


@pytest.fixture
def seen(tmp_path: Path) -> tuple[Request, Discovery]:
    request = site(tmp_path / "site", SITE).request(now_ns=time.time_ns())
    with memory_of(request) as memory:
        return request, look(request, memory)


@pytest.mark.parametrize("path", LEFT)
def test_what_editors_leave_or_take_back_changes_nothing(seen: tuple[Request, Discovery], path: str) -> None:
    request, last = seen
    assert looked_at(request, last, [path]) == last


def test_a_file_that_is_passed_over_changes_nothing_while_it_is_there(seen: tuple[Request, Discovery]) -> None:
    request, last = seen
    (request.site / "content/articles/.a.md.swp").write_bytes(b"")
    assert looked_at(request, last, ["content/articles/.a.md.swp"]) == last


@pytest.mark.parametrize("path", AWAY)
def test_what_was_there_and_is_gone_is_noticed(seen: tuple[Request, Discovery], path: str) -> None:
    request, last = seen
    place = request.site / path
    shutil.rmtree(place) if place.is_dir() else place.unlink()
    assert looked_at(request, last, [path]) is None
    assert look_again(request, last, request.now_ns) != last


@pytest.mark.parametrize("path", ["content/articles/b.md", "content/more", "templates/page.html", "assets/site.css"])
def test_what_is_new_is_noticed(seen: tuple[Request, Discovery], path: str) -> None:
    request, last = seen
    place = request.site / path
    place.parent.mkdir(exist_ok=True)
    place.write_bytes(b"") if "." in place.name else place.mkdir()
    assert looked_at(request, last, [path]) is None


def test_a_file_is_noticed_beside_one_that_is_taken_back(seen: tuple[Request, Discovery]) -> None:
    request, last = seen
    (request.site / "content/articles/a.md").write_text("Other words.", encoding="utf-8")
    now = looked_at(request, last, ["content/articles/a.md", "content/articles/a.md.tmp"])
    assert now is not None
    assert now.snapshot.sources["content/articles/a.md"] != last.snapshot.sources["content/articles/a.md"]
