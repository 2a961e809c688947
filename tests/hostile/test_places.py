"""A site is checked and built wherever it and its output stand: mounts, disks without room, users without a home."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

from tests.cli.test_command import run
from tests.hostile.test_paths import GOOD
from tests.published import CLONE
from tests.scenario import site
from tests.window import PATIENCE

ROOT = sys.platform == "linux" and os.geteuid() == 0 and shutil.which("unshare") is not None
mounting = pytest.mark.skipif(not ROOT, reason="only root on Linux can mount")


def _in_namespace(folder: Path, script: str) -> str:
    """What a script prints that may mount what it likes, in a folder with a site `made`; nothing of it lasts."""
    site(folder, GOOD)
    head = f"""
        import os, subprocess, sys
        from pathlib import Path
        from backstory.publishing.output import OutputFault
        from tests.scenario import Site
        made = Site(Path({str(folder)!r}))
        os.chdir(made.folder)
        def mount(*words):
            subprocess.run(["mount", *map(str, words)], check=True)
    """
    ran = subprocess.run(
        ["unshare", "--mount", sys.executable, "-c", dedent(head) + dedent(script)],
        cwd=CLONE, capture_output=True, text=True, check=False, timeout=PATIENCE,
    )  # fmt: skip
    if "Operation not permitted" in ran.stderr:
        pytest.skip("this machine lets nobody mount")
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


@mounting
@pytest.mark.parametrize("kind", ["-t tmpfs tmp", "--bind output"])
def test_an_output_folder_that_is_a_mount_is_written_into(tmp_path: Path, kind: str) -> None:
    told = _in_namespace(
        tmp_path,
        f"""
        os.mkdir("output")
        mount(*{kind.split()!r}, "output")
        for title in ("One", "Two", "Two", "Three"):
            made.write(f"-- site.yaml --\\ntitle: {{title}}\\n")
            assert made.build().published
            assert f"<title>{{title}}</title>" in made.page("")
        print(sorted(each.name for each in Path().iterdir()))
        print([each.name for each in Path("output").iterdir() if each.name.startswith(".")])
        """,
    )
    assert told == "['.cache', 'content', 'output', 'site.yaml']\n['.backstory.json']\n"


@mounting
def test_a_server_that_mounted_the_output_folder_goes_on_showing_the_site(tmp_path: Path) -> None:
    told = _in_namespace(
        tmp_path,
        """
        made.build()
        os.mkdir("served")
        mount("--bind", "output", "served")
        made.write("-- site.yaml --\\ntitle: Two\\n-- content/actors/x.md --\\n---\\nname: X\\ntype: state\\n---\\n")
        made.build()
        print("<title>Two</title>" in Path("served/index.html").read_text(), Path("served/actors/x").is_dir())
        """,
    )
    assert told == "True True\n"


@mounting
def test_a_site_that_cannot_be_written_is_checked_and_built_elsewhere(tmp_path: Path) -> None:
    told = _in_namespace(
        tmp_path / "site",
        """
        mount("--bind", "..", "..")
        mount("-o", "remount,bind,ro", "..")
        os.chdir(made.folder)
        checked = made.build(output=None)
        print(checked.failed, checked.uncached)
        try:
            made.build()
        except OutputFault as fault:
            print(fault)
        mount("-t", "tmpfs", "tmp", "/mnt")
        built = made.build(output=Path("/mnt/out"))
        print(built.published, built.uncached, made.build(output=Path("/mnt/out")).published)
        """,
    )
    place = tmp_path / "site/.output.stage"
    assert told == (
        "False Read-only file system\n"
        f"{place}: Read-only file system; the site was not replaced\n"
        "True Read-only file system True\n"
    )


@mounting
def test_where_only_the_output_folder_can_be_written_it_is(tmp_path: Path) -> None:
    told = _in_namespace(
        tmp_path / "site",
        """
        os.mkdir("output")
        mount("--bind", "..", "..")
        mount("-t", "tmpfs", "tmp", made.folder / "output")
        mount("-o", "remount,bind,ro", "..")
        os.chdir(made.folder)
        for _ in range(2):
            print(made.build().published, sorted(each.name for each in Path("output").iterdir())[:2])
        """,
    )
    assert told == "True ['.backstory.json', '404.html']\n" * 2


@mounting
def test_a_disk_without_room_keeps_the_last_site_whole(tmp_path: Path) -> None:
    told = _in_namespace(
        tmp_path,
        """
        os.mkdir("output")
        mount("-t", "tmpfs", "-o", "size=800k", "tmp", "output")
        made.build()
        before = made.files()
        Path("content/static").mkdir()
        Path("content/static/a").write_bytes(b"a" * 900_000)
        made.write("-- site.yaml --\\ntitle: Two\\n")
        try:
            made.build()
        except OutputFault as fault:
            print(str(fault).rpartition("/")[2])
        print(made.files() == before, len(before) > 20)
        os.remove("content/static/a")
        print(made.build().published, "<title>Two</title>" in made.page(""))
        """,
    )
    assert told == "output: No space left on device; the site was not replaced\nTrue True\nTrue True\n"


@mounting
def test_a_cache_without_room_only_makes_builds_slower(tmp_path: Path) -> None:
    told = _in_namespace(
        tmp_path,
        """
        os.mkdir(".cache")
        mount("-t", "tmpfs", "-o", "size=16k", "tmp", ".cache")
        for _ in range(2):
            built = made.build()
            print(built.published, built.counts.rendered > 10, built.uncached)
        """,
    )
    assert told == "True True database or disk is full\n" * 2


@mounting
@pytest.mark.skipif(shutil.which("setpriv") is None, reason="setpriv is not installed")
def test_a_user_without_a_name_and_a_home_builds(tmp_path: Path) -> None:
    site(tmp_path / "site", GOOD)
    for folder in (tmp_path, *tmp_path.parents[:2], tmp_path / "site"):
        folder.chmod(folder.stat().st_mode | stat.S_IRWXO)
    as_nobody = ["setpriv", "--reuid", "54321", "--regid", "54321", "--clear-groups"]
    reading = ["--inh-caps", "+dac_read_search", "--ambient-caps", "+dac_read_search"]
    kept = {name: value for name, value in os.environ.items() if name not in ("HOME", "XDG_CACHE_HOME")}
    ran = subprocess.run(
        [*as_nobody, *reading, sys.executable, "-m", "backstory", "build", tmp_path / "site"],
        cwd=tmp_path / "site", env={**kept, "PYTHONPATH": str(CLONE)}, capture_output=True, text=True, check=False,
        timeout=PATIENCE,
    )  # fmt: skip
    assert (ran.returncode, (tmp_path / "site/output/index.html").stat().st_uid) == (0, 54321), ran.stderr


def test_a_withdrawn_page_that_another_program_rewrote_is_told_by_every_build_and_check(tmp_path: Path) -> None:
    made = site(tmp_path, GOOD)
    run("build", cwd=tmp_path)
    page = tmp_path / "output/articles/who/index.html"
    page.write_text("minified", encoding="utf-8")
    made.write("-- content/articles/who.md --\n---\ntitle: Who\ndate: 2020-01-01\ndraft: true\n---\nIt was.\n")
    for words in (["build"], ["build"], ["build", "--quiet"], ["check"], ["build", "--fresh"], ["check", "--quiet"]):
        ran = run(*words, cwd=tmp_path)
        assert ran.returncode == 0
        assert "output/articles/who/index.html is still there" in ran.stderr, words
    page.unlink()
    assert "still there" not in run("build", cwd=tmp_path).stderr + run("check", cwd=tmp_path).stderr


@pytest.mark.parametrize("stands", ["a link", "a pipe for a lock", "a link for a lock", "a link for a store"])
def test_a_cache_that_cannot_be_used_is_told_and_nothing_is_written_through_it(tmp_path: Path, stands: str) -> None:
    site(tmp_path / "site", GOOD)
    cache, elsewhere = tmp_path / "site/.cache", tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "precious").write_text("mine", encoding="utf-8")
    if stands == "a link":
        cache.symlink_to(elsewhere)
    else:
        cache.mkdir()
        if stands == "a pipe for a lock":
            os.mkfifo(cache / "lock")
        else:
            (cache / ("lock" if "lock" in stands else "store.sqlite")).symlink_to(elsewhere / "precious")
    ran = run("build", "site", cwd=tmp_path)
    assert (ran.returncode, (tmp_path / "site/output/index.html").is_file()) == (0, True)
    assert ("nothing is remembered" in ran.stderr) is (stands != "a link for a store")
    assert {each.name: each.read_text(encoding="utf-8") for each in elsewhere.iterdir()} == {"precious": "mine"}
