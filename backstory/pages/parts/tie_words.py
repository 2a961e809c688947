"""One record of backing in words: what was given to whom, when; and the links to its row."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from backstory.drawing.network.line_styles import LINE
from backstory.language import wording
from backstory.language.dates import Edtf
from backstory.pages.core import entity_links
from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.parts import conflict_sides
from backstory.pages.queries import tie_grouping
from backstory.pages.queries.tie_grouping import Records
from backstory.records.backing import Backing
from backstory.schema.position import SupportGiven
from backstory.values.keys import Key, Kind
from backstory.values.vocabulary import ActorType, Support

_WITH_TROOPS = frozenset(
    {
        ActorType.STATE,
        ActorType.GOVERNMENT,
        ActorType.MINISTRY,
        ActorType.ARMED_FORCES,
        ActorType.IGO,
        ActorType.ALLIANCE,
    }
)


def anchor(backing: Backing) -> str:
    """The id of a record's row on a page that shows it."""
    return f"_b-{backing.id}"


def link_here(page: PageBuilder, backing: Backing) -> str:
    """The link to a record's row on the page itself."""
    return page.href(f"{page.route}#{anchor(backing)}")


def link_at_recipient(page: PageBuilder, backing: Backing) -> str:
    """The link to a record's row on the recipient's page; "" where the recipient has none."""
    shown_at = page.site.destination(Key(Kind.ACTOR, backing.recipient), page.lang)
    return page.href(f"{shown_at.route}#{anchor(backing)}") if shown_at else ""


def heading(page: PageBuilder, phrase: str, backings: Iterable[Backing]) -> str:
    """The phrase of a heading over these ties: in the past where all are of conflicts that are over."""
    known = page.site.knowledge.conflicts
    held = [known.get(each) if each else None for each in {each.conflict for each in backings}]
    over = bool(held) and all(each and conflict_sides.is_over(each) for each in held)
    return f"{phrase}-past" if over else phrase


def clause(page: PageBuilder, backing: Backing) -> str:
    """What a record says, with the verb of what was given: `Russia supplied weapons to the LNA (also: training)`."""
    lang = page.lang
    known = list(dict.fromkeys(each.kind for each in backing.support if each.kind is not Support.UNKNOWN))
    first, rest = (known[0], known[1:]) if known else (Support.UNKNOWN, [])
    backer, recipient = (entity_links.actor(page, end).name.text for end in (backing.backer, backing.recipient))
    given = first.value
    if first is Support.TROOPS and not _has_troops(page, backing.backer):
        given = "fighters"
    said = wording.phrase(f"gives.{given}", lang, backer=backer, recipient=recipient)
    if backing.via:
        through = entity_links.actor(page, backing.via).name.text
        said = f"{said} {wording.phrase('backing.via', lang, actor=through)}"
    return wording.phrase("gives.also", lang, clause=said, kinds=kinds(tuple(rest), lang)) if rest else said


def _has_troops(page: PageBuilder, actor: str) -> bool:
    """Whether those whom an actor sends are troops: those of a company or an armed group are fighters."""
    found = page.site.knowledge.actors.get(actor)
    return found is None or found.fields.type in _WITH_TROOPS


def ends(page: PageBuilder, backing: Backing) -> str:
    """The names of the two actors, for a sentence."""
    names = (entity_links.actor(page, end).name.text for end in (backing.backer, backing.recipient))
    return wording.conjunction(list(names), page.lang)


def line(backing: Backing) -> str:
    """How the basis is drawn: solid (`""`), dashes or dots by name, `none` where it is not."""
    drawn = LINE.get(backing.standing.basis, "none")
    return "" if drawn == "solid" else drawn


def support(backing: Backing, lang: str) -> str:
    """The kinds of support, each with its own time where it has one: `weapons, training (2015)`."""
    if not any(map(tie_grouping.timed, backing.support)):
        return kinds(tuple(each.kind for each in backing.support), lang)
    return wording.phrase("list.comma", lang).join(_kind(each, lang) for each in backing.support)


def _kind(given: SupportGiven, lang: str) -> str:
    name = kinds((given.kind,), lang)
    if not tie_grouping.timed(given):
        return name
    from_, to = given.from_, given.to
    observed = [each.value for each in given.observed]
    time = wording.period(from_.value if from_ else None, to.value if to else None, observed, None, lang)
    return f"{name} ({time})"


def support_in_all(records: Iterable[Backing], lang: str) -> str:
    """The kinds of support of several records, each kind once."""
    return kinds(tuple(dict.fromkeys(given.kind for each in records for given in each.support)), lang)


@lru_cache(maxsize=1024)
def kinds(given: tuple[Support, ...], lang: str) -> str:
    """Kinds of support in a row."""
    names = (wording.phrase(f"support.{each.value}", lang) for each in given)
    return wording.phrase("list.comma", lang).join(names)


def when(backing: Backing, lang: str) -> str:
    """When the backing held or was observed."""
    return _period(
        backing.from_.value if backing.from_ else None,
        backing.to.value if backing.to else None,
        tuple(each.value for each in backing.observed),
        backing.as_of.value if backing.as_of else None,
        lang,
    )


def when_observed(records: Records, lang: str) -> str:
    """When several records that differ in nothing else were observed."""
    if len(records) == 1:
        return when(records[0], lang)
    observed = {each.value.text: each.value for record in records for each in record.observed}
    as_of = records[-1].as_of
    return _period(None, None, tuple(observed.values()), as_of.value if as_of else None, lang)


@lru_cache(maxsize=4096)
def _period(from_: Edtf | None, to: Edtf | None, observed: tuple[Edtf, ...], as_of: Edtf | None, lang: str) -> str:
    """A period in words: a dataset has few of them, each in hundreds of records."""
    return wording.period(from_, to, observed, as_of, lang)
