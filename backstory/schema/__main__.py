"""Writes the JSON Schemas: `python -m backstory.schema docs/schemas`."""

from __future__ import annotations

import sys
from pathlib import Path

from backstory.schema.json_schema import schemas


def main(folder: Path) -> None:
    """Every schema as a file of `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
