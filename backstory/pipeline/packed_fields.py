"""Located values as plain data: what they say, nested as it is, and in one flat list where each value stands."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from backstory.diagnostics import Span
from backstory.values.located import Fields, Items, Located, Text

# The first number of each value in the list of places says how to read on. Nearly all text is plain and stands in one
# line as it is, and nearly all keys do: of these, line and column say all.
_PLAIN, _MULTI_LINE, _QUOTED, _ITEMS, _FIELDS, _OTHER_FIELDS = range(6)
_exactly = tuple.__new__
_text = str.__new__

Packed = tuple[str, Any, tuple[int, ...]]
"""The path of a value's file, what it says, and the places of its values and keys in the order they are read."""


def packed(value: Located) -> Packed:
    """The value as plain data."""
    places: list[int] = []

    def said(value: Located) -> Any:
        if isinstance(value, Text):
            _, line, column, end_line, end_column = value.span
            if value.plain and line == end_line and end_column == column + len(value):
                places.extend((_PLAIN, line, column))
            else:
                places.extend((_MULTI_LINE if value.plain else _QUOTED, line, column, end_line, end_column))
            return str(value)
        if isinstance(value, Items):
            places.extend((_ITEMS, *value.span[1:]))
            return [said(each) for each in value]
        of_keys = _key_places(value)
        places.extend((_FIELDS if of_keys else _OTHER_FIELDS, *value.span[1:]))
        if of_keys:
            places.extend(of_keys)
            return {key: said(each) for key, each in value.items()}
        for span in value.keys_at.values():
            places.extend(span[1:])
        return [[*value.keys_at], {key: said(each) for key, each in value.items()}]

    return value.span.path, said(value), tuple(places)


def _key_places(fields: Fields) -> list[int]:
    """Line and column of each key, nothing where that is not all there is to know."""
    if [*fields] != [*fields.keys_at]:
        return []
    places: list[int] = []
    for key, (_, line, column, end_line, end_column) in fields.keys_at.items():
        if line != end_line or end_column != column + len(key):
            return []
        places += (line, column)
    return places


def unpacked(value: Packed, *, lines: int = 0) -> Located:
    """The value again, its spans `lines` further down."""
    path, content, places = value
    path = sys.intern(path)
    following: Callable[[], int] = iter(places).__next__

    def span() -> Span:
        line, column = following() + lines, following()
        return _exactly(Span, (path, line, column, following() + lines, following()))

    def read(said: Any) -> Located:
        form = following()
        if form == _PLAIN:
            line, column = following() + lines, following()
            text = _text(Text, said)
            text.span = _exactly(Span, (path, line, column, line, column + len(said)))
            text.plain = True
            return text
        if form == _ITEMS:
            place = span()
            return Items([read(each) for each in said], place)
        if form == _FIELDS:
            place = span()
            keys_at = {}
            for key in said:
                line, column = following() + lines, following()
                keys_at[key] = _exactly(Span, (path, line, column, line, column + len(key)))
            return Fields({key: read(each) for key, each in said.items()}, place, keys_at)
        if form == _OTHER_FIELDS:
            place = span()
            keys_at = {key: span() for key in said[0]}
            return Fields({key: read(each) for key, each in said[1].items()}, place, keys_at)
        return Text(said, span(), plain=form == _MULTI_LINE)

    return read(content)


def unpacked_fields(value: Packed) -> Fields:
    """The value again, which must have been a mapping."""
    fields = unpacked(value)
    assert isinstance(fields, Fields)
    return fields
