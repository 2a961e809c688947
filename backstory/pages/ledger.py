"""The ledger of backing: each tie with its support, its time, what it rests on, and how it is answered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from backstory.drawing.period import Days
from backstory.model import positions, wording
from backstory.model.backing import Backing
from backstory.model.keys import Key, Kind
from backstory.model.schema.position import SupportGiven
from backstory.model.vocabulary import Basis, Response, SourceKind, Support
from backstory.pages import claims, notes, order, refs, strips
from backstory.pages.claims import PositionView, Speaker
from backstory.pages.folio import Folio
from backstory.pages.moments import Moment, moment
from backstory.pages.notes import Note
from backstory.pages.refs import Ref
from backstory.pages.strips import Strip
from backstory.pages.text import Text

_PLAIN = frozenset({Basis.ACKNOWLEDGED, Basis.OFFICIAL})
_LINES = {Basis.INDEPENDENT: "long", Basis.ONE_SIDE: "short", Basis.SINGLE: "short"}
# A list of so many is short; a longer one shows the first few.
_LONG, _FIRST = 7, 5
_SPOKEN = (Response.DENIED, Response.FRAMING_REJECTED)


@dataclass(frozen=True, slots=True)
class SupportView:
    """A kind of support, with its own time where it differs from the record's."""

    kind: Support
    label: str
    when: str


@dataclass(frozen=True, slots=True)
class Answer:
    """How a tie is answered, and by whom; nobody where it was asked in vain or nothing is on record."""

    response: Response
    label: str
    speakers: tuple[Speaker, ...]


@dataclass(frozen=True, slots=True)
class Tie:
    """A backing for a page. `verb` is "said to back" unless the backer acknowledges it or an inquiry found it;
    `verb_it` is the same where the ledger is the recipient's.

    `strip` is `when` drawn, where the table has dates; `line` is how the basis is drawn: solid (`""`), `long` dashes or
    `short` ones.
    """

    id: str
    backer: Ref
    verb: str
    verb_it: str
    recipient: Ref
    via: Ref | None
    conflict: Ref | None
    support: tuple[SupportView, ...]
    when: str
    strip: Strip | None
    as_of: Moment | None
    basis: Basis
    basis_label: str
    line: str
    answers: tuple[Answer, ...]
    positions: tuple[PositionView, ...]
    note: Text | None
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Fold:
    """Ties that stand folded away under a line that says how many; `open_wide` where a wide page has room for them."""

    label: str
    ties: tuple[Tie, ...]
    open_wide: bool


@dataclass(frozen=True, slots=True)
class Ledger:
    """Ties by what they rest on, the first few of them and the folds that hold the rest."""

    shown: tuple[Tie, ...] = ()
    folds: tuple[Fold, ...] = ()

    def __len__(self) -> int:
        return len(self.shown) + sum(len(each.ties) for each in self.folds)


def ledger(folio: Folio, backings: Iterable[Backing], *, opened: bool = True, span: Days | None = None) -> Ledger:
    """The ledger of these backings: what rests on datasets alone stands apart, and of a long list the rest.

    They are made in the order they stand, for that numbers their citations.
    """
    ordered = order.by_ground(folio, backings)
    span = span or strips.scale(ordered)
    counted: list[Backing] = []
    told: list[Backing] = []
    for each in ordered:
        (counted if _in_datasets_alone(folio, each) else told).append(each)
    if not told:
        counted, told = told, counted
    first = told if len(told) <= _LONG else told[:_FIRST]
    shown = ties(folio, first, opened=opened, span=span)
    folds = (("more", told[len(first) :]), ("in-datasets", counted))
    return Ledger(
        shown,
        tuple(
            Fold(
                wording.plural(f"ledger.{name}", len(held), folio.lang),
                ties(folio, held, opened=opened, span=span),
                name == "more",
            )
            for name, held in folds
            if held
        ),
    )


@dataclass(frozen=True, slots=True)
class Account:
    """A ledger under its title. `about` says whose it is: with "backed" each row says who backs it, with "backing"
    whom it backs."""

    title: Ref
    about: str
    ledger: Ledger


def accounts(
    folio: Folio,
    backings: Iterable[Backing],
    *,
    opened: bool = True,
    span: Days | None = None,
    most: int | None = None,
) -> tuple[Account, ...]:
    """An account for each recipient, in the order given, on one scale; of each no more than `most` ties."""
    held: dict[str, list[Backing]] = {}
    for each in backings:
        held.setdefault(each.recipient, []).append(each)
    span = span or strips.scale(each for ties in held.values() for each in ties)
    return tuple(
        Account(
            refs.actor(folio, recipient),
            "backed",
            ledger(folio, order.by_ground(folio, ties)[:most], opened=opened, span=span),
        )
        for recipient, ties in held.items()
    )


