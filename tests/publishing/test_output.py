"""The output folder: whole or not at all, and nothing deleted that is not ours."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from backstory.engine import fingerprint
from backstory.publishing import output, swap_paths
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


@pytest.fixture(params=["by file", "by entry", "first mounted"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A few files changed one by one, many by whole entries, and either into a folder that was made before."""
    monkeypatch.setattr(output, "_FEW", -1 if request.param == "by entry" else 400)
    monkeypatch.setattr(output, "_MOST", 0)
    if request.param == "first mounted":
        (tmp_path / "site/output").mkdir(parents=True)


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
    assert opened(tmp_path).kept == ("b",)
    assert write(tmp_path, a="2").kept == ("b",)


@pytest.mark.usefixtures("way")
def test_what_was_kept_is_told_until_it_is_gone(tmp_path: Path) -> None:
    write(tmp_path, a="1", b="2", c="3")
    for name in ("b", "c"):
        (tmp_path / "site/output" / name).write_text("by hand", encoding="utf-8")
    assert write(tmp_path, a="1").kept == ("b", "c")
    (tmp_path / "site/output/b").unlink()
    assert opened(tmp_path).kept == ("c",)
    (tmp_path / "site/output/c").write_text("3", encoding="utf-8")
    assert write(tmp_path, a="2") == Published(written=1, removed=1)
    assert files_of(tmp_path / "site/output") == {"a": "2"}


@pytest.mark.usefixtures("way")
def test_the_folder_stays_the_one_that_a_server_holds_open(tmp_path: Path) -> None:
    write(tmp_path, a__index="1", b="2", c="3")
    held = (tmp_path / "site/output").stat().st_ino
    write(tmp_path, a__index="9", b="8", d="7")
    assert (tmp_path / "site/output").stat().st_ino == held
    assert files_of(tmp_path / "site/output") == {"a/index": "9", "b": "8", "d": "7"}


@pytest.mark.usefixtures("way")
def test_a_file_becomes_a_folder_and_a_folder_a_file(tmp_path: Path) -> None:
    write(tmp_path, a="1", b__c="2", z="3")
    write(tmp_path, a__c="1", b="2", z="3")
    assert files_of(tmp_path / "site/output") == {"a/c": "1", "b": "2", "z": "3"}


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("what", ["a link", "a file of others", "a folder of others"])
def test_what_stands_in_the_way_is_named_and_nothing_is_written_through_it(tmp_path: Path, what: str) -> None:
    write(tmp_path, a="1")
    (tmp_path / "elsewhere").mkdir()
    place = tmp_path / "site/output/b"
    if what == "a link":
        place.symlink_to(tmp_path / "elsewhere")
    elif what == "a file of others":
        place.write_text("theirs", encoding="utf-8")
    else:
        (place / "c").mkdir(parents=True)
        (place / "c/x").write_text("theirs", encoding="utf-8")
    before = files_of(tmp_path / "site/output")
    with pytest.raises(OutputFault, match=r"output/b.* move it elsewhere"):
        write(tmp_path, a="2", b__c="2")
    assert (files_of(tmp_path / "site/output"), list((tmp_path / "elsewhere").iterdir())) == (before, [])


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


@pytest.mark.parametrize("done", range(4))
def test_a_kill_between_two_exchanges_is_finished_by_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, done: int
) -> None:
    write(tmp_path, a__x="1", b__x="2", c="3")
    exchanges = iter(range(done))

    def killed(new: Path, old: Path) -> None:
        if next(exchanges, None) is None:
            raise KeyboardInterrupt
        swap(new, old)

    swap = swap_paths.swap
    monkeypatch.setattr(swap_paths, "swap", killed)
    with pytest.raises(KeyboardInterrupt):
        write(tmp_path, a__x="4", b__y="5", c="6")
    monkeypatch.undo()
    opened(tmp_path)
    assert files_of(tmp_path / "site/output") == {"a/x": "4", "b/y": "5", "c": "6"}
    assert not (tmp_path / "site/.output.stage").exists()


@pytest.mark.parametrize(
    "journal",
    [
        '{"renames": {"0": "../victim"}}',
        '{"renames": {"0": "/tmp/victim"}}',
        '{"renames": {"0": "out/victim"}}',
        '{"renames": {"../../victim": "a"}}',
        '{"renames": {"../output": "b"}}',
        '{"removals": ["../victim"]}',
        '{"removals": ["out/victim"]}',
        '{"swaps": {"../victim": 1}}',
        '{"drops": ["../victim"]}',
        '{"drops": ["."]}',
        '{"renames": {"0": ["../victim"]}}',
        '{"renames": []}',
        '{"removals": {}}',
        "[]",
        "1",
        "{",
        "[" * 100_000,
    ],
    ids=lambda journal: journal[:30],
)
def test_a_journal_of_a_stranger_reaches_nothing_outside(tmp_path: Path, journal: str) -> None:
    write(tmp_path, a="1")
    (tmp_path / "site/victim").write_text("mine", encoding="utf-8")
    (tmp_path / "site/output/out").symlink_to(tmp_path / "site")
    stage = tmp_path / "site/.output.stage"
    stage.mkdir()
    (stage / "0").write_text("theirs", encoding="utf-8")
    (stage / "journal").write_text(journal, encoding="utf-8")
    assert opened(tmp_path).files == {"a": fingerprint.digest(b"1")}
    assert (tmp_path / "site/victim").read_text(encoding="utf-8") == "mine"
    assert not stage.exists()


def test_a_stage_that_is_a_link_is_taken_away_and_what_it_leads_to_is_left(tmp_path: Path) -> None:
    write(tmp_path, a="1")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/journal").write_text('{"removals": ["a"]}', encoding="utf-8")
    (tmp_path / "site/.output.stage").symlink_to(tmp_path / "elsewhere")
    write(tmp_path, a="2")
    assert files_of(tmp_path / "site/output") == {"a": "2"}
    assert [each.name for each in (tmp_path / "elsewhere").iterdir()] == ["journal"]


def test_what_another_build_wrote_meanwhile_is_not_mixed_with_this_one(tmp_path: Path) -> None:
    write(tmp_path, a="1")
    first = opened(tmp_path)
    write(tmp_path, a="2", b="2")
    with pytest.raises(OutputFault, match="another build wrote into"):
        output.publish(first, Change({"a": "x"}, {"a": b"3"}))
    assert files_of(tmp_path / "site/output") == {"a": "2", "b": "2"}


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
