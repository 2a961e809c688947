"""The types of front matter values: ids, dates, words, addresses, each with its place kept."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Annotated, Any
from urllib.parse import unquote

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, GetPydanticSchema, ValidationInfo
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from backstory.diagnostics import Span
from backstory.language import dates
from backstory.language.locales import is_language, language_meant
from backstory.values.keys import ID, Kind
from backstory.values.localized_text import Words
from backstory.values.located import Text
from backstory.values.web_address import AddressError, web_address

NOWHERE = Span("")
LANG = r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"
_BARE_ADDRESS = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?\Z", re.IGNORECASE)
_ID_FORM = "an id is made of small Latin letters, digits and hyphens: the name of a file without its ending"


def fault(
    code: str, message: str, hint: str = "", *, instead: str = "", start: int = -1, end: int = -1, key: str = ""
) -> PydanticCustomError:
    """An error of validation that becomes the diagnostic `code`.

    `instead` is what was most likely meant. `start` and `end` mark a part of a text, `key` the key of a mapping that it
    is about.
    """
    context = {"message": message, "hint": hint, "instead": instead, "start": start, "end": end, "key": key}
    return PydanticCustomError(code, "{message}", context)


def span_of(value: object) -> Span:
    """The place of a located value; a value made in code stands nowhere."""
    found = getattr(value, "span", None)
    return found if isinstance(found, Span) else NOWHERE


def named(value: object) -> str:
    """What a value is, in an author's words."""
    if isinstance(value, list | tuple):
        return "a list"
    return "a mapping" if isinstance(value, dict) else "a text"


def scalar(value: object) -> str:
    """The text of a scalar; a mapping or list is refused."""
    if not isinstance(value, str):
        raise fault("E121", f"this should be one text, not {named(value)}", one_text(value))
    return str(value)


def one_text(value: object) -> str:
    """The way from a list or mapping to one text."""
    if isinstance(value, list | tuple):
        return "only one can stand here: write it on the line of its key, without a hyphen"
    return "write the text itself on the line of its key, after the colon"


def filled(text: str) -> str:
    """The text, trimmed; an empty one is refused."""
    trimmed = text.strip()
    if not trimmed:
        raise fault("E122", "there is no text here", "write it, or take the key away")
    return trimmed


def read_by(read: Callable[[Any], Any], schema: JsonSchemaValue) -> GetPydanticSchema:
    """Metadata for `Annotated`: `read` gives the value of located text, `schema` is its JSON Schema."""
    return GetPydanticSchema(
        lambda _source, _handler: core_schema.no_info_plain_validator_function(read),
        lambda _schema, _handler: dict(schema),
    )


def read_first(
    prepare: Callable[[Any], Any], schema: Callable[[JsonSchemaValue], JsonSchemaValue]
) -> GetPydanticSchema:
    """Metadata for `Annotated`: `prepare` changes what is read, and `schema` the JSON Schema that it had."""
    return GetPydanticSchema(
        lambda source, handler: core_schema.no_info_before_validator_function(prepare, handler(source)),
        lambda inner, handler: schema(handler(inner)),
    )


@dataclass(frozen=True, slots=True)
class Ref:
    """An id with its place. `kind` says whose id it is; a name that refers to nothing (a side's own) has none."""

    id: str
    span: Span = field(compare=False, default=NOWHERE)
    kind: Kind | None = field(compare=False, default=None)

    def __str__(self) -> str:
        return self.id

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(lambda value: _ref(value, None))

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return dict(_ID_SCHEMA)


def _likely_id(text: str) -> str:
    """The id in a link, a path, a prefixed or a capitalised name; "" for none."""
    bare = text.strip("[]“”„‘’'\" ").partition("|")[0].removesuffix(".md").lower()
    name = re.sub(r"[\s_]+", "-", re.split(r"[/:]", bare)[-1].strip())
    return name if ID.match(name) else ""


_ID_SCHEMA = {"type": "string", "pattern": "^[a-z0-9]+(-+[a-z0-9]+)*$"}


