"""A whole small site, byte for byte as it was looked at. Anew: `python -m tests.golden`."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from tests.golden.build import EXPECTED, built, kept, laid
from tests.published import CLONE
from tests.window import PATIENCE

# The names of hashed assets change with the theme's style; what a page says does not.
_HASH = re.compile(rb"\.[0-9a-f]{8}\.(css|js)")


def test_the_golden_site_is_built_as_it_was_looked_at(tmp_path: Path) -> None:
    _compare(built(tmp_path))


def test_processes_that_share_out_its_pages_build_it_alike(tmp_path: Path) -> None:
    made = laid(tmp_path)
    command = [sys.executable, "-m", "backstory", "build", str(made.folder), "--jobs", "3"]
    ran = subprocess.run(command, cwd=CLONE, capture_output=True, text=True, check=False, timeout=PATIENCE)
    assert ran.returncode == 0, ran.stderr
    _compare(kept(made))


def _compare(pages: dict[str, bytes]) -> None:
    expected = {
        path.relative_to(EXPECTED).as_posix(): path.read_bytes() for path in EXPECTED.rglob("*") if path.is_file()
    }
    assert sorted(pages) == sorted(expected)
    for file, data in pages.items():
        assert _HASH.sub(rb".\1", data) == _HASH.sub(rb".\1", expected[file]), f"{file}: see `python -m tests.golden`"
