"""Twice the text takes twice the work, counted in calls, and no text is too deep or too long for the stack."""

from __future__ import annotations

import sys
from types import FrameType

import pytest

from backstory.reading.markdown import body

REPEATED: dict[str, tuple[str, ...]] = {
    "emphases": ("*a* ",),
    "deletions over lines": ("~~a~~\n",),
    "delimiters that match nothing": ("*a_ ",),
    "nested emphases": ("*a _b ", "c_ d* "),
    "code spans": ("`a` ",),
    "bare addresses": ("www.a.bc ",),
    "mail addresses": ("a@b.cd ",),
    "links": ("[a](b) c\n\n",),
    "images": ("![a](b) c\n\n",),
    "brackets in each other": ("[a ", "b] "),
    "items": ("- a\n",),
    "paragraphs of a quotation, and emphases in its last": ("> a\n>\n", "> *b* c\n"),
    "footnotes": ("a[^{0}]\n\n[^{0}]: b\n\n",),
    "footnotes that use the next": ("[^{0}]: b[^{1}]\n\n", "a[^0] "),
    "definitions": ("[a{0}]: /u\n\n[a{0}]\n\n",),
    "tables": ("| a | b |\n|---|---|\n| c | d |\n\n",),
    "headings of one name": ("## a\n\n",),
    "tags": ("<b>a</b> ",),
    "ids": ('<p id="a{0}">b</p>\n\n',),
    "elements in each other": ("<div>",),
    "quotations in HTML": ("<blockquote>a</blockquote>\n",),
}


def calls(text: str) -> int:
    """How many functions reading a text calls, those of C among them."""
    count = 0

    def profile(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(profile)
    try:
        body(text, "a.md", 1, "en")
    finally:
        sys.setprofile(None)
    return count


def repeated(parts: tuple[str, ...], times: int) -> str:
    """Each of the parts so many times, numbered."""
    return "".join(
        part.replace("{0}", str(number)).replace("{1}", str(number + 1)) for part in parts for number in range(times)
    )


@pytest.mark.parametrize("parts", REPEATED.values(), ids=REPEATED.keys())
def test_twice_the_text_takes_twice_the_work(parts: tuple[str, ...]) -> None:
    assert calls(repeated(parts, 800)) < 2.1 * calls(repeated(parts, 400))


@pytest.mark.parametrize(
    "text",
    [
        "*a **b " * 3_000 + "c** d* " * 3_000,
        "[a " * 1_999 + "](b)" * 1_999,
        "![" * 1_999 + "a" + "](b)" * 1_999,
        "<div>" * 5_000,
        "<b>a " * 3_000,
    ],
    ids=["emphases", "links", "images", "elements", "tags left open"],
)
def test_a_text_may_be_nested_deeply_in_a_line(text: str) -> None:
    assert [each.code for each in body(text, "a.md", 1, "en")[1]] == []
