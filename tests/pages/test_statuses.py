"""How a claim stands."""

from __future__ import annotations

from typing import Any

import pytest

from backstory.model.schema.kinds import ClaimFields
from backstory.model.vocabulary import Status
from backstory.pages import statuses


def claim(*positions: dict[str, Any], **fields: Any) -> ClaimFields:
    return ClaimFields.model_validate(
        {"text": "It is so.", "date": "2020-05-26", "positions": list(positions), **fields}, context={"lang": "en"}
    )


def position(by: Any, stance: str, date: str = "2020-05-27", **more: Any) -> dict[str, Any]:
    return {"by": by, "stance": stance, "date": date, **more}


def figure(by: str, low: str, counts: str = "aircraft", date: str = "2020-05-27") -> dict[str, Any]:
    value = {"said": f"at least {low}", "low": low, "counts": counts}
    return position(by, "asserts", date, value=value)


@pytest.mark.parametrize(
    ("positions", "found"),
    [
        ([], ()),
        ([position("a", "asserts")], (Status.NO_DENIAL,)),
        ([position("a", "asserts"), position("b", "denies")], (Status.CONTESTED,)),
        ([position("a", "asserts"), position("b", "rejects-framing")], (Status.CONTESTED,)),
        ([position("a", "asserts"), position("b", "no-comment")], (Status.NO_DENIAL,)),
        ([position("a", "asserts"), position("a", "retracts", "2020-06")], (Status.NO_DENIAL, Status.WITHDRAWN)),
        (
            [position("a", "asserts"), position("b", "asserts"), position("a", "retracts", "2020-06")],
            (Status.NO_DENIAL,),
        ),
        ([figure("a", "14"), figure("b", "8")], (Status.NO_DENIAL, Status.FIGURES_DIFFER)),
        ([figure("a", "14"), figure("b", "14")], (Status.NO_DENIAL,)),
        ([figure("a", "14"), figure("b", "8", "men")], (Status.NO_DENIAL,)),
        ([figure("a", "14"), figure("b", "8", date="2020-06-18")], (Status.NO_DENIAL,)),
        (
            [position({"unnamed": "a diplomat", "according_to": "cnn"}, "asserts")],
            (Status.NO_DENIAL, Status.UNATTRIBUTED),
        ),
    ],
)
def test_the_status_is_derived_from_the_positions(positions: list[dict[str, Any]], found: tuple[Status, ...]) -> None:
    assert statuses.of(claim(*positions)) == found


def test_a_denial_older_than_the_claim_answers_nothing() -> None:
    made = claim(position("b", "denies", "2020-05-21"), position("a", "asserts"))
    assert statuses.of(made) == (Status.NO_DENIAL,)
    assert [each.stance.value for each in statuses.counted(made)] == ["asserts"]


def test_positions_stand_in_order_of_date_whatever_they_say() -> None:
    made = claim(
        position("c", "asserts", "2020-06-18"), position("b", "denies", "2020-05-28"), position("a", "asserts")
    )
    assert [str(each.date) for each in statuses.counted(made)] == ["2020-05-27", "2020-05-28", "2020-06-18"]
