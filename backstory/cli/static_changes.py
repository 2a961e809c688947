"""What a change puts into content/static/, as git tells it: it is published as it is, so somebody should look at it."""

from __future__ import annotations

from pathlib import Path

from backstory.diagnostics import Diagnostic, Span, report
from backstory.git import commit, git


def told(site: Path, since: str) -> tuple[Diagnostic, ...] | None:
    """A note for each file of content/static/ that is new or different since a revision; None where git knows none."""
    known = commit(site, since)
    if not known:
        return None
    asked = ("diff", "--no-ext-diff", "--no-textconv", "--name-only", "--diff-filter=d", "--relative", "-z")
    names = git(site, *asked, known, "--", "content/static").split("\0")
    return tuple(_note(name) for name in sorted(names) if name)


def _note(path: str) -> Diagnostic:
    message = "this change touches content/static/: the file is published as it is, scripts and all"
    return report("N009", message, Span(path), hint="open it, and see that it does what whoever sent it says")
