"""actors.csv and relations.csv: the actors, and the relations between them other than backing."""

from __future__ import annotations

from backstory.outputs.exports import cells
from backstory.outputs.exports.entity_columns import ALIASES, SOURCES, field_text, of_kind
from backstory.outputs.exports.table import Column, ForeignKey, Table, table
from backstory.pages.core.site import Site
from backstory.pages.queries import stated_positions
from backstory.pages.queries.stated_positions import StatedRelation
from backstory.records.knowledge import Actor
from backstory.values.keys import Kind


def actors(site: Site) -> Table:
    """The actors, in order of id."""
    columns: tuple[Column[Actor], ...] = (
        Column("id", "id", "The actor's id; its page is actors/ID/.", lambda each: each.id),
        Column("name", "text", "Its name.", lambda each: each.fields.name),
        Column("type", "word", "What it is, in the vocabulary of the site.", lambda each: each.fields.type.value),
        Column("type_per", "id", "The source that calls it so.", lambda each: cells.of(each.fields.type_per)),
        *ALIASES,
        Column("abbreviation", "text", "Its abbreviation.", lambda each: each.fields.abbreviation),
        Column("summary", "text", "What it is, in a sentence or two.", lambda each: field_text(site, each, "summary")),
        Column("founded", "date", "When it came to be (EDTF).", lambda each: cells.date(each.fields.founded)),
        Column("dissolved", "date", "When it ceased to be (EDTF).", lambda each: cells.date(each.fields.dissolved)),
        Column("wikidata", "word", "Its id at Wikidata.", lambda each: each.fields.wikidata),
        Column("public_role", "text", "Of a person: the public role.", lambda each: each.fields.public_role),
        Column("as_of", "date", "The date its records speak of (EDTF).", lambda each: cells.date(each.fields.as_of)),
        *SOURCES,
    )
    return of_kind(site, Kind.ACTOR, columns, site.knowledge.actors.values())


def relations(site: Site) -> Table:
    """The relations between actors other than backing, in order of the actor's id."""
    columns: tuple[Column[StatedRelation], ...] = (
        Column("id", "word", "The id of the record.", lambda each: each.id),
        Column("actor", "id", "Who stands in the relation.", lambda each: each.actor),
        Column("relation", "word", "Which: leads, part_of, speaks_for, …", lambda each: each.name),
        Column("other", "id", "To whom.", lambda each: each.relation.actor.id),
        Column("role", "text", "In which role.", lambda each: each.relation.role),
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
        Column("basis", "word", "What it rests on, derived.", lambda each: each.standing.basis),
        Column("response", "word", "How it is answered, derived.", lambda each: each.standing.response),
        Column(
            "source_details",
            "texts",
            "Stances, pages, quotations.",
            lambda each: cells.details(each.relation.sources),
        ),
    )
    referring = (ForeignKey("actor", "actors"), ForeignKey("other", "actors"))
    return table("relations", columns, stated_positions.relations_stated(site), site.languages, references=referring)
