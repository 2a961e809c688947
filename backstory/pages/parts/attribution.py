"""Who says that a tie is so, in words: by name, and never more than the record holds.

A page says in its own voice only what is acknowledged or declared and denied by nobody named (`Standing.plain`). All
else stands in the sentence as what somebody says, with the words of a body that found or assessed something.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from backstory.language import wording
from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.core.page_text import say
from backstory.pages.parts import speakers
from backstory.records import positions
from backstory.records.standing import Mention, Standing, Statement
from backstory.values.keys import Key, Kind
from backstory.values.vocabulary import Basis, Lowered, Stance

_MARKED = {
    Stance.PARTLY_CONFIRMS: "says.in-part",
    Stance.ASSESSES: "says.assessing",
    Stance.FINDS_CREDIBLE: "says.short-of-finding",
    Stance.ALLEGES: "says.accusing",
}
# A stop, the marks that close a quotation, and a second stop.
_TWO_STOPS = re.compile(r"([.!?…][\s\u202f]?[”“»’])\.")
_QUOTING = {
    Stance.FINDS: "says.body-found",
    Stance.FINDS_CREDIBLE: "says.credible",
    Stance.ASSESSES: "says.assesses",
    Stance.FINDS_NO_EVIDENCE: "says.no-evidence",
}


def basis(page: PageBuilder, standing: Standing) -> str:
    """What it rests on, in a few words for a cell of a table."""
    lang, resting = page.lang, standing.resting
    if standing.basis is Basis.UNSOURCED:
        return _unsourced(page, standing, "basis")
    names = _names(page, resting, declared=standing.basis is Basis.DECLARED)
    if standing.basis is Basis.SEPARATE:
        return wording.plural("basis.separate", len(standing.origins), lang, names=names)
    if standing.basis is Basis.DECLARED:
        return wording.phrase("basis.declared", lang, names=names, source=_titles(page, resting))
    if standing.basis is Basis.UNNAMED:
        return wording.phrase("basis.unnamed", lang, names=_nameless(page, resting))
    return wording.phrase(f"basis.{standing.basis.value}", lang, names=names)


def ground(page: PageBuilder, standing: Standing) -> str:
    """What it rests on, without names: for a row whose sentence names who says so."""
    if standing.basis is Basis.SEPARATE:
        return wording.plural("ground.separate", len(standing.origins), page.lang)
    beside = {each.stance for each in standing.beside} if standing.basis is Basis.UNSOURCED else set()
    kind = "looking" if Stance.INVESTIGATES in beside else "named-in" if beside else standing.basis.value
    return wording.phrase(f"ground.{kind}", page.lang)


def sentence(page: PageBuilder, standing: Standing, clause: str, ends: str) -> str:
    """The tie as a page says it: `clause` is what is said, `ends` are the names in it."""
    first = _first(page, standing, clause, ends)
    beside = [each for each in standing.beside if each.stance is Stance.INVESTIGATES]
    if beside and standing.basis is not Basis.UNSOURCED:
        first += " " + wording.phrase("says.also-looking", page.lang, names=_names(page, beside))
    if standing.against and standing.basis is not Basis.ASSESSED:
        first += " " + wording.phrase("says.besides", page.lang, said=_quoted(page, standing.against))
    replaced = [each for each in standing.lowered if Lowered.SUPERSEDED in each.lowered]
    return _stopped(" ".join([first, *dict.fromkeys(_replaced(page, each) for each in replaced)]))


def _stopped(said: str) -> str:
    """Sentences with one full stop where the words quoted at their end have their own."""
    return _TWO_STOPS.sub(r"\1", said)


def _first(page: PageBuilder, standing: Standing, clause: str, ends: str) -> str:
    lang, resting, basis = page.lang, standing.resting, standing.basis
    if basis is Basis.UNSOURCED:
        return _unsourced(page, standing, "says", clause=clause, ends=ends)
    names = _names(page, resting, declared=standing.basis is Basis.DECLARED)
    if basis is Basis.UNNAMED:
        return wording.phrase("says.unnamed", lang, names=_nameless(page, resting), clause=clause)
    if basis is Basis.FOUND:
        quote = _words(page, resting[0])
        key = "says.found" if quote else "says.found-unquoted"
        return wording.phrase(key, lang, names=names, clause=clause, quote=quote)
    if basis is Basis.ASSESSED or _only_assessed(resting):
        return wording.phrase("says.assessed", lang, clause=clause, said=_quoted(page, (*resting, *standing.against)))
    if basis in (Basis.ACKNOWLEDGED, Basis.DECLARED):
        key = f"says.{basis.value}" if standing.plain else f"says.{basis.value}-denied"
        return wording.phrase(key, lang, names=names, clause=clause, source=_titles(page, resting))
    if basis is Basis.SEPARATE:
        return wording.plural("says.separate", len(standing.origins), lang, names=names, clause=clause)
    return wording.phrase(f"says.{basis.value}", lang, names=names, clause=clause)


def _only_assessed(resting: Sequence[Statement]) -> bool:
    """Whether all who say so assess it, each in words of their own: these are printed."""
    return all(each.stance is Stance.ASSESSES and each.position.quote and not each.lowered for each in resting)


def _unsourced(page: PageBuilder, standing: Standing, where: str, *, clause: str = "", ends: str = "") -> str:
    """Of what nothing supports: who looks into it, where it is named, or that no source is recorded."""
    lang = page.lang
    looking = [each for each in standing.beside if each.stance is Stance.INVESTIGATES]
    if looking:
        return wording.phrase(f"{where}.looking", lang, names=_names(page, looking), clause=clause)
    if standing.beside:
        return wording.phrase(f"{where}.named-in", lang, names=_titles(page, standing.beside), ends=ends)
    return wording.phrase(f"{where}.unsourced", lang, clause=clause)


def _names(page: PageBuilder, said: Iterable[Statement], *, declared: bool = False) -> str:
    """Who speaks, each once, with what weakens their word."""
    by_voice: dict[object, Statement] = {}
    for each in _first_hand(list(said)):
        by_voice.setdefault(positions.apart(each.position), each)
    return speakers.listed([_name(page, each, declared=declared) for each in by_voice.values()], page.lang)


def _first_hand(said: Sequence[Statement]) -> list[Statement]:
    """Without those who only repeat a source that is here too: two names would read as two who know."""
    read = {each.source for each in said}
    return [each for each in said if not (each.origin != each.source and each.origin in read and _passes_on(each))]


def _passes_on(said: Statement) -> bool:
    return isinstance(said.position, Mention) or said.stance is Stance.REPORTS


def _name(page: PageBuilder, said: Statement, *, declared: bool = False) -> str:
    """A speaker with what weakens their word: that it is an accusation, not public, or another's report of it."""
    lang = page.lang
    name = speakers.in_words(page, said.position)
    if said.position.stance is Stance.DECLARES and not declared:
        name = wording.phrase("says.declaring", lang, name=name, source=_title(page, said.source))
    name = _weakened(page, said, name)
    if Lowered.SECOND_HAND in said.lowered:
        name = wording.phrase("says.second-hand", lang, name=name, medium=_medium(page, said.source))
    return wording.phrase("says.leaked", lang, name=name) if Lowered.LEAKED in said.lowered else name


