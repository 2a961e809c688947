"""Quotation marks as each language sets them."""

from __future__ import annotations

import pytest

from backstory.pages.core.quote_marks import Curler, curled


@pytest.mark.parametrize(
    ("lang", "typed", "set_"),
    [
        ("en", 'It said "it is so".', "It said “it is so”."),
        ("en", '"Hides", wrote one; "shows", another.', "“Hides”, wrote one; “shows”, another."),
        ("en", "Haftar's forces, the men's", "Haftar’s forces, the men’s"),
        ("en", "the forces' men in the '90s", "the forces’ men in the ’90s"),
        ("en", "he said 'no' to it", "he said ‘no’ to it"),
        ("en", "\"He said 'no'.\"", "“He said ‘no’.”"),
        ("en", '("it")', "(“it”)"),
        ("en", 'a 24" gun', 'a 24" gun'),
        ("en", "At 32°54'12\"N 13°10'50.5\"E it stood", "At 32°54'12\"N 13°10'50.5\"E it stood"),
        ("en", '"At 32° 54\' 12" N", he said of 32°54\'N', "“At 32° 54' 12\" N”, he said of 32°54'N"),
        ("ar", "عند ٣٢°٥٤'١٢\" شمالا", "عند ٣٢°٥٤'١٢\" شمالا"),
        ("en", '"He is 5\'10" tall", 6\' or 6\'2"', "“He is 5'10\" tall”, 6' or 6'2\""),
        ("en", "the 1990's and the 747's wing", "the 1990’s and the 747’s wing"),
        ("en", "The band '2020' and '90' played", "The band ‘2020’ and ‘90’ played"),
        ("en", "'5 men' in '14 and '2019, a bad year'", "‘5 men’ in ’14 and ‘2019, a bad year’"),
        ("en", '"the class of \'89" and "in 2020"', "“the class of ’89” and “in 2020”"),
        ("de", "Die Gruppe '2020'", "Die Gruppe ‚2020‘"),
        ("en-GB", '"it"', "“it”"),
        ("ar", 'قال "نعم" ثم و"لا"', "قال «نعم» ثم و«لا»"),
        ("fr", 'l\'armée dit "non"', "l’armée dit «\u202fnon\u202f»"),
        ("de", '"ja"', "„ja“"),
        ("xx", '"so"', "“so”"),
        ("en", "“so” it’s", "“so” it’s"),
        ("en", "", ""),
    ],
)
def test_straight_marks_are_set_as_the_language_sets_them(lang: str, typed: str, set_: str) -> None:
    assert curled(typed, lang) == set_


def test_what_was_before_decides_across_pieces() -> None:
    curler = Curler("en")
    assert [curler.text(each) for each in ('"', "Russia", '" and ', "Haftar", "'s")] == [
        "“",
        "Russia",
        "” and ",
        "Haftar",
        "’s",
    ]


def test_a_paragraph_s_end_closes_what_was_left_open() -> None:
    curler = Curler("en")
    first = curler.text('"One')
    curler.rest()
    assert (first, curler.text('"Two"')) == ("“One", "“Two”")
