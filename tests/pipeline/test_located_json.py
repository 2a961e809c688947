"""Located values come back from the store as they were, or further down."""

from __future__ import annotations

import pytest

from backstory.diagnostics import Span
from backstory.pipeline.build_cache import codec
from backstory.values.located import Fields, Items, Located, Text
from backstory.yamltext import load, without_empty

PATH = "content/actors/lna.md"
TEXT = """name: LNA
none:
said: "two
  lines"
plain: two
  lines
list: [a, {b: "c"}, [d]]
empty: {}
"quoted key": 'x'
"""


def _fields() -> Fields:
    value = load(TEXT, PATH).value
    assert isinstance(value, Fields)
    return value


@pytest.mark.parametrize("fields", [_fields(), without_empty(_fields())[0]])
def test_fields_come_back_with_every_place(fields: Fields) -> None:
    again = codec().decode(codec().encode(fields))
    assert again == fields
    assert _places(again) == _places(fields)


def test_places_come_back_as_many_lines_further_down_as_asked() -> None:
    moved = codec(3).decode(codec().encode((_fields(), Span(PATH, 1, 2, 3, 4))))
    below = load(TEXT, PATH, line=4).value
    assert below is not None
    assert (_places(moved[0]), moved[1]) == (_places(below), Span(PATH, 4, 2, 6, 4))


@pytest.mark.parametrize("places", [b"[]", b"[3,1,1,1,1]", b"[4,1,1,1,1]", b"{}", b"null", b'["4"]'])
def test_values_without_their_places_are_a_value_error(places: bytes) -> None:
    data = codec().encode(_fields())
    with pytest.raises(ValueError):  # noqa: PT011 - any words will do
        codec().decode(data[: data.rindex(b"[")] + places + b"]")


def _places(value: Located) -> object:
    if isinstance(value, Text):
        return value.span, value.plain
    if isinstance(value, Items):
        return value.span, [_places(each) for each in value]
    return value.span, [(key, _places(each)) for key, each in value.items()], [*value.keys_at.items()]
