"""The model stage: documents in, knowledge out."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain
from typing import Any

from backstory.assembling.affiliations import affiliations
from backstory.assembling.entities import Entities, Gathered, gather
from backstory.assembling.ids_of_names import with_ids_of_names
from backstory.assembling.merge_backings import unite
from backstory.assembling.selected_backings import selected
from backstory.assembling.stated_backings import by_actor, by_article, by_lists
from backstory.assembling.unreadable import unreadable_records
from backstory.diagnostics import Diagnostic, ordered
from backstory.records.backing import Backing, StatedBacking
from backstory.records.boundaries import Country
from backstory.records.document import BackingList, Document
from backstory.records.knowledge import Article, Knowledge
from backstory.schema.kind_fields import SiteFields
from backstory.values.keys import Key, Kind
from backstory.values.same import ANEW, Same

_BY: Mapping[Kind, Callable[[Any], tuple[StatedBacking, ...]]] = {Kind.ACTOR: by_actor, Kind.ARTICLE: by_article}


def model(
    documents: Iterable[Document],
    lists: Iterable[BackingList],
    site: SiteFields,
    *,
    boundaries: tuple[Country, ...] = (),
    today: datetime.date,
    drafts: bool,
    future: bool,
    same: Same = ANEW,
) -> tuple[Knowledge, tuple[Diagnostic, ...]]:
    """Everything the documents say, as entities and backings, and what keeps one of them from being read or from being
    an entity. What contradicts itself between them is for `checking` to say.

    Drafts and articles whose date is later than `today` are checked like the rest and contribute nothing, unless
    `drafts` or `future` asks for them. `same` has what was made of the documents of an earlier version of the site.
    """
    documents, lists = tuple(documents), tuple(lists)
    gathered, found = gather(documents, site, same)
    listed, errors = by_lists(lists, site, same)
    articles = gathered.entities[Kind.ARTICLE].values()
    withheld = frozenset(each.key for each in articles if _withheld(each, today, drafts=drafts, future=future))
    entire = replace(
        _knowledge(site, gathered, (*listed.stated, *listed.part), withheld, same),
        boundaries=boundaries,
        misread=(*gathered.misread, *listed.misread),
        unreadable=unreadable_records(documents, lists, listed.failed, gathered.lost),
    )
    diagnostics = ordered(with_ids_of_names((*found, *errors), gathered.entities))
    if not gathered.lost and not listed.failed:
        return entire, diagnostics
    sound = _knowledge(site, gathered.sound(), listed.stated, withheld, same)
    return replace(sound, boundaries=boundaries, entire=entire), diagnostics


def _withheld(article: Article, today: datetime.date, *, drafts: bool, future: bool) -> bool:
    return (article.fields.draft and not drafts) or (not future and is_future(article, today))


def is_future(article: Article, today: datetime.date) -> bool:
    """Whether the whole of an article's date is still to come."""
    earliest = article.fields.date.value.earliest
    return earliest is not None and earliest > today


def _knowledge(
    site: SiteFields, gathered: Gathered, listed: Iterable[StatedBacking], withheld: frozenset[Key], same: Same
) -> Knowledge:
    """The knowledge of these entities and of the records in lists."""
    of = gathered.entities
    own = ((by, each) for kind, by in _BY.items() for each in of[kind].values() if each.fields.backers)
    stated = (*chain.from_iterable(same.made("stated", (each,), partial(by, each)) for by, each in own), *listed)
    published = {name: each for name, each in of[Kind.ARTICLE].items() if each.key not in withheld}
    backings, with_drafts = _backings(of, stated, withheld, same)
    return Knowledge(
        site=site,
        articles=published,
        actors=of[Kind.ACTOR],
        conflicts=of[Kind.CONFLICT],
        claims=of[Kind.CLAIM],
        events=of[Kind.EVENT],
        places=of[Kind.PLACE],
        terms=of[Kind.TERM],
        sources=of[Kind.SOURCE],
        pages=of[Kind.PAGE],
        backings=backings,
        selected=selected(published.values(), backings, same),
        withheld={name: each for name, each in of[Kind.ARTICLE].items() if each.key in withheld},
        recorded=(*backings, *with_drafts),
        stated=stated,
        broken=gathered.broken,
        illegible=gathered.illegible,
        spare=gathered.spare,
    )


def _backings(
    entities: Entities, stated: Iterable[StatedBacking], withheld: frozenset[Key], same: Same
) -> tuple[tuple[Backing, ...], tuple[Backing, ...]]:
    """The backings of published files, and those in which a withheld article has part, as they would become.

    They are between actors that there are; the others are reported where they are named.
    """
    actors = entities[Kind.ACTOR]
    known = [each for each in stated if each.record.actor.id in actors and each.recipient in actors]
    public = [each for each in known if each.by not in withheld]
    drafted = {each.id for each in known if each.by in withheld}
    backings = _united(entities, public, same)
    every = _united(entities, known, same) if drafted else ()
    return backings, tuple(each for each in every if each.id in drafted)


def _united(entities: Entities, stated: Sequence[StatedBacking], same: Same) -> tuple[Backing, ...]:
    judging = (each for kind in (Kind.SOURCE, Kind.ACTOR, Kind.CONFLICT) for each in entities[kind].values())
    return same.made("backings", (*judging, *stated), lambda: unite(stated, affiliations(entities, stated)))
