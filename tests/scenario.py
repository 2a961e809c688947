"""Whole small sites in one string, built by the real pipeline, with what came of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from textwrap import dedent

from backstory import pipeline
from backstory.diagnostics import Diagnostic
from backstory.pipeline.request import Outcome, Request

_HEADING = re.compile(r"^-- (\S+) --$", re.MULTILINE)
TODAY = date(2026, 1, 15)
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360000002000001e221bc330000000049454e44ae426082"
)
MINIMAL = """
-- site.yaml --
title: A site
severity: {E220: warning, E221: warning, E222: warning, W431: note, W434: note}
"""
"""A site that shows one thing may leave out who says the rest, and where."""


def epoch_of(day: date) -> int:
    """Noon of a day in UTC, in seconds since 1970."""
    return int(datetime(day.year, day.month, day.day, 12, tzinfo=UTC).timestamp())


@dataclass(frozen=True)
class Site:
    """A site folder of a test, and how it is built."""

    folder: Path
    flags: dict[str, bool] = field(default_factory=dict)

    def write(self, text: str) -> None:
        """Write the files of a scenario into the folder; one whose text is `(deleted)` is deleted.

        A picture is one pixel, and its text stands behind that.
        """
        parts = _HEADING.split(dedent(text))
        for path, body in zip(parts[1::2], parts[2::2], strict=True):
            place = self.folder / path
            if body.strip() == "(deleted)":
                place.unlink()
                continue
            place.parent.mkdir(parents=True, exist_ok=True)
            picture = PIXEL if place.suffix in (".png", ".jpg", ".jpeg", ".webp", ".gif") else b""
            place.write_bytes(picture + body.lstrip("\n").encode())

    def request(self, **changes: object) -> Request:
        """The request of a build of this site."""
        asked: dict[str, object] = {
            "site": self.folder,
            "epoch": epoch_of(TODAY),
            "cache": self.folder / ".cache",
            "output": self.folder / "output",
            **self.flags,
            **changes,
        }
        if "today" in asked:
            asked["epoch"] = epoch_of(asked.pop("today"))  # type: ignore[arg-type]
        return Request(**asked)  # type: ignore[arg-type]

    def build(self, **changes: object) -> Outcome:
        """Build it."""
        return pipeline.build(self.request(**changes))

    def page(self, route: str) -> str:
        """The text of a page or file of the output."""
        place = self.folder / "output" / route
        return (place / "index.html" if route.endswith("/") or not route else place).read_text(encoding="utf-8")

    def has(self, route: str) -> bool:
        """Whether the output has a page or file."""
        place = self.folder / "output" / route
        return (place / "index.html" if route.endswith("/") or not route else place).is_file()

    def files(self) -> dict[str, bytes]:
        """Every file of the output with its bytes."""
        top = self.folder / "output"
        return {
            path.relative_to(top).as_posix(): path.read_bytes() for path in sorted(top.rglob("*")) if path.is_file()
        }


def site(folder: Path, text: str) -> Site:
    """A site of these files; without a site.yaml among them, it gets the smallest there is."""
    made = Site(folder)
    folder.mkdir(parents=True, exist_ok=True)
    if "-- site.yaml --" not in text:
        made.write(MINIMAL)
    made.write(text)
    return made


def found(outcome: Outcome) -> list[tuple[str, str]]:
    """The diagnostics as (code, path:line:column)."""
    return [(each.code, at(each)) for each in outcome.diagnostics]


def at(each: Diagnostic) -> str:
    """Where a diagnostic stands, as `path:line:column`."""
    return f"{each.span.path}:{each.span.line}:{each.span.column}"
