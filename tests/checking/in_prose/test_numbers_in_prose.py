"""Numbers in prose, in digits and in words."""

from __future__ import annotations

import pytest

from backstory.checking.in_prose.numbers_in_prose import numbers


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("1,200 or 1.200 or 1 200 or 1\u202f200 or 1٬200", [1200] * 5),
        ("1.2 million, 2,5 millions, 3 thousand, ٣ آلاف", [1_200_000, 2_500_000, 3000, 3000]),
        ("1,000-1,500", [1000, 1500]),
        ("forty-one; Forty; seventy two; a hundred and five", [41, 40, 72, 105]),
        ("two thousand five hundred; one hundred thousand", [2500, 100_000]),
        ("a dozen, two dozen", [12, 24]),
        ("between five and fourteen; between twenty and five hundred", [5, 14, 20, 500]),
        ("$41 million, USD 0.4bn, 12.5 km", [41_000_000, 400_000_000, 12.5]),
        ("deux mille, cent vingt, vingt et un, une douzaine, un million", [2000, 120, 21, 12, 1_000_000]),
        ("soixante-dix, soixante-douze, quatre-vingts, quatre-vingt-dix", [70, 72, 80, 90]),
    ],
)
def test_numbers_have_the_value_that_prose_gives_them(text: str, values: list[float]) -> None:
    assert [each.value for each in numbers(text)] == values


def test_a_run_of_words_that_multiply_makes_no_number_beyond_all_bounds() -> None:
    assert all(each.value < 1e50 for each in numbers("cent " * 200 + "mille " * 200))


@pytest.mark.parametrize(
    "text",
    [
        "MiG-29",
        "one man",
        "dozens of men",
        "hundreds",
        "several hundred",
        "half a million",
        "50%",
        "MiG 29",
        "a 16-year-old",
        "at 14:30",
        "page 3",
        "3rd",
        "2/3",
    ],
)
def test_parts_of_names_and_vague_numbers_are_none(text: str) -> None:
    assert list(numbers(text)) == []
