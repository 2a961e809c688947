"""What is right in a record with mistakes, and the ids in all of it."""

from __future__ import annotations

import pytest

from backstory.schema import Salvaged, salvage
from backstory.schema.kind_fields import ActorFields, ArticleFields, ClaimFields
from backstory.values.located import Fields
from backstory.yamltext import load


def actor(text: str) -> Salvaged[ActorFields]:
    return salvage(ActorFields, fields(text), lang="en", name="lna")


def fields(text: str) -> Fields:
    value = load(text, "x.md").value
    assert isinstance(value, Fields)
    return value


def test_a_value_that_is_wrong_is_left_out_alone() -> None:
    rest = actor("name: Army\ntype: state\nwikidata: 5\nfounded: 2014\n")
    assert (rest.record.name.own, str(rest.record.founded), rest.record.wikidata) == ("Army", "2014", None)
    assert rest.lost == {"wikidata"}


def test_a_misspelt_key_is_read_as_the_one_that_is_meant() -> None:
    rest = salvage(ClaimFields, fields("text: A\npositions:\n  - by: lna\n    stanse: denies\n"), lang="en", name="a")
    assert [str(each.stance) for each in rest.record.positions] == ["denies"]
    assert rest.lost == {"positions"}


def test_an_entry_that_lacks_something_is_left_out_and_the_others_stay() -> None:
    text = "text: A\npositions:\n  - by: lna\n    source: s\n  - by: gna\n    stance: denies\n"
    rest = salvage(ClaimFields, fields(text), lang="en", name="a")
    assert [str(each.stance) for each in rest.record.positions] == ["denies"]
    assert [each.id for each in rest.named][:3] == ["lna", "s", "gna"]


@pytest.mark.parametrize("text", ["x: y\n", "name:\n  - a\ntype: sate\n", "name: [[[a]]]\ntype: {}\nbackers: x\n"])
def test_there_is_always_a_record(text: str) -> None:
    rest = actor(text)
    assert (rest.record.name.own, rest.record.type.value) == ("lna", "other")


def test_an_article_without_a_date_is_not_held_back() -> None:
    rest = salvage(ArticleFields, fields("title: A\ndate: May\n"), lang="en", name="a")
    assert rest.record.date.value.earliest is None
