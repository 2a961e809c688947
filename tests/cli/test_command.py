"""The command: its verbs, exit codes and streams."""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import date
from io import BytesIO, TextIOWrapper
from pathlib import Path
from unittest.mock import patch

import pytest

from backstory import cli
from backstory.authoring.skeletons import skeleton, translation
from backstory.cli.arguments import VERBS
from backstory.values.keys import Kind
from backstory.values.placeholders import PLACEHOLDERS
from tests.published import CLONE
from tests.scenario import site
from tests.window import PATIENCE

ACTOR = "-- content/actors/lna.md --\n---\nname: Libyan National Army\ntype: armed-group\n---\n"
WRONG = "-- content/actors/bad.md --\n---\nname: Bad\ntype: sate\n---\n"


@dataclass(frozen=True)
class Ran:
    """What came of a command."""

    returncode: int
    stdout: str
    stderr: str


def run(*words: str | Path, cwd: Path) -> Ran:
    """Run the command line in this process, as on a machine with one processor: the streams are files, as for a pipe.

    For a small site, processes to share the work with cost ten times what they save.
    """
    out, err = TextIOWrapper(BytesIO()), TextIOWrapper(BytesIO())
    with chdir(cwd), redirect_stdout(out), redirect_stderr(err), patch("os.cpu_count", return_value=1):
        try:
            code = cli.run([str(word) for word in words])
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 1
        finally:
            gc.unfreeze()  # a command that ends with its work leaves the search for cycles off
            gc.enable()
    return Ran(code, *(text_of(stream) for stream in (out, err)))


def text_of(stream: TextIOWrapper) -> str:
    stream.seek(0)
    return stream.read()


