"""`merge`: two entities become one. What only the first says moves to the second; what differs is not lost."""

from __future__ import annotations

from collections.abc import Iterator

from backstory.authoring.fault import AuthoringFault
from backstory.diagnostics import Edit, Span
from backstory.linking.targets import names_of
from backstory.pipeline.request import Request
from backstory.pipeline.version import Version
from backstory.records.document import Document
from backstory.records.entity import Entity
from backstory.revising import own_files, written_ids
from backstory.revising.file_change import FileChange
from backstory.revising.open_site import asked_key, entity_of, open_site
from backstory.values.keys import Key, Kind
from backstory.values.located import Items

_CALLED = ("name", "title", "aliases", own_files.REDIRECTS)
"""Keys that are united in a way of their own."""


def merge(request: Request, name: str, into: str) -> FileChange:
    """The change that unites an entity with another of its kind: references, names, records, addresses.

    Names of the first become aliases of the second. A key that only the first has moves; lists are joined. A value that
    differs is told, and stays in the second's file as a remark. Raises AuthoringFault where only an author can unite
    the two: where the first has a text or a translation, or one of them stands in a collected file.
    """
    key, other = asked_key(name), asked_key(into)
    if key.kind is not other.kind or key == other:
        raise AuthoringFault(f"`{key}` and `{other}` must be two entities of one kind")
    version = open_site(request)
    first, second = entity_of(version, key), entity_of(version, other)
    mine, theirs = own_files.original(version, first), own_files.original(version, second)
    _unitable(first, mine, theirs)
    joined, lines, told = _united(version, mine, theirs, key)
    routes = (*own_files.addresses(version, key), *first.fields.redirects)  # type: ignore[attr-defined]
    edits = [
        *(each for each in written_ids.edits(version, first, other) if each.span.path != mine.path),
        *own_files.with_redirects(version, theirs, routes),
        *joined,
    ]
    lines = [*_aliases(version, theirs, first, second, edits), *lines]
    if lines:
        edits.append(Edit(Span(theirs.path, own_files.closing(version, theirs)), "".join(lines)))
    return FileChange(tuple(edits), deleted=frozenset(own_files.files(first)), told=tuple(told))


def _unitable(first: Entity[object], mine: Document, theirs: Document) -> None:
    for each in (mine, theirs):
        if each.collected:
            raise AuthoringFault(f"{each.path} holds several entries: move `{each.key.id}` to a file of its own first")
    if first.translations:
        path = next(iter(first.translations.values())).path
        raise AuthoringFault(f"{path} translates `{first.key}`: move its texts to the other's translation first")
    body = first.text("body", first.lang)
    if body is not None and body.words:
        raise AuthoringFault(f"{mine.path} has a text below its front matter: move it to {theirs.path} first")


def _united(version: Version, mine: Document, theirs: Document, key: Key) -> tuple[list[Edit], list[str], list[str]]:
    """The edits that join lists, the lines to add at the end of the other's front matter, and what differs."""
    edits, lines, told = [], [], []
    for name in mine.fields:
        if name in _CALLED:
            continue
        own = _lines_of(version, mine, name)
        if name not in theirs.fields:
            lines += own
        elif (more := _more_items(version, mine, theirs, name)) is not None:
            edits += more
        elif [each.strip() for each in own] != [each.strip() for each in _lines_of(version, theirs, name)]:
            told.append(f"`{name}` differs: {mine.path} says {_short(own)}; it stays in {theirs.path} as a remark")
            lines += [f"# {key} said: {each}" for each in own]
    return edits, lines, told


def _lines_of(version: Version, document: Document, name: str) -> list[str]:
    """The lines of a key of the front matter and of its value."""
    begin = document.fields.keys_at[name].line
    after = [each.line for each in document.fields.keys_at.values() if each.line > begin]
    end = min(after, default=own_files.closing(version, document))
    return [f"{line}\n" for line in version.known.seen.lines(document.path)[begin - 1 : end - 1]]


def _more_items(version: Version, mine: Document, theirs: Document, name: str) -> list[Edit] | None:
    """The edits that add the items of one list to the other, both written an item a line; None for anything else."""
    own, other = (_items(version, each, name) for each in (mine, theirs))
    if own is None or other is None or _lead(own[0]) != _lead(other[0]):
        return None
    there = {each.strip() for each in other}
    added = [each for each in own if each.strip() not in there]
    return [Edit(Span(theirs.path, _after(theirs, name, other)), "".join(added))] if added else []


def _after(document: Document, name: str, items: list[str]) -> int:
    """The number of the line after the last of a list's items."""
    return document.fields.keys_at[name].line + 1 + len("".join(items).splitlines())


def _lead(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def _items(version: Version, document: Document, name: str) -> list[str] | None:
    """The items of a list that is written an item a line, each with all its lines."""
    value = document.fields[name]
    lines = _lines_of(version, document, name)[1:]
    if not isinstance(value, Items) or not lines or not lines[0].lstrip().startswith("- "):
        return None
    begins = f"{_lead(lines[0])}- "
    found: list[str] = []
    for line in lines:
        if line.startswith(begins) or not found:
            found.append(line)
        else:
            found[-1] += line
    return found


def _aliases(
    version: Version, theirs: Document, first: Entity[object], second: Entity[object], edits: list[Edit]
) -> Iterator[str]:
    """The lines that make the names of the first aliases of the second, or an edit where it has aliases already."""
    if first.key.kind not in (Kind.ACTOR, Kind.TERM, Kind.PLACE, Kind.CONFLICT):
        return
    known = set(names_of(second))
    added = [each for each in dict.fromkeys(names_of(first)) if each not in known]
    value = theirs.fields.get("aliases")
    written = [f"- {_quoted(each)}\n" for each in added]
    if not added:
        return
    if value is None:
        yield "aliases:\n" + "".join(f"  {each}" for each in written)
        return
    items = _items(version, theirs, "aliases")
    if items:
        begin = Span(theirs.path, _after(theirs, "aliases", items))
        edits.append(Edit(begin, "".join(f"{_lead(items[0])}{each}" for each in written)))
    else:
        every = [*(map(str, value) if isinstance(value, Items) else [str(value)]), *added]
        edits.append(Edit(value.span, f"[{', '.join(map(_quoted, every))}]"))


def _quoted(name: str) -> str:
    return '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _short(lines: list[str]) -> str:
    text = " ".join(line.strip() for line in lines)
    return f"`{text[:57]}…`" if len(text) > 60 else f"`{text}`"
