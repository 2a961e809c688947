"""The store keeps results and survives damage by being dropped."""

from __future__ import annotations

from pathlib import Path

import pytest

from backstory.engine import store


def test_what_is_committed_is_there_next_time(tmp_path: Path) -> None:
    with store.opened(tmp_path / "s", "e1") as kept:
        kept.put("name", "", b"value")
        kept.put_all("row", {"a": b"1", "b": b"2"})
        kept.commit()
    with store.opened(tmp_path / "s", "e1") as kept:
        assert kept.get("name") == b"value"
        assert kept.some("row", ["a", "c"]) == {"a": b"1"}
        assert kept.all("row") == {"a": b"1", "b": b"2"}


def test_what_is_not_committed_is_gone(tmp_path: Path) -> None:
    with store.opened(tmp_path / "s", "e1") as kept:
        kept.put("row", "a", b"1")
    with store.opened(tmp_path / "s", "e1") as kept:
        assert kept.get("row", "a") is None


def test_another_engine_starts_empty(tmp_path: Path) -> None:
    with store.opened(tmp_path / "s", "e1") as kept:
        kept.put("row", "a", b"1")
        kept.commit()
    with store.opened(tmp_path / "s", "e2") as kept:
        assert kept.all("row") == {}


def test_what_nobody_asks_for_is_forgotten_and_nothing_of_another_kind(tmp_path: Path) -> None:
    with store.opened(tmp_path / "s", "e1") as kept:
        kept.put_all("row", {"a": b"1", "b": b"2"})
        kept.put_all("other", {"a": b"3"})
        kept.keep_only("row", ["b", "c"])
        assert (kept.all("row"), kept.all("other")) == ({"b": b"2"}, {"a": b"3"})


@pytest.mark.parametrize("damage", ["garbage", "cut", "folder", "empty"])
def test_a_damaged_store_is_dropped(tmp_path: Path, damage: str) -> None:
    file = tmp_path / "s"
    with store.opened(file, "e1") as kept:
        kept.put_all("row", {f"key{n}": b"x" * 500 for n in range(200)})
        kept.commit()
    data = file.read_bytes()
    file.unlink()
    if damage == "folder":
        file.mkdir()
    else:
        file.write_bytes({"garbage": b"not a database" * 99, "cut": data[: len(data) // 2], "empty": b""}[damage])

    def kept_of_it() -> dict[str, bytes]:
        with store.opened(file, "e1") as kept:
            return kept.all("row")

    assert store.undamaged(file, kept_of_it) == {}


def test_a_value_of_which_a_byte_changed_on_the_disk_is_absent(tmp_path: Path) -> None:
    file = tmp_path / "s"
    with store.opened(file, "e1") as kept:
        kept.put_all("row", {"a": b"the first value", "b": b"the second value"})
        kept.commit()
    file.write_bytes(file.read_bytes().replace(b"the second value", b"the sec0nd value"))
    with store.opened(file, "e1") as kept:
        assert kept.all("row") == {"a": b"the first value"}
