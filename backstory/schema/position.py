"""A position: who said what about a statement, when, and where it can be read."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Discriminator, Field, Tag, model_validator

from backstory.schema.base import Placed, SourceUses, placed
from backstory.schema.choices import ONE_OF, number, one_of, whole
from backstory.schema.types import (
    ActorRef,
    AsList,
    ConflictRef,
    Lang,
    Line,
    Ref,
    SourceRef,
    When,
    Whens,
    WordsField,
    fault,
)
from backstory.values.vocabulary import Stance, Support

# Marks the steps in an error's path that name a variant and stand nowhere in the author's file.
VARIANT = "\ue000"


class KnownSpeaker(Placed):
    """A speaker with a page of their own. `role` is given where it is not on that page, or was another then."""

    noun: ClassVar[str] = "speaker"

    id: ActorRef
    role: WordsField | None = None


class NamedSpeaker(Placed):
    """A speaker who is named and has no page; `of` says whose official they are."""

    noun: ClassVar[str] = "speaker"

    name: WordsField
    role: WordsField | None = None
    of: ActorRef | None = None


class UnnamedSpeaker(Placed):
    """A speaker nobody names, and the source that reports them so."""

    noun: ClassVar[str] = "unnamed speaker"

    unnamed: WordsField
    according_to: SourceRef


def _speaker(value: Any) -> str:
    if isinstance(value, dict):
        key = "UnnamedSpeaker" if "unnamed" in value else "KnownSpeaker" if "id" in value else "NamedSpeaker"
        return VARIANT + key
    kinds = (KnownSpeaker, NamedSpeaker, UnnamedSpeaker)
    return VARIANT + (type(value).__name__ if isinstance(value, kinds) else "KnownSpeaker")


Speaker = Annotated[
    Annotated[KnownSpeaker, placed("id"), Tag(VARIANT + "KnownSpeaker")]
    | Annotated[NamedSpeaker, placed(), Tag(VARIANT + "NamedSpeaker")]
    | Annotated[UnnamedSpeaker, placed(), Tag(VARIANT + "UnnamedSpeaker")],
    Discriminator(_speaker),
]


class Figure(Placed):
    """A value as said, with its bounds. `counts` names what is counted; only equal `counts` can differ."""

    noun: ClassVar[str] = "value"

    said: WordsField
    low: Annotated[float, number()] | None = None
    high: Annotated[float, number()] | None = None
    unit: WordsField | None = None
    counts: WordsField | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Figure:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise fault("E129", f"`low` ({self.low:g}) is above `high` ({self.high:g})", "swap them", key="low")
        return self


class Quote(Placed):
    """The words themselves, in the language they were said in, or in a translation by somebody named."""

    noun: ClassVar[str] = "quote"

    text: WordsField
    lang: Lang | None = None
    translated_by: Line | None = None


class Asked(Placed):
    """When, and by whom, the speaker was asked: `by` is a name, or the id of an actor."""

    noun: ClassVar[str] = "question"

    date: When | None = None
    by: Line | None = None


class Position(Placed):
    """One speaker's stance: who, what, when, and the source where it can be read."""

    noun: ClassVar[str] = "position"

    by: Speaker
    """Who speaks: an actor's id; or `name`, `role`, `of`; or `unnamed` with `according_to`."""

    for_: ActorRef | None = Field(default=None, alias="for")
    """On whose behalf it is said; the speaker needs a sourced `speaks_for` at that date."""

    stance: Annotated[Stance, one_of(each for each in Stance if each is not Stance.MENTIONS)]
    """What the speaker does about the statement."""

    date: When | None = None
    value: Annotated[Figure, placed("said")] | None = None
    """The number or amount given."""

    quote: Annotated[Quote, placed("text")] | None = None
    asked: Annotated[Asked, placed("date")] | None = None
    source: SourceRef | None = None
    pages: Line | None = None
    credibility: Annotated[int, whole(1, 6)] | None = None
    """The desk's own grade, 1 to 6 (Admiralty); shown nowhere unless the site says so."""

    note: WordsField | None = None


Positions = Annotated[tuple[Annotated[Position, placed()], ...], AsList]


class Relation(Placed):
    """A dated, sourced tie to another actor; an id alone will do. It may be contested, so it carries positions."""

    noun: ClassVar[str] = "tie"

    actor: ActorRef
    role: WordsField | None = None
    """What a person is there, such as `interior minister`; shown with their words while the dates hold."""

    from_: When | None = Field(default=None, alias="from")
    to: When | None = None
    observed: Whens = ()
    as_of: When | None = None
    sources: SourceUses = ()
    positions: Positions = ()


Relations = Annotated[tuple[Annotated[Relation, placed("actor")], ...], AsList]


class SupportGiven(Placed):
    """One kind of support, with its own dates and sources where they differ from the record's."""

    noun: ClassVar[str] = "support"

    kind: Annotated[Support, ONE_OF]
    from_: When | None = Field(default=None, alias="from")
    to: When | None = None
    observed: Whens = ()
    sources: SourceUses = ()


class BackingFields(Placed):
    """A backing record as written: who backs, with what, when, who says so and who denies it."""

    noun: ClassVar[str] = "backing record"

    actor: ActorRef
    """The backer."""

    recipient: ActorRef | None = None
    """Whom it backs; not needed where the place of the record says so."""

    id: Ref | None = None
    """Tells apart two records of one backer, recipient, conflict and start."""

    conflict: ConflictRef | None = None
    via: ActorRef | None = None
    """The channel, so that one thing is not counted twice."""

    support: Annotated[tuple[Annotated[SupportGiven, placed("kind")], ...], AsList] = ()
    """What is given, in UCDP's kinds: weapons, training, …; each may have dates of its own."""

    from_: When | None = Field(default=None, alias="from")
    """When it began; only where a source gives a start."""

    to: When | None = None
    """When it ended; `..` is still going on as of `as_of`; without it the end is unknown."""

    observed: Whens = ()
    """When it is evidenced: a date or a list of dates."""

    as_of: When | None = None
    """The date the record speaks of; nothing is shown as present past it."""

    positions: Positions = ()
    sources: SourceUses = ()
    note: WordsField | None = None


class ListedBacking(BackingFields):
    """A record in a file of content/backings/: it names its recipient."""

    recipient: ActorRef
    """Whom it backs."""


def _no_bare_id(value: Any) -> Any:
    """The value, unless it is an id alone: that is no record of backing."""
    if not isinstance(value, str) or not value.strip():
        return value
    form = f"actor: {value}\nsupport:\n  - unknown\nsources:\n  - the-id-of-a-source"
    block = "\n".join(("  - " if at == 0 else "    ") + line for at, line in enumerate(form.splitlines()))
    hint = f"only an article may name a backer by id; here write the record\nbackers:\n{block}"
    raise fault("E205", f"`{value}` alone does not say what is given, when, and who says so", hint)


BackingRecords = Annotated[tuple[Annotated[BackingFields, placed(), BeforeValidator(_no_bare_id)], ...], AsList]
