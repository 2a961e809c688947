"""A drawing as a page shows it: in two layouts, with its key and the sentences under it."""

from __future__ import annotations

from backstory.pages.core.entity_links import EntityLink
from backstory.values.html import Html
from backstory.values.record import Record


class FigureView(Record, frozen=True):
    """A drawing. The theme shows `wide` or `narrow`, whichever fits; `notes` are sentences under it.

    `unnamed` are the places that have no name in it, `unnamed_narrow` those that have one in the wide layout alone.
    """

    shape: str
    wide: Html
    narrow: Html
    legend: Html
    notes: tuple[str, ...] = ()
    unnamed: tuple[EntityLink, ...] = ()
    unnamed_narrow: tuple[EntityLink, ...] = ()
