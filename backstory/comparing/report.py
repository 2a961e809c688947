"""The changes in words: for a terminal, in Markdown for a pull request, as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby

from backstory.comparing.difference import Change, Sort

_MOST = 50
"""How many changes of one sort are listed for people; JSON has all."""

NOTHING = "What the site says is the same."


def as_text(changes: Iterable[Change]) -> str:
    """A heading for each sort of change, and a paragraph for each change."""
    lines = []
    for sort, found in _by_sort(changes):
        lines += ["", f"{_heading(sort)} ({len(found)})"]
        for each in found[:_MOST]:
            lines += ["", f"  {each.subject}", *(f"    {line}" for line in _body(each))]
            if each.sort is Sort.UNCORRECTED:
                lines += [f"      {line}" for line in _correction(each)]
        lines += _more(found)
    return "\n".join(lines).strip() or NOTHING


def as_markdown(changes: Iterable[Change]) -> str:
    """The same for the summary of a pull request."""
    lines = ["## What this changes in what the site says", ""]
    for sort, found in _by_sort(changes):
        lines += [f"### {_heading(sort)} ({len(found)})", ""]
        for each in found[:_MOST]:
            lines += [f"- **{_plain(each.subject)}**", *(f"  {_plain(line)}  " for line in _body(each))]
            if each.sort is Sort.UNCORRECTED:
                lines += ["", *(f"  {line}" for line in ("```yaml", *_correction(each), "```")), ""]
        lines += [*_more(found), ""]
    return "\n".join(lines if len(lines) > 2 else [*lines, NOTHING]) + "\n"


def as_json(changes: Iterable[Change]) -> str:
    """An object a line: `sort`, `subject`, `was`, `now`, `path`."""
    names = ("subject", "was", "now", "path")
    rows = ({"sort": each.sort.name.lower(), **{name: getattr(each, name) for name in names}} for each in changes)
    return "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows)


def _by_sort(changes: Iterable[Change]) -> Iterator[tuple[Sort, list[Change]]]:
    for sort, found in groupby(changes, key=lambda each: each.sort):
        yield sort, list(found)


def _heading(sort: Sort) -> str:
    return sort.value[0].upper() + sort.value[1:]


def _body(change: Change) -> Iterator[str]:
    if change.was:
        yield f"was: {change.was}"
    if change.now:
        yield f"now: {change.now}"
    if change.sort is Sort.VANISHED:
        yield f"add `{change.subject}` to the `redirects` of the page that follows it"
    if change.sort is Sort.UNCORRECTED:
        yield f"if readers were told something wrong, add to {change.path}:"


def _correction(change: Change) -> Iterator[str]:
    yield "corrections:"
    yield "  - date: YYYY-MM-DD"
    yield f"    was: {json.dumps(change.was, ensure_ascii=False)}"
    yield f"    now: {json.dumps(change.now, ensure_ascii=False)}"
    yield "    why:"


def _more(found: list[Change]) -> list[str]:
    return [f"  and {len(found) - _MOST} more"] if len(found) > _MOST else []


def _plain(text: str) -> str:
    """Text that Markdown shows as it is."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>|" else sign for sign in text)
