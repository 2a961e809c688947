"""What git leaves of a merge is told at its line, wherever it stands, and never published."""

from __future__ import annotations

from pathlib import Path

import pytest

from backstory.reading.decode import decode
from tests.cli.test_command import run
from tests.scenario import found, site

OURS, BASE, MIDDLE, THEIRS = "<" * 7 + " HEAD", "|" * 7 + " 4d7a1c", "=" * 7, ">" * 7 + " corrections"
CONFLICT = f"{OURS}\nThe fleet has 12.\n{MIDDLE}\nThe fleet has 14.\n{THEIRS}\n"
SITE = """
-- site.yaml --
title: A site
-- content/actors/lna.md --
---
name: Libyan National Army
type: armed-group
---
-- content/articles/who.md --
---
title: Who
date: 2020-01-01
---
It was the [[lna]].
"""
TOLD: dict[str, tuple[str, list[int]]] = {
    "a conflict": (CONFLICT, [1]),
    "a conflict below a text": (f"Text.\n\n{CONFLICT}", [3]),
    "two conflicts": (CONFLICT + "Text.\n" + CONFLICT, [1, 7]),
    "one with the base": (f"{OURS}\na\n{BASE}\nb\n{MIDDLE}\nc\n{THEIRS}\n", [1]),
    "one that lost its end": (f"{OURS}\na\n{MIDDLE}\nb\n", [1]),
    "one that lost its beginning": (f"a\n{MIDDLE}\nb\n{THEIRS}\n", [4]),
    "a beginning alone": (f"a\n{OURS}\n", [2]),
    "a beginning without a name": ("<" * 7 + "\n", [1]),
    "a base alone": (f"{BASE}\n", [1]),
    "an end alone": (f"{THEIRS}\n", [1]),
    "Windows line ends": (CONFLICT.replace("\n", "\r\n"), [1]),
    "old Mac line ends": ("Text.\n" + CONFLICT.replace("\n", "\r"), [2]),
    "a byte order mark": ("\ufeff" + CONFLICT, [1]),
    "Subversion": ("<" * 7 + " .mine\na\n" + MIDDLE + "\nb\n" + ">" * 7 + " .r12\n", [1]),
    "a quotation of seven": (">" * 7 + " said he\n", [1]),
    "a fence that ended": (f"```\nx\n```\n{CONFLICT}", [4]),
    "a fence of tildes that ended": (f"~~~\n```\n~~~\n{CONFLICT}", [4]),
    "a fence that is none": (f"``` a`b\n{CONFLICT}", [2]),
    "a conflict around a fence": (f"{OURS}\n```\n{MIDDLE}\n~~~\n{THEIRS}\n", [1]),
    "a remark of HTML": (f"<!--\n{CONFLICT}-->\n", [2]),
    "HTML": (f"<pre>\n{CONFLICT}</pre>\n", [2]),
    "a fence in a list": (f"- a\n\n  ```\n{CONFLICT}", [4]),
}
QUIET = {
    "an underlined heading": f"A heading\n{MIDDLE}\n",
    "many underlined headings": f"A heading\n{MIDDLE}\n\nText.\n\nOther\n{MIDDLE}\n",
    "a fence": f"```\n{CONFLICT}```\n",
    "a fence with a language": f"~~~~ diff\n{CONFLICT}~~~\n~~~~\n",
    "a fence without an end": f"```\n{CONFLICT}",
    "indented code": "Text.\n\n" + "".join(f"    {line}\n" for line in CONFLICT.splitlines()),
    "an item": f"- a\n\n  {OURS}\n",
    "eight signs": "<" * 8 + "\n" + ">" * 8 + "\n",
    "six signs": "<" * 6 + "\n" + ">" * 6 + "\n",
    "signs within a line": f"Git writes {OURS}.\n",
    "signs with a word": "<" * 7 + "b>\n",
    "a quotation": "> > > said he\n",
}


