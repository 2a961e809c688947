"""How long a text takes to read."""

from __future__ import annotations

import pytest

from backstory.pages.parts.reading_time import minutes


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("ar", 138), ("de", 179), ("en", 228), ("es", 218), ("fi", 161), ("fr", 195), ("he", 187), ("it", 188),
        ("nl", 202), ("pl", 166), ("pt", 181), ("ru", 184), ("sl", 180), ("sv", 199), ("tr", 166),
        ("en-GB", 228), ("ja", 184),
    ],
)  # fmt: skip
def test_a_minute_begun_counts_at_the_speed_of_readers_of_the_language(lang: str, words: int) -> None:
    assert [minutes(each, lang) for each in (0, 1, words, words + 1, 2 * words + 1)] == [1, 1, 1, 2, 3]
