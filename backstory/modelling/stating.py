"""Statements of backing: every record that some file states, with whom it concerns and when it speaks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

from backstory.diagnostics import Diagnostic, Span, report
from backstory.model.backing import Identity
from backstory.model.document import BackingList, Document
from backstory.model.entity import Entity
from backstory.model.keys import Key, Kind
from backstory.model.knowledge import Actor, Article
from backstory.model.located import Fields, Text
from backstory.model.schema import salvage, validate
from backstory.model.schema.kinds import SiteFields
from backstory.model.schema.position import BackingFields, ListedBacking
from backstory.model.schema.types import Ref, When
from backstory.modelling.doubtful import certain


@dataclass(frozen=True, slots=True)
class Stated:
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


def by_actor(actor: Actor) -> tuple[Stated, ...]:
    """The records of an actor's file; it is their recipient. A record names its conflict or concerns none."""
    fields = actor.fields
    return tuple(
        Stated(each, actor.id, each.conflict.id if each.conflict else None, fields.as_of) for each in fields.backers
    )


def by_article(article: Article) -> tuple[Stated, ...]:
    """The full records of an article; their conflict is the article's where they name none."""
    return tuple(
        stated_in(article, recipient, entry)
        for recipient, entries in article.fields.backers.items()
        for entry in entries
        if isinstance(entry, BackingFields)
    )


def stated_in(article: Article, recipient: Ref, record: BackingFields) -> Stated:
    """A record as an article states it."""
    fields = article.fields
    conflict = record.conflict or fields.conflict
    date = fields.updated or fields.date
    return Stated(record, recipient.id, conflict.id if conflict else None, fields.as_of, date)


@dataclass(frozen=True, slots=True)
class Listed:
    """What the files of content/backings/ state, the items that could not be read, and the ids these name."""

    stated: tuple[Stated, ...]
    failed: tuple[Fields, ...]
    named: tuple[Ref, ...]


def by_lists(lists: Iterable[BackingList], site: SiteFields) -> tuple[Listed, tuple[Diagnostic, ...]]:
    """The records of the files of content/backings/, and what is wrong with the rest."""
    stated: list[Stated] = []
    failed: list[Fields] = []
    named: list[Ref] = []
    found: list[Diagnostic] = []
    lang = site.languages[0]
    for listed, item in ((each, item) for each in sorted(lists, key=lambda each: each.path) for item in each.items):
        record, errors = validate(ListedBacking, item, lang=lang, head=_head(item))
        found += certain(errors, item, listed.amiss, mended=listed.broken)
        if record is None:
            failed.append(item)
            named += salvage(ListedBacking, item, lang=lang, name="nobody").named
        else:
            conflict = record.conflict.id if record.conflict else None
            stated.append(Stated(record, record.recipient.id, conflict))
    return Listed(tuple(stated), tuple(failed), tuple(named)), tuple(found)


def _head(item: Fields) -> Span:
    return next(iter(item.keys_at.values()), item.span)


def misplaced(entities: Mapping[Kind, Mapping[str, Entity[Any]]]) -> Iterator[Diagnostic]:
    """An error for every record that names another recipient than the one it stands under."""
    for actor in entities[Kind.ACTOR].values():
        for record in actor.fields.backers:
            yield from _other(record, actor.id, "this is the file of")
    for article in entities[Kind.ARTICLE].values():
        for recipient, entries in article.fields.backers.items():
            for entry in entries:
                if isinstance(entry, BackingFields):
                    yield from _other(entry, recipient.id, "it stands under")


def _other(record: BackingFields, expected: str, where: str) -> Iterator[Diagnostic]:
    if record.recipient and record.recipient.id != expected:
        message = f"the record names the recipient `{record.recipient.id}`, and {where} `{expected}`"
        hint = f"take the line away, or move the record to content/actors/{record.recipient.id}.md"
        yield report("E206", message, record.recipient.span, hint=hint)


@dataclass(frozen=True, slots=True)
class Unread:
    """Recipients of whom records could not be read; `anyone` where not even the recipient is known."""

    recipients: frozenset[str]
    anyone: bool


def unread(
    documents: Iterable[Document],
    lists: Iterable[BackingList],
    failed: Iterable[Fields],
    lost: Mapping[Key, frozenset[str]],
) -> Unread:
    """What the files with errors may hold, so that nobody is told that a record is missing which stands there."""
    recipients: set[str] = set()
    anyone = False
    for document in documents:
        if "backers" not in lost.get(document.key, ()):
            continue
        if document.key.kind is Kind.ACTOR:
            recipients.add(document.key.id)
        elif document.key.kind is Kind.ARTICLE:
            named = document.fields.get("backers")
            anyone = anyone or not document.fields
            recipients.update(named if isinstance(named, Fields) else ())
    for item in (*failed, *chain.from_iterable(map(_mended, lists))):
        recipient = item.get("recipient")
        anyone = anyone or not isinstance(recipient, Text)
        recipients.update([recipient] if isinstance(recipient, Text) else [])
    return Unread(frozenset(recipients), anyone)


def _mended(listed: BackingList) -> Iterator[Fields]:
    """The items with a line that had to be mended; an empty one for what stands before all items."""
    starts = [item.span.line for item in listed.items]
    for at in dict.fromkeys(bisect_right(starts, line) for line in listed.amiss or (0,) * listed.broken):
        yield listed.items[at - 1] if at else Fields({}, listed.head, {})
