"""Channels: `via` names a third, through whom support goes from the backer to the recipient."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from backstory.assembling.stated_backings import StatedBacking
from backstory.diagnostics import Diagnostic, report


def no_channels(stated: Iterable[StatedBacking]) -> Iterator[Diagnostic]:
    """A warning for each `via` that is the backer or the recipient; a backing of oneself is told by a rule."""
    for each in stated:
        via, backer, recipient = each.record.via, each.record.actor.id, each.recipient
        if via is None or backer == recipient or via.id not in (backer, recipient):
            continue
        if via.id == backer:
            message = f"`{via}` is the backer itself here, and no channel to `{recipient}`"
        else:
            message = f"`{via}` is the recipient itself here, and no channel from `{backer}`"
        hint = "take the line away where it goes straight, or name the third through whom it goes"
        yield report("W217", message, via.span, hint=hint)
