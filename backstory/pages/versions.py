"""Translations: which file a page is written in, and what a reader of a translation is told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from backstory.model import dates, wording
from backstory.model.entity import Entity, called
from backstory.model.schema.types import When
from backstory.pages import prose
from backstory.pages.folio import Folio
from backstory.pages.frame import Frame, frame
from backstory.pages.moments import Moment


@dataclass(frozen=True, slots=True)
class TranslationNote:
    """Of which date the original is that this page renders, and by whom; `changed` says that it has changed since."""

    version: Moment | None
    translator: str
    original: str
    lang: str
    language: str
    changed: bool


def path(entity: Entity[Any], lang: str) -> str:
    """The file in which an entity's text in `lang` is written."""
    version = entity.translations.get(lang)
    return version.path if version and lang != entity.lang else entity.path


def framed(folio: Folio, entity: Entity[Any], about: str = "") -> Frame:
    """The frame of an entity's own page; `about` is the field that tells search engines what it is."""
    said = folio.site.linked(entity.key, about, folio.lang) if about else None
    return frame(
        folio,
        folio.text(called(entity)).text,
        description=prose.plain(folio.site, said, folio.lang) if said else "",
        path=path(entity, folio.lang),
        versions=folio.site.spoken(entity),
    )


def note(folio: Folio, entity: Entity[Any], changed: When | None) -> TranslationNote | None:
    """What to say of a translation, `changed` being the date of the original, if known; None on the original itself."""
    version = entity.translations.get(folio.lang)
    if version is None or folio.lang == entity.lang:
        return None
    own = folio.site.own_language(entity)
    rendered = _date(version.translates)
    return TranslationNote(
        Moment(wording.date(rendered, folio.lang), wording.date_machine(rendered) or "") if rendered else None,
        version.translator,
        folio.href(folio.site.route(entity.key, own)),
        own,
        wording.language_name(own, folio.lang),
        rendered is not None and changed is not None and dates.certainly_before(rendered, changed.value),
    )


def _date(text: str) -> dates.Edtf | None:
    try:
        return dates.parse(text)
    except dates.DateError:
        return None
