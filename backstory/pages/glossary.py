"""The glossary: the words of the field from A to Z, each with its meaning in a sentence."""

from __future__ import annotations

from typing import Any

from backstory.model.entity import Entity
from backstory.model.keys import Kind
from backstory.pages import actors, cards, index, refs
from backstory.pages.folio import Folio
from backstory.pages.index import Entry, Index
from backstory.pages.planner import Planner
from backstory.pages.site import NavPoint


def entry(folio: Folio, term: Entity[Any]) -> Entry:
    """A term in the glossary."""
    return Entry(
        refs.ref(folio, term.key), cards.also(folio, term), sentence=actors.sentence(folio, term, "definition")
    )


PLANNER = Planner(
    lambda site: index.pages(site, Index(Kind.TERM, "glossary", "terms", entry)),
    nav=(NavPoint("nav.glossary", "glossary/"),),
)
