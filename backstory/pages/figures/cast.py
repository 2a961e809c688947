"""Who stands in a drawing of backing, and what ties them: the records as a drawing takes them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby

from backstory.drawing.network import Node, Tie
from backstory.model import wording
from backstory.model.backing import Backing
from backstory.model.entity import called
from backstory.model.keys import Key, Kind
from backstory.model.vocabulary import Basis, Support
from backstory.pages import ledger, order
from backstory.pages.claims import Speaker
from backstory.pages.folio import Folio
from backstory.pages.marks import Mark
from backstory.pages.text import direction

Leads = Callable[[Folio, Backing], str]

# What is drawn alike is one line: the drawing knows three lines.
_ALIKE = {Basis.OFFICIAL: Basis.ACKNOWLEDGED, Basis.SINGLE: Basis.ONE_SIDE}


def nodes(folio: Folio, backings: Iterable[Backing], marks: Mapping[str, Mark]) -> tuple[Node, ...]:
    """The actors of the ties that may be drawn: parties in the order of `marks`, then the others by name."""
    held = dict.fromkeys(end for each in backings if each.drawn for end in (each.backer, each.recipient))
    ranks = {actor: rank for rank, actor in enumerate(marks)}
    ordered = sorted(held, key=lambda actor: (ranks.get(actor, len(ranks)), order.called(folio, actor)))
    return tuple(_node(folio, each, marks.get(each)) for each in ordered)


def ties(folio: Folio, backings: Iterable[Backing], leads: Leads) -> tuple[Tie, ...]:
    """The ties, what is drawn alike between the same two being one; `leads` gives where a record stands in full."""

    def alike(backing: Backing) -> tuple[str, str, str, str]:
        basis = backing.standing.basis
        return backing.backer, backing.recipient, _ALIKE.get(basis, basis).value, backing.standing.response.value

    ordered = sorted(backings, key=alike)
    return tuple(_tie(folio, list(same), leads) for _, same in groupby(ordered, key=alike))


def _node(folio: Folio, actor: str, mark: Mark | None) -> Node:
    key = Key(Kind.ACTOR, actor)
    entity = folio.site.knowledge.actors.get(actor)
    label, lang = called(entity).pick(folio.lang) if entity else (actor, folio.lang)
    href = "" if key == folio.subject else folio.link(key)[0]
    side, side_label = (mark.number, mark.label.text) if mark else (0, "")
    return Node(actor, label, lang, href or None, side, side_label, rtl=direction(lang) == "rtl")


def _tie(folio: Folio, same: Sequence[Backing], leads: Leads) -> Tie:
    """One line for records that are drawn alike, told by the latest of them."""
    lang, told = folio.lang, max(same, key=lambda each: (order.start(each), each.id))
    answers = (
        f"{each.label} {_speakers(each.speakers, lang)}"
        for each in ledger.answers(folio, told, card=False)
        if each.speakers
    )
    words = ledger.basis_label(told, lang)
    if len(same) > 1:
        words = f"{words} ({wording.plural('drawing.records', len(same), lang)})"
    return Tie(
        told.backer,
        told.recipient,
        told.standing.basis,
        told.standing.response,
        _support(same, lang),
        words,
        wording.phrase("list.semicolon", lang).join(answers),
        _via(folio, same),
        leads(folio, told) or None,
    )


def _speakers(speakers: Iterable[Speaker], lang: str) -> str:
    return wording.conjunction(list(dict.fromkeys(each.who.name.text for each in speakers)), lang)


def _support(same: Iterable[Backing], lang: str) -> str:
    """With what, in words; nothing where no kind is known."""
    kinds = dict.fromkeys(each.kind for backing in same for each in backing.support)
    known = [wording.phrase(f"support.{kind.value}", lang) for kind in kinds if kind is not Support.UNKNOWN]
    return wording.phrase("list.comma", lang).join(known)


def _via(folio: Folio, same: Iterable[Backing]) -> str:
    found = dict.fromkeys(each.via for each in same if each.via)
    known = folio.site.knowledge.actors
    names = [folio.text(called(known[each])).text if each in known else each for each in found]
    return wording.conjunction(names, folio.lang) if names else ""
