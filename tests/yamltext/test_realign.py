"""A line out of place is told where it stands, and the lines around it are not."""

from __future__ import annotations

import pytest

from backstory.yamltext import load

TEXT = """\
text: Jets were flown to Jufra
about:
  actors:
    - russia
    - lna
  event: landing
date: 2020-05-26
positions:
  - by: africom
    stance: asserts
    value:
      said: at least 14
      low: 14
      counts: jets
    source: africom-2020
  - by:
      name: A farmer
      of: gna
    stance: reports
    source: post-2020
  - by: mismari
    stance: denies
    date: 2020-05-27
"""
LINES = TEXT.split("\n")
MOVED = [
    (row, by) for row, line in enumerate(LINES) for by in (1, -1) if ": " in f"{line} " and (by > 0 or line[:1] == " ")
]
ENTRIES = [row for row, line in enumerate(LINES) if line.startswith("  - by: ")]


def told(row: int, line: str) -> list[tuple[str, int]]:
    changed = "\n".join([*LINES[:row], line, *LINES[row + 1 :]])
    return [(each.code, each.span.line) for each in load(changed, "a.md").diagnostics]


@pytest.mark.parametrize(("row", "by"), MOVED)
def test_a_line_moved_by_one_column_is_told_alone(row: int, by: int) -> None:
    moved = f" {LINES[row]}" if by > 0 else LINES[row][1:]
    assert told(row, moved) == [("E110", row + 1)]


@pytest.mark.parametrize("row", ENTRIES)
def test_an_entry_without_its_hyphen_is_told_alone(row: int) -> None:
    assert told(row, LINES[row].replace("- ", "", 1)) == [("E111", row + 1)]


@pytest.mark.parametrize("row", ENTRIES)
def test_an_entry_without_the_space_after_its_hyphen_is_told_alone(row: int) -> None:
    assert told(row, LINES[row].replace("- ", "-", 1)) == [("E112", row + 1)]


@pytest.mark.parametrize("row", [row for row, _ in MOVED if LINES[row].startswith("  ")])
def test_a_line_indented_with_a_tab_is_told_alone(row: int) -> None:
    assert told(row, "\t" + LINES[row][2:]) == [("E102", row + 1)]
