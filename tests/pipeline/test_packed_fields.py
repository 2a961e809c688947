"""Located values come back from the store as they were, or further down."""

from __future__ import annotations

import pytest

from backstory.pipeline.packed_fields import Packed, packed, unpacked
from backstory.values.located import Fields, Items, Located, Text
from backstory.values.record import Decoder, encode
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
    again = unpacked(_stored(fields))
    assert again == fields
    assert _places(again) == _places(fields)


def test_places_come_back_as_many_lines_further_down_as_asked() -> None:
    below = load(TEXT, PATH, line=4).value
    assert below is not None
    assert _places(unpacked(_stored(_fields()), lines=3)) == _places(below)


def _stored(value: Located) -> Packed:
    decoder: Decoder[Packed] = Decoder(Packed)
    return decoder.decode(encode(packed(value)))


def _places(value: Located) -> object:
    if isinstance(value, Text):
        return value.span, value.plain
    if isinstance(value, Items):
        return value.span, [_places(each) for each in value]
    return value.span, [(key, _places(each)) for key, each in value.items()], [*value.keys_at.items()]
