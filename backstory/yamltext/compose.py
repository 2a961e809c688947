"""Parser events become located values; what YAML can do beyond text, lists and mappings is refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol, TypeAlias

import yaml

from backstory.diagnostics import Diagnostic, Related, Span, report
from backstory.model.located import Fields, Items, Located, Text
from backstory.yamltext.characters import FORBIDDEN, what
from backstory.yamltext.quoting import reserved, with_value_quoted
from backstory.yamltext.source import Source

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Mark(Protocol):
    line: int
    column: int


_Opened: TypeAlias = yaml.MappingStartEvent | yaml.SequenceStartEvent


@dataclass(frozen=True, slots=True)
class Limits:
    """How much YAML one text may hold. `size` counts characters."""

    size: int
    nodes: int
    depth: int = 32


FRONT_MATTER = Limits(size=64 * 1024, nodes=20_000)
COLLECTED = Limits(size=4 * 1024 * 1024, nodes=400_000)


class ExcessError(Exception):
    """A limit of size, depth or number was passed: `message` says which, `span` where."""

    def __init__(self, message: str, span: Span) -> None:
        super().__init__(message)
        self.message = message
        self.span = span


def compose(source: Source, limits: Limits) -> tuple[Located | None, list[Diagnostic]]:
    """The value of a text, None for one that holds nothing.

    Raises yaml.YAMLError where the text is not YAML, and ExcessError.
    """
    composer = _Composer(source, events(source, limits))
    value = composer.document()
    return value, composer.found


def events(source: Source, limits: Limits) -> Iterator[yaml.Event]:
    """The parser's events, counted. Raises as `compose` does."""
    depth = nodes = 0
    loader = _LOADER(source.text)
    try:
        while not isinstance(event := loader.get_event(), yaml.StreamEndEvent):
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            if isinstance(event, yaml.NodeEvent):
                nodes += 1
                if depth > limits.depth or nodes > limits.nodes:
                    raise _excess(source, event, limits, deep=depth > limits.depth)
            yield event
    finally:
        loader.dispose()


def _excess(source: Source, event: yaml.Event, limits: Limits, *, deep: bool) -> ExcessError:
    what = f"nested more than {limits.depth} levels deep" if deep else f"more than {limits.nodes:,} values"
    return ExcessError(f"there is too much here to read: {what}", _span(source, event))


def _span(source: Source, first: yaml.Event, last: yaml.Event | None = None) -> Span:
    start, end = _marks(first)[0], _marks(last or first)[1]
    return Span(source.path, source.first + start.line, start.column + 1, source.first + end.line, end.column + 1)


def _marks(event: yaml.Event) -> tuple[_Mark, _Mark]:
    """Where an event starts and ends; typeshed allows None there, which only hand-made events have."""
    if event.start_mark is None or event.end_mark is None:
        raise AssertionError(event)
    return event.start_mark, event.end_mark


@dataclass(slots=True)
class _Composer:
    source: Source
    events: Iterator[yaml.Event]
    found: list[Diagnostic] = field(default_factory=list)

    def document(self) -> Located | None:
        value: Located | None = None
        for event in self.events:
            if isinstance(event, yaml.NodeEvent):
                value = self._node(event)
        return None if isinstance(value, Text) and value.plain and not value else value

    def _node(self, event: yaml.Event) -> Located:
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.AliasEvent):
            return self._sign("*", _span(self.source, event))
        if isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            if event.anchor or event.tag:
                self._sign("&" if event.anchor else "!", self._start_of(event))
            return self._fields(event) if isinstance(event, yaml.MappingStartEvent) else self._items(event)
        raise AssertionError(event)

    def _start_of(self, event: yaml.Event) -> Span:
        start, _ = _marks(event)
        return self.source.span(start.line, start.column)

    def _line(self, span: Span) -> str:
        return self.source.lines[span.line - self.source.first]

    def _scalar(self, event: yaml.ScalarEvent) -> Text:
        span = _span(self.source, event)
        if span.line - self.source.first >= len(self.source.lines):
            # An absent value at the very end is marked on the line after the last.
            span = self.source.span(len(self.source.lines) - 1, 0, 0)
        if event.anchor or event.tag:
            return self._sign("&" if event.anchor else "!", span)
        # The source is clean already; only the codes of double quotes can bring such a character in.
        if event.style == '"' and (hit := FORBIDDEN.search(event.value)) is not None:
            message = f"a code in this text stands for {what(hit[0])}"
            self.found.append(report("E116", message, span, hint="take the code out"))
            return Text(FORBIDDEN.sub(" ", event.value), span)
        return Text(event.value, span, plain=not event.style)

    def _sign(self, sign: str, span: Span) -> Text:
        """Reports a sign YAML would give a meaning; the text is taken as it was typed."""
        row, column = span.line - self.source.first, span.column - 1
        line = self.source.lines[row] if row < len(self.source.lines) else ""
        fixed = with_value_quoted(line, column)
        hint = f"put quotes around the text: `{fixed.strip()}`" if fixed else "take the sign out"
        self.found.append(report("E107", reserved(sign), span, hint=hint))
        return Text(line[column:].rstrip(), span)

    def _items(self, start: yaml.SequenceStartEvent) -> Items:
        items = []
        event = next(self.events)
        while not isinstance(event, yaml.SequenceEndEvent):
            items.append(self._node(event))
            event = next(self.events)
        return Items(items, self._extent(start, event, items[-1].span if items else None))

    def _fields(self, start: yaml.MappingStartEvent) -> Fields:
        values: dict[str, Located] = {}
        keys_at: dict[str, Span] = {}
        last: Span | None = None
        event = next(self.events)
        while not isinstance(event, yaml.MappingEndEvent):
            key = self._node(event)
            value = self._node(next(self.events))
            last = value.span
            if self._usable(key, keys_at):
                name = str(key)
                values[name], keys_at[name] = value, key.span
            event = next(self.events)
        return Fields(values, self._extent(start, event, last), keys_at)

    def _usable(self, key: Located, keys_at: dict[str, Span]) -> bool:
        """Whether a key may stand here; the reason is reported where it may not."""
        if not isinstance(key, Text) or not key.strip():
            message = "there is no key before this colon" if isinstance(key, Text) else "a key must be one text"
            hint = "write a key, a colon, a space and the value, such as `title: Who owns the grid`"
            if not isinstance(key, Text) and (fixed := with_value_quoted(self._line(key.span))):
                hint = f"put quotes around a text that starts with a bracket: `{fixed.strip()}`"
            self.found.append(report("E109", message, key.span, hint=hint))
            return False
        if key == "<<" and key.plain:
            hint = "write the keys out where they belong"
            self.found.append(report("E107", "YAML's merge key `<<` is not read here", key.span, hint=hint))
            return False
        if key in keys_at:
            first = Related(keys_at[key], f"`{key}` stands here first; this value is used")
            hint = "keep one of the two"
            message = f"the key `{key}` stands here a second time"
            self.found.append(report("E108", message, key.span, hint=hint, related=(first,)))
            return False
        return True

    def _extent(self, start: _Opened, end: yaml.Event, last: Span | None) -> Span:
        """From the first to the last character; a block's end event stands at whatever comes after it."""
        span = _span(self.source, start, end)
        if start.flow_style or last is None:
            return span
        return Span(span.path, span.line, span.column, last.end_line, last.end_column)
