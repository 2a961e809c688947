"""One backer behind both sides of a conflict: worth a note, and a warning where no source says so of both.

The warning is for the wrong headline: a state listed among the backers of the side it was fighting. Where one source
stands behind both ties, its author looked at both; where each has a source of its own, one of the two may be wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from backstory.checking.context import Context
from backstory.checking.tie_spans import span_of
from backstory.checking.ties import named_origins
from backstory.diagnostics import Diagnostic, Related, Span, report
from backstory.language.dates import certainly_after
from backstory.records.backing import Backing
from backstory.records.knowledge import Conflict
from backstory.records.sides import parties, possible, together
from backstory.schema.kind_fields import Party
from backstory.schema.references import references
from backstory.schema.types import When
from backstory.values.keys import Kind
from backstory.values.record import Record

_ARTICLES = f"content/{Kind.ARTICLE}/"


class _Help(Record, frozen=True):
    """A stretch in which a backing may have held while its recipient was a party."""

    first: date
    last: date
    backing: Backing


Helped = dict[tuple[str, str], list[_Help]]
"""What a backer gave, by side and party."""


def backs_both_sides(context: Context) -> Iterator[Diagnostic]:
    """A backer of two parties of opposed sides at one time: one diagnostic for a backer, a conflict and two parties."""
    by_recipient: dict[str, list[Backing]] = {}
    told: set[frozenset[Span]] = set()
    for backing in context.knowledge.recorded:
        by_recipient.setdefault(backing.recipient, []).append(backing)
    for conflict in context.knowledge.conflicts.values():
        for helped in _helped(conflict, by_recipient, context.today):
            for one, other in combinations(helped, 2):
                ours, theirs = helped[one], helped[other]
                met = _first_meeting(ours, theirs) if one[0] != other[0] and one[1] != other[1] else None
                if not met:
                    continue
                first, last = _suspect_last(met, ours + theirs)
                # Two records without a conflict meet in every war of the two parties.
                both = frozenset((first.span, last.span))
                if both not in told:
                    told.add(both)
                    yield _finding(conflict, first, last, shared=bool(_named(ours) & _named(theirs)))


def _helped(conflict: Conflict, by_recipient: dict[str, list[Backing]], today: date) -> Iterator[Helped]:
    """For each backer of several sides: what it gave to each party, as long as that was one.

    A record without a conflict counts in each.
    """
    found: dict[str, list[tuple[str, Party, Backing]]] = {}
    for side, party in parties(conflict.fields):
        for backing in by_recipient.get(party.actor.id, ()):
            if backing.conflict in (None, conflict.id):
                found.setdefault(backing.backer, []).append((side.id.id, party, backing))
    for given in found.values():
        if len({side for side, _, _ in given}) > 1:
            helped: Helped = {}
            for side_id, party, backing in given:
                if stretches := list(_while_party(backing, party, today)):
                    helped.setdefault((side_id, party.actor.id), []).extend(stretches)
            yield helped


def _while_party(backing: Backing, party: Party, today: date) -> Iterator[_Help]:
    fought = possible(party.from_, party.to)
    for first, last in span_of(backing, today).reach:
        if together((first, last), fought):
            yield _Help(max(first, fought[0]), min(last, fought[1]), backing)


def _first_meeting(ours: list[_Help], theirs: list[_Help]) -> tuple[_Help, _Help] | None:
    """The first overlap of the one with the other, in one pass over both in order of time."""
    before: dict[bool, list[_Help]] = {True: [], False: []}
    lasting: dict[bool, date] = {True: date.min, False: date.min}
    both = [(each, True) for each in ours] + [(each, False) for each in theirs]
    for each, mine in sorted(both, key=lambda pair: (pair[0].first, pair[0].last, pair[0].backing.id)):
        if before[not mine] and lasting[not mine] >= each.first:
            there = (one for one in before[not mine] if one.last >= each.first and not _handed_over(one, each))
            across = max(there, key=lambda one: one.last, default=None)
            if across:
                return across, each
        before[mine].append(each)
        lasting[mine] = max(lasting[mine], each.last)
    return None


def _handed_over(one: _Help, other: _Help) -> bool:
    """Whether the one may have ended as the other began: to 2016, and from 2016."""
    return _over_by(one.backing.to, other.backing.from_) or _over_by(other.backing.to, one.backing.from_)


def _over_by(end: When | None, start: When | None) -> bool:
    if end is None or start is None or end.value.precision == "open":
        return False
    return not certainly_after(end.value, start.value)


def _named(helps: list[_Help]) -> set[str]:
    """Every source that these backings name, and those they go back to."""
    records = tuple(record for each in helps for record in each.backing.records)
    named = {ref.id for ref in references(records, Kind.SOURCE)}
    return named.union(*(each.backing.standing.origins for each in helps))


def _suspect_last(met: tuple[_Help, _Help], helps: list[_Help]) -> tuple[Backing, Backing]:
    """The two with that last which an author should look at first, and before it the best sourced against it."""
    suspect = max(met, key=lambda each: _doubt(each.backing))
    against = (
        each.backing
        for each in helps
        if each.backing.recipient != suspect.backing.recipient
        and together((each.first, each.last), (suspect.first, suspect.last))
    )
    return min(against, key=_doubt), suspect.backing


def _doubt(backing: Backing) -> tuple[bool, int, Span]:
    """An article's own record is a headline, and one with fewer origins rests on less."""
    at = backing.span
    return at.path.startswith(_ARTICLES), -len(backing.standing.origins), at


def _finding(conflict: Conflict, first: Backing, last: Backing, *, shared: bool) -> Diagnostic:
    sourced = first.standing.origins and last.standing.origins
    what = f"here it backs `{first.recipient}`, on the other side of `{conflict.id}`"
    related = (Related(first.span, f"{what}; rests on {named_origins(first)}"),)
    if shared or not sourced:
        message = (
            f"`{last.backer}` backs `{last.recipient}` here, and its opponent `{first.recipient}` at the same time"
        )
        hint = "nothing to do where this is so; it is said on both pages"
        return report("N404", message, last.span, hint=hint, related=related)
    message = (
        f"`{last.backer}` is named here as a backer of `{last.recipient}`, and is recorded to back its opponent "
        f"`{first.recipient}` at the same time"
    )
    hint = "see which of the two holds; where it does back both, cite a source that says so on both records"
    return report("W405", message, last.span, label=f"rests on {named_origins(last)}", hint=hint, related=related)
