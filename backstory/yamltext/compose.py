"""Makes values with their places of the parser's events. Only text, lists and mappings are allowed."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, cast

import yaml

from backstory.diagnostics import Diagnostic, Edit, Related, Span, report
from backstory.diagnostics.edits import whole_lines, without
from backstory.values.located import Fields, Items, Located, Text
from backstory.yamltext.characters import FORBIDDEN, what
from backstory.yamltext.quoting import reserved, unsigned, with_value_quoted
from backstory.yamltext.stretch import Source

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_SCALAR: type = yaml.ScalarEvent
_ALIAS: type = yaml.AliasEvent
_FIELDS: type = yaml.MappingStartEvent
_ITEMS: type = yaml.SequenceStartEvent
_END_OF_FIELDS: type = yaml.MappingEndEvent
_END_OF_ITEMS: type = yaml.SequenceEndEvent
_END: type = yaml.StreamEndEvent
_NODES = (_SCALAR, _ALIAS, _FIELDS, _ITEMS)
_exactly = tuple.__new__
_text = str.__new__


class _Mark(Protocol):
    line: int
    column: int


class _Event(Protocol):
    """A parser's event; typeshed allows None for its marks, which only hand-made events have."""

    start_mark: _Mark
    end_mark: _Mark


class _Scalar(_Event, Protocol):
    anchor: str | None
    tag: str | None
    value: str
    style: str | None


class _Start(_Event, Protocol):
    anchor: str | None
    tag: str | None
    flow_style: bool | None


@dataclass(frozen=True, slots=True)
class YamlLimits:
    """How much YAML one text may hold. `size` counts characters."""

    size: int
    nodes: int
    depth: int = 32


FRONT_MATTER = YamlLimits(size=64 * 1024, nodes=20_000)
COLLECTED = YamlLimits(size=4 * 1024 * 1024, nodes=400_000)


class ExcessError(Exception):
    """A limit of size, depth or number was passed: `message` says which, `span` where."""

    def __init__(self, message: str, span: Span) -> None:
        super().__init__(message)
        self.message = message
        self.span = span


def compose(source: Source, limits: YamlLimits) -> tuple[Located | None, list[Diagnostic]]:
    """The value of a text, None for one that holds nothing.

    Raises yaml.YAMLError where the text is not YAML, and ExcessError.
    """
    loader = _LOADER(source.text)
    try:
        composer = _Composer(source, limits, loader.get_event)
        return composer.document(), composer.found
    finally:
        loader.dispose()


def twice(key: Text, first: Span, edits: tuple[Edit, ...]) -> Diagnostic:
    """The diagnostic of a key that stands a second time in one mapping; `edits` delete it."""
    there = Related(first, f"`{key}` stands here first; this value is used")
    hint = f"keep one of the two: delete this one, or that in line {first.line}"
    message = f"the key `{key}` stands here a second time"
    return report("E108", message, key.span, hint=hint, related=(there,), edits=edits)


