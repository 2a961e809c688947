"""Which day it is decides what is published: the day at the site, in its own time zone."""

from __future__ import annotations

import threading
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from backstory import pipeline
from backstory.diagnostics import formatting
from backstory.pipeline import read_in_workers, read_stage, session
from backstory.preview.builder import Builder
from tests.scenario import Site, site

HELD_BACK = """
-- site.yaml --
title: Ferry desk
timezone: {zone}
-- content/articles/rowing.md --
---
title: Who rows?
date: 2026-01-15
---
Nobody yet.
"""
ROUTE = "articles/rowing/"


def held_back(folder: Path, zone: str = "UTC") -> Site:
    return site(folder, HELD_BACK.replace("{zone}", zone))


def at(text: str) -> int:
    """A moment of UTC in seconds since 1970."""
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp())


@pytest.mark.parametrize(
    ("zone", "moment", "published"),
    [
        ("UTC", "2026-01-14T23:59:59", False),
        ("UTC", "2026-01-15T00:00:00", True),
        ("Pacific/Auckland", "2026-01-14T10:59:59", False),
        ("Pacific/Auckland", "2026-01-14T11:00:00", True),
        ("America/Los_Angeles", "2026-01-15T07:59:59", False),
        ("America/Los_Angeles", "2026-01-15T08:00:00", True),
        ("Asia/Kolkata", "2026-01-14T18:30:00", True),
    ],
)
def test_an_article_appears_when_its_day_begins_at_the_site(
    zone: str, moment: str, published: bool, tmp_path: Path
) -> None:
    made = held_back(tmp_path, zone)
    made.build(epoch=at(moment))
    assert made.has(ROUTE) == published


def test_without_a_time_zone_the_day_is_that_of_utc(tmp_path: Path) -> None:
    made = site(tmp_path, HELD_BACK.replace("timezone: {zone}\n", ""))
    made.build(epoch=at("2026-01-14T23:59:59"))
    assert not made.has(ROUTE)
    made.build(epoch=at("2026-01-15T00:00:00"))
    assert made.has(ROUTE)


def test_the_clock_decides_where_no_moment_is_given(tmp_path: Path) -> None:
    made = held_back(tmp_path)
    assert made.build(epoch=None, now_ns=at("2026-01-14T12:00:00") * 10**9).counts.future == 1
    assert made.build(epoch=None, now_ns=at("2026-01-15T12:00:00") * 10**9).counts.future == 0
    assert made.build(epoch=at("2026-01-14T12:00:00"), now_ns=at("2026-01-15T12:00:00") * 10**9).counts.future == 1


def test_a_build_of_the_same_files_on_the_next_day_publishes_what_was_held_back(tmp_path: Path) -> None:
    made = held_back(tmp_path, "Pacific/Auckland")
    made.build(epoch=at("2026-01-14T10:00:00"))
    assert not made.has(ROUTE)
    assert made.build(epoch=at("2026-01-14T10:30:00")).counts.rendered == 0
    assert made.build(epoch=at("2026-01-14T12:00:00")).counts.rendered > 0
    assert made.has(ROUTE)


def test_another_time_zone_is_another_day(tmp_path: Path) -> None:
    made = held_back(tmp_path, "America/Los_Angeles")
    made.build(epoch=at("2026-01-14T12:00:00"))
    assert not made.has(ROUTE)
    made.write("-- site.yaml --\ntitle: Ferry desk\ntimezone: Pacific/Auckland\n")
    made.build(epoch=at("2026-01-14T12:00:00"))
    assert made.has(ROUTE)


def test_a_preview_shows_an_article_when_its_day_begins(tmp_path: Path) -> None:
    made = held_back(tmp_path, "Pacific/Auckland")
    request = made.request(epoch=None, now_ns=at("2026-01-14T10:00:00") * 10**9)
    with pipeline.memory_of(request) as memory:
        before = session.opened(request, memory)
    soon, later = (at(f"2026-01-14T{hour}:00:00") * 10**9 for hour in ("10", "12"))
    assert not before.has(f"{ROUTE}index.html")
    assert (session.is_new_day(before, soon), session.is_new_day(before, later)) == (False, True)
    with read_in_workers.kept_workers(read_stage.LIMITS) as workers:
        after = session.changed(before, (), later, workers)
    assert after.has(f"{ROUTE}index.html")


def test_a_preview_looks_for_a_new_day_while_nothing_is_written(tmp_path: Path) -> None:
    made = held_back(tmp_path)
    times = iter([at("2026-01-14T23:58:00"), at("2026-01-14T23:59:00"), *[at("2026-01-15T00:00:00")] * 3])
    builder = Builder(
        made.request(epoch=None),
        formatting.TextStyle(),
        lambda _outcome: None,
        stop=threading.Event(),
        clock=lambda: next(times) * 10**9,
    )
    builder.open()
    first = builder.shown.version
    with read_in_workers.kept_workers(read_stage.LIMITS) as workers:
        builder.follow([()], workers)
        assert builder.shown.version is first
        builder.follow([()], workers)
    assert first is not None
    assert builder.shown.version is not None
    assert not first.has(f"{ROUTE}index.html")
    assert builder.shown.version.has(f"{ROUTE}index.html")


def test_the_day_of_a_preview_stands_while_a_moment_is_given(tmp_path: Path) -> None:
    made = held_back(tmp_path)
    request = made.request(epoch=at("2026-01-14T12:00:00"), now_ns=time.time_ns())
    with pipeline.memory_of(request) as memory:
        version = session.opened(request, memory)
    assert not session.is_new_day(version, at("2026-02-01T00:00:00") * 10**9)
