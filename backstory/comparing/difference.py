"""What differs between the statements of two states of a site: a pure function from both to records of change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from backstory.comparing.statements import ClaimSaid, EntitySaid, Statements, TieSaid
from backstory.values.keys import Key
from backstory.values.vocabulary import Basis


class Sort(StrEnum):
    """What kind of change it is, in the order in which an editor wants to know."""

    VANISHED = "pages that vanish without a redirect"
    UNCORRECTED = "facts that changed without a correction"
    WEAKER = "ties that rest on less"
    FIRMER = "ties that rest on more"
    ADDED = "ties added"
    WITHDRAWN = "ties withdrawn"
    REWORDED = "ties that say something else"
    CONTESTED = "claims that stand otherwise"
    ANSWERED = "statements added"
    UNANSWERED = "statements taken away"
    APPEARED = "entries added"
    GONE = "entries taken away"
    LINKED = "names newly linked"
    UNLINKED = "names no longer linked"


@dataclass(frozen=True, slots=True)
class Change:
    """One change: of what, what it was and what it is; "" where there is nothing."""

    sort: Sort
    subject: str
    was: str = ""
    now: str = ""
    path: str = ""


# What is drawn with one line is as firm.
_FIRM = (
    (Basis.ACKNOWLEDGED, Basis.DECLARED, Basis.FOUND),
    (Basis.ASSESSED,),
    (Basis.SEPARATE,),
    (Basis.SINGLE, Basis.ONE_SIDE),
    (Basis.UNNAMED,),
    (Basis.UNSOURCED,),
)
_RANK = {basis: rank for rank, group in enumerate(_FIRM) for basis in group}


def difference(before: Statements, after: Statements) -> tuple[Change, ...]:
    """All changes, by sort and then by subject. Another order, layout or place of files is none."""
    before = _under_new_keys(before, after.moved)
    found = (
        *_pages(before, after), *_facts(before, after), *_ties(before, after), *_claims(before, after),
        *_names(before, after),
    )  # fmt: skip
    order = list(Sort)
    return tuple(sorted(dict.fromkeys(found), key=lambda each: (order.index(each.sort), each.subject, each.now)))


def _under_new_keys(before: Statements, moved: Mapping[Key, Key]) -> Statements:
    """What was said, of those that have another id since: a redirect says so."""
    if not moved:
        return before

    def now(key: Key) -> Key:
        return moved.get(key, key)

    ties = {name: replace(said, ends=(now(said.ends[0]), now(said.ends[1]))) for name, said in before.ties.items()}
    claims = {now(key): said for key, said in before.claims.items()}
    return replace(before, ties=ties, claims=claims, entities={now(key): said for key, said in before.entities.items()})


def _pages(before: Statements, after: Statements) -> Iterator[Change]:
    own = {key: said.title for key, said in before.entities.items()}
    for route in before.routes - after.routes:
        yield Change(Sort.VANISHED, f"/{route}")
    for key in after.entities.keys() - before.entities.keys():
        yield Change(Sort.APPEARED, after.entities[key].title, now=str(key))
    for key in before.entities.keys() - after.entities.keys():
        yield Change(Sort.GONE, own[key], was=str(key))


def _facts(before: Statements, after: Statements) -> Iterator[Change]:
    """What a page gave as a fact and gives otherwise now, where it lists no new correction."""
    for key, now in after.entities.items():
        was = before.entities.get(key)
        if was is not None and now.corrections <= was.corrections:
            yield from _of_entity(key, was, now)


def _of_entity(key: Key, was: EntitySaid, now: EntitySaid) -> Iterator[Change]:
    for name in was.facts.keys() & now.facts.keys():
        if was.facts[name] != now.facts[name]:
            yield Change(Sort.UNCORRECTED, f"{now.title} ({key}), `{name}`", was.facts[name], now.facts[name], now.path)


def _ties(before: Statements, after: Statements) -> Iterator[Change]:
    old = {name: said for name, said in before.ties.items() if name not in after.ties}
    new = {name: said for name, said in after.ties.items() if name not in before.ties}
    pairs = [(before.ties[name], after.ties[name]) for name in before.ties.keys() & after.ties.keys()]
    for name, said in list(new.items()):
        # Another beginning, or another id of an actor, gives a tie another id: between the same two it is the same.
        alike = [each for each, was in sorted(old.items()) if was.ends == said.ends]
        if alike:
            same = min(alike, key=lambda each: (old[each].sentence != said.sentence, old[each].facts != said.facts))
            pairs.append((old.pop(same), new.pop(name)))
    yield from (Change(Sort.ADDED, said.title, now=said.sentence) for said in new.values())
    yield from (Change(Sort.WITHDRAWN, said.title, was=said.sentence) for said in old.values())
    for was, now in pairs:
        yield from _tie(was, now)


def _tie(was: TieSaid, now: TieSaid) -> Iterator[Change]:
    step = _RANK[was.basis] - _RANK[now.basis]
    if step:
        yield Change(Sort.FIRMER if step > 0 else Sort.WEAKER, now.title, was.sentence, now.sentence)
    elif was.sentence != now.sentence:
        yield Change(Sort.REWORDED, now.title, was.sentence, now.sentence)
    for name in was.facts:
        if was.facts[name] != now.facts[name]:
            yield Change(Sort.REWORDED, f"{now.title}, {name}", was.facts[name], now.facts[name])
    yield from _positions(now.title, was.positions, now.positions)


def _claims(before: Statements, after: Statements) -> Iterator[Change]:
    for key in before.claims.keys() & after.claims.keys():
        was, now = before.claims[key], after.claims[key]
        if was.status != now.status:
            yield Change(Sort.CONTESTED, now.title, _listed(was), _listed(now))
        yield from _positions(now.title, was.positions, now.positions)


def _listed(said: ClaimSaid) -> str:
    return ", ".join(said.status)


def _positions(title: str, was: frozenset[str], now: frozenset[str]) -> Iterator[Change]:
    yield from (Change(Sort.ANSWERED, title, now=each) for each in now - was)
    yield from (Change(Sort.UNANSWERED, title, was=each) for each in was - now)


def _names(before: Statements, after: Statements) -> Iterator[Change]:
    """Names in texts that both states have."""
    titles = {said.title for said in before.entities.values()} & {said.title for said in after.entities.values()}
    for text, name in after.linked - before.linked:
        if text in titles:
            yield Change(Sort.LINKED, name, now=text)
    for text, name in before.linked - after.linked:
        if text in titles:
            yield Change(Sort.UNLINKED, name, was=text)
