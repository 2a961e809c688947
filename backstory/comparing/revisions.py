"""A site as git has it at a revision: its text files, in a private folder that is deleted afterwards.

Only regular files are taken, never links. Of pictures and downloads the names alone count, so they are empty.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from backstory import git, regular_files

_READ = (".md", ".yaml", ".json", ".geojson")


class UnknownError(Exception):
    """Git knows no such revision here, or the site is in no repository."""


@contextmanager
def checked_out(site: Path, revision: str) -> Iterator[Path]:
    """A folder with the site at a revision. Raises UnknownError."""
    commit = git.commit(site, revision)
    if not commit:
        raise UnknownError(revision)
    with tempfile.TemporaryDirectory(prefix="backstory-") as name:
        folder = Path(name) / "site"
        folder.mkdir()
        for path, data in git.files(site, commit, ("content", "site.yaml"), lambda path: path.endswith(_READ)):
            place = folder / path
            place.parent.mkdir(parents=True, exist_ok=True)
            regular_files.create(place, (data,))
        yield folder
