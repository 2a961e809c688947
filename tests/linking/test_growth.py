"""Twice the text takes twice the work to link, counted in calls: no page can be written that takes for ever."""

from __future__ import annotations

import sys
from types import FrameType

import pytest

from backstory.linking import link
from backstory.values.keys import Kind
from tests.linking import build

REPEATED = {
    "a name in a run of capitals": "LNA ",
    "a name after each full stop": "Lna. LNA is. ",
    "a name in a path": "LNA/",
    "a name in a long word": "LNA-",
    "a name after initials": "A. LNA ",
    "a name between dates": "LNA 4 May 2020, ",
    "a name between sums": "US$4 million LNA ",
    "a name of several words": "Libyan National ",
    "a name and markup": "LNA `x` ",
    "links": "[[lna]] ",
    "citations": "Yes [@wire]. ",
    "names in Arabic": "الجيش الوطني الليبي ",
}


def calls(text: str) -> int:
    """How many functions linking a text calls, those of C among them."""
    names = ["LNA", "الجيش الوطني الليبي"]
    known = build.knowledge(
        build.actor("lna", "Libyan National Army", aliases=names),
        build.entity(Kind.SOURCE, "wire", title="Wire"),
        build.article("a", text),
    )
    count = 0

    def profile(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(profile)
    try:
        link(known, files=())
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("part", REPEATED.values(), ids=REPEATED.keys())
def test_twice_the_text_takes_twice_the_calls(part: str) -> None:
    calls(part)  # what is worked out once for all texts
    few, more = calls(part * 250), calls(part * 500)
    assert more < 2.3 * few
