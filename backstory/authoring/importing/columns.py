"""The columns a table may have, and the names other programs give them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from backstory.authoring.fault import AuthoringFault
from backstory.language.names import did_you_mean

_LANGUAGE = re.compile(r"(?P<name>[a-z_]+)_(?P<lang>[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\Z")


@dataclass(frozen=True, slots=True)
class Columns:
    """Those a table must have, those it may, and what stands in them.

    `spoken` may end in `_ar` and so on; `words` are from closed vocabularies; `texts` are free, and `names` may be any
    text at all, even `NA`. `also` are other names for a column, read where it is not there itself.
    """

    required: tuple[str, ...]
    optional: tuple[str, ...]
    spoken: tuple[str, ...] = ()
    lists: frozenset[str] = frozenset()
    dates: frozenset[str] = frozenset()
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    texts: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    also: Mapping[str, str] = field(default_factory=dict)

    @property
    def all(self) -> tuple[str, ...]:
        """All of them."""
        return self.required + self.optional

    def __contains__(self, name: str) -> bool:
        return name in self.all or self.in_language(name) is not None

    def in_language(self, name: str) -> tuple[str, str] | None:
        """The text and the language of a column such as `name_ar`."""
        found = _LANGUAGE.match(name)
        return (found["name"], found["lang"]) if found and found["name"] in self.spoken else None

    def own(self, name: str) -> str:
        """The column itself of one such as `name_ar`."""
        found = self.in_language(name)
        return found[0] if found else name


def known(cell: str) -> str:
    """The name of a column as we write it: `As of` becomes as_of."""
    name = re.sub(r"[\s-]+", "_", cell.strip())
    stem, _, tail = name.rpartition("_")
    return f"{stem.lower()}_{tail}" if _LANGUAGE.match(f"{stem.lower()}_{tail}") else name.lower()


def named(header: Iterable[str], columns: Columns) -> tuple[list[str], list[str]]:
    """The columns of a header, and remarks: which were read under another name, which are not read."""
    names = [known(each) for each in header]
    taken = {columns.also[each]: each for each in reversed(names) if columns.also.get(each, "") not in ("", *names)}
    found = [columns.also[each] if taken.get(columns.also.get(each, "")) == each else each for each in names]
    renamed = [f"`{other}` is read as `{name}`" for name, other in taken.items()]
    return found, ([f"the column {', '.join(reversed(renamed))}"] if renamed else []) + _unread(found, columns)


def _unread(names: Sequence[str], columns: Columns) -> list[str]:
    remarks, plain = [], []
    for each in dict.fromkeys(names):
        if not each or each in columns:
            continue
        near = [name for name in did_you_mean(each, columns.all) if name not in names]
        if near:
            remarks.append(f"the column `{each}` is not read; did you mean `{near[0]}`?")
        else:
            plain.append(f"`{each}`")
    if plain:
        remarks.append(
            f"the column{'s'[: len(plain) > 1]} {', '.join(plain)} {'are' if len(plain) > 1 else 'is'} not read"
        )
    return remarks


def demand(table: str, names: Sequence[str], columns: Columns, below: Iterable[Sequence[str]]) -> None:
    """AuthoringFault where a column stands twice, or one that must be there is missing; `below` are the next rows."""
    twice = [each for each in dict.fromkeys(names) if each in columns and names.count(each) > 1]
    if twice:
        raise AuthoringFault(f"{table} has the column `{twice[0]}` twice; take one away")
    missing = [each for each in columns.required if each not in names]
    if not missing:
        return
    for number, row in enumerate(below, start=2):
        if set(columns.required) <= set(named(row, columns)[0]):
            raise AuthoringFault(f"{table} names its columns in row {number}; take away the rows above it")
    raise AuthoringFault(
        f"{table} has no column {' and no column '.join(_missed(each, names) for each in missing)}. "
        f"The first row names the columns: {', '.join(columns.all)}."
    )


def _missed(column: str, names: Sequence[str]) -> str:
    near = did_you_mean(column, [each for each in names if each])
    return f"`{column}`" + (f" (is it `{near[0]}`?)" if near else "")
