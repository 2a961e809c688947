"""A whole small site, byte for byte as it was looked at."""

from __future__ import annotations

import re
import subprocess
import sys
from difflib import unified_diff
from pathlib import Path

import pytest

from tests.golden.build import EXPECTED, built, kept, laid
from tests.published import CLONE
from tests.window import PATIENCE

ANEW = f"""
Where the change is meant, write the golden pages anew, read what changed, and commit it with its cause:
    {sys.executable} -m tests.golden
    git diff tests/golden/expected"""
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
    """Fails with the files that differ, and the lines in which the first of them does."""
    expected = {
        path.relative_to(EXPECTED).as_posix(): path.read_bytes() for path in EXPECTED.rglob("*") if path.is_file()
    }
    differing = [file for file in sorted({*pages, *expected}) if _plain(pages, file) != _plain(expected, file)]
    if differing:
        before, after = (_plain(files, differing[0]).decode().split("\n") for files in (expected, pages))
        lines = unified_diff(before, after, "expected", "built", lineterm="", n=0)
        pytest.fail("\n".join([f"not as it was looked at: {', '.join(differing)}", *lines, ANEW]), pytrace=False)


def _plain(files: dict[str, bytes], file: str) -> bytes:
    """What a file holds, without the digests in names of assets; nothing where it is missing."""
    return _HASH.sub(rb".\1", files.get(file, b""))
