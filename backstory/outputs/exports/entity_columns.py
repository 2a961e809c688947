"""What the tables of entities have in common: aliases, sources, texts, and references without a column of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial, reduce
from typing import Any

from backstory.outputs.exports import cells, fallback_texts, other_references
from backstory.outputs.exports.table import Column, ForeignKey, Table, table
from backstory.pages.core.site import Site
from backstory.pages.parts import plain_text
from backstory.records.entity import Entity
from backstory.schema.nested_fields import Alias
from backstory.schema.references import references
from backstory.values.keys import Kind
from backstory.values.localized_text import Words


def of_kind(site: Site, kind: Kind, columns: Iterable[Column[Any]], records: Iterable[Any], *keys: ForeignKey) -> Table:
    """The table of a kind. `records` are its entities in order of id, or have the `fields` of these."""
    name = "terms" if kind is Kind.TERM else kind.value
    return table(name, (*columns, *_other_columns(kind)), records, site.languages, references=keys)


def _other_columns(kind: Kind) -> Iterator[Column[Any]]:
    for name in other_references.fields(kind):
        yield Column(name, "ids", f"What its `{name}` names.", partial(_named, name))


def _named(field: str, record: Any) -> tuple[str, ...]:
    return cells.refs(references(getattr(record.fields, field)))


def field_text(site: Site, entity: Entity[Any], field: str) -> Words | None:
    """A text of an entity in all its languages, without its markup; `brief.disputed` names a text within another
    key."""
    words: Words | None = reduce(lambda held, name: getattr(held, name, None), field.split("."), entity.fields)
    if words is None:
        return None
    spoken = []
    for lang, plain in words.texts:
        linked = site.linked(entity.key, field, lang)
        spoken.append((lang, plain_text.typed(site, linked, lang) if linked and linked.prose.lang == lang else plain))
    return Words(tuple(spoken), words.span)


def alias_details(aliases: Iterable[Alias]) -> tuple[str, ...]:
    """The aliases with their use and dates, of those that have any."""
    return tuple(detail for each in aliases if (detail := fallback_texts.of_alias(each)))


def alias_texts(aliases: Iterable[Alias]) -> tuple[str, ...]:
    """The aliases in every language, each once."""
    return tuple(dict.fromkeys(text for each in aliases for _, text in each.text.texts))


SOURCES: tuple[Column[Any], Column[Any]] = (
    Column("sources", "ids", "The sources it rests on.", lambda each: cells.ids(each.fields.sources)),
    Column(
        "source_details",
        "texts",
        "Stances, pages, quotations.",
        lambda each: cells.details(each.fields.sources),
    ),
)
"""The columns of what every kind rests on."""
ALIASES: tuple[Column[Any], Column[Any]] = (
    Column("aliases", "texts", "Other names, in every language.", lambda each: alias_texts(each.fields.aliases)),
    Column(
        "alias_details",
        "texts",
        "What is told of an alias: its use and its dates.",
        lambda each: alias_details(each.fields.aliases),
    ),
)
"""The columns of whatever has other names."""
