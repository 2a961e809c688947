"""Errors of validation in an author's words: which key or value is wrong, and what to write instead."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from backstory.diagnostics import CODES, Diagnostic, Edit, Span, report
from backstory.diagnostics.edits import without
from backstory.language.names import did_you_mean
from backstory.schema.base import PLACE, Common, Gap, Shape
from backstory.schema.entries import apart
from backstory.schema.kind_fields import FIELDS
from backstory.schema.position import VARIANT
from backstory.schema.translation import TranslationFields
from backstory.schema.types import named
from backstory.values.keys import ID, with_article
from backstory.values.located import Fields, Items, Located, Text, at

_EXAMPLES = {
    "actor": "africom",
    "according_to": "reuters-2020-05-26",
    "by": "africom",
    "date": "2020-05-26",
    "definition": "A group that fights beside an army and is not part of it.",
    "id": "eastern",
    "kind": "weapons",
    "label": "Eastern side",
    "name": "Africa Command",
    "recipient": "lna",
    "said": "at least 14",
    "source": "reuters-2020-05-26",
    "stance": "denies",
    "text": "media rumours and lies",
    "title": "Whose jets landed at Jufra?",
    "type": "armed-group",
    "unnamed": "a security official",
    "relation": "state broadcaster",
    "why": "The first version gave the year of the announcement.",
}
_BY_ID = "write each id on a line of its own, two spaces in, with a colon, and what belongs to it below that"
_LISTED_KEYS = 12
_OF_TRANSLATIONS = frozenset(TranslationFields.model_fields)


Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class _Error:
    """An error as pydantic gives it, with the author's fields around it."""

    shape: type[Shape]
    fields: Fields
    head: Span
    kind: str
    path: Path
    words: Mapping[str, Any]
    value: object


def explained(
    shape: type[Shape],
    fields: Fields,
    errors: Iterable[Mapping[str, Any]],
    gaps: Iterable[Gap],
    head: Span,
) -> Iterator[Diagnostic]:
    """A diagnostic for every error and gap. Pydantic's own wording is never passed on."""
    for gap in gaps:
        span = fields.keys_at.get(gap.key, head) if gap.key else head
        yield report(gap.code, gap.message, span, hint=gap.hint)
    found = _errors(shape, fields, errors, head)
    meant = _misspelt(found)
    taken = set(meant.values())
    for error in found:
        # A key that is missing because it is misspelt is one mistake, not two.
        if error.kind != "missing" or error.path not in taken:
            yield _explain(error, str(meant[error.path][-1]) if error.path in meant else "")


def misspelt(shape: type[Shape], fields: Fields, errors: Iterable[Mapping[str, Any]]) -> Mapping[Path, str]:
    """The keys that are most likely misspelt, by path, each with the key that is meant."""
    found = _errors(shape, fields, errors, fields.span)
    return {path: str(meant[-1]) for path, meant in _misspelt(found).items()}


def _errors(shape: type[Shape], fields: Fields, errors: Iterable[Mapping[str, Any]], head: Span) -> list[_Error]:
    return [
        _Error(shape, fields, head, each["type"], each["loc"], each.get("ctx", {}), each["input"]) for each in errors
    ]


def _misspelt(found: Iterable[_Error]) -> dict[Path, Path]:
    """The paths that unknown keys were most likely meant to have.

    Each is that of the nearest word, or of the one key that is missing where the unknown one is the one too many.
    """
    made: dict[Path, Path] = {}
    missing: dict[Path, list[Path]] = {}
    strange: dict[Path, list[Path]] = {}
    for each in found:
        above = tuple(each.path[:-1])
        if each.kind == "missing" and each.path[-1] not in _written(each):
            missing.setdefault(above, []).append(each.path)
        elif each.kind == "extra_forbidden" and (near := _near(each)):
            made[each.path] = (*above, near[0])
        elif each.kind == "extra_forbidden":
            strange.setdefault(above, []).append(each.path)
    for above, paths in strange.items():
        if len(paths) == len(missing.get(above, ())) == 1 and str(paths[0][-1]) not in _OF_TRANSLATIONS:
            made[paths[0]] = missing[above][0]
    return made


