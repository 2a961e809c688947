"""The map of the rules, in the docstring of `backstory.checking`, is true."""

from __future__ import annotations

import re
from pathlib import Path

from backstory import checking

HERE = Path(checking.__file__).parent


def named(code: str) -> bool:
    """Whether the map says where a code is told; `E12x` stands for all of E120 to E129."""
    assert checking.__doc__
    return any(code.startswith(each.rstrip("x")) for each in re.findall(r"[EWN][0-9]{1,3}x*", checking.__doc__))


def test_every_file_of_rules_stands_on_the_map() -> None:
    assert checking.__doc__
    listed = set(re.findall(r"^ {4}([a-z_]+(?:, [a-z_]+)*) {2,}", checking.__doc__, re.MULTILINE))
    files = {path.stem for path in (HERE / "rules").glob("*.py")} - {"__init__"}
    assert {name for group in listed for name in group.split(", ")} == files


def test_what_is_told_of_records_outside_the_rules_is_on_the_list_of_why_not() -> None:
    sources = [path for name in ("assembling", "schema") for path in (HERE.parent / name).glob("*.py")]
    codes = {code for path in sources for code in re.findall(r"\"([EWN][0-9]{3})\"", path.read_text("utf-8"))}
    assert {"E202", "E400"} <= codes
    assert [code for code in sorted(codes) if not named(code)] == []
