"""The fields that hold Markdown, as prose in the language they are in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Protocol

from backstory.diagnostics import Diagnostic
from backstory.records.prose import Prose
from backstory.schema.kind_fields import MARKDOWN
from backstory.values.keys import Kind
from backstory.values.located import Fields, Located, Text

Texts = Mapping[tuple[str, str], Prose]
_TAG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*\Z")


class ProseReader(Protocol):
    """Reads Markdown; the package `backstory.reading.markdown` is one."""

    def body(self, text: str, path: str, line: int, lang: str, /) -> tuple[Prose, tuple[Diagnostic, ...]]:
        """The prose of a body whose first line is line `line` of the file."""

    def inline(self, text: Text, lang: str, /) -> tuple[Prose, tuple[Diagnostic, ...]]:
        """The prose of a text of the front matter."""


class Markdown:
    """The prose of a site that trusts its content, or not."""

    def __init__(self, *, trust_full: bool):
        """With `trust_full` raw HTML is left as it is."""
        self._trust_full = trust_full

    def body(self, text: str, path: str, line: int, lang: str, /) -> tuple[Prose, tuple[Diagnostic, ...]]:
        """The prose of a body."""
        # Python-Markdown and its extensions take longer to import than a build with nothing to do may last.
        from backstory.reading import markdown

        return markdown.body(text, path, line, lang, trust_full=self._trust_full)

    def inline(self, text: Text, lang: str, /) -> tuple[Prose, tuple[Diagnostic, ...]]:
        """The prose of a text of the front matter."""
        from backstory.reading import markdown

        return markdown.inline(text, lang)


def language(fields: Fields, kind: Kind, default: str) -> str:
    """The language of a file by its `lang`; a source's `lang` is that of what it cites."""
    lang = fields.get("lang")
    return str(lang) if isinstance(lang, Text) and kind is not Kind.SOURCE and _TAG.match(lang) else default


def texts(
    fields: Fields, kind: Kind, lang: str, reader: ProseReader
) -> tuple[dict[tuple[str, str], Prose], tuple[Diagnostic, ...]]:
    """The prose of the fields that hold Markdown, by field and language."""
    made: dict[tuple[str, str], Prose] = {}
    found: tuple[Diagnostic, ...] = ()
    for steps in _MARKDOWN.get(kind, ()):
        if steps[0] not in fields:
            continue
        name = ".".join(steps)
        for each, text in _by_language(fields, steps, lang):
            if text.strip() and (name, each) not in made:
                made[name, each], slips = reader.inline(text, each)
                found += slips
    return made, found


_MARKDOWN = {kind: tuple(name.split(".") for name in names) for kind, names in MARKDOWN.items()}


def _by_language(fields: Fields, steps: list[str], lang: str) -> Iterator[tuple[str, Text]]:
    value: Located | None = fields
    for step in steps:
        value = value.get(step) if isinstance(value, Fields) else None
    if isinstance(value, Text):
        yield lang, value
    elif isinstance(value, Fields):
        for each, text in value.items():
            if isinstance(text, Text):
                yield each, text


def may_hold_prose(kind: Kind | None, text: str | None) -> bool:
    """Whether a field of some YAML holds Markdown, as far as its text tells, where it is known; only to be prepared."""
    fields = _MARKDOWN.get(kind, ()) if kind is not None else ()
    return any(text is None or f"{steps[0]}:" in text for steps in fields)
