"""Builds the golden site, and says which of its files are kept."""

from __future__ import annotations

from pathlib import Path

from tests.scenario import Site, site

HERE = Path(__file__).parent
EXPECTED = HERE / "expected"
_KEPT = (".html", ".xml", ".json", ".csv", ".jsonld", ".gexf", ".txt")


def laid(folder: Path) -> Site:
    """The golden site, not built yet."""
    return site(folder, (HERE / "site.txt").read_text(encoding="utf-8"))


def built(folder: Path) -> dict[str, bytes]:
    """The files of the golden site by path: all but the theme's assets and the marker."""
    made = laid(folder)
    outcome = made.build()
    assert not outcome.failed, outcome.diagnostics
    return kept(made)


def kept(made: Site) -> dict[str, bytes]:
    """The files of a site that was built, as `built` gives them."""
    return {
        file: data
        for file, data in made.files().items()
        if file.endswith(_KEPT) and not file.startswith(("assets/", "."))
    }
