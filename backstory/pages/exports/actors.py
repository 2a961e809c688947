"""actors.csv and relations.csv: who there is, and the ties between them other than backing."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from typing import Any

from backstory.model.entity import Entity
from backstory.model.knowledge import Actor
from backstory.model.schema.parts import Alias
from backstory.model.words import Words
from backstory.pages import prose
from backstory.pages.exports import cited, details, stated
from backstory.pages.exports.stated import Tie
from backstory.pages.exports.table import Column, Reference, Table, table
from backstory.pages.site import Site


def actors(site: Site) -> Table:
    """The actors, in order of id."""
    columns: tuple[Column[Actor], ...] = (
        Column("id", "id", "The actor's id; its page is actors/ID/.", lambda each: each.id),
        Column("name", "text", "Its name.", lambda each: each.fields.name),
        Column("type", "word", "What it is, in the vocabulary of the site.", lambda each: each.fields.type.value),
        Column("type_per", "id", "The source that calls it so.", lambda each: cited.of(each.fields.type_per)),
        *ALIASES,
        Column("abbreviation", "text", "Its abbreviation.", lambda each: each.fields.abbreviation),
        Column("summary", "text", "What it is, in a sentence or two.", lambda each: told(site, each, "summary")),
        Column("founded", "date", "When it came to be (EDTF).", lambda each: cited.date(each.fields.founded)),
        Column("dissolved", "date", "When it ceased to be (EDTF).", lambda each: cited.date(each.fields.dissolved)),
        Column("wikidata", "word", "Its id at Wikidata.", lambda each: each.fields.wikidata),
        Column("public_role", "text", "Of a person: the public role.", lambda each: each.fields.public_role),
        Column("as_of", "date", "The date its records speak of (EDTF).", lambda each: cited.date(each.fields.as_of)),
        Column("sources", "ids", "The sources it rests on.", lambda each: cited.ids(each.fields.sources)),
        Column("source_details", "texts", "Pages and quotations.", lambda each: cited.details(each.fields.sources)),
    )
    return table("actors", columns, site.knowledge.actors.values(), site.languages)


def relations(site: Site) -> Table:
    """The ties between actors other than backing, in order of the actor's id."""
    columns: tuple[Column[Tie], ...] = (
        Column("id", "word", "The id of the record.", lambda each: each.id),
        Column("actor", "id", "Who stands in the relation.", lambda each: each.actor),
        Column("relation", "word", "Which: leads, part_of, speaks_for, …", lambda each: each.name),
        Column("other", "id", "To whom.", lambda each: each.relation.actor.id),
        Column("from", "date", "Since when (EDTF).", lambda each: cited.date(each.relation.from_)),
        Column(
            "to", "date", "Until when (EDTF); `..` is still, as of `as_of`.", lambda each: cited.date(each.relation.to)
        ),
        Column("observed", "dates", "When it is evidenced (EDTF).", lambda each: cited.dates(each.relation.observed)),
        Column("as_of", "date", "The date the record speaks of (EDTF).", lambda each: cited.date(each.relation.as_of)),
        Column("sources", "ids", "The sources it rests on.", lambda each: cited.ids(each.relation.sources)),
        Column("source_details", "texts", "Pages and quotations.", lambda each: cited.details(each.relation.sources)),
    )
    referring = (Reference("actor", "actors"), Reference("other", "actors"))
    return table("relations", columns, stated.ties(site), site.languages, references=referring)


def told(site: Site, entity: Entity[Any], field: str) -> Words | None:
    """A text of an entity without its markup, by language; `brief.disputed` is one within a part."""
    words: Words | None = reduce(lambda held, name: getattr(held, name, None), field.split("."), entity.fields)
    if words is None:
        return None
    spoken = []
    for lang, plain in words.texts:
        linked = site.linked(entity.key, field, lang)
        spoken.append((lang, prose.typed(site, linked, lang) if linked and linked.prose.lang == lang else plain))
    return Words(tuple(spoken), words.span)


def alias_details(aliases: Iterable[Alias]) -> tuple[str, ...]:
    """What is told of those aliases of which something is."""
    return tuple(detail for each in aliases if (detail := details.of_alias(each)))


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
