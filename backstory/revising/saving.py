"""Writes the files of a change: all of them. One that was ended half-way is finished by the next command.

The new files are made beside the site's, in a folder of their own, with a list of where each goes. Before that list is
there nothing of the site has changed; once it is, everything that it says will be done.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from backstory import regular_files
from backstory.authoring.fault import AuthoringFault
from backstory.git import tracked
from backstory.values.file_names import UNFINISHED

_LIST = "list.json"


def save(site: Path, files: Mapping[str, bytes | None]) -> None:
    """Write files by path below a site; None deletes one. Raises AuthoringFault, with nothing changed."""
    folder = site / UNFINISHED
    try:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        steps = []
        for number, (path, data) in enumerate(sorted(files.items())):
            steps.append((path, None if data is None else str(number)))
            if data is not None:
                regular_files.create(folder / str(number), (data,))
        regular_files.create(folder / f"new-{_LIST}", (json.dumps(steps).encode(),))
        (folder / f"new-{_LIST}").rename(folder / _LIST)
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise AuthoringFault(f"{error.filename or site} cannot be written: {error.strerror}") from error
    finish(site)


def finish(site: Path) -> bool:
    """Do what is left of a change that was ended half-way; whether there was one.

    A folder that git tracks may have come with the site from a stranger: it is not followed.
    """
    folder = site / UNFINISHED
    if not os.path.lexists(folder):
        return False
    if folder.is_symlink() or tracked(folder):
        raise AuthoringFault(f"{folder} came with the site and is not ours: take it away")
    if (folder / _LIST).is_file():
        try:
            for path, source in json.loads(regular_files.read(folder / _LIST)):
                _step(site, path, folder / source if source is not None else None)
        except OSError as error:
            hint = "mend that, and run the command again: the rest of the change follows"
            raise AuthoringFault(f"{error.filename or folder} cannot be written: {error.strerror}; {hint}") from error
    shutil.rmtree(folder, ignore_errors=True)
    return True


def _step(site: Path, path: str, source: Path | None) -> None:
    if not (path == "site.yaml" or path.startswith("content/")) or ".." in path.split("/"):
        raise AuthoringFault(f"{site / UNFINISHED} names {path}, which is no file of content/: take it away")
    if regular_files.link_on_the_way(site, path) is not None:
        raise AuthoringFault(f"{site / path} is a link, and nothing is written through links")
    place = site / path
    if source is None:
        place.unlink(missing_ok=True)
    elif source.exists():
        # A file that is gone from the folder has been put in its place.
        place.parent.mkdir(parents=True, exist_ok=True)
        if place.exists():
            shutil.copymode(place, source)
        source.replace(place)
