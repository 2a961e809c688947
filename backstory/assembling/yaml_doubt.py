"""What may still be said of front matter with mistakes in its YAML: only what none of them can have caused."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from backstory.diagnostics import Diagnostic, Span
from backstory.values.located import Fields, Items

_OF_SHAPE = frozenset(("E120", "E121"))


def beyond_doubt(
    found: tuple[Diagnostic, ...], fields: Fields, amiss: tuple[int, ...], *, mended: bool
) -> tuple[Diagnostic, ...]:
    """The diagnostics that hold whatever the lines `amiss` were meant to say; what stands in them is told already.

    Where the text was `mended` to be read on, what is missing may stand in those lines, and what does not fit in the
    same entry may have been meant for another place, unless it is clearly a slip of its own.
    """
    if not found or not (amiss or mended):
        return found
    starts = sorted(_starts(fields)) if amiss else []
    spoilt = {bisect_right(starts, line) for line in amiss}

    def holds(each: Diagnostic) -> bool:
        if _holds_one(each.span, amiss) or (mended and each.code == "E123"):
            return False
        out_of_place = each.code in _OF_SHAPE and not each.label
        return not (mended and out_of_place and bisect_right(starts, each.span.line) in spoilt)

    return tuple(filter(holds, found))


def touched(fields: Fields, lines: Iterable[int]) -> frozenset[str]:
    """The keys in whose stretch of the text one of the lines stands."""
    keys = sorted((span.line, key) for key, span in fields.keys_at.items())
    starts = [line for line, _ in keys]
    return frozenset(keys[at - 1][1] for line in lines if (at := bisect_right(starts, line)))


def _starts(fields: Fields) -> Iterator[int]:
    """The lines in which a key, or an entry of a list under it, begins."""
    for key, value in fields.items():
        yield fields.keys_at[key].line
        if isinstance(value, Items):
            yield from (each.span.line for each in value)


def _holds_one(span: Span, lines: Iterable[int]) -> bool:
    return any(span.line <= line <= span.end_line for line in lines)
