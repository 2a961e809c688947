"""Records as JSON and back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import pytest

from backstory.diagnostics import Span
from backstory.engine.codec import Adapter, Codec
from backstory.values.located import Text


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True, slots=True)
class Leaf:
    text: str
    colour: Colour
    size: float | None


@dataclass(frozen=True, slots=True)
class Tree:
    leaves: tuple[Leaf, ...]
    at: dict[str, Leaf]


CODEC = Codec(
    [Leaf, Tree],
    [Colour],
    [
        Adapter(Text, lambda t: (str(t), t.span, t.plain), lambda v, s, p: Text(v, s, plain=p)),
        Adapter(Span, tuple, Span, plain=True),
        Adapter(set, lambda s: (sorted(s),), set, plain=True),
    ],
)


def test_a_record_comes_back_equal() -> None:
    tree = Tree((Leaf("ا\u064e𝒳", Colour.RED, 1.5), Leaf("", Colour.RED, None)), {"k": Leaf("x", Colour.RED, 2)})
    assert CODEC.decode(CODEC.encode(tree)) == tree


def test_an_adapted_type_keeps_what_its_parts_say() -> None:
    text = CODEC.decode(CODEC.encode(Text("NO", Span("a.md", 3, 2), plain=True)))
    assert (text, text.span, text.plain) == ("NO", Span("a.md", 3, 2), True)


def test_plain_parts_are_stored_as_they_are() -> None:
    assert CODEC.encode({1, 2}) == b"[5,[1,2]]"
    assert CODEC.decode(b"[5,[1,2]]") == {1, 2}


def test_a_type_it_does_not_know_is_refused() -> None:
    with pytest.raises(TypeError, match="complex"):
        CODEC.encode((1, 2j))


@pytest.mark.parametrize("data", [b"", b"{", b"[99]", b"[0]", b"\xff", b"[1,[2,3],4,5]"])
def test_foreign_bytes_are_a_value_error(data: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - any words will do
        CODEC.decode(data)
