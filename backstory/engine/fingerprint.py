"""Fingerprints: equal values have equal ones, whatever the process, the platform or the hash seed."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import Enum
from operator import attrgetter
from typing import Any

Emit = Callable[[str], None]
Feeder = Callable[[Any, Emit], None]


def of(value: object) -> str:
    """The fingerprint of plain immutable data: 32 hexadecimal digits.

    Plain data are None, text, numbers, bytes, dates, enumerations, tuples (named ones too), frozensets, mappings with
    text keys and frozen dataclasses of these. Anything else raises TypeError: a value that can change, or that hides
    what it holds, has no fingerprint.
    """
    pieces: list[str] = []
    _feed(value, pieces.append)
    return digest("".join(pieces).encode("utf-8", "surrogatepass"))


def digest(data: bytes) -> str:
    """The digest of bytes: BLAKE2b, 16 bytes, in hexadecimal."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def joined(parts: Iterable[str]) -> str:
    """One fingerprint of several, in their order."""
    return digest("\n".join(parts).encode())


def _feed(value: Any, emit: Emit) -> None:
    kind = type(value)
    (_FEEDERS.get(kind) or _feeder(kind))(value, emit)


def _feeder(kind: type) -> Feeder:
    """How values of a type are fed, found out once."""
    return _FEEDERS.setdefault(kind, _found(kind))


def _found(kind: type) -> Feeder:
    if issubclass(kind, Enum):
        return _enum
    if issubclass(kind, tuple):
        return _tuple
    return _mapping if issubclass(kind, Mapping) else _record(kind)


def _text(value: str, emit: Emit) -> None:
    emit(f"s{len(value)}:{value}")


def _tuple(value: tuple[Any, ...], emit: Emit) -> None:
    emit(f"({len(value)}:")
    _each(value, emit)


def _each(values: Iterable[Any], emit: Emit) -> None:
    # A site has a million of these: texts, which most are, are fed at once, and so is the feeder of the others.
    for item in values:
        kind = type(item)
        if kind is str:
            emit(f"s{len(item)}:{item}")
        else:
            (_FEEDERS.get(kind) or _feeder(kind))(item, emit)


def _constant(value: bool | None, emit: Emit) -> None:  # noqa: FBT001 - the value itself
    emit(repr(value))


def _number(value: float, emit: Emit) -> None:
    emit(f"#{value!r};")


def _bytes(value: bytes, emit: Emit) -> None:
    emit(f"b{len(value)}:{value.hex()}")


def _date(value: date, emit: Emit) -> None:
    emit("d" + value.isoformat())


def _frozenset(value: frozenset[Any], emit: Emit) -> None:
    _tuple(tuple(sorted(of(item) for item in value)), emit)


def _enum(value: Enum, emit: Emit) -> None:
    emit(f"e{type(value).__qualname__}.")
    _feed(value.value, emit)


def _mapping(value: Mapping[str, Any], emit: Emit) -> None:
    _tuple(tuple(sorted(value.items())), emit)


def _record(kind: type) -> Feeder:
    if not dataclasses.is_dataclass(kind) or not kind.__dataclass_params__.frozen:  # type: ignore[attr-defined]
        raise TypeError(f"{kind.__qualname__} has no fingerprint: it is no frozen, plain record")
    names = tuple(field.name for field in dataclasses.fields(kind))
    head = f"{{{kind.__qualname__}/{len(names)}:"
    fields = _fields(names)

    def feed(value: object, emit: Emit) -> None:
        emit(head)
        _each(fields(value), emit)

    return feed


def _fields(names: tuple[str, ...]) -> Callable[[Any], Iterable[Any]]:
    if len(names) > 1:
        return attrgetter(*names)  # of several names it gives a tuple
    return lambda value: [getattr(value, name) for name in names]


_FEEDERS: dict[type, Feeder] = {
    str: _text,
    tuple: _tuple,
    bool: _constant,
    type(None): _constant,
    int: _number,
    float: _number,
    bytes: _bytes,
    date: _date,
    frozenset: _frozenset,
}
