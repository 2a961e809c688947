"""Records written as YAML: block style, free text in double quotes with JSON's escapes, so that none is misread."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

Value: TypeAlias = "str | Sequence[Value] | Mapping[str, Value]"
_PLAIN = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*\Z|[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?\Z")
# What other readers of YAML take for no text.
_TAKEN = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})


def mapping(fields: Mapping[str, Value], indent: int = 0) -> Iterator[str]:
    """The lines of a mapping, indented by so many spaces."""
    pad = " " * indent
    for key, value in fields.items():
        if isinstance(value, str):
            yield f"{pad}{key}: {scalar(value)}"
        elif isinstance(value, Mapping):
            yield f"{pad}{key}:"
            yield from mapping(value, indent + 2)
        else:
            yield f"{pad}{key}:"
            yield from items(value, indent + 2)


def items(values: Sequence[Value], indent: int = 0) -> Iterator[str]:
    """The lines of a list."""
    pad = " " * indent
    for each in values:
        if isinstance(each, str):
            yield f"{pad}- {scalar(each)}"
        elif isinstance(each, Mapping):
            first, *rest = mapping(each, indent + 2)
            yield f"{pad}- {first.lstrip(' ')}"
            yield from rest
        else:
            raise TypeError("a list in a list is no record")


def scalar(text: str) -> str:
    """A text as YAML: ids and dates as they are, all else in quotes."""
    if _PLAIN.match(text) and text not in _TAKEN:
        return text
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
