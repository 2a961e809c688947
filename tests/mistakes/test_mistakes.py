"""Every mistake an author makes is told at its own place: alone, beside others in one file, and forty in one site."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from backstory import assembling, checking, config, linking
from backstory.diagnostics import Diagnostic, Severity, formatting, ordered, weighed
from backstory.reading import Theme, discover
from backstory.reading.documents import documents
from backstory.records.document import BackingList, Document
from tests.cli.test_command import run
from tests.mistakes.reading import HERE, Due, Mistake, base, mistakes, parted, planted
from tests.scenario import TODAY

BASE = base()
THEME = Theme(HERE / "templates", HERE / "assets")
NAMES = sorted(path.name for path in HERE.glob("*.txt") if path.name != "base.txt")
ALL = [mistake for name in NAMES for mistake in mistakes(name, BASE)]


def told(folder: Path, files: Mapping[str, str]) -> tuple[Diagnostic, ...]:
    """The errors and warnings of a site, as far as its links: pages are planned only of what has none."""
    for path, text in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    site, found = config.load(files["site.yaml"])
    snapshot, of_names = discover(folder, THEME, languages=site.languages)
    read = [documents(path, (folder / path).read_bytes(), languages=site.languages) for path in snapshot.sources]
    entries = [entry for some, _ in read for entry in some]
    pages = [each for each in entries if isinstance(each, Document)]
    lists = [each for each in entries if isinstance(each, BackingList)]
    knowledge, of_model = assembling.model(pages, lists, site, today=TODAY, drafts=False, future=False)
    links, of_links = linking.link(knowledge, files=snapshot.files)
    of_rules = checking.check(knowledge, links, today=TODAY)
    said = (*found, *of_names, *(each for _, some in read for each in some), *of_model, *of_links, *of_rules)
    return tuple(each for each in weighed(ordered(said), site.severity) if each.severity is not Severity.NOTE)


def unmet(due: Iterable[Due], found: Iterable[Diagnostic]) -> tuple[list[Due], list[str]]:
    """What was due and not told, and what was told and not due."""
    left = list(found)
    missing = []
    for each in due:
        met = next((one for one in left if _meets(each, one)), None)
        if met is None:
            missing.append(each)
        else:
            left.remove(met)
    return missing, [f"{one.span.path}:{one.span.line}:{one.span.column} {one.code} {one.message}" for one in left]


def _meets(due: Due, found: Diagnostic) -> bool:
    span = found.span
    here = (span.path, span.line, found.code) == (due.path, due.line, due.code)
    said = f"{found.message} {found.label} {found.hint} {found.link}"
    return here and due.column in (0, span.column) and due.words in said


def test_the_site_without_mistakes_has_none(tmp_path: Path) -> None:
    assert told(tmp_path, BASE) == ()


def test_there_are_mistakes_enough() -> None:
    assert len(ALL) >= 90
    assert len({mistake.title for mistake in ALL}) == len(ALL)


@pytest.mark.parametrize("mistake", ALL, ids=lambda mistake: mistake.title)
def test_a_mistake_is_told_at_its_own_place_and_nothing_else_is(tmp_path: Path, mistake: Mistake) -> None:
    files, due = planted(BASE, [mistake])
    found = told(tmp_path, files)
    assert unmet(due, found) == ([], [])
    assert all(each.hint or each.label for each in found), "there is no way out"


@pytest.mark.parametrize("wrong", parted(ALL), ids=lambda wrong: f"{len(wrong)} mistakes")
def test_no_mistake_of_a_site_hides_another(tmp_path: Path, wrong: tuple[Mistake, ...]) -> None:
    files, due = planted(BASE, wrong)
    assert unmet(due, told(tmp_path, files)) == ([], [])


def test_forty_mistakes_stand_in_one_site() -> None:
    assert len(parted(ALL)[0]) >= 40


@pytest.mark.parametrize("path", ["content/places.yaml", "content/sources.yaml", "content/actors.yaml"])
def test_a_file_of_which_nothing_can_be_read_is_told_alone(tmp_path: Path, path: str) -> None:
    found = told(tmp_path, {**BASE, path: "- a\n- b\n"})
    assert [(each.span.path, each.code) for each in found] == [(path, "E118")]


GROUPS = [group for path in BASE for group in parted([each for each in ALL if each.path == path], most=5)]


@pytest.mark.parametrize("wrong", GROUPS, ids=lambda wrong: f"{len(wrong)} in {wrong[0].path}")
def test_no_mistake_of_a_file_hides_another(tmp_path: Path, wrong: tuple[Mistake, ...]) -> None:
    files, due = planted(BASE, wrong)
    assert unmet(due, told(tmp_path, files)) == ([], [])


def test_each_is_one_annotation_on_its_line_of_a_pull_request(tmp_path: Path) -> None:
    files, _ = planted(BASE, parted(ALL)[0])
    found = told(tmp_path, files)
    lines = formatting.github(found, "sites/libya").splitlines()
    assert len(lines) == len(found)
    for line, each in zip(lines, found, strict=True):
        assert line.startswith(f"::{each.severity} file=sites/libya/{each.span.path},line={each.span.line},col=")


def test_the_command_ends_with_one_and_publishes_nothing(tmp_path: Path) -> None:
    site = tmp_path / "site"
    files, due = planted(BASE, parted(ALL)[0])
    told(site, files)
    ran = run("build", "site", "--format", "json", cwd=tmp_path)
    assert ran.returncode == 1
    assert "Traceback" not in ran.stderr
    assert not (site / "output").exists()
    said = {(each["path"], each["line"], each["code"]) for each in map(json.loads, ran.stdout.splitlines())}
    assert {(each.path, each.line, each.code) for each in due} <= said
