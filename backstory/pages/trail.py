"""The ways through a page: up to its index, and down to its parts."""

from __future__ import annotations

from collections.abc import Mapping, Sized

from backstory.model import wording
from backstory.pages.body import Heading
from backstory.pages.folio import Folio
from backstory.pages.frame import NavEntry


def up(folio: Folio, phrase: str, route: str) -> NavEntry:
    """The link to an index of this language; `route` is the one in the default language."""
    return NavEntry(wording.phrase(phrase, folio.lang), folio.href(folio.site.prefix(folio.lang) + route), "")


def contents(parts: Mapping[str, Sized], lang: str) -> tuple[Heading, ...]:
    """The contents of a page made of `parts`, those with nothing in them left out.

    A part is named by the phrase of its heading; its anchor is `_claims` for `nav.claims`.
    """
    return tuple(
        Heading("_" + phrase.rpartition(".")[2], wording.phrase(phrase, lang)) for phrase, held in parts.items() if held
    )
