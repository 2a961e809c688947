"""The progress bar leaves the terminal as it was."""

from __future__ import annotations

from io import StringIO

import pytest

from backstory.cli import terminal


class Terminal(StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_bar_is_gone_when_its_stage_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = Terminal()
    monkeypatch.setattr("sys.stderr", shown)
    monkeypatch.setattr(terminal, "_PATIENCE", 0.0)
    progress = terminal.Progress(quiet=False)
    for done in (1, 2, 3):
        progress("writing", done, 3)
    *_, bar, last = shown.getvalue().split("\r")
    assert "writing" in shown.getvalue()
    assert (bar.strip(), last) == ("", "")


def test_a_quiet_run_has_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = Terminal()
    monkeypatch.setattr("sys.stderr", shown)
    monkeypatch.setattr(terminal, "_PATIENCE", 0.0)
    terminal.Progress(quiet=True)("writing", 1, 2)
    assert shown.getvalue() == ""
