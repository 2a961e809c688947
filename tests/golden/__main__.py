"""Writes the golden pages anew: `python -m tests.golden`. Read the difference before you commit it."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from tests.golden.build import EXPECTED, built


def main() -> None:
    """Replace what is expected by what is built."""
    with tempfile.TemporaryDirectory() as folder:
        pages = built(Path(folder))
    shutil.rmtree(EXPECTED, ignore_errors=True)
    for file, data in pages.items():
        place = EXPECTED / file
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)


if __name__ == "__main__":
    main()