def _ref(value: Any, kind: Kind | None) -> Ref:
    if value.__class__ is Text and ID.match(value):
        return Ref(str(value), value.span, kind)
    text = value.id if isinstance(value, Ref) else scalar(value).strip()
    if not text:
        raise fault("E122", "there is no id here", "write it, or take the key away")
    if not ID.match(text):
        raise fault("E124", f"`{text}` is not an id", _ID_FORM, instead=_likely_id(text))
    return Ref(text, span_of(value), kind)


def ref_to(kind: Kind) -> GetPydanticSchema:
    """Metadata for `Annotated`: the id of an entity of a kind. `context["named"]`, where it is given, collects each."""

    def read(value: Any, info: ValidationInfo) -> Ref:
        ref = _ref(value, kind)
        if info.context and "named" in info.context:
            info.context["named"].append(ref)
        return ref

    schema = _ID_SCHEMA | {"description": f"the id of one of the {kind}"}
    return GetPydanticSchema(
        lambda _source, _handler: core_schema.with_info_plain_validator_function(read),
        lambda _schema, _handler: schema,
    )


ActorRef = Annotated[Ref, ref_to(Kind.ACTOR)]
ConflictRef = Annotated[Ref, ref_to(Kind.CONFLICT)]
ClaimRef = Annotated[Ref, ref_to(Kind.CLAIM)]
EventRef = Annotated[Ref, ref_to(Kind.EVENT)]
PlaceRef = Annotated[Ref, ref_to(Kind.PLACE)]
SourceRef = Annotated[Ref, ref_to(Kind.SOURCE)]


@dataclass(frozen=True, slots=True)
class When:
    """A date or period of the EDTF subset (ISO 8601-2, levels 0 and 1, one of a set), with its place.

    `context["seasons"]`, where it is given, collects those that are seasons.
    """

    value: dates.Edtf
    span: Span = field(compare=False, default=NOWHERE)

    def __str__(self) -> str:
        return self.value.text

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_plain_validator_function(_when)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        # An editor's YAML reads a year as a number.
        return {
            "type": ["string", "integer"],
            "description": "a date as in EDTF: 2020, 2020-05, 2020-05-26~, 2019/2020",
        }


def _when(value: Any, info: ValidationInfo) -> When:
    if isinstance(value, When):
        return value
    if isinstance(value, list):
        hint = 'one of a set is written in quotes: "[2020-03-25,2020-03-26]"; several dates stand under `observed`'
        raise fault("E121", "this should be one date, not a list", hint)
    text = scalar(value)
    try:
        when = When(parsed(text), span_of(value))
    except dates.DateError as error:
        raise fault("E125", error.message, error.hint, start=error.start, end=error.end) from None
    if when.value.precision == "season" and info.context and "seasons" in info.context:
        info.context["seasons"].append(when)
    return when


# The same dates stand in many records, and reading one is most of the cost of a record.
parsed = lru_cache(maxsize=1 << 13)(dates.parse)


_WORDS_SCHEMA: JsonSchemaValue = {
    "anyOf": [
        {"type": ["string", "number"], "minLength": 1},
        {
            "type": "object",
            "propertyNames": {"pattern": f"^{LANG}$"},
            "minProperties": 1,
            "additionalProperties": {"type": "string"},
        },
    ]
}


