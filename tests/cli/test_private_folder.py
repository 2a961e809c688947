"""Compiled templates are kept where nobody else can write, and never with a site."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from backstory.cli.private_folder import private_folder

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="modes of files are POSIX's")


@pytest.fixture
def no_venv(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "prefix", sys.base_prefix)


def test_a_virtual_environment_holds_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "prefix", str(tmp_path / "venv"))
    folder = private_folder({"HOME": str(tmp_path)})
    assert folder == tmp_path / "venv/cache/backstory/templates"
    assert folder.stat().st_mode & 0o777 == 0o700


@pytest.mark.usefixtures("no_venv")
def test_elsewhere_the_users_cache_folder_holds_them(tmp_path: Path) -> None:
    named = {"HOME": str(tmp_path / "home"), "XDG_CACHE_HOME": str(tmp_path / "xdg")}
    assert private_folder({"HOME": str(tmp_path / "home")}) is not None
    if sys.platform == "linux":
        assert private_folder({"HOME": str(tmp_path / "home")}) == tmp_path / "home/.cache/backstory/templates"
    assert private_folder(named) == tmp_path / "xdg/backstory/templates"
    relative = {**named, "XDG_CACHE_HOME": "below/the/site"}
    assert private_folder(relative) == private_folder({"HOME": str(tmp_path / "home")})


@pytest.mark.usefixtures("no_venv")
def test_a_folder_that_others_can_write_or_that_is_a_link_is_not_used(tmp_path: Path) -> None:
    home = {"HOME": str(tmp_path)}
    folder = private_folder(home)
    assert folder is not None
    folder.chmod(0o777)
    assert private_folder(home) is None
    folder.chmod(0o755)
    assert private_folder(home) == folder
    folder.rmdir()
    (tmp_path / "theirs").mkdir()
    folder.symlink_to(tmp_path / "theirs")
    assert private_folder(home) is None


@pytest.mark.usefixtures("no_venv")
def test_a_folder_of_somebody_else_is_not_used(tmp_path: Path) -> None:
    folder = private_folder({"HOME": str(tmp_path)})
    assert folder is not None
    if os.getuid() != 0:
        pytest.skip("only root can give a folder away")
    os.chown(folder, 12345, 12345)
    assert private_folder({"HOME": str(tmp_path)}) is None


@pytest.mark.usefixtures("no_venv")
def test_where_no_folder_can_be_made_there_is_none(tmp_path: Path) -> None:
    (tmp_path / "a file").write_text("")
    assert private_folder({}) is None
    assert private_folder({"HOME": str(tmp_path / "a file")}) is None