def _in_datasets_alone(folio: Folio, backing: Backing) -> bool:
    """Whether nothing but a dataset's row speaks for it, and nobody has taken a position."""
    sources = [folio.site.knowledge.sources.get(use.source.id) for use in backing.sources]
    kinds = {source.fields.kind if source else None for source in sources}
    return kinds == {SourceKind.DATASET} and not backing.positions


def tie(folio: Folio, backing: Backing, *, opened: bool = True, span: Days | None = None) -> Tie:
    """One backing, its sources cited on the page; `opened`, with who says what, in which conflict and as of when.

    `span` is the scale of its strip.
    """
    taken = positions.in_order(backing.positions) if opened else ()
    lang = folio.lang
    given = backing.conflict
    return Tie(
        id=anchor(backing),
        backer=refs.actor(folio, backing.backer, card=True),
        verb=verb(backing, lang),
        verb_it=verb(backing, lang, it=True),
        recipient=refs.actor(folio, backing.recipient, card=True),
        via=refs.actor(folio, backing.via, card=True) if backing.via else None,
        conflict=refs.conflict(folio, given) if given and opened else None,
        support=tuple(_support(folio, each) for each in backing.support),
        when=when(backing, lang),
        strip=strips.strip(backing, span, lang) if span else None,
        as_of=moment(backing.as_of, lang) if backing.as_of and opened else None,
        basis=backing.standing.basis,
        basis_label=basis_label(backing, lang),
        line=line(backing),
        answers=answers(folio, backing),
        positions=tuple(claims.position(folio, each) for each in taken),
        note=folio.text(backing.note) if backing.note else None,
        notes=notes.cite_all(folio, backing.sources),
    )


def ties(
    folio: Folio, backings: Sequence[Backing], *, opened: bool = True, span: Days | None = None
) -> tuple[Tie, ...]:
    """Backings in the order given, their strips on the scale of `span`, else on their own."""
    shared = span or strips.scale(backings)
    return tuple(tie(folio, each, opened=opened, span=shared) for each in backings)


def anchor(backing: Backing) -> str:
    """The id of a tie's row on a page that shows it."""
    return f"_b-{backing.id}"


def here(folio: Folio, backing: Backing) -> str:
    """The link to a tie's row on the page itself."""
    return folio.href(f"{folio.route}#{anchor(backing)}")


def there(folio: Folio, backing: Backing) -> str:
    """The link to a tie's row on the recipient's page; "" where it has none."""
    page = folio.site.destination(Key(Kind.ACTOR, backing.recipient), folio.lang)
    return folio.href(f"{page.route}#{anchor(backing)}") if page else ""


def verb(backing: Backing, lang: str, *, it: bool = False) -> str:
    """`backs` where the backer acknowledges it or an inquiry found it, else `said to back`; with `it`, backs `it`."""
    said = "relation.backs" if backing.standing.basis in _PLAIN else "relation.said-to-back"
    return wording.phrase(said + "-it" if it else said, lang)


def line(backing: Backing) -> str:
    """How the basis of a tie is drawn: solid (`""`), `long` dashes or `short` ones."""
    return _LINES.get(backing.standing.basis, "")


def when(backing: Backing, lang: str) -> str:
    """When a tie held, in words."""
    return wording.period(
        backing.from_.value if backing.from_ else None,
        backing.to.value if backing.to else None,
        [each.value for each in backing.observed],
        backing.as_of.value if backing.as_of else None,
        lang,
    )


def basis_label(backing: Backing, lang: str) -> str:
    """What a tie rests on, in words."""
    key = f"basis.{backing.standing.basis.value}"
    if backing.standing.basis is Basis.INDEPENDENT:
        return wording.plural(key, len(backing.standing.origins), lang)
    return wording.phrase(key, lang)


def answers(folio: Folio, backing: Backing, *, card: bool = True) -> tuple[Answer, ...]:
    """How a tie is answered: every denier and framing-rejecter named; else asked in vain, else nothing on record.

    With `card`, the names have cards on the page.
    """
    found = []
    for response in _SPOKEN:
        spoken = {positions.speaker(each): each for given, each in backing.standing.answers if given is response}
        if spoken:
            label = wording.phrase(f"answer.{response.value}", folio.lang)
            speakers = tuple(claims.speaker(folio, each, card=card) for each in spoken.values())
            found.append(Answer(response, label, speakers))
    if found:
        return tuple(found)
    response = backing.standing.response
    return (Answer(response, wording.phrase(f"response.{response.value}", folio.lang), ()),)


def _support(folio: Folio, given: SupportGiven) -> SupportView:
    own = bool(given.from_ or given.to or given.observed)
    observed = [each.value for each in given.observed]
    when = ""
    if own:
        from_, to = given.from_, given.to
        when = wording.period(from_.value if from_ else None, to.value if to else None, observed, None, folio.lang)
    return SupportView(given.kind, wording.phrase(f"support.{given.kind.value}", folio.lang), when)
