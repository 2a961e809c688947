"""`new` for backings, positions, and entries of collected files: remarks that publish nothing, and all else stays."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.test_command import run
from tests.scenario import Site, found, site

SITE = """
-- site.yaml --
title: A site
url: https://example.org/
-- content/actors/lna.md --
---
name: Northern Army
type: armed-group
---
-- content/actors.yaml --
"league": {name: League, type: alliance}
-- content/sources.yaml --
id-of-a-source: {title: A paper, publisher: A Post, date: 2020-05-27}
-- content/events.yaml --
landing: {title: Jets land, date: 2020-05-18, sources: [id-of-a-source]}
-- content/claims/jets.md --
---
question: Did the League send jets?
positions:   # who says what
  - {by: lna, stance: asserts, date: 2020-05-26, source: id-of-a-source}
about: {actors: [lna]}
---
Text.
-- content/claims/bare.md --
---
question: Was it so?
---
"""
ADDED = {
    ("backing", "lna", "league"): "content/backings/lna.yaml",
    ("position", "jets"): "content/claims/jets.md",
    ("position", "bare"): "content/claims/bare.md",
    ("event", "departure"): "content/events.yaml",
    ("source", "https://www.reuters.com/world/2020/05/27/a-report"): "content/sources.yaml",
}


@pytest.fixture
def made(tmp_path: Path) -> Site:
    return site(tmp_path / "site", SITE)


@pytest.mark.parametrize("words", ADDED)
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_what_is_added_says_nothing_and_all_else_stays(made: Site, words: tuple[str, ...], ends: str) -> None:
    for path in made.folder.rglob("content/**/*.*"):
        path.write_bytes(path.read_bytes().replace(b"\n", ends.encode()))
    told = found(made.build(output=None))
    place = made.folder / ADDED[words]
    before = place.read_bytes().decode() if place.exists() else ""
    ran = run("new", *words, cwd=made.folder)
    assert (ran.returncode, str(ADDED[words]) in ran.stdout) == (0, True), ran.stderr
    after = place.read_bytes().decode()
    kept = [line for line in after.splitlines(keepends=True) if not line.lstrip().startswith("#") and line.strip()]
    assert kept == [line for line in before.splitlines(keepends=True) if line.strip()]
    assert not before or set(re.findall(r"\r?\n", after)) == {ends}
    again = made.build(output=None)
    assert [code for code, _ in found(again)] == [code for code, _ in told]


@pytest.mark.parametrize("words", ADDED)
def test_what_is_added_holds_once_its_signs_are_taken_away(made: Site, words: tuple[str, ...]) -> None:
    run("new", *words, cwd=made.folder)
    place = made.folder / ADDED[words]
    text = place.read_text(encoding="utf-8")
    bare = re.sub(r"(?m)^( *)# (?!Take)", r"\1", text).replace("id-of-an-actor", "lna")
    bare = re.sub(r"(?m)^.*(?:id-of-a-place|archive_url).*\n", "", bare)
    place.write_text(re.sub(r"place: .*|Its own words|Their own words", "It was so", bare), encoding="utf-8")
    assert not [code for code, _ in found(made.build(output=None)) if code in ("E201", "E100", "E101", "E120", "E121")]


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://www.reuters.com/world/2020/05/27/a-report", "reuters-2020-05-27"),
        ("https://apnews.com/article/libya-russia-2020-05", "apnews-2020-05"),
        ("https://www.bbc.co.uk/news/world-africa-52811093", "bbc-world-africa"),
        ("http://example.ly/", "example"),
    ],
)
def test_a_source_is_called_by_its_publisher_and_day(made: Site, address: str, name: str) -> None:
    assert run("new", "source", address, cwd=made.folder).returncode == 0
    text = (made.folder / "content/sources.yaml").read_text(encoding="utf-8")
    assert f"\n# {name}:\n" in text
    assert f"#   url: {address}\n" in text


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("backing", "lna"), "`new backing RECIPIENT BACKER`"),
        (("backing", "lna", "nobody"), "there is no actor `nobody`: make it with `new actor nobody` first"),
        (("position", "nothing"), "there is no content/claims/nothing.md"),
        (("actor", "lna", "league"), "all else with one"),
        (("event", "landing"), "has `landing` already"),
        (("source", "ftp://example.org/x"), "is not an address of a page"),
    ],
)
def test_what_cannot_be_added_is_told(made: Site, words: tuple[str, ...], told: str) -> None:
    ran = run("new", *words, cwd=made.folder)
    assert (ran.returncode, told in ran.stderr) == (2, True), ran.stderr
