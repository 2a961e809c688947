"""Backlinks: who mentions an entity, with the sentence of the first mention in each section."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from backstory.linking.mention_sentence import sentence
from backstory.records.blocks import Block
from backstory.records.entity import Entity
from backstory.records.knowledge import Knowledge
from backstory.records.links import Backlink, Linked, ProseKey, ToEntity, ToSources
from backstory.values.keys import Key, Kind

_ORDER = (
    Kind.ARTICLE, Kind.ACTOR, Kind.TERM, Kind.PAGE, Kind.CONFLICT, Kind.CLAIM, Kind.EVENT, Kind.PLACE, Kind.SOURCE
)  # fmt: skip
Pointed = tuple[Key, Backlink]


def pointed(text: ProseKey, linked: Linked, blocks: Iterable[Block]) -> tuple[Pointed, ...]:
    """The backlinks that one text makes: for each entity, the first mention in each section; for each source, every
    sentence that cites it.
    """
    opened = {heading.section: heading.id for heading in linked.prose.headings}
    found: dict[tuple[int, Key], Pointed] = {}
    cited: list[Pointed] = []
    explicit = _explicit(linked)
    automatic: dict[int, list[tuple[int, int, Key]]] = {}
    for mention in linked.mentions:
        automatic.setdefault(mention.part, []).append((mention.start, mention.end, mention.key))
    for block in blocks:
        for start, end, key, written in _places(block, explicit, automatic):
            if key == text.key or (block.section, key) in found:
                continue
            before, words, after = sentence(block.text, start, end)
            anchor = opened.get(block.section, "")
            found[block.section, key] = (key, Backlink(text, anchor, before, words, after, written))
        cited += _citing(text, linked, block, opened.get(block.section, ""))
    return (*found.values(), *dict.fromkeys(cited))


def _citing(text: ProseKey, linked: Linked, block: Block, anchor: str) -> Iterator[Pointed]:
    """The sentences of a block that cite sources. They mention none: the words before the citation are the sentence."""
    for segment in block.segments:
        target = linked.targets[segment.reference] if segment.reference is not None else None
        if isinstance(target, ToSources):
            end = segment.start
            while end and block.text[end - 1].isspace():
                end -= 1
            before, last, after = sentence(block.text, max(end - 1, 0), end)
            for key, _ in target.cited:
                yield key, Backlink(text, anchor, before + last, "", after, explicit=True)


def backlinks(knowledge: Knowledge, found: Iterable[Pointed]) -> Mapping[Key, tuple[Backlink, ...]]:
    """The backlinks of every entity, in `in_order`."""
    gathered: dict[Key, list[Backlink]] = {}
    for key, backlink in found:
        gathered.setdefault(key, []).append(backlink)
    return {key: in_order(knowledge, links) for key, links in sorted(gathered.items())}


def in_order(knowledge: Knowledge, links: Iterable[Backlink]) -> tuple[Backlink, ...]:
    """The backlinks of one entity: from articles, the newest first, then from actors, terms and the rest by id.

    Those of one text keep their order.
    """
    held = list(links)
    places = {text: _place(knowledge.get(text.key), text) for text in {each.text for each in held}}
    return tuple(sorted(held, key=lambda each: places[each.text]))


def _place(entity: Entity[Any] | None, text: ProseKey) -> tuple[int, int, str, int]:
    newest, rank = 0, 0
    if entity is not None:
        rank = [*entity.texts].index((text.field, text.lang))
        first = entity.fields.date.value.earliest if text.key.kind is Kind.ARTICLE else None
        newest = -first.toordinal() if first else 0
    return _ORDER.index(text.key.kind), newest, text.key.id, rank


def _explicit(linked: Linked) -> dict[int, Key]:
    """The entity that each of the text's references leads to."""
    return {number: target.key for number, target in enumerate(linked.targets) if isinstance(target, ToEntity)}


def _places(
    block: Block, explicit: Mapping[int, Key], automatic: Mapping[int, list[tuple[int, int, Key]]]
) -> list[tuple[int, int, Key, bool]]:
    """The mentions in a block in order: where each stands in its text, of whom, and whether the author linked it."""
    found = []
    for segment in block.segments:
        if segment.reference is None and segment.part not in automatic:
            continue
        reference = segment.reference
        if reference is not None and reference in explicit and segment.end > segment.start:
            found.append((segment.start, segment.end, explicit[reference], True))
        for start, end, key in automatic.get(segment.part, ()):
            found.append((segment.start + start, segment.start + end, key, False))
    return sorted(found, key=lambda place: place[:2])
