"""The workflows of GitHub do what they say: their own steps, run in a fresh folder as a runner would.

What is no step of a shell, the actions, is left out. The site that `init` makes installs Backstory from a clone that
stands in for its remote; its packages come from the index, as on a runner.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.published import CLONE

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the jobs run on Ubuntu")
SHELL = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c"]
HOME = "https://desk.github.io/site"
REMOTE = "https://github.com/desk/backstory"
PIN = re.compile(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v[0-9.]+")
STARTER = CLONE / "backstory/authoring/starter/_dot_github/workflows/pages.yml"
OURS = CLONE / ".github/workflows"


@dataclass(frozen=True)
class Runner:
    """A checkout and the environment of its steps."""

    folder: Path
    environment: Mapping[str, str] = field(default_factory=dict)

    def run(self, workflow: Path, job: str) -> list[str]:
        """Run the shell steps of a job, each of which must succeed; the lines that were run."""
        read = yaml.safe_load(workflow.read_text(encoding="utf-8"))
        steps = [step for step in read["jobs"][job]["steps"] if "run" in step]
        for step in steps:
            given = {**read.get("env", {}), **read["jobs"][job].get("env", {}), **step.get("env", {})}
            ran = self.bash(filled(step["run"]), {name: filled(value) for name, value in given.items()})
            assert ran.returncode == 0, ran.stdout + ran.stderr
        return [step["run"] for step in steps]

    def bash(self, script: str, given: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, **self.environment, **given}
        return subprocess.run(
            [*SHELL, script], cwd=self.folder, env=environment, capture_output=True, text=True, check=False
        )


def filled(text: str) -> str:
    """A text of a workflow with what a runner would put into it."""
    made = text.replace("${{ steps.pages.outputs.base_url }}", HOME)
    assert "${{" not in made, text
    return made


def git(folder: Path, *words: str) -> str:
    told = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", "-C", str(folder), *words]
    return subprocess.run(told, check=True, capture_output=True, text=True).stdout.strip()


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clone of this repository as it is now, all of it in one commit that its remote has."""
    folder = tmp_path_factory.mktemp("clone") / "backstory"
    for path in git(CLONE, "ls-files", "-co", "--exclude-standard", "-z").split("\0"):
        if path and (CLONE / path).is_file() and not path.startswith("tests/"):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(CLONE / path, folder / path)
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "All")
    git(folder, "remote", "add", "origin", REMOTE)
    git(folder, "update-ref", "refs/remotes/origin/main", "HEAD")
    return folder


@pytest.fixture
def checkout(clone: Path, tmp_path: Path) -> Runner:
    """A fresh copy of the clone, with the packages of this Python."""
    shutil.copytree(clone, tmp_path / "checkout")
    places = {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "BACKSTORY_NO_VENV": "1"}
    return Runner(tmp_path / "checkout", places)


def workflows() -> Iterator[Path]:
    yield from sorted(OURS.glob("*.yml"))
    yield STARTER


def jobs(workflow: Path) -> Iterator[dict[str, Any]]:
    yield from yaml.safe_load(workflow.read_text(encoding="utf-8"))["jobs"].values()


def test_the_sample_is_built_and_its_repository_left_as_it_is(checkout: Runner) -> None:
    checkout.run(OURS / "pages.yml", "build")
    assert f"<loc>{HOME}/" in (checkout.folder / "public/sitemap.xml").read_text(encoding="utf-8")
    assert git(checkout.folder, "status", "--porcelain") == "?? public/"


def test_a_pull_request_to_the_sample_is_checked(checkout: Runner) -> None:
    summary = checkout.folder.parent / "summary.md"
    checkout.environment["GITHUB_STEP_SUMMARY"] = str(summary)  # type: ignore[index]
    events = checkout.folder / "content/events.yaml"
    events.write_text(events.read_text(encoding="utf-8").replace("2020-05-18", "2020-05-19", 1), encoding="utf-8")
    git(checkout.folder, "commit", "-aqm", "Another day")
    assert checkout.run(OURS / "check.yml", "check")
    assert "was: 18 May 2020" in summary.read_text(encoding="utf-8")
    (checkout.folder / "content/actors/wrong.md").write_text("---\nname: Wrong\ntype: sate\n---\n", encoding="utf-8")
    with pytest.raises(AssertionError, match="::error file=content/actors/wrong"):
        checkout.run(OURS / "check.yml", "check")