def _near(error: _Error) -> tuple[str, ...]:
    """The key that an unknown one is most like, among those that are not written beside it."""
    written = _written(error)
    keys = _keys(_shape_at(error.shape, tuple(error.path[:-1])))
    return did_you_mean(str(error.path[-1]), [each for each in keys if each not in written])


def _written(error: _Error) -> Collection[str]:
    """The keys that are written where an error was found."""
    around = at(error.fields, error.path[:-1])[1]
    return around.keys_at if isinstance(around, Fields) else ()


def _explain(error: _Error, meant: str) -> Diagnostic:
    if error.kind == "extra_forbidden":
        return _unknown_key(error, meant)
    if error.kind == "missing":
        return _missing_key(error)
    if error.kind in CODES:
        return _fault(error)
    return _wrong_type(error)


def _fault(error: _Error) -> Diagnostic:
    """What one of our own checks found, with the caret under the part it names."""
    where, value = _place(error)
    words = error.words
    if words["start"] >= 0 and isinstance(value, Text):
        # A quoted scalar's place begins at its quotation mark.
        offset = words["start"] + (0 if value.plain else 1)
        where = where.within(offset, max(offset + 1, words["end"] + (0 if value.plain else 1)))
    if isinstance(value, Fields) and words["key"] in value:
        where = value[words["key"]].span
        low, high = value.get("low"), value.get("high")
        if isinstance(low, Text) and isinstance(high, Text):
            hint = f"swap them: `low: {high}` and `high: {low}`"
            swapped = (Edit(low.span, str(high)), Edit(high.span, str(low)))
            return report(error.kind, words["message"], where, hint=hint, edits=swapped)
    hint, edits = _other_form(error, where) if error.kind == "E124" else ("", ())
    if hint:
        return report(error.kind, words["message"], where, hint=hint, edits=edits)
    return report(error.kind, words["message"], where, instead=words["instead"], hint=words["hint"])


def _other_form(error: _Error, where: Span) -> tuple[str, tuple[Edit, ...]]:
    """The way out for what is no id, where it is the name of a speaker, or several ids; else ""."""
    text = str(error.value).strip()
    names = [step for step in error.path if isinstance(step, str) and not step.startswith(VARIANT)]
    around = at(error.fields, error.path[: error.path.index(names[-1])])[1] if names else error.fields
    if len(names) > 1 and names[-2:] == ["by", "id"] and " " in text:
        around = at(error.fields, error.path[: len(error.path) - 1 - error.path[::-1].index("by")])[1]
        key = around.keys_at.get("by") if isinstance(around, Fields) else None
        if key is not None:
            edits = (Edit(where, f"\n{' ' * (key.column + 1)}name: {text}"),)
            return f"a speaker without a page is named so\nby:\n  name: {text}", edits
    ids = [each.strip() for each in text.split(",")]
    several = len(ids) > 1 and isinstance(error.path[-1], int) and all(map(ID.match, ids))
    if several and names and isinstance(around, Fields):
        block, parted = apart(ids, where, around.keys_at[names[-1]], listed=isinstance(around[names[-1]], Items))
        return f"write each on a line of its own\n{block}", parted
    return "", ()


def _wrong_type(error: _Error) -> Diagnostic:
    where, _ = _place(error)
    value = error.value
    if error.kind in ("model_type", "model_attributes_type", "dict_type"):
        keys = _keys(_shape_at(error.shape, error.path))
        hint = f"its keys are: {', '.join(keys)}" if keys and error.kind != "dict_type" else _BY_ID
        return report("E121", f"this should be a mapping of keys to values, not {named(value)}", where, hint=hint)
    return report("E121", f"{named(value)} cannot stand here", where, hint="write one text after the colon of its key")


def _missing_key(error: _Error) -> Diagnostic:
    *above, key = error.path
    shape = _shape_at(error.shape, tuple(above))
    around = at(error.fields, above)[1]
    name = str(key)
    example = f"`{name}: {_EXAMPLES[name]}`" if name in _EXAMPLES else f"`{name}: …`"
    hint = f"add a line such as {example}"
    if isinstance(around, Fields) and name in around.keys_at:
        return report("E123", f"`{name}` has no value", around.keys_at[name], hint=f"write one: {example}")
    if around is error.fields:
        return report("E123", f"this {shape.noun} has no `{name}`", error.head, hint=hint)
    where = _first_line(around)
    return report("E123", f"this {shape.noun} has no `{name}`", where, hint=hint)


