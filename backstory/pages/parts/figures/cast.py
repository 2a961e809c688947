"""Who stands in a drawing of backing, and what ties them: the records as a drawing takes them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache

from backstory.drawing.network import Edge, Node
from backstory.language import names, wording
from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.core.page_text import direction
from backstory.pages.core.side_marks import Mark
from backstory.pages.parts import backing_list
from backstory.pages.parts.claim_rows import Speaker
from backstory.pages.queries import sorting
from backstory.records.backing import Backing
from backstory.records.entity import called
from backstory.values.keys import Key, Kind
from backstory.values.vocabulary import Basis, Response, Support

Leads = Callable[[PageBuilder, Backing], str]
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


def nodes(page: PageBuilder, lines: Lines, marks: Mapping[str, Mark]) -> tuple[Node, ...]:
    """The actors of the ties that may be drawn: parties in the order of `marks`, then the others by name."""
    held = dict.fromkeys(end for alike, same in lines.items() if same[0].drawn for end in alike[:2])
    ranks = {actor: rank for rank, actor in enumerate(marks)}
    cast = [_node(page, actor, marks.get(actor)) for actor in held]
    cast.sort(key=lambda node: (ranks.get(node.id, len(ranks)), names.sort_key(node.label, node.lang), node.id))
    return tuple(cast)


def ties(page: PageBuilder, lines: Lines, leads: Leads) -> tuple[Edge, ...]:
    """The ties; `leads` gives where a record stands in full."""
    return tuple(_tie(page, same, leads) for same in lines.values())


def _node(page: PageBuilder, actor: str, mark: Mark | None) -> Node:
    key = Key(Kind.ACTOR, actor)
    entity = page.site.knowledge.actors.get(actor)
    label, lang = called(entity).pick(page.lang) if entity else (actor, page.lang)
    href = "" if key == page.subject else page.link(key)[0]
    side, side_label = (mark.number, mark.label.text) if mark else (0, "")
    return Node(actor, label, lang, href or None, side, side_label, rtl=direction(lang) == "rtl")


def _tie(page: PageBuilder, same: Sequence[Backing], leads: Leads) -> Edge:
    """One line for records that are drawn alike, told by the latest of them."""
    lang, told = page.lang, _latest(same) if len(same) > 1 else same[0]
    words = backing_list.basis_label(told, lang)
    if len(same) > 1:
        words = f"{words} ({wording.plural('drawing.records', len(same), lang)})"
    return Edge(
        told.backer,
        told.recipient,
        told.standing.basis,
        told.standing.response,
        _support(same, lang),
        words,
        _answers(page, told),
        _via(page, same),
        leads(page, told) or None,
    )


def _latest(same: Sequence[Backing]) -> Backing:
    starts = [sorting.start(each) for each in same]
    last = max(starts)
    return max((each for each, start in zip(same, starts, strict=True) if start == last), key=lambda each: each.id)


def _answers(page: PageBuilder, told: Backing) -> str:
    """How a tie is answered and by whom; nothing where nobody is named, for then the drawing has words of its own."""
    if not told.standing.answers:
        return ""
    answers = (
        f"{each.label} {_speakers(each.speakers, page.lang)}"
        for each in backing_list.answers(page, told, card=False)
        if each.speakers
    )
    return wording.phrase("list.semicolon", page.lang).join(answers)


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


def _via(page: PageBuilder, same: Iterable[Backing]) -> str:
    found = dict.fromkeys(each.via for each in same if each.via)
    known = page.site.knowledge.actors
    channels = [page.text(called(known[each])).text if each in known else each for each in found]
    return wording.conjunction(channels, page.lang) if channels else ""
