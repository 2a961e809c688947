"""One version of a site: its findings, and what the next version takes over from it."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from backstory.pipeline import memory_of, session
from backstory.pipeline.version import Version
from tests.scenario import Site, site

SITE = """
-- content/actors/league.md --
---
name: League
type: alliance
aliases: [The League]
---
-- content/articles/a.md --
---
title: About it
date: 2020-05-29
---
The League and [[nobody]].
"""


class GivenUp(Exception):
    """Nobody waits for the findings any more."""


@pytest.fixture
def made(tmp_path: Path) -> Site:
    return site(tmp_path / "site", SITE)


def opened(made: Site) -> Version:
    request = made.request(now_ns=time.time_ns(), output=None)
    with memory_of(request) as memory:
        return session.opened(request, memory)


class Ended:
    """Ends a check when it is asked for the last time."""

    def __init__(self, last: int) -> None:
        self.asked, self._last = 0, last

    def __call__(self) -> None:
        self.asked += 1
        if self.asked == self._last:
            raise GivenUp


def test_a_check_may_be_given_up_at_any_place_and_made_again(made: Site) -> None:
    whole, ended = opened(made), Ended(0)
    found = whole.outcome(ended).diagnostics
    assert "E301" in {each.code for each in found}
    version = opened(made)
    for place in range(1, ended.asked + 1):
        with pytest.raises(GivenUp):
            version.outcome(Ended(place))
    assert version.outcome().diagnostics == found


@pytest.mark.parametrize("name", ["actors/nobody/index.html", "nowhere/index.html", "actors/league"])
def test_a_page_that_there_is_not_is_none(made: Site, name: str) -> None:
    assert opened(made).file(name) is None
