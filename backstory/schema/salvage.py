"""What can be read of fields with errors: the record without the parts that are wrong, and every id they name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from backstory.diagnostics import Span
from backstory.schema.base import PLACE, Placed, Shape, present
from backstory.schema.types import Ref
from backstory.schema.validation_errors import Path, misspelt
from backstory.values.located import Fields, Items, Located, Text, at

_S_co = TypeVar("_S_co", bound=Shape, covariant=True)
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
            record = shape.model_validate(_located(shape, kept), context=context)
            break
        except ValidationError as error:
            found = error.errors(include_url=False)
        lost.update(str(each["loc"][0]) for each in found if each["loc"])
        kept = _completed(shape, _mended(shape, kept, found), name)
    else:
        nothing = _completed(shape, Fields({}, fields.span, fields.keys_at), name)
        record = shape.model_validate(_located(shape, nothing), context={"lang": lang})
    return Salvaged(record, frozenset(lost), tuple(each for each in named if each.id != name))


def _located(shape: type[Shape], fields: Fields) -> dict[str, Any]:
    given = present(fields)
    return given | {PLACE: fields.span} if issubclass(shape, Placed) else given


def _mended(shape: type[Shape], fields: Fields, found: Iterable[Mapping[str, Any]]) -> Fields:
    """The fields with misspelt keys put right; where there is none, without what is wrong."""
    errors = tuple(found)
    renamed = {at(fields, path)[0]: key for path, key in misspelt(shape, fields, errors).items()}
    if renamed:
        return _changed(fields, frozenset(), renamed)
    # A mapping in which something is missing says nothing.
    paths = (each["loc"][:-1] if each["type"] == "missing" else each["loc"] for each in errors)
    return _changed(fields, frozenset(at(fields, path)[0] for path in paths), {})


def _changed(fields: Fields, without: frozenset[Path], renamed: Mapping[Path, str], above: Path = ()) -> Fields:
    """The fields without what stands at some paths, and with other keys at others."""
    kept: dict[str, Located] = {}
    keys_at = dict(fields.keys_at)
    for key, value in fields.items():
        here = (*above, key)
        if here not in without:
            name = renamed.get(here, key)
            kept[name], keys_at[name] = _inside(value, without, renamed, here), keys_at[key]
    return Fields(kept, fields.span, keys_at)


def _inside(value: Located, without: frozenset[Path], renamed: Mapping[Path, str], above: Path) -> Located:
    if isinstance(value, Fields):
        return _changed(value, without, renamed, above)
    if isinstance(value, Items):
        entries = (((*above, number), each) for number, each in enumerate(value))
        kept = (_inside(each, without, renamed, here) for here, each in entries if here not in without)
        return Items(kept, value.span)
    return value


def _completed(shape: type[Shape], fields: Fields, name: str) -> Fields:
    """The fields with a stand-in for each required key that is not there."""
    there = dict(fields)
    for key, info in shape.model_fields.items():
        if info.is_required() and key not in there:
            there[key] = Text(_STAND_INS.get(key, name), fields.keys_at.get(key, Span(fields.span.path)))
    stand_ins = {key: value.span for key, value in there.items() if key not in fields.keys_at}
    return Fields(there, fields.span, {**fields.keys_at, **stand_ins})
