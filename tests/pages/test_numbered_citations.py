"""Citations and cards: numbered and listed in the order of the page, whatever the order in which it was made."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.pages import shuffled
from tests.scenario import Site, site
from tests.window import PATIENCE

CITING = (Path(__file__).parent / "citing.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def citing(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site with citations wherever a page can have them, built."""
    made = site(tmp_path_factory.mktemp("citing"), CITING)
    outcome = made.build()
    assert outcome.published, outcome.diagnostics
    return made


def pages(made: Site) -> dict[str, str]:
    return {file: data.decode() for file, data in made.files().items() if file.endswith(".html")}


def test_citations_are_numbered_in_the_order_in_which_they_stand_on_the_page(citing: Site) -> None:
    cited = 0
    for file, page in pages(citing).items():
        numbers = list(dict.fromkeys(re.findall(r'<a href="#_s(\d+)"', page)))
        assert numbers == re.findall(r'<li id="_s(\d+)"', page), file
        assert numbers == [str(number) for number in range(1, len(numbers) + 1)], file
        cited += len(numbers)
    assert cited > 30


def test_the_first_citation_of_a_source_is_the_one_its_list_leads_back_to(citing: Site) -> None:
    for file, page in pages(citing).items():
        for number in re.findall(r'href="#_c(\d+)"', page):
            first = re.search(rf'<a href="#_s{number}"[^>]*>', page)
            assert first, file
            assert f'id="_c{number}"' in first[0], file


def test_a_page_without_a_list_of_sources_has_no_notes(citing: Site) -> None:
    for route in ("", "conflicts/"):
        assert "It was long." in citing.page(route)


def test_an_actor_named_twice_has_one_card_and_a_source_has_cards_too(tmp_path: Path) -> None:
    made = site(
        tmp_path,
        """
        -- content/actors/army.md --
        ---
        name: The army
        type: other
        ---
        -- content/sources/a.md --
        ---
        title: A
        ---
        It is of [[army]], says the [[army]].
        """,
    )
    made.build()
    assert re.findall(r'id="_card-([^"]*)"', made.page("sources/a/")) == ["actor-army"]


@pytest.mark.parametrize("seed", [1, 2])
def test_the_order_of_a_planner_s_lines_changes_no_page(citing: Site, tmp_path: Path, seed: int) -> None:
    engine = shuffled.engine(tmp_path / "engine", seed)
    other = site(tmp_path / "site", CITING)
    command = [sys.executable, "-m", "backstory", "build", str(other.folder), "--jobs", "1"]
    ran = subprocess.run(command, cwd=engine, capture_output=True, text=True, check=False, timeout=PATIENCE)
    assert ran.returncode == 0, ran.stderr
    assert pages(other) == pages(citing)
