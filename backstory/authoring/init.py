"""`init`: a new site that builds at once, to be changed into one's own."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from backstory.authoring.fault import AuthoringFault, write_new

# A wheel carries no folders or files that begin with a dot as surely as others.
_DOT = "_dot_"


def init(folder: Path, command: str) -> tuple[str, ...]:
    """Write the starter site into an empty or new folder; the lines to tell the author."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise AuthoringFault(f"{folder} is not empty; name a folder that is, or a new one")
    starter = resources.files("backstory.authoring").joinpath("starter")
    made = []
    for path, file in _files(starter, ""):
        write_new(folder, path, file.read_text(encoding="utf-8"))
        made.append(path)
    return (
        f"A new site stands in {folder}:",
        *(f"  {path}" for path in sorted(made)),
        f"See it:      {command} serve {folder}",
        f"Add to it:   {command} new actor ID --site {folder}",
    )


def _files(folder: Traversable, below: str) -> Iterator[tuple[str, Traversable]]:
    for each in folder.iterdir():
        name = each.name.replace(_DOT, ".", 1) if each.name.startswith(_DOT) else each.name
        if each.is_dir():
            if name != "__pycache__":
                yield from _files(each, f"{below}{name}/")
        else:
            yield below + name, each
