"""`init`: a new site that builds at once, to be changed into one's own."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from backstory.authoring.fault import AuthoringFault, write_new
from backstory.authoring.origin import Origin

# A wheel carries no folders or files that begin with a dot as surely as others.
_DOT = "_dot_"
_WORKFLOW = ".github/workflows/pages.yml"
_EMPTY = 'BACKSTORY: ""'
_HOW = 'write its repository and commit: "backstory @ git+https://github.com/OWNER/REPOSITORY@COMMIT"'


def init(folder: Path, command: str, came: Origin) -> tuple[str, ...]:
    """Write the starter site into an empty or new folder; the lines to tell the author.

    Its workflow installs Backstory from where this one came.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise AuthoringFault(f"{folder} is not empty; name a folder that is, or a new one")
    starter = resources.files("backstory.authoring").joinpath("starter")
    made = []
    for path, file in _files(starter, ""):
        text = file.read_text(encoding="utf-8")
        write_new(folder, path, _with_origin(text, came) if path == _WORKFLOW else text)
        made.append(path)
    return (
        f"A new site stands in {folder}:",
        *(f"  {path}" for path in sorted(made)),
        *_missing(came),
        f"See it:      {command} serve {folder}",
        f"Add to it:   {command} new actor ID --site {folder}",
    )


def _with_origin(workflow: str, came: Origin) -> str:
    """The workflow with what it installs; where that is unknown, with a remark on what to write."""
    if came.requirement:
        return workflow.replace(_EMPTY, f'BACKSTORY: "{came.requirement}"')
    return workflow.replace(_EMPTY, f"# TO DO: {_HOW}\n  {_EMPTY}")


def _missing(came: Origin) -> tuple[str, ...]:
    if came.requirement:
        return ()
    return (
        f"Before it can publish by itself: nobody knows where this Backstory came from, for {came.unknown}.",
        f"  In {_WORKFLOW}, at BACKSTORY, {_HOW}.",
    )


def _files(folder: Traversable, below: str) -> Iterator[tuple[str, Traversable]]:
    for each in folder.iterdir():
        name = each.name.replace(_DOT, ".", 1) if each.name.startswith(_DOT) else each.name
        if each.is_dir():
            if name != "__pycache__":
                yield from _files(each, f"{below}{name}/")
        else:
            yield below + name, each
