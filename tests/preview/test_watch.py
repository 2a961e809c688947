"""Which changes are worth a build, and that none is lost."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from watchfiles import Change

from backstory.preview.watch import changes, wanted


@pytest.mark.parametrize(
    ("path", "is_wanted"),
    [
        ("content/a.md", True),
        ("site.yaml", True),
        ("content/a.md~", False),
        ("content/.#a.md", False),
        (".git/index", False),
        (".cache/store.sqlite", False),
        ("kept elsewhere/store.sqlite", False),
        ("output/index.html", False),
        ("output-notes/a.md", True),
        (".output.abc/index.html", False),
        (".venv/lib/x.py", False),
    ],
)
def test_what_we_and_tools_write_is_passed_over(tmp_path: Path, path: str, is_wanted: bool) -> None:
    look = wanted((tmp_path,), (tmp_path / "output", tmp_path / "kept elsewhere"))
    assert look(Change.modified, str(tmp_path / path)) is is_wanted


def test_a_site_may_stand_in_a_folder_that_is_passed_over_elsewhere(tmp_path: Path) -> None:
    folder = tmp_path / "node_modules/.cache/site"
    assert wanted((folder,), ())(Change.modified, str(folder / "site.yaml"))


@pytest.mark.parametrize("polling", [False, True])
def test_what_changes_while_the_caller_is_at_work_comes_next(tmp_path: Path, polling: bool) -> None:
    stop = threading.Event()
    bursts = changes((tmp_path,), (), stop, polling=polling)
    assert next(bursts) == ()
    (tmp_path / "one").write_text("1", encoding="utf-8")
    assert next(bursts) == (str(tmp_path / "one"),)
    (tmp_path / "two").write_text("2", encoding="utf-8")
    assert next(bursts) == (str(tmp_path / "two"),)
    (tmp_path / "two").unlink()
    assert next(bursts) == (str(tmp_path / "two"),)
    stop.set()
    assert list(bursts) == []


def test_a_link_to_a_folder_does_not_have_what_it_leads_to_watched(tmp_path: Path) -> None:
    (tmp_path / "out").symlink_to("/")
    stop = threading.Event()
    bursts = changes((tmp_path,), (), stop)
    assert next(bursts) == ()
    (tmp_path / "one").write_text("1", encoding="utf-8")
    assert next(bursts) == (str(tmp_path / "one"),)
    (tmp_path / "one").write_text("2", encoding="utf-8")
    (tmp_path / "output").mkdir()
    (tmp_path / "two~").write_text("2", encoding="utf-8")
    assert next(bursts) == (str(tmp_path / "one"),)
    (tmp_path / "one").unlink()
    assert next(bursts) == (str(tmp_path / "one"),)
    stop.set()
    assert list(bursts) == []


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No path"):
        next(changes((tmp_path / "nowhere",), (), threading.Event()))


def test_polling_sees_what_the_system_does_not_tell_also_twice_in_one_second(tmp_path: Path) -> None:
    watched, elsewhere = tmp_path / "watched", tmp_path / "elsewhere"
    for folder in (watched, elsewhere):
        folder.mkdir()
    (watched / "one").write_text("1", encoding="utf-8")
    # Linux tells of a change by the folder through which it was made.
    (elsewhere / "one").hardlink_to(watched / "one")
    bursts = changes((watched,), (), threading.Event(), polling=True)
    assert next(bursts) == ()
    for text in ("2", "3"):
        (elsewhere / "one").write_text(text, encoding="utf-8")
        assert next(bursts) == (str(watched / "one"),)


def test_polling_passes_over_what_we_write(tmp_path: Path) -> None:
    for name in ("output", ".git"):
        (tmp_path / name).mkdir()
    bursts = changes((tmp_path,), (tmp_path / "output",), threading.Event(), polling=True)
    assert next(bursts) == ()
    for name in ("output/a", ".git/b", "c~", "d"):
        (tmp_path / name).write_text("1", encoding="utf-8")
    assert next(bursts) == (str(tmp_path / "d"),)
