"""Builds the golden site, and says which of its files are kept."""

from __future__ import annotations

from pathlib import Path

from tests.scenario import site

HERE = Path(__file__).parent
EXPECTED = HERE / "expected"
_KEPT = (".html", ".xml", ".json", ".csv", ".jsonld", ".gexf", ".txt")


def built(folder: Path) -> dict[str, bytes]:
    """The files of the golden site by path: all but the theme's assets and the marker."""
    made = site(folder, (HERE / "site.txt").read_text(encoding="utf-8"))
    outcome = made.build()
    assert not outcome.failed, outcome.diagnostics
    return {
        file: data
        for file, data in made.files().items()
        if file.endswith(_KEPT) and not file.startswith(("assets/", "."))
    }
