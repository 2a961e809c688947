"""Speakers as pages show them: who, in which role, of what body, on whose behalf."""

from __future__ import annotations

from backstory.language import wording
from backstory.pages.core import entity_links
from backstory.pages.core.entity_links import EntityLink
from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.core.page_text import PageText
from backstory.schema.position import KnownSpeaker, NamedSpeaker, Position
from backstory.values.keys import Key, Kind
from backstory.values.record import Record, replace


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
        return Speaker(who=entity_links.actor(page, by.id.id, card=card), on_behalf=behalf)
    if isinstance(by, NamedSpeaker):
        of = entity_links.actor(page, by.of.id, card=card) if by.of else None
        role = page.text(by.role) if by.role else None
        return _official(Speaker(who=EntityLink(page.text(by.name)), role=role, of=of, on_behalf=behalf))
    source = entity_links.ref(page, Key(Kind.SOURCE, by.according_to.id))
    return Speaker(who=EntityLink(page.text(by.unnamed)), on_behalf=behalf, according_to=source)


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


def in_words(page: PageBuilder, taken: Position) -> str:
    """Who takes a position, as plain text within a sentence."""
    by = speaker(page, taken)
    if by.on_behalf:
        behalf = f"{wording.phrase('speaker.for', page.lang)} {by.on_behalf.name.text}"
        return f"{by.who.name.text} {behalf}"
    of = [by.of.name.text] if by.of else []
    return wording.phrase("list.comma", page.lang).join([by.who.name.text, *of])
