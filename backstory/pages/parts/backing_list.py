"""The ledger of backing: each tie with its support, its time, what it rests on, and how it is answered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from backstory.drawing.time_strip import Days
from backstory.language import wording
from backstory.language.dates import Edtf
from backstory.pages.core import entity_links
from backstory.pages.core.date_views import Moment, moment
from backstory.pages.core.entity_links import EntityLink
from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.core.page_text import PageText
from backstory.pages.parts import citations, claim_rows, time_strips
from backstory.pages.parts.citations import Citation
from backstory.pages.parts.claim_rows import PositionView, Speaker
from backstory.pages.parts.time_strips import Ends
from backstory.pages.queries import sorting, tie_grouping
from backstory.pages.queries.tie_grouping import Records
from backstory.records import positions
from backstory.records.backing import Backing
from backstory.schema.position import SupportGiven
from backstory.schema.types import When
from backstory.values.html import Html
from backstory.values.keys import Key, Kind
from backstory.values.vocabulary import Basis, Response, SourceKind, Support, owned

_PLAIN = frozenset({Basis.ACKNOWLEDGED, Basis.OFFICIAL})
_LINES = {Basis.INDEPENDENT: "long", Basis.ONE_SIDE: "short", Basis.SINGLE: "short"}
# A list of so many is short; a longer one shows the first few.
_LONG, _FIRST = 7, 5
_NO_NOTES = Html("")
_SPOKEN = (Response.DENIED, Response.FRAMING_REJECTED)


@dataclass(frozen=True, slots=True)
class RecordRow:
    """What one record says, or several on end that differ in nothing but when it was observed.

    `ids` are the anchors, one a record; `support` is with what, in words, with a time of its own where it differs;
    `cited` are the notes. `as_of` is None where the tie or `when` tells it.
    """

    ids: tuple[str, ...]
    support: str
    when: str
    as_of: Moment | None
    cited: Html


@dataclass(frozen=True, slots=True)
class Answer:
    """How a tie is answered, and by whom; nobody where they were asked in vain or nothing is on record."""

    response: Response
    label: str
    speakers: tuple[Speaker, ...]


@dataclass(frozen=True, slots=True)
class TieRow:
    """Who backs whom, once, and the records of it.

    `other` is the backer in the ledger of a recipient, the recipient in that of a backer. `verb` is "said to back"
    unless the backer acknowledges it or an inquiry found it. `support` and `total` sum the records up where they are
    more than a line. `strip` is all their times drawn, where they have any; `line` is how the basis is drawn:
    solid (`""`), `long` dashes or `short` ones.
    """

    other: EntityLink
    verb: str
    via: EntityLink | None
    conflict: EntityLink | None
    support: str
    total: str
    records: tuple[RecordRow, ...]
    strip: Html | None
    as_of: Moment | None
    basis: Basis
    basis_label: str
    line: str
    answers: tuple[Answer, ...]
    positions: tuple[PositionView, ...]
    note: PageText | None


@dataclass(frozen=True, slots=True)
class Fold:
    """Ties that stand folded away under a line that says how many; `open_wide` where a wide page has room for them."""

    label: str
    ties: tuple[TieRow, ...]
    open_wide: bool


@dataclass(frozen=True, slots=True)
class BackingList:
    """Ties by what they rest on, the first few of them and the folds that hold the rest.

    `scale` is that of their strips, None where nothing has a date. Its length is the number of records.
    """

    shown: tuple[TieRow, ...] = ()
    folds: tuple[Fold, ...] = ()
    scale: Ends | None = None

    def __len__(self) -> int:
        held = (*self.shown, *(tie for fold in self.folds for tie in fold.ties))
        return sum(len(record.ids) for tie in held for record in tie.records)


def of_records(
    page: PageBuilder,
    backings: Iterable[Backing],
    *,
    about: str = "backed",
    opened: bool = True,
    span: Days | None = None,
    most: int | None = None,
) -> BackingList:
    """The ledger of these backings, of no more than `most` ties: what rests on datasets alone stands apart, and of a
    long list the rest. With "backed" it is `about` a recipient, and with "backing" about a backer.
    """
    ties = tie_grouping.ties(sorting.by_ground(page, backings))[:most]
    span = span or time_strips.scale(each for records in ties for each in records)
    made = partial(tie, page, about=about, opened=opened, span=span)
    counted: list[Records] = []
    told: list[Records] = []
    for records in ties:
        (counted if all(_in_dataset_alone(page, each) for each in records) else told).append(records)
    if not told:
        counted, told = told, counted
    first = told if len(told) <= _LONG else told[:_FIRST]
    shown = tuple(map(made, first))
    folds = (("more", told[len(first) :]), ("in-datasets", counted))
    return BackingList(
        shown,
        tuple(
            Fold(
                wording.plural(f"ledger.{name}", sum(map(len, held)), page.lang),
                tuple(map(made, held)),
                name == "more",
            )
            for name, held in folds
            if held
        ),
        time_strips.ends(span, page.lang) if span and ties else None,
    )


def _in_dataset_alone(page: PageBuilder, backing: Backing) -> bool:
    """Whether nothing but a dataset's row speaks for it, and nobody has taken a position."""
    sources = page.site.knowledge.sources
    cited = [sources.get(use.source.id) for use in backing.sources]
    kinds = {source.fields.kind if source else None for source in cited}
    return kinds == {SourceKind.DATASET} and not backing.positions


