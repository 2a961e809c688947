"""Every code has its texts, its page and a test."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from backstory.diagnostics import CODES, Code
from backstory.diagnostics.codes import _AREAS
from backstory.diagnostics.manual import page

ROOT = Path(__file__).parent.parent.parent
TESTS = "\n".join(
    path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("*") if path.suffix in (".py", ".md", ".txt")
)


def test_no_code_is_listed_twice() -> None:
    listed = [code.id for area in _AREAS for code in area.CODES]
    assert sorted(set(listed)) == sorted(listed)


@pytest.mark.parametrize("code", CODES.values(), ids=CODES.keys())
def test_a_code_has_a_title_an_explanation_and_two_examples(code: Code) -> None:
    assert re.fullmatch(r"[EWN]\d{3}", code.id)
    assert not code.title.endswith(".")
    assert code.explanation.endswith((".", ":"))
    assert code.bad.strip() != code.good.strip() != ""


@pytest.mark.parametrize("code", CODES)
def test_a_code_is_named_in_a_test(code: str) -> None:
    assert re.search(rf"\b{code}\b", TESTS), f"no test names {code}"


def test_the_page_of_errors_is_the_one_the_codes_give() -> None:
    assert (ROOT / "docs/errors.md").read_text(encoding="utf-8") == page()
