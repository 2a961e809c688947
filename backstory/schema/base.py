"""What every kind's fields share: strictness, corrections, and mentions of sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field, GetPydanticSchema, SkipValidation
from pydantic.json_schema import SkipJsonSchema

from backstory.diagnostics import Span
from backstory.schema.choices import one_of
from backstory.schema.types import (
    NOWHERE,
    AsList,
    Lang,
    Line,
    Route,
    SourceRef,
    When,
    WordsField,
    fault,
    read_first,
    span_of,
)
from backstory.values.located import NOTHING, Text
from backstory.values.vocabulary import UNANSWERING, Stance

# No key an author can write: the parser refuses private-use characters.
PLACE = "\ue000span"


@dataclass(frozen=True, slots=True)
class Gap:
    """A demand that one key makes on another and that is not met; `key` is where it shows, else the head."""

    code: str
    message: str
    hint: str
    key: str = ""


class Shape(BaseModel):
    """Frozen, and no key but those it names. `noun` is what an author calls such a record."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True, defer_build=True)
    noun: ClassVar[str] = "mapping"

    @classmethod
    def gaps(cls, fields: Mapping[str, Any]) -> Iterable[Gap]:  # noqa: ARG003 - for shapes that need them
        """What the keys that are there demand of each other; most shapes demand nothing."""
        return ()


class Placed(Shape):
    """A mapping inside front matter that keeps its place in `span` (filled when read, never by authors)."""

    span: SkipJsonSchema[Annotated[Span, SkipValidation, Field(exclude=True, repr=False, alias=PLACE)]] = NOWHERE

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other) or not isinstance(other, Placed):
            return NotImplemented
        return self.content == other.content

    def __hash__(self) -> int:
        return hash(self.content)

    @property
    def content(self) -> tuple[Any, ...]:
        """The values but for the place: two of equal content say the same."""
        return tuple(value for name, value in self.__dict__.items() if name != "span")


def present(fields: Mapping[str, Any]) -> dict[str, Any]:
    """The keys that have a value: one with nothing after its colon, or with YAML's null, counts as not written."""
    return {
        key: value
        for key, value in fields.items()
        if value.__class__ is not Text or value not in NOTHING or not value.plain
    }


def placed(key: str | None = None) -> GetPydanticSchema:
    """Metadata for `Annotated`: a mapping keeps its place; with `key`, a text stands for a mapping of that key."""

    def read(value: Any) -> Any:
        if isinstance(value, dict):
            return {**present(value), PLACE: span_of(value)}
        if isinstance(value, str) and key is not None:
            return {key: value, PLACE: span_of(value)}
        if isinstance(value, list) and key is not None:
            hint = "only one can stand here: take the hyphens away and write it below its key, two spaces in"
            raise fault("E121", "this should be a text or a mapping, not a list", hint)
        return value

    return read_first(read, lambda inner: {"anyOf": [{"type": "string"}, inner]} if key else inner)


_OF_MENTIONS = [each for each in Stance if each not in UNANSWERING and each is not Stance.RETRACTS]


class SourceUse(Placed):
    """A source, and what it does about the record: an id, or a mapping with a stance, pages and a quote.

    It is a position of the source's publisher; of a `filing`, of its `author`.
    """

    noun: ClassVar[str] = "mention of a source"

    source: SourceRef
    stance: Annotated[Stance, one_of(_OF_MENTIONS)] | None = None
    """What the source does; without it, the weakest that its kind can mean. `mentions` is background and no support."""

    pages: Line | None = None
    quote: WordsField | None = None
    """Its own words; `finds`, `finds-credible`, `finds-no-evidence`, `assesses` and `responds` need them."""


class Correction(Placed):
    """A correction: when, what stood there, what stands there now, and why."""

    noun: ClassVar[str] = "correction"

    date: When
    was: WordsField | None = None
    now: WordsField | None = None
    why: WordsField


SourceUses = Annotated[tuple[Annotated[SourceUse, placed("source")], ...], AsList]
Corrections = Annotated[tuple[Annotated[Correction, placed()], ...], AsList]


class Common(Shape):
    """The keys every kind may have."""

    sources: SourceUses = ()
    """What the whole rests on: ids of sources, or mappings with `source`, `stance`, `pages`, `quote`."""

    corrections: Corrections = ()
    """What was wrong here, since when it is right, and why it was wrong."""

    redirects: Annotated[tuple[Route, ...], AsList] = ()
    """Where this stood on the site before: paths such as /articles/old-name/."""

    lang: Lang | None = None
    """The language, where it is not the site's first."""
