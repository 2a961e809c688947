"""Completes a page: numbers its citations in the order in which they stand on it, and lists its sources and cards.

The parts of a page are made in any order. A view declares its fields in the order of the page, so one walk through the
finished view meets the citations, and the names that have a card, in the order in which a reader does.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from operator import is_
from types import NoneType, UnionType
from typing import Any, Protocol, TypeVar, get_args, get_origin, get_type_hints

from backstory.pages.core.entity_links import CARD, EntityLink
from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.parts import cards, citations
from backstory.pages.parts.cards import Card
from backstory.pages.parts.citations import HOLE, Citation, CitedWords, SourceItem
from backstory.values.html import Html
from backstory.values.record import Record, replace


class _Page(Protocol):
    """A view of a page that ends with a list of sources and with cards."""

    @property
    def sources(self) -> tuple[SourceItem, ...]: ...
    @property
    def cards(self) -> tuple[Card, ...]: ...


V = TypeVar("V", bound=_Page)


class _Met(Record, frozen=True):
    """What a walk has met so far: the cited words of each source by its id, in order, and the ids of the cards."""

    lang: str
    cited: dict[str, dict[CitedWords, None]]
    numbers: dict[str, int]
    cards: dict[str, None]


_Walk = Callable[[Any, _Met], Any]


def completed(page: PageBuilder, view: V) -> V:
    """The view with its citations numbered, and with its `sources` and `cards`."""
    met = _Met(page.lang, {}, {}, {})
    walk = _walk(type(view))
    numbered: Any = walk(view, met) if walk else view
    done: V = replace(numbered, sources=citations.listed(page, met.cited), cards=cards.cards(page, met.cards))
    return done


@cache
def _walk(declared: Any) -> _Walk | None:
    """The walk through values of a declared type; None for a type that can hold neither citations nor cards.

    A walk takes a value and gives it back with its citations numbered: the value itself where there are none.
    """
    if get_origin(declared) is UnionType:
        (declared,) = (each for each in get_args(declared) if each is not NoneType)
    if get_origin(declared) is tuple:
        return _through_items(get_args(declared)[0])
    is_record = isinstance(declared, type) and issubclass(declared, Record)
    return _ENDS.get(declared) or (_through_fields(declared) if is_record else None)


def _through_items(declared: Any) -> _Walk | None:
    walk = _walk(declared)
    if walk is None:
        return None

    def through(items: tuple[Any, ...], met: _Met) -> tuple[Any, ...]:
        if not items:
            return items
        made = tuple([walk(each, met) for each in items])
        return items if all(map(is_, made, items)) else made

    return through


def _through_fields(record: Any) -> _Walk | None:
    hints = get_type_hints(record)
    walks = [(name, walk) for name in record.__struct_fields__ if (walk := _walk(hints[name]))]
    if not walks:
        return None

    def through(value: Any, met: _Met) -> Any:
        made = {}
        for name, walk in walks:
            old = getattr(value, name)
            if old is not None and (new := walk(old, met)) is not old:
                made[name] = new
        return replace(value, **made) if made else value

    return through


def _link(link: EntityLink, met: _Met) -> EntityLink:
    if link.card:
        met.cards.setdefault(link.card)
    return link


def _citation(cited: Citation, met: _Met) -> Citation:
    number, id_ = _numbered(cited.source, met)
    met.cited[cited.source].update((CitedWords(cited.locator, each), None) for each in cited.words)
    return Citation(cited.source, cited.locator, number, citations.label(number, met.lang), id_)


def _numbered(source: str, met: _Met) -> tuple[int, str]:
    """The number of a source, and the id of the citation where it is the first one of it."""
    number = met.numbers.get(source)
    if number is not None:
        return number, ""
    met.cited[source] = {}
    number = met.numbers[source] = len(met.numbers) + 1
    return number, citations.first_id(number)


def _html(html: Html, met: _Met) -> Html:
    pieces = html.text.split(HOLE)
    if len(pieces) == 1:
        return html
    pieces[1::2] = [_filled(each, met) for each in pieces[1::2]]
    return Html("".join(pieces))


def _filled(hole: str, met: _Met) -> str:
    if hole.startswith(CARD):
        met.cards.setdefault(hole)
        return hole
    source, locator = citations.in_hole(hole)
    return citations.link(*_numbered(source, met), locator, met.lang)


_ENDS: dict[Any, _Walk] = {Citation: _citation, EntityLink: _link, Html: _html}
