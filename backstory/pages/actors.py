"""The index of actors: names in every script, what each is, and a sentence."""

from __future__ import annotations

from typing import Any

from backstory.model.entity import Entity
from backstory.model.keys import Kind
from backstory.pages import cards, index, naming, prose, refs
from backstory.pages.folio import Folio
from backstory.pages.index import Entry, Index
from backstory.pages.planner import Planner
from backstory.pages.site import NavPoint
from backstory.pages.text import Text, foreign


def entry(folio: Folio, actor: Entity[Any]) -> Entry:
    """An actor in the index."""
    return Entry(
        refs.ref(folio, actor.key),
        cards.also(folio, actor),
        (Text(naming.kind(actor, folio.lang)),),
        sentence=sentence(folio, actor, "summary"),
    )


def sentence(folio: Folio, entity: Entity[Any], field: str) -> Text | None:
    """The first sentence of a text of an entity."""
    said = folio.site.linked(entity.key, field, folio.lang)
    if said is None:
        return None
    return foreign(cards.first_sentence(prose.plain(folio.site, said, folio.lang)), said.prose.lang, folio.lang)


PLANNER = Planner(
    lambda site: index.pages(site, Index(Kind.ACTOR, "actors", "actors", entry)),
    nav=(NavPoint("nav.actors", "actors/"),),
)
