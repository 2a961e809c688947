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
from backstory.values.same import ANEW, Same


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
    """The links of a site, with all that linking it again needs; `anew` are the places of the texts just linked, and
    `shown` the texts that are published, with what came of them."""

    links: Links
    before: LinkedBefore
    anew: frozenset[str]
    linker: Linker
    shown: Mapping[ProseKey, TextLinks]

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
    knowledge: Knowledge,
    files: Collection[str],
    digests: Mapping[str, str],
    before: LinkedBefore | None = None,
    *,
    last: LinkedSite | None = None,
    same: Same = ANEW,
) -> LinkedSite:
    """The links of a site, whatever was linked before.

    `files` are those copied as they are, by path; `digests` those of the files that texts stand in, by path. `last` is
    the version of the site before this one, where it is at hand, and `same` has what was made for it.
    """
    before = last.before if last is not None else before
    linker = Linker(knowledge, files, same)
    names = naming(linker, files)
    changed = changes(before.naming, names, linker) if before is not None else None
    known = before.texts if before is not None and changed is not None else {}
    texts = list(_texts(linker, linked_entities(knowledge), digests))
    done: dict[str, TextLinks] = {}
    for text in texts:
        then = known.get(text.place)
        if then is None or then.cause != text.cause or (changed is not None and _touched(text, then, changed)):
            done[text.place] = _linked(linker, text)
        else:
            done[text.place] = then
    anew = {place for place, each in done.items() if each is not known.get(place)}
    moved = _moved(known, done)
    for text in texts if moved else ():
        now = done[text.place]
        if text.place not in anew and now.anchored and (now.unresolved or not moved.isdisjoint(now.asks)):
            done[text.place] = _linked(linker, text)
            anew.add(text.place)
    shown = {text.key: done[text.place] for text in texts if text.shown}
    links = _links(knowledge, [text for text in texts if text.shown], shown, last)
    return LinkedSite(links, LinkedBefore(names, done), frozenset(anew), linker, shown)


def rewrite(
    site: LinkedSite, knowledge: Knowledge, digests: Mapping[str, str], entities: Iterable[Entity[Any]]
) -> LinkedSite | None:
    """The links after nothing but the prose of `entities` changed, which are those of `knowledge`.

    None where a place that others may lead to came or went: then the site must be linked again.
    """
    linker = site.linker.on(knowledge)
    done, shown, texts = dict(site.before.texts), dict(site.shown), dict(site.links.texts)
    places = set()
    for text in _texts(linker, entities, digests):
        last = done.get(text.place)
        if last is None:
            return None
        done[text.place] = now = _linked(linker, text)
        if now.anchors != last.anchors:
            return None
        places.add(text.place)
        if text.shown:
            shown[text.key], texts[text.key] = now, Linked(text.prose, now.targets, now.mentions)
    links = Links(texts, _repointed(knowledge, site, shown), _passed(shown))
    return LinkedSite(links, replace(site.before, texts=done), frozenset(places), linker, shown)


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


def _links(
    knowledge: Knowledge, texts: Iterable[_Text], shown: Mapping[ProseKey, TextLinks], last: LinkedSite | None
) -> Links:
    linked = {text.key: _shown(text, shown[text.key], last) for text in texts}
    if last is not None:
        return Links(linked, _repointed(knowledge, last, shown), _passed(shown))
    pointed = ((to.key, link) for links in shown.values() for to in links.pointed for link in to.links)
    return Links(linked, backlinks(knowledge, pointed), _passed(shown))


def _shown(text: _Text, links: TextLinks, last: LinkedSite | None) -> Linked:
    if last is not None and last.shown.get(text.key) is links:
        return last.links.texts[text.key]
    return Linked(text.prose, links.targets, links.mentions)


def _passed(shown: Mapping[ProseKey, TextLinks]) -> Mapping[ProseKey, tuple[Passed, ...]]:
    return {key: links.passed for key, links in shown.items() if links.passed}


def _repointed(
    knowledge: Knowledge, last: LinkedSite, shown: Mapping[ProseKey, TextLinks]
) -> Mapping[Key, tuple[Backlink, ...]]:
    """The backlinks of every entity after some texts came, went or were linked anew: what they pointed to is looked at,
    and what they point to now."""
    anew = {text: links for text, links in shown.items() if last.shown.get(text) is not links}
    gone = [last.shown[text] for text in last.shown if text in anew or text not in shown]
    pointing: dict[Key, list[Backlink]] = {to.key: [] for links in (*gone, *anew.values()) for to in links.pointed}
    for links in anew.values():
        for to in links.pointed:
            pointing[to.key] += to.links
    found = dict(last.links.backlinks)
    for key, new in pointing.items():
        held = (each for each in found.get(key, ()) if each.text in shown and each.text not in anew)
        found[key] = in_order(knowledge, (*held, *new))
        if not found[key]:
            del found[key]
    return found if found.keys() <= last.links.backlinks.keys() else dict(sorted(found.items()))


def _digest(value: object) -> bytes:
    return hashlib.blake2b(canonical(value), digest_size=16).digest()