def _first_line(value: Located) -> Span:
    """The first key of a mapping, for a diagnostic about the whole of it."""
    if isinstance(value, Fields) and value.keys_at:
        return next(iter(value.keys_at.values()))
    return value.span


def _unknown_key(error: _Error, meant: str) -> Diagnostic:
    *above, last = error.path
    key = str(last)
    shape = _shape_at(error.shape, tuple(above))
    around = at(error.fields, above)[1]
    where = around.keys_at.get(key, around.span) if isinstance(around, Fields) else around.span
    if not above:
        misplaced = _misplaced(error.shape, key, where, around)
        if misplaced:
            return misplaced
    keys = _keys(shape)
    hint = _known(shape, keys) if above else _home(key, meant) or _known(shape, keys)
    return report("E120", f"{with_article(shape.noun)} has no key `{key}`", where, instead=meant, hint=hint)


def _misplaced(shape: type[Shape], key: str, where: Span, around: Located) -> Diagnostic | None:
    """A key that belongs in the other file: of an original and its translation."""
    edits = (without(where, around[key].span),) if isinstance(around, Fields) and key in around else ()
    if issubclass(shape, TranslationFields):
        if any(key in _keys(each) for each in FIELDS.values()):
            hint = f"delete `{key}` here: a translation holds texts, the original holds the facts for all languages"
            return report(
                "E132", f"`{key}` is a fact, and facts stay in the default file", where, hint=hint, edits=edits
            )
    elif key in TranslationFields.model_fields and key not in _keys(shape):
        hint = f"delete `{key}` here; a translation stands beside its original: lna.ar.md beside lna.md"
        return report(
            "E131", f"`{key}` belongs in a translation, and this is an original", where, hint=hint, edits=edits
        )
    return None


def _home(key: str, meant: str) -> str:
    """Where a key that is unknown here is at home."""
    if key == "id":
        return "the id is the name of the file, or the key of the entry; no line is needed for it"
    homes = [kind.noun for kind, shape in FIELDS.items() if key in _keys(shape)]
    if not homes or meant:
        return ""
    return f"`{key}` is a key of {' and '.join(with_article(home) for home in homes)}"


def _known(shape: type[Shape], keys: tuple[str, ...]) -> str:
    if len(keys) > 2 * _LISTED_KEYS:
        return f"its keys are in docs/schemas and begin with: {', '.join(keys[:_LISTED_KEYS])}"
    return f"the keys of {with_article(shape.noun)}: {', '.join(keys)}"


def _keys(shape: type[Shape]) -> tuple[str, ...]:
    """The keys an author may write, those of the kind before those all kinds share."""
    names = sorted(shape.model_fields, key=lambda name: name in Common.model_fields)
    keys = (shape.model_fields[name].alias or name for name in names)
    return tuple(key for key in keys if key != PLACE)


def _place(error: _Error) -> tuple[Span, Located]:
    """The place of the value an error is about, or of the key where the key is what is wrong."""
    if error.path and error.path[-1] == "[key]":
        around = at(error.fields, error.path[:-2])[1]
        key = str(error.path[-2])
        if isinstance(around, Fields) and key in around.keys_at:
            return around.keys_at[key], Text(key, around.keys_at[key], plain=True)
    value = at(error.fields, error.path)[1]
    return (error.head if value is error.fields else value.span), value


def _shape_at(shape: type[Shape], path: Path) -> type[Shape]:
    """The shape that reads the mapping at a path."""
    here = shape
    found: tuple[type[Shape], ...] = (shape,)
    for step in path:
        if isinstance(step, str) and step.startswith(VARIANT):
            found = tuple(each for each in found if each.__name__ == step.removeprefix(VARIANT)) or found
        elif isinstance(step, str):
            info = next((info for name, info in here.model_fields.items() if step in (info.alias, name)), None)
            # A step that is no field is a key of a mapping by id: what it holds is known already.
            found = tuple(_shapes(info.annotation)) if info else found
        here = found[0] if found else Shape
    return here


def _shapes(annotation: Any) -> Iterator[type[Shape]]:
    if isinstance(annotation, type) and issubclass(annotation, Shape):
        yield annotation
    for each in get_args(annotation):
        yield from _shapes(each)
