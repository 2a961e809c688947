"""What may still be said of a file whose YAML had to be mended to read on: only what no mending can have caused."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from backstory.diagnostics import Diagnostic, Span
from backstory.model.located import Fields

_OF_SHAPE = frozenset(("E120", "E121"))


def certain(found: Iterable[Diagnostic], fields: Fields, amiss: tuple[int, ...]) -> Iterator[Diagnostic]:
    """The diagnostics that hold whatever the lines `amiss` were meant to say.

    What is missing may stand in them. What stands in them is told already. And under the same key as one of them,
    a value or key that does not fit may have been meant for another place, unless it is clearly a slip of its own.
    """
    starts = sorted(span.line for span in fields.keys_at.values())
    spoilt = {bisect_right(starts, line) for line in amiss}
    for each in found:
        if each.code == "E123" or _holds_one(each.span, amiss):
            continue
        if each.code in _OF_SHAPE and not each.label and bisect_right(starts, each.span.line) in spoilt:
            continue
        yield each


def _holds_one(span: Span, lines: Iterable[int]) -> bool:
    return any(span.line <= line <= span.end_line for line in lines)