def test_the_tests_run_whole() -> None:
    (job,) = jobs(OURS / "test.yml")
    assert [step["run"] for step in job["steps"] if "run" in step] == ["python build.py test"]


def test_a_new_site_is_checked_and_published_by_the_workflow_that_init_wrote(clone: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    subprocess.run(
        [sys.executable, "build.py", "init", site], cwd=clone, check=True, env={**os.environ, "BACKSTORY_NO_VENV": "1"}
    )
    workflow = site / ".github/workflows/pages.yml"
    commit = git(clone, "rev-parse", "HEAD")
    assert f'BACKSTORY: "backstory @ git+{REMOTE}@{commit}"' in workflow.read_text(encoding="utf-8")
    git(site, "init", "-q")
    git(site, "add", ".")
    git(site, "commit", "-q", "-m", "First")
    subprocess.run([sys.executable, "-m", "venv", tmp_path / "python"], check=True)
    runner = Runner(site, {
        "PATH": f"{tmp_path / 'python/bin'}{os.pathsep}{os.environ['PATH']}",
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": f"url.{clone.as_uri()}.insteadOf",
        "GIT_CONFIG_VALUE_0": REMOTE,
        "PYTHONPATH": "",
    })  # fmt: skip
    runner.run(workflow, "check")
    runner.run(workflow, "build")
    assert f"<loc>{HOME}/" in (site / "public/sitemap.xml").read_text(encoding="utf-8")
    assert git(site, "status", "--porcelain") == "?? public/"


def test_a_workflow_that_does_not_know_what_to_install_says_where_to_write_it(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match=r"Write into \.github/workflows/pages\.yml"):
        Runner(tmp_path).run(STARTER, "build")


def test_every_action_is_pinned_by_its_commit() -> None:
    for workflow in workflows():
        used = re.findall(r"uses: (.+)", workflow.read_text(encoding="utf-8"))
        assert used
        assert all(map(PIN.match, used)), workflow


def test_every_workflow_keeps_packages_and_a_build_keeps_what_it_found_out() -> None:
    for workflow in workflows():
        for job in jobs(workflow):
            steps = job["steps"]
            pythons = [step["with"] for step in steps if "setup-python@" in step.get("uses", "")]
            assert all(each["cache"] == "pip" and each["cache-dependency-path"] for each in pythons), workflow
            builds = [step["run"] for step in steps if re.search(r"\b(?:build|check) ", step.get("run", ""))]
            kept = [step["with"]["path"] for step in steps if "actions/cache@" in step.get("uses", "")]
            assert kept == [".cache"] * len(builds), workflow


def test_what_publishes_takes_today_from_the_clock_and_runs_every_day() -> None:
    for workflow in workflows():
        text = workflow.read_text(encoding="utf-8")
        assert "SOURCE_DATE_EPOCH" not in text
        assert ("schedule" in text) == ("deploy-pages" in text)
        for cron in re.findall(r'cron: "(.+?)"', text):
            assert re.fullmatch(r"[0-9]{1,2} [0-9]{1,2} \* \* \*", cron)


def test_no_compiled_template_is_kept_below_a_sites_folder(checkout: Runner) -> None:
    checkout.run(OURS / "pages.yml", "build")
    written = git(checkout.folder, "status", "--porcelain", "--ignored").split("\n")
    assert [each for each in written if "__pycache__" not in each] == ["?? public/", "!! .cache/"]
    assert {path.name for path in (checkout.folder / ".cache").iterdir()} <= {"store.sqlite", "lock"}
