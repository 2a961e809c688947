"""A collected file, content/KIND.yaml: its entries one by one, so that a broken one does not lose the others."""

from __future__ import annotations

from backstory.diagnostics import Diagnostic, Severity, Span, report
from backstory.reading.content_paths import likely_id
from backstory.reading.decode import COLLECTED, decode
from backstory.values.keys import ID
from backstory.values.located import Fields, Items, Located, Text
from backstory.values.record import Record
from backstory.yamltext import COLLECTED as LIMITS
from backstory.yamltext import load, without_empty


class CollectedEntry(Record, frozen=True):
    """One entry of a collected file; `head` is its id's place."""

    id: str
    head: Span
    fields: Fields
    broken: bool = False


def yaml(path: str, data: bytes) -> tuple[Located | None, tuple[Diagnostic, ...], bool]:
    """The value of a YAML file, what is wrong with it, and whether parts of it could not be read."""
    text, found = decode(data, path, limit=COLLECTED, longest=COLLECTED)
    if text is None:
        return None, found, True
    if not text.strip():
        hint = "write entries into it, or delete it"
        return None, (*found, report("E009", "this file is empty", Span(path), hint=hint)), False
    loaded = load(text, path, limits=LIMITS)
    return loaded.value, (*found, *loaded.diagnostics), loaded.broken


def entries(path: str, data: bytes) -> tuple[tuple[CollectedEntry, ...], tuple[Diagnostic, ...]]:
    """The entries of a collected file, and what is wrong with it."""
    value, found, broken = yaml(path, data)
    if value is None:
        return (), found
    if not isinstance(value, Fields):
        what = "a list" if isinstance(value, Items) else "a text"
        hint = "write each entry as its id with a colon, and its keys below it, two spaces in"
        shape = report("E118", f"this file is {what}, not ids with their keys", value.span, hint=hint)
        known = isinstance(value, Text) and any(each.severity is Severity.ERROR for each in found)
        return (), found if known else (*found, shape)
    made, more = of_fields(value, _spoilt(value, found) if broken else frozenset())
    return made, (*found, *more)


def of_fields(
    value: Fields, spoilt: frozenset[str] = frozenset()
) -> tuple[tuple[CollectedEntry, ...], tuple[Diagnostic, ...]]:
    """The entries of a mapping from ids to fields, and what is wrong with them; `spoilt` could not be read whole."""
    made = []
    found: list[Diagnostic] = []
    for name, fields in value.items():
        entry, more = _entry(name, fields, value.keys_at[name], broken=name in spoilt)
        found += more
        if entry is not None:
            made.append(entry)
    return tuple(made), tuple(found)


def _spoilt(value: Fields, found: tuple[Diagnostic, ...]) -> frozenset[str]:
    """The entries in whose lines an error was found."""
    lines = sorted(each.span.line for each in found if each.severity is Severity.ERROR)
    starts = sorted((span.line, name) for name, span in value.keys_at.items())
    ends = [*(line for line, _ in starts), max(lines, default=0) + 1][1:]
    return frozenset(
        name for (start, name), end in zip(starts, ends, strict=True) if any(start <= line < end for line in lines)
    )


def _entry(
    name: str, value: Located, head: Span, *, broken: bool
) -> tuple[CollectedEntry | None, tuple[Diagnostic, ...]]:
    found: tuple[Diagnostic, ...] = ()
    id_ = name if ID.match(name) else likely_id(name)
    if id_ != name:
        hint = f"write `{id_}:`" if id_ else "choose an id of small Latin letters, digits and hyphens"
        found += (report("E020", f"`{name}` is not an id", head, hint=hint),)
    if isinstance(value, Fields):
        fields, notes = without_empty(value)
        found += () if broken else notes
    else:
        fields = Fields({}, head, {})
        if not broken:
            hint = f"put its keys below `{name}:`, two spaces in"
            found += (report("E021", f"the entry `{name}` has no keys", head, hint=hint),)
        broken = True
    return (CollectedEntry(id_, head, fields, broken) if id_ else None), found
