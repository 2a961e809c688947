"""How the preview begins and ends: ports, signals, exit codes."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.test_command import run
from tests.preview.running import eventually, running
from tests.published import CLONE
from tests.scenario import site
from tests.window import PATIENCE


def refused(folder: Path, *flags: str) -> tuple[int, str]:
    """The exit code, and what was said to standard error."""
    command = [sys.executable, "-m", "backstory", "serve", str(folder), *flags]
    ran = subprocess.run(command, cwd=CLONE, capture_output=True, text=True, check=False, timeout=PATIENCE)
    return ran.returncode, ran.stderr


def test_a_port_in_use_is_told_in_a_line(tmp_path: Path) -> None:
    made = site(tmp_path / "site", "")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        said = f"backstory: port {port} on 127.0.0.1 cannot be used: Address already in use\n"
        assert refused(made.folder, "--port", str(port)) == (2, said)


@pytest.mark.parametrize("port", ["70000", "-1", "http"])
def test_what_is_no_port_is_told_in_a_line(tmp_path: Path, port: str) -> None:
    ran = run("serve", f"--port={port}", cwd=site(tmp_path / "site", "").folder)
    assert ran.returncode == 2
    assert ran.stderr == (
        f"backstory serve: argument --port: `{port}` is no port: a number from 1 to 65535, or 0 for any free one\n"
    )


def test_a_host_that_is_not_ours_is_told_in_a_line(tmp_path: Path) -> None:
    code, said = refused(site(tmp_path / "site", "").folder, "--port", "0", "--host", "host.invalid")
    assert code == 2
    assert said.startswith("backstory: port 0 on host.invalid cannot be used: ")
    assert said.count("\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_when_asked_to(tmp_path: Path, number: signal.Signals) -> None:
    made = site(tmp_path / "site", "")
    with running(made.folder) as preview:
        assert preview.end(number) == 0
        assert "Traceback" not in preview.said()


def test_an_open_preview_is_warned_of(tmp_path: Path) -> None:
    made = site(tmp_path / "site", "")
    log = tmp_path / "open.log"
    command = [sys.executable, "-m", "backstory", "serve", str(made.folder), "--port", "0", "--host", "0.0.0.0"]
    with log.open("wb") as file, subprocess.Popen(command, cwd=CLONE, stderr=file, stdout=file) as process:
        try:
            eventually(lambda: b"drafts and all" in log.read_bytes() or process.poll() is not None)
            assert process.poll() is None
        finally:
            process.kill()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
def test_a_preview_that_was_killed_leaves_its_port_to_the_next(tmp_path: Path) -> None:
    made = site(tmp_path / "site", "")
    with running(made.folder) as first:
        first.end(signal.SIGKILL)
        with running(made.folder, "--port", str(first.port)) as second:
            assert second.ask("/").status == 200
