"""The files of a site that a benchmark makes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import yaml

# A path below the site's folder, and the text.
File = tuple[str, str]
_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


def write(folder: Path, files: Iterable[File]) -> None:
    """Write the files below a folder."""
    for path, text in files:
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")


def page(fields: Mapping[str, object], body: str) -> str:
    """A Markdown file with YAML front matter, a line a value. Empty lists are left out."""
    head = {name: value for name, value in fields.items() if value != []}
    text = yaml.dump(head, Dumper=_DUMPER, sort_keys=False, allow_unicode=True, width=10_000)
    return f"---\n{text}---\n\n{body.rstrip()}\n"
