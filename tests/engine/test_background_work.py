"""Work begun ahead of its use, in a process of its own."""

from __future__ import annotations

import subprocess
import sys
import textwrap

import pytest

from tests.published import CLONE

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux forks safely")


def alone(lines: str) -> str:
    """What a process of its own prints: this one may run tests in threads, and then it would not fork."""
    script = "import os, signal, time\nfrom backstory.engine.background_work import ahead\n" + textwrap.dedent(lines)
    ran = subprocess.run(
        [sys.executable, "-c", script], cwd=CLONE, capture_output=True, text=True, check=False, timeout=60
    )
    assert ran.stderr == ""
    return ran.stdout


def test_work_is_done_beside_this_process_and_waited_for() -> None:
    told = alone(
        """
        here, held = os.getpid(), "what this process holds"
        with ahead(lambda: (held, os.getpid() == here), jobs=2) as ready:
            print(ready())
        """
    )
    assert told == "('what this process holds', False)\n"


@pytest.mark.parametrize(
    ("work", "jobs"),
    [("lambda: 1", 1), ("lambda: 1 / 0", 2), ("lambda: os._exit(9)", 2), ("lambda: os.kill(os.getpid(), 9)", 2)],
    ids=["one-process", "raises", "ends", "killed"],
)
def test_without_a_result_the_caller_is_left_to_do_it(work: str, jobs: int) -> None:
    assert alone(f"with ahead({work}, jobs={jobs}) as ready:\n    print(ready())") == "None\n"


def test_work_that_nobody_waits_for_ends_with_the_need_for_it() -> None:
    told = alone(
        """
        begin = time.monotonic()
        with ahead(lambda: time.sleep(600), jobs=2):
            pass
        print(time.monotonic() - begin < 60)
        """
    )
    assert told == "True\n"
