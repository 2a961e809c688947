from __future__ import annotations

from collections.abc import Sequence

import pytest

from backstory.drawing import text_fitting, text_width
from backstory.drawing.network.uncross import crossings, untangled
from tests.drawing.pictures import NAMES


def test_marks_that_stand_on_a_letter_take_no_room() -> None:
    assert text_width.width("e\u0301", 10) == text_width.width("e", 10)
    assert text_width.width("مُحَمَّد", 10) == text_width.width("محمد", 10)


def test_a_chinese_sign_is_as_wide_as_it_is_high() -> None:
    assert text_width.width("民", 100) == pytest.approx(100, abs=1)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("room", [60, 100, 180])
def test_no_line_is_wider_than_its_room(name: str, room: float) -> None:
    for most in (1, 2, 3):
        found = text_fitting.fit(name, room, 14.5, most=most, bold=True)
        assert len(found.lines) <= most
        assert max(text_width.width(line, 14.5, bold=True) for line in found.lines) <= room


def test_a_name_is_broken_at_spaces_and_cut_after_a_word() -> None:
    assert text_fitting.fit("Government of National Accord", 110, 14.5, most=3, bold=True).lines == (
        "Government",
        "of National",
        "Accord",
    )
    assert text_fitting.shorten("Government of National Accord", 150, 14.5, bold=True) == "Government of…"


@pytest.mark.parametrize("name", NAMES)
def test_words_on_one_line_are_as_wide_as_their_words_and_spaces(name: str) -> None:
    words = name.split()
    for bold in (True, False):
        own = [text_width.advance(word, bold=bold) for word in words]
        assert text_width.advance(name, bold=bold) == sum(own) + (len(words) - 1) * text_width.advance(" ", bold=bold)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("room", [30, 60, 100, 180])
def test_no_beginning_that_fits_is_longer_than_the_reach_of_its_room(name: str, room: float) -> None:
    fitting = [end for end in range(len(name) + 1) if text_width.width(name[:end], 14.5) <= room]
    assert max(fitting) <= text_width.reach(name, room, 14.5)


def test_no_word_is_broken_before_its_last_letter_or_two() -> None:
    for room in range(50, 130):
        assert min(map(len, text_fitting.fit("Coordination", room, 14.5, most=9, bold=True).lines)) > 2


@pytest.mark.parametrize(
    ("word", "lines"),
    [
        ("Representatives", ("Represen\u2010", "tatives")),
        ("Anglo-Egyptian-Sudanese", ("Anglo-", "Egyptian-", "Sudanese")),
        ("Правительство", ("Прави\u2010", "тельство")),
        ("人民解放阵线军", ("人民解放阵线", "军")),
    ],
)
def test_a_word_too_long_is_broken_between_syllables_with_a_hyphen_or_at_its_own(
    word: str, lines: tuple[str, ...]
) -> None:
    assert text_fitting.fit(word, 100, 14.5, most=9, bold=True).lines == lines


def test_a_link_whose_words_are_broken_is_named_by_them_whole() -> None:
    for word in ("House of Representatives", "Anglo-Egyptian-Sudanese"):
        assert text_fitting.link_name(text_fitting.fit(word, 100, 14.5, most=9, bold=True).lines, word) == word


def test_a_word_whose_letters_join_is_not_broken_but_cut_and_said_to_be() -> None:
    found = text_fitting.fit("والاستخبارات", 60, 14.5, most=3, bold=True)
    assert (len(found.lines), found.lines[0][-1], found.cut) == (1, "…", True)


def test_no_word_is_broken_before_a_mark_on_its_letter() -> None:
    assert text_fitting.fit("Donaudampe\u0301", 88, 14.5, most=9, bold=True).lines[-1][0] != "\u0301"


BOLD = (
    ("Rapid Support Forces", 12126),
    ("Правительство национального согласия", 23330),
    ("צבא ההגנה לישראל", 9241),
    ("حكومة الوفاق الوطني", 10918),
    ("مجموعة فاغنر", 7019),
    ("جمهوری اسلامی ایران", 11120),
    ("می\u200cگوید", 3963),
    ("شيء", 2535),
)
REGULAR = (
    ("Government of National Accord", 15727),
    ("Вооружённые силы Судана", 14490),
    ("Εθνική Φρουρά", 7588),
    ("قوات مقاتلة، تدريب، عتاد وإمداد", 13921),
    ("پاکستان تحریکِ انصاف", 9539),
)


@pytest.mark.parametrize(("names", "bold"), [(BOLD, True), (REGULAR, False)])
def test_a_name_has_the_room_that_the_widest_common_font_takes(names: Sequence[tuple[str, int]], *, bold: bool) -> None:
    """Shaped by HarfBuzz in DejaVu Sans or Noto Kufi Arabic, whichever is wider, in thousandths of an em."""
    for name, widest in names:
        assert widest <= text_width.advance(name, bold=bold) < 1.1 * widest, name


@pytest.mark.parametrize("mark", ["", "\u064e", "\u064e\u0651"])
def test_an_arabic_letter_is_wider_at_the_end_of_a_word_whatever_marks_and_signs_follow(mark: str) -> None:
    word, longer = f"كتاب{mark}", f"كتاب{mark}ا"
    assert text_width.advance(longer) < text_width.advance(word) + text_width.advance("ا")
    for sign in (")", "،", "ء", " "):
        assert text_width.advance(word + sign) == text_width.advance(word) + text_width.advance(sign)
    assert text_width.advance(f"{word}\u200cا") == text_width.advance(word) + text_width.advance("ا")


def test_names_of_scripts_with_high_and_low_letters_are_set_in_wider_lines() -> None:
    tall = [text_fitting.fit(name, 100, 14.5, most=3).tall for name in ("روسيا", "Việt Cộng", "नेपाल", *NAMES[:3])]
    assert tall == [True, True, True, False, False, False]


def test_what_is_left_past_the_last_line_is_cut() -> None:
    found = text_fitting.fit("weapons, funding, training, intelligence, troops", 100, 12, most=2)
    assert (found.lines, found.cut) == (("weapons,", "funding…"), True)


def test_a_name_of_no_words_is_one_empty_line() -> None:
    assert text_fitting.fit(" ", 100, 12, most=2).lines == ("",)


def test_a_link_that_shows_part_of_a_word_is_named_by_that_and_by_the_whole() -> None:
    name = "Government of National Accord"
    assert text_fitting.link_name(["Government of…"], name) == name
    assert text_fitting.link_name(["Governm…"], "Government") == "Governm… Government"


def test_columns_are_reordered_until_no_line_crosses_that_need_not() -> None:
    pairs = [("a", "z"), ("b", "y"), ("c", "x")]
    left, groups = untangled("abc", ["xyz"], pairs)
    assert crossings("abc", "xyz", pairs) == 3
    assert crossings(left, groups[0], pairs) == 0


def test_groups_keep_their_place_and_their_members() -> None:
    _, groups = untangled("ab", ["xy", "z"], [("a", "z"), ("b", "x"), ("b", "y")])
    assert [sorted(group) for group in groups] == [["x", "y"], ["z"]]
