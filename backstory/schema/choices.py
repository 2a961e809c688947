"""Values that must be one of a few: words of a vocabulary, numbers in a range, texts of a form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import Enum
from typing import Any, get_args

from pydantic import GetCoreSchemaHandler, GetPydanticSchema
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from backstory.language.names import did_you_mean, fold
from backstory.schema.types import fault, filled, read_by, scalar

_NUMBER = re.compile(r"[+-]?[0-9]{1,15}(\.[0-9]{1,15})?\Z")
# The word for an armed group that says nothing of its cause, and words that authors type for one.
_NEUTRAL = "armed-group"
_JUDGEMENTS = frozenset(
    (
        "militia",
        "militias",
        "rebel",
        "rebels",
        "insurgents",
        "terrorists",
        "terrorist-group",
        "guerrilla",
        "paramilitary",
    )
)
_WITH_UNIT = re.compile(r"(?P<digits>[0-9][0-9,.'_\s]*[0-9]|[0-9])(?P<unit>°?\s*(?:[NSEW]|°)?)\Z")


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
    near, hint = "".join(did_you_mean(text, options)), f"one of: {', '.join(options)}"
    if _NEUTRAL in options and (fold(text) in _JUDGEMENTS or fold(near).replace("-", " ").endswith(f" {fold(text)}")):
        near, hint = _NEUTRAL, f"{hint}; `{_NEUTRAL}` takes no side, another word is yours to choose"
    return fault("E128", f"`{text}` is not one of the words for this", hint, instead=near)


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
        hint = "write it in digits, without a unit, with a point before the fraction"
        instead = next((each for each in _plain(text) if _NUMBER.match(each) and _fits(each, least, most)), "")
        raise fault("E129", f"`{text}` is not a number", hint, instead=instead)
    if not _fits(text, least, most):
        raise fault("E129", f"`{text}` is out of range", f"this is a number {_range(least, most)}")
    return text


def _plain(text: str) -> Iterator[str]:
    """The numbers that a text may mean, likeliest first: without marks between thousands, then with a point for a
    decimal comma; and of degrees without their sign, south and west as minus."""
    found = _WITH_UNIT.match(text)
    digits, unit = (found["digits"], found["unit"]) if found else (text, "")
    for plain in (re.sub(r"(?<=[0-9])[,_'\s](?=[0-9]{3}(?![0-9]))", "", digits), digits.replace(",", ".", 1)):
        yield f"-{plain}" if unit[-1:] in ("S", "W") else plain


def _fits(text: str, least: float | None, most: float | None) -> bool:
    return not ((least is not None and float(text) < least) or (most is not None and float(text) > most))


def _range(least: float | None, most: float | None) -> str:
    if least is not None and most is not None:
        return f"from {least:g} to {most:g}"
    return f"of at least {least:g}" if least is not None else f"of at most {most:g}"


def _bounds(least: float | None, most: float | None) -> JsonSchemaValue:
    bounds = {"minimum": least, "maximum": most}
    return {key: value for key, value in bounds.items() if value is not None}


def form(pattern: str, noun: str, hint: str, lead: str = "") -> GetPydanticSchema:
    """A text of one form, such as a Wikidata id; `noun` says what it is, `hint` how it looks.

    `lead` is what such a text begins with, and is easily left out.
    """
    compiled = re.compile(f"(?:{pattern})\\Z")

    def read(value: Any) -> str:
        text = filled(scalar(value))
        if not compiled.match(text):
            instead = next((each for each in (f"{lead}{text}", text.rpartition("/")[2]) if compiled.match(each)), "")
            raise fault("E133", f"`{text}` is not {noun}", hint, instead=instead)
        return text

    return read_by(read, {"type": "string", "pattern": f"^{pattern}$"})
