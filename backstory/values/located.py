"""Values as an author wrote them, each with its place: text, fields (a mapping) and items (a list)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from backstory.diagnostics import Span

NOTHING = frozenset(("", "~", "null"))
"""What stands after a colon, without quotes, where there is no value: nothing, or YAML's null."""


class Text(str):
    """A scalar. YAML's types are not guessed: `NO`, `12:30` and `2020-05` stay the text they are.

    `plain` is true for a scalar without quotes, so that an empty plain one can be told from `""`.
    """

    __slots__ = ("plain", "span")

    span: Span
    plain: bool

    def __new__(cls, value: str, span: Span, *, plain: bool = False) -> Text:
        """Text with the place it was read from."""
        text = super().__new__(cls, value)
        text.span = span
        text.plain = plain
        return text

    def __reduce__(self) -> tuple[object, ...]:
        return (_text, (str(self), self.span, self.plain))


def _text(value: str, span: Span, plain: bool) -> Text:  # noqa: FBT001 - a constructor for pickling alone
    return Text(value, span, plain=plain)


class Fields(dict[str, "Located"]):
    """A mapping. `keys_at` gives the place of each key, `span` that of the whole."""

    __slots__ = ("keys_at", "span")

    span: Span
    keys_at: Mapping[str, Span]

    def __init__(self, items: Mapping[str, Located], span: Span, keys_at: Mapping[str, Span]) -> None:
        """Fields with the places they were read from."""
        super().__init__(items)
        self.span = span
        self.keys_at = keys_at


class Items(list["Located"]):
    """A list with its place."""

    __slots__ = ("span",)

    span: Span

    def __init__(self, items: Iterable[Located], span: Span) -> None:
        """Items with the place they were read from."""
        super().__init__(items)
        self.span = span


Located = Text | Fields | Items


def at(fields: Fields, path: Iterable[str | int]) -> tuple[tuple[str | int, ...], Located]:
    """The value at a path of keys and indexes, and the steps that lead to it.

    A step that stands in no file is passed over: the variant of a record, the list that one value stands for.
    """
    here: Located = fields
    steps: list[str | int] = []
    for step in path:
        inner: Located | None = None
        if isinstance(here, Fields) and isinstance(step, str):
            inner = here.get(step)
        elif isinstance(here, Items) and isinstance(step, int) and step < len(here):
            inner = here[step]
        if inner is not None:
            here = inner
            steps.append(step)
    return tuple(steps), here
