"""Links, pipes, sockets and devices in the place of files: refused by name, never read, never waited for."""

from __future__ import annotations

import json
import os
import socket
import stat
import sys
from collections.abc import Callable
from contextlib import chdir
from pathlib import Path

import pytest

from tests.cli.test_command import run, run_alone
from tests.scenario import site

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows, and it has no pipes")

SECRET = "root:x:0:0 secret of the machine"
GOOD = """
-- content/actors/lna.md --
---
name: Libyan National Army
type: armed-group
---
-- content/articles/who.md --
---
title: Who
date: 2020-01-01
---
It was the [[lna]].
"""


def _link(to: str) -> Callable[[Path], None]:
    return lambda place: place.symlink_to(to)


def _socket(place: Path) -> None:
    with chdir(place.parent), socket.socket(socket.AF_UNIX) as listener:
        listener.bind(place.name)


def _device(place: Path) -> None:
    os.mknod(place, stat.S_IFCHR | 0o666, os.makedev(1, 5))  # /dev/zero


THINGS: dict[str, Callable[[Path], None]] = {
    "a secret": _link("../../../secret"),
    "a secret two up": _link("../../secret"),
    "a secret one up": _link("../secret"),
    "zeroes": _link("/dev/zero"),
    "the terminal": _link("/dev/tty"),
    "itself": lambda place: place.symlink_to(place.name),
    "nothing": _link("nowhere"),
    "the disk": _link("/"),
    "the site": _link("../.."),
    "the memory of the process": _link("/proc/self/mem"),
    "a good file": _link("lna.md"),
    "a pipe": os.mkfifo,
    "a socket": _socket,
    **({"a device": _device} if hasattr(os, "geteuid") and os.geteuid() == 0 and sys.platform == "linux" else {}),
}
REFUSED = [
    *((f"content/articles/x{number}.md", thing) for number, thing in enumerate(THINGS)),
    *((f"content/actors/x{number}.ar.md", thing) for number, thing in enumerate(THINGS)),
    *((f"content/static/x{number}", thing) for number, thing in enumerate(THINGS)),
    *((f"content/backings/x{number}.yaml", thing) for number, thing in enumerate(THINGS)),
    *((f"content/articles/x{number}.png", thing) for number, thing in enumerate(THINGS)),
    ("content/claims.yaml", "a secret one up"),
    ("content/places.yaml", "a pipe"),
    ("content/sources.json", "a secret one up"),
    ("content/boundaries.geojson", "zeroes"),
    ("content/events", "the disk"),
    ("content/terms", "a pipe"),
    ("content/static/deep/er/x", "the disk"),
    ("templates/article.html", "a secret one up"),
    ("templates/parts/figure.html", "a pipe"),
    ("assets/site.css", "a secret one up"),
    ("assets/fonts", "the disk"),
]
"""Each path with what stands there."""
TOP = [
    ("site.yaml", "a secret one up", "E012"),
    ("site.yaml", "zeroes", "E012"),
    ("site.yaml", "a pipe", "E012"),
    ("content", "the disk", "E012"),
    ("content", "a pipe", "E018"),
    ("templates", "the disk", "E012"),
    ("assets", "the disk", "E012"),
]
"""What stands in the place of a whole folder, or of the settings, with the code of the one error."""


def _plant(folder: Path, path: str, thing: str) -> None:
    place = folder / path
    place.parent.mkdir(parents=True, exist_ok=True)
    if place.is_dir():
        place.rename(folder / "aside")
    place.unlink(missing_ok=True)
    THINGS[thing](place)


def test_each_is_refused_by_name_and_what_it_leads_to_is_not_read(tmp_path: Path) -> None:
    site(tmp_path / "site", GOOD)
    (tmp_path / "secret").write_text(f"{SECRET}\n", encoding="utf-8")
    for path, thing in REFUSED:
        _plant(tmp_path / "site", path, thing)
    checked = run_alone("check", "site", "--format", "json", cwd=tmp_path)
    told = [(each["path"], each["code"]) for each in map(json.loads, checked.stdout.splitlines())]
    assert sorted(each for each in told if each[1].startswith("E")) == sorted((path, "E012") for path, _ in REFUSED)
    built = run("build", "site", cwd=tmp_path)
    assert (checked.returncode, built.returncode, (tmp_path / "site/output").exists()) == (1, 1, False)
    assert SECRET not in checked.stdout + checked.stderr + built.stdout + built.stderr


@pytest.mark.parametrize(("path", "thing", "code"), TOP)
def test_so_is_what_stands_in_the_place_of_a_folder_or_the_settings(
    tmp_path: Path, path: str, thing: str, code: str
) -> None:
    site(tmp_path / "site", GOOD)
    (tmp_path / "secret").write_text(f"{SECRET}\n", encoding="utf-8")
    _plant(tmp_path / "site", path, thing)
    ran = run("check", "site", cwd=tmp_path)
    assert (ran.returncode, SECRET in ran.stdout + ran.stderr) == (1, False)
    assert f"{path}:1:1  error {code}" in ran.stdout


@pytest.mark.parametrize("thing", ["a secret one up", "a pipe", "zeroes"])
def test_import_reads_none(tmp_path: Path, thing: str) -> None:
    site(tmp_path / "site", GOOD)
    (tmp_path / "secret").write_text(f"{SECRET}\n", encoding="utf-8")
    (tmp_path / "table.csv").write_text("id,name,type\nx,X,state\n", encoding="utf-8")
    _plant(tmp_path / "site", "content/actors.yaml", thing)
    ran = run("import", "actors", "table.csv", "--site", "site", cwd=tmp_path)
    assert (ran.returncode, SECRET in ran.stdout + ran.stderr) == (2, False)
    assert "content/actors.yaml cannot be read: this is no file" in ran.stderr


def test_new_and_import_write_through_none(tmp_path: Path) -> None:
    site(tmp_path / "site", GOOD)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "site/content/events").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "site/content/backings").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "t.csv").write_text("actor,recipient,observed\nx,lna,2020\n", encoding="utf-8")
    for words in (("new", "event", "coup"), ("import", "backings", "t.csv")):
        ran = run(*words, "--site", "site", cwd=tmp_path)
        assert (ran.returncode, list((tmp_path / "elsewhere").iterdir())) == (2, [])
        assert "nothing is written through links" in ran.stderr
