"""The ledger: what a tie rests on, and how it is answered."""

from __future__ import annotations

from typing import Any

import pytest

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
