"""A drawing as a page shows it: two layouts, the key, and what is to be said under it."""

from __future__ import annotations

from dataclasses import dataclass

from backstory.pages.core.entity_links import EntityLink
from backstory.values.html import Html


@dataclass(frozen=True, slots=True)
class FigureView:
    """A drawing. The theme shows `wide` or `narrow`, whichever fits; `notes` are sentences to print under it.

    `unnamed` is what stands in it without a name, `unnamed_narrow` what has one in the wide layout alone.
    """

    shape: str
    wide: Html
    narrow: Html
    legend: Html
    notes: tuple[str, ...] = ()
    unnamed: tuple[EntityLink, ...] = ()
    unnamed_narrow: tuple[EntityLink, ...] = ()
