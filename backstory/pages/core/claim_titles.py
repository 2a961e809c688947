"""What a claim is called on a page: a question as it is, a statement in quotation marks with its first speaker."""

from __future__ import annotations

from backstory.language import wording
from backstory.pages.core.page_text import PageText, say
from backstory.records import entity, positions
from backstory.records.knowledge import Claim, Knowledge
from backstory.records.source_independence import Voices
from backstory.schema.position import KnownSpeaker, NamedSpeaker, Position, UnnamedSpeaker
from backstory.values.vocabulary import SUPPORTING


def title(known: Knowledge, claim: Claim, lang: str) -> PageText:
    """The title of a claim's page, and of every link to it."""
    called = say(entity.called(claim), lang)
    if claim.fields.question is not None or claim.fields.text is None:
        return called
    first = next(iter(said_by(known, claim)), None)
    key = "claim.quoted" if first else "claim.quoted-nobody"
    said = wording.phrase(key, lang, text=called.text, name=first and _name(known, first, lang))
    return PageText(said, called.lang, called.dir)


def said_by(known: Knowledge, claim: Claim) -> tuple[Position, ...]:
    """Who says so, by name and in order of date: in positions, then in sources that are mentioned."""
    voices = Voices(known.sources, known.actors)
    said = (*positions.in_order(claim.fields.positions), *map(voices.spoken, claim.fields.sources))
    return tuple(each for each in said if each.stance in SUPPORTING and not isinstance(each.by, UnnamedSpeaker))


def _name(known: Knowledge, said: Position, lang: str) -> str:
    by = said.by
    if isinstance(by, KnownSpeaker):
        actor = known.actors.get(by.id.id)
        return say(entity.called(actor), lang).text if actor else by.id.id
    return say(by.name, lang).text if isinstance(by, NamedSpeaker) else ""
