"""Parts of front matter with forms of their own: aliases, the brief, an article's backers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Discriminator, Field, GetCoreSchemaHandler, GetJsonSchemaHandler, Tag
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from backstory.schema.base import Placed, placed
from backstory.schema.choices import ONE_OF
from backstory.schema.position import VARIANT, BackingFields
from backstory.schema.types import ActorRef, AsList, Flag, When, WordsField
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


@dataclass(frozen=True, slots=True)
class _ByLanguage:
    """Metadata: `{lang: text}` stands for an alias with that text."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(_alias, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        by_language = {"type": "object", "additionalProperties": {"type": "string"}}
        inner = handler(schema)
        return {"anyOf": [*inner.get("anyOf", [inner]), by_language]}


def _alias(value: Any) -> Any:
    if isinstance(value, Fields) and "text" not in value and not _ALIAS_KEYS & value.keys():
        return Fields({"text": value}, value.span, {"text": value.span})
    return value


Aliases = Annotated[tuple[Annotated[Alias, placed("text"), _ByLanguage()], ...], AsList]


class Brief(Placed):
    """The three boxes at the head of an article, in Markdown."""

    noun: ClassVar[str] = "brief"

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
