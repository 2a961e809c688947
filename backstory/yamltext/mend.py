"""Reads on after a mistake: finds the smallest part that fails by itself, explains and corrects it, and reads again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import yaml

from backstory.diagnostics import Diagnostic, Span, report
from backstory.diagnostics.edits import without
from backstory.values.located import Fields, Items, Located, Text
from backstory.yamltext import layout
from backstory.yamltext.compose import ExcessError, YamlLimits, compose, twice
from backstory.yamltext.mistake import Mistake
from backstory.yamltext.parser_messages import explain
from backstory.yamltext.quoting import parts
from backstory.yamltext.realign import realigned
from backstory.yamltext.remarks import remarks
from backstory.yamltext.stretch import Source, indent

_ROUNDS = 60
_Read = tuple[Located | None, list[Diagnostic]]
# Mistakes that say where a line belongs, or that it says nothing: mended, it may still be missing elsewhere.
_OF_LAYOUT = frozenset(("E100", "E109", "E110", "E111", "E114", "E115", "E118"))
_ODD = frozenset(("E108", "E109"))
_FAILURES = (yaml.YAMLError, ValueError, RecursionError)


def mended(source: Source, error: Exception, limits: YamlLimits) -> tuple[Located | None, list[Diagnostic], bool]:
    """What can be read of a text that failed with `error`, every mistake in it, and whether something may be lost."""
    values: list[Located] = []
    found: list[Diagnostic] = []
    lost = False
    moved = _realigned(source, error, limits)
    if moved is not None:
        found.append(moved.told(source))
        source = source.with_line(moved.row, moved.line)
    for _, group in groups(source):
        value, more, less = _mended_group(group, limits)
        found += more
        lost = lost or less
        if value is not None:
            values.append(value)
    value, more = _joined(values)
    found += more
    if not any(each.code.startswith("E") for each in found):
        found.append(_explained(source, error).told(source))
    return value, found, lost or any(each.code in _OF_LAYOUT for each in found)


def _mended_group(group: Source, limits: YamlLimits) -> tuple[Located | None, list[Diagnostic], bool]:
    found: list[Diagnostic] = []
    seen: set[int] = set()
    lost = False
    for _ in range(_ROUNDS):
        try:
            value, more = compose(group, limits)
            if not isinstance(value, Text):
                return value, [*found, *more, *remarks(group, value)], lost
            mistake = layout.without_key(group, value.span.line - group.first)
        except ExcessError as excess:
            return None, [*found, report("E115", excess.message, excess.span, hint="write it flatter")], True
        except _FAILURES as error:
            mistake = _realigned(group, error, limits) or _narrowed(group, error, limits)
        if mistake.row in seen:
            group, lost = _blanked(group, mistake.row), True
            continue
        seen.add(mistake.row)
        found.append(mistake.told(group))
        lost = lost or not _says_more(group, mistake)
        group = _corrected(group, mistake)
    return None, found, True


def _realigned(source: Source, error: Exception, limits: YamlLimits) -> Mistake | None:
    """The line out of place that alone keeps a text from being read; None where it is another mistake."""
    mark = error.problem_mark if isinstance(error, yaml.MarkedYAMLError) else None
    if mark is None:
        return None
    seen = _explained(source, error)
    tab = seen.diagnostic.code == "E102" and seen.line.lstrip() == source.lines[seen.row].lstrip()
    if not tab and (seen.diagnostic.code not in ("E110", "E111") or (seen.diagnostic.code == "E111" and seen.line)):
        return None

    def slips(changed: Source) -> int | None:
        try:
            value, found = compose(changed, limits)
        except (*_FAILURES, ExcessError):
            return None
        if value is None or isinstance(value, Text):
            return None
        codes = [each.code for each in (*found, *remarks(changed, value))]
        # A line moved into the text above it is not put right.
        return None if "E110" in codes else sum(each in _ODD for each in codes)

    if not tab:
        return realigned(source, min(mark.line, len(source.lines) - 1), slips)
    spaced = source.with_line(seen.row, seen.line)
    if slips(spaced) == 0:
        return seen
    moved = realigned(spaced, seen.row, slips, back=1)
    if moved is None or moved.line.lstrip() != seen.line.lstrip():
        return None
    width = indent(moved.line)
    hint = f"use {width} spaces: `{moved.line.rstrip()}`" if width else "start the line at the left edge"
    return Mistake(replace(seen.diagnostic, hint=hint), seen.row, moved.line)


def _says_more(group: Source, mistake: Mistake) -> bool:
    """Whether there is a corrected line that differs from the one that failed."""
    return bool(mistake.line.strip()) and mistake.line != group.lines[mistake.row]


def _corrected(group: Source, mistake: Mistake) -> Source:
    return group.with_line(mistake.row, mistake.line) if _says_more(group, mistake) else _blanked(group, mistake.row)


def _blanked(group: Source, row: int) -> Source:
    """The group without a line and what is indented below it."""
    lines = list(group.lines)
    width = indent(lines[row])
    lines[row] = ""
    for each in range(row + 1, len(lines)):
        if lines[each].strip() and indent(lines[each]) <= width:
            break
        lines[each] = ""
    return replace(group, lines=tuple(lines)) if any(lines) else replace(group, lines=("",) * len(lines))


def _narrowed(source: Source, error: Exception, limits: YamlLimits) -> Mistake:
    """The mistake of the smallest stretch that fails alone; `row` counts in `source`."""
    offset, here, dashes = 0, source, dict[int, int]()
    for _ in range(2 * limits.depth):
        inner = _failing_part(here, limits)
        if inner is None:
            break
        start, here, error, dash = inner
        offset += start
        if dash is not None:
            dashes[offset + dash[0]] = dash[1]
    mistake = _explained(here, error)
    row, line = offset + mistake.row, mistake.line
    column = dashes.get(row)
    if column is not None and line[column : column + 1] == " ":
        shown, line = f"`{line.strip()}`", line[:column] + "-" + line[column + 1 :]
        hint = mistake.diagnostic.hint.replace(shown, f"`{line.strip()}`")
        return Mistake(replace(mistake.diagnostic, hint=hint), row, line)
    return Mistake(mistake.diagnostic, row, line)


_Part = tuple[int, Source, Exception, tuple[int, int] | None]


def _failing_part(source: Source, limits: YamlLimits) -> _Part | None:
    """A smaller stretch that fails too: its first row, itself, its error, and the dash taken off it."""
    several = list(groups(source))
    if len(several) > 1:
        for start, group in several:
            if (error := _failure(group, limits)) is not None:
                return start, group, error, None
        return None
    head = next((row for row in range(len(source.lines)) if source.significant(row)), None)
    if head is None:
        return None
    line = source.lines[head]
    if line.lstrip().startswith("- "):
        column = indent(line)
        bare = source.with_line(head, line[:column] + " " + line[column + 1 :])
        error = _failure(bare, limits)
        return (0, bare, error, (head, column)) if error is not None else None
    if parts(line).key and not parts(line).value.partition("#")[0].strip() and head + 1 < len(source.lines):
        below = source.part(head + 1, len(source.lines))
        error = _failure(below, limits)
        return (head + 1, below, error, None) if error is not None else None
    return None


def _failure(source: Source, limits: YamlLimits) -> Exception | None:
    try:
        compose(source, limits)
    except _FAILURES as error:
        return error
    except ExcessError:
        return None
    return None


def groups(source: Source) -> Iterator[tuple[int, Source]]:
    """The stretches that each start where the first line of the text starts, with their first rows."""
    rows = [row for row in range(len(source.lines)) if source.significant(row)]
    if not rows:
        return
    base = indent(source.lines[rows[0]])
    starts = [0]
    under_key = not source.lines[rows[0]].lstrip().startswith("- ")
    for row in rows[1:]:
        line = source.lines[row]
        text = line.lstrip()
        joins = text[0] in "]}" or (under_key and indent(line) == base and text.startswith(("- ", "-\n")))
        if indent(line) <= base and not joins and text != "-":
            starts.append(row)
    for start, end in zip(starts, [*starts[1:], len(source.lines)], strict=True):
        yield start, source.part(start, end)


def _explained(source: Source, error: Exception) -> Mistake:
    return explain(source, error if isinstance(error, yaml.YAMLError) else yaml.YAMLError())


def _joined(values: list[Located]) -> _Read:
    """The groups' values as one: the first one's kind decides."""
    if not values:
        return None, []
    first = values[0]
    if isinstance(first, Items):
        return Items([item for each in values if isinstance(each, Items) for item in each], first.span), []
    fields: dict[str, Located] = {}
    keys_at: dict[str, Span] = {}
    found = []
    for each in values:
        if not isinstance(each, Fields):
            continue
        for key, value in each.items():
            if key in fields:
                again = each.keys_at[key]
                found.append(twice(Text(key, again), keys_at[key], (without(again, value.span),)))
            else:
                fields[key], keys_at[key] = value, each.keys_at[key]
    start, end = first.span, values[-1].span
    span = start._replace(end_line=end.end_line, end_column=end.end_column)
    return Fields(fields, span, keys_at), found
