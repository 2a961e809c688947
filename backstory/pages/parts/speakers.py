"""Speakers as pages show them: who, in which role, of what body, on whose behalf."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from backstory.language import wording
from backstory.pages.core import entity_links
from backstory.pages.core.entity_links import EntityLink
from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.core.page_text import PageText
from backstory.records.knowledge import Actor
from backstory.records.sides import possible, together
from backstory.schema.kind_fields import relations
from backstory.schema.position import KnownSpeaker, NamedSpeaker, Position, Relation
from backstory.schema.types import When
from backstory.values.keys import Key, Kind
from backstory.values.record import Record, replace
from backstory.values.vocabulary import ActorType

_MOST_NAMED = 3


class Speaker(Record, kw_only=True, frozen=True):
    """Who takes a position. `role` and `of` say whose official they are, `on_behalf` for whom they speak;
    `according_to` is the source that reports an unnamed speaker. With `joined`, `role`, `of` and `rest` make one
    phrase: "member of the", the State Duma, "".

    On a page, the card of `on_behalf` comes before that of `who`: the fields are in the order of the cards.
    """

    on_behalf: EntityLink | None = None
    who: EntityLink
    role: PageText | None = None
    of: EntityLink | None = None
    joined: bool = False
    rest: PageText | None = None
    according_to: EntityLink | None = None


def speaker(page: PageBuilder, taken: Position, *, card: bool = False) -> Speaker:
    """Who takes a position, with links to their pages, and with cards on this one where `card` asks for them."""
    by = taken.by
    behalf = entity_links.actor(page, taken.for_.id, card=card) if taken.for_ else None
    if isinstance(by, KnownSpeaker):
        office, whose = _place(page, by.id.id, taken.date)
        own = page.text(by.role) if by.role else office
        apart = whose and whose != (taken.for_.id if taken.for_ else "")
        body = entity_links.actor(page, whose, card=card) if apart else None
        return Speaker(who=entity_links.actor(page, by.id.id, card=card), role=own, of=body, on_behalf=behalf)
    if isinstance(by, NamedSpeaker):
        of = entity_links.actor(page, by.of.id, card=card) if by.of else None
        role = page.text(by.role) if by.role else None
        return _official(Speaker(who=EntityLink(page.text(by.name)), role=role, of=of, on_behalf=behalf))
    source = entity_links.ref(page, Key(Kind.SOURCE, by.according_to.id))
    return Speaker(who=EntityLink(page.text(by.unnamed)), on_behalf=behalf, according_to=source)


_OFFICES = ("speaks_for", "leads", "commands", "member_of", "part_of")


def _place(page: PageBuilder, actor: str, when: When | None) -> tuple[PageText | None, str]:
    """The role of a person at a date and of whom, as their relations give it; of a body the state it is a part of."""
    known = page.site.knowledge.actors
    found = known.get(actor)
    if found is None:
        return None, ""
    if found.fields.type is not ActorType.PERSON:
        above = [tie.actor.id for tie in found.fields.part_of]
        states = [each for each in _chain(known, above) if known[each].fields.type is ActorType.STATE]
        return None, states[0] if states else ""
    held = [tie for name in _OFFICES for tie in relations(found.fields, name) if _holds(tie, when)]
    first = next((tie for tie in held if tie.role), held[0] if held else None)
    if first is None:
        return None, ""
    return page.text(first.role) if first.role else None, first.actor.id


def _chain(known: Mapping[str, Actor], waiting: list[str]) -> list[str]:
    """All that something is a part of, the nearest first."""
    found: dict[str, None] = {}
    while waiting:
        name = waiting.pop(0)
        if name in known and name not in found:
            found[name] = None
            waiting += [tie.actor.id for tie in known[name].fields.part_of]
    return list(found)


def _holds(tie: Relation, when: When | None) -> bool:
    if when is None:
        return True
    return together(possible(tie.from_, tie.to), possible(when, when))


def _official(by: Speaker) -> Speaker:
    """The speaker, with the name of the body once: a role that names it is cut around it."""
    if by.role is None or by.of is None or by.role.lang != by.of.name.lang:
        return by
    before, found, after = by.role.text.partition(by.of.name.text)
    if not found:
        return by
    kept = before.strip()
    joined = not kept.endswith((",", "،", "-", "–"))
    role, rest = (replace(by.role, text=each) for each in (kept.rstrip(" ,،-–"), after.strip()))
    return replace(by, role=role if role.text else None, joined=joined, rest=rest if rest.text else None)


def names(page: PageBuilder, taken: Iterable[Position]) -> str:
    """Speakers in a sentence, each once: three by name, the rest by number."""
    return listed([in_words(page, each) for each in taken], page.lang)


def listed(named: Iterable[str], lang: str) -> str:
    """Names in a sentence, each once: three of them, the rest by number."""
    held = list(dict.fromkeys(named))
    rest = len(held) - _MOST_NAMED
    shown = [*held[:_MOST_NAMED], wording.plural("says.more", rest, lang)] if rest > 0 else held
    return wording.conjunction(shown, lang) if shown else ""


def in_words(page: PageBuilder, taken: Position) -> str:
    """Who takes a position, as plain text within a sentence: `Fathi Bashagha (interior minister, GNA)`."""
    by = speaker(page, taken)
    comma = wording.phrase("list.comma", page.lang)
    about = [each for each in (by.role, by.of.name if by.of else None, by.rest) if each]
    if by.on_behalf:
        about.append(by.on_behalf.name)
    texts = list(dict.fromkeys(each.text for each in about if each.text != by.who.name.text))
    return f"{by.who.name.text} ({comma.join(texts)})" if texts else by.who.name.text
