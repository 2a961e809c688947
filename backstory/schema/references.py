"""What a record names: the references in it, found by its annotations, so that a new field is followed by itself."""

from __future__ import annotations

from functools import cache
from typing import get_args

from backstory.schema.base import Shape
from backstory.schema.types import Ref
from backstory.values.keys import Kind


def references(record: object, kind: Kind | None = None) -> list[Ref]:
    """Every reference in a record, however deep, in the order of its fields; where a kind is given, of that alone.

    `record` may be a tuple or a dict of records too. A name that refers to nothing, such as a side's id, is none.
    """
    found: list[Ref] = []
    _collect(record, found)
    return found if kind is None else [each for each in found if each.kind is kind]


def _collect(value: object, found: list[Ref]) -> None:
    if isinstance(value, Ref):
        if value.kind is not None:
            found.append(value)
    elif isinstance(value, Shape):
        held = value.__dict__
        for name in naming(value.__class__):
            if inner := held.get(name):
                _collect(inner, found)
    elif isinstance(value, tuple):
        for each in value:
            _collect(each, found)
    elif isinstance(value, dict):
        _collect((*value, *value.values()), found)


@cache
def naming(shape: type[Shape]) -> tuple[str, ...]:
    """The fields of a shape that may hold a reference: most hold none, and a site of 8,600 records asks for each."""
    return tuple(name for name, field in shape.model_fields.items() if _may_name(field.annotation))


def _may_name(annotation: object) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, Shape):
        return bool(naming(annotation))
    return annotation is Ref or any(map(_may_name, get_args(annotation)))
