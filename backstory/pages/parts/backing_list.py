"""Lists of ties: the first few rows of who backs an actor, or whom it backs, and the rest folded away."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from backstory.drawing.time_strip import Days
from backstory.language import wording
from backstory.pages.core import entity_links
from backstory.pages.core.entity_links import EntityLink
from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.parts import time_strips
from backstory.pages.parts.tie_rows import End, TieRow, tie_row
from backstory.pages.parts.time_strips import Ends
from backstory.pages.queries import sorting, tie_grouping
from backstory.pages.queries.tie_grouping import Records
from backstory.records.backing import Backing
from backstory.values.record import Record
from backstory.values.vocabulary import SourceKind

# A list of up to _LONG is shown whole; of a longer one the first few.
_LONG, _FIRST = 7, 5


class Fold(Record, frozen=True):
    """Ties that are folded away under a line that says how many; `open_wide` where a wide page has room for them."""

    label: str
    ties: tuple[TieRow, ...]
    open_wide: bool


class BackingList(Record, frozen=True):
    """Ties by what they rest on: the first few of them, and the folds that hold the rest.

    `names` is the end of each tie that its row names. `scale` is that of the time strips, None where nothing has a
    date. The length of the list is the number of records.
    """

    names: End = End.BACKER
    shown: tuple[TieRow, ...] = ()
    folds: tuple[Fold, ...] = ()
    scale: Ends | None = None

    def __len__(self) -> int:
        ties = (*self.shown, *(tie for fold in self.folds for tie in fold.ties))
        return sum(len(record.ids) for tie in ties for record in tie.records)


class TitledList(Record, frozen=True):
    """A list of ties under its title."""

    title: EntityLink
    ties: BackingList


def backing_list(
    page: PageBuilder,
    backings: Iterable[Backing],
    *,
    names: End = End.BACKER,
    detailed: bool = True,
    span: Days | None = None,
    most: int | None = None,
) -> BackingList:
    """The list of these backings, of no more than `most` ties. What rests on datasets alone is folded away, and of a
    long list the rest.

    `names` is the end that each row names, `detailed` and `span` are as for `tie_row`; without a span, the time strips
    share the scale of what is listed.
    """
    ties = tie_grouping.ties(sorting.by_ground(page, backings))[:most]
    span = span or time_strips.scale(each for records in ties for each in records)
    row = partial(tie_row, page, names=names, detailed=detailed, span=span)
    others: list[Records] = []
    in_datasets: list[Records] = []
    for records in ties:
        (in_datasets if all(_in_dataset_alone(page, each) for each in records) else others).append(records)
    if not others:
        others, in_datasets = in_datasets, others
    first = others if len(others) <= _LONG else others[:_FIRST]
    return BackingList(
        names,
        tuple(map(row, first)),
        (
            *_folds(page.lang, "ledger.more", others[len(first) :], row, open_wide=True),
            *_folds(page.lang, "ledger.in-datasets", in_datasets, row, open_wide=False),
        ),
        time_strips.ends(span, page.lang) if span and ties else None,
    )


def _in_dataset_alone(page: PageBuilder, backing: Backing) -> bool:
    """Whether a dataset alone reports it, and nobody has taken a position."""
    sources = page.site.knowledge.sources
    cited = [sources.get(use.source.id) for use in backing.sources]
    kinds = {source.fields.kind if source else None for source in cited}
    return kinds == {SourceKind.DATASET} and not backing.positions


def _folds(
    lang: str, phrase: str, ties: Sequence[Records], row: Callable[[Records], TieRow], *, open_wide: bool
) -> Iterator[Fold]:
    """The fold that holds these ties, under a phrase that counts their records; nothing without ties."""
    if ties:
        yield Fold(wording.plural(phrase, sum(map(len, ties)), lang), tuple(map(row, ties)), open_wide)


def by_recipient(
    page: PageBuilder,
    backings: Iterable[Backing],
    *,
    detailed: bool = True,
    span: Days | None = None,
    most: int | None = None,
) -> tuple[TitledList, ...]:
    """A list for each recipient, in the order given, all on one scale; each of no more than `most` ties."""
    found: dict[str, list[Backing]] = {}
    for each in backings:
        found.setdefault(each.recipient, []).append(each)
    span = span or time_strips.scale(each for ties in found.values() for each in ties)
    return tuple(
        TitledList(
            entity_links.actor(page, recipient), backing_list(page, ties, detailed=detailed, span=span, most=most)
        )
        for recipient, ties in found.items()
    )
