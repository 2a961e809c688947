"""Records as JSON and back: what the store keeps is data, never code."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from operator import attrgetter
from typing import Any

Parts = Callable[[Any], Iterable[Any]]
_TUPLE = -1
_MAPPING = -2


@dataclass(frozen=True, slots=True)
class Adapter:
    """How a type that is no dataclass is taken apart and put together again.

    With `plain` its parts are JSON as they are, which is not looked into: the fast way for a type of many values.
    """

    kind: type
    parts: Parts
    build: Callable[..., Any]
    plain: bool = False


class Codec:
    """Encodes the record types it was made for; anything else raises TypeError.

    A record is a JSON list of its type's number and its fields; a mapping is `[-2, key, value, …]`, a tuple
    `[-1, …]`; text, numbers, truth values and null stand for themselves.
    """

    def __init__(self, records: Iterable[type], enums: Iterable[type[Enum]] = (), adapters: Iterable[Adapter] = ()):
        """A codec of frozen dataclasses, enumerations and adapted types, numbered in this order."""
        self._builders: list[Callable[..., Any]] = []
        self._parts: dict[type, tuple[int, Parts, bool]] = {}
        for record in records:
            self._add(record, _reader(*(field.name for field in dataclasses.fields(record))), record)
        for enum in enums:
            self._add(enum, lambda value: (value.value,), enum._value2member_map_.__getitem__, plain=True)
        for adapter in adapters:
            self._add(adapter.kind, adapter.parts, adapter.build, plain=adapter.plain)
        self._plain_ones = frozenset(number for number, _, plain in self._parts.values() if plain)

    def _add(self, kind: type, parts: Parts, build: Callable[..., Any], *, plain: bool = False) -> None:
        self._parts[kind] = (len(self._builders), parts, plain)
        self._builders.append(build)

    def encode(self, value: object) -> bytes:
        """The value as compact JSON in UTF-8."""
        return json.dumps(self._plain(value), ensure_ascii=False, separators=(",", ":")).encode(
            "utf-8", "surrogatepass"
        )

    def decode(self, data: bytes) -> Any:
        """The value back; ValueError for what this codec did not write."""
        try:
            plain = json.loads(data.decode("utf-8", "surrogatepass"))
            return self._value(plain) if type(plain) is list else plain
        except (TypeError, LookupError, AttributeError, StopIteration, RecursionError, UnicodeDecodeError) as error:
            raise ValueError(str(error)) from error

    def _plain(self, value: Any) -> Any:
        kind = type(value)
        if kind is str or value is None or kind is bool or kind is int or kind is float:
            return value
        if kind is tuple:
            return [_TUPLE, *map(self._plain, value)]
        known = self._parts.get(kind)
        if known is not None:
            number, parts, plain = known
            return [number, *parts(value)] if plain else [number, *map(self._plain, parts(value))]
        if isinstance(value, Mapping):
            return [_MAPPING, *(self._plain(each) for pair in value.items() for each in pair)]
        raise TypeError(f"{kind.__qualname__} cannot be stored")

    def _value(self, plain: list[Any]) -> Any:
        number, *parts = plain
        if number not in self._plain_ones:
            parts = [each if type(each) is not list else self._value(each) for each in parts]
            if number == _TUPLE:
                return tuple(parts)
            if number == _MAPPING:
                return dict(zip(parts[::2], parts[1::2], strict=True))
        return self._builders[number](*parts)


def _reader(*names: str) -> Parts:
    if len(names) > 1:
        return attrgetter(*names)  # of several names it gives a tuple
    return lambda value: tuple(getattr(value, name) for name in names)
