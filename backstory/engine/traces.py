"""Which drafts stand: those that would be told, whatever they ask, what they were told when they were made last."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

Answer = Callable[[str], bytes]
"""The digest of the answer to a question, b"" where there is none."""


@dataclass(frozen=True, slots=True)
class PageTrace:
    """A page or file that a draft became: its route, its template ("" for a file made without one), and what of it
    the pages want to know that sum up all others, encoded."""

    route: str
    template: str
    taken: bytes


@dataclass(frozen=True, slots=True)
class DraftTrace:
    """A draft as it was made: the numbers of its questions, and its pages."""

    questions: tuple[int, ...]
    pages: tuple[PageTrace, ...]


@dataclass(frozen=True, slots=True)
class PlannerTrace:
    """A planner as it was asked: the numbers of its questions, and what it planned, encoded."""

    questions: tuple[int, ...]
    planned: bytes


@dataclass(frozen=True, slots=True)
class Trace:
    """What the drafts of a build asked and were told.

    `facts` is the digest of all that drafts see without asking. `templates` gives the digest of each template with all
    that it is made of. `answers` stand parallel to `questions`. `drafts` are named by their first route, as are
    `summaries`, the pages that sum up all others: each with the digest of what it sums up. `planners` are those that
    need not be asked again while their answers stand.
    """

    facts: str = ""
    templates: Mapping[str, str] = field(default_factory=dict)
    questions: tuple[str, ...] = ()
    answers: tuple[bytes, ...] = ()
    drafts: Mapping[str, DraftTrace] = field(default_factory=dict)
    summaries: Mapping[str, tuple[str, tuple[PageTrace, ...]]] = field(default_factory=dict)
    planners: Mapping[int, PlannerTrace] = field(default_factory=dict)


def changed(last: Trace, answer: Answer) -> frozenset[int]:
    """The numbers of the questions that have another answer now."""
    return frozenset(at for at, question in enumerate(last.questions) if answer(question) != last.answers[at])


def planners_standing(last: Trace, changed: frozenset[int]) -> dict[int, PlannerTrace]:
    """The planners that would plan what they planned last, the facts being the same."""
    return {number: each for number, each in last.planners.items() if changed.isdisjoint(each.questions)}


def standing(last: Trace, changed: frozenset[int], template: Callable[[str], str]) -> dict[str, DraftTrace]:
    """The drafts of the last build that need not be made again, the facts being the same: same templates and answers.

    `template` gives the digest of a template with all that it is made of.
    """
    other = frozenset(name for name, digest in last.templates.items() if template(name) != digest)
    return {
        name: draft
        for name, draft in last.drafts.items()
        if changed.isdisjoint(draft.questions) and not any(page.template in other for page in draft.pages)
    }


class Tracing:
    """The trace of a build as it grows."""

    def __init__(self, last: Trace) -> None:
        """Nothing traced yet, the questions numbered as in the last trace where the facts are the same."""
        self._numbers = {question: number for number, question in enumerate(last.questions)}
        self._drafts: dict[str, DraftTrace] = {}
        self._summaries: dict[str, tuple[str, tuple[PageTrace, ...]]] = {}
        self._planners: dict[int, PlannerTrace] = {}

    def note(self, name: str, questions: Iterable[str], pages: Iterable[PageTrace]) -> None:
        """A draft that was made, with what it asked and became."""
        self._drafts[name] = DraftTrace(self._numbered(questions), tuple(pages))

    def keep(self, name: str, draft: DraftTrace) -> None:
        """A draft that stands from the last build."""
        self._drafts[name] = draft

    def note_planner(self, number: int, questions: Iterable[str], planned: bytes) -> None:
        """A planner with what it asked and planned."""
        self._planners[number] = PlannerTrace(self._numbered(questions), planned)

    def note_summary(self, name: str, digest: str, pages: Iterable[PageTrace]) -> None:
        """Pages that sum up others, with the digest of what they sum up."""
        self._summaries[name] = digest, tuple(pages)

    def done(self, facts: str, template: Callable[[str], str], answer: Answer) -> Trace:
        """The whole trace, for the next build."""
        traced = (*(draft.pages for draft in self._drafts.values()), *(pages for _, pages in self._summaries.values()))
        used = sorted({page.template for pages in traced for page in pages if page.template})
        return Trace(
            facts,
            {name: template(name) for name in used},
            tuple(self._numbers),
            tuple(map(answer, self._numbers)),
            dict(self._drafts),
            dict(self._summaries),
            dict(self._planners),
        )

    def _numbered(self, questions: Iterable[str]) -> tuple[int, ...]:
        return tuple(sorted(self._numbers.setdefault(each, len(self._numbers)) for each in questions))
