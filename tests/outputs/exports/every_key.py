"""The keys that authors can write, taken from the schema, and where a site fills each of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from backstory.records.document import BackingList, Document
from backstory.schema.base import Shape
from backstory.schema.kind_fields import FIELDS
from backstory.schema.position import BackingFields, Relation
from backstory.values.located import Fields, Items

Keys = tuple[str, ...]
"""A key with those above it: `("value", "low")`."""
Place = tuple[Fields, str]
"""A mapping that an author wrote, and a key in it."""
Filled = dict[tuple[str, Keys], list[Place]]

SHAPES: tuple[type[Shape], ...] = (*FIELDS.values(), BackingFields, Relation)
"""The shapes whose keys are counted: every kind, and two records that several kinds hold."""
_COUNTED = frozenset(each.__name__ for each in SHAPES)
_Schema = Mapping[str, Any]


def _properties() -> dict[str, Mapping[str, _Schema]]:
    """The schema of each key of each shape, by the shape's name."""
    found = {}
    for each in SHAPES:
        schema = each.model_json_schema()
        shapes = {each.__name__: schema, **schema.get("$defs", {})}
        found.update({name: shape["properties"] for name, shape in shapes.items() if "properties" in shape})
    return found


_PROPERTIES = _properties()


def _inner(schema: _Schema) -> list[_Schema]:
    """The schemas within one: its alternatives, and those of the items or the values that it holds."""
    within = (schema.get("items"), schema.get("additionalProperties"))
    return [*schema.get("anyOf", ()), *schema.get("oneOf", ()), *(each for each in within if isinstance(each, dict))]


def _shapes(schema: _Schema) -> list[str]:
    """The names of the shapes that a value can have."""
    own = schema["$ref"].rpartition("/")[2] if "$ref" in schema else ""
    found = [own] if own in _PROPERTIES else []
    return list(dict.fromkeys([*found, *(name for inner in _inner(schema) for name in _shapes(inner))]))


def leaves(shape: str, above: Keys = ()) -> Iterator[Keys]:
    """The keys of a shape whose values hold no others."""
    for key, schema in _PROPERTIES[shape].items():
        inner = _shapes(schema)
        for each in inner:
            if each not in _COUNTED:
                yield from leaves(each, (*above, key))
        if not inner:
            yield (*above, key)


def choices(shape: str, keys: Keys) -> list[str]:
    """The words that a key can have, where its schema lists them."""
    *above, last = keys
    names = [shape]
    for key in above:
        names = [inner for name in names for inner in _shapes(_PROPERTIES[name].get(key, {}))]
    return [word for name in names for word in _words(_PROPERTIES[name].get(last, {}))]


def _words(schema: _Schema) -> list[str]:
    return [*map(str, schema.get("enum", ())), *(word for inner in _inner(schema) for word in _words(inner))]


def filled(documents: Iterable[Document], lists: Iterable[BackingList]) -> Filled:
    """Where a site fills each key of each shape."""
    found: Filled = {}
    for each in documents:
        shape = FIELDS[each.key.kind].__name__
        _walk(each.fields, shape, shape, (), found)
    for record in (record for each in lists for record in each.items):
        _walk(record, BackingFields.__name__, BackingFields.__name__, (), found)
    return found


def _walk(value: object, shape: str, root: str, above: Keys, found: Filled) -> None:
    """Note the places within a value of a shape; `root` is the counted shape that holds it, under the keys `above`."""
    if isinstance(value, Items):
        for item in value:
            _walk(item, shape, root, above, found)
    elif isinstance(value, Fields) and value.keys() <= _PROPERTIES[shape].keys():
        for key, inner in value.items():
            found.setdefault((root, (*above, key)), []).append((value, key))
            for name in _shapes(_PROPERTIES[shape][key]):
                if name in _COUNTED:
                    _walk(inner, name, name, (), found)
                else:
                    _walk(inner, name, root, (*above, key), found)
    elif isinstance(value, Fields):
        # A mapping by keys of the author's own, such as the backers of an article by recipient.
        for inner in value.values():
            if isinstance(inner, Items):
                _walk(inner, shape, root, above, found)
