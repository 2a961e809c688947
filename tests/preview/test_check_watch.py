"""`check --watch`: the real command, beside an editor that saves files."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.preview.running import eventually
from tests.published import CLONE
from tests.scenario import site

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Ctrl and C cannot be sent alone there")

GOOD = """
-- content/actors/lna.md --
---
name: Libyan National Army
type: armed-group
---
-- content/articles/a.md --
---
title: A
date: 2024-01-01
actors: [lna]
---
The [[lna]].
"""


@pytest.mark.parametrize("form", ["json", "text"])
def test_each_save_tells_what_is_new_and_what_is_gone(tmp_path: Path, form: str) -> None:
    made = site(tmp_path / "site", GOOD)
    log = tmp_path / "log"
    article = made.folder / "content/articles/a.md"
    good = article.read_text()
    command = [sys.executable, "-m", "backstory", "check", str(made.folder), "--watch", "--format", form]
    with log.open("wb") as out:
        work = subprocess.Popen(command, env={**os.environ, "PYTHONPATH": str(CLONE)}, stdout=out, stderr=out)
    try:
        eventually(lambda: told_of(log) == 1)
        article.write_text(good.replace("[[lna]]", "[[lnaa]] and [[lna]]"))
        eventually(lambda: "lnaa" in log.read_text() and told_of(log) == 2)
        article.write_text(good.replace("The [[lna]]", "One more line.\n\nThe [[lnaa]] and [[lna]]"))
        eventually(lambda: told_of(log) == 3)
        article.write_text(good)
        eventually(lambda: "gone" in log.read_text() and told_of(log) == 4)
        work.send_signal(signal.SIGINT)
        assert work.wait(20) == 0
    finally:
        work.kill()
    lines = log.read_text().splitlines()
    if form == "json":
        told = [json.loads(line) for line in lines if line.startswith("{")]
        news = [each.get("code") or f"gone: {each['gone']}" for each in told]
        assert [each for each in news if "E301" in each] == ["E301", "gone: E301"]
    else:
        assert len([line for line in lines if "error E301" in line]) == 1, "a finding that moved is told once"
        assert len([line for line in lines if "gone: E301" in line]) == 1


def told_of(log: Path) -> int:
    """How many outcomes were told."""
    return len([line for line in log.read_text().splitlines() if line.endswith("files.")])
