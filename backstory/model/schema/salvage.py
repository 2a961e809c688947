"""What can be read of fields with errors: the record without the parts that are wrong, and every id they name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from backstory.diagnostics import Span
from backstory.model.located import Fields, Items, Located, Text
from backstory.model.schema.base import Shape, present
from backstory.model.schema.types import Ref

_S_co = TypeVar("_S_co", bound=Shape, covariant=True)
_Path = tuple[str | int, ...]
# What stands for a required key that is missing or wrong. No reader sees it: a site with errors is not published.
_STAND_INS = {"type": "other", "date": "..", "from": ".."}
_ROUNDS = 8


@dataclass(frozen=True, slots=True)
class Salvaged(Generic[_S_co]):
    """A record of what is right. `lost` are the keys that something was left out of; `named` every id, lost or not."""

    record: _S_co
    lost: frozenset[str]
    named: tuple[Ref, ...]


def salvage(shape: type[_S_co], fields: Fields, *, lang: str, name: str) -> Salvaged[_S_co]:
    """What can be read of fields that `validate` finds wrong; `name` stands in for a name that is missing.

    What is wrong is left out, and an entry that lacks something with it: half a position says what nobody wrote.
    """
    named: list[Ref] = []
    lost: set[str] = set()
    context: dict[str, Any] = {"lang": lang, "named": named}
    kept = fields
    for _ in range(_ROUNDS):
        try:
            return Salvaged(shape.model_validate(present(kept), context=context), frozenset(lost), tuple(named))
        except ValidationError as error:
            found = error.errors(include_url=False, include_context=False)
        # What is missing in a mapping makes it say nothing; what is wrong in it is left out.
        paths = [each["loc"][:-1] if each["type"] == "missing" else each["loc"] for each in found]
        lost.update(str(each["loc"][0]) for each in found if each["loc"])
        kept = _completed(shape, _without(kept, paths), name)
        # The first reading saw every id there is; what is read again is the same.
        context = {"lang": lang}
    nothing = _completed(shape, Fields({}, fields.span, fields.keys_at), name)
    record = shape.model_validate(present(nothing), context=context)
    return Salvaged(record, frozenset(shape.model_fields), tuple(named))


def _without(fields: Fields, paths: Iterable[_Path]) -> Fields:
    """The fields without what stands at the paths."""
    kept = fields
    by_key: dict[str | int, list[_Path]] = {}
    for path in paths:
        if path:
            by_key.setdefault(path[0], []).append(path[1:])
    pruned = _pruned(kept, by_key)
    return pruned if isinstance(pruned, Fields) else fields


def _pruned(value: Located, by_step: Mapping[str | int, list[_Path]]) -> Located:
    if isinstance(value, Fields):
        inner = {key: _within(each, by_step.get(key)) for key, each in value.items()}
        return Fields({key: each for key, each in inner.items() if each is not None}, value.span, value.keys_at)
    if isinstance(value, Items):
        entries = (_within(each, by_step.get(at)) for at, each in enumerate(value))
        return Items((each for each in entries if each is not None), value.span)
    return value


def _within(value: Located, paths: list[_Path] | None) -> Located | None:
    """The value without what is wrong in it; None where that is the whole of it, or cannot be told apart."""
    if paths is None:
        return value
    by_step: dict[str | int, list[_Path]] = {}
    for path in paths:
        step = next((at for at, each in enumerate(path) if _has(value, each)), None)
        if step is None:
            return None
        by_step.setdefault(path[step], []).append(path[step + 1 :])
    return _pruned(value, by_step)


def _has(value: Located, step: str | int) -> bool:
    """Whether a value has an entry there: some steps of an error's path stand in no file."""
    if isinstance(value, Items):
        return isinstance(step, int) and step < len(value)
    return isinstance(value, Fields) and isinstance(step, str) and step in value


def _completed(shape: type[Shape], fields: Fields, name: str) -> Fields:
    """The fields with a stand-in for each required key that is not there."""
    there = dict(fields)
    for key, info in shape.model_fields.items():
        if info.is_required() and key not in there:
            there[key] = Text(_STAND_INS.get(key, name), fields.keys_at.get(key, Span(fields.span.path)))
    return Fields(there, fields.span, fields.keys_at)
