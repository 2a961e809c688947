"""Values that must be one of a few: words of a vocabulary, numbers in a range, texts of a form."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum
from typing import Any, get_args

from pydantic import GetCoreSchemaHandler, GetPydanticSchema
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from backstory.language.names import did_you_mean
from backstory.schema.types import fault, filled, read_by, scalar

_NUMBER = re.compile(r"[+-]?[0-9]{1,15}(\.[0-9]{1,15})?\Z")


def _one_of(source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
    return _among(_words(source))


def _among(words: dict[str, Any]) -> CoreSchema:
    def read(value: Any) -> Any:
        text = filled(scalar(value))
        if text not in words:
            raise not_one_of(text, words)
        return words[text]

    return core_schema.no_info_plain_validator_function(read, metadata={"words": list(words)})


def _schema(schema: Any, _handler: Any) -> JsonSchemaValue:
    return {"type": "string", "enum": schema.get("metadata", {})["words"]}


ONE_OF = GetPydanticSchema(_one_of, _schema)
"""Metadata for an enumeration or a Literal: a word that is none of it is refused with the list."""


def one_of(members: Iterable[Enum]) -> GetPydanticSchema:
    """Metadata for some members of an enumeration."""
    words = {str(each.value): each for each in members}
    return GetPydanticSchema(lambda _source, _handler: _among(words), _schema)


def _words(source: Any) -> dict[str, Any]:
    if isinstance(source, type) and issubclass(source, Enum):
        return {str(each.value): each for each in source}
    return {str(each): each for each in get_args(source)}


def not_one_of(text: str, words: Iterable[str]) -> Exception:
    """The error of a word outside a vocabulary, with the nearest one and all of them."""
    options = tuple(words)
    near = did_you_mean(text, options)
    label = f"did you mean `{near[0]}`?" if near else ""
    return fault("E128", f"`{text}` is not one of the words for this", f"one of: {', '.join(options)}", label=label)


def number(least: float | None = None, most: float | None = None) -> GetPydanticSchema:
    """A number, with a point for the fraction, within the bounds."""
    schema: JsonSchemaValue = {"type": "number"}
    return read_by(lambda value: float(_number(value, least, most)), schema | _bounds(least, most))


def whole(least: int | None = None, most: int | None = None) -> GetPydanticSchema:
    """A whole number within the bounds."""
    schema: JsonSchemaValue = {"type": "integer"}

    def read(value: Any) -> int:
        text = _number(value, least, most)
        if "." in text:
            raise fault("E129", f"`{text}` is not a whole number", "write it without a point")
        return int(text)

    return read_by(read, schema | _bounds(least, most))


def _number(value: Any, least: float | None, most: float | None) -> str:
    text = str(value) if type(value) in (int, float) else filled(scalar(value))
    if not _NUMBER.match(text):
        plain = re.sub(r"(?<=[0-9])[,_'\s](?=[0-9]{3}(?![0-9]))", "", text)
        label = f"did you mean `{plain}`?" if plain != text and _NUMBER.match(plain) else ""
        hint = "write it in digits, without a unit, with a point before the fraction"
        raise fault("E129", f"`{text}` is not a number", hint, label=label)
    if (least is not None and float(text) < least) or (most is not None and float(text) > most):
        raise fault("E129", f"`{text}` is out of range", f"this is a number {_range(least, most)}")
    return text


def _range(least: float | None, most: float | None) -> str:
    if least is not None and most is not None:
        return f"from {least:g} to {most:g}"
    return f"of at least {least:g}" if least is not None else f"of at most {most:g}"


def _bounds(least: float | None, most: float | None) -> JsonSchemaValue:
    bounds = {"minimum": least, "maximum": most}
    return {key: value for key, value in bounds.items() if value is not None}


def form(pattern: str, noun: str, hint: str) -> GetPydanticSchema:
    """A text of one form, such as a Wikidata id; `noun` says what it is, `hint` how it looks."""
    compiled = re.compile(f"(?:{pattern})\\Z")

    def read(value: Any) -> str:
        text = filled(scalar(value))
        if not compiled.match(text):
            raise fault("E133", f"`{text}` is not {noun}", hint)
        return text

    return read_by(read, {"type": "string", "pattern": f"^{pattern}$"})
