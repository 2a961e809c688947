"""What the drawings say in words: of a tie, of an actor, of the whole."""

from __future__ import annotations

from collections.abc import Sequence

from backstory.drawing.network.graph import Edge, Node
from backstory.drawing.network.line_styles import LINE, MARK
from backstory.language import wording
from backstory.values.record import Record
from backstory.values.vocabulary import Basis, Response, owned

_NAMED = 3
_MOST_RECIPIENTS = 4


class NetworkDescription(Record, frozen=True):
    """The ties of a drawing, a sentence for each, and a description of the whole: made once for all its layouts."""

    ties: tuple[Edge, ...]
    sentences: tuple[str, ...]
    description: str


def describe(nodes: Sequence[Node], ties: Sequence[Edge], lang: str) -> NetworkDescription:
    """The words of a drawing of these ties."""
    names = {node.id: node.label for node in nodes}
    sentences = (of_tie(tie, names[tie.backer], names[tie.recipient], lang) for tie in ties)
    return NetworkDescription(tuple(ties), tuple(sentences), summary(nodes, ties, lang))


def of_tie(tie: Edge, backer: str, recipient: str, lang: str) -> str:
    """A tie in words: who is named as whose backer, with what, on what basis, and the answer."""
    parts = [
        wording.phrase("drawing.from-to", lang, backer=backer, recipient=recipient),
        wording.phrase("backing.via", lang, actor=tie.via) if tie.via else "",
        tie.label,
        tie.basis_words or _basis(tie.basis, lang),
        tie.response_words or _response(tie, lang),
    ]
    return wording.phrase("drawing.semicolon", lang).join(part for part in parts if part)


def of_node(node: Node) -> str:
    """An actor's full name with the side it is a party of."""
    return f"{node.label} ({node.side_label})" if node.side and node.side_label else node.label


def summary(nodes: Sequence[Node], ties: Sequence[Edge], lang: str) -> str:
    """The drawing in two or three sentences: how much it holds, who backs those backed most, what is denied."""
    names = {node.id: node.label for node in nodes}
    backers: dict[str, list[str]] = {}
    for tie in ties:
        known = backers.setdefault(tie.recipient, [])
        if tie.backer not in known:
            known.append(tie.backer)
    most_backed = sorted(backers, key=lambda recipient: -len(backers[recipient]))[:_MOST_RECIPIENTS]
    sentences = [
        wording.plural("drawing.ties", len(ties), lang),
        *(
            wording.phrase(
                "drawing.backed-by", lang, recipient=names[each], backers=_listed(backers[each], names, lang)
            )
            for each in most_backed
        ),
    ]
    for response, key in ((Response.DENIED, "drawing.denied"), (Response.FRAMING_REJECTED, "drawing.rejected")):
        count = sum(tie.response is response for tie in ties)
        sentences.extend([wording.plural(key, count, lang)] if count else [])
    return " ".join(sentences)


def _listed(ids: Sequence[str], names: dict[str, str], lang: str) -> str:
    shown = [names[each] for each in ids[:_NAMED]]
    rest = len(ids) - _NAMED
    return wording.conjunction([*shown, wording.plural("drawing.others-more", rest, lang)] if rest > 0 else shown, lang)


def _basis(basis: Basis, lang: str) -> str:
    return wording.phrase(f"drawing.line-{LINE[basis]}", lang)


def _response(tie: Edge, lang: str) -> str:
    if owned(tie.basis, tie.response):
        return ""
    mark = MARK[tie.response]
    return wording.phrase(f"drawing.mark-{mark}" if mark else "drawing.no-response", lang)
