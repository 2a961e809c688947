"""The examples that explain a code of YAML show it, and show it mended."""

from __future__ import annotations

import pytest

from backstory.diagnostics import Code
from backstory.diagnostics.codes import yaml_codes
from backstory.values.located import Fields
from backstory.yamltext import load, without_empty


def _codes(text: str) -> set[str]:
    loaded = load(text, "a.md")
    notes = without_empty(loaded.value)[1] if isinstance(loaded.value, Fields) else ()
    return {each.code for each in (*loaded.diagnostics, *notes)}


# What shape YAML must have is for its readers to say: E118 and W102 are tried where they are.
@pytest.mark.parametrize(
    "code", [code for code in yaml_codes.CODES if code.id not in ("E118", "W102")], ids=lambda code: code.id
)
def test_the_bad_example_gives_the_code_and_the_good_one_gives_none(code: Code) -> None:
    assert _codes(code.bad) == {code.id}
    assert _codes(code.good) == set()
