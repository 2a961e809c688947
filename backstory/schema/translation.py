"""What a translation may hold: the texts of its kind, and of which original, by whom."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Any, ClassVar, get_args

from pydantic import create_model

from backstory.schema.base import Shape
from backstory.schema.kind_fields import FIELDS
from backstory.schema.nested_fields import Alias, Brief
from backstory.schema.types import When, WordsField
from backstory.values.keys import Kind
from backstory.values.localized_text import Words

_TEXTS = (Words, Alias, Brief)


class TranslationFields(Shape):
    """The keys of every translation."""

    noun: ClassVar[str] = "translation"

    translates: When | None = None
    """The date of the original that this version renders."""

    translator: WordsField | None = None
    """Who made this version."""


@cache
def translation_shape(kind: Kind) -> type[TranslationFields]:
    """The shape of a translation of `kind`: its texts, none of them required."""
    original = FIELDS[kind].model_fields
    texts: dict[str, Any] = {}
    for name, info in original.items():
        if _holds_text(info.annotation):
            annotation: Any = info.annotation
            for each in info.metadata:
                annotation = Annotated[annotation, each]
            texts[name] = (annotation | None, None)
    title = FIELDS[kind].__name__.replace("Fields", "Translation")
    return create_model(title, __base__=TranslationFields, __doc__=f"A translation of one of the {kind}.", **texts)


def texts(fields: TranslationFields) -> dict[str, Any]:
    """The texts a translation gives, by field."""
    given = {name: value for name, value in fields if name not in TranslationFields.model_fields}
    return {name: value for name, value in given.items() if value is not None}


def _holds_text(annotation: Any) -> bool:
    """Whether the values of an annotation are texts, lists of texts, aliases or the brief."""
    parts = [each for each in get_args(annotation) if isinstance(each, type) or get_args(each)]
    if not parts:
        return isinstance(annotation, type) and issubclass(annotation, _TEXTS)
    return any(_holds_text(each) for each in parts if each is not type(None))
