"""The way out of a message, followed to the letter, mends the mistake and makes no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from backstory.diagnostics import Diagnostic
from tests.edited import edited
from tests.mistakes.reading import Mistake, planted
from tests.mistakes.test_mistakes import ALL, BASE, told


@pytest.mark.parametrize("mistake", ALL, ids=lambda mistake: mistake.title)
def test_the_edits_of_a_message_mend_what_it_tells(tmp_path: Path, mistake: Mistake) -> None:
    files, _ = planted(BASE, [mistake])
    found = told(tmp_path / "0", files)
    while mendable := next((each for each in found if each.edits), None):
        assert shown(mendable), mendable
        files = edited(files, mendable.edits)
        left = told(tmp_path / str(len(found)), files)
        assert len(left) < len(found), (mendable, left)
        found = left


def shown(found: Diagnostic) -> bool:
    """Whether the words of a message say what its edits do."""
    words = f"{found.label}\n{found.hint}"
    for edit in found.edits:
        wanted = edit.path.rpartition("/")[2] or edit.text.strip() or "delete"
        if not all(line.strip() in words for line in wanted.split("\n")):
            return False
    return True
