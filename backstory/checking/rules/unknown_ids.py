"""Ids in front matter: every one that a record names must be somebody's."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Mapping
from functools import cache, partial
from typing import Any

from backstory.checking.context import Context
from backstory.diagnostics import Diagnostic, once_a_file, report
from backstory.language.names import Guesses
from backstory.records import new_file_links
from backstory.records.entity import Entity, called
from backstory.records.knowledge import Knowledge
from backstory.schema.references import references
from backstory.schema.types import Ref
from backstory.values.keys import Key, Kind, with_article

_LIKE_AN_ID = re.compile(r"[a-z0-9]{3,}(?:-[a-z0-9]{3,})+")


def nobodys_id(context: Context) -> Iterator[Diagnostic]:
    """An id that nobody has, at the place where it is named; an entity whose file is broken is somebody.

    One missing file is one mistake: an id that a file names more than three times is told once, at the first place.
    Where the site has a `repository` on GitHub, the error has the address that starts the missing file there.
    """
    return once_a_file(_nobodys(context.knowledge), ", and {count} more places in this file name it")


def publisher_like_an_id(context: Context) -> Iterator[Diagnostic]:
    """A publisher that reads as the id of an actor whom nobody knows: renamed, most likely.

    A publisher may be any text. Taken for an id is what an actor's `redirects` name, and two words and more in small
    letters with hyphens between, each of three letters at least: `n-tv` is a name.
    """
    actors = context.knowledge.every(Kind.ACTOR)
    guesses = Guesses()
    moved = {route: actor.id for actor in context.knowledge.actors.values() for route in actor.fields.redirects}
    for source in context.knowledge.sources.values():
        words = source.fields.publisher
        name = words.own if words else ""
        before = moved.get(f"actors/{name}/", "")
        if words is None or name in actors or not (before or _LIKE_AN_ID.fullmatch(name)):
            continue
        if Key(Kind.ACTOR, "") not in context.knowledge.broken:
            near = before or "".join(guesses(name, actors))
            hint = "write the id of an actor; or the publisher's name as readers know it, with its capitals"
            yield report(
                "W441", f"no actor is called `{name}`, and readers see it so", words.span, instead=near, hint=hint
            )


def _nobodys(knowledge: Knowledge) -> Iterator[tuple[Hashable, Diagnostic]]:
    there = {kind: knowledge.every(kind) for kind in Kind}
    explained = cache(partial(_explained, there, Guesses()))
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


def _explained(
    there: Mapping[Kind, Mapping[str, Entity[Any]]], guesses: Guesses, kind: Kind, name: str
) -> tuple[str, str, str, str]:
    """For an id that no entity of a kind has: message, the id that was meant, label and hint."""
    label = ""
    elsewhere = [other for other in Kind if other is not kind and name in there[other]]
    near = "".join(guesses(name, there[kind]))
    if near:
        label = f" ({called(there[kind][near]).own})"
    elif elsewhere:
        label = f"`{name}` is {with_article(elsewhere[0].noun)}; here {with_article(kind.noun)} is meant"
    home = f"{kind.noun}s are the files in content/{kind}/"
    return f"no {kind.noun} is called `{name}`", near, label, f"{home} · {new_file_links.command(kind, name)}"
