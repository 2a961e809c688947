"""A field that names something is followed everywhere as soon as a kind has it: nobody has to remember it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Annotated, Any, ClassVar

import pytest
from pydantic import create_model

from backstory import checking
from backstory.pages.queries import cited_by
from backstory.schema.base import Placed, placed
from backstory.schema.kind_fields import FIELDS
from backstory.schema.types import ActorRefs, AsList, SourceRef
from backstory.values.keys import Key, Kind
from tests.checking.planted import TODAY, read
from tests.scenario import site


class Witness(Placed):
    """A record within a field."""

    noun: ClassVar[str] = "witness"

    account: SourceRef


NEW: dict[str, Any] = {
    "one": (SourceRef | None, None),
    "many": (ActorRefs, ()),
    "deep": (Annotated[tuple[Annotated[Witness, placed()], ...], AsList], ()),
}
FIRST = {
    Kind.ARTICLE: "title: It\ndate: 2020",
    Kind.ACTOR: "name: It\ntype: state",
    Kind.CONFLICT: "name: It",
    Kind.CLAIM: "text: It",
    Kind.EVENT: "title: It\ndate: 2020",
    Kind.PLACE: "name: It",
    Kind.TERM: "name: It\ndefinition: It",
    Kind.SOURCE: "title: It",
    Kind.PAGE: "title: It",
}
NAMED = """
-- content/actors/first.md --
---
name: First
type: state
---
-- content/actors/second.md --
---
name: Second
type: state
---
-- content/sources/alone.md --
---
title: Alone
---
-- content/sources/within.md --
---
title: Within
---
"""


def naming(kind: Kind, *, actor: str = "first") -> str:
    fields = f"one: alone\nmany:\n  - {actor}\n  - second\ndeep:\n  - account: within"
    return f"{NAMED}-- content/{kind}/it.md --\n---\n{FIRST[kind]}\n{fields}\n---\n"


@pytest.fixture(params=list(Kind))
def kind(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Kind:
    """Each kind, with three new fields that name others."""
    kind: Kind = request.param
    monkeypatch.setitem(FIELDS, kind, create_model("Grown", __base__=FIELDS[kind], **NEW))
    return kind


def test_what_a_new_field_names_is_used_and_must_be_there(kind: Kind) -> None:
    def told(text: str) -> list[tuple[str, str]]:
        found = checking.check(*read(text, errors=True), today=TODAY)
        named = ("`first`", "`second`", "`alone`", "`within`", "`nobody`")
        return [(each.code, each.message) for each in found if any(name in each.message for name in named)]

    assert [code for code, _ in told(NAMED) if code in ("W423", "N426")] == ["W423", "W423", "N426", "N426"]
    assert [each for each in told(naming(kind)) if each[0] in ("W423", "N426")] == []
    assert ("E201", "no actor is called `nobody`") in told(naming(kind, actor="nobody"))


def test_a_source_that_a_new_field_names_is_cited_by_it(kind: Kind) -> None:
    cited = cited_by.of(read(naming(kind))[0])
    assert [cited[source].entities for source in ("alone", "within")] == [(Key(kind, "it"),)] * 2


def test_what_a_new_field_names_is_in_the_table_and_in_the_linked_data(kind: Kind, tmp_path: Path) -> None:
    made = site(tmp_path / "site", naming(kind))
    assert not made.build().failed
    table = made.page(f"data/{'terms' if kind is Kind.TERM else kind.value}.csv")
    (row,) = [each for each in csv.DictReader(io.StringIO(table)) if each["id"] == "it"]
    assert {field: row[field] for field in NEW} == {"one": "alone", "many": "first;second", "deep": "within"}
    graph = json.loads(made.page("data/site.jsonld"))["@graph"]
    mentions = [each["@id"] for node in graph for each in node.get("mentions", ())]
    assert [each.strip("/").rpartition("/")[2] for each in mentions] == ["alone", "first", "second", "within"]
