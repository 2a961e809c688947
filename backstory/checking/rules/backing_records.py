"""Records of backing as they are written: under whom they stand, through whom it goes, and what two of them say."""

from __future__ import annotations

from collections.abc import Iterator

from backstory.checking.context import Context
from backstory.diagnostics import Diagnostic, Related, report
from backstory.records.backing import Backing
from backstory.records.entity import home
from backstory.schema.position import BackingFields
from backstory.schema.types import Ref, When
from backstory.values.keys import Kind
from backstory.values.localized_text import Words


def under_another_recipient(context: Context) -> Iterator[Diagnostic]:
    """A record that names another recipient than the one it stands under."""
    for each in context.knowledge.stated:
        named = each.record.recipient
        if named and named.id != each.recipient:
            where = "this is the file of" if each.by and each.by.kind is Kind.ACTOR else "it stands under"
            message = f"the record names the recipient `{named}`, and {where} `{each.recipient}`"
            meant = context.knowledge.actors.get(named.id)
            hint = "take the line away" + (f", or move the record to {home(meant)}" if meant else "")
            yield report("E206", message, named.span, hint=hint)


def through_an_end(context: Context) -> Iterator[Diagnostic]:
    """A channel that is the backer or the recipient itself; a backing of oneself is told by another rule."""
    for each in context.knowledge.stated:
        via, backer, recipient = each.record.via, each.record.actor.id, each.recipient
        if via is None or backer == recipient or via.id not in (backer, recipient):
            continue
        if via.id == backer:
            message = f"`{via}` is the backer itself here, and no channel to `{recipient}`"
        else:
            message = f"`{via}` is the recipient itself here, and no channel from `{backer}`"
        hint = "take the line away where it goes straight, or name the third through whom it goes"
        yield report("W217", message, via.span, hint=hint)


def records_that_differ(context: Context) -> Iterator[Diagnostic]:
    """Records of one backing that contradict each other: an error for each value that is not the first one given."""
    for backing in context.newest:
        if len(backing.records) > 1:
            yield from _differing(backing, "via", [(each.via, str(each.via)) for each in backing.records])
            yield from _differing(backing, "to", [(each.to, str(each.to)) for each in backing.records])
            yield from _differing(backing, "note", [(each.note, _text(each)) for each in backing.records])


def _text(record: BackingFields) -> str:
    return record.note.own if record.note else ""


def _differing(backing: Backing, key: str, values: list[tuple[Ref | When | Words | None, str]]) -> Iterator[Diagnostic]:
    given = [(value, text) for value, text in values if value is not None]
    for value, text in given[1:]:
        first, before = given[0]
        if value != first:
            tie = f"{backing.backer} backs {backing.recipient}"
            message = f"two records of one tie ({tie}) differ: `{key}` is `{text}` here and `{before}` elsewhere"
            hint = "make them agree, or give one of the records an `id` of its own"
            related = (Related(first.span, f"here `{key}` is `{before}`"),)
            yield report("E207", message, value.span, hint=hint, related=related)
