"""Sides of a conflict over time."""

from __future__ import annotations

import pytest

from backstory.records.sides import opposed
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


def test_parties_of_different_sides_are_opposed_and_who_was_on_both_is_not(conflict: ConflictFields) -> None:
    assert opposed(conflict, "lna", "gna")
    assert not opposed(conflict, "lna", "turncoat")
    assert not opposed(conflict, "lna", "russia")