def _weakened(page: PageBuilder, said: Statement, name: str) -> str:
    """A name, with how far the word goes that is given under it."""
    mark = _MARKED.get(said.position.stance)
    return wording.phrase(mark, page.lang, name=name, source=_title(page, said.source)) if mark else name


def _quoted(page: PageBuilder, said: Sequence[Statement]) -> str:
    """Each body with its own words."""
    told = []
    for each in said:
        quote, name = _words(page, each), speakers.in_words(page, each.position)
        key = f"{_QUOTING[each.position.stance]}-{'quote' if quote else 'unquoted'}"
        told.append(wording.phrase(key, page.lang, name=name, quote=quote))
    return wording.phrase("list.semicolon", page.lang).join(told)


def _words(page: PageBuilder, said: Statement) -> str:
    quote = said.position.quote
    return say(quote.text, page.lang).text if quote else ""


def _titles(page: PageBuilder, said: Iterable[Statement]) -> str:
    return wording.conjunction(list(dict.fromkeys(_title(page, each.source) for each in said)), page.lang)


def _nameless(page: PageBuilder, said: Iterable[Statement]) -> str:
    """The sources in which nobody is named as saying so, with what weakens that."""
    told = [_weakened(page, each, _title(page, each.source)) for each in said]
    return wording.conjunction(list(dict.fromkeys(told)), page.lang)


def _title(page: PageBuilder, source: str) -> str:
    named = page.site.named(Key(Kind.SOURCE, source), page.lang)
    return wording.phrase("says.title", page.lang, title=named.name.text if named else source)


def _medium(page: PageBuilder, source: str) -> str:
    """Who published a source, else its title."""
    found = page.site.knowledge.sources.get(source)
    publisher = found.fields.publisher if found else None
    if publisher is None:
        return _title(page, source)
    known = page.site.named(Key(Kind.ACTOR, publisher.own), page.lang)
    return known.name.text if known else say(publisher, page.lang).text


def _replaced(page: PageBuilder, said: Statement) -> str:
    found = page.site.knowledge.sources.get(said.source)
    after = found.fields.superseded_by if found else None
    replacing = _title(page, after.id) if after else ""
    return wording.phrase("says.superseded", page.lang, source=_title(page, said.source), replacing=replacing)
