"""Corrections as pages show them: what was there, what is there now, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from backstory.language import wording
from backstory.pages.core.date_views import Moment, moment
from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.core.page_text import PageText
from backstory.schema.base import Correction
from backstory.values.localized_text import Words
from backstory.values.record import Record


class CorrectionView(Record, frozen=True):
    """A correction."""

    date: Moment
    was: PageText | None
    now: PageText | None
    why: PageText


def listed(page: PageBuilder, made: Iterable[Correction]) -> tuple[CorrectionView, ...]:
    """Corrections, the newest first."""
    newest = sorted(made, key=lambda each: each.date.value.sort_key, reverse=True)
    return tuple(_view(page, each) for each in newest)


def named(made: Iterable[Correction]) -> tuple[tuple[str, Correction], ...]:
    """Corrections with a name each: the date, with a number from the second of one date on. A name stays the same when
    others are added before or after."""
    seen: dict[str, int] = {}
    found = []
    for each in made:
        date = str(each.date)
        seen[date] = seen.get(date, 0) + 1
        found.append((date if seen[date] == 1 else f"{date}.{seen[date]}", each))
    return tuple(found)


def in_words(made: Correction, lang: str, said: Callable[[Words], str]) -> str:
    """A correction as plain text: `Was: 2018. Now: 2019. The year was wrong.`"""
    parts = [
        f"{wording.phrase(f'ui.correction-{name}', lang)}: {_as_sentence(said(words))}"
        for name, words in (("was", made.was), ("now", made.now))
        if words is not None
    ]
    return " ".join([*parts, said(made.why)])


def _as_sentence(text: str) -> str:
    """The text, with a full stop where it does not end like a sentence."""
    return text if text.rstrip("”’»\"')").endswith((".", "!", "?", "؟", "۔", "…", "。")) else f"{text}."


def _view(page: PageBuilder, made: Correction) -> CorrectionView:
    return CorrectionView(
        moment(made.date, page.lang),
        page.text(made.was) if made.was else None,
        page.text(made.now) if made.now else None,
        page.text(made.why),
    )
