"""Statements of backing: every record that some file states, with whom it concerns and when it speaks."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from backstory.assembling.yaml_doubt import beyond_doubt
from backstory.diagnostics import Diagnostic
from backstory.records.backing import StatedBacking
from backstory.records.document import BackingList
from backstory.records.knowledge import Actor, Article
from backstory.schema import salvage, validate
from backstory.schema.kind_fields import SiteFields
from backstory.schema.position import BackingFields, ListedBacking
from backstory.schema.types import Ref
from backstory.values.located import Fields
from backstory.values.record import Record
from backstory.values.same import ANEW, Same


def by_actor(actor: Actor) -> tuple[StatedBacking, ...]:
    """The records of an actor's file; it is their recipient. A record names its conflict or concerns none."""
    fields = actor.fields
    return tuple(
        StatedBacking(each, actor.id, each.conflict.id if each.conflict else None, actor.key, fields.as_of)
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
    return StatedBacking(record, recipient.id, conflict.id if conflict else None, article.key, fields.as_of, date)


class ListedBackings(Record, frozen=True):
    """What the files of content/backings/ state; `part` is what could be read of items with errors.

    `failed` are these items, `misread` the ids in them.
    """

    stated: tuple[StatedBacking, ...]
    part: tuple[StatedBacking, ...]
    failed: tuple[Fields, ...]
    misread: tuple[Ref, ...]


def by_lists(
    lists: Iterable[BackingList], site: SiteFields, same: Same = ANEW
) -> tuple[ListedBackings, tuple[Diagnostic, ...]]:
    """The records of the files of content/backings/, and what is wrong with the rest."""
    stated: list[StatedBacking] = []
    part: list[StatedBacking] = []
    failed: list[Fields] = []
    misread: list[Ref] = []
    found: list[Diagnostic] = []
    lang = site.languages[0]
    for listed, item in ((each, item) for each in sorted(lists, key=lambda each: each.path) for item in each.items):
        record, errors = same.made("listed", (listed, item), partial(_read, listed, item, lang))
        found += errors
        if record is None:
            failed.append(item)
            rest = salvage(ListedBacking, item, lang=lang, name="nobody")
            misread += rest.named
            part += [] if rest.lost & {"actor", "recipient", "conflict"} else [_listed(rest.record)]
        else:
            stated.append(record)
    return ListedBackings(tuple(stated), tuple(part), tuple(failed), tuple(misread)), tuple(found)


def _read(listed: BackingList, item: Fields, lang: str) -> tuple[StatedBacking | None, tuple[Diagnostic, ...]]:
    record, errors = validate(ListedBacking, item, lang=lang, head=next(iter(item.keys_at.values()), item.span))
    told = tuple(beyond_doubt(errors, item, listed.amiss, mended=listed.broken))
    return None if record is None else _listed(record), told


def _listed(record: ListedBacking) -> StatedBacking:
    return StatedBacking(record, record.recipient.id, record.conflict.id if record.conflict else None)
