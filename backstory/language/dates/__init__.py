"""Dates as sources give them: imprecise, open, uncertain, never more exact than known."""

from backstory.language.dates.edtf import (
    DateError,
    Edtf,
    Precision,
    certainly_after,
    certainly_before,
    on,
)
from backstory.language.dates.parser import parse, suggested

__all__ = [
    "DateError",
    "Edtf",
    "Precision",
    "certainly_after",
    "certainly_before",
    "on",
    "parse",
    "suggested",
]
