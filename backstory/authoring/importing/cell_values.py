"""The value of a cell, whichever program wrote it: R's `NA`, a year stored as `2014.0`, a word in capitals."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from backstory.authoring.importing.columns import Columns

# What R, pandas, SQL and Excel write where nothing is known.
_NOTHING = frozenset({"NA", "N/A", "#N/A", "NaN", "nan", "NULL", "null", "None", "<NA>"})
_WHOLE = re.compile(r"(?P<year>[12][0-9]{3})\.0+\Z")
_GUARDED = re.compile(r"'(?=[=+\-@\t\r\n])")


class Cells:
    """Reads the cells of a table, and counts what had to be interpreted."""

    def __init__(self, columns: Columns):
        """`columns` are those of the table."""
        self._columns = columns
        self._understood: Counter[tuple[str, str]] = Counter()

    def read(self, column: str, cell: str) -> str | list[str]:
        """The value of a cell: a text, or a list for a column of several; "" or [] where it is empty."""
        text = cell.strip()
        own = self._columns.own(column)
        if text in _NOTHING and own not in self._columns.names:
            self._understood[text, "is read as nothing"] += 1
            return ""
        if own in self._columns.texts:
            text = _GUARDED.sub("", text, count=1)
        if own not in self._columns.lists:
            return self._value(own, text)
        return [self._value(own, each) for item in items(text) for each in self._letters(own, item)]

    def remarks(self) -> Iterator[str]:
        """A line for each kind of interpretation, with how often it was made."""
        for (text, how), count in self._understood.items():
            yield f"`{text}` {how}, {count:,} times" if count > 1 else f"`{text}` {how}"

    def _letters(self, column: str, item: str) -> list[str]:
        """`W,M` as two: UCDP's letters stand so in its own tables, and in ours."""
        words = self._columns.words.get(column, {})
        parts = [each.strip() for each in item.split(",")]
        return parts if len(parts) > 1 and all(each in words or _small(each) in words for each in parts) else [item]

    def _value(self, column: str, text: str) -> str:
        if column in self._columns.dates and (whole := _WHOLE.match(text)):
            self._understood[text, f"is read as the year {whole['year']}"] += 1
            return whole["year"]
        words = self._columns.words.get(column)
        if words is None or text in words.values():
            return text
        if text in words:
            self._understood[text, f"is read as `{words[text]}`"] += 1
            return words[text]
        return words.get(_small(text), text)


def items(cell: str) -> list[str]:
    """The values of a cell, split at `;` and at line ends; `\\;` is a semicolon within a value."""
    found = [""]
    for part in re.findall(r"\\[\\;]|[^\\;\n]+|[\\;\n]", cell):
        if part in (";", "\n"):
            found.append("")
        else:
            found[-1] += part[1:] if part in ("\\\\", "\\;") else part
    return [each.strip() for each in found if each.strip()]


def _small(text: str) -> str:
    """A word of a vocabulary in its own spelling: `Armed forces` is armed-forces."""
    return re.sub(r"[\s_]+", "-", text.strip().lower())
