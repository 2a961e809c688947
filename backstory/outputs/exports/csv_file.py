"""A table as CSV: RFC 4180, UTF-8 without a byte order mark, CRLF after each line, quotes where they are needed."""

from __future__ import annotations

import csv
import io

from backstory.outputs.exports.table import Table, lines


def written(table: Table) -> bytes:
    """The bytes of the file of a table."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows(lines(table))
    return out.getvalue().encode()
