"""A source file's bytes as documents: fields with their places, and prose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Protocol

from backstory.diagnostics import Diagnostic, Severity, Span, ordered, report
from backstory.model.document import BackingList, Document
from backstory.model.keys import Key, Kind
from backstory.model.located import Fields, Items, Located, Text
from backstory.model.prose import Prose
from backstory.model.schema.kinds import MARKDOWN
from backstory.reading import collected, csl, frontmatter, places
from backstory.reading.decode import PAGE, decode
from backstory.yamltext import load, without_empty

_TAG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*\Z")
_SKELETONS = {
    Kind.ARTICLE: "`title: …`, `date: 2020-05-29`",
    Kind.ACTOR: "`name: …`, `type: state`",
    Kind.EVENT: "`title: …`, `date: 2020-05-29`",
    Kind.CLAIM: "`text: …`",
    Kind.TERM: "`name: …`, `definition: …`",
    Kind.SOURCE: "`title: …`",
    Kind.PAGE: "`title: …`",
}
Read = tuple[tuple[Document | BackingList, ...], tuple[Diagnostic, ...]]


class ProseReader(Protocol):
    """Reads Markdown; the package `backstory.reading.prose` is one."""

    def body(self, text: str, path: str, line: int, lang: str, /) -> tuple[Prose, tuple[Diagnostic, ...]]:
        """The prose of a body whose first line is line `line` of the file."""

    def inline(self, text: Text, lang: str, /) -> tuple[Prose, tuple[Diagnostic, ...]]:
        """The prose of a text of the front matter."""


def documents(
    path: str,
    data: bytes,
    *,
    languages: tuple[str, ...],
    trust_full: bool = False,
    prose: ProseReader | None = None,
) -> Read:
    """The documents a file holds, and what is wrong with it. Pure: equal arguments give equal results.

    The first of `languages` is that of files without a language in their name. A file that cannot be read whole gives
    a broken document, so that its id stays known. Paths that stand for nothing give nothing. With `trust_full` raw
    HTML in bodies is left as it is.
    """
    reader = prose if prose is not None else _Markdown(trust_full=trust_full)
    if (kind := places.collected(path)) is not None:
        entries, found = collected.entries(path, data)
        return _listed(path, kind, entries, found, languages[0], reader)
    if path == "content/sources.json":
        entries, found = csl.entries(path, data)
        return _listed(path, Kind.SOURCE, entries, found, languages[0], reader)
    if path.startswith("content/backings/"):
        return _backings(path, data)
    place = places.entity(path)
    return ((), ()) if place is None else _page(path, data, place, languages[0], reader)


def given_up(path: str, languages: tuple[str, ...]) -> tuple[Document, ...]:
    """What is known of a file whose reading was broken off: the id of a page, so that its dependants stay quiet."""
    place = places.entity(path)
    if place is None:
        return ()
    return (_document(path, place, place.lang or languages[0], Fields({}, Span(path), {}), {}, broken=True),)


class _Markdown:
    """The prose of a site that trusts its content, or not."""

    def __init__(self, *, trust_full: bool):
        self._trust_full = trust_full

    def body(self, text: str, path: str, line: int, lang: str, /) -> tuple[Prose, tuple[Diagnostic, ...]]:
        # Python-Markdown and its extensions take longer to import than a build with nothing to do may last.
        from backstory.reading import prose

        return prose.body(text, path, line, lang, trust_full=self._trust_full)

    def inline(self, text: Text, lang: str, /) -> tuple[Prose, tuple[Diagnostic, ...]]:
        from backstory.reading import prose

        return prose.inline(text, lang)


def _page(path: str, data: bytes, place: places.Entity, default: str, reader: ProseReader) -> Read:
    text, found = decode(data, path, limit=PAGE)
    if text is None or not text.strip():
        if text is not None:
            found += (_empty(path, place.kind),)
        document = _document(path, place, place.lang or default, Fields({}, Span(path), {}), {}, broken=True)
        return (document,), ordered(found)
    parts = frontmatter.split(text, path)
    fields, more, broken = _fields(parts, path)
    lang = place.lang or _lang(fields, place.kind, default)
    texts, slips = _texts(fields, place.kind, lang, reader)
    if parts.body.strip():
        texts["body", lang], in_body = reader.body(parts.body, path, parts.body_line, lang)
        slips += (*_overrides(parts.body, path, parts.body_line), *in_body)
    # Where a border was missing, its place was guessed.
    document = _document(path, place, lang, fields, texts, broken=broken or bool(parts.diagnostics))
    document = replace(document, amiss=_amiss((*parts.diagnostics, *more)))
    return (document,), ordered((*found, *parts.diagnostics, *more, *slips))


def _amiss(found: Iterable[Diagnostic]) -> tuple[int, ...]:
    """The lines in which errors were found."""
    return tuple(sorted({each.span.line for each in found if each.severity is Severity.ERROR}))


def _document(
    path: str,
    place: places.Entity,
    lang: str,
    fields: Fields,
    texts: dict[tuple[str, str], Prose],
    *,
    broken: bool,
) -> Document:
    head = Span(path, 1, 1, 1, 4)
    key = Key(place.kind, place.id)
    return Document(key, lang, path, head, fields, texts, translation=bool(place.lang), broken=broken)


def _empty(path: str, kind: Kind) -> Diagnostic:
    skeleton = _SKELETONS.get(kind, "`name: …`")
    hint = f"start it with the lines `---`, {skeleton}, `---`, and write the text below them"
    return report("E009", "this file is empty", Span(path), hint=hint)


def _fields(parts: frontmatter.Split, path: str) -> tuple[Fields, tuple[Diagnostic, ...], bool]:
    """The front matter as fields, and whether something in it could not be read."""
    if parts.fields is None:
        return Fields({}, Span(path), {}), (), True
    loaded = load(parts.fields, path, line=parts.fields_line)
    if isinstance(loaded.value, Fields):
        fields, notes = without_empty(loaded.value)
        return fields, (*loaded.diagnostics, *(() if loaded.broken else notes)), loaded.broken
    nothing = Fields({}, Span(path, parts.fields_line), {})
    if loaded.value is None:
        return nothing, loaded.diagnostics, loaded.broken
    what = "a list" if isinstance(loaded.value, Items) else "a text"
    hint = "write keys, each with a colon, a space and its value: `title: Whose jets?`"
    shape = report("E118", f"the front matter is {what}, not keys with values", loaded.value.span, hint=hint)
    # A missing space after a colon makes one text of all lines: then the cause is reported already.
    known = any(each.code.startswith("E") for each in loaded.diagnostics)
    return nothing, loaded.diagnostics if known else (*loaded.diagnostics, shape), True


def _lang(fields: Fields, kind: Kind, default: str) -> str:
    """The language of a file by its `lang`; a source's `lang` is that of what it cites."""
    lang = fields.get("lang")
    return str(lang) if isinstance(lang, Text) and kind is not Kind.SOURCE and _TAG.match(lang) else default


