"""What git says of a folder; nothing where there is no git, or none for this folder."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

_PATIENCE = 20


def git(folder: Path, *words: str) -> str:
    """The output of a git command in a folder, without the last line's end; "" where it fails.

    Nothing that the repository's own settings name is run.
    """
    # Whose folder it is does not matter for questions, and CI runs as another user than the checkout's.
    asked = ["git", "-c", "safe.directory=*", "-c", "core.fsmonitor=false", "-C", str(folder), *words]
    elsewhere = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE")
    environment = {name: value for name, value in os.environ.items() if name not in elsewhere}
    try:
        ran = subprocess.run(asked, env=environment, capture_output=True, check=False, timeout=_PATIENCE)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return ran.stdout.decode("utf-8", "replace").rstrip("\n") if ran.returncode == 0 else ""


def tracked(folder: Path) -> str:
    """A file in or at a folder that git tracks; "" where it tracks none there."""
    top = folder.parent.resolve()
    if not os.path.lexists(folder) or not any((each / ".git").exists() for each in (top, *top.parents)):
        return ""
    return git(top, "ls-files", "-z", "--", folder.name).partition("\0")[0]


def commit(folder: Path, revision: str) -> str:
    """The full name of the commit that a revision means; "" where git knows none here."""
    return git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")


def files(
    folder: Path, commit: str, paths: tuple[str, ...], whole: Callable[[str], bool]
) -> Iterator[tuple[str, bytes]]:
    """The regular files below a folder at a commit: paths relative to it, and their bytes; of those that are not
    `whole` none."""
    listed = git(folder, "ls-tree", "-r", "-z", commit, "--", *paths).split("\0")
    found = [(line.partition("\t")[2], line.split()) for line in listed if line]
    regular = [(path, words[2]) for path, words in found if words[0] in ("100644", "100755")]
    wanted = [blob for path, blob in regular if whole(path)]
    blobs = iter(_blobs(folder, wanted))
    for path, _ in regular:
        yield path, next(blobs) if whole(path) else b""


def _blobs(folder: Path, names: list[str]) -> Iterator[bytes]:
    """The contents of blobs, in order."""
    asked = ["git", "-c", "safe.directory=*", "-C", str(folder), "cat-file", "--batch"]
    ran = subprocess.run(asked, input="".join(f"{name}\n" for name in names).encode(), capture_output=True, check=True)
    at = 0
    for _ in names:
        head_end = ran.stdout.index(b"\n", at)
        size = int(ran.stdout[at:head_end].split()[2])
        yield ran.stdout[head_end + 1 : head_end + 1 + size]
        at = head_end + size + 2
