"""The fields of site.yaml."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Annotated, Any, ClassVar, Literal, TypeVar

from pydantic import AfterValidator
from pydantic_core import InitErrorDetails, PydanticCustomError, ValidationError

from backstory.diagnostics import CODES, PROTECTIONS
from backstory.language.names import did_you_mean
from backstory.schema.base import Shape
from backstory.schema.choices import ONE_OF, whole
from backstory.schema.types import AsList, Flag, Lang, Line, Ref, WordsField, address, fault, filled, read_by, scalar
from backstory.values.time_zone import UTC_NAME, is_time_zone, time_zone_meant
from backstory.values.web_address import repository_address, site_address

# With one of these, a file or a value was not read, or a page cannot be made: what is published would say what nobody
# wrote.
_FIXED = ("E0", "E1", "E5")
V = TypeVar("V", dict[str, str], tuple[str, ...])


def _code(value: Any) -> str:
    text = scalar(value)
    if text not in CODES:
        near = "".join(did_you_mean(text, CODES))
        hint = "a code stands in each message, such as `W100`"
        raise fault("E026", f"no message has the code `{text}`", hint, instead=near)
    return text


def _weighed(severity: dict[str, str]) -> dict[str, str]:
    fixed = [code for code, weight in severity.items() if code.startswith(_FIXED) and weight != "error"]
    hint = "take the line away, and mend what the message points at"
    _placed(severity, fixed, lambda code: fault("E136", f"`{code}` is always an error", hint))
    low = [code for code, weight in severity.items() if code in PROTECTIONS and weight in ("off", "note")]
    least = "write `warning`, or take the line away: this protects those whom a site names"
    return _placed(severity, low, lambda code: fault("E136", f"`{code}` can be a warning, and no less", least))


def _each_once(languages: tuple[str, ...]) -> tuple[str, ...]:
    if not languages:
        raise fault("E122", "there is no language here", "write one, such as `languages: en`, or take the key away")
    folded = [each.lower() for each in languages]
    again = [at for at, each in enumerate(folded) if each in folded[:at]]
    return _placed(
        languages,
        again,
        lambda at: fault("E137", f"`{languages[at]}` stands here twice", "take one of the two away"),
    )


def _placed(value: V, wrong: Iterable[Any], error: Callable[[Any], PydanticCustomError]) -> V:
    """The value, or an error for each key or index in it that is wrong."""
    found = [InitErrorDetails(type=error(at), loc=(at,), input=value[at]) for at in wrong]
    if found:
        raise ValidationError.from_exception_data("", found)
    return value


def _time_zone(value: Any) -> str:
    text = filled(scalar(value))
    if not is_time_zone(text):
        hint = "write a name of the IANA list: a region and a city in it, such as `Africa/Tripoli`"
        raise fault("E133", f"`{text}` is not a time zone", hint, instead=time_zone_meant(text))
    return text


CodeName = Annotated[str, read_by(_code, {"type": "string", "pattern": "^[EWN][0-9]{3}$"})]
Severity = Annotated[Literal["off", "note", "warning", "error"], ONE_OF]


class SiteFields(Shape):
    """site.yaml."""

    noun: ClassVar[str] = "site"

    title: WordsField
    description: WordsField | None = None
    url: Annotated[str, address(site_address)] | None = None
    languages: Annotated[tuple[Lang, ...], AfterValidator(_each_once), AsList] = ("en",)
    timezone: Annotated[str, read_by(_time_zone, {"type": "string"})] = UTC_NAME
    publisher: WordsField | None = None
    boundaries: WordsField | None = None
    repository: Annotated[str, address(repository_address)] | None = None
    licence: WordsField | None = None
    nolink: Annotated[tuple[Line, ...], AsList] = ()
    severity: Annotated[dict[CodeName, Severity], AfterValidator(_weighed)] = {}
    review_after: Annotated[int, whole(1)] | None = None
    trust: Annotated[Literal["content", "full"], ONE_OF] = "content"
    show_grades: Flag = False
    share_cards: Flag = True
    lead: Ref | None = None
    """What the home page opens with: the id of a claim that is a question, or of an article."""