@pytest.mark.parametrize("name", TOLD)
def test_what_git_left_is_told_at_its_line(name: str) -> None:
    text, lines = TOLD[name]
    read, told = decode(text.encode(), "content/articles/who.md")
    assert (read, [(each.code, each.span.line, each.span.column) for each in told]) == (
        None,
        [("E040", line, 1) for line in lines],
    )
    assert all("unresolved git conflict" in each.message and each.hint for each in told)


@pytest.mark.parametrize("name", QUIET)
def test_what_only_looks_like_it_is_not(name: str) -> None:
    text = QUIET[name]
    assert decode(text.encode(), "content/articles/who.md") == (text, ())


@pytest.mark.parametrize(
    ("path", "text", "line"),
    [
        ("site.yaml", f"title: A site\n{OURS}\ntrust: full\n{MIDDLE}\ntrust: content\n{THEIRS}\n", 2),
        ("content/articles/who.md", f"---\n{OURS}\ntitle: A\n{MIDDLE}\ntitle: B\n{THEIRS}\ndate: 2020\n---\n", 2),
        ("content/articles/who.md", f"---\ntitle: Who\ndate: 2020-01-01\n---\nIt was.\n\n{CONFLICT}", 7),
        ("content/articles/who.md", f"---\ntitle: Who\ndate: 2020-01-01\n---\n| a | b |\n|---|---|\n{CONFLICT}", 7),
        ("content/articles/who.ar.md", f"---\ntitle: Who\n---\n{CONFLICT}", 4),
        ("content/pages/about.md", f"---\ntitle: About\n---\n{CONFLICT}", 4),
        ("content/actors.yaml", f"gna:\n  name: GNA\n{OURS}\n  type: state\n{MIDDLE}\n  type: party\n{THEIRS}\n", 3),
        ("content/backings/x.yaml", f"- actor: lna\n{OURS}\n  recipient: lna\n{MIDDLE}\n{THEIRS}\n", 2),
        ("content/sources.json", f"[\n{OURS}\n{MIDDLE}\n{THEIRS}\n]\n", 2),
        ("content/boundaries.geojson", f"{{\n{OURS}\n{MIDDLE}\n{THEIRS}\n}}\n", 2),
        ("templates/term.html", f"<p>\n{CONFLICT}", 2),
        ("templates/parts/mine.html", CONFLICT, 1),
        ("assets/site.css", f"p {{ margin: 0 }}\n{CONFLICT}", 2),
        ("assets/icon.svg", f"<svg>\n{CONFLICT}</svg>", 2),
        ("content/places.yaml", "# a remark\n" * 9_000 + f"{OURS}\n{MIDDLE}\n{THEIRS}\n", 9_001),
    ],
)  # fmt: skip
def test_so_it_is_in_every_file_that_is_read_and_nothing_is_published(
    tmp_path: Path, path: str, text: str, line: int
) -> None:
    made = site(tmp_path, SITE)
    made.write("-- site.yaml --\ntitle: A site\nlanguages: [en, ar]\n")
    assert not made.build().failed
    before = made.files()
    place = tmp_path / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8")
    outcome = made.build()
    told = [each for each in found(outcome) if each[0].startswith("E")]
    assert told[0] == ("E040", f"{path}:{line}:1")
    assert {code for code, _ in told[1:]} <= {"E016"}, "where the settings are not read, no other language is known"
    assert made.files() == before


def test_a_table_with_it_is_not_imported(tmp_path: Path) -> None:
    site(tmp_path, SITE)
    rows = f"id,name,type\n{OURS}\nx,X,state\n{MIDDLE}\nx,Y,state\n{THEIRS}\n"
    (tmp_path / "t.csv").write_text(rows, encoding="utf-8")
    ran = run("import", "actors", "t.csv", cwd=tmp_path)
    assert (ran.returncode, (tmp_path / "content/actors.yaml").exists()) == (2, False)
    assert "t.csv, line 2: an unresolved git conflict begins here" in ran.stderr
