"""The whole way: two states of a site, what each says, and the difference."""

from __future__ import annotations

from dataclasses import replace

from backstory import pipeline
from backstory.comparing import revisions
from backstory.comparing.difference import Change, difference
from backstory.comparing.statements import Statements, statements
from backstory.engine.lock import Held
from backstory.pipeline import session
from backstory.pipeline.request import Request
from backstory.pipeline.version import Version


def changes(request: Request, revision: str) -> tuple[Change, ...]:
    """What differs between a revision of git and the files as they are now, in order of weight.

    Raises `revisions.UnknownError` where git knows no such revision.
    """
    with revisions.checked_out(request.site, revision) as folder:
        before = _said(replace(request, site=folder, cache=None))
    return difference(before, _said(request))


def _said(request: Request) -> Statements:
    def opened(asked: Request) -> Version:
        with pipeline.memory_of(asked) as memory:
            return session.opened(asked, memory)

    try:
        return statements(pipeline.steadily(request, opened))
    except Held:
        return statements(pipeline.steadily(replace(request, cache=None), opened))
