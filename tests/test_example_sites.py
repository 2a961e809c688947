"""The sites in `examples/` hold what they say they hold. `python -m tests.test_example_sites` writes the messages."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

from backstory.diagnostics import Severity, formatting
from backstory.values.vocabulary import Basis, Response, Stance
from tests.scenario import Site

EXAMPLES = Path(__file__).parents[1] / "examples"
MESSAGES = EXAMPLES / "every-error/MESSAGES.txt"
CODES = {"E138", "E211", *(f"E{number}" for number in range(218, 226)), *(f"W{number}" for number in range(431, 436))}


def told(folder: Path) -> str:
    outcome = Site(folder).build(cache=None, output=None)
    return formatting.text(outcome.diagnostics, outcome.lines, formatting.TextStyle(command="python3 build.py"))


def test_the_two_banks_show_every_stance_basis_and_response(tmp_path: Path) -> None:
    made = Site(Path(shutil.copytree(EXAMPLES / "two-banks", tmp_path / "site")))
    outcome = made.build()
    told = [each.code for each in outcome.diagnostics if each.severity is not Severity.NOTE]
    assert told == ["W212"], "one tie that nobody says, on purpose"
    ties = list(csv.DictReader(made.page("data/backings.csv").lstrip("\ufeff").splitlines()))
    assert {each["basis"] for each in ties} == {each.value for each in Basis}
    assert {each["response"] for each in ties} == {each.value for each in Response}
    said = list(csv.DictReader(made.page("data/positions.csv").lstrip("\ufeff").splitlines()))
    assert {each["stance"] for each in said} >= {each.value for each in Stance} - {Stance.MENTIONS}


def test_the_messages_beside_every_error_are_what_the_command_says() -> None:
    text = told(EXAMPLES / "every-error")
    assert text == MESSAGES.read_text(encoding="utf-8"), "run python -m tests.test_example_sites"
    assert {code for code in CODES if f" {code} " not in text} == set()


if __name__ == "__main__":
    MESSAGES.write_text(told(EXAMPLES / "every-error"), encoding="utf-8")
