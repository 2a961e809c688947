"""In what order ties and claims are listed: by name and date, never by how well they are founded."""

from __future__ import annotations

from collections.abc import Iterable

from backstory.model import names
from backstory.model.backing import Backing
from backstory.model.knowledge import Claim
from backstory.model.names.order import SortKey
from backstory.pages import naming, statuses
from backstory.pages.folio import Folio

NEVER = (0, 0, "")


def start(backing: Backing) -> tuple[int, int, str]:
    """The first day a backing speaks of."""
    given = [backing.from_, *backing.observed, backing.as_of]
    return min((each.value.sort_key for each in given if each), default=NEVER)


def called(folio: Folio, actor: str) -> tuple[SortKey, str]:
    """Where an actor stands in the alphabet of the page's language."""
    known = folio.site.knowledge.actors.get(actor)
    name, spoken = naming.name(known).pick(folio.lang) if known else (actor, folio.lang)
    return names.sort_key(name, spoken), actor


def by_counterpart(folio: Folio, backings: Iterable[Backing], *, recipients: bool) -> tuple[Backing, ...]:
    """Backings by the name of the recipient or else of the backer, then in order of date."""
    return tuple(
        sorted(
            backings,
            key=lambda each: (called(folio, each.recipient if recipients else each.backer), start(each), each.id),
        )
    )


def latest_first(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Claims by their newest position, the newest first."""
    return tuple(sorted(claims, key=lambda each: (_newest(each), each.id), reverse=True))


def _newest(claim: Claim) -> tuple[int, int, str]:
    days = (each.date.value.sort_key for each in statuses.counted(claim.fields) if each.date)
    return max(days, default=NEVER)
