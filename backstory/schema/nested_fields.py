"""Parts of front matter with forms of their own: aliases, the brief, an article's backers."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Discriminator, Field, Tag
from pydantic.json_schema import JsonSchemaValue

from backstory.schema.base import Placed, placed
from backstory.schema.choices import ONE_OF
from backstory.schema.position import VARIANT, BackingFields
from backstory.schema.types import ActorRef, AsList, Flag, When, WordsField, read_first
from backstory.values.located import Fields, Text
from backstory.values.vocabulary import AliasUse


class Alias(Placed):
    """Another name. `link: false` keeps it out of automatic linking; dates bound its use."""

    noun: ClassVar[str] = "alias"

    text: WordsField
    as_: Annotated[AliasUse, ONE_OF] | None = Field(default=None, alias="as")
    from_: When | None = Field(default=None, alias="from")
    to: When | None = None
    link: Flag = True


_ALIAS_KEYS = frozenset({"as", "from", "to", "link"})


def _by_language(value: Any) -> Any:
    """`{lang: text}` stands for an alias with that text."""
    if isinstance(value, Fields) and "text" not in value and not _ALIAS_KEYS & value.keys():
        return Fields({"text": value}, value.span, {"text": value.span})
    return value


def _or_by_language(inner: JsonSchemaValue) -> JsonSchemaValue:
    return {"anyOf": [*inner.get("anyOf", [inner]), {"type": "object", "additionalProperties": {"type": "string"}}]}


Aliases = Annotated[tuple[Annotated[Alias, placed("text"), read_first(_by_language, _or_by_language)], ...], AsList]


class BriefLabels(Placed):
    """The author's own words over the three boxes of a brief."""

    noun: ClassVar[str] = "labels of a brief"

    happened: WordsField | None = None
    disputed: WordsField | None = None
    unknown: WordsField | None = None


class Brief(Placed):
    """The three boxes at the head of an article, in Markdown."""

    noun: ClassVar[str] = "brief"

    labels: Annotated[BriefLabels, placed()] | None = None
    """What stands over the boxes, where the site's own words do not fit."""

    happened: WordsField | None = None
    disputed: WordsField | None = None
    unknown: WordsField | None = None


def _entry(value: Any) -> str:
    return VARIANT + ("BackingFields" if isinstance(value, dict | BackingFields) else "Ref")


BackerEntry = Annotated[
    Annotated[ActorRef, Tag(VARIANT + "Ref")] | Annotated[BackingFields, placed(), Tag(VARIANT + "BackingFields")],
    Discriminator(_entry),
]


def _keys_placed(value: Any) -> Any:
    """The mapping with keys that know their places."""
    if not isinstance(value, Fields):
        return value
    return {Text(key, value.keys_at.get(key, value.span)): each for key, each in value.items()}


Backers = Annotated[dict[ActorRef, Annotated[tuple[BackerEntry, ...], AsList]], BeforeValidator(_keys_placed)]
