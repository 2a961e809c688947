"""Collisions: one name on two entities, as written or as another hand would transliterate it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

from backstory.diagnostics import Diagnostic, Related, Span, report
from backstory.linking.lexicon import LINKED
from backstory.linking.scripts import script
from backstory.linking.titles import aliases, whole
from backstory.model import dates
from backstory.model.dates import Edtf
from backstory.model.entity import Entity
from backstory.model.keys import Key, Kind
from backstory.model.knowledge import Knowledge
from backstory.model.names import fold, transliteration_key

_TOLD = 5
_LATIN = re.compile("[A-Za-z]")
_LONG = 4


class Listed(NamedTuple):
    """A name where it is listed: on which entity, and from when to when it is in use.

    `written` is the name as the matcher compares it.
    """

    key: Key
    text: str
    written: str
    span: Span
    from_: Edtf | None
    to: Edtf | None
    short: bool


def collisions(knowledge: Knowledge) -> Iterator[Diagnostic]:
    """Warnings for each name of an actor or term that another one bears too, at every place it is listed."""
    listed = [name for kind in LINKED for entity in knowledge.of(kind).values() for name in _listed(entity)]
    for names in _alike((name.written, name) for name in listed):
        yield from _told("W310", names)
    spoken = (name for name in listed if name.key.kind is Kind.ACTOR and not name.short and len(name.text) >= _LONG)
    for names in _alike((transliteration_key(name.text), name) for name in spoken if _one_script(name.text)):
        yield from _told("W311", names)


def _alike(named: Iterable[tuple[str, Listed]]) -> Iterator[list[Listed]]:
    """The names of equal key, where there are several."""
    groups: dict[str, list[Listed]] = {}
    for key, name in named:
        groups.setdefault(key, []).append(name)
    return (names for names in groups.values() if len(names) > 1)


def _listed(entity: Entity[Any]) -> Iterator[Listed]:
    names = [(words, None, at > 0) for at, words in enumerate(whole(entity))]
    for words, alias, is_short in [*names, *((each.text, each, False) for each in aliases(entity) if each.link)]:
        start = alias.from_.value if alias and alias.from_ else None
        end = alias.to.value if alias and alias.to else None
        for _, text in words.texts:
            yield Listed(entity.key, text, _written(text), words.span, start, end, is_short)


def _written(text: str) -> str:
    """The name folded; an abbreviation keeps its capitals, for `WHO` is not who."""
    return text if text.isupper() and text.isascii() else fold(text).replace("-", " ")


def _one_script(text: str) -> bool:
    """Whether a name is not half in Latin letters: its sound would be that of the half."""
    return script(text) == "Latn" or not _LATIN.search(text)


def _told(code: str, names: Sequence[Listed]) -> Iterator[Diagnostic]:
    first = names[0].key
    if all(name.key == first for name in names):
        return
    told: set[tuple[Key, Span]] = set()
    for name in names:
        others = list(islice(_others(code, name, names), _TOLD))
        if not others or (name.key, name.span) in told:
            continue
        told.add((name.key, name.span))
        yield _told_at(code, name, others)


def _others(code: str, name: Listed, names: Iterable[Listed]) -> Iterator[Listed]:
    seen = {name.key}
    for other in names:
        spelt_alike = code == "W311" and other.written == name.written
        if other.key in seen or spelt_alike or not _together(name, other):
            continue
        seen.add(other.key)
        yield other


def _together(a: Listed, b: Listed) -> bool:
    """Whether both may be in use at one time."""
    return not (_over(a.to, b.from_) or _over(b.to, a.from_))


def _over(end: Edtf | None, start: Edtf | None) -> bool:
    return end is not None and start is not None and dates.certainly_before(end, start)


def _told_at(code: str, name: Listed, others: Sequence[Listed]) -> Diagnostic:
    related = tuple(Related(other.span, _also(code, other)) for other in others)
    keys = ", ".join(f"`{other.key}`" for other in others)
    if code == "W310":
        message = f"`{name.text}` is also a name of {keys}, so it is never linked without markup"
        hint = "take it from one of them, put `link: false` under it there, or date both with `from` and `to`"
        return report(code, message, name.span, hint=hint, related=related)
    message = f"`{name.text}` and `{others[0].text}` ({keys}) may be one name in two spellings"
    hint = "if they are one, keep one file and list the other spelling under its `aliases`; if not, all is well"
    return report(code, message, name.span, hint=hint, related=related)


def _also(code: str, other: Listed) -> str:
    return f"also named here ({other.key})" if code == "W310" else f"`{other.text}` is named here ({other.key})"
