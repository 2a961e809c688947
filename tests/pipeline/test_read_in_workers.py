"""Long files are read in pieces, and only what changed is read again."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from backstory import config
from backstory.engine import store
from backstory.engine.workers import Limits
from backstory.pipeline import read_stage
from backstory.pipeline.discovery import look
from backstory.pipeline.read_in_workers import Fresh, Reader
from backstory.pipeline.request import Outcome
from backstory.records.document import Document
from tests.scenario import Site, found, site

ACTORS = "content/actors.yaml"


def _actors(count: int) -> list[str]:
    return [f"actor-{at}:\n  name: Number {at} of the actors\n  type: state\n" for at in range(count)]


def _write(made: Site, entries: list[str]) -> None:
    place = made.folder / ACTORS
    place.parent.mkdir(exist_ok=True)
    place.write_text("".join(entries), encoding="utf-8")


def _fresh(made: Site) -> Fresh:
    """What is read anew of a site after the last build."""
    request = made.request()
    with store.opened(made.folder / ".cache/reading.sqlite", "x") as memory:
        seen = look(request, memory)
        settings, _ = config.load(seen.settings)
        files = list(seen.snapshot.sources.values())
        fresh = Reader(request, settings, "salt", Limits()).read(files, partial(memory.some, "part"))
        memory.put_all("part", fresh.parts)
        memory.commit()
        return fresh


def _errors(outcome: Outcome) -> list[tuple[str, str]]:
    return [(code, place) for code, place in found(outcome) if code.startswith("E")]


def test_one_changed_entry_of_a_long_file_reads_a_piece_of_it_again(tmp_path: Path) -> None:
    made = site(tmp_path, "")
    entries = _actors(4_000)
    _write(made, entries)
    assert len(_fresh(made).parts) > 2
    entries[0] = "new:\n  name: A new one\n  type: state\n"
    _write(made, [*entries[:1], *_actors(1), *entries[1:]])
    again = _fresh(made)
    assert len(again.parts) == 1
    documents, _ = again.found[ACTORS]
    assert len(documents) == 4_001
    last = documents[-1]
    assert isinstance(last, Document)
    assert last.head.line == 4_000 * 3 + 1


def test_a_mistake_in_a_long_file_is_told_as_in_a_short_one(tmp_path: Path) -> None:
    made = site(tmp_path, "")
    entries = _actors(2_000)
    _write(made, [*entries, entries[0]])
    assert _errors(made.build()) == [("E108", f"{ACTORS}:6001:1")]
    _write(made, entries)
    assert not made.build().failed


def test_a_long_file_edited_gives_what_a_clean_build_gives(tmp_path: Path) -> None:
    made = site(tmp_path, "")
    entries = _actors(900)
    _write(made, entries)
    made.build()
    _write(made, ["first:\n  name: X\n  nmae: Y\n  type: state\n", *entries[1:], "last:\n  name:\n  type: state\n"])
    outcome = made.build()
    assert _errors(outcome) == [("E120", f"{ACTORS}:3:3"), ("E123", f"{ACTORS}:2703:3")]
    assert outcome.diagnostics == made.build(fresh=True).diagnostics


def test_a_long_file_that_takes_too_long_to_read_is_given_up_and_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = site(tmp_path, "")
    _write(made, _actors(900))
    monkeypatch.setattr(read_stage, "LIMITS", Limits(seconds=0.0, seconds_per_byte=0.0, patience=0.0))
    assert found(made.build())[:1] == [("E031", f"{ACTORS}:1:1")]
    monkeypatch.undo()
    assert not made.build().failed, "what was given up must not be remembered"
