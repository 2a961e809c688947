"""Linking a site again: a text is linked anew only where an answer that it got has changed."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from backstory.diagnostics import Diagnostic
from backstory.linking.backlinks import Pointed, backlinks, in_order
from backstory.linking.link import Linker, findings, linked_entities, texts_of
from backstory.linking.name_changes import NameChanges, Naming, changes, naming
from backstory.linking.targets import asked_by
from backstory.records.entity import Entity
from backstory.records.knowledge import Knowledge
from backstory.records.links import Backlink, Linked, Links, Mention, Passed, ProseKey, Target, ToEntity
from backstory.records.prose import Prose
from backstory.values.keys import Key
from backstory.values.record import Record, canonical


class PointedTo(Record, frozen=True):
    """What a text points to: the entity, its backlinks from here, and their digest."""

    key: Key
    links: tuple[Backlink, ...]
    digest: bytes


class TextLinks(Record, frozen=True):
    """What came of linking a text, and why.

    `cause` is all that decided it but the names and files of the site. Of those, `asks` are the spelt names that its
    references may ask for and the keys they reached; `unresolved` says that its author is told of something, so that
    any new name may matter; `anchored` that a reference leads to a place on a page. `anchors` is the digest of the
    places in the text itself, `digest` that of the text with its links, `names` that of whom it names.
    """

    text: ProseKey
    cause: bytes
    anchors: bytes
    digest: bytes
    names: bytes
    asks: frozenset[str]
    unresolved: bool
    anchored: bool
    targets: tuple[Target | None, ...]
    mentions: tuple[Mention, ...]
    pointed: tuple[PointedTo, ...]
    passed: tuple[Passed, ...]
    told: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class LinkedBefore:
    """What is known of the last linking of a site: its names, and text by text, by its place, what came of it.

    A place names the entity, the field, the language and the line of a file: an id may stand in two files.
    """

    naming: Naming
    texts: Mapping[str, TextLinks]


@dataclass(frozen=True, slots=True)
class LinkedSite:
    """The links of a site, with all that linking it again needs; `anew` are the places of the texts just linked."""

    links: Links
    before: LinkedBefore
    anew: frozenset[str]
    linker: Linker

    def findings(self) -> tuple[Diagnostic, ...]:
        """What authors must be told."""
        told: dict[Key, list[Diagnostic]] = {}
        for each in self.before.texts.values():
            if each.told:
                told.setdefault(each.text.key, []).extend(each.told)
        return findings(self.linker.knowledge, told.values())


@dataclass(frozen=True, slots=True)
class _Text:
    """A text to be linked: where it stands, and whether what comes of it is shown."""

    entity: Entity[Any]
    key: ProseKey
    place: str
    cause: bytes
    shown: bool

    @property
    def prose(self) -> Prose:
        return self.entity.texts[self.key.field, self.key.lang]


def relink(
    knowledge: Knowledge, files: Collection[str], digests: Mapping[str, str], before: LinkedBefore | None = None
) -> LinkedSite:
    """The links of a site, whatever was linked before.

    `files` are those copied as they are, by path; `digests` those of the files that texts stand in, by path.
    """
    linker = Linker(knowledge, files)
    names = naming(linker, files)
    changed = changes(before.naming, names, linker) if before is not None else None
    known = before.texts if before is not None and changed is not None else {}
    texts = list(_texts(linker, linked_entities(knowledge), digests))
    done: dict[str, TextLinks] = {}
    for text in texts:
        last = known.get(text.place)
        if last is None or last.cause != text.cause or (changed is not None and _touched(text, last, changed)):
            done[text.place] = _linked(linker, text)
        else:
            done[text.place] = last
    anew = {place for place, each in done.items() if each is not known.get(place)}
    moved = _moved(known, done)
    for text in texts if moved else ():
        last = done[text.place]
        if text.place not in anew and last.anchored and (last.unresolved or not moved.isdisjoint(last.asks)):
            done[text.place] = _linked(linker, text)
            anew.add(text.place)
    return LinkedSite(_links(knowledge, texts, done), LinkedBefore(names, done), frozenset(anew), linker)


def rewrite(
    site: LinkedSite, knowledge: Knowledge, digests: Mapping[str, str], entities: Iterable[Entity[Any]]
) -> LinkedSite | None:
    """The links after nothing but the prose of `entities` changed, which are those of `knowledge`.

    None where a place that others may lead to came or went: then the site must be linked again.
    """
    linker = site.linker.on(knowledge)
    shown = dict(site.links.texts)
    done = dict(site.before.texts)
    anew: dict[ProseKey, tuple[TextLinks, TextLinks]] = {}
    for text in _texts(linker, entities, digests):
        last = done.get(text.place)
        if last is None:
            return None
        done[text.place] = now = _linked(linker, text)
        if now.anchors != last.anchors:
            return None
        if text.shown:
            shown[text.key] = Linked(text.prose, now.targets, now.mentions)
            anew[text.key] = (last, now)
    passed = dict(site.links.passed)
    for key, (_, now) in anew.items():
        passed[key] = now.passed
    links = Links(
        shown, _repointed(knowledge, site.links.backlinks, anew), {key: some for key, some in passed.items() if some}
    )
    places = frozenset(place for place, each in done.items() if each is not site.before.texts[place])
    return LinkedSite(links, replace(site.before, texts=done), places, linker)


def _texts(linker: Linker, entities: Iterable[Entity[Any]], digests: Mapping[str, str]) -> Iterator[_Text]:
    causes: dict[object, bytes] = {}
    for entity in entities:
        shown = linker.knowledge.get(entity.key) is entity
        for key in texts_of(entity):
            context = linker.context(entity, key)
            decides = (digests.get(context.path, ""), context.nolink, context.home, context.published, context.date)
            if decides not in causes:
                causes[decides] = _digest((*decides[:4], context.date and context.date.text))
            place = f"{key.key} {key.field} {key.lang} {context.path}:{context.head.line}"
            yield _Text(entity, key, place, causes[decides], shown)


def _touched(text: _Text, last: TextLinks, changed: NameChanges) -> bool:
    return changed.touch(text.prose, text.key.lang, last.asks, unresolved=last.unresolved)


def _linked(linker: Linker, text: _Text) -> TextLinks:
    done = linker.text(text.entity, text.key)
    prose, targets = done.linked.prose, done.linked.targets
    asks = {name for reference in prose.references for name in asked_by(reference)}
    asks.update(str(target.key) for target in targets if isinstance(target, ToEntity))
    return TextLinks(
        text=text.key,
        cause=text.cause,
        digest=_digest(done.linked),
        names=_digest((targets, [each.key for each in done.linked.mentions])),
        anchors=_digest((prose.ids, [(each.id, each.text) for each in prose.headings])),
        asks=frozenset(asks),
        unresolved=bool(done.diagnostics) or None in targets,
        anchored=any(reference.anchor for reference in prose.references),
        targets=targets,
        mentions=done.linked.mentions,
        pointed=tuple(_pointed(done.pointed)),
        passed=done.passed,
        told=done.diagnostics,
    )


def _pointed(found: Iterable[Pointed]) -> Iterator[PointedTo]:
    held: dict[Key, list[Backlink]] = {}
    for key, link in found:
        held.setdefault(key, []).append(link)
    yield from (PointedTo(key, tuple(links), _digest(links)) for key, links in held.items())


def _moved(before: Mapping[str, TextLinks], after: Mapping[str, TextLinks]) -> frozenset[str]:
    """The keys of entities on whose pages a place came or went that others may lead to."""
    if not before:
        return frozenset()
    places = before.keys() | after.keys()
    pairs = ((before.get(place), after.get(place)) for place in places)
    return frozenset(str(each.text.key) for pair in pairs if _differ(*pair) for each in pair if each is not None)


def _differ(last: TextLinks | None, now: TextLinks | None) -> bool:
    return last is not now and (last is None or now is None or last.anchors != now.anchors)


def _links(knowledge: Knowledge, texts: Iterable[_Text], done: Mapping[str, TextLinks]) -> Links:
    shown = [(text, done[text.place]) for text in texts if text.shown]
    return Links(
        {text.key: Linked(text.prose, links.targets, links.mentions) for text, links in shown},
        backlinks(knowledge, ((to.key, link) for _, links in shown for to in links.pointed for link in to.links)),
        {text.key: links.passed for text, links in shown if links.passed},
    )


def _repointed(
    knowledge: Knowledge,
    before: Mapping[Key, tuple[Backlink, ...]],
    anew: Mapping[ProseKey, tuple[TextLinks, TextLinks]],
) -> Mapping[Key, tuple[Backlink, ...]]:
    """The backlinks of every entity after some texts were linked anew: what they pointed to, and what they do now."""
    found = dict(before)
    for key in {to.key for both in anew.values() for links in both for to in links.pointed}:
        held = [each for each in before.get(key, ()) if each.text not in anew]
        held += [link for _, links in anew.values() for to in links.pointed if to.key == key for link in to.links]
        found[key] = in_order(knowledge, held)
        if not held:
            del found[key]
    return found if found.keys() <= before.keys() else dict(sorted(found.items()))


def _digest(value: object) -> bytes:
    return hashlib.blake2b(canonical(value), digest_size=16).digest()
