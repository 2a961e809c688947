"""Sites made by hand for the pages' tests: entities as in the linking tests, references resolved by id."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from backstory.pages.core import side_marks
from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.core.site import Options, Site
from backstory.pages.parts import numbered_citations, prose_html
from backstory.pages.parts.cards import Card
from backstory.pages.parts.citations import SourceItem
from backstory.pipeline.plan_stage import PLANNERS
from backstory.records import standing
from backstory.records.backing import Backing
from backstory.records.entity import Entity
from backstory.records.knowledge import Knowledge
from backstory.records.links import (
    Linked,
    Links,
    Mention,
    ProseKey,
    Target,
    ToAddress,
    ToEmbed,
    ToEntity,
    ToFile,
    ToSources,
)
from backstory.records.prose import Reference, ReferenceKind, Run
from backstory.records.snapshot import SiteFile, Snapshot, Stamp
from backstory.records.standing import Standing, Statement
from backstory.schema.position import BackingFields, KnownSpeaker
from backstory.values.html import Html
from backstory.values.keys import KIND_OF_PREFIX, Key, Kind
from backstory.values.record import Record
from backstory.values.vocabulary import Basis, Response, Stance
from tests.linking import build
from tests.linking.build import actor, article, entity, term

__all__ = [
    "CONFLICT",
    "actor",
    "article",
    "backing",
    "entity",
    "knowledge",
    "links",
    "new_page",
    "replace",
    "site",
    "snapshot",
    "source",
    "term",
    "written",
]

CONFLICT = entity(
    Kind.CONFLICT,
    "war",
    name="The war",
    sides=[
        {"id": "east", "label": "Eastern side", "parties": ["lna"]},
        {"id": "west", "label": "Western side", "parties": ["gna"]},
    ],
)


def knowledge(*entities: Entity[Any], backings: Iterable[Backing] = (), **settings: Any) -> Knowledge:
    """A site of these entities; every article shows every backing."""
    made = build.knowledge(*entities, **settings)
    held = tuple(backings)
    return replace(made, backings=held, selected=dict.fromkeys(made.articles, held))


def source(name: str, title: str = "", **fields: Any) -> Entity[Any]:
    """A source."""
    return entity(Kind.SOURCE, name, title=title or f"The {name}", **fields)


def backing(fields: dict[str, Any], basis: Basis = Basis.SINGLE, answers: Iterable[Response] = ()) -> Backing:
    """A backing of the LNA; the answers are given by its positions in order."""
    read = BackingFields.model_validate(fields, context={"lang": "en"})
    paired = tuple(zip(answers, read.positions, strict=False))
    return Backing(
        read.actor.id,
        "lna",
        "war",
        None,
        read.via.id if read.via else None,
        read.support,
        read.from_,
        read.to,
        read.observed,
        read.as_of,
        read.positions,
        read.sources,
        Standing(basis, tuple(use.source.id for use in read.sources), paired, tuple(_resting(read, basis))),
        records=(read,),
    )


def _resting(read: BackingFields, basis: Basis) -> Iterable[Statement]:
    """The backer says so in each source; it assesses where the basis is that."""
    stance = Stance.ASSESSES if basis is Basis.ASSESSED else Stance.ASSERTS
    for use in read.sources if basis is not Basis.UNSOURCED else ():
        said = standing.Mention(by=KnownSpeaker(id=read.actor), stance=stance, source=use.source, bare=True)
        yield Statement(said, stance, use.source.id, use.source.id, frozenset([read.actor.id]))


def links(known: Knowledge) -> Links:
    """Every text of a site, its references resolved by id and names of actors found as they are written."""
    return Links(
        {
            ProseKey(each.key, field, lang): _linked(known, text)
            for each in known.all()
            for (field, lang), text in each.texts.items()
        },
        {},
        {},
    )


def _linked(known: Knowledge, text: Any) -> Linked:
    targets = tuple(_target(known, reference) for reference in text.references)
    return Linked(text, targets, tuple(_mentions(known, text)))


def _target(known: Knowledge, reference: Reference) -> Target | None:
    name = reference.target
    if reference.kind is ReferenceKind.CITATION:
        return ToSources(tuple((Key(Kind.SOURCE, each.source), each.locator) for each in reference.cited))
    if reference.kind is ReferenceKind.EMBED and name in ("backers", "timeline", "map"):
        return ToEmbed(name)
    if reference.kind in (ReferenceKind.LINK, ReferenceKind.IMAGE):
        return ToAddress(name) if ":" in name else ToFile(name)
    prefix, colon, rest = name.partition(":")
    kinds = [KIND_OF_PREFIX[prefix]] if colon else [Kind.ACTOR, Kind.TERM, Kind.ARTICLE]
    keys = (Key(kind, rest if colon else name) for kind in kinds)
    return next((ToEntity(key, reference.anchor) for key in keys if known.get(key)), None)


def _mentions(known: Knowledge, text: Any) -> Iterable[Mention]:
    for number, part in enumerate(text.parts):
        for each in known.actors.values():
            name = each.fields.name.own
            if isinstance(part, Run) and not part.optout and name in part.text:
                start = part.text.index(name)
                yield Mention(number, start, start + len(name), each.key, name)


def snapshot(*, assets: Iterable[str] = (), files: Iterable[str] = ()) -> Snapshot:
    """A site folder with these files."""
    stamp = Stamp(0, 0, 0, 0)
    return Snapshot(
        "/site",
        {},
        {path: SiteFile(path, "d", stamp) for path in files},
        {},
        {name: (f"/theme/{name}", "0123456789abcdef") for name in assets},
    )


def site(known: Knowledge, options: Options | None = None) -> Site:
    """The site as planners see it, with every kind of page the theme has."""
    return Site(
        known,
        links(known),
        snapshot(),
        options or Options(),
        served=frozenset().union(*(planner.serves for planner in PLANNERS)),
    )


def new_page(known: Knowledge, lang: str = "en", route: str = "articles/a/", **options: Any) -> PageBuilder:
    """An article's page in the making."""
    whole = site(known, Options(**options))
    conflict = next(iter(known.conflicts.values()), None)
    return PageBuilder(whole, route, lang, subject=Key(Kind.ARTICLE, "a"), marks=side_marks.of_parties(conflict, lang))


class PartsView(Record, frozen=True):
    """A page of nothing but pieces of HTML."""

    parts: tuple[Html, ...]
    sources: tuple[SourceItem, ...] = ()
    cards: tuple[Card, ...] = ()


def completed(page: PageBuilder, *parts: Html) -> PartsView:
    """A page of these parts, its citations numbered."""
    return numbered_citations.completed(page, PartsView(parts))


def written(page: PageBuilder, lang: str = "en") -> str:
    """The HTML of the body of article `a` on a page."""
    linked = page.site.linked(Key(Kind.ARTICLE, "a"), "body", lang)
    assert linked is not None
    pieces = (
        piece if isinstance(piece, Html) else Html(f"<{piece.name} {piece.level}>")
        for piece in prose_html.pieces(page, linked)
    )
    return "|".join(each.text for each in completed(page, *pieces).parts)
