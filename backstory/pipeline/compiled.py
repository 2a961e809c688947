"""A site compiled as far as its plan."""

from __future__ import annotations

from dataclasses import dataclass

from backstory.diagnostics import Diagnostic
from backstory.pipeline.request import Counts
from backstory.records.knowledge import Knowledge
from backstory.records.links import Links
from backstory.records.plan import Plan
from backstory.records.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Compiled:
    """What the pure stages gave; `plan` is None where errors forbid one."""

    snapshot: Snapshot
    knowledge: Knowledge
    links: Links
    plan: Plan | None
    diagnostics: tuple[Diagnostic, ...]
    counts: Counts
