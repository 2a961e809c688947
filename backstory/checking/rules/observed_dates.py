"""Times that contradict themselves: evidence from before a tie began, or from after it ended."""

from __future__ import annotations

from collections.abc import Iterator

from backstory.checking.context import Context
from backstory.diagnostics import Diagnostic, Related, report
from backstory.language.dates import certainly_after, certainly_before
from backstory.schema.types import When


def observed_outside_its_time(context: Context) -> Iterator[Diagnostic]:
    """Evidence of a tie that is certainly from before it began or after it ended; a reversed one is told as such."""
    for tie in context.ties:
        if tie.ends_first:
            continue
        for seen in tie.observed:
            if tie.from_ and certainly_before(seen.value, tie.from_.value):
                yield _outside(seen, "before it began", tie.from_, "`from` is the first day a source gives")
            elif tie.to and certainly_after(seen.value, tie.to.value):
                yield _outside(seen, "after it ended", tie.to, "`to` is the last day a source gives")


def _outside(seen: When, when: str, bound: When, meaning: str) -> Diagnostic:
    message = f"this was observed {seen}, {when}, {bound}"
    hint = f"correct one of the two, or leave the other out: {meaning}"
    related = (Related(bound.span, f"{when.partition(' ')[2]} here"),)
    return report("E401", message, seen.span, label=when, hint=hint, related=related)
