"""Files of a site are opened in one module: none can be led astray by a link, or held up by a pipe."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.published import CLONE

PACKAGE = CLONE / "backstory"
OPENING = {
    "open", "fdopen", "read_text", "read_bytes", "write_text", "write_bytes", "readlink",
    "copy2", "copyfile", "copytree", "connect",
}  # fmt: skip
"""Names of what opens a file, as a function or a method."""
ALLOWED = {
    "authoring/fault.py": {"open": "writes a new file, never over one that is there"},
    "authoring/importing/__init__.py": {"open": "the author's table, wherever it is"},
    "authoring/init.py": {"read_text": "the starter of the package"},
    "authoring/origin.py": {"read_text": "how the package was installed, and its pyproject.toml"},
    "cli/__init__.py": {"open": "the null device"},
    "doctor.py": {"read_text": "the workflow of the package"},
    "drawing/atlas/__init__.py": {"read_bytes": "the map of the package"},
    "engine/lock.py": {"open": "the lock of the cache; no link is followed"},
    "engine/store.py": {"connect": "the database of the cache; no link is followed"},
    "language/wording/phrasebook.py": {"read_text": "the phrases of the package"},
    "pipeline/engine_version.py": {"read_bytes": "the source of the package"},
    "preview/handlers.py": {"read_bytes": "the script of the package"},
    "publishing/staging.py": {"copy2": "a file of the output folder; of a link, the link itself"},
    "regular_files.py": {"open": "the door"},
    "schema/__main__.py": {"write_text": "the schemas of the documentation"},
}


def _opened(module: Path) -> Iterator[str]:
    """What a module calls to open files; calls of the door itself are left out."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        called = node.func
        name = called.attr if isinstance(called, ast.Attribute) else called.id if isinstance(called, ast.Name) else ""
        owner = called.value.id if isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name) else ""
        if name in OPENING and owner not in ("builder", "regular_files", "webbrowser"):
            yield name


def test_no_other_module_opens_files_of_a_site() -> None:
    found = {
        path.relative_to(PACKAGE).as_posix(): names
        for path in sorted(PACKAGE.rglob("*.py"))
        if (names := set(_opened(path)))
    }
    assert {path: sorted(names) for path, names in found.items()} == {
        path: sorted(allowed) for path, allowed in ALLOWED.items()
    }
