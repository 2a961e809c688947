"""The model stage: documents in, knowledge out."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from backstory.assembling.affiliations import survey
from backstory.assembling.conflicts import contradictions
from backstory.assembling.entities import Gathered, gather
from backstory.assembling.merge_backings import unite
from backstory.assembling.references import dangling, references
from backstory.assembling.selected_backings import recorded, select
from backstory.assembling.sourcing import unsourced
from backstory.assembling.stated_backings import (
    ListedBackings,
    StatedBacking,
    by_actor,
    by_article,
    by_lists,
    misplaced,
)
from backstory.assembling.unreadable_records import UnreadableRecords, unread
from backstory.assembling.via import no_channels
from backstory.diagnostics import Diagnostic, ordered
from backstory.records.backing import Backing
from backstory.records.boundaries import Country
from backstory.records.document import BackingList, Document
from backstory.records.knowledge import Article, Knowledge
from backstory.schema.kind_fields import SiteFields
from backstory.values.keys import Kind

Selected = Mapping[str, tuple[Backing, ...]]


def model(
    documents: Iterable[Document],
    lists: Iterable[BackingList],
    site: SiteFields,
    *,
    boundaries: tuple[Country, ...] = (),
    today: datetime.date,
    drafts: bool,
    future: bool,
) -> tuple[Knowledge, tuple[Diagnostic, ...]]:
    """Everything the documents say, as entities and backings, and every error between them.

    Drafts and articles whose date is later than `today` are checked like the rest and contribute nothing, unless
    `drafts` or `future` asks for them.
    """
    documents, lists = tuple(documents), tuple(lists)
    gathered, found = gather(documents, site)
    listed, errors = by_lists(lists, site)
    missing = unread(documents, lists, listed.failed, gathered.lost)
    withheld = frozenset(
        name
        for name, article in gathered.entities[Kind.ARTICLE].items()
        if _withheld(article, today, drafts=drafts, future=future)
    )
    entire, more = _knowledge(site, gathered, listed.entire, withheld, missing)
    diagnostics = ordered((*found, *errors, *more, *_between(gathered, listed.entire, site.repository)))
    entire = replace(entire, boundaries=boundaries)
    if not gathered.broken and not listed.failed:
        return entire, diagnostics
    knowledge, _ = _knowledge(site, gathered.sound(), listed, withheld, missing)
    return replace(knowledge, boundaries=boundaries, entire=entire), diagnostics


def _withheld(article: Article, today: datetime.date, *, drafts: bool, future: bool) -> bool:
    fields = article.fields
    earliest = fields.date.value.earliest
    return (fields.draft and not drafts) or (not future and earliest is not None and earliest > today)


def _between(gathered: Gathered, listed: ListedBackings, repository: str | None) -> Iterable[Diagnostic]:
    """What is wrong between files beside the backings: ids nobody has, records out of place, sides at odds."""
    sound = (entity.fields for group in gathered.sound().entities.values() for entity in group.values())
    records = chain(sound, (each.record for each in listed.stated))
    named = chain.from_iterable(references(each) for each in records)
    yield from dangling(chain(named, gathered.named, listed.named), gathered, repository)
    yield from misplaced(gathered.entities)
    yield from no_channels(_stated(gathered, listed))
    for conflict in gathered.entities[Kind.CONFLICT].values():
        yield from contradictions(conflict)


def _stated(gathered: Gathered, listed: ListedBackings) -> Iterator[StatedBacking]:
    """Every record of backing that some file states, drafts included."""
    yield from chain.from_iterable(map(by_actor, gathered.entities[Kind.ACTOR].values()))
    yield from chain.from_iterable(map(by_article, gathered.entities[Kind.ARTICLE].values()))
    yield from listed.stated


def _knowledge(
    site: SiteFields, gathered: Gathered, listed: ListedBackings, withheld: frozenset[str], missing: UnreadableRecords
) -> tuple[Knowledge, tuple[Diagnostic, ...]]:
    """The knowledge of these entities, and what is wrong with their backings."""
    of = gathered.entities
    held = {name: article for name, article in of[Kind.ARTICLE].items() if name in withheld}
    backings, every, selected, found = _backings(gathered, listed, held, missing)
    knowledge = Knowledge(
        site=site,
        articles={name: article for name, article in of[Kind.ARTICLE].items() if name not in withheld},
        actors=of[Kind.ACTOR],
        conflicts=of[Kind.CONFLICT],
        claims=of[Kind.CLAIM],
        events=of[Kind.EVENT],
        places=of[Kind.PLACE],
        terms=of[Kind.TERM],
        sources=of[Kind.SOURCE],
        pages=of[Kind.PAGE],
        backings=backings,
        selected=selected,
        withheld=held,
        recorded=every,
        broken=gathered.broken,
        illegible=gathered.illegible,
        spare=gathered.spare,
    )
    return knowledge, found


def _backings(
    gathered: Gathered, listed: ListedBackings, withheld: Mapping[str, Article], missing: UnreadableRecords
) -> tuple[tuple[Backing, ...], tuple[Backing, ...], Selected, tuple[Diagnostic, ...]]:
    """The backings of published files, those to be checked, those each article shows, and what is wrong with any."""
    articles = gathered.entities[Kind.ARTICLE]
    public = [*chain.from_iterable(by_actor(each) for each in gathered.entities[Kind.ACTOR].values()), *listed.stated]
    public += chain.from_iterable(by_article(each) for name, each in articles.items() if name not in withheld)
    kept = list(chain.from_iterable(by_article(each) for each in withheld.values()))
    missing = replace(missing, misnamed=frozenset(_misnamed([*public, *kept], gathered)))
    shown, found = _united(public, gathered)
    of_public = of_every = recorded(shown)
    every = to_check = shown
    if kept:
        every, found = _united([*public, *kept], gathered)
        of_every = recorded(every)
        held = {article.path for article in withheld.values()}
        to_check += tuple(each for each in every if any(span.path in held for span in each.spans))
    selected: dict[str, tuple[Backing, ...]] = {}
    for name, article in articles.items():
        there = of_every if name in withheld else of_public
        chosen, errors = select(article, there, gathered, missing)
        found += errors
        if name not in withheld:
            selected[name] = chosen
    known = [each for each in every if not missing.says(each.backer, each.recipient)]
    found += tuple(unsourced(known, gathered.entities[Kind.ACTOR]))
    return shown, to_check, selected, found


def _united(stated: Sequence[StatedBacking], gathered: Gathered) -> tuple[tuple[Backing, ...], tuple[Diagnostic, ...]]:
    """Backings between actors that can be read; the others are reported where they are named."""
    actors = gathered.entities[Kind.ACTOR]
    whole = [each for each in stated if each.record.actor.id in actors and each.recipient in actors]
    landscape, circles = survey(gathered.entities, whole)
    backings, differences = unite(whole, landscape)
    return backings, circles + differences


def _misnamed(stated: Iterable[StatedBacking], gathered: Gathered) -> Iterable[str]:
    """The backers and recipients of the records that name somebody, or a conflict, that there is not."""
    for each in stated:
        ids = (Kind.ACTOR, each.record.actor.id), (Kind.ACTOR, each.recipient), (Kind.CONFLICT, each.conflict)
        if not all(name is None or gathered.has(kind, name) for kind, name in ids):
            yield from (each.record.actor.id, each.recipient)
