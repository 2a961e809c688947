"""In what order ties and claims are listed."""

from __future__ import annotations

from collections.abc import Iterable

from backstory.language import names
from backstory.language.names.alphabet import SortKey
from backstory.pages.core.page_builder import PageBuilder
from backstory.records import entity, positions
from backstory.records.backing import Backing
from backstory.records.knowledge import Claim
from backstory.values.vocabulary import Basis

NEVER = (0, 0, "")
_GROUND = {
    Basis.ACKNOWLEDGED: 0,
    Basis.DECLARED: 0,
    Basis.FOUND: 0,
    Basis.ASSESSED: 1,
    Basis.SEPARATE: 2,
    Basis.ONE_SIDE: 3,
    Basis.SINGLE: 3,
    Basis.UNNAMED: 4,
    Basis.UNSOURCED: 4,
}


def start(backing: Backing) -> tuple[int, int, str]:
    """The sort key of the first day that a backing speaks of."""
    given = (backing.from_, *backing.observed, backing.as_of)
    return min([each.value.sort_key for each in given if each], default=NEVER)


def called(page: PageBuilder, actor: str) -> tuple[SortKey, str]:
    """The sort key of an actor's name in the page's language."""
    known = page.site.knowledge.actors.get(actor)
    name, spoken = entity.called(known).pick(page.lang) if known else (actor, page.lang)
    return names.sort_key(name, spoken), actor


def by_ground(page: PageBuilder, backings: Iterable[Backing]) -> tuple[Backing, ...]:
    """Backings by what they rest on, in the order of the drawing's lines: solid, long dashes, dashes, dots, not drawn.

    Within each, the one with the newest evidence comes first; then they are in order of the names.
    """
    listed = tuple(backings)
    names = {end: called(page, end) for end in dict.fromkeys(end for each in listed for end in _ends(each))}
    by_name = sorted(listed, key=lambda each: (names[each.backer], names[each.recipient], each.id))
    newest_first = sorted(by_name, key=_evidence, reverse=True)
    return tuple(sorted(newest_first, key=lambda each: _GROUND[each.standing.basis]))


def _ends(backing: Backing) -> tuple[str, str]:
    return backing.backer, backing.recipient


def _evidence(backing: Backing) -> tuple[int, int, str]:
    """The sort key of the last day of which anything is on record for a backing."""
    given = [backing.from_, backing.to, *backing.observed, *(each.date for each in backing.positions)]
    return max((each.value.sort_key for each in given if each and each.value.precision != "open"), default=NEVER)


def by_recipient(page: PageBuilder, backings: Iterable[Backing]) -> tuple[Backing, ...]:
    """Backings by the recipient's name, then in order of date."""
    listed = tuple(backings)
    names = {each: called(page, each) for each in dict.fromkeys(each.recipient for each in listed)}
    return tuple(sorted(listed, key=lambda each: (names[each.recipient], start(each), each.id)))


def latest_first(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Claims by their newest position, the newest first."""
    return tuple(sorted(claims, key=lambda each: (newest(each), each.id), reverse=True))


def newest(claim: Claim) -> tuple[int, int, str]:
    """The sort key of the day of a claim's newest position."""
    _, said = positions.split(claim.fields.positions, claim.fields.date)
    days = (each.date.value.sort_key for each in said if each.date)
    return max(days, default=NEVER)
