"""Documents to entities: one of each id, with its translations, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any, TypeAlias

from backstory.assembling.translating import translated
from backstory.assembling.yaml_doubt import beyond_doubt, touched
from backstory.diagnostics import Diagnostic, Related, Span, report
from backstory.records.document import Document
from backstory.records.entity import Entity
from backstory.schema import Salvaged, salvage, validate
from backstory.schema.kind_fields import FIELDS, SiteFields
from backstory.schema.types import Ref
from backstory.values.keys import Key, Kind
from backstory.values.located import Fields, Items, Located, Text
from backstory.values.same import ANEW, Same

_NAMES = frozenset(("name", "title", "question", "text", "aliases", "abbreviation"))
Entities: TypeAlias = Mapping[Kind, Mapping[str, Entity[Any]]]


@dataclass(frozen=True, slots=True)
class Gathered:
    """Entities by kind and id.

    Those whose files have errors are here too, as far as they could be read. `lost` tells in which of their keys
    something is missing, `misread` are all ids in them, `illegible` the texts in those keys: each may be a name.
    `spare` are texts of files that are no entity of the site: a second one of an id, a translation that cannot be
    laid over its original.
    """

    entities: Entities
    lost: Mapping[Key, frozenset[str]]
    misread: tuple[Ref, ...]
    illegible: frozenset[str]
    spare: tuple[Entity[Any], ...]

    @property
    def broken(self) -> frozenset[Key]:
        """The entities whose files have errors."""
        return frozenset(self.lost)

    def sound(self) -> Gathered:
        """The same without the broken ones."""
        entities = {
            kind: {name: each for name, each in group.items() if each.key not in self.lost}
            for kind, group in self.entities.items()
        }
        return replace(self, entities=entities)


def gather(
    documents: Iterable[Document], site: SiteFields, same: Same = ANEW
) -> tuple[Gathered, tuple[Diagnostic, ...]]:
    """The entities of all documents in order of id, and what is wrong with the documents."""
    gathering = _Gathering(site, same)
    originals, versions, seconds = _sorted_out(documents, gathering.found)
    for document in originals.values():
        gathering.original(document)
    for document in seconds:
        gathering.second(document)
    for version in chain.from_iterable(versions.values()):
        gathering.version(version)
    return gathering.gathered(), tuple(gathering.found)


class _Gathering:
    """The entities read so far, and what was found wrong with their files."""

    def __init__(self, site: SiteFields, same: Same) -> None:
        self.found: list[Diagnostic] = []
        self._site, self._same = site, same
        self._entities: dict[Kind, dict[str, Entity[Any]]] = {kind: {} for kind in Kind}
        self._lost: dict[Key, frozenset[str]] = {}
        self._misread: list[Ref] = []
        self._illegible: set[str] = set()
        self._spare: list[Entity[Any]] = []

    def gathered(self) -> Gathered:
        """All of it."""
        misread, illegible = tuple(self._misread), frozenset(self._illegible)
        return Gathered(self._entities, self._lost, misread, illegible, tuple(self._spare))

    def original(self, document: Document) -> None:
        """An entity, broken or whole; or entities of whom not even the ids are known."""
        if not document.key.id:
            self._lost[document.key] = frozenset(FIELDS[document.key.kind].model_fields)
            return
        entity, found, rest = self._same.made("original", (document,), lambda: _read(document))
        self.found += found
        if rest is not None:
            self._misread += rest.named
            self._lost[document.key] = rest.lost | _lost(document)
            known = FIELDS[document.key.kind].model_fields.keys() - _NAMES
            lost = (each for key, each in document.fields.items() if key in rest.lost and key not in known)
            self._illegible.update(chain.from_iterable(map(_scalars, lost)))
        self._entities[document.key.kind][document.key.id] = entity

    def second(self, document: Document) -> None:
        """A document whose id is taken: what it says is checked, and is no entity."""
        _, found = _validated(document)
        self.found += found
        rest = _salvaged(document)
        self._misread += rest.named
        self._spare.append(_entity(document, rest.record))

    def version(self, version: Document) -> None:
        """A translation, laid over its original where nothing forbids it."""
        key = version.key
        original = self._entities[key.kind].get(key.id)
        if original is None:
            self.found.append(_orphan(version))
            nothing = replace(version, fields=Fields({}, version.head, {}))
            self._spare.append(_entity(version, _salvaged(nothing).record))
            return
        merged, found = self._same.made(
            "version", (original, version), lambda: _with_version(original, version, self._site)
        )
        self.found += (each for each in found if each.code != "E216" or key not in self._lost)
        if merged is original:
            self._spare.append(_entity(version, original.fields))
        self._entities[key.kind][key.id] = merged


def _scalars(value: Located) -> Iterator[str]:
    """Every text in a value."""
    if isinstance(value, Text):
        yield str(value)
    for each in value.values() if isinstance(value, Fields) else value if isinstance(value, Items) else ():
        yield from _scalars(each)


def _sorted_out(
    documents: Iterable[Document], found: list[Diagnostic]
) -> tuple[dict[Key, Document], dict[Key, list[Document]], list[Document]]:
    """Originals by key, translations by the key of their original, both in order of key; and second originals of an id.

    A second one of either is reported.
    """
    originals: dict[Key, Document] = {}
    versions: dict[Key, dict[str, Document]] = {}
    seconds: list[Document] = []
    for each in sorted(documents, key=_place):
        if each.translation:
            kept = versions.setdefault(each.key, {}).setdefault(each.lang, each)
        else:
            kept = originals.setdefault(each.key, each)
        if kept is not each:
            found.append(_twice(each, kept))
            seconds += [] if each.translation else [each]
    return originals, {key: [by[lang] for lang in sorted(by)] for key, by in versions.items()}, seconds


def _place(document: Document) -> tuple[str, str, bool, str, Span]:
    key = document.key
    return key.kind, key.id, document.collected, document.path, document.head


def _twice(second: Document, first: Document) -> Diagnostic:
    what = f"the translation of `{second.key.id}` into `{second.lang}`" if second.translation else "the id"
    message = f"{what} is taken" if second.translation else f"the id `{second.key.id}` is taken by {first.path}"
    related = (Related(first.head, f"`{second.key.id}` stands here first"),)
    hint = "keep one of the two" if second.translation else "keep one of the two, or give one another id"
    return report("E202", message, second.head, hint=hint, related=related)


def _orphan(version: Document) -> Diagnostic:
    key = version.key
    message = f"this translates the {key.kind.noun} `{key.id}`, and there is no such {key.kind.noun}"
    hint = f"write the original content/{key.kind}/{key.id}.md, or correct the name of this file"
    return report("E203", message, version.head, hint=hint)


def _read(document: Document) -> tuple[Entity[Any], tuple[Diagnostic, ...], Salvaged[Any] | None]:
    """The entity of an original, what is wrong with it, and where something is, what could be read of it."""
    fields, found = _validated(document)
    if fields is not None:
        return _entity(document, fields), found, None
    rest = _salvaged(document)
    return _entity(document, rest.record), found, rest


def _validated(document: Document) -> tuple[Any, tuple[Diagnostic, ...]]:
    """The fields of an original, None where something is wrong with them, and what."""
    shape = FIELDS[document.key.kind]
    fields, found = validate(shape, document.fields, lang=document.lang, head=document.head)
    told = beyond_doubt(found, document.fields, document.amiss, mended=document.broken)
    return None if document.broken else fields, told


def _salvaged(document: Document) -> Salvaged[Any]:
    shape = FIELDS[document.key.kind]
    return salvage(shape, document.fields, lang=document.lang, name=document.key.id)


def _lost(document: Document) -> frozenset[str]:
    """The keys of a file that had to be mended in which something may be missing: all where nothing could be read."""
    if not document.broken:
        return frozenset()
    every = FIELDS[document.key.kind].model_fields
    return touched(document.fields, document.amiss) if document.fields else frozenset(every)


def _entity(document: Document, fields: Any) -> Entity[Any]:
    texts = {where: document.prose[where] for where in sorted(document.prose)}
    return Entity(document.key, fields, document.lang, document.path, document.head, texts, {})


def _with_version(
    original: Entity[Any], version: Document, site: SiteFields
) -> tuple[Entity[Any], tuple[Diagnostic, ...]]:
    """The original with its version; the original itself where the version cannot be laid over it."""
    if version.lang == original.lang or version.lang not in site.languages:
        return original, (_foreign(original, version, site),)
    merged, found = translated(original, version)
    told = beyond_doubt(found, version.fields, version.amiss, mended=version.broken)
    return original if version.broken else merged, told


def _foreign(original: Entity[Any], version: Document, site: SiteFields) -> Diagnostic:
    if version.lang == original.lang:
        message = f"this is a translation into `{version.lang}`, the language of the original"
        hint = "change the language in the name of the file, or merge the two files"
    else:
        message = f"`{version.lang}` is none of the languages of this site"
        hint = f"site.yaml has {', '.join(site.languages)}; add `{version.lang}` to its `languages`"
    return report("E215", message, version.head, hint=hint)
