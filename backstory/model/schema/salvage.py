"""What can be read of fields with errors: the record without the parts that are wrong, and every id they name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from backstory.diagnostics import Span
from backstory.model.located import Fields, Items, Text
from backstory.model.schema.base import Shape, present
from backstory.model.schema.types import Ref

_S_co = TypeVar("_S_co", bound=Shape, covariant=True)
_Path = tuple[str | int, ...]
# What stands for a required key that is missing or wrong. No reader sees it: a site with errors is not published.
_STAND_INS = {"type": "other", "date": "..", "from": ".."}
_ROUNDS = 4


@dataclass(frozen=True, slots=True)
class Salvaged(Generic[_S_co]):
    """A record of what is right. `lost` are the keys that something was left out of; `named` every id, lost or not."""

    record: _S_co
    lost: frozenset[str]
    named: tuple[Ref, ...]


def salvage(shape: type[_S_co], fields: Fields, *, lang: str, name: str) -> Salvaged[_S_co]:
    """What can be read of fields that `validate` finds wrong; `name` stands in for a name that is missing.

    Of a list the entries with errors are left out whole, elsewhere the key: half a position says what nobody wrote.
    """
    named: list[Ref] = []
    lost: set[str] = set()
    context: dict[str, Any] = {"lang": lang, "named": named}
    kept = fields
    for _ in range(_ROUNDS):
        try:
            return Salvaged(shape.model_validate(present(kept), context=context), frozenset(lost), tuple(named))
        except ValidationError as error:
            paths = [each["loc"] for each in error.errors(include_url=False, include_context=False)]
        lost.update(str(path[0]) for path in paths if path)
        kept = _completed(shape, _without(kept, paths), paths, name)
        # The first reading saw every id there is; what is read again is the same.
        context = {"lang": lang}
    nothing = _completed(shape, Fields({}, fields.span, fields.keys_at), [(key,) for key in shape.model_fields], name)
    record = shape.model_validate(present(nothing), context=context)
    return Salvaged(record, frozenset(shape.model_fields), tuple(named))


def _without(fields: Fields, paths: Iterable[_Path]) -> Fields:
    """The fields without what stands at the paths: an entry of a list or mapping by id, else the whole key."""
    entries: dict[str, set[str | int]] = {}
    for path in paths:
        inner = path[1] if len(path) > 1 and _has_entry(fields.get(str(path[0])), path[1]) else None
        entries.setdefault(str(path[0]), set()).add("" if inner is None else inner)
    kept: dict[str, Any] = {}
    for key, value in fields.items():
        out = entries.get(key)
        if out is None:
            kept[key] = value
        elif "" not in out and isinstance(value, Items):
            kept[key] = Items((each for at, each in enumerate(value) if at not in out), value.span)
        elif "" not in out and isinstance(value, Fields):
            kept[key] = Fields({k: v for k, v in value.items() if k not in out}, value.span, value.keys_at)
    return Fields(kept, fields.span, fields.keys_at)


def _has_entry(value: object, step: str | int) -> bool:
    if isinstance(value, Items):
        return isinstance(step, int) and step < len(value)
    return isinstance(value, Fields) and isinstance(step, str) and step in value


def _completed(shape: type[Shape], fields: Fields, paths: Iterable[_Path], name: str) -> Fields:
    """The fields with a stand-in for each required key that is not there."""
    there = dict(fields)
    for key, info in shape.model_fields.items():
        if info.is_required() and key not in there and any(path[:1] == (key,) for path in paths):
            there[key] = Text(_STAND_INS.get(key, name), fields.keys_at.get(key, Span(fields.span.path)))
    return Fields(there, fields.span, fields.keys_at)
