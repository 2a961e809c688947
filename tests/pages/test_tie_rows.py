"""The row of a tie: what it rests on, and how it is answered."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from backstory.pages.parts.tie_rows import End, TieRow, tie_row
from backstory.values.vocabulary import Basis, Response
from tests.pages import given
from tests.pages.given import CONFLICT, actor, backing, knowledge, new_page, source
from tests.scenario import site

LNA = actor("lna", "Libyan National Army", "armed-group")
RUSSIA = actor("russia", "Russia", "state")
DENIAL = {"by": "russia", "stance": "denies", "date": "2020-05-26", "source": "y"}
SILENCE = {"by": "lna", "stance": "no-response", "date": "2020-05-27"}


def tie(basis: Basis = Basis.SINGLE, answers: tuple[Response, ...] = (), **fields: Any) -> TieRow:
    record = {"actor": "russia", "support": ["weapons"], "observed": ["2020-05-26"], "sources": ["x"], **fields}
    page = new_page(knowledge(LNA, RUSSIA, CONFLICT, source("x"), source("y")))
    return tie_row(page, (backing(record, basis, answers),))


CLAUSE = "Russia supplied weapons to Libyan National Army"


@pytest.mark.parametrize(
    ("basis", "sentence", "line"),
    [
        (Basis.ACKNOWLEDGED, f"{CLAUSE}. Acknowledged by Russia.", ""),
        (Basis.DECLARED, f"{CLAUSE}, as declared by Russia in “The x”.", ""),
        (Basis.FOUND, f"Russia found that {CLAUSE}.", ""),
        (Basis.ASSESSED, f"On whether {CLAUSE}: Russia gives an assessment.", "longest"),
        (Basis.SEPARATE, f"According to Russia, {CLAUSE}. 1 separate source.", "long"),
        (Basis.ONE_SIDE, f"According to Russia, {CLAUSE}. All who say so are of one side.", "short"),
        (Basis.SINGLE, f"According to Russia, {CLAUSE}. No second source is recorded here.", "short"),
        (
            Basis.UNNAMED,
            f"According to “The x”, where nobody is named as saying so, {CLAUSE}. It is not drawn.",
            "none",
        ),
        (Basis.UNSOURCED, f"Whether {CLAUSE}: nobody is recorded here who says so. It is not drawn.", "none"),
    ],
)
def test_only_what_is_acknowledged_or_declared_is_said_by_the_page(basis: Basis, sentence: str, line: str) -> None:
    made = tie(basis)
    assert (made.sentence, made.line) == (sentence, line)


def test_every_denier_is_named() -> None:
    made = tie(positions=[DENIAL, SILENCE], answers=(Response.DENIED,))
    assert [(each.label, [who.who.name.text for who in each.speakers]) for each in made.answers] == [
        ("denied by", ["Russia"])
    ]


def test_silence_is_told_where_there_is_nothing_else() -> None:
    asked = tie(positions=[SILENCE], answers=(Response.NO_ANSWER,))
    assert [each.label for each in asked.answers] == ["asked, no answer recorded:"]
    assert [each.label for each in tie().answers] == ["no response recorded here"]


def test_a_backer_that_acknowledges_a_tie_has_answered_and_a_denial_beside_it_is_named_all_the_same() -> None:
    assert tie(Basis.ACKNOWLEDGED).answers == ()
    denied = tie(Basis.ACKNOWLEDGED, positions=[DENIAL], answers=(Response.DENIED,))
    asked = tie(Basis.ACKNOWLEDGED, positions=[SILENCE], answers=(Response.NO_ANSWER,))
    assert [each.label for made in (denied, asked) for each in made.answers] == [
        "denied by",
        "asked, no answer recorded:",
    ]


def test_the_basis_cites_all_it_counts_the_sources_of_a_kind_of_support_too(tmp_path: Path) -> None:
    made = site(
        tmp_path,
        """
        -- content/actors.yaml --
        a: {name: A, type: state}
        b: {name: B, type: state}
        c: {name: C, type: state}
        -- content/backings/all.yaml --
        - recipient: a
          actor: b
          support: {kind: weapons, sources: two}
          sources: one
          positions: {by: c, stance: asserts, source: three}
        -- content/sources.yaml --
        one: {title: One, publisher: P}
        two: {title: Two, publisher: Q}
        three: {title: Three, publisher: R}
        """,
    )
    made.build()
    (cell,) = re.findall(r'<td data-l="Rests on">(.*)</td>', made.page("actors/a/"))
    assert "3 separate sources" in cell
    assert re.findall(r'href="#_s(\d)"', cell) == ["1", "2", "3"]


def test_only_the_party_carries_a_mark() -> None:
    page = new_page(knowledge(LNA, RUSSIA, CONFLICT))
    record = backing({"actor": "russia"})
    recipient = tie_row(page, (record,), names=End.RECIPIENT).other.mark
    assert tie().other.mark is None
    assert recipient is not None
    assert recipient.number == 1


def test_a_tie_without_detail_cites_its_own_sources_alone() -> None:
    page = new_page(knowledge(LNA, RUSSIA, CONFLICT, source("x"), source("y")))
    record = {"actor": "russia", "support": ["weapons"], "sources": ["x"], "positions": [DENIAL]}
    made = tie_row(page, (backing(record),), detailed=False)
    assert made.positions == ()
    assert [each.source_id for each in given.completed(page, *(row.cited for row in made.records)).sources] == ["x"]
