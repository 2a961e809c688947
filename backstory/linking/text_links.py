"""One text: its references resolved, its mentions found, and the backlinks it makes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from backstory.diagnostics import Diagnostic
from backstory.language.names import MOST_GUESSES
from backstory.linking.backlinks import Pointed, pointed
from backstory.linking.lexicon import Lexicon
from backstory.linking.mentions import Context, mentions
from backstory.linking.resolve import Answer, Place, Resolver
from backstory.records.blocks import blocks
from backstory.records.links import Linked, Passed, Target, ToEntity
from backstory.records.prose import Hole, Open, Prose, ReferenceKind
from backstory.values.keys import Key
from backstory.values.record import replace


@dataclass(frozen=True, slots=True)
class LinkedText:
    """A text with its links, what it points to, what was passed over, and what its author is told."""

    linked: Linked
    pointed: tuple[Pointed, ...]
    passed: tuple[Passed, ...]
    diagnostics: tuple[Diagnostic, ...]


def link_text(
    prose: Prose, resolver: Resolver, lexicon: Lexicon, context: Context, *, ledger: bool = False
) -> LinkedText:
    """Link one text; nothing outside the arguments decides the answer."""
    answers = _answers(prose, resolver, Place(prose, context.text.lang, context.published))
    targets = tuple(target for target, _ in answers)
    shown = blocks(prose, context.text.lang, _labels(prose, targets, resolver, context.text.lang))
    found = mentions(shown, _linked_by_author(prose, targets), lexicon, context, ledger=ledger)
    linked = Linked(prose, targets, tuple(found.mentions))
    told = (*(each for _, some in answers for each in some), *found.told)
    backlinks = pointed(context.text, linked, [block for block in shown if not block.heading])
    return LinkedText(linked, backlinks, tuple(found.passed), told)


def _answers(prose: Prose, resolver: Resolver, place: Place) -> list[Answer]:
    """The target of each reference. Guessing takes long: it ends where a text has more that leads nowhere than anybody
    mends by one look at each."""
    answers: list[Answer] = []
    lost = 0
    for reference in prose.references:
        answers.append(resolver.target(reference, place))
        lost += answers[-1][0] is None
        if lost == MOST_GUESSES:
            place = replace(place, guesses=False)
    return answers


def _labels(prose: Prose, targets: tuple[Target | None, ...], resolver: Resolver, lang: str) -> Callable[[int], str]:
    def label(number: int) -> str:
        reference = prose.references[number]
        if reference.kind is not ReferenceKind.WIKILINK:
            return ""
        target = targets[number]
        if reference.label:
            return reference.label
        if isinstance(target, ToEntity):
            return target.words or resolver.directory.name(target.key, lang)
        return reference.target or reference.anchor

    return label


def _linked_by_author(prose: Prose, targets: tuple[Target | None, ...]) -> frozenset[tuple[int, Key]]:
    found = set()
    for part in prose.parts:
        if isinstance(part, Hole | Open):
            target = targets[part.reference]
            if isinstance(target, ToEntity) and prose.references[part.reference].kind is not ReferenceKind.EMBED:
                found.add((part.section, target.key))
    return frozenset(found)
