"""Every key that an author can write is shown: a site that fills them all, and where its values stand on its pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from backstory import config
from backstory.engine import store
from backstory.pipeline.discovery import look
from backstory.pipeline.read_stage import Reading, read
from tests.outputs.exports import every_key
from tests.outputs.exports.every_key import Keys
from tests.outputs.exports.test_every_value import AWKWARD
from tests.scenario import site

SHAPES = [each.__name__ for each in every_key.SHAPES]
# A word, a year or a number, which stand nowhere else in the site; ids, listed words and flags have none.
_WORD = re.compile(r"Zz\w+|\bQ\d+|\b[a-f]{64}\b|\b\d{4}\b|\b\d+\.\d+|\b\d{1,3}\b")
_NOT_SHOWN: Mapping[Keys, str] = {
    ("review_by",): "it reminds the desk, in `check`",
    ("value", "low"): "`said` gives the figure in words; the numbers are compared",
    ("value", "high"): "`said` gives the figure in words; the numbers are compared",
    ("value", "unit"): "it stands over the figures of a claim where nothing says what is counted",
    ("by", "role"): "to be shown",
    ("role",): "to be shown",
    ("brief", "labels", "happened"): "to be shown",
    ("brief", "labels", "disputed"): "to be shown",
    ("brief", "labels", "unknown"): "to be shown",
}
_NO_PAGE = {"Zzrole2AR", "Zzquote1AR"}
"""What is written in a language in which its entity has no page."""


@pytest.fixture(scope="module")
def reading_and_pages(tmp_path_factory: pytest.TempPathFactory) -> tuple[Reading, frozenset[str]]:
    """The site as it was read, and the words and numbers that readers find on its pages."""
    folder = tmp_path_factory.mktemp("every")
    made = site(folder / "site", AWKWARD.replace("publisher: Zzpublisher", "publisher: Zzpublisher\nshow_grades: true"))
    assert made.build().published
    with store.opened(folder / "store.sqlite", "tests") as memory:
        seen = look(made.request(), memory)
        settings, _ = config.load(seen.settings)
        reading = read(made.request(), seen.snapshot, settings, memory)
    return reading, frozenset(_WORD.findall("".join(map(_readable, made.folder.glob("output/**/*.html")))))


def _readable(page: Path) -> str:
    """What a page says, and where its links lead."""
    text = re.sub(r"<(script|style|svg)\b.*?</\1>", " ", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    return re.sub(r"<[^>]*>", " ", text) + " ".join(re.findall(r'href="(https?:[^"]*)"', text))


def _marks(text: str) -> list[str]:
    """The words and years of a value, and a value that is a number; a page gives months in words."""
    found = _WORD.findall(text)
    return found if found == [text.lstrip("-")] else [each for each in found if not re.fullmatch(r"\d{1,3}", each)]


def _written(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from _written(each)
    else:
        yield str(value)


@pytest.mark.parametrize("shape", SHAPES)
def test_every_key_stands_on_a_page_or_is_left_out_for_a_reason(
    reading_and_pages: tuple[Reading, frozenset[str]], shape: str
) -> None:
    reading, shown = reading_and_pages
    filled = every_key.filled(reading.documents, reading.lists)
    missing = {}
    for keys in every_key.leaves(shape):
        written = (text for fields, key in filled.get((shape, keys), ()) for text in _written(fields[key]))
        lost = {mark for text in written for mark in _marks(text)} - shown - _NO_PAGE
        if lost and not any(keys[-len(each) :] == each for each in _NOT_SHOWN):
            missing[keys] = sorted(lost)
    assert missing == {}
