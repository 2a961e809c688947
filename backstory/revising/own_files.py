"""The files of one entity: its own or its entry in a collected one, and its translations."""

from __future__ import annotations

import re
from collections.abc import Iterable

from backstory.authoring.fault import AuthoringFault
from backstory.diagnostics import Edit, Span
from backstory.diagnostics.edits import above, whole_lines
from backstory.pages.core import routes
from backstory.pipeline.version import Version
from backstory.records.document import Document
from backstory.records.entity import Entity
from backstory.records.plan import file_of
from backstory.values.keys import Key
from backstory.values.located import Items, Text

REDIRECTS = "redirects"


def original(version: Version, entity: Entity[object]) -> Document:
    """The document that an entity's own language stands in. Raises AuthoringFault for one of a reference manager."""
    if entity.path.endswith(".json"):
        raise AuthoringFault(f"{entity.path} is written by a reference manager: change the id there")
    return next(each for each in version.known.reading.documents if each.key == entity.key and not each.translation)


def files(entity: Entity[object]) -> tuple[str, ...]:
    """The paths of the Markdown files that are the entity's alone; none for an entry of a collected file."""
    translated = (each.path for each in entity.translations.values())
    return tuple(path for path in dict.fromkeys((entity.path, *translated)) if path.endswith(".md"))


def moved(path: str, old: str, new: str) -> str:
    """Where a file of an entity stands under another id: content/actors/NEW.ar.md."""
    folder, _, name = path.rpartition("/")
    return f"{folder}/{new}{name[len(old) :]}"


def addresses(version: Version, key: Key) -> tuple[str, ...]:
    """The routes of an entity's pages, by language; none for what has no page of its own, or is held back."""
    languages = version.known.knowledge.languages
    every = (routes.of(key, routes.prefix(lang, languages[0])) for lang in languages)
    return tuple(route for route in every if "#" not in route and version.has(file_of(route)))


def without_entry(version: Version, document: Document) -> Edit:
    """The edit that deletes an entry of a collected file, with its key."""
    lines = version.known.seen.lines(document.path)
    first, last = document.head.line, document.head.line
    width = len(lines[first - 1]) - len(lines[first - 1].lstrip())
    for number in range(first + 1, len(lines) + 1):
        line = lines[number - 1]
        if line.strip() and len(line) - len(line.lstrip()) <= width:
            break
        last = number if line.strip() else last
    return whole_lines(Span(document.path, first, 1, last, 1))


def with_redirects(
    version: Version, document: Document, added: Iterable[str], taken: Iterable[str] = ()
) -> tuple[Edit, ...]:
    """The edits that add addresses to an entity's `redirects`, and take away those that are its own again."""
    wanted = [f"/{each.strip('/')}/" for each in added]
    gone = {each.strip("/") for each in taken}
    value = document.fields.get(REDIRECTS)
    if value is None:
        return tuple(_new_key(version, document, wanted)) if wanted else ()
    items = [each for each in (value if isinstance(value, Items) else [value]) if isinstance(each, Text)]
    kept = [str(each) for each in items if each.strip("/") not in gone]
    known = {each.strip("/") for each in kept}
    every = [*kept, *(each for each in wanted if each.strip("/") not in known)]
    if every == [str(each) for each in items]:
        return ()
    block = isinstance(value, Items) and value and value.span.line > document.fields.keys_at[REDIRECTS].line
    if block and items:
        return tuple(_in_block(version, items, gone, every[len(kept) :]))
    return (Edit(value.span, f"[{', '.join(every)}]"),)


def _in_block(version: Version, items: list[Text], gone: set[str], added: list[str]) -> Iterable[Edit]:
    for each in items:
        if each.strip("/") in gone:
            yield whole_lines(each.span)
    last = items[-1].span
    lead = re.match(r"\s*", version.known.seen.lines(last.path)[last.line - 1])
    indent = lead[0] if lead else "  "
    if added:
        yield Edit(Span(last.path, last.end_line + 1), "".join(f"{indent}- {each}\n" for each in added))


def _new_key(version: Version, document: Document, wanted: list[str]) -> Iterable[Edit]:
    if not document.collected:
        text = f"{REDIRECTS}:\n" + "".join(f"  - {each}\n" for each in wanted)
        yield Edit(Span(document.path, closing(version, document)), text)
        return
    listed = f"[{', '.join(wanted)}]"
    first = min(document.fields.keys_at.values(), default=document.fields.span)
    if first.line == document.head.line:
        yield Edit(Span(first.path, first.line, first.column), f"{REDIRECTS}: {listed}, ")
    else:
        yield above(first, f"{' ' * (first.column - 1)}{REDIRECTS}: {listed}\n")


def closing(version: Version, document: Document) -> int:
    """The number of the line with the dashes that end the front matter."""
    lines = version.known.seen.lines(document.path)
    return next(number for number, line in enumerate(lines, 1) if number > 1 and line.rstrip() in ("---", "..."))
