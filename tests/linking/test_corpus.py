"""Automatic linking measured on a corpus of marked mentions in four languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml

from backstory.linking import link
from backstory.linking.link import Linker, texts_of
from backstory.records.entity import Entity
from backstory.records.prose import Run
from backstory.values.keys import Kind
from tests.linking import build

CORPUS = Path(__file__).parent / "corpus"
LANGUAGES = ("en", "fr", "ar", "ru")
_MARK = re.compile(r"\{(?P<id>!|[a-z-]+)\|(?P<words>[^}]*)\}")


@dataclass
class Score:
    """What was found of the marked mentions, and what was linked wrongly."""

    wanted: int = 0
    traps: int = 0
    linked: int = 0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """The share of mentions to be linked that are."""
        return 1 - len(self.missed) / self.wanted

    @property
    def error(self) -> float:
        """The share of automatic links that lead to what the words do not name."""
        return len(self.wrong) / self.linked


def names() -> Iterator[Entity[Any]]:
    """The entities of the corpus."""
    listed = yaml.safe_load((CORPUS / "names.yaml").read_text(encoding="utf-8"))
    for name, fields in listed["actors"].items():
        yield build.entity(Kind.ACTOR, name, **build.located(fields))
    for name, fields in listed["terms"].items():
        yield build.entity(Kind.TERM, name, definition="…", **build.located(fields))
    for name, fields in listed["places"].items():
        yield build.entity(Kind.PLACE, name, **build.located(fields))


def measured(lang: str) -> Score:
    """The score of one language's lines."""
    lines = (CORPUS / f"{lang}.txt").read_text(encoding="utf-8").splitlines()
    score = Score()
    texts = [line for line in lines if line and not line.startswith("# ")]
    articles = [
        build.article(f"{lang}-{at}", _MARK.sub(r"\g<words>", text), lang=lang) for at, text in enumerate(texts)
    ]
    linker = Linker(build.knowledge(*names(), *articles), ())
    for entity, text in zip(articles, texts, strict=True):
        _compare(score, linker.text(entity, next(texts_of(entity))).linked, text)
    return score


def _compare(score: Score, linked: Any, text: str) -> None:
    got = []
    offset = {}
    place = 0
    for number, part in enumerate(linked.prose.parts):
        if isinstance(part, Run):
            offset[number] = place
            place += len(part.text)
    for mention in linked.mentions:
        start = offset[mention.part] + mention.start
        got.append((start, start + mention.end - mention.start, mention.key.id))
    marks = []
    shift = 0
    for mark in _MARK.finditer(text):
        start = mark.start() - shift
        marks.append((start, start + len(mark["words"]), mark["id"]))
        shift += len(mark[0]) - len(mark["words"])
    wanted = [mark for mark in marks if mark[2] != "!"]
    score.wanted += len(wanted)
    score.traps += len(marks) - len(wanted)
    score.linked += len(got)
    score.missed += [f"{mark[2]} in: {text}" for mark in wanted if mark not in got]
    score.wrong += [f"{mention[2]} in: {text}" for mention in got if mention not in wanted]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_names_of_the_corpus_are_linked_and_nothing_else_is(lang: str) -> None:
    score = measured(lang)
    print(f"\n{lang}: {score.wanted} mentions, {score.traps} traps: recall {score.recall:.1%}, wrong {score.error:.1%}")
    assert score.missed == []
    assert score.wrong == []


def test_the_corpus_has_four_hundred_marks_and_reaches_the_bars() -> None:
    scores = [measured(lang) for lang in LANGUAGES]
    wanted, linked = sum(each.wanted for each in scores), sum(each.linked for each in scores)
    traps = sum(each.traps for each in scores)
    recall = 1 - sum(len(each.missed) for each in scores) / wanted
    wrong = sum(len(each.wrong) for each in scores) / linked
    print(f"\nall: {wanted} mentions, {traps} traps: recall {recall:.1%}, wrong links {wrong:.1%}")
    assert wanted >= 400
    assert recall >= 0.98
    assert wrong <= 0.01


def test_the_names_of_the_corpus_make_no_error() -> None:
    assert [each for each in link(build.knowledge(*names()), ())[1] if each.severity == "error"] == []
