"""actors.csv and relations.csv: who there is, and the ties between them other than backing."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from typing import Any

from backstory.outputs.exports import cells, fallback_texts
from backstory.outputs.exports.table import Column, ForeignKey, Table, table
from backstory.pages.core.site import Site
from backstory.pages.parts import prose_html
from backstory.pages.queries import stated_positions
from backstory.pages.queries.stated_positions import StatedRelation
from backstory.records.entity import Entity
from backstory.records.knowledge import Actor
from backstory.schema.nested_fields import Alias
from backstory.values.localized_text import Words


def actors(site: Site) -> Table:
    """The actors, in order of id."""
    columns: tuple[Column[Actor], ...] = (
        Column("id", "id", "The actor's id; its page is actors/ID/.", lambda each: each.id),
        Column("name", "text", "Its name.", lambda each: each.fields.name),
        Column("type", "word", "What it is, in the vocabulary of the site.", lambda each: each.fields.type.value),
        Column("type_per", "id", "The source that calls it so.", lambda each: cells.of(each.fields.type_per)),
        *ALIASES,
        Column("abbreviation", "text", "Its abbreviation.", lambda each: each.fields.abbreviation),
        Column("summary", "text", "What it is, in a sentence or two.", lambda each: told(site, each, "summary")),
        Column("founded", "date", "When it came to be (EDTF).", lambda each: cells.date(each.fields.founded)),
        Column("dissolved", "date", "When it ceased to be (EDTF).", lambda each: cells.date(each.fields.dissolved)),
        Column("wikidata", "word", "Its id at Wikidata.", lambda each: each.fields.wikidata),
        Column("public_role", "text", "Of a person: the public role.", lambda each: each.fields.public_role),
        Column("as_of", "date", "The date its records speak of (EDTF).", lambda each: cells.date(each.fields.as_of)),
        Column("sources", "ids", "The sources it rests on.", lambda each: cells.ids(each.fields.sources)),
        Column("source_details", "texts", "Pages and quotations.", lambda each: cells.details(each.fields.sources)),
    )
    return table("actors", columns, site.knowledge.actors.values(), site.languages)


def relations(site: Site) -> Table:
    """The ties between actors other than backing, in order of the actor's id."""
    columns: tuple[Column[StatedRelation], ...] = (
        Column("id", "word", "The id of the record.", lambda each: each.id),
        Column("actor", "id", "Who stands in the relation.", lambda each: each.actor),
        Column("relation", "word", "Which: leads, part_of, speaks_for, …", lambda each: each.name),
        Column("other", "id", "To whom.", lambda each: each.relation.actor.id),
        Column("from", "date", "Since when (EDTF).", lambda each: cells.date(each.relation.from_)),
        Column(
            "to",
            "date",
            "Until when (EDTF); `..` is still, as of `as_of`.",
            lambda each: cells.date(each.relation.to),
        ),
        Column("observed", "dates", "When it is evidenced (EDTF).", lambda each: cells.dates(each.relation.observed)),
        Column(
            "as_of",
            "date",
            "The date the record speaks of (EDTF).",
            lambda each: cells.date(each.relation.as_of),
        ),
        Column("sources", "ids", "The sources it rests on.", lambda each: cells.ids(each.relation.sources)),
        Column("source_details", "texts", "Pages and quotations.", lambda each: cells.details(each.relation.sources)),
    )
    referring = (ForeignKey("actor", "actors"), ForeignKey("other", "actors"))
    return table("relations", columns, stated_positions.relations_stated(site), site.languages, references=referring)


def told(site: Site, entity: Entity[Any], field: str) -> Words | None:
    """A text of an entity without its markup, by language; `brief.disputed` is one within a part."""
    words: Words | None = reduce(lambda held, name: getattr(held, name, None), field.split("."), entity.fields)
    if words is None:
        return None
    spoken = []
    for lang, plain in words.texts:
        linked = site.linked(entity.key, field, lang)
        spoken.append((lang, prose_html.typed(site, linked, lang) if linked and linked.prose.lang == lang else plain))
    return Words(tuple(spoken), words.span)


def alias_details(aliases: Iterable[Alias]) -> tuple[str, ...]:
    """What is told of those aliases of which something is."""
    return tuple(detail for each in aliases if (detail := fallback_texts.of_alias(each)))


def alias_texts(aliases: Iterable[Alias]) -> tuple[str, ...]:
    """Other names in every language, each once."""
    return tuple(dict.fromkeys(text for each in aliases for _, text in each.text.texts))


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
