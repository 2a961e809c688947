"""Dates as templates see them: in words, and in ISO 8601 where they are one plain day, month or year."""

from __future__ import annotations

from backstory.language import wording
from backstory.schema.types import When
from backstory.values.record import Record


class Moment(Record, frozen=True):
    """A date in words. `machine` is the value of a `datetime` attribute; "" unless the date is one plain day, month or
    year."""

    text: str
    machine: str = ""

    @property
    def vague(self) -> bool:
        """Whether it is not exactly one day."""
        return len(self.machine) < len("2020-05-26")


def moment(when: When, lang: str, *, as_of: When | None = None) -> Moment:
    """A date in the words of `lang`."""
    words = wording.date(when.value, lang, as_of=as_of.value if as_of else None)
    return Moment(words, wording.date_machine(when.value) or "")
