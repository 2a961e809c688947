"""The sentence around a mention."""

from __future__ import annotations

import pytest

from backstory.linking.mention_sentence import MOST, sentence


def around(text: str) -> str:
    """The sentence around the words in braces, these still in braces."""
    start, end = text.index("{"), text.index("}") - 1
    before, mention, after = sentence(text.replace("{", "").replace("}", ""), start, end)
    return f"{before}{{{mention}}}{after}"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("One. The {LNA} left. Two.", "The {LNA} left."),
        ("He said so! Did the {LNA} leave? Yes.", "Did the {LNA} leave?"),
        ("He met Gen. {Haftar} there. Then left.", "He met Gen. {Haftar} there."),
        ("The U.S. {Army} left. It did.", "The U.S. {Army} left."),
        ("It left the U.S. The {LNA} stayed.", "The {LNA} stayed."),
        ("St. {Paul} and J. R. Smith. Next.", "St. {Paul} and J. R. Smith."),
        ("About 1.5 million in No. 5 fled the {LNA}. Next.", "About 1.5 million in No. 5 fled the {LNA}."),
        ("“It is false.” The {LNA} said so.", "The {LNA} said so."),
        ("“We deny it,” the {LNA} said.) Next.", "“We deny it,” the {LNA} said.)"),
        ("Wait… the {LNA} left.", "Wait… the {LNA} left."),
        ("هل انسحب؟ قال {الجيش} لا. انتهى.", "قال {الجيش} لا."),
        ("یہ غلط ہے۔ {فوج} نے کہا۔ ختم", "{فوج} نے کہا۔"),
        ("В 2020 г. {ЛНА} ушла. Потом вернулась.", "В 2020 г. {ЛНА} ушла."),
        ("ООН молчит. {ЛНА} ушла. Да.", "{ЛНА} ушла."),
        ("他走了。{俄羅斯}說話。完。", "{俄羅斯}說話。"),
        ("Two  spaces\nand the {LNA}.", "Two spaces and the {LNA}."),
    ],
)
def test_a_sentence_is_cut_at_its_ends_and_not_at_abbreviations(text: str, shown: str) -> None:
    assert around(text) == shown


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        (120, 117, (120, 117)),
        (120, 118, (118, 118)),
        (200, 37, (200, 37)),
        (200, 38, (199, 38)),
        (37, 200, (37, 200)),
        (38, 200, (38, 199)),
        (300, 300, (118, 119)),
    ],
)
def test_240_characters_are_shown_and_what_one_side_leaves_goes_to_the_other(
    before: int, after: int, shown: tuple[int, int]
) -> None:
    left, mention, right = sentence("a" * before + "LNA" + "b" * after, before, before + 3)
    assert mention == "LNA"
    assert (left.count("a"), right.count("b")) == shown
    assert ("…" in left, "…" in right) == (shown[0] < before, shown[1] < after)


def test_a_long_sentence_is_cut_at_words_around_the_mention() -> None:
    words = "word " * 200
    before, mention, after = sentence(f"{words}LNA {words}", 1000, 1003)
    assert mention == "LNA"
    assert len(before) + len(after) <= MOST + 4
    assert before.startswith("… word word")
    assert before.endswith("word ")
    assert after.startswith(" word")
    assert after.endswith("word …")