@dataclass(frozen=True, slots=True)
class ActorBackings:
    """A ledger under its title. `about` says whose it is: with "backed" each row says who backs it, with "backing"
    whom it backs."""

    title: EntityLink
    about: str
    ledger: BackingList


def accounts(
    page: PageBuilder,
    backings: Iterable[Backing],
    *,
    opened: bool = True,
    span: Days | None = None,
    most: int | None = None,
) -> tuple[ActorBackings, ...]:
    """An account for each recipient, in the order given, on one scale; of each no more than `most` ties."""
    held: dict[str, list[Backing]] = {}
    for each in backings:
        held.setdefault(each.recipient, []).append(each)
    span = span or time_strips.scale(each for ties in held.values() for each in ties)
    return tuple(
        ActorBackings(
            entity_links.actor(page, recipient), "backed", of_records(page, ties, opened=opened, span=span, most=most)
        )
        for recipient, ties in held.items()
    )


def tie(
    page: PageBuilder, records: Records, *, about: str = "backed", opened: bool = True, span: Days | None = None
) -> TieRow:
    """The tie of these records, their sources cited on the page; `opened`, with who says what, in which conflict and
    as of when. `span` is the scale of its strip."""
    first, lang = records[0], page.lang
    rows = tuple(tie_grouping.alike(records))
    shared = _shared(records, rows) if opened else None
    taken = positions.in_order(first.positions) if opened else ()
    lines = tuple(_record(page, each, told=shared is not None or not opened) for each in rows)
    return TieRow(
        other=entity_links.actor(page, first.recipient if about == "backing" else first.backer, card=True),
        verb=verb(first, lang, it=about == "backed"),
        via=entity_links.actor(page, first.via, card=True) if first.via else None,
        conflict=entity_links.conflict(page, first.conflict) if first.conflict and opened else None,
        support=_kinds(records, lang) if len(rows) > 1 else "",
        total=_total(records, lang) if len(rows) > 1 else "",
        strip=time_strips.strip(records, span, lang) if span else None,
        as_of=moment(shared, lang) if shared else None,
        basis=first.standing.basis,
        basis_label=basis_label(first, lang),
        line=line(first),
        answers=answers(page, first),
        positions=tuple(claim_rows.position(page, each) for each in taken),
        note=page.text(first.note) if first.note else None,
        records=lines,
    )


def _shared(records: Records, rows: Sequence[Records]) -> When | None:
    """The date that the whole tie speaks of: that of its one line, else the one that all its records have."""
    dates = [each.as_of for each in records]
    if len(rows) == 1:
        return dates[-1]
    return dates[0] if len({each.value.text if each else "" for each in dates}) == 1 else None


def _kinds(records: Records, lang: str) -> str:
    """With what in all, each kind once."""
    return _listed(tuple(dict.fromkeys(given.kind for each in records for given in each.support)), lang)


def _total(records: Records, lang: str) -> str:
    """How many records there are, and, where each is of a time it was observed, from when to when those are."""
    count = wording.plural("drawing.records", len(records), lang)
    dates = [each.value for record in records for each in record.observed]
    days = [day for each in dates for day in (each.earliest, each.latest) if day]
    if not days or any(each.from_ or each.to or not each.observed for each in records):
        return count
    ends = time_strips.ends(Days(min(days), max(days)), lang)
    if ends.first == ends.last:
        when = wording.phrase("when.in-year", lang, date=ends.first)
    else:
        when = wording.phrase("date.between", lang, first=ends.first, last=ends.last)
    return f"{count}{wording.phrase('list.comma', lang)}{when}"


def _record(page: PageBuilder, records: Records, *, told: bool) -> RecordRow:
    """A line of a tie; `told` where the date it speaks of stands elsewhere or nowhere."""
    first, lang = records[0], page.lang
    own = None if told or tie_grouping.dated(first) else first.as_of
    cited = _cited(first)
    return RecordRow(
        ids=tuple(map(anchor, records)),
        support=_support(first, lang),
        when=_when(records, lang),
        as_of=moment(own, lang) if own else None,
        cited=citations.html(cited) if cited else _NO_NOTES,
    )