def run_alone(*words: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run the command as a process of its own."""
    settings = {**os.environ, "PYTHONPATH": str(CLONE)}
    command = [sys.executable, "-m", "backstory", *map(str, words)]
    return subprocess.run(
        command, cwd=cwd, env=settings, capture_output=True, text=True, encoding="utf-8", check=False, timeout=PATIENCE
    )


def test_a_bare_command_builds_the_site_here(tmp_path: Path) -> None:
    site(tmp_path, ACTOR)
    ran = run_alone(cwd=tmp_path)
    assert (ran.returncode, (tmp_path / "output/index.html").is_file()) == (0, True)
    assert "output/" in ran.stderr


@pytest.mark.parametrize("words", [["check"], ["explain", "E501"], ["explain", "E999"], ["biuld"]])
def test_a_process_of_its_own_says_and_returns_the_same(tmp_path: Path, words: list[str]) -> None:
    site(tmp_path, ACTOR + WRONG)
    alone = run_alone(*words, cwd=tmp_path)
    assert run(*words, cwd=tmp_path) == Ran(alone.returncode, alone.stdout, alone.stderr)


def test_errors_go_to_standard_output_and_exit_with_one(tmp_path: Path) -> None:
    site(tmp_path, ACTOR + WRONG)
    ran = run("build", cwd=tmp_path)
    assert ran.returncode == 1
    assert ran.stdout.startswith("content/actors/bad.md:3:7  error ")
    assert ran.stderr.rstrip().endswith("Nothing was published.")
    assert not (tmp_path / "output").exists()


def test_the_last_line_says_that_the_last_good_site_stands(tmp_path: Path) -> None:
    made = site(tmp_path, ACTOR)
    run("build", cwd=tmp_path)
    made.write(WRONG)
    assert "still holds the last good site" in run("build", cwd=tmp_path).stderr


def test_json_lines_are_what_the_manual_says(tmp_path: Path) -> None:
    site(tmp_path, ACTOR + WRONG)
    lines = run("check", "--format", "json", cwd=tmp_path).stdout.splitlines()
    (error,) = [each for each in map(json.loads, lines) if each["severity"] == "error"]
    assert {key: error[key] for key in ("path", "line", "column", "end_line", "end_column")} == {
        "path": "content/actors/bad.md", "line": 3, "column": 7, "end_line": 3, "end_column": 11,
    }  # fmt: skip


def test_what_rendering_finds_is_told_after_the_rest_and_nothing_twice(tmp_path: Path) -> None:
    broken = "-- templates/actor.html --\n{{ view.nothing }}\n"
    site(tmp_path, ACTOR + broken)
    lines = run("check", "--format", "json", cwd=tmp_path).stdout.splitlines()
    told = [(each["path"], each["code"]) for each in map(json.loads, lines)]
    assert told[-1] == ("templates/actor.html", "E553")
    assert "content/actors/lna.md" in {path for path, _ in told[:-1]}
    assert len(lines) == len(set(lines))


def test_annotations_name_files_from_the_git_root(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    site(tmp_path / "docs", ACTOR + WRONG)
    ran = run("check", "docs", "--format", "github", cwd=tmp_path)
    assert "::error file=docs/content/actors/bad.md,line=3,col=7,endColumn=11," in ran.stdout


def test_check_writes_only_the_cache(tmp_path: Path) -> None:
    made = site(tmp_path, ACTOR)
    before = set(made.folder.iterdir())
    assert run("check", cwd=tmp_path).returncode == 0
    assert {path.name for path in set(tmp_path.iterdir()) - before} == {".cache"}


def test_strict_makes_warnings_errors(tmp_path: Path) -> None:
    made = site(tmp_path, ACTOR)
    made.write("-- content/articles/a.md --\n---\ntitle: A\ndate: 2020-01-01\n---\n# A heading\n\nText.\n")
    assert run("check", cwd=tmp_path).returncode == 0
    assert run("check", "--strict", cwd=tmp_path).returncode == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ["zzz"],
            f"`zzz` is no verb. The verbs are {', '.join(VERBS)}.\n",
        ),
        (["biuld"], "`biuld` is no verb; did you mean `build`? The verbs are build, serve"),
        (["build", "--jobs", "x"], "argument --jobs: `x` is no number of processes: 1 or more\n"),
        (["build", "--jobs", "0"], "argument --jobs: `0` is no number of processes: 1 or more\n"),
        (["build", "--output", "content"], "cannot be the output folder"),
        (["build", "nowhere"], "there is no folder nowhere"),
        (["build", "--base-url", "example.org"], "https://"),
        (["build", "--base-url", "https://example.org/?a"], "write `https://example.org/`"),
        (["explain", "E999"], "there is no code"),
        (["new", "actr", "x"], "did you mean `actor`?"),
        (["new", "actor", "Big Name"], "is not an id"),
        (["test"], "python3 build.py test"),
    ],
)
def test_wrong_use_is_told_in_a_line_and_exits_with_two(tmp_path: Path, words: list[str], said: str) -> None:
    site(tmp_path, ACTOR)
    ran = run(*words, cwd=tmp_path)
    assert ran.returncode == 2
    assert said in ran.stderr
    assert "Traceback" not in ran.stderr


def test_a_folder_without_site_yaml_says_how_to_begin(tmp_path: Path) -> None:
    ran = run("build", cwd=tmp_path)
    assert ran.returncode == 1
    assert "E001" in ran.stdout
    assert "init" in ran.stdout


def test_init_then_build_works_in_an_empty_folder(tmp_path: Path) -> None:
    assert run("init", "new site", cwd=tmp_path).returncode == 0
    ran = run("build", "--strict", cwd=tmp_path / "new site")
    assert ran.returncode == 0, ran.stdout
    assert (tmp_path / "new site/output/articles/who-pays-for-the-bridge/index.html").is_file()
    assert (tmp_path / "new site/.github/workflows/pages.yml").is_file()
    assert run("init", "new site", cwd=tmp_path).returncode == 2


@pytest.mark.parametrize("kind", ["actor", "article", "claim", "conflict", "event", "page", "place", "source", "term"])
def test_what_new_makes_can_be_built(tmp_path: Path, kind: str) -> None:
    site(tmp_path, ACTOR).build()
    before = _placeholders(tmp_path)
    assert run("new", kind, "a-new-one", cwd=tmp_path).returncode == 0
    for flags in ([], ["--drafts"]):
        ran = run("build", *flags, cwd=tmp_path)
        assert (ran.returncode, " error " in ran.stdout) == (0, False), ran.stdout
    assert ("N004" in ran.stdout) == (kind in ("claim", "event", "term"))
    assert not _placeholders(tmp_path) - before
    assert run("new", kind, "a-new-one", cwd=tmp_path).returncode == 2


def _placeholders(folder: Path) -> set[str]:
    """The placeholders of `new` that stand on pages; the theme has some of the words itself."""
    pages = [path.read_text(encoding="utf-8") for path in (folder / "output").rglob("*.html")]
    return {text for text in PLACEHOLDERS if any(text in page for page in pages)}


@pytest.mark.parametrize("kind", Kind)
def test_a_placeholder_whose_remark_is_taken_away_is_told(tmp_path: Path, kind: Kind) -> None:
    texts = (skeleton(kind, "x", date(2026, 1, 15)), translation(kind, "ar", date(2026, 1, 15)))
    held = [text for text in PLACEHOLDERS if any(text in each for each in texts)]
    wanted = {Kind.PLACE, Kind.EVENT, Kind.PAGE}
    assert held or kind in wanted
    front = "".join(f"  - {json.dumps(text, ensure_ascii=False)}\n" for text in held)
    path = f"-- content/{kind.value}/x.md --"
    site(tmp_path, f"{path}\n---\nname: X\ntitle: X\naliases:\n{front}---\n")
    told = [json.loads(line)["code"] for line in run("check", "--format", "json", cwd=tmp_path).stdout.splitlines()]
    assert told.count("E036") == len(held)


def test_a_draft_may_hold_what_new_wrote_before(tmp_path: Path) -> None:
    front = "title: X\ndate: 2024-03-01\nsummary: One or two sentences that a reader could stop after.\n"
    draft = f"---\n{front}draft: true\n---\n"
    made = site(tmp_path, f"-- content/articles/x.md --\n{draft}A sentence [@id-of-a-source].\n")
    assert run("build", cwd=tmp_path).returncode == 0
    made.write(f"-- content/articles/x.md --\n{draft.replace('draft: true', '')}A sentence [@id-of-a-source].\n")
    told = [json.loads(line)["code"] for line in run("check", "--format", "json", cwd=tmp_path).stdout.splitlines()]
    assert {"E036", "E302"} <= set(told)


def test_new_writes_the_day_at_the_site(tmp_path: Path) -> None:
    site(tmp_path, "-- site.yaml --\ntitle: Desk\ntimezone: Pacific/Auckland\n")
    with patch.dict(os.environ, SOURCE_DATE_EPOCH="1768392000"):  # 14 January 2026, noon in UTC
        assert run("new", "article", "rowing", cwd=tmp_path).returncode == 0
    assert "date: 2026-01-15\n" in (tmp_path / "content/articles/rowing.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("moment", ["soon", "1e9", "99999999999999", "253402300799"])
def test_a_moment_that_is_none_is_told(moment: str, tmp_path: Path) -> None:
    site(tmp_path, ACTOR)
    with patch.dict(os.environ, SOURCE_DATE_EPOCH=moment):
        ran = run("build", cwd=tmp_path)
    assert (ran.returncode, f"`{moment}`" in ran.stderr) == (2, True)


@pytest.mark.parametrize(
    ("lang", "words"),
    [("AR", "did you mean `ar`?"), ("xx", "is not a language"), ("en", "the originals"), ("fr", "`languages`")],
)
def test_new_makes_no_translation_into_a_language_the_site_has_not(lang: str, words: str, tmp_path: Path) -> None:
    site(tmp_path, ACTOR + "-- site.yaml --\ntitle: Desk\nlanguages: [en, ar]\n")
    ran = run("new", "actor", "lna", "--lang", lang, cwd=tmp_path)
    assert (ran.returncode, words in ran.stderr) == (2, True)


@pytest.mark.parametrize("verb", ["build", "check"])
def test_a_cache_that_git_tracks_is_refused(verb: str, tmp_path: Path) -> None:
    site(tmp_path / "a/site", ACTOR)
    assert run("build", "a/site", cwd=tmp_path).returncode == 0
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    assert run(verb, "a/site", cwd=tmp_path).returncode == 0
    subprocess.run(["git", "-C", tmp_path, "add", "-f", "a/site/.cache"], check=True)
    ran = run(verb, "a/site", cwd=tmp_path)
    assert (ran.returncode, "`git rm -r --cached .cache`" in ran.stderr) == (2, True)
    subprocess.run(["git", "-C", tmp_path / "a/site", "rm", "-q", "-r", "--cached", ".cache"], check=True)
    assert run(verb, "a/site", cwd=tmp_path).returncode == 0


def test_new_makes_a_translation(tmp_path: Path) -> None:
    made = site(tmp_path, "-- site.yaml --\ntitle: A\nlanguages:\n  - en\n  - ar\n" + ACTOR)
    assert run("new", "actor", "lna", "--lang", "ar", cwd=tmp_path).returncode == 0
    assert run("build", cwd=tmp_path).returncode == 0
    place = tmp_path / "content/actors/lna.ar.md"
    place.write_text(
        place.read_text(encoding="utf-8").replace("# name: The name in this language", "name: الجيش"), "utf-8"
    )
    assert run("build", cwd=tmp_path).returncode == 0
    assert "الجيش" in made.page("ar/actors/lna/")


def test_explain_tells_what_a_code_means(tmp_path: Path) -> None:
    ran = run("explain", "e501", cwd=tmp_path)
    assert ran.returncode == 0
    assert ran.stdout.startswith("E501: ")
    assert "Bad:" in ran.stdout
    assert len(run("explain", cwd=tmp_path).stdout.splitlines()) > 50


def test_a_second_build_waits_for_no_one_and_says_so(tmp_path: Path) -> None:
    from backstory.engine import lock

    site(tmp_path, ACTOR)
    with lock.held(tmp_path / ".cache"):
        ran = run("build", cwd=tmp_path)
    assert ran.returncode == 2
    assert f"(process {os.getpid()})" in ran.stderr


def test_clean_removes_what_we_wrote_and_nothing_else(tmp_path: Path) -> None:
    made = site(tmp_path, ACTOR)
    run("build", cwd=tmp_path)
    (tmp_path / "output/mine.txt").write_text("keep", encoding="utf-8")
    ran = run("clean", cwd=tmp_path)
    assert ran.returncode == 0
    assert sorted(path.name for path in (tmp_path / "output").iterdir() if path.name != ".backstory.json") == [
        "mine.txt"
    ]
    assert not (tmp_path / ".cache").exists()
    assert made.folder.joinpath("content/actors/lna.md").is_file()


def test_why_says_what_was_linked_by_which_name(tmp_path: Path) -> None:
    made = site(tmp_path, ACTOR)
    made.write(
        "-- content/articles/a.md --\n---\ntitle: A\ndate: 2020-01-01\n---\n"
        "The Libyan National Army, twice the Libyan National Army.\n"
    )
    ran = run("build", "--why", "articles/a/", cwd=tmp_path)
    assert ran.returncode == 0
    assert "actor:lna" in ran.stdout
    assert run("build", "--why", "articles/b/", cwd=tmp_path).returncode == 2


def test_a_cache_that_cannot_be_used_is_told_in_a_line(tmp_path: Path) -> None:
    site(tmp_path, ACTOR)
    (tmp_path / ".cache").write_text("not a folder", encoding="utf-8")
    ran = run("build", cwd=tmp_path)
    assert ran.returncode == 2
    assert "Traceback" not in ran.stderr
