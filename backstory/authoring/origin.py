"""Where this Backstory came from, in the words with which pip installs it elsewhere."""

from __future__ import annotations

import json
import re
from importlib.metadata import Distribution, distributions
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

import backstory
from backstory.git import git
from backstory.values.record import Record

_SSH = re.compile(r"(?:ssh://)?(?:[\w.-]+@)(?P<host>[\w.-]+)(?::[0-9]+/|[:/])/?(?P<path>[^/].*)\Z")
# What can stand in a requirement, a line of YAML and a shell's word, and means itself in each.
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._~/:@%+#=&?-]*\Z")


class Origin(Record, frozen=True):
    """A requirement of pip (PEP 508), or "" and why there is none, as the end of a sentence."""

    requirement: str
    unknown: str = ""


def origin(package: Path = Path(backstory.__file__).parent, installed: Distribution | None = None) -> Origin:
    """The origin of a package at a place: the record of its installation, else the clone it stands in.

    An installed package has its exact version, or what PEP 610 keeps in direct_url.json. Of a clone it is the address
    and the commit, where the remote is on the web and has the commit. `installed` is looked for where it is not given.
    """
    found = installed or _installed(package)
    if found is None:
        return _of_clone(package.parent)
    text = found.read_text("direct_url.json")
    if text is None:
        return _checked(f"backstory=={found.version}")
    return _of_address(json.loads(text))


def _installed(package: Path) -> Distribution | None:
    """The record of the installation that put the package at its place; None for a clone, installed as editable too."""
    for each in distributions(name="backstory"):
        place = Path(str(each.locate_file("backstory")))
        if place.exists() and place.samefile(package):
            return each
    return None


def _of_address(record: dict[str, dict[str, str] | str]) -> Origin:
    address, below = str(record.get("url", "")), record.get("subdirectory")
    versions, archive = record.get("vcs_info"), record.get("archive_info")
    if isinstance(versions, dict) and versions.get("vcs") == "git":
        web = web_address(address)
        return _of_commit(web, versions.get("commit_id", ""), str(below or "")) if web else _no_web(address)
    if isinstance(archive, dict) and address.startswith(("http://", "https://")):
        return _checked(f"backstory @ {_without_user(address)}")
    split = urlsplit(address)
    if split.scheme == "file" and not isinstance(archive, dict):
        return _of_clone(Path(url2pathname(split.path)))
    return Origin("", f"it was installed from {address or 'an unknown place'}, which is on this machine alone")


def _of_clone(root: Path) -> Origin:
    project = root / "pyproject.toml"
    if not project.is_file() or not re.search(r'^name = "backstory"$', project.read_text("utf-8"), re.MULTILINE):
        return Origin("", "it was neither installed from the index nor from a repository")
    branch = git(root, "symbolic-ref", "--short", "-q", "HEAD")
    remote = (git(root, "config", f"branch.{branch}.remote") if branch else "") or "origin"
    address, commit = git(root, "config", f"remote.{remote}.url"), git(root, "rev-parse", "HEAD")
    if not address or not commit:
        return Origin("", f"the clone in {root} has no remote")
    web = web_address(address)
    if not web:
        return _no_web(address)
    if not git(root, "for-each-ref", "--contains", commit, f"refs/remotes/{remote}"):
        return Origin("", f"the commit {commit[:10]} of {root} is not on {web}: push it, and make the site anew")
    top = git(root, "rev-parse", "--show-prefix")
    return _of_commit(web, commit, top.strip("/"))


def _of_commit(web: str, commit: str, below: str) -> Origin:
    return _checked(f"backstory @ git+{web}@{commit}" + (f"#subdirectory={below}" if below else ""))


def _no_web(address: str) -> Origin:
    return Origin("", f"its repository is {_without_user(address)}, which is not on the web")


def _checked(requirement: str) -> Origin:
    if all(map(_PLAIN.match, requirement.removeprefix("backstory @ ").split(" "))):
        return Origin(requirement)
    return Origin("", f"`{requirement}` has signs that a workflow cannot hold")


def web_address(remote: str) -> str:
    """The address at which anybody can clone a git remote: https, and no user in it. "" for a remote not on the web."""
    if remote.startswith(("http://", "https://")):
        return _without_user(remote)
    if remote.startswith("git://"):
        return "https://" + remote.removeprefix("git://")
    found = _SSH.match(remote)
    return f"https://{found['host']}/{found['path']}" if found else ""


def _without_user(address: str) -> str:
    """An address without the name and password, which can be a token, that may stand in it."""
    return re.sub(r"(?<=://)[^/@]*@", "", address)
