"""What GitHub shows is what we show: snippets beside markdown-it-py, and the differences that are permitted."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.reading.markdown.oracle import canonical, ours, theirs

HERE = Path(__file__).parent


class Snippet(NamedTuple):
    topic: str
    title: str
    text: str


class Permitted(NamedTuple):
    title: str
    reason: str
    text: str
    shown: str


def _snippets() -> list[Snippet]:
    found = []
    for path in sorted((HERE / "parity").glob("*.txt")):
        for entry in re.split(r"^%% ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            title, _, text = entry.partition("\n")
            found.append(Snippet(path.stem, title, text.rstrip("\n") + "\n"))
    return found


def _permitted() -> list[Permitted]:
    found = []
    for entry in re.split(r"^%% ", (HERE / "permitted.txt").read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        title, _, rest = entry.partition("\n")
        reason, text, shown = re.split(r"^---\n", rest, maxsplit=2, flags=re.MULTILINE)
        found.append(Permitted(title, reason.strip(), text, shown.strip()))
    return found


SNIPPETS, PERMITTED = _snippets(), _permitted()


@pytest.mark.parametrize("snippet", SNIPPETS, ids=lambda each: f"{each.topic}: {each.title}")
def test_a_snippet_is_shown_as_github_shows_it(snippet: Snippet) -> None:
    assert ours(snippet.text) == theirs(snippet.text)


@pytest.mark.parametrize("case", PERMITTED, ids=lambda each: each.title)
def test_a_permitted_difference_is_shown_as_its_reason_says(case: Permitted) -> None:
    assert ours(case.text) == canonical(case.shown)


@pytest.mark.parametrize("case", PERMITTED, ids=lambda each: each.title)
def test_a_permitted_difference_is_one_and_has_a_reason(case: Permitted) -> None:
    assert case.reason
    assert ours(case.text) != theirs(case.text)


def test_the_corpus_has_hundreds_of_snippets_with_titles_of_their_own() -> None:
    assert len(SNIPPETS) >= 500
    assert len({(each.topic, each.title) for each in SNIPPETS}) == len(SNIPPETS)
