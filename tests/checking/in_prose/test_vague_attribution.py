"""Words that pass on what somebody says without saying who, in each language that has a list of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.scenario import found, site

SITE = """
-- site.yaml --
title: A site
languages: [{lang}]
-- content/articles/a.md --
---
title: A
date: 2024-01-01
---
{text}
"""
SPEAKERS = ("sources", "a source", "some officials", "western experts", "security analysts", "observers", "critics")


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        *(("en", f"{speaker} {verb}") for speaker in SPEAKERS for verb in ("say", "said", "believe")),
        *(("en", f"{be} {verb} to") for be in ("is", "were widely") for verb in ("believed", "thought", "said")),
        *(("en", words) for words in ("Reportedly", "allegedly", "It is said", "linked to")),
        *(("fr", f"{who} {say}") for who in ("des experts", "certains expert") for say in ("disent", "estiment")),
        *(
            ("fr", words)
            for words in ("Prétendument", "dit-on", "selon des sources", "liés à", "Selon certaines sources")
        ),
        *(("ar", f"{who} {say}") for who in ("مصادر", "خبراء", "محللون", "مسؤولون") for say in ("تقول", "يقولون")),
        *(("ar", words) for words in ("يُقال", "يقال", "يُزعم", "يزعم أن", "مصادر مطلعة", "بحسب مصادر")),
    ],
)
def test_words_without_a_speaker_are_told_where_they_stand(tmp_path: Path, lang: str, words: str) -> None:
    made = site(tmp_path, SITE.format(lang=lang, text=f"A line.\nAnd so, {words} xyz."))
    assert ("N436", "content/articles/a.md:6") in [
        (code, at.rpartition(":")[0]) for code, at in found(made.build(output=None))
    ]
