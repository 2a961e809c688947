"""Names of files, tags and old routes at the limits of file systems; files that would pass for Backstory's own."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.cli.test_command import run
from tests.scenario import found, site

ARTICLE = "-- content/articles/who.md --\n---\ntitle: Who\ndate: 2020-01-01\n{0}\n---\nIt was.\n"


@pytest.mark.parametrize(
    ("line", "is_told"),
    [
        (f"redirects: [/articles/{'a' * 255}/]", False),
        (f"redirects: [/articles/{'a' * 256}/]", True),
        (f"redirects: [/articles/{'ب' * 128}/]", True),
        (f"redirects: [/{'ab/' * 600}]", False),
        (f"redirects: [/{'ab/' * 700}]", True),
        (f"redirects:\n  - /old/\n  - /{'é' * 200}/x/", True),
        (f"tags: [{'a' * 255}]", False),
        (f"tags: [{'a' * 256}]", True),
        (f"tags: [{'ب' * 130}]", True),
        (f"tags: [{'ΐ' * 130}]", True),
        (f"tags: [{'very ' * 60}long]", True),
    ],
    ids=lambda value: str(value)[:40],
)
def test_a_name_that_no_file_can_have_is_told_at_its_line(tmp_path: Path, line: str, is_told: bool) -> None:
    made = site(tmp_path, ARTICLE.format(line))
    outcome = made.build()
    errors = [(code, place.rpartition(":")[0]) for code, place in found(outcome) if code.startswith("E")]
    assert errors == ([("E502", f"content/articles/who.md:{4 + line.count(chr(10))}")] if is_told else [])
    assert outcome.published is not is_told


@pytest.mark.parametrize("name", [".backstory.json", ".backstory.stage/journal", ".Backstory.json"])
def test_a_copied_file_cannot_pass_for_what_backstory_writes_about_itself(tmp_path: Path, name: str) -> None:
    made = site(tmp_path, ARTICLE.format("tags: [x]"))
    assert made.build().published
    before = (tmp_path / "output/.backstory.json").read_bytes()
    made.write(f"-- content/static/{name} --\n{{}}\n")
    assert [each for each in found(made.build()) if each[0] == "E501"] == [("E501", f"content/static/{name}:1:1")]
    assert (tmp_path / "output/.backstory.json").read_bytes() == before


def test_hidden_files_of_static_are_copied_and_what_tools_leave_is_told(tmp_path: Path) -> None:
    copied = (".htaccess", ".nojekyll", ".well-known/security.txt", ".env", "a/.b/.c", ".gitignore", "_headers")
    left = (".DS_Store", "a/Thumbs.db", "x~", ".x.swp", "._photo.png", ".#x", ".git")
    made = site(tmp_path, ARTICLE.format("tags: [x]"))
    for name in (*copied, *left[:-1], ".git/config"):
        place = tmp_path / "content/static" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text("x", encoding="utf-8")
    outcome = made.build()
    assert {name for name in (*copied, *left) if made.has(name)} == set(copied)
    assert sorted(place for code, place in found(outcome) if code == "N001") == sorted(
        f"content/static/{name}:1:1" for name in left
    )


def test_a_file_of_the_longest_name_there_is_is_published(tmp_path: Path) -> None:
    made = site(tmp_path, ARTICLE.format("tags: [x]"))
    for name in ("a" * 251 + ".txt", "ب" * 127):
        (tmp_path / "content/static").mkdir(exist_ok=True)
        (tmp_path / "content/static" / name).write_text("x", encoding="utf-8")
    (tmp_path / "content/actors").mkdir()
    (tmp_path / "content/actors" / ("a" * 252 + ".md")).write_text("---\nname: A\ntype: state\n---\n", encoding="utf-8")
    outcome = made.build()
    assert outcome.published, found(outcome)
    assert made.has(f"actors/{'a' * 252}/")


def test_a_check_names_what_a_change_puts_into_static(tmp_path: Path) -> None:
    made = site(tmp_path, ARTICLE.format("tags: [x]") + "-- content/static/a.html --\na\n-- content/static/b --\nb\n")
    for words in (("init", "-q"), ("add", "."), ("commit", "-qm", "First")):
        _git(tmp_path, *words)
    made.write("-- content/static/a.html --\nother\n-- content/static/c::d --\nc\n")
    (tmp_path / "content/static/new\n::error::x").write_text("c", encoding="utf-8")
    (tmp_path / "content/static/b").unlink()
    _git(tmp_path, "add", ".")
    _git(tmp_path, "commit", "-qm", "Second")
    ran = run("check", "--since", "HEAD^1", "--format", "github", cwd=tmp_path)
    named = [line for line in ran.stdout.splitlines() if "N009" in line]
    assert ran.returncode == 0
    assert [line.split(",")[0] for line in named] == [
        "::notice file=content/static/a.html",
        "::notice file=content/static/c%3A%3Ad",
        "::notice file=content/static/new%0A%3A%3Aerror%3A%3Ax",
    ]
    assert "N009" not in run("check", "--since", "HEAD", cwd=tmp_path).stdout
    for unknown in ("nowhere", "--output=x", "HEAD^9"):
        ran = run("check", f"--since={unknown}", cwd=tmp_path)
        assert (ran.returncode, f"git knows no `{unknown}` here" in ran.stderr) == (0, True)


def _git(folder: Path, *words: str) -> None:
    told = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", "-C", str(folder), *words]
    subprocess.run(told, check=True, capture_output=True)
