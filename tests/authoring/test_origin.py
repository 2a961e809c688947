"""`init` writes how this Backstory is installed elsewhere, wherever it came from, and says so where it cannot know."""

from __future__ import annotations

import json
import subprocess
from importlib.metadata import Distribution
from pathlib import Path

import pytest

from backstory import authoring
from backstory.authoring.origin import Origin, origin, web_address

COMMIT = "0123456789abcdef0123456789abcdef01234567"


def git(folder: Path, *words: str) -> str:
    told = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", "-C", str(folder), *words]
    return subprocess.run(told, check=True, capture_output=True, text=True).stdout.strip()


def clone(folder: Path, remote: str, *, pushed: bool = True) -> Path:
    """A clone of Backstory with one commit; its package."""
    (folder / "backstory").mkdir(parents=True)
    (folder / "pyproject.toml").write_text('[project]\nname = "backstory"\n', encoding="utf-8")
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "First")
    git(folder, "remote", "add", "origin", remote)
    if pushed:
        git(folder, "update-ref", "refs/remotes/origin/main", "HEAD")
    return folder / "backstory"


def installed(folder: Path, direct_url: object = None) -> tuple[Path, Distribution]:
    """An installed package as pip records it."""
    about = folder / "backstory-1.2.dist-info"
    about.mkdir(parents=True)
    (folder / "backstory").mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: backstory\nVersion: 1.2\n", encoding="utf-8")
    if direct_url is not None:
        (about / "direct_url.json").write_text(json.dumps(direct_url), encoding="utf-8")
    return folder / "backstory", Distribution.at(about)


@pytest.mark.parametrize(
    "remote",
    [
        "https://github.com/desk/tool.git",
        "https://x-access-token:ghp_secret@github.com/desk/tool.git",
        "git@github.com:desk/tool.git",
        "ssh://git@github.com/desk/tool.git",
        "ssh://git@github.com:22/desk/tool.git",
        "git://github.com/desk/tool.git",
    ],
)
def test_of_a_clone_it_is_the_address_and_the_commit(remote: str, tmp_path: Path) -> None:
    package = clone(tmp_path, remote)
    commit = git(tmp_path, "rev-parse", "HEAD")
    assert origin(package) == Origin(f"backstory @ git+https://github.com/desk/tool.git@{commit}")


def test_of_a_clone_on_a_branch_it_is_the_remote_of_that_branch(tmp_path: Path) -> None:
    package = clone(tmp_path, "/somewhere/else")
    git(tmp_path, "remote", "add", "mine", "https://codeberg.org/me/tool")
    git(tmp_path, "update-ref", "refs/remotes/mine/main", "HEAD")
    git(tmp_path, "config", "branch.main.remote", "mine")
    assert origin(package).requirement.startswith("backstory @ git+https://codeberg.org/me/tool@")


def test_of_a_clone_below_another_repository_it_is_the_folder_too(tmp_path: Path) -> None:
    clone(tmp_path, "https://github.com/desk/all.git")
    (tmp_path / "tools").mkdir()
    for name in ("backstory", "pyproject.toml"):
        (tmp_path / name).rename(tmp_path / "tools" / name)
    assert origin(tmp_path / "tools" / "backstory").requirement.endswith("#subdirectory=tools")


@pytest.mark.parametrize("remote", ["/srv/tool.git", "../tool", "file:///srv/tool.git", "C:/tools/backstory"])
def test_a_remote_on_this_machine_alone_is_told(remote: str, tmp_path: Path) -> None:
    assert origin(clone(tmp_path, remote)) == Origin("", f"its repository is {remote}, which is not on the web")


def test_a_commit_that_the_remote_has_not_is_told(tmp_path: Path) -> None:
    package = clone(tmp_path, "https://github.com/desk/tool.git", pushed=False)
    assert "push it" in origin(package).unknown


def test_without_a_repository_or_a_remote_it_is_unknown(tmp_path: Path) -> None:
    (tmp_path / "backstory").mkdir()
    assert not origin(tmp_path / "backstory").requirement
    (tmp_path / "pyproject.toml").write_text('name = "backstory"\n', encoding="utf-8")
    assert "no remote" in origin(tmp_path / "backstory").unknown


def test_a_package_in_the_environment_of_a_sites_repository_is_not_taken_for_that_repository(tmp_path: Path) -> None:
    clone(tmp_path, "https://github.com/desk/site.git")
    package = tmp_path / ".venv/lib/site-packages/backstory"
    package.mkdir(parents=True)
    assert not origin(package).requirement


@pytest.mark.parametrize(
    ("record", "requirement"),
    [
        (None, "backstory==1.2"),
        (
            {"url": "https://github.com/desk/tool", "vcs_info": {"vcs": "git", "commit_id": COMMIT}},
            f"backstory @ git+https://github.com/desk/tool@{COMMIT}",
        ),
        (
            {"url": "ssh://git@github.com/desk/tool", "vcs_info": {"vcs": "git", "commit_id": COMMIT}},
            f"backstory @ git+https://github.com/desk/tool@{COMMIT}",
        ),
        (
            {
                "url": "https://github.com/desk/all",
                "vcs_info": {"vcs": "git", "commit_id": COMMIT},
                "subdirectory": "tools",
            },
            f"backstory @ git+https://github.com/desk/all@{COMMIT}#subdirectory=tools",
        ),
        (
            {"url": "https://example.org/backstory-1.2.whl", "archive_info": {"hash": "sha256=00"}},
            "backstory @ https://example.org/backstory-1.2.whl",
        ),
        ({"url": "file:///home/me/backstory-1.2.whl", "archive_info": {}}, ""),
        ({"url": "file:///srv/tool.git", "vcs_info": {"vcs": "git", "commit_id": COMMIT}}, ""),
        ({"url": "file:///nowhere/at/all", "dir_info": {}}, ""),
        ({"url": 'https://example.org/a";rm -rf', "archive_info": {}}, ""),
    ],
)
def test_of_an_installed_package_it_is_what_pip_recorded(record: object, requirement: str, tmp_path: Path) -> None:
    came = origin(*installed(tmp_path, record))
    assert (came.requirement, bool(came.unknown)) == (requirement, not requirement)


def test_a_package_installed_from_a_clone_comes_from_the_clones_remote(tmp_path: Path) -> None:
    clone(tmp_path / "clone", "git@github.com:desk/tool.git")
    record = {"url": (tmp_path / "clone").as_uri(), "dir_info": {}}
    assert "github.com/desk/tool.git@" in origin(*installed(tmp_path / "site-packages", record)).requirement


@pytest.mark.parametrize("remote", ["", "desk", "/a:b", "C:\\tools", "..", "git@", "-x"])
def test_what_is_no_address_of_the_web_is_none(remote: str) -> None:
    assert web_address(remote) == ""


@pytest.mark.parametrize("came", [Origin("backstory==1.2"), Origin("", "the clone has no remote")])
def test_init_writes_the_origin_or_says_at_once_and_in_the_file_what_is_missing(came: Origin, tmp_path: Path) -> None:
    lines = "\n".join(authoring.init(tmp_path / "site", "backstory", came))
    workflow = (tmp_path / "site/.github/workflows/pages.yml").read_text(encoding="utf-8")
    assert f'\n  BACKSTORY: "{came.requirement}"\n' in workflow
    assert ("# TO DO" in workflow) == ("BACKSTORY" in lines) == bool(came.unknown)
    assert came.unknown in lines
