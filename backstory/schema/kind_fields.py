"""The front matter of every kind of entity, and of site.yaml."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from backstory.schema.base import Common, Correction, Gap, Placed, SourceUses, placed
from backstory.schema.choices import ONE_OF, form, number
from backstory.schema.nested_fields import Aliases, Backers, Brief
from backstory.schema.position import BackingFields, BackingRecords, Positions, Relation, Relations
from backstory.schema.site_settings import SiteFields
from backstory.schema.types import (
    ActorRef,
    ActorRefs,
    AsList,
    ClaimRef,
    ClaimRefs,
    ConflictRef,
    EventRef,
    EventRefs,
    Flag,
    Line,
    PlaceRef,
    PlaceRefs,
    Ref,
    SourceRef,
    Url,
    When,
    WordsField,
)
from backstory.values.keys import Kind
from backstory.values.vocabulary import Access, ActorType, Precision, SourceKind


class ArticleFields(Common):
    """An explainer."""

    noun: ClassVar[str] = "article"

    title: WordsField
    date: When
    """When it was first published; one in the future keeps the article back."""

    summary: WordsField | None = None
    """The dek: one or two sentences, in Markdown."""

    conflict: ConflictRef | None = None
    as_of: When | None = None
    """The date the article speaks of."""

    updated: When | None = None
    authors: Annotated[tuple[WordsField, ...], AsList] = ()
    actors: ActorRefs = ()
    """Actors it is about, besides those the text links."""

    backers: Backers = {}
    """By recipient: ids of backers on record, or whole records."""

    claims: ClaimRefs = ()
    lead: ClaimRef | None = None
    """The claim at stake, which opens the article; without it, the first of `claims`."""

    events: EventRefs = ()
    places: PlaceRefs = ()
    tags: Annotated[tuple[WordsField, ...], AsList] = ()
    draft: Flag = False
    """`true` keeps the article back."""

    brief: Annotated[Brief, placed()] | None = None
    review_by: When | None = None
    nolink: Annotated[tuple[Line, ...], AsList] = ()
    """Words that must not become links in this article."""


class ActorFields(Common):
    """An actor: a state, an army, a company, a person with a public role."""

    noun: ClassVar[str] = "actor"

    name: WordsField
    type: Annotated[ActorType, ONE_OF]
    type_per: SourceRef | None = None
    """The source that calls it so."""

    aliases: Aliases = ()
    abbreviation: WordsField | None = None
    summary: WordsField | None = None
    founded: When | None = None
    dissolved: When | None = None
    wikidata: Annotated[str, form("Q[1-9][0-9]*", "an id of Wikidata", "a Q and a number: Q1492", "Q")] | None = None
    public_role: WordsField | None = None
    """Required of persons: the office or role that makes them part of the public matter."""

    backers: BackingRecords = ()
    """Records of who backs this actor."""

    leads: Relations = ()
    part_of: Relations = ()
    member_of: Relations = ()
    speaks_for: Relations = ()
    commands: Relations = ()
    opposes: Relations = ()
    allied_with: Relations = ()
    recognises: Relations = ()
    sanctions: Relations = ()
    succeeds: Relations = ()
    as_of: When | None = None
    """The date the records of this file speak of, where they give none."""

    @classmethod
    def gaps(cls, fields: Mapping[str, Any]) -> Iterable[Gap]:
        """A person needs a public role: private persons have no page."""
        if fields.get("type") == "person" and "public_role" not in fields:
            hint = "add a line such as `public_role: spokesman of the army`; private persons have no page"
            yield Gap("E123", "this person has no `public_role`", hint)


_RELATED = ActorFields.model_fields["leads"].annotation
RELATIONS = tuple(name for name, each in ActorFields.model_fields.items() if each.annotation == _RELATED)
"""The fields of an actor that hold relations."""


def relations(actor: ActorFields, name: str) -> tuple[Relation, ...]:
    """The relations of one name in RELATIONS."""
    found: tuple[Relation, ...] = getattr(actor, name)
    return found


class Party(Placed):
    """An actor that fights on a side, for as long as it does."""

    noun: ClassVar[str] = "party"

    actor: ActorRef
    as_: Annotated[Literal["fights"], ONE_OF] | None = Field(default=None, alias="as")
    """What makes it a party."""

    from_: When | None = Field(default=None, alias="from")
    to: When | None = None
    sources: SourceUses = ()


class Side(Placed):
    """A side of a conflict."""

    noun: ClassVar[str] = "side"

    id: Ref
    label: WordsField
    parties: Annotated[tuple[Annotated[Party, placed("actor")], ...], AsList] = ()


class ConflictFields(Common):
    """A conflict with its sides."""

    noun: ClassVar[str] = "conflict"

    name: WordsField
    aliases: Aliases = ()
    from_: When | None = Field(default=None, alias="from")
    to: When | None = None
    places: PlaceRefs = ()
    sides: Annotated[tuple[Annotated[Side, placed()], ...], AsList] = ()
    sides_per: SourceRef | None = None
    """The source after which the sides are drawn, such as a dataset."""

    summary: WordsField | None = None
    as_of: When | None = None


class About(Placed):
    """What a claim is about."""

    noun: ClassVar[str] = "mapping"

    actors: ActorRefs = ()
    places: PlaceRefs = ()
    event: EventRef | None = None


class ClaimFields(Common):
    """A statement somebody makes, or a question that picks no answer."""

    noun: ClassVar[str] = "claim"

    text: WordsField | None = None
    question: WordsField | None = None
    about: Annotated[About, placed()] | None = None
    date: When | None = None
    conflict: ConflictRef | None = None
    alternatives: ClaimRefs = ()
    """Claims that are rival explanations of the same thing."""

    positions: Positions = ()
    """Who says what about it."""

    as_of: When | None = None
    review_by: When | None = None

    @classmethod
    def gaps(cls, fields: Mapping[str, Any]) -> Iterable[Gap]:
        """A claim is a statement or a question, one of the two."""
        if "text" in fields and "question" in fields:
            hint = "keep `text` for a statement, or `question` for a title that picks no answer"
            yield Gap("E135", "this claim has both a `text` and a `question`", hint, "question")
        if "text" not in fields and "question" not in fields:
            hint = "add a line such as `text: Jets were flown to Jufra`, or a `question`"
            yield Gap("E123", "this claim has neither a `text` nor a `question`", hint)


class EventFields(Common):
    """Something that happened, or is said to have: then `claim` names the claim."""

    noun: ClassVar[str] = "event"

    title: WordsField
    date: When
    conflict: ConflictRef | None = None
    place: PlaceRef | None = None
    actors: ActorRefs = ()
    type: WordsField | None = None
    claim: ClaimRef | None = None
    summary: WordsField | None = None


class PlaceFields(Common):
    """A place."""

    noun: ClassVar[str] = "place"

    name: WordsField
    aliases: Aliases = ()
    type: WordsField | None = None
    lat: Annotated[float, number(-90, 90)] | None = None
    lon: Annotated[float, number(-180, 180)] | None = None
    precision: Annotated[Precision, ONE_OF] | None = None
    summary: WordsField | None = None

    @classmethod
    def gaps(cls, fields: Mapping[str, Any]) -> Iterable[Gap]:
        """A latitude and a longitude come together."""
        for there, missing in (("lat", "lon"), ("lon", "lat")):
            if there in fields and missing not in fields:
                hint = f"add the `{missing}`, or take the `{there}` away: a point on the map needs both"
                yield Gap("E123", f"this place has a `{there}` and no `{missing}`", hint, there)


class TermFields(Common):
    """A word of the field and what it means; `contested` says who uses it."""

    noun: ClassVar[str] = "term"

    name: WordsField
    definition: WordsField
    """What it means, in at most 30 words."""

    aliases: Aliases = ()
    abbreviation: WordsField | None = None
    contested: WordsField | None = None
    """Who uses the word and who does not."""

    case_sensitive: Flag = False


class Affiliation(Placed):
    """Whose a publisher is, and who says so."""

    noun: ClassVar[str] = "affiliation"

    actor: ActorRef
    relation: WordsField
    date: When | None = None
    source: SourceRef | None = None


class SourceFields(Common):
    """Something that can be cited."""

    noun: ClassVar[str] = "source"

    title: WordsField
    publisher: WordsField | None = None
    """Who published it: a name, or an actor's id."""

    affiliation: Annotated[Affiliation, placed()] | None = None
    author: WordsField | None = None
    url: Url | None = None
    date: When | None = None
    archive_url: Url | None = None
    retrieved: When | None = None
    sha256: Annotated[str, form("[0-9a-f]{64}", "a SHA-256", "it has 64 digits and letters from a to f")] | None = None
    kind: Annotated[SourceKind, ONE_OF] | None = None
    relays: SourceRef | None = None
    """The source whose words this one passes on."""

    superseded_by: SourceRef | None = None
    """What replaced it: a judgment on appeal, a corrected article. It supports nothing from then on."""

    access: Annotated[Access, ONE_OF] = Access.PUBLIC
    reliability: Annotated[Literal["a", "b", "c", "d", "e", "f"], ONE_OF] | None = None


class PageFields(Common):
    """A page of the site's own: about, method."""

    noun: ClassVar[str] = "page"

    title: WordsField
    summary: WordsField | None = None
    updated: When | None = None


FIELDS: dict[Kind, type[Common]] = {
    Kind.ARTICLE: ArticleFields,
    Kind.ACTOR: ActorFields,
    Kind.CONFLICT: ConflictFields,
    Kind.CLAIM: ClaimFields,
    Kind.EVENT: EventFields,
    Kind.PLACE: PlaceFields,
    Kind.TERM: TermFields,
    Kind.SOURCE: SourceFields,
    Kind.PAGE: PageFields,
}
MARKDOWN = {
    Kind.ARTICLE: ("summary", "brief.happened", "brief.disputed", "brief.unknown"),
    Kind.ACTOR: ("summary",),
    Kind.CONFLICT: ("summary",),
    Kind.EVENT: ("summary",),
    Kind.PLACE: ("summary",),
    Kind.TERM: ("definition", "contested"),
}
__all__ = ["FIELDS", "MARKDOWN", "RELATIONS", "BackingFields", "Correction", "SiteFields", "relations"]
