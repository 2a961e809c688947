"""What git says of a folder; nothing where there is no git, or none for this folder."""

from __future__ import annotations

import os
import subprocess
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
