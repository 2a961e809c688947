"""A name where an id is due: the id of who is called so is offered, and never one that nobody has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from backstory.assembling.entities import Entities
from backstory.diagnostics import Diagnostic, Edit
from backstory.language.names import fold
from backstory.records.entity_names import written

_CODE = "E124"


def with_ids_of_names(found: Iterable[Diagnostic], entities: Entities) -> Iterator[Diagnostic]:
    """The diagnostics, those of names in the place of ids with the id that is meant."""
    found = tuple(found)
    if not any(each.code == _CODE for each in found):
        yield from found
        return
    there = [entity for group in entities.values() for entity in group.values()]
    ids = {entity.id for entity in there}
    called: dict[str, set[str]] = {}
    for entity in there:
        for _, name in (each for words in written(entity) for each in words.texts):
            called.setdefault(fold(name), set()).add(entity.id)
    for each in found:
        yield _with_id(each, ids, called) if each.code == _CODE else each


def _with_id(found: Diagnostic, ids: set[str], called: dict[str, set[str]]) -> Diagnostic:
    typed = found.message.partition("`")[2].rpartition("`")[0]
    named = called.get(fold(typed), set())
    if len(named) == 1:
        (meant,) = named
        hint = found.hint if found.label else "write the id, not the name"
        return replace(found, label=f"did you mean `{meant}`?", hint=hint, edits=(Edit(found.span, meant),))
    if found.label and found.edits[0].text not in ids:
        return replace(found, label="", edits=())
    return found
