"""What a preview shows when it begins."""

from __future__ import annotations

from pathlib import Path

from backstory import pipeline
from backstory.pipeline.request import Tree
from tests.scenario import site

ACTOR = "-- content/actors/lna.md --\n---\nname: Libyan National Army\ntype: armed-group\n---\nText.\n"


def test_a_second_preview_shows_what_the_first_did_without_rendering_it(tmp_path: Path) -> None:
    made = site(tmp_path, ACTOR)
    request = made.request(output=None)
    first = pipeline.preview(request, Tree())
    second = pipeline.preview(request, Tree())
    assert second.tree == first.tree
    assert second.diagnostics == first.diagnostics
    assert first.tree.data


def test_a_preview_after_an_edit_shows_the_edit(tmp_path: Path) -> None:
    made = site(tmp_path, ACTOR)
    request = made.request(output=None)
    pipeline.preview(request, Tree())
    made.write(ACTOR.replace("Text.", "Another text."))
    outcome = pipeline.preview(request, Tree())
    page = outcome.tree.data["actors/lna/index.html"]
    assert isinstance(page, bytes)
    assert b"Another text." in page
    clean = site(tmp_path / "clean", ACTOR.replace("Text.", "Another text."))
    assert pipeline.preview(clean.request(output=None), Tree()).tree == outcome.tree


def test_a_preview_of_a_site_with_errors_is_not_kept(tmp_path: Path) -> None:
    made = site(tmp_path, ACTOR)
    request = made.request(output=None)
    good = pipeline.preview(request, Tree())
    made.write("-- content/actors/bad.md --\n---\nname: Bad\ntype: sate\n---\n")
    bad = pipeline.preview(request, Tree())
    assert bad.failed
    made.write("-- content/actors/bad.md --\n(deleted)\n")
    assert pipeline.preview(request, Tree()).tree == good.tree
