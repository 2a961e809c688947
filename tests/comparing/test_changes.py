"""`changes`: a small site in git, one change, and what is said of it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from backstory import comparing, revising
from tests.cli.test_command import run
from tests.scenario import Site, site

SITE = """
-- site.yaml --
title: A site
url: https://example.org/
-- content/actors/lna.md --
---
name: Northern Army
type: armed-group
backers:
  - actor: league
    observed: 2020-05
    support: [weapons]
    sources: [paper]
---
-- content/actors/league.md --
---
name: League
type: alliance
---
-- content/actors/mission.md --
---
name: Mission
type: igo
---
-- content/glossary.yaml --
ferry: {name: ferry, definition: A boat that crosses.}
-- content/sources.yaml --
paper: {title: A paper, publisher: mission, date: 2020-05-27}
letter: {title: A letter, publisher: Somebody else, date: 2020-06-27}
-- content/events.yaml --
landing:
  title: Jets land
  date: 2020-05-18
  sources: [paper]
-- content/claims/jets.md --
---
question: Did the League send jets?
positions:
  - {by: mission, stance: asserts, date: 2020-05-26, source: paper}
---
-- content/articles/a.md --
---
title: About it
date: 2020-06-01
---
The League is here and so is a ferry. [@letter]
"""
NEWS = {
    "a source": (
        "actors/lna.md", "sources: [paper]", "sources: [paper, letter]", ["firmer"],
    ),
    "a source less": ("actors/lna.md", "    sources: [paper]\n", "", ["weaker"]),
    "another date of a tie": ("actors/lna.md", "2020-05", "2020-06", ["reworded"]),
    "a tie": (
        "actors/lna.md",
        "backers:\n",
        "backers:\n  - {actor: mission, observed: 2019, sources: [letter]}\n",
        ["added", "reworded"],
    ),
    "a denial": (
        "actors/lna.md",
        "sources: [paper]\n",
        "sources: [paper]\n    positions: [{by: league, stance: denies, date: 2020-05-28, source: letter}]\n",
        ["answered"],
    ),
    "a denial of a claim": (
        "claims/jets.md",
        "positions:\n",
        "positions:\n  - {by: league, stance: denies, date: 2020-05-28, source: letter}\n",
        ["contested", "answered"],
    ),
    "another date of an event": ("events.yaml", "2020-05-18", "2020-05-19", ["uncorrected"]),
    "another type": ("actors/league.md", "alliance", "igo", ["uncorrected"]),
    "a name taken out of a text": ("articles/a.md", "The League", "It", ["unlinked"]),
    "a name put into a text": ("articles/a.md", "is here", "is here, and the Mission", ["linked"]),
}  # fmt: skip
SILENT = {
    "another order of keys": ("actors/league.md", "name: League\ntype: alliance", "type: alliance\nname: League"),
    "a remark": ("actors/league.md", "type: alliance", "type: alliance # as it says"),
    "another layout": ("events.yaml", "sources: [paper]", "sources:\n    - paper"),
    "a line break in a text": ("articles/a.md", "is here and", "is here\nand"),
    "a date with its correction": (
        "events.yaml", "2020-05-18", "2020-05-19\n  corrections: [{date: 2020-07-01, why: It was a day later.}]",
    ),
}  # fmt: skip


@pytest.fixture
def made(tmp_path: Path) -> Site:
    made = site(tmp_path / "site", SITE)
    settings = ("-c", "user.email=a@example.org", "-c", "user.name=A")
    for words in (("init", "-q"), ("add", "."), ("commit", "-q", "-m", "First")):
        subprocess.run(["git", "-C", made.folder, *settings, *words], check=True)
    return made


def told(made: Site) -> list[dict[str, str]]:
    found = comparing.as_json(comparing.changes(made.request(output=None), "HEAD"))
    return [json.loads(line) for line in found.splitlines()]


def edit(made: Site, path: str, before: str, after: str) -> None:
    place = made.folder / "content" / path
    text = place.read_text(encoding="utf-8")
    assert before in text
    place.write_text(text.replace(before, after, 1), encoding="utf-8")


@pytest.mark.parametrize("what", NEWS)
def test_a_change_of_what_the_site_says_is_told(made: Site, what: str) -> None:
    path, before, after, sorts = NEWS[what]
    edit(made, path, before, after)
    assert list(dict.fromkeys(each["sort"] for each in told(made))) == sorts


@pytest.mark.parametrize("what", SILENT)
def test_what_says_the_same_is_not_told(made: Site, what: str) -> None:
    edit(made, *SILENT[what])
    assert told(made) == []


def test_a_tie_that_rests_on_less_is_told_with_both_sentences(made: Site) -> None:
    edit(made, "actors/lna.md", "    sources: [paper]\n", "")
    (found,) = told(made)
    assert found["was"].startswith("According to Mission, League supplied weapons to Northern Army.")
    assert found["now"].startswith("Whether League supplied weapons to Northern Army: nobody")


def test_a_page_that_vanishes_is_told_with_the_redirect_to_write_and_a_renamed_one_is_not(made: Site) -> None:
    change = revising.rename(made.request(output=None), "claim:jets", "planes")
    revising.save(made.folder, change.files(made.folder))
    assert told(made) == []
    (made.folder / "content/claims/planes.md").unlink()
    assert [(each["sort"], each["subject"]) for each in told(made)][:1] == [("vanished", "/claims/jets/")]
    assert "add `/claims/jets/` to the `redirects`" in run("changes", cwd=made.folder).stdout


def test_a_fact_without_a_correction_comes_with_the_lines_that_make_it_one(made: Site) -> None:
    edit(made, "events.yaml", "2020-05-18", "2020-05-19")
    lines = run("changes", cwd=made.folder).stdout
    start = lines.index("corrections:\n")
    block = "".join(f"{line[4:]}\n" for line in lines[start:].splitlines()).replace("YYYY-MM-DD", "2020-07-01")
    block = "  corrections:\n" + block.partition("\n")[2].replace("why:", "why: A slip.")
    edit(made, "events.yaml", "  sources: [paper]\n", f"  sources: [paper]\n{block}")
    assert not made.build(output=None).failed
    assert told(made) == []


def test_the_working_tree_and_the_output_stay_as_they_are(made: Site) -> None:
    edit(made, "events.yaml", "2020-05-18", "2020-05-19")
    before = {path: path.read_bytes() for path in made.folder.rglob("*") if path.is_file() and ".git" not in path.parts}
    run("changes", "HEAD", "--format", "markdown", cwd=made.folder)
    after = {path: path.read_bytes() for path in made.folder.rglob("*") if path.is_file() and ".git" not in path.parts}
    assert {path: data for path, data in after.items() if ".cache" not in path.parts} == before


def test_a_revision_that_git_does_not_know_is_told(made: Site, tmp_path: Path) -> None:
    unknown = run("changes", "no-such", cwd=made.folder)
    assert (unknown.returncode, "git knows no revision `no-such`" in unknown.stderr) == (2, True)
    alone = site(tmp_path / "alone", SITE)
    assert run("changes", cwd=alone.folder).returncode == 2


def test_a_link_in_the_old_state_is_not_followed(made: Site, tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("---\nname: Secret\ntype: state\n---\n", encoding="utf-8")
    (made.folder / "content/actors/secret.md").symlink_to(tmp_path / "secret.md")
    settings = ("-c", "user.email=a@example.org", "-c", "user.name=A")
    for words in (("add", "."), ("commit", "-q", "-m", "Second")):
        subprocess.run(["git", "-C", made.folder, *settings, *words], check=True)
    (made.folder / "content/actors/secret.md").unlink()
    assert "Secret" not in run("changes", cwd=made.folder).stdout


def test_text_is_shown_as_it_is_in_markdown(made: Site) -> None:
    edit(made, "actors/league.md", "name: League", 'name: "<b>[x](y)*"')
    assert "\\<b\\>\\[x\\](y)\\*" in run("changes", "--format", "markdown", cwd=made.folder).stdout
