"""Ids in front matter: every one that a record names must be somebody's."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from functools import cache, partial
from typing import Any

from backstory.checking.context import Context
from backstory.diagnostics import Diagnostic, once_a_file, report
from backstory.language.names import did_you_mean
from backstory.records import new_file_links
from backstory.records.entity import Entity, called
from backstory.records.knowledge import Knowledge
from backstory.schema.references import references
from backstory.schema.types import Ref
from backstory.values.keys import Key, Kind, with_article


def nobodys_id(context: Context) -> Iterator[Diagnostic]:
    """An id that nobody has, at the place where it is named; an entity whose file is broken is somebody.

    One missing file is one mistake: an id that a file names more than three times is told once, at the first place.
    Where the site has a `repository` on GitHub, the error has the address that starts the missing file there.
    """
    return once_a_file(_nobodys(context.knowledge), ", and {count} more places in this file name it")


def _nobodys(knowledge: Knowledge) -> Iterator[tuple[Hashable, Diagnostic]]:
    there = {kind: knowledge.every(kind) for kind in Kind}
    explained = cache(partial(_explained, there))
    for ref in _named(knowledge):
        kind = ref.kind
        # The id of a file that could not be read at all may be any.
        if kind is not None and ref.id not in there[kind] and Key(kind, "") not in knowledge.broken:
            message, near, label, hint = explained(kind, ref.id)
            link = new_file_links.address(knowledge.site.repository, kind, ref.id)
            yield (kind, ref.id), report("E201", message, ref.span, instead=near, label=label, hint=hint, link=link)


def _named(knowledge: Knowledge) -> Iterator[Ref]:
    """Every reference of the files that could be read, and every id in what could not be."""
    read = (each.fields for each in knowledge.with_withheld() if each.key not in knowledge.broken)
    yield from references((*read, *(each.record for each in knowledge.stated)))
    yield from knowledge.misread


def _explained(there: Mapping[Kind, Mapping[str, Entity[Any]]], kind: Kind, name: str) -> tuple[str, str, str, str]:
    """For an id that no entity of a kind has: message, the id that was meant, label and hint."""
    label = ""
    elsewhere = [other for other in Kind if other is not kind and name in there[other]]
    near = "".join(did_you_mean(name, there[kind]))
    if near:
        label = f" ({called(there[kind][near]).own})"
    elif elsewhere:
        label = f"`{name}` is {with_article(elsewhere[0].noun)}; here {with_article(kind.noun)} is meant"
    home = f"{kind.noun}s are the files in content/{kind}/"
    return f"no {kind.noun} is called `{name}`", near, label, f"{home} · {new_file_links.command(kind, name)}"
