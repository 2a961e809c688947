"""A site held in memory: moved on by changes, each of which gives a new version of it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from backstory.engine.gc_pause import uncollected
from backstory.engine.store import Store
from backstory.engine.workers import Workers
from backstory.linking.relink import relink, rewrite
from backstory.pipeline import discovery
from backstory.pipeline.compiled import Known, known, settings_of
from backstory.pipeline.discovery import Discovery, look, look_again, looked_at
from backstory.pipeline.link_stage import digests, link
from backstory.pipeline.read_stage import FileRead, Reading, read, read_again, salt_of
from backstory.pipeline.request import Request
from backstory.pipeline.tracing import changed_questions
from backstory.pipeline.version import Kept, Version
from backstory.reading import ChangedError
from backstory.records.document import Document
from backstory.records.entity import Entity
from backstory.values.keys import Key
from backstory.values.same import Same

_TRIES = 3


def opened(request: Request, store: Store) -> Version:
    """A site as it is, with what a store knows of it. Raises ChangedError for a file that changes meanwhile."""
    with uncollected():
        seen = look(request, store)
        settings = settings_of(seen)
        site = known(request, seen, settings, read(request, seen.snapshot, settings.site, store), Same())
        return Version(request, site, link(site.knowledge, seen.snapshot, store, site.same))


def changed(last: Version, paths: Collection[str], now_ns: int, workers: Workers[bytes | None]) -> Version:
    """The site after the files at `paths`, relative to its folder, were written, made or deleted.

    `now_ns` is when this begins; `workers` read what changed. The last version stays as it was.
    """
    for _ in range(_TRIES):
        try:
            return _changed(last, paths, now_ns, workers)
        except ChangedError:
            continue
    return _changed(last, paths, now_ns, workers)


def is_new_day(last: Version, now_ns: int) -> bool:
    """Whether at `now_ns` another day has begun at the site, so that it changes without a file being written."""
    return discovery.is_new_day(replace(last.request, now_ns=now_ns), last.known.seen)


def _changed(last: Version, paths: Collection[str], now_ns: int, workers: Workers[bytes | None]) -> Version:
    request, site = replace(last.request, now_ns=now_ns), last.known
    with uncollected():
        seen = looked_at(request, site.seen, paths)
        if seen is not None:
            if digests(seen.snapshot) == digests(site.seen.snapshot):
                return last
            reading = read_again(request, seen.snapshot, site.settings.site, site.reading, workers)
            rewritten = _rewritten(last, request, replace(site, seen=seen, reading=reading))
            if rewritten is not None:
                return rewritten
            last_reading = reading
        else:
            seen, last_reading = look_again(request, site.seen, last.request.now_ns), site.reading
        return _remade(last, request, seen, last_reading, workers)


def _remade(
    last: Version, request: Request, seen: Discovery, reading: Reading, workers: Workers[bytes | None]
) -> Version:
    """The site after a change of facts, of settings, or of which files there are."""
    settings = settings_of(seen)
    if salt_of(settings.site) != salt_of(last.known.settings.site):
        reading = Reading({}, 0)
    anew = read_again(request, seen.snapshot, settings.site, reading, workers)
    site = known(request, seen, settings, anew, Same(last.known.same))
    files, same = seen.snapshot.files, site.same
    linked = relink(site.knowledge, files, digests(seen.snapshot), last=last.linked, same=same)
    same.done()
    alike = seen.snapshot.templates == last.known.seen.snapshot.templates
    return Version(request, site, linked, Kept(renderer=last.renderer if alike else None))


def _rewritten(last: Version, request: Request, now: Known) -> Version | None:
    """The site after nothing but prose changed; None where more did."""
    entities = _with_new_prose(last.known, now.reading)
    if entities is None:
        return None
    knowledge = now.knowledge.rewritten(entities)
    linked = rewrite(last.linked, knowledge, digests(now.seen.snapshot), entities)
    if linked is None:
        return None
    asked = changed_questions(last.linked, linked)
    return Version(request, replace(now, knowledge=knowledge), linked, last.kept(asked))


def _with_new_prose(last: Known, reading: Reading) -> list[Entity[Any]] | None:
    """The entities with the prose that they have now; None where anything else changed, or may have."""
    knowledge = last.knowledge
    if knowledge.entire is not None or knowledge.spare:
        return None
    found: dict[Key, Entity[Any]] = {}
    for path, file in reading.files.items():
        before = last.reading.files[path]
        if file is before:
            continue
        pairs = _documents(before, file)
        if pairs is None:
            return None
        for then, now in pairs:
            if then.prose != now.prose:
                entity = _rewritten_entity(found.get(now.key) or knowledge.get(now.key), then, now)
                if entity is None:
                    return None
                found[now.key] = entity
    return list(found.values())


def _documents(before: FileRead, now: FileRead) -> list[tuple[Document, Document]] | None:
    """The documents of a file as they were and as they are, where they say the same but for their prose."""
    if before.facts != now.facts:
        return None
    pairs = list(zip(before.read[0], now.read[0], strict=True))
    documents = [(then, each) for then, each in pairs if isinstance(then, Document) and isinstance(each, Document)]
    return documents if len(documents) == len(pairs) else None


def _rewritten_entity(entity: Entity[Any] | None, then: Document, now: Document) -> Entity[Any] | None:
    version = entity.translations.get(now.lang) if entity else None
    if entity is None or now.path != (version.path if version else entity.path) or now.broken:
        return None
    if then.prose.keys() != now.prose.keys() or not now.prose.keys() <= entity.texts.keys():
        return None
    return replace(entity, texts={**entity.texts, **now.prose})
