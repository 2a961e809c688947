"""Records of backing as the drawing of a network takes them: nodes for actors, edges for ties."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache

from backstory.drawing.network import Edge, Node
from backstory.drawing.network.line_styles import LINE, MARK
from backstory.language import names, wording
from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.core.page_text import direction
from backstory.pages.core.side_marks import Mark
from backstory.pages.parts import attribution, tie_rows
from backstory.pages.parts.speakers import Speaker
from backstory.pages.queries import sorting
from backstory.records.backing import Backing
from backstory.records.entity import called
from backstory.values.keys import Key, Kind
from backstory.values.vocabulary import Response, Support

LinkOf = Callable[[PageBuilder, Backing], str]
Lines = Mapping[tuple[str, str, str, str], Sequence[Backing]]


def lines(backings: Iterable[Backing], *, sort: bool = True) -> Lines:
    """The records that each line stands for: those between the same two actors that are drawn alike. With `sort`, the
    lines are in order of the ids, else in the order of the first record of each."""
    found: dict[tuple[str, str, str, str], list[Backing]] = {}
    for each in backings:
        standing = each.standing
        answer = standing.response if standing.answers else Response.NONE
        found.setdefault((each.backer, each.recipient, LINE.get(standing.basis, ""), MARK[answer]), []).append(each)
    return {alike: found[alike] for alike in sorted(found)} if sort else found


def nodes(page: PageBuilder, lines: Lines, marks: Mapping[str, Mark]) -> tuple[Node, ...]:
    """The actors of the lines that may be drawn: parties in the order of `marks`, then the others by name."""
    held = dict.fromkeys(end for alike, same in lines.items() if same[0].drawn for end in alike[:2])
    ranks = {actor: rank for rank, actor in enumerate(marks)}
    cast = [_node(page, actor, marks.get(actor)) for actor in held]
    cast.sort(key=lambda node: (ranks.get(node.id, len(ranks)), names.sort_key(node.label, node.lang), node.id))
    return tuple(cast)


def edges(page: PageBuilder, lines: Lines, link_of: LinkOf) -> tuple[Edge, ...]:
    """An edge for each line; `link_of` gives the link of a record."""
    return tuple(_edge(page, same, link_of) for same in lines.values())


def _node(page: PageBuilder, actor: str, mark: Mark | None) -> Node:
    key = Key(Kind.ACTOR, actor)
    entity = page.site.knowledge.actors.get(actor)
    label, lang = called(entity).pick(page.lang) if entity else (actor, page.lang)
    href = "" if key == page.subject else page.link(key)[0]
    side, side_label = (mark.number, mark.label.text) if mark else (0, "")
    return Node(actor, label, lang, href or None, side, side_label, rtl=direction(lang) == "rtl")


def _edge(page: PageBuilder, same: Sequence[Backing], link_of: LinkOf) -> Edge:
    """The edge of records that are drawn alike, described by the latest of them."""
    lang, latest = page.lang, _latest(same) if len(same) > 1 else same[0]
    words = attribution.basis(page, latest.standing)
    if len(same) > 1:
        words = f"{words} ({wording.plural('drawing.records', len(same), lang)})"
    return Edge(
        latest.backer,
        latest.recipient,
        latest.standing.basis,
        latest.standing.response,
        _support(same, lang),
        words,
        _answers(page, latest),
        _via(page, same),
        link_of(page, latest) or None,
    )


def _latest(same: Sequence[Backing]) -> Backing:
    starts = [sorting.start(each) for each in same]
    last = max(starts)
    return max((each for each, start in zip(same, starts, strict=True) if start == last), key=lambda each: each.id)


def _answers(page: PageBuilder, backing: Backing) -> str:
    """How a tie is answered and by whom; "" where nobody is named: then the drawing has words of its own."""
    if not backing.standing.answers:
        return ""
    answers = (
        f"{each.label} {_speakers(each.speakers, page.lang)}"
        for each in tie_rows.answers(page, backing, card=False)
        if each.speakers
    )
    return wording.phrase("list.semicolon", page.lang).join(answers)


def _speakers(speakers: Iterable[Speaker], lang: str) -> str:
    return wording.conjunction(list(dict.fromkeys(each.who.name.text for each in speakers)), lang)


def _support(same: Iterable[Backing], lang: str) -> str:
    """The known kinds of support, in words."""
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
