"""Statements of backing: every record that some file states, with whom it concerns and when it speaks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from backstory.assembling.yaml_doubt import certain
from backstory.diagnostics import Diagnostic, Span, report
from backstory.records.backing import Identity
from backstory.records.document import BackingList
from backstory.records.entity import Entity, home
from backstory.records.knowledge import Actor, Article
from backstory.schema import salvage, validate
from backstory.schema.kind_fields import SiteFields
from backstory.schema.position import BackingFields, ListedBacking
from backstory.schema.types import Ref, When
from backstory.values.keys import Kind
from backstory.values.located import Fields


@dataclass(frozen=True, slots=True)
class StatedBacking:
    """A record as one file states it. `file_as_of` and `file_date` are what the file says of its own time."""

    record: BackingFields
    recipient: str
    conflict: str | None
    file_as_of: When | None = None
    file_date: When | None = None

    @property
    def identity(self) -> Identity:
        """What makes two statements one record: backer, recipient, conflict, start and id."""
        record = self.record
        start = record.from_.value.text if record.from_ else ""
        return record.actor.id, self.recipient, self.conflict or "", start, str(record.id or "")


def by_actor(actor: Actor) -> tuple[StatedBacking, ...]:
    """The records of an actor's file; it is their recipient. A record names its conflict or concerns none."""
    fields = actor.fields
    return tuple(
        StatedBacking(each, actor.id, each.conflict.id if each.conflict else None, fields.as_of)
        for each in fields.backers
    )


def by_article(article: Article) -> tuple[StatedBacking, ...]:
    """The full records of an article; their conflict is the article's where they name none."""
    return tuple(
        stated_in(article, recipient, entry)
        for recipient, entries in article.fields.backers.items()
        for entry in entries
        if isinstance(entry, BackingFields)
    )


def stated_in(article: Article, recipient: Ref, record: BackingFields) -> StatedBacking:
    """A record as an article states it."""
    fields = article.fields
    conflict = record.conflict or fields.conflict
    date = fields.updated or fields.date
    return StatedBacking(record, recipient.id, conflict.id if conflict else None, fields.as_of, date)


@dataclass(frozen=True, slots=True)
class ListedBackings:
    """What the files of content/backings/ state; `part` is what could be read of items with errors.

    `failed` are these items, `named` the ids in them.
    """

    stated: tuple[StatedBacking, ...]
    part: tuple[StatedBacking, ...]
    failed: tuple[Fields, ...]
    named: tuple[Ref, ...]

    @property
    def entire(self) -> ListedBackings:
        """The same with what could be read of the items with errors."""
        return replace(self, stated=(*self.stated, *self.part))


def by_lists(lists: Iterable[BackingList], site: SiteFields) -> tuple[ListedBackings, tuple[Diagnostic, ...]]:
    """The records of the files of content/backings/, and what is wrong with the rest."""
    stated: list[StatedBacking] = []
    part: list[StatedBacking] = []
    failed: list[Fields] = []
    named: list[Ref] = []
    found: list[Diagnostic] = []
    lang = site.languages[0]
    for listed, item in ((each, item) for each in sorted(lists, key=lambda each: each.path) for item in each.items):
        record, errors = validate(ListedBacking, item, lang=lang, head=_head(item))
        found += certain(errors, item, listed.amiss, mended=listed.broken)
        if record is None:
            failed.append(item)
            rest = salvage(ListedBacking, item, lang=lang, name="nobody")
            named += rest.named
            part += [] if rest.lost & {"actor", "recipient", "conflict"} else [_listed(rest.record)]
        else:
            stated.append(_listed(record))
    return ListedBackings(tuple(stated), tuple(part), tuple(failed), tuple(named)), tuple(found)


def _listed(record: ListedBacking) -> StatedBacking:
    return StatedBacking(record, record.recipient.id, record.conflict.id if record.conflict else None)


def _head(item: Fields) -> Span:
    return next(iter(item.keys_at.values()), item.span)


def misplaced(entities: Mapping[Kind, Mapping[str, Entity[Any]]]) -> Iterator[Diagnostic]:
    """An error for every record that names another recipient than the one it stands under."""
    for actor in entities[Kind.ACTOR].values():
        for record in actor.fields.backers:
            yield from _other(record, actor.id, "this is the file of", entities)
    for article in entities[Kind.ARTICLE].values():
        for recipient, entries in article.fields.backers.items():
            for entry in entries:
                if isinstance(entry, BackingFields):
                    yield from _other(entry, recipient.id, "it stands under", entities)


def _other(
    record: BackingFields, expected: str, where: str, entities: Mapping[Kind, Mapping[str, Entity[Any]]]
) -> Iterator[Diagnostic]:
    if record.recipient and record.recipient.id != expected:
        message = f"the record names the recipient `{record.recipient.id}`, and {where} `{expected}`"
        meant = entities[Kind.ACTOR].get(record.recipient.id)
        hint = "take the line away" + (f", or move the record to {home(meant)}" if meant else "")
        yield report("E206", message, record.recipient.span, hint=hint)