class _Composer:
    """Takes the parser's events one by one. A long file has 200,000 of them, so every line here must be fast."""

    def __init__(self, source: Source, limits: YamlLimits, following: Callable[[], _Event]):
        self.found: list[Diagnostic] = []
        self._source = source
        self._path = source.path
        self._first = source.first
        self._rows = len(source.lines)
        self._limits = limits
        self._following = following
        self._nodes = 0
        self._depth = 0
        # The same few keys stand in every record.
        self._names: dict[str, str] = {}

    def document(self) -> Located | None:
        value: Located | None = None
        while type(event := self._following()) is not _END:
            if type(event) in _NODES:
                value = self._node(event)
        return None if isinstance(value, Text) and value.plain and not value else value

    def _node(self, event: _Event) -> Located:
        self._nodes += 1
        if self._nodes > self._limits.nodes:
            raise self._excess(event, f"more than {self._limits.nodes:,} values")
        kind = type(event)
        if kind is _SCALAR:
            return self._scalar(cast("_Scalar", event))
        if kind is _ALIAS:
            return self._sign("*", self._span(event, event))
        start = cast("_Start", event)
        if self._depth == self._limits.depth:
            raise self._excess(event, f"nested more than {self._depth} levels deep")
        if start.anchor or start.tag:
            place = self._source.span(start.start_mark.line, start.start_mark.column)
            self._sign("&" if start.anchor else "!", place)
        self._depth += 1
        value = self._fields(start) if kind is _FIELDS else self._items(start)
        self._depth -= 1
        return value

    def _scalar(self, event: _Scalar) -> Text:
        start, end = event.start_mark, event.end_mark
        row, first = start.line, self._first
        if row < self._rows:
            span = _exactly(Span, (self._path, first + row, start.column + 1, first + end.line, end.column + 1))
        else:
            # An absent value at the very end is marked on the line after the last.
            span = self._source.span(self._rows - 1, 0, 0)
        if event.anchor or event.tag:
            return self._sign("&" if event.anchor else "!", span)
        style, said = event.style, event.value
        # The source is clean already; only the codes of double quotes can bring such a character in.
        if style == '"' and (hit := FORBIDDEN.search(said)) is not None:
            message = f"a code in this text stands for {what(hit[0])}"
            self.found.append(report("E116", message, span, hint="take the code out"))
            said = FORBIDDEN.sub(" ", said)
        text = _text(Text, said)
        text.span = span
        text.plain = not style
        return text

    def _sign(self, sign: str, span: Span) -> Text:
        """Reports an anchor, alias or tag. The text is read as it was typed."""
        row, column = span.line - self._source.first, span.column - 1
        line = self._source.lines[row] if row < len(self._source.lines) else ""
        fixed, hint = unsigned(line, column)
        edits = (whole_lines(span._replace(end_line=span.line), f"{fixed}\n"),) if fixed else ()
        self.found.append(report("E107", reserved(sign), span, hint=hint, edits=edits))
        return Text(line[column:].rstrip(), span)

    def _items(self, start: _Start) -> Items:
        items = []
        while type(event := self._following()) is not _END_OF_ITEMS:
            items.append(self._node(event))
        return Items(items, self._extent(start, event, items[-1].span if items else None))

    def _fields(self, start: _Start) -> Fields:
        values: dict[str, Located] = {}
        keys_at: dict[str, Span] = {}
        last: Span | None = None
        while type(event := self._following()) is not _END_OF_FIELDS:
            key = self._node(event)
            value = self._node(self._following())
            last = value.span
            name = self._names.get(key) if isinstance(key, Text) else None
            if name is None or name in values:
                name = self._name(key, keys_at, value)
            if name:
                values[name], keys_at[name] = value, key.span
        return Fields(values, self._extent(start, event, last), keys_at)

    def _name(self, key: Located, keys_at: dict[str, Span], value: Located) -> str:
        """The name of a key that was not met before; "" for one that may not stand here."""
        if not self._usable(key, keys_at, value):
            return ""
        name = sys.intern(str(key))
        if name != "<<":
            self._names[name] = name
        return name

    def _usable(self, key: Located, keys_at: dict[str, Span], value: Located) -> bool:
        """Whether a key may stand here; the reason is reported where it may not."""
        if not isinstance(key, Text) or not key.strip():
            message = "there is no key before this colon" if isinstance(key, Text) else "a key must be one text"
            hint, edits = "write the key before the colon, or delete the line", self._without(key, value)
            if not isinstance(key, Text) and (fixed := with_value_quoted(self._line(key.span))):
                hint = f"put quotes around a text that starts with a bracket: `{fixed.strip()}`"
                edits = (whole_lines(key.span, f"{fixed}\n"),)
            self.found.append(report("E109", message, key.span, hint=hint, edits=edits))
            return False
        if key == "<<" and key.plain:
            hint, edits = "delete the line, and write the keys out where they belong", self._without(key, value)
            message = "YAML's merge key `<<` is not read here"
            self.found.append(report("E107", message, key.span, hint=hint, edits=edits))
            return False
        if key in keys_at:
            self.found.append(twice(key, keys_at[key], self._without(key, value)))
            return False
        return True

    def _without(self, key: Located, value: Located) -> tuple[Edit, ...]:
        """The edit that deletes a key with its value, where it begins its line."""
        lead = self._line(key.span)[: key.span.column - 1]
        return () if lead.strip() else (without(key.span, value.span),)

    def _line(self, span: Span) -> str:
        return self._source.lines[span.line - self._source.first]

    def _extent(self, start: _Start, end: _Event, last: Span | None) -> Span:
        """From the first to the last character; a block's end event stands at whatever comes after it."""
        if start.flow_style or last is None:
            return self._span(start, end)
        first, mark = self._first, start.start_mark
        return Span(self._path, first + mark.line, mark.column + 1, last.end_line, last.end_column)

    def _span(self, start: _Event, end: _Event) -> Span:
        first, of, to = self._first, start.start_mark, end.end_mark
        return Span(self._path, first + of.line, of.column + 1, first + to.line, to.column + 1)

    def _excess(self, event: _Event, what: str) -> ExcessError:
        return ExcessError(f"there is too much here to read: {what}", self._span(event, event))
