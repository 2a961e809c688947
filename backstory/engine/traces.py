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
class Trace:
    """What the drafts of a build asked and were told.

    `facts` is the digest of all that drafts see without asking. `templates` gives the digest of each template with all
    that it is made of. `answers` stand parallel to `questions`. `drafts` are named by their first route, as are
    `summaries`, the pages that sum up all others: each with the digest of what it sums up.
    """

    facts: str = ""
    templates: Mapping[str, str] = field(default_factory=dict)
    questions: tuple[str, ...] = ()
    answers: tuple[bytes, ...] = ()
    drafts: Mapping[str, DraftTrace] = field(default_factory=dict)
    summaries: Mapping[str, tuple[str, tuple[PageTrace, ...]]] = field(default_factory=dict)


def standing(last: Trace, facts: str, template: Callable[[str], str], answer: Answer) -> dict[str, DraftTrace]:
    """The drafts of the last build that need not be made again: the same facts, templates and answers."""
    if last.facts != facts:
        return {}
    other = frozenset(name for name, digest in last.templates.items() if template(name) != digest)
    changed = {at for at, question in enumerate(last.questions) if answer(question) != last.answers[at]}
    return {
        name: draft
        for name, draft in last.drafts.items()
        if changed.isdisjoint(draft.questions) and not any(page.template in other for page in draft.pages)
    }


class Tracing:
    """The trace of a build as it grows."""

    def __init__(self) -> None:
        """Nothing traced yet."""
        self._numbers: dict[str, int] = {}
        self._drafts: dict[str, DraftTrace] = {}
        self._summaries: dict[str, tuple[str, tuple[PageTrace, ...]]] = {}

    def note(self, name: str, questions: Iterable[str], pages: Iterable[PageTrace]) -> None:
        """A draft that was made, with what it asked and became."""
        numbers = tuple(sorted(self._numbers.setdefault(each, len(self._numbers)) for each in questions))
        self._drafts[name] = DraftTrace(numbers, tuple(pages))

    def keep(self, name: str, draft: DraftTrace, last: Trace) -> None:
        """A draft that stands from the last build."""
        self.note(name, (last.questions[at] for at in draft.questions), draft.pages)

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
        )
