"""Translations: the source file of a page, and the note about the original that a translation has."""

from __future__ import annotations

from typing import Any

from backstory.language import dates, wording
from backstory.pages.core.date_views import Moment
from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.core.page_frame import Frame, frame
from backstory.pages.parts import plain_text
from backstory.records.entity import Entity
from backstory.schema.types import When
from backstory.values.record import Record


class TranslationNote(Record, frozen=True):
    """The date of the original that was translated, and by whom; `original`, `lang` and `language` are the link to
    the original and its language. `changed` is true where the original has changed since."""

    version: Moment | None
    translator: str
    original: str
    lang: str
    language: str
    changed: bool


def path(entity: Entity[Any], lang: str) -> str:
    """The file that has an entity's text in `lang`."""
    version = entity.translations.get(lang)
    return version.path if version and lang != entity.lang else entity.path


def framed(page: PageBuilder, entity: Entity[Any], about: str = "") -> Frame:
    """The frame of an entity's own page; `about` is the field that search engines show as its description."""
    said = page.site.linked(entity.key, about, page.lang) if about else None
    return frame(
        page,
        page.site.title(entity, page.lang).text,
        description=plain_text.plain(page.site, said, page.lang) if said else "",
        path=path(entity, page.lang),
        versions=page.site.spoken(entity),
    )


def note(page: PageBuilder, entity: Entity[Any], changed: When | None) -> TranslationNote | None:
    """The note of a translation; None on the original. `changed` is when the original last changed, if that is
    known."""
    version = entity.translations.get(page.lang)
    if version is None or page.lang == entity.lang:
        return None
    own = page.site.own_language(entity)
    rendered = _date(version.translates)
    return TranslationNote(
        Moment(wording.date(rendered, page.lang), wording.date_machine(rendered) or "") if rendered else None,
        version.translator,
        page.href(page.site.route(entity.key, own)),
        own,
        wording.language_name(own, page.lang),
        rendered is not None and changed is not None and dates.certainly_before(rendered, changed.value),
    )


def _date(text: str) -> dates.Edtf | None:
    try:
        return dates.parse(text)
    except dates.DateError:
        return None
