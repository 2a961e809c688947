"""corrections.csv: what was wrong, in which entity, and what is there now."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from backstory.outputs.exports import cells
from backstory.outputs.exports.table import Column, Table, table
from backstory.pages.core.site import Site
from backstory.pages.parts import correction_rows
from backstory.records.entity import Entity
from backstory.schema.base import Correction
from backstory.values.record import Record


class CorrectionRow(Record, frozen=True):
    """A correction of an entity. `name` tells it apart from the others of that entity."""

    entity: Entity[Any]
    name: str
    correction: Correction


def corrected(site: Site) -> Table:
    """The corrections of every kind, by kind and id, in the order of the files."""
    columns: tuple[Column[CorrectionRow], ...] = (
        Column("id", "word", "The id of the correction.", lambda each: f"{each.entity.key}:{each.name}"),
        Column("kind", "word", "What was corrected: article, actor, …", lambda each: each.entity.key.kind.prefix),
        Column("entity", "id", "Its id.", lambda each: each.entity.id),
        Column("date", "date", "Since when it is right (EDTF).", lambda each: cells.date(each.correction.date)),
        Column("was", "text", "What stood there.", lambda each: each.correction.was),
        Column("now", "text", "What stands there now.", lambda each: each.correction.now),
        Column("why", "text", "Why it was wrong.", lambda each: each.correction.why),
    )
    return table("corrections", columns, _all(site), site.languages)


def _all(site: Site) -> Iterator[CorrectionRow]:
    for entity in site.knowledge.all():
        for name, made in correction_rows.named(entity.fields.corrections):
            yield CorrectionRow(entity, name, made)
