"""Records that are made, compared and stored fast: msgspec's doorway.

A site of 10,000 articles has millions of these. Other records are frozen dataclasses, which this module stores too.
Use a Record for plain data (views, drawings, rows): it is made some five times as fast.
"""

from __future__ import annotations

from typing import Any, Generic, TypeVar

import msgspec
from msgspec.structs import replace

T = TypeVar("T")


class Record(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A frozen record, stored as a list of its fields. Records that form a union give each member a `tag` number."""


_encode = msgspec.msgpack.Encoder().encode
_sorted = msgspec.msgpack.Encoder(order="deterministic").encode


def encode(value: object) -> bytes:
    """A record, dataclass or plain value as MessagePack, its mappings in their order."""
    return _encode(value)


def canonical(value: object) -> bytes:
    """As `encode`, with sets and mappings sorted: equal values give equal bytes. For digests."""
    return _sorted(value)


class Decoder(Generic[T]):
    """Reads values of one type back. Build it once: that costs more than most values do."""

    def __init__(self, kind: Any) -> None:
        """A decoder of `kind`, a type or a union or tuple of types."""
        self._decode = msgspec.msgpack.Decoder(kind).decode

    def decode(self, data: bytes) -> T:
        """The value; ValueError for data that are no value of this type."""
        found: T = self._decode(data)  # its errors are ValueErrors
        return found


__all__ = ["Decoder", "Record", "canonical", "encode", "replace"]