_Texts = tuple[dict[tuple[str, str], Prose], tuple[Diagnostic, ...]]


def _texts(fields: Fields, kind: Kind, lang: str, reader: ProseReader) -> _Texts:
    """The prose of the fields that hold Markdown, by field and language."""
    texts: dict[tuple[str, str], Prose] = {}
    found: tuple[Diagnostic, ...] = ()
    for name in MARKDOWN.get(kind, ()):
        for each, text in _by_language(fields, name, lang):
            if text.strip() and (name, each) not in texts:
                texts[name, each], slips = reader.inline(text, each)
                found += slips
    return texts, found


def _by_language(fields: Fields, name: str, lang: str) -> Iterator[tuple[str, Text]]:
    value: Located | None = fields
    for step in name.split("."):
        value = value.get(step) if isinstance(value, Fields) else None
    if isinstance(value, Text):
        yield lang, value
    elif isinstance(value, Fields):
        for each, text in value.items():
            if isinstance(text, Text):
                yield each, text


_OVERRIDE = re.compile("[\u202a-\u202e\u2066-\u2069]")


def _overrides(body: str, path: str, first: int) -> Iterator[Diagnostic]:
    """Overrides of direction in a body: rarely meant, and able to show one text and hold another."""
    if not _OVERRIDE.search(body):
        return
    for number, line in enumerate(body.split("\n"), start=first):
        if hit := _OVERRIDE.search(line):
            column = hit.start() + 1
            message = f"an invisible character (U+{ord(hit[0]):04X}) turns the direction of text here"
            hint = "take it out, unless the direction is wrong without it"
            yield report("W001", message, Span(path, number, column, number, column + 1), hint=hint)


def _listed(
    path: str,
    kind: Kind,
    entries: tuple[collected.Entry, ...],
    found: tuple[Diagnostic, ...],
    default: str,
    reader: ProseReader,
) -> Read:
    made = []
    amiss = _amiss(found)
    if amiss and not entries:
        # Whom the file is about nobody knows: an entity without an id stands for all of them.
        made.append(Document(Key(kind, ""), default, path, Span(path), Fields({}, Span(path), {}), {}, broken=True))
    for entry in entries:
        lang = _lang(entry.fields, kind, default)
        texts, slips = _texts(entry.fields, kind, lang, reader)
        found += slips
        key = Key(kind, entry.id)
        document = Document(key, lang, path, entry.head, entry.fields, texts, collected=True)
        made.append(replace(document, broken=entry.broken, amiss=amiss))
    return tuple(made), ordered(found)


def _backings(path: str, data: bytes) -> Read:
    value, found, broken = collected.yaml(path, data)
    amiss = _amiss(found)
    if value is not None and not isinstance(value, Items):
        hint = "put a hyphen and a space before the first key of each record: `- actor: russia`"
        found += (report("E024", "this file is not a list of backing records", value.span, hint=hint),)
    if not isinstance(value, Items):
        return (BackingList(path, Span(path), (), broken=True),), ordered(found)
    items = []
    for each in value:
        if isinstance(each, Fields):
            record, notes = without_empty(each)
            items.append(record)
            found += notes
        else:
            hint = "write its keys: `- actor: russia`, and below it `recipient: lna`"
            found += (report("E024", "this entry is no backing record", each.span, hint=hint),)
            broken = True
    return (BackingList(path, Span(path), tuple(items), broken=broken, amiss=amiss),), ordered(found)
