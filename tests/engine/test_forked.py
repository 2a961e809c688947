"""Work shared out over this process and copies of it, and what they lay down."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from backstory.engine import spool
from backstory.engine.forked import forked
from tests.published import CLONE


def alone(lines: str) -> subprocess.CompletedProcess[str]:
    """A process of its own that forks: this one may run tests in threads, and then it would not."""
    script = "import os, time\nfrom backstory.engine.forked import forked\n" + textwrap.dedent(lines)
    return subprocess.run(
        [sys.executable, "-c", script], cwd=CLONE, capture_output=True, text=True, check=False, timeout=60
    )


@pytest.mark.parametrize("jobs", [1, 3])
def test_what_this_process_holds_is_held_by_those_forked_from_it(jobs: int) -> None:
    held = [str(number) for number in range(20)]
    assert sorted(forked(lambda number: held[number], 20, jobs=jobs)) == list(enumerate(held))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux forks safely")
def test_work_is_shared_out_over_forked_processes() -> None:
    ran = alone(
        """
        out, into = os.pipe()

        def meet(number):
            # The first waits for the second, so that one process alone would never end.
            os.read(out, 1) if number == 0 else os.write(into, b"x")
            return os.getpid()

        done = dict(forked(meet, 2, jobs=2))
        print(sorted(done), done[0] != done[1])
        """
    )
    assert ran.stdout == "[0, 1] True\n"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux forks safely")
def test_a_forked_process_that_dies_ends_the_run() -> None:
    ran = alone(
        """
        here = os.getpid()
        list(forked(lambda _: time.sleep(0.01) if os.getpid() == here else os._exit(9), 500, jobs=2))
        """
    )
    assert "WorkerError: a process was ended while it worked" in ran.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux forks safely")
@pytest.mark.parametrize(("raised", "told"), [("OSError(28, 'no room')", "OSError"), ("KeyError('a bug')", "a bug")])
def test_what_a_forked_process_raises_ends_the_run(raised: str, told: str) -> None:
    ran = alone(
        f"""
        here = os.getpid()

        def fail(number):
            if os.getpid() != here:
                raise {raised}
            time.sleep(0.01)

        list(forked(fail, 500, jobs=2))
        """
    )
    assert told in ran.stderr


def test_bytes_laid_down_by_several_processes_are_read_again(tmp_path: Path) -> None:
    with spool.opened(tmp_path) as kept:
        placed = dict(forked(lambda number: kept.keep(str(number).encode() * number), 30, jobs=3))
        assert [kept.read(placed[number]) for number in range(30)] == [str(n).encode() * n for n in range(30)]
    assert [*tmp_path.iterdir()] == []
