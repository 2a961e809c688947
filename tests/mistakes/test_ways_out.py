"""The way out of a message, followed to the letter, mends the mistake and makes no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from backstory.diagnostics import Diagnostic
from tests.edited import edited
from tests.mistakes.reading import Mistake, planted
from tests.mistakes.test_mistakes import ALL, BASE, told

MENDED = 130
"""How many of the planted mistakes have a way out that is known to the letter, at the least."""


@pytest.mark.parametrize("mistake", ALL, ids=lambda mistake: mistake.title)
def test_the_edits_of_a_message_mend_what_it_tells(tmp_path: Path, mistake: Mistake) -> None:
    mended(tmp_path, mistake)


def test_the_way_out_of_most_messages_is_known_to_the_letter(tmp_path: Path) -> None:
    whole = [each.title for at, each in enumerate(ALL) if mended(tmp_path / str(at), each)]
    assert len(whole) >= MENDED


def mended(folder: Path, mistake: Mistake) -> bool:
    """Whether edits alone mend a mistake; each of them leaves less to tell, and its message shows it."""
    files, _ = planted(BASE, [mistake])
    found = told(folder / "0", files)
    while mendable := next((each for each in found if each.edits), None):
        assert shown(mendable), mendable
        files = edited(files, mendable.edits)
        left = told(folder / str(len(found)), files)
        assert len(left) < len(found), (mendable, left)
        found = left
    return not found


def shown(found: Diagnostic) -> bool:
    """Whether the words of a message say what its edits do."""
    words = f"{found.label}\n{found.hint}"
    for edit in found.edits:
        wanted = edit.path.rpartition("/")[2] or edit.text.strip() or "delete"
        if not all(line.strip() in words for line in wanted.split("\n")):
            return False
    return True
