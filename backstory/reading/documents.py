"""A source file's bytes as documents: fields with their places, and prose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from backstory.diagnostics import Diagnostic, Severity, Span, ordered, report
from backstory.reading import boundaries_geojson, collected, content_paths, csl, frontmatter
from backstory.reading.decode import PAGE, decode
from backstory.reading.markdown_fields import Markdown, ProseReader, language, texts
from backstory.records.boundaries import Boundaries
from backstory.records.document import BackingList, Document
from backstory.records.prose import Prose
from backstory.values.keys import Key, Kind
from backstory.values.located import Fields, Items, Located, Text
from backstory.values.placeholders import PLACEHOLDERS
from backstory.yamltext import load, without_empty

_SKELETONS = {
    Kind.ARTICLE: "`title: …`, `date: 2020-05-29`",
    Kind.ACTOR: "`name: …`, `type: state`",
    Kind.EVENT: "`title: …`, `date: 2020-05-29`",
    Kind.CLAIM: "`text: …`",
    Kind.TERM: "`name: …`, `definition: …`",
    Kind.SOURCE: "`title: …`",
    Kind.PAGE: "`title: …`",
}
Read = tuple[tuple[Document | BackingList | Boundaries, ...], tuple[Diagnostic, ...]]


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
    reader = prose if prose is not None else Markdown(trust_full=trust_full)
    if (kind := content_paths.collected(path)) is not None:
        entries, found = collected.entries(path, data)
        return _listed(path, kind, entries, found, languages[0], reader)
    if path == "content/sources.json":
        entries, found = csl.entries(path, data)
        return _listed(path, Kind.SOURCE, entries, found, languages[0], reader)
    if path == content_paths.BOUNDARIES:
        areas, found = boundaries_geojson.areas(path, data)
        return (() if areas is None else (areas,)), found
    if content_paths.of_backings(path):
        return _backings(path, data)
    place = content_paths.entity(path)
    return ((), ()) if place is None else _page(path, data, place, languages[0], reader)


def given_up(path: str, languages: tuple[str, ...]) -> tuple[Document, ...]:
    """What is known of a file whose reading was broken off: the id of a page, so that its dependants stay quiet."""
    place = content_paths.entity(path)
    if place is None:
        return ()
    return (_document(path, place, place.lang or languages[0], Fields({}, Span(path), {}), {}, broken=True),)


def _page(path: str, data: bytes, place: content_paths.EntityPath, default: str, reader: ProseReader) -> Read:
    text, found = decode(data, path, limit=PAGE)
    if text is None or not text.strip():
        if text is not None:
            found += (_empty(path, place.kind),)
        document = _document(path, place, place.lang or default, Fields({}, Span(path), {}), {}, broken=True)
        return (document,), ordered(found)
    parts = frontmatter.split(text, path)
    if _all_remarks(parts):
        hint = "take the # away before what you write; a file that is to be as it is may be deleted"
        return (), (*found, report("N004", "this file is all remarks, and is left out", Span(path), hint=hint))
    fields, more, broken = _fields(parts, path)
    more = (*more, *_placeholders(fields))
    lang = place.lang or language(fields, place.kind, default)
    made, slips = texts(fields, place.kind, lang, reader)
    if parts.body.strip():
        made["body", lang], in_body = reader.body(parts.body, path, parts.body_line, lang)
        slips += (*_overrides(parts.body, path, parts.body_line), *in_body)
    # Where a border was missing, its place was guessed.
    document = _document(path, place, lang, fields, made, broken=broken or bool(parts.diagnostics))
    document = replace(document, amiss=_amiss((*parts.diagnostics, *more)))
    return (document,), ordered((*found, *parts.diagnostics, *more, *slips))


def _all_remarks(parts: frontmatter.Split) -> bool:
    """Whether nothing is written in a file yet: the lines of its front matter are remarks, and no text follows."""
    lines = (parts.fields or "").split("\n")
    written = [each for each in lines if each.strip()]
    return bool(written) and all(each.startswith("#") for each in written) and not parts.body.strip()


def _placeholders(fields: Fields) -> Iterator[Diagnostic]:
    """An error for each text of `new` that was not written over; a draft may have them."""
    if fields.get("draft") != "true":
        for value in _within(fields):
            if value in PLACEHOLDERS:
                hint = "write your own over it, or take its line away"
                yield report("E036", f"`{value}` is what `new` wrote here", value.span, hint=hint)


def _within(value: Located) -> Iterator[Text]:
    if isinstance(value, Text):
        yield value
    else:
        for each in value.values() if isinstance(value, Fields) else value:
            yield from _within(each)


def _amiss(found: Iterable[Diagnostic]) -> tuple[int, ...]:
    """The lines in which errors were found."""
    return tuple(sorted({each.span.line for each in found if each.severity is Severity.ERROR}))


def _document(
    path: str,
    place: content_paths.EntityPath,
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
    entries: tuple[collected.CollectedEntry, ...],
    found: tuple[Diagnostic, ...],
    default: str,
    reader: ProseReader,
) -> Read:
    made = []
    amiss = _amiss(found)
    if amiss and not entries:
        # Whom the file is about nobody knows: an entity without an id stands for all of them.
        made.append(Document(Key(kind, ""), default, path, Span(path), Fields({}, Span(path), {}), {}, broken=True))
    said = list(found)
    for entry in entries:
        lang = language(entry.fields, kind, default)
        prose, slips = texts(entry.fields, kind, lang, reader)
        said += slips
        key = Key(kind, entry.id)
        made.append(
            Document(key, lang, path, entry.head, entry.fields, prose, collected=True, broken=entry.broken, amiss=amiss)
        )
    return tuple(made), ordered(said)


def _backings(path: str, data: bytes) -> Read:
    value, found, broken = collected.yaml(path, data)
    amiss = _amiss(found)
    if value is not None and not isinstance(value, Items):
        hint = "put a hyphen and a space before the first key of each record: `- actor: russia`"
        found += (report("E024", "this file is not a list of backing records", value.span, hint=hint),)
    if not isinstance(value, Items):
        return (BackingList(path, Span(path), (), broken=True),), ordered(found)
    items = []
    said = list(found)
    for each in value:
        if isinstance(each, Fields):
            record, notes = without_empty(each)
            items.append(record)
            said += notes
        else:
            hint = "write its keys: `- actor: russia`, and below it `recipient: lna`"
            said.append(report("E024", "this entry is no backing record", each.span, hint=hint))
            broken = True
    return (BackingList(path, Span(path), tuple(items), broken=broken, amiss=amiss),), ordered(said)
