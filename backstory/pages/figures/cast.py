"""Who stands in a drawing of backing, and what ties them: the records as a drawing takes them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache

from backstory.drawing.network import Node, Tie
from backstory.model import names, wording
from backstory.model.backing import Backing
from backstory.model.entity import called
from backstory.model.keys import Key, Kind
from backstory.model.vocabulary import Basis, Response, Support
from backstory.pages import ledger, order
from backstory.pages.claims import Speaker
from backstory.pages.folio import Folio
from backstory.pages.marks import Mark
from backstory.pages.text import direction

Leads = Callable[[Folio, Backing], str]
Lines = Mapping[tuple[str, str, str, str], Sequence[Backing]]

# What is drawn alike is one line: the drawing knows three lines.
_LINE = {basis: basis.value for basis in Basis} | {
    Basis.OFFICIAL: Basis.ACKNOWLEDGED.value,
    Basis.SINGLE: Basis.ONE_SIDE.value,
}


def lines(backings: Iterable[Backing], *, sort: bool = True) -> Lines:
    """The records that one line stands for: those drawn alike between the same two; in the order of their ids, or as
    they come."""
    found: dict[tuple[str, str, str, str], list[Backing]] = {}
    for each in backings:
        standing = each.standing
        answer = standing.response if standing.answers else Response.NONE
        found.setdefault((each.backer, each.recipient, _LINE[standing.basis], answer.value), []).append(each)
    return {alike: found[alike] for alike in sorted(found)} if sort else found


def nodes(folio: Folio, lines: Lines, marks: Mapping[str, Mark]) -> tuple[Node, ...]:
    """The actors of the ties that may be drawn: parties in the order of `marks`, then the others by name."""
    held = dict.fromkeys(end for alike, same in lines.items() if same[0].drawn for end in alike[:2])
    ranks = {actor: rank for rank, actor in enumerate(marks)}
    cast = [_node(folio, actor, marks.get(actor)) for actor in held]
    cast.sort(key=lambda node: (ranks.get(node.id, len(ranks)), names.sort_key(node.label, node.lang), node.id))
    return tuple(cast)


def ties(folio: Folio, lines: Lines, leads: Leads) -> tuple[Tie, ...]:
    """The ties; `leads` gives where a record stands in full."""
    return tuple(_tie(folio, same, leads) for same in lines.values())


def _node(folio: Folio, actor: str, mark: Mark | None) -> Node:
    key = Key(Kind.ACTOR, actor)
    entity = folio.site.knowledge.actors.get(actor)
    label, lang = called(entity).pick(folio.lang) if entity else (actor, folio.lang)
    href = "" if key == folio.subject else folio.link(key)[0]
    side, side_label = (mark.number, mark.label.text) if mark else (0, "")
    return Node(actor, label, lang, href or None, side, side_label, rtl=direction(lang) == "rtl")


def _tie(folio: Folio, same: Sequence[Backing], leads: Leads) -> Tie:
    """One line for records that are drawn alike, told by the latest of them."""
    lang, told = folio.lang, _latest(same) if len(same) > 1 else same[0]
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
        _answers(folio, told),
        _via(folio, same),
        leads(folio, told) or None,
    )


def _latest(same: Sequence[Backing]) -> Backing:
    starts = [order.start(each) for each in same]
    last = max(starts)
    return max((each for each, start in zip(same, starts, strict=True) if start == last), key=lambda each: each.id)


def _answers(folio: Folio, told: Backing) -> str:
    """How a tie is answered and by whom; nothing where nobody is named, for then the drawing has words of its own."""
    if not told.standing.answers:
        return ""
    answers = (
        f"{each.label} {_speakers(each.speakers, folio.lang)}"
        for each in ledger.answers(folio, told, card=False)
        if each.speakers
    )
    return wording.phrase("list.semicolon", folio.lang).join(answers)


def _speakers(speakers: Iterable[Speaker], lang: str) -> str:
    return wording.conjunction(list(dict.fromkeys(each.who.name.text for each in speakers)), lang)


def _support(same: Iterable[Backing], lang: str) -> str:
    """With what, in words; nothing where no kind is known."""
    kinds: list[Support] = []
    for backing in same:
        kinds += [each.kind for each in backing.support if each.kind not in kinds]
    return _kinds(tuple(dict.fromkeys(kinds)), lang)


@lru_cache(maxsize=1024)
def _kinds(kinds: tuple[Support, ...], lang: str) -> str:
    known = [wording.phrase(f"support.{kind.value}", lang) for kind in kinds if kind is not Support.UNKNOWN]
    return wording.phrase("list.comma", lang).join(known)


def _via(folio: Folio, same: Iterable[Backing]) -> str:
    found = dict.fromkeys(each.via for each in same if each.via)
    known = folio.site.knowledge.actors
    channels = [folio.text(called(known[each])).text if each in known else each for each in found]
    return wording.conjunction(channels, folio.lang) if channels else ""
