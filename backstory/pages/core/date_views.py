"""Dates as a template sees them: in words, and for machines where they are plain enough."""

from __future__ import annotations

from dataclasses import dataclass

from backstory.language import wording
from backstory.schema.types import When


@dataclass(frozen=True, slots=True)
class Moment:
    """A date. `machine` is for the `datetime` attribute, empty where the date is not one plain day, month or year."""

    text: str
    machine: str = ""

    @property
    def vague(self) -> bool:
        """Whether it is less than one plain day."""
        return len(self.machine) < len("2020-05-26")


def moment(when: When, lang: str, *, as_of: When | None = None) -> Moment:
    """A date in the words of `lang`."""
    words = wording.date(when.value, lang, as_of=as_of.value if as_of else None)
    return Moment(words, wording.date_machine(when.value) or "")
