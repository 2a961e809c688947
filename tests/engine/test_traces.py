"""Drafts stand while what they were told is what they would be told."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from backstory.engine.traces import DraftTrace, PageTrace, Trace, Tracing, changed, planners_standing, standing

PAGE = PageTrace("a/", "a.html", b"")
TEMPLATES = {"a.html": "t1", "b.html": "t1"}
ANSWERS = {"text x": b"1", "text y": b"2"}


def _answer(answers: Mapping[str, bytes]) -> Callable[[str], bytes]:
    return lambda question: answers.get(question, b"")


def _last() -> Trace:
    tracing = Tracing(Trace())
    tracing.note("a/", ["text x"], [PAGE])
    tracing.note("b/", ["text y", "text x"], [PageTrace("b/", "b.html", b"")])
    tracing.note("c/", [], [])
    tracing.note_planner(0, ["text x"], b"planned")
    tracing.note_planner(1, ["text y"], b"also")
    return tracing.done("facts", TEMPLATES.__getitem__, _answer(ANSWERS))


def _standing(templates: Mapping[str, str] = TEMPLATES, answers: Mapping[str, bytes] = ANSWERS) -> set[str]:
    last = _last()
    return set(standing(last, changed(last, _answer(answers)), templates.__getitem__))


def test_all_drafts_stand_while_nothing_changed() -> None:
    assert _standing() == {"a/", "b/", "c/"}


def test_a_draft_stands_while_its_own_answers_do() -> None:
    assert _standing(answers=ANSWERS | {"text y": b"3"}) == {"a/", "c/"}


def test_an_answer_that_is_gone_is_another_answer() -> None:
    assert _standing(answers={"text y": b"2"}) == {"c/"}


def test_a_draft_stands_while_its_template_does() -> None:
    assert _standing(templates=TEMPLATES | {"b.html": "t2"}) == {"a/", "c/"}


def test_a_planner_stands_while_its_answers_do() -> None:
    last = _last()
    same = planners_standing(last, changed(last, _answer(ANSWERS | {"text y": b"3"})))
    assert {number: each.planned for number, each in same.items()} == {0: b"planned"}


def test_a_draft_that_stands_is_traced_as_it_was() -> None:
    last = _last()
    tracing = Tracing(last)
    tracing.note("c/", ["text z"], [])
    tracing.keep("b/", last.drafts["b/"])
    trace = tracing.done("facts", TEMPLATES.__getitem__, _answer(ANSWERS))
    assert {trace.questions[at] for at in trace.drafts["b/"].questions} == {"text x", "text y"}
    assert trace.drafts["c/"] == DraftTrace((trace.questions.index("text z"),), ())
    assert trace.answers[trace.questions.index("text z")] == b""
