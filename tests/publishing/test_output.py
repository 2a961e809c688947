"""The output folder: whole or not at all, and nothing deleted that is not ours."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from backstory.engine import fingerprint
from backstory.publishing import output
from backstory.publishing.output import MARKER, Change, OutputFault, Published


def files_of(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != MARKER
    }


def write(tmp_path: Path, **files: str) -> Published:
    """Publish a site of exactly these files (`__` stands for a slash)."""
    wanted = {name.replace("__", "/"): text for name, text in files.items()}
    digests = {file: fingerprint.digest(text.encode()) for file, text in wanted.items()}
    out = opened(tmp_path)
    fresh = {
        file: text.encode()
        for file, text in wanted.items()
        if out.files.get(file) != digests[file] or not out.intact(file)
    }
    return output.publish(out, Change(digests, fresh))


def opened(tmp_path: Path) -> output.Output:
    site = tmp_path / "site"
    (site / "content").mkdir(parents=True, exist_ok=True)
    return output.opened(site / "output", site=site, content=site / "content")


@pytest.fixture(params=[400, -1], ids=["journal", "swap"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(output, "_FEW", request.param)


@pytest.mark.usefixtures("way")
def test_the_folder_holds_the_site_and_nothing_of_the_last_one(tmp_path: Path) -> None:
    write(tmp_path, a__index="1", b__c__index="2", d="3")
    write(tmp_path, a__index="1", d="4")
    assert files_of(tmp_path / "site/output") == {"a/index": "1", "d": "4"}
    assert not (tmp_path / "site/output/b").exists()


@pytest.mark.usefixtures("way")
def test_files_of_others_stay(tmp_path: Path) -> None:
    write(tmp_path, a="1", b="2")
    (tmp_path / "site/output/mine").mkdir()
    (tmp_path / "site/output/mine/note.txt").write_text("keep", encoding="utf-8")
    (tmp_path / "site/output/link").symlink_to("mine/note.txt")
    write(tmp_path, a="2")
    assert files_of(tmp_path / "site/output") == {"a": "2", "mine/note.txt": "keep", "link": "keep"}
    assert (tmp_path / "site/output/link").is_symlink()


@pytest.mark.usefixtures("way")
def test_a_hand_changed_page_is_rewritten_and_a_hand_changed_removed_one_is_kept_and_told(
    tmp_path: Path,
) -> None:
    write(tmp_path, a="1", b="2")
    for name in ("a", "b"):
        (tmp_path / "site/output" / name).write_text("by hand", encoding="utf-8")
    done = write(tmp_path, a="1")
    assert files_of(tmp_path / "site/output") == {"a": "1", "b": "by hand"}
    assert done == Published(written=1, removed=0, kept=("b",))


@pytest.mark.usefixtures("way")
def test_everybody_may_read_what_is_written_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        write(tmp_path, a__b="1")
        write(tmp_path, a__b="2", c__d="3")
    finally:
        os.umask(before)
    modes = {oct(path.stat().st_mode & 0o777) for path in (tmp_path / "site/output").rglob("*") if path.is_file()}
    folders = {oct(path.stat().st_mode & 0o777) for path in (tmp_path / "site/output").rglob("*") if path.is_dir()}
    assert (modes, folders) == ({"0o644"}, {"0o755"})


@pytest.mark.parametrize("place", [".", "content", "..", "content/deep", "/"])
def test_folders_that_hold_the_site_are_refused(tmp_path: Path, place: str) -> None:
    site = tmp_path / "site"
    (site / "content").mkdir(parents=True)
    with pytest.raises(OutputFault, match="cannot be the output folder"):
        output.opened(site / place, site=site, content=site / "content")


def test_a_folder_with_files_of_others_and_no_marker_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site/output").mkdir(parents=True)
    (tmp_path / "site/output/thesis.txt").write_text("years of work", encoding="utf-8")
    with pytest.raises(OutputFault, match="did not write"):
        opened(tmp_path)


def test_a_kill_after_the_journal_is_finished_by_the_next_start(tmp_path: Path) -> None:
    write(tmp_path, a="1", b="2")
    stage = tmp_path / "site/.output.stage"
    stage.mkdir()
    (stage / "0").write_text("new", encoding="utf-8")
    (stage / "journal").write_text(
        '{"renames": {"0": "a", "1": "never/staged/any/more"}, "removals": ["b"]}', encoding="utf-8"
    )
    opened(tmp_path)
    assert files_of(tmp_path / "site/output") == {"a": "new"}
    assert not stage.exists()


def test_a_kill_before_the_journal_is_undone_by_the_next_start(tmp_path: Path) -> None:
    write(tmp_path, a="1")
    stage = tmp_path / "site/.output.stage"
    stage.mkdir()
    (stage / "0").write_text("half", encoding="utf-8")
    opened(tmp_path)
    assert files_of(tmp_path / "site/output") == {"a": "1"}
    assert not stage.exists()


def test_a_kill_between_the_two_renames_is_finished_by_the_next_start(tmp_path: Path) -> None:
    write(tmp_path, a="1")
    (tmp_path / "site/output").rename(tmp_path / "site/.output.next")
    opened(tmp_path)
    assert files_of(tmp_path / "site/output") == {"a": "1"}


def test_a_full_disk_leaves_the_site_as_it_was(tmp_path: Path) -> None:
    write(tmp_path, a="1", b="2")
    out = opened(tmp_path)
    change = Change({"a": "x", "b": "y"}, {"a": b"9", "b": tmp_path / "not-there"})
    with pytest.raises(OutputFault, match="was not replaced"):
        output.publish(out, change)
    assert files_of(tmp_path / "site/output") == {"a": "1", "b": "2"}
    assert not (tmp_path / "site/.output.stage").exists()


def test_a_marker_cannot_name_files_outside_the_folder(tmp_path: Path) -> None:
    write(tmp_path, a="1")
    victim = tmp_path / "site/victim"
    victim.write_text("x", encoding="utf-8")
    digest = fingerprint.digest(b"x")
    (tmp_path / "site/output" / MARKER).write_text(f'{{"files": {{"../victim": "{digest}"}}}}', encoding="utf-8")
    write(tmp_path, b="2")
    assert victim.exists()
