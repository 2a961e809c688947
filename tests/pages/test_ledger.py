"""The ledger: what a tie rests on, and how it is answered."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from backstory.model.backing import Backing
from backstory.model.vocabulary import Basis, Response
from backstory.pages import ledger
from tests.pages.given import CONFLICT, actor, backing, knowledge, page, source

LNA = actor("lna", "Libyan National Army", "armed-group")
RUSSIA = actor("russia", "Russia", "state")
DENIAL = {"by": "russia", "stance": "denies", "date": "2020-05-26", "source": "y"}
SILENCE = {"by": "lna", "stance": "no-response", "date": "2020-05-27"}


def tie(basis: Basis = Basis.SINGLE, answers: tuple[Response, ...] = (), **fields: Any) -> ledger.Tie:
    record = {"actor": "russia", "support": ["weapons"], "observed": ["2020-05-26"], "sources": ["x"], **fields}
    folio = page(knowledge(LNA, RUSSIA, CONFLICT, source("x"), source("y")))
    return ledger.tie(folio, backing(record, basis, answers))


@pytest.mark.parametrize(
    ("basis", "verb", "line"),
    [
        (Basis.ACKNOWLEDGED, "backs", ""),
        (Basis.OFFICIAL, "backs", ""),
        (Basis.INDEPENDENT, "said to back", "long"),
        (Basis.ONE_SIDE, "said to back", "short"),
        (Basis.SINGLE, "said to back", "short"),
    ],
)
def test_only_what_is_acknowledged_or_officially_found_is_said_flatly(basis: Basis, verb: str, line: str) -> None:
    made = tie(basis)
    assert (made.verb, made.line) == (verb, line)


def test_every_denier_is_named_and_silence_is_not_an_answer_beside_a_denial() -> None:
    made = tie(positions=[DENIAL, SILENCE], answers=(Response.DENIED, Response.ASKED))
    assert [(each.label, [who.who.name.text for who in each.speakers]) for each in made.answers] == [
        ("denied by", ["Russia"])
    ]


def test_silence_is_told_where_there_is_nothing_else() -> None:
    asked = tie(positions=[SILENCE], answers=(Response.ASKED,))
    assert [each.label for each in asked.answers] == ["asked, no answer"]
    assert [each.label for each in tie().answers] == ["none on record"]


def test_only_the_party_carries_a_mark() -> None:
    made = tie()
    assert made.backer.mark is None
    assert made.recipient.mark is not None
    assert made.recipient.mark.number == 1


def test_a_tie_that_is_not_opened_cites_its_own_sources_alone() -> None:
    folio = page(knowledge(LNA, RUSSIA, CONFLICT, source("x"), source("y")))
    record = {"actor": "russia", "support": ["weapons"], "sources": ["x"], "positions": [DENIAL]}
    ledger.tie(folio, backing(record), opened=False)
    assert folio.cited == ("x",)


def many(count: int, **fields: Any) -> list[Backing]:
    record = {"actor": "russia", "observed": ["2020"], "sources": ["x"], **fields}
    return [replace(backing(record), name=f"{fields.get('sources', 'x')}{number}") for number in range(count)]


def test_a_long_ledger_shows_its_first_ties_and_what_only_a_dataset_records_stands_apart() -> None:
    folio = page(knowledge(LNA, RUSSIA, CONFLICT, source("x"), source("set", kind="dataset")))
    made = ledger.ledger(folio, [*many(8), *many(2, sources=["set"])])
    assert (len(made), len(made.shown), [(each.label, len(each.ties), each.open_wide) for each in made.folds]) == (
        10,
        5,
        [("3 more ties", 3, True), ("2 ties that only a dataset records", 2, False)],
    )


def test_a_ledger_of_datasets_alone_is_not_folded_away() -> None:
    folio = page(knowledge(LNA, RUSSIA, CONFLICT, source("set", kind="dataset")))
    made = ledger.ledger(folio, many(2, sources=["set"]))
    assert (len(made.shown), made.folds) == (2, ())


def test_a_position_on_what_a_dataset_records_brings_it_out_of_the_fold() -> None:
    folio = page(knowledge(LNA, RUSSIA, CONFLICT, source("x"), source("y"), source("set", kind="dataset")))
    made = ledger.ledger(folio, [*many(1), *many(1, sources=["set"], positions=[DENIAL])])
    assert (len(made.shown), made.folds) == (2, ())