def _words_schema(_source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
    """Reads text, or a mapping of language to text, as Words."""
    by_language = core_schema.dict_schema(
        core_schema.no_info_plain_validator_function(language),
        core_schema.no_info_plain_validator_function(line),
    )
    return core_schema.with_info_wrap_validator_function(_words, by_language)


def _words(value: Any, by_language: Callable[[Any], Any], info: Any) -> Words:
    """Words; plain text is in the language of the file (`info.context["lang"]`), whose text comes first."""
    lang = (info.context or {}).get("lang", "")
    if isinstance(value, str):
        return Words(((lang, filled(value)),), span_of(value))
    if isinstance(value, Words):
        return value
    if not isinstance(value, dict):
        raise fault("E121", f"this should be text, not {named(value)}", one_text(value))
    if not value:
        raise fault("E122", "there is no text here", "write it, or take the key away")
    texts = by_language(value)
    own_first = sorted(texts.items(), key=lambda pair: pair[0] != lang)
    return Words(tuple(own_first), span_of(value))


def line(value: Any) -> str:
    """A text that is not empty."""
    return filled(scalar(value))


def language(value: Any) -> str:
    """A language code (BCP 47: language, and what narrows it)."""
    text = filled(scalar(value))
    if not is_language(text):
        hint = "write the code of a language, such as en for English, ar for Arabic"
        raise fault("E130", f"`{text}` is not a language code", hint, instead=language_meant(text))
    return text


def _flag(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    text = filled(scalar(value))
    if text in ("true", "false"):
        return text == "true"
    meant = {"yes": "true", "on": "true", "no": "false", "off": "false"}.get(text.lower(), text.lower())
    instead = meant if meant in ("true", "false") else ""
    hint = "" if instead else "write one of the two"
    raise fault("E126", f"`{text}` is neither `true` nor `false`", hint, instead=instead)


def address(read: Callable[[str], str]) -> GetPydanticSchema:
    """Metadata for `Annotated`: an address as one of the functions of `values.web_address` reads it."""

    def checked(value: Any) -> str:
        try:
            return read(filled(scalar(value)))
        except AddressError as error:
            text = str(value).strip()
            meant = f"https://{text}" if _BARE_ADDRESS.match(text) else ""
            try:
                instead = meant and read(meant) and meant
            except AddressError:
                instead = ""
            raise fault("E127", error.message, error.hint, instead=instead) from None

    return read_by(checked, {"type": "string", "format": "uri", "pattern": "^https?://"})


def _route(value: Any) -> str:
    """A route of this site, without the first slash and with the last: `/old/name` is `old/name/`."""
    written = filled(scalar(value))
    text = _decoded(written)
    parts = text.strip("/").split("/")
    if _NO_PATH.search(text) or re.search(r"\s", written) or not all(part.strip(". ") for part in parts):
        raise fault("E134", f"`{written}` is not a path of this site", _path_hint(written))
    if any(len(part.encode()) > 255 for part in parts) or len(text.encode()) > 2000:
        raise fault("E502", "this path has a name of more than 255 bytes, or more than 2,000 in all", "shorten it")
    path = "/".join(parts)
    return path if "." in parts[-1] and not text.endswith("/") else f"{path}/"


_NO_PATH = re.compile(r"[^\S ]|[\\?#:*\"<>|%\ufffd\x00-\x1f\x7f]")


def _decoded(address: str) -> str:
    """A path as it is meant: address bars give `caf%C3%A9` for `café`, and two keyboards two forms of it."""
    return unicodedata.normalize("NFC", unquote(address) if "%2f" not in address.lower() else address)


def _path_hint(written: str) -> str:
    """What to write instead: of a whole address its path, where that is one."""
    path = re.sub(r"\A[A-Za-z][A-Za-z0-9+.-]*:/*[^/]*", "", re.split("[?#]", written)[0])
    if written != path and path.strip("/") and not _NO_PATH.search(_decoded(path)) and not re.search(r"\s", path):
        return f"write the path alone, as it stood on this site: {path}"
    return "write where the page stood on this site, such as /articles/old-name/"


def _listed(value: Any) -> Any:
    return value if isinstance(value, list | tuple) else [value]


AsList = read_first(_listed, lambda many: {"anyOf": [many["items"], many]})
"""One value where a list is expected stands for a list of one."""

Flag = Annotated[bool, read_by(_flag, {"type": "boolean"})]
Url = Annotated[str, address(web_address)]
Line = Annotated[str, read_by(line, {"type": ["string", "number"], "minLength": 1})]
Lang = Annotated[str, read_by(language, {"type": "string", "pattern": f"^{LANG}$"})]
Route = Annotated[str, read_by(_route, {"type": "string", "description": "a path of this site: /old/name/"})]
WordsField = Annotated[Words, GetPydanticSchema(_words_schema, lambda _schema, _handler: _WORDS_SCHEMA)]
Whens = Annotated[tuple[When, ...], AsList]
ActorRefs = Annotated[tuple[ActorRef, ...], AsList]
ClaimRefs = Annotated[tuple[ClaimRef, ...], AsList]
EventRefs = Annotated[tuple[EventRef, ...], AsList]
PlaceRefs = Annotated[tuple[PlaceRef, ...], AsList]
