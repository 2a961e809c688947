"""Fingerprints: equal values have equal ones, whatever the process, the platform or the hash seed."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any

Emit = Callable[[bytes], None]


def of(value: object) -> str:
    """The fingerprint of plain immutable data: 32 hexadecimal digits.

    Plain data are None, text, numbers, bytes, dates, enumerations, tuples, frozensets, mappings with text keys and
    frozen dataclasses of these. Anything else raises TypeError: a value that can change, or that hides what it holds,
    has no fingerprint.
    """
    pieces: list[bytes] = []
    _feed(value, pieces.append)
    return digest(b"".join(pieces))


def digest(data: bytes) -> str:
    """The digest of bytes: BLAKE2b, 16 bytes, in hexadecimal."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def joined(parts: Iterable[str]) -> str:
    """One fingerprint of several, in their order."""
    return digest("\n".join(parts).encode())


def _feed(value: object, emit: Emit) -> None:
    kind = type(value)
    if kind is str:
        _emit_text(b"s", value, emit)  # type: ignore[arg-type]  # the exact type was tested
    elif kind is tuple:
        emit(b"(%d:" % len(value))  # type: ignore[arg-type]  # as above
        for item in value:  # type: ignore[attr-defined]  # as above
            _feed(item, emit)
    elif value is None or kind is bool:
        emit(repr(value).encode())
    else:
        _feed_rest(value, kind, emit)


def _feed_rest(value: Any, kind: type, emit: Emit) -> None:
    if kind is int or kind is float:
        emit(b"#%r;" % value)
    elif isinstance(value, Enum):
        emit(b"e" + kind.__qualname__.encode() + b".")
        _feed(value.value, emit)
    elif kind is bytes:
        emit(b"b%d:" % len(value))
        emit(value)
    elif kind is date:
        emit(b"d" + value.isoformat().encode())
    elif kind is frozenset:
        _feed(tuple(sorted(of(item) for item in value)), emit)
    elif isinstance(value, Mapping):
        _feed(tuple(sorted(value.items())), emit)
    else:
        _feed_record(value, kind, emit)


def _feed_record(value: object, kind: type, emit: Emit) -> None:
    names = _names(kind)
    emit(b"{%s/%d:" % (kind.__qualname__.encode(), len(names)))
    for name in names:
        _feed(attrgetter(name)(value), emit)


@cache
def _names(kind: type) -> tuple[str, ...]:
    if not dataclasses.is_dataclass(kind) or not kind.__dataclass_params__.frozen:  # type: ignore[attr-defined]
        raise TypeError(f"{kind.__qualname__} has no fingerprint: it is no frozen, plain record")
    return tuple(field.name for field in dataclasses.fields(kind))


def _emit_text(mark: bytes, text: str, emit: Emit) -> None:
    data = text.encode("utf-8", "surrogatepass")
    emit(mark + b"%d:" % len(data))
    emit(data)
