"""Where the files of a site name an entity by its id, and what stands there when the id is another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from backstory.authoring.fault import AuthoringFault
from backstory.diagnostics import Edit, Span
from backstory.linking.targets import BARE, composed, names_of, spelling, without_article
from backstory.pipeline.version import Version
from backstory.records.document import BackingList, Document
from backstory.records.entity import Entity
from backstory.records.links import Target, ToEntity, ToSources
from backstory.records.prose import Reference, ReferenceKind
from backstory.revising.open_site import text_at
from backstory.schema import validate
from backstory.schema.base import Shape
from backstory.schema.kind_fields import FIELDS, SourceFields
from backstory.schema.position import ListedBacking
from backstory.schema.references import references
from backstory.values.keys import Key, Kind
from backstory.values.located import Fields


def edits(version: Version, entity: Entity[object], new: Key) -> tuple[Edit, ...]:
    """The edits that write the id of `new`, of the same kind, wherever a file names `entity` by its own.

    What names it otherwise (a wikilink by its name) stays.
    """
    written = {each for each in _written(version, entity, new) if each.text != text_at(version, each.span)}
    return tuple(sorted(written, key=lambda each: each.span))


def places(version: Version, entity: Entity[object]) -> tuple[Span, ...]:
    """Every place that names an entity, in order: by its id, and in texts by its name too."""
    found = {each.span for each in _in_records(version, entity.key, entity.key)}
    found |= {reference.target_span for reference in _links(version, entity.key)}
    found |= {span for span, _ in _citations(version, entity.key)}
    return tuple(sorted(found))


def _written(version: Version, entity: Entity[object], new: Key) -> Iterator[Edit]:
    yield from _in_records(version, entity.key, new)
    for reference in _links(version, entity.key):
        yield from _in_link(version, reference, entity, new)
    for span, source in _citations(version, entity.key):
        yield Edit(span, text_at(version, span).replace(source, new.id, 1))


def _in_records(version: Version, old: Key, new: Key) -> Iterator[Edit]:
    """In front matter, collected files and settings."""
    for path, file in version.known.reading.files.items():
        if any(old.id in line for line in version.known.seen.lines(path)):
            for record in chain.from_iterable(_records(version, entry) for entry in file.read[0]):
                for span in _named(record, old):
                    yield _with_id(version, span, old.id, new.id)
    lead = version.known.knowledge.site.lead
    if lead is not None and lead.id == old.id and _leads(version, old):
        yield _with_id(version, lead.span, old.id, new.id)


def _named(record: object, key: Key) -> Iterator[Span]:
    """Where a record names an entity: a publisher and an author of a source may be an actor's id or plain words."""
    yield from (each.span for each in references(record, key.kind) if each.id == key.id and each.span.path)
    if isinstance(record, SourceFields) and key.kind is Kind.ACTOR:
        yield from (each.span for each in (record.publisher, record.author) if each and each.own == key.id)


def _records(version: Version, entry: object) -> Iterator[object]:
    """The records of a file as it says them: those that were united with another's too."""
    lang = version.known.knowledge.languages[0]
    stated: list[tuple[type[Shape], Fields]] = []
    if isinstance(entry, BackingList):
        stated = [(ListedBacking, item) for item in entry.items]
    elif isinstance(entry, Document) and not entry.translation:
        stated = [(FIELDS[entry.key.kind], entry.fields)]
    for shape, fields in stated:
        record, _ = validate(shape, fields, lang=lang)
        if record is None:
            where = f"{fields.span.path}:{fields.span.line}"
            raise AuthoringFault(f"{where} holds a mistake, and may name what is to change: run `check` first")
        yield record


def _leads(version: Version, key: Key) -> bool:
    """Whether `lead` of site.yaml means it: a claim before an article of the same id."""
    claim = version.known.knowledge.get(Key(Kind.CLAIM, key.id)) is not None
    return key.kind is Kind.CLAIM or (key.kind is Kind.ARTICLE and not claim)


def _links(version: Version, key: Key) -> Iterator[Reference]:
    for reference, target in _targets(version):
        if isinstance(target, ToEntity) and target.key == key:
            yield reference


def _citations(version: Version, key: Key) -> Iterator[tuple[Span, str]]:
    for reference, target in _targets(version) if key.kind is Kind.SOURCE else ():
        if isinstance(target, ToSources) and any(cited == key for cited, _ in target.cited):
            yield from (
                (each.span, each.source) for each in reference.cited if spelling(each.source) == spelling(key.id)
            )


def _targets(version: Version) -> Iterator[tuple[Reference, Target | None]]:
    """Every reference in a text with what it leads to, in drafts too."""
    knowledge = version.known.knowledge
    for each in version.linked.before.texts.values():
        key = each.text.key
        entity = knowledge.get(key) or (knowledge.withheld.get(key.id) if key.kind is Kind.ARTICLE else None)
        prose = entity.texts.get((each.text.field, each.text.lang)) if entity is not None else None
        if prose is not None:
            yield from zip(prose.references, each.targets, strict=True)


def _in_link(version: Version, reference: Reference, entity: Entity[object], new: Key) -> Iterator[Edit]:
    old, span = entity.id, reference.target_span
    text = text_at(version, span)
    if reference.kind is ReferenceKind.LINK:
        yield _with_id(version, span, old, new.id)
        return
    prefix, colon, wanted = text.rpartition(":")
    if wanted.strip() != old and _by_name(wanted, entity):
        return
    kind = "" if colon or not _ambiguous(version, new) else f"{new.kind.prefix}:"
    if re.search(_id(old), wanted):
        yield Edit(span, kind + _with_id(version, span, old, new.id).text)
    else:
        # Typed in capitals or with spaces: the words that readers see stay.
        words = "" if reference.label else f"|{wanted.strip()}"
        yield Edit(span, f"{kind}{prefix}{colon}{new.id}{words}")


def _by_name(wanted: str, entity: Entity[object]) -> bool:
    """Whether a wikilink finds the entity by a name, whatever its id is."""
    names = [*names_of(entity)]
    asked = {composed(wanted), spelling(wanted), spelling(without_article(wanted))}
    told = (each for name in names for each in (composed(name), spelling(name), spelling(without_article(name))))
    return not asked.isdisjoint(told)


def _ambiguous(version: Version, new: Key) -> bool:
    return any(version.known.knowledge.get(Key(kind, new.id)) for kind in BARE if kind is not new.kind)


def _id(text: str) -> str:
    return rf"(?<![a-z0-9-]){re.escape(text)}(?![a-z0-9-])"


def _with_id(version: Version, span: Span, old: str, new: str) -> Edit:
    """What stands at a span, quotes and all, with the id in the last place where it has the old one."""
    text = text_at(version, span)
    found = list(re.finditer(_id(old), text))
    return Edit(span, text[: found[-1].start()] + new + text[found[-1].end() :]) if found else Edit(span, text)
