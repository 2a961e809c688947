"""The benchmarks run from beginning to end; how long anything takes is not judged here."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import report, results
from tests.published import CLONE

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/smaps_rollup").exists(), reason="they read time and memory from Linux's /proc"
)


def run(*arguments: str) -> str:
    """What the command prints, without the other generators, which would have to be downloaded."""
    command = [sys.executable, "-m", "benchmarks", *arguments, "--peers"]
    done = subprocess.run(command, cwd=CLONE, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_builds_and_a_preview_are_measured_and_kept_as_they_are_printed(tmp_path: Path) -> None:
    # The preview makes the other edits.
    cases = ["cold", "nothing", "term", "template"]
    printed = run("5", "--rounds", "1", "--saves", "1", "--work", str(tmp_path), "--cases", *cases, "preview")
    (kept,) = results.kept(tmp_path / "results")
    assert kept.left_out == []
    assert [each.case for each in kept.builds] == cases
    shown = [each.case for each in kept.previews]
    assert shown == [
        "first page",
        "body",
        "title",
        "actor",
        "finding",
        "idle",
        "memory",
    ]
    assert min(each.cost.memory for each in kept.builds) > 0
    assert printed.strip() == report.section(kept).strip()


def test_a_profile_names_the_stages_and_the_functions_of_a_build(tmp_path: Path) -> None:
    stages, _, functions = run("5", "--profile", "--work", str(tmp_path)).partition("by function")
    for package in ("reading", "assembling", "linking", "checking", "pages", "publishing"):
        assert f"backstory/{package}/" in stages
    alone, with_those_they_call = functions.split("by function")
    assert alone.count(" x  ") == with_those_they_call.count(" x  ") == 40
