"""Dates as sources give them: imprecise, open, uncertain, never more exact than known."""

from backstory.model.dates.edtf import (
    DateError,
    Edtf,
    Precision,
    certainly_after,
    certainly_before,
    contains,
    on,
    overlaps,
)
from backstory.model.dates.parser import parse

__all__ = [
    "DateError",
    "Edtf",
    "Precision",
    "certainly_after",
    "certainly_before",
    "contains",
    "on",
    "overlaps",
    "parse",
]
