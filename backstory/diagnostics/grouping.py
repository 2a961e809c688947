"""Grouping: where one cause gives many findings in a file, only the first is shown, with their number."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import replace
from itertools import islice

from backstory.diagnostics.diagnostic import Diagnostic, Related

_APART = 3
_SHOWN = 2


def once_a_file(found: Iterable[tuple[Hashable, Diagnostic]], more: str) -> Iterator[Diagnostic]:
    """The findings of pairs (cause, finding). Where more than three in a file have one cause, only the first stays.

    Its message then ends in `more`, which says how many others there are: ", and {count} more in this file".
    """
    causes: dict[tuple[Hashable, str], dict[Diagnostic, None]] = {}
    for cause, each in found:
        causes.setdefault((cause, each.span.path), {})[each] = None
    for alike in causes.values():
        ranked = sorted(alike, key=lambda each: each.order)
        if len(ranked) <= _APART:
            yield from ranked
            continue
        also = tuple(Related(each.span, "here as well") for each in islice(ranked, 1, 1 + _SHOWN))
        first = ranked[0]
        yield replace(
            first, message=first.message + more.format(count=len(ranked) - 1), related=(*first.related, *also)
        )
