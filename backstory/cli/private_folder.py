"""The folder of compiled templates: one that this user alone can write.

Compiled templates are code, which runs when it is loaded. So they are never kept below a site's folder, where somebody
else's pull request could bring them.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path


def private_folder(environment: Mapping[str, str]) -> Path | None:
    """Where compiled templates are kept; None where no folder is safe, and then they are kept in memory alone.

    The virtual environment that runs the engine, whose packages are code as well, else the user's cache folder.
    """
    return next((each for each in _candidates(environment) if _is_private(each)), None)


def _candidates(environment: Mapping[str, str]) -> Iterator[Path]:
    parts = ("backstory", "templates")
    if sys.prefix != sys.base_prefix:
        yield Path(sys.prefix, "cache", *parts)
    home = environment.get("HOME") or environment.get("USERPROFILE")
    of_system = {"win32": "AppData/Local", "darwin": "Library/Caches"}.get(sys.platform, ".cache")
    named = environment.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME")
    if named and Path(named).is_absolute():
        yield Path(named, *parts)
    elif home:
        yield Path(home, of_system, *parts)


def _is_private(folder: Path) -> bool:
    """Whether the folder is there, made now if need be, and its owner, this user, alone may write to it."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = folder.lstat()
    except OSError:
        return False
    if sys.platform == "win32":
        return stat.S_ISDIR(found.st_mode)  # these folders belong to the user there
    ours = stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid()
    return ours and not found.st_mode & 0o022 and os.access(folder, os.W_OK)
