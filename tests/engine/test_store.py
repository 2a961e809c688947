"""The store keeps results and survives damage by being dropped."""

from __future__ import annotations

from pathlib import Path

import pytest

from backstory.engine import store


def test_what_is_committed_is_there_next_time(tmp_path: Path) -> None:
    with store.opened(tmp_path / "s", "e1") as kept:
        kept.put("name", "value")
        kept.remember({"a": b"1", "b": b"2"})
        kept.keep_stamps({"x.md": ((1, 2, 3, 4), "d")})
        kept.commit()
    with store.opened(tmp_path / "s", "e1") as kept:
        assert kept.get("name") == "value"
        assert kept.recall(["a", "c"]) == {"a": b"1"}
        assert kept.stamps() == {"x.md": ((1, 2, 3, 4), "d")}


def test_what_is_not_committed_is_gone(tmp_path: Path) -> None:
    with store.opened(tmp_path / "s", "e1") as kept:
        kept.remember({"a": b"1"})
    with store.opened(tmp_path / "s", "e1") as kept:
        assert kept.recall(["a"]) == {}


def test_another_engine_starts_empty(tmp_path: Path) -> None:
    with store.opened(tmp_path / "s", "e1") as kept:
        kept.remember({"a": b"1"})
        kept.commit()
    with store.opened(tmp_path / "s", "e2") as kept:
        assert kept.recall(["a"]) == {}


def test_results_nobody_asks_for_are_forgotten(tmp_path: Path) -> None:
    with store.opened(tmp_path / "s", "e1") as kept:
        kept.remember({"a": b"1", "b": b"2"})
        kept.forget_but(["b"])
        assert kept.recall(["a", "b"]) == {"b": b"2"}


@pytest.mark.parametrize("damage", ["garbage", "cut", "folder", "empty"])
def test_a_damaged_store_is_dropped(tmp_path: Path, damage: str) -> None:
    file = tmp_path / "s"
    with store.opened(file, "e1") as kept:
        kept.remember({f"key{n}": b"x" * 500 for n in range(200)})
        kept.commit()
    data = file.read_bytes()
    file.unlink()
    if damage == "folder":
        file.mkdir()
    else:
        file.write_bytes({"garbage": b"not a database" * 99, "cut": data[: len(data) // 2], "empty": b""}[damage])
    with store.opened(file, "e1") as kept:
        assert kept.recall(["key1"]) == {}
        kept.remember({"key1": b"y"})
        kept.commit()
    with store.opened(file, "e1") as kept:
        assert kept.recall(["key1"]) == {"key1": b"y"}
