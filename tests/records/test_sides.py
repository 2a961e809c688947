"""Sides of a conflict over time."""

from __future__ import annotations

import pytest

from backstory.language import dates
from backstory.records.sides import opposed, side_at
from backstory.schema import validate
from backstory.schema.kind_fields import ConflictFields
from backstory.values.located import Fields
from backstory.yamltext import load

TEXT = """name: Libya
sides:
  - id: east
    label: East
    parties:
      - {actor: lna, from: 2014-05-16}
      - {actor: turncoat, to: 2016}
  - id: west
    label: West
    parties:
      - gna
      - {actor: turncoat, from: 2018}
"""


@pytest.fixture
def conflict() -> ConflictFields:
    fields = load(TEXT, "x.md").value
    assert isinstance(fields, Fields)
    record, _ = validate(ConflictFields, fields, lang="en")
    assert record is not None
    return record


@pytest.mark.parametrize(
    ("actor", "date", "expected"),
    [
        ("lna", None, "east"),
        ("lna", "2013", None),
        ("lna", "2014", "east"),
        ("turncoat", "2015", "east"),
        ("turncoat", "2017", None),
        ("turncoat", "2019-05", "west"),
        ("russia", None, None),
    ],
)
def test_a_party_has_a_side_at_a_date(
    conflict: ConflictFields, actor: str, date: str | None, expected: str | None
) -> None:
    side = side_at(conflict, actor, dates.parse(date) if date else None)
    assert (side.id.id if side else None) == expected


def test_parties_of_different_sides_are_opposed_and_who_was_on_both_is_not(conflict: ConflictFields) -> None:
    assert opposed(conflict, "lna", "gna")
    assert not opposed(conflict, "lna", "turncoat")
    assert not opposed(conflict, "lna", "russia")
