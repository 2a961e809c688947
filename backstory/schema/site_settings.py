"""The fields of site.yaml."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from backstory.diagnostics import CODES
from backstory.schema.base import Shape
from backstory.schema.choices import ONE_OF, not_one_of, whole
from backstory.schema.types import AsList, Flag, Lang, Line, Url, WordsField, read_by, scalar


def _code(value: Any) -> str:
    text = scalar(value)
    if text not in CODES:
        raise not_one_of(text, CODES)
    return text


CodeName = Annotated[str, read_by(_code, {"type": "string", "pattern": "^[EWN][0-9]{3}$"})]


class SiteFields(Shape):
    """site.yaml."""

    noun: ClassVar[str] = "site"

    title: WordsField
    description: WordsField | None = None
    url: Url | None = None
    languages: Annotated[tuple[Lang, ...], AsList] = ("en",)
    publisher: WordsField | None = None
    boundaries: WordsField | None = None
    repository: Url | None = None
    licence: WordsField | None = None
    nolink: Annotated[tuple[Line, ...], AsList] = ()
    severity: dict[CodeName, Annotated[Literal["off", "note", "warning", "error"], ONE_OF]] = {}
    review_after: Annotated[int, whole(1)] | None = None
    trust: Annotated[Literal["content", "full"], ONE_OF] = "content"
    show_grades: Flag = False
