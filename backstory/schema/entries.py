"""Several entries that were written as one, with commas between them: `tags: jets, drones`."""

from __future__ import annotations

from collections.abc import Iterator

from backstory.diagnostics import Diagnostic, Edit, Span, report
from backstory.values.located import Fields, Items, Text

_LISTS = ("aliases", "tags")


def written_as_one(fields: Fields) -> Iterator[Diagnostic]:
    """Aliases and tags with a comma in them, and no quotes around them that say that it belongs there."""
    for key in _LISTS:
        value = fields.get(key)
        for each in value if isinstance(value, Items) else (value,):
            if isinstance(each, Text) and each.plain and ", " in each:
                entries = [entry.strip() for entry in each.split(",") if entry.strip()]
                block, edits = apart(entries, each.span, fields.keys_at[key], listed=isinstance(value, Items))
                message = f"`{each}` is read as one entry, with a comma in it"
                hint = f"put quotes around it where it is one; where it is several, write each on its own line\n{block}"
                yield report("W102", message, each.span, hint=hint, edits=edits)


def apart(entries: list[str], value: Span, key: Span, *, listed: bool) -> tuple[str, tuple[Edit, ...]]:
    """The entries as lines of a list, and the edit that writes them so in place of a value.

    `listed` says that the value is an entry of a list already.
    """
    lines = [f"- {entry}" for entry in entries]
    if listed:
        text = ("\n" + " " * (value.column - 3)).join(lines)[2:]
    else:
        text = "".join(f"\n{' ' * (key.column + 1)}{line}" for line in lines)
    return "\n".join(lines), (Edit(value, text),)
