"""Links from the head of a page: up to its index, and down to its parts."""

from __future__ import annotations

from collections.abc import Mapping, Sized

from backstory.language import wording
from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.core.page_frame import NavEntry
from backstory.pages.parts.body import ContentsEntry


def up(page: PageBuilder, phrase: str, route: str) -> NavEntry:
    """The link to an index in the page's language; `route` is that of the index in the default language."""
    return NavEntry(wording.phrase(phrase, page.lang), page.href(page.site.prefix(page.lang) + route), "")


def contents(parts: Mapping[str, Sized], lang: str) -> tuple[ContentsEntry, ...]:
    """The contents of a page with these parts; empty parts are left out.

    The key of a part is the phrase of its heading, and its anchor follows from it: `_claims` for `nav.claims`, the
    same in either tense.
    """
    return tuple(
        ContentsEntry("_" + phrase.rpartition(".")[2].removesuffix("-past"), wording.phrase(phrase, lang))
        for phrase, held in parts.items()
        if held
    )
