"""Values of an export as text: sources and their details, references, dates."""

from __future__ import annotations

from collections.abc import Iterable

from backstory.schema.base import SourceUse
from backstory.schema.types import Ref, When
from backstory.values.localized_text import Words


def ids(uses: Iterable[SourceUse]) -> tuple[str, ...]:
    """The ids of the sources, each once."""
    names = [each.source.id for each in uses]
    return tuple(names if len(names) < 2 else dict.fromkeys(names))


def details(uses: Iterable[SourceUse]) -> tuple[str, ...]:
    """What sources do, their pages and quotations, each after the source's id: `report (finds), p. 3: “…”`.

    Sources without any are left out.
    """
    return tuple([_detail(each) for each in uses if each.stance or each.pages or each.quote])


def _detail(use: SourceUse) -> str:
    stance = f" ({use.stance})" if use.stance else ""
    pages = f", {use.pages}" if use.pages else ""
    quote = f": {quoted(use.quote)}" if use.quote else ""
    return f"{use.source.id}{stance}{pages}{quote}"


def quoted(words: Words) -> str:
    """The quotation in each language it is given in."""
    return " / ".join([f"“{text}”" for _, text in words.texts])


def spoken(words: Words) -> str:
    """A text in each language it is given in."""
    return " / ".join([text for _, text in words.texts])


def of(ref: Ref | None) -> str:
    """The id of a reference, "" for none."""
    return ref.id if ref else ""


def refs(given: Iterable[Ref]) -> tuple[str, ...]:
    """The ids of references."""
    return tuple(each.id for each in given)


def date(when: When | None) -> str:
    """A date as it was written, in EDTF."""
    return when.value.text if when else ""


def dates(given: Iterable[When]) -> tuple[str, ...]:
    """Dates as they were written."""
    return tuple([each.value.text for each in given])