def _cited(backing: Backing) -> tuple[Citation, ...]:
    """The sources of a record and of its kinds of support, then whatever else its basis counts."""
    own = (*backing.sources, *(use for given in backing.support for use in given.sources))
    named = {use.source.id for use in own}
    counted = (each for each in backing.standing.origins if each not in named)
    return (*citations.of(own), *map(Citation, counted))


def _when(records: Records, lang: str) -> str:
    """When a line of a tie was observed or held, in words."""
    if len(records) == 1:
        return when(records[0], lang)
    seen = {each.value.text: each.value for record in records for each in record.observed}
    as_of = records[-1].as_of
    return _period(None, None, tuple(seen.values()), as_of.value if as_of else None, lang)


def _support(backing: Backing, lang: str) -> str:
    """With what, in words; a kind that has its own time with it."""
    if not any(map(tie_grouping.timed, backing.support)):
        return _listed(tuple(each.kind for each in backing.support), lang)
    return wording.phrase("list.comma", lang).join(
        f"{_listed((each.kind,), lang)} ({_time(each, lang)})"
        if tie_grouping.timed(each)
        else _listed((each.kind,), lang)
        for each in backing.support
    )


def _time(given: SupportGiven, lang: str) -> str:
    from_, to = given.from_, given.to
    observed = [each.value for each in given.observed]
    return wording.period(from_.value if from_ else None, to.value if to else None, observed, None, lang)


@lru_cache(maxsize=1024)
def _listed(kinds: tuple[Support, ...], lang: str) -> str:
    said = (wording.phrase(f"support.{each.value}", lang) for each in kinds)
    return wording.phrase("list.comma", lang).join(said)


def anchor(backing: Backing) -> str:
    """The id of a tie's row on a page that shows it."""
    return f"_b-{backing.id}"


def here(page: PageBuilder, backing: Backing) -> str:
    """The link to a tie's row on the page itself."""
    return page.href(f"{page.route}#{anchor(backing)}")


def there(page: PageBuilder, backing: Backing) -> str:
    """The link to a tie's row on the recipient's page; "" where it has none."""
    shown_at = page.site.destination(Key(Kind.ACTOR, backing.recipient), page.lang)
    return page.href(f"{shown_at.route}#{anchor(backing)}") if shown_at else ""


def verb(backing: Backing, lang: str, *, it: bool = False) -> str:
    """`backs` where the backer acknowledges it or an inquiry found it, else `said to back`; with `it`, backs `it`."""
    said = "relation.backs" if backing.standing.basis in _PLAIN else "relation.said-to-back"
    return wording.phrase(said + "-it" if it else said, lang)


def line(backing: Backing) -> str:
    """How the basis of a tie is drawn: solid (`""`), `long` dashes or `short` ones."""
    return _LINES.get(backing.standing.basis, "")


def when(backing: Backing, lang: str) -> str:
    """When a tie held, in words."""
    return _period(
        backing.from_.value if backing.from_ else None,
        backing.to.value if backing.to else None,
        tuple(each.value for each in backing.observed),
        backing.as_of.value if backing.as_of else None,
        lang,
    )


@lru_cache(maxsize=4096)
def _period(from_: Edtf | None, to: Edtf | None, observed: tuple[Edtf, ...], as_of: Edtf | None, lang: str) -> str:
    """A period in words: a dataset has few of them, each in hundreds of records."""
    return wording.period(from_, to, observed, as_of, lang)


def basis_label(backing: Backing, lang: str) -> str:
    """What a tie rests on, in words."""
    key = f"basis.{backing.standing.basis.value}"
    if backing.standing.basis is Basis.INDEPENDENT:
        return wording.plural(key, len(backing.standing.origins), lang)
    return wording.phrase(key, lang)


def answers(page: PageBuilder, backing: Backing, *, card: bool = True) -> tuple[Answer, ...]:
    """How a tie is answered: every denier and framing-rejecter named; else asked in vain, else nothing on record; no
    answer at all where there is none and the backer acknowledges the tie.

    With `card`, the names have cards on the page.
    """
    found = []
    for response in _SPOKEN:
        spoken = {positions.apart(each): each for given, each in backing.standing.answers if given is response}
        if spoken:
            label = wording.phrase(f"answer.{response.value}", page.lang)
            speakers = tuple(claim_rows.speaker(page, each, card=card) for each in spoken.values())
            found.append(Answer(response, label, speakers))
    if found:
        return tuple(found)
    response = backing.standing.response
    if owned(backing.standing.basis, response):
        return ()
    return (Answer(response, wording.phrase(f"response.{response.value}", page.lang), ()),)
