"""A text that holds a word in any form is never passed over."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from backstory.linking.inflection import readings
from backstory.linking.matcher import words_of
from backstory.linking.word_stems import Stems

PIECES = (
    "armies", "boss", "taxes", "ports", "journaux", "l’armée", "naïve", "e\u0301tat", "U.A.E.", "B.", "b", "x's",
    "Łódź", "straße", "İstanbul", "Σύρος", "ΑΣ", "армия", "\u0439", "™", "№", "℃", "ⓐ", "½", "²", "ﬁn", "æ",
    "وللجيش", "والجيش", "بالمدينة", "لليبيا", "كتاب‌ها", "ـجيش", "إيران", "٢٠٢٠", "וכשהצבא", "הצבא", "ष्ट्र", "กองทัพ",
    "カ\u3099", "\u1112\u1161\u11ab", "中国", " ", "-", "’", "‘", "\u200d", "\u0301", "\u3099", "\n",
)  # fmt: skip


@pytest.mark.parametrize("lang", ["en", "fr", "ar", "fa", "he", "ru", "hi"])
@given(parts=some.lists(some.one_of(some.sampled_from(PIECES), some.text(max_size=3)), max_size=6))
def test_a_text_that_gives_a_word_in_some_form_is_never_passed_over(lang: str, parts: list[str]) -> None:
    text = "".join(parts)
    for word in words_of(text):
        for form, _ in readings(word, lang):
            assert Stems([form]).may_stand_in(text), (word, form)


@pytest.mark.parametrize("text", ["Nobody moved.", "The obese member", "« Rien ! »", "لا أحد"])
def test_a_text_with_other_words_alone_is_passed_over(text: str) -> None:
    assert not Stems(["army", "b", "ligue", "الجيش"]).may_stand_in(text)
