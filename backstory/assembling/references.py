"""References in front matter: every id that an entity names must be somebody's."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from functools import cache
from typing import get_args

from backstory.assembling.entities import Gathered
from backstory.diagnostics import Diagnostic, once_a_file, report
from backstory.language.names import did_you_mean
from backstory.records import new_file_links
from backstory.records.entity import called
from backstory.schema.base import Shape
from backstory.schema.types import Ref
from backstory.values.keys import Kind


def references(record: object) -> list[Ref]:
    """Every reference in a record, however deep; names that refer to nothing, such as a side's id, are none."""
    found: list[Ref] = []
    waiting = [record]
    while waiting:
        value = waiting.pop()
        if isinstance(value, Ref):
            if value.kind is not None:
                found.append(value)
        elif isinstance(value, Shape):
            held = value.__dict__
            waiting += [each for name in _naming(value.__class__) if (each := held.get(name))]
        elif isinstance(value, tuple):
            waiting += value
        elif isinstance(value, dict):
            waiting += (*value, *value.values())
    return found


@cache
def _naming(shape: type[Shape]) -> tuple[str, ...]:
    """The fields of a shape that may hold a reference: most hold none, and a site of 8,600 records asks for each."""
    return tuple(name for name, field in shape.model_fields.items() if _may_name(field.annotation))


def _may_name(annotation: object) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, Shape):
        return bool(_naming(annotation))
    return annotation is Ref or any(map(_may_name, get_args(annotation)))


def dangling(named: Iterable[Ref], gathered: Gathered, repository: str | None) -> Iterator[Diagnostic]:
    """An error for every reference to an id that nobody has, at its place; broken entities are somebody.

    One missing file is one mistake: an id that a file names more than three times is told once, at the first place.
    Where the site has a `repository` on GitHub, the error has the address that starts the missing file there.
    """
    return once_a_file(_dangling(named, gathered, repository), ", and {count} more places in this file name it")


def _dangling(
    named: Iterable[Ref], gathered: Gathered, repository: str | None
) -> Iterator[tuple[Hashable, Diagnostic]]:
    @cache
    def nobody(kind: Kind, name: str) -> tuple[str, str, str]:
        return _nobody(kind, name, gathered)

    for ref in named:
        if ref.kind is not None and not gathered.has(ref.kind, ref.id):
            message, label, hint = nobody(ref.kind, ref.id)
            link = new_file_links.address(repository, ref.kind, ref.id)
            yield (ref.kind, ref.id), report("E201", message, ref.span, label=label, hint=hint, link=link)


def _nobody(kind: Kind, name: str, gathered: Gathered) -> tuple[str, str, str]:
    """Message, label and hint for an id that no entity of a kind has."""
    there = gathered.entities[kind]
    message = f"no {kind.noun} is called `{name}`"
    label = ""
    elsewhere = [other for other in Kind if other is not kind and name in gathered.entities[other]]
    near = did_you_mean(name, there)
    if near:
        label = f"did you mean `{near[0]}` ({called(there[near[0]]).own})?"
    elif elsewhere:
        label = f"`{name}` is {_a(elsewhere[0].noun)}; here {_a(kind.noun)} is meant"
    home = f"{kind.noun}s are the files in content/{kind}/"
    return message, label, f"{home} · {new_file_links.command(kind, name)}"


def _a(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"
