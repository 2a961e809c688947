"""What a claim is called on a page: a question as it is, a statement in quotation marks with its first speaker.

Who says it outright comes before who reports it, or says so in part.
"""

from __future__ import annotations

from backstory.language import wording
from backstory.pages.core.page_text import PageText, say
from backstory.records import entity, positions
from backstory.records.knowledge import Claim, Knowledge
from backstory.records.source_independence import Voices
from backstory.schema.position import KnownSpeaker, NamedSpeaker, Position, UnnamedSpeaker
from backstory.values.vocabulary import MAKING, Stance


def title(known: Knowledge, claim: Claim, lang: str) -> PageText:
    """The title of a claim's page, and of every link to it."""
    called = say(entity.called(claim), lang)
    if claim.fields.question is not None or claim.fields.text is None:
        return called
    first = min(said_by(known, claim), key=lambda each: each.stance in _WEAKER, default=None)
    key = "claim.quoted" if first else "claim.quoted-nobody"
    if first and first.stance is Stance.REPORTS:
        key = "claim.quoted-reported"
    said = wording.phrase(key, lang, text=called.text, name=first and _marked(known, first, lang))
    return PageText(said, called.lang, called.dir)


def said_by(known: Knowledge, claim: Claim) -> tuple[Position, ...]:
    """Who says so, by name and in order of date: in positions, then in sources that are mentioned."""
    voices = Voices(known.sources, known.actors)
    said = (*positions.in_order(claim.fields.positions), *map(voices.spoken, claim.fields.sources))
    return tuple(each for each in said if each.stance in MAKING and not isinstance(each.by, UnnamedSpeaker))


_MARKS = {
    Stance.PARTLY_CONFIRMS: "says.in-part",
    Stance.ASSESSES: "says.assessing",
    Stance.FINDS_CREDIBLE: "says.short-of-finding",
}
_WEAKER = {Stance.REPORTS, *_MARKS}


def _marked(known: Knowledge, said: Position, lang: str) -> str:
    """The name of who says it, with how far their word goes."""
    name, mark = _name(known, said, lang), _MARKS.get(said.stance)
    return wording.phrase(mark, lang, name=name) if mark else name


def _name(known: Knowledge, said: Position, lang: str) -> str:
    by = said.by
    if isinstance(by, KnownSpeaker):
        actor = known.actors.get(by.id.id)
        return say(entity.called(actor), lang).text if actor else by.id.id
    return say(by.name, lang).text if isinstance(by, NamedSpeaker) else ""
