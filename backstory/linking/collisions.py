"""Collisions: one name on two entities, as written or as another hand would transliterate it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from backstory.diagnostics import Diagnostic, Related, Span, report
from backstory.language import dates
from backstory.language.dates import Edtf
from backstory.language.names import fold, one_name, spelling
from backstory.linking.lexicon import LINKED
from backstory.linking.scripts import script
from backstory.records.entity import Entity
from backstory.records.entity_names import aliases, whole
from backstory.records.knowledge import Knowledge
from backstory.schema.kind_fields import ActorFields
from backstory.values.keys import Key, Kind
from backstory.values.vocabulary import ActorType

_TOLD = 5
# Each name is compared with each of its frame: no honest site has so many of one, and a hostile one must end.
_COMPARED = 300
_LATIN = re.compile("[A-Za-z]")
_LONG = 4


class ListedName(NamedTuple):
    """A name where it is listed: on which entity, and from when to when it is in use.

    `written` is the name as the matcher compares it. What is no person is no spelling of one, and two of different
    `wikidata` are two.
    """

    key: Key
    text: str
    written: str
    span: Span
    from_: Edtf | None
    to: Edtf | None
    short: bool
    alias: bool = False
    person: bool = False
    wikidata: str | None = None


def collisions(knowledge: Knowledge) -> Iterator[Diagnostic]:
    """A warning for each name of an actor or term that another one bears too, told once with all of them."""
    listed = [name for kind in LINKED for entity in knowledge.of(kind).values() for name in _listed(entity)]
    for names in _alike((name.written, name) for name in listed):
        yield from _told("W310", names)
    spoken = (name for name in listed if name.key.kind is Kind.ACTOR and not name.short and len(name.text) >= _LONG)
    for names in _alike((spelling(name.text).frame, name) for name in spoken if _one_script(name.text)):
        yield from _told("W311", names[:_COMPARED])


def _alike(named: Iterable[tuple[str, ListedName]]) -> Iterator[list[ListedName]]:
    """The names of equal key, where there are several."""
    groups: dict[str, list[ListedName]] = {}
    for key, name in named:
        groups.setdefault(key, []).append(name)
    return (names for names in groups.values() if len(names) > 1)


def _listed(entity: Entity[Any]) -> Iterator[ListedName]:
    fields = entity.fields
    person, wikidata = False, None
    if isinstance(fields, ActorFields):
        person, wikidata = fields.type is ActorType.PERSON, fields.wikidata
    names = [(words, None, at > 0) for at, words in enumerate(whole(entity))]
    for words, alias, is_short in [*names, *((each.text, each, False) for each in aliases(entity) if each.link)]:
        start = alias.from_.value if alias and alias.from_ else None
        end = alias.to.value if alias and alias.to else None
        for lang, text in words.texts:
            yield ListedName(
                entity.key,
                text,
                _written(text),
                words.at(lang),
                start,
                end,
                is_short,
                alias is not None,
                person,
                wikidata,
            )


def _written(text: str) -> str:
    """The name folded; an abbreviation keeps its capitals, for `WHO` is not who."""
    return text if text.isupper() and text.isascii() else fold(text).replace("-", " ")


def _one_script(text: str) -> bool:
    """Whether a name is not half in Latin letters: its sound would be that of the half."""
    return script(text) == "Latn" or not _LATIN.search(text)


def _told(code: str, names: Sequence[ListedName]) -> Iterator[Diagnostic]:
    """A diagnostic at the last name, an alias if one is: that can be changed. All it collides with is told there."""
    first = names[0].key
    if all(name.key == first for name in names):
        return
    told: set[Key] = set()
    for at in sorted(range(len(names)), key=lambda at: (not names[at].alias, -at)):
        name = names[at]
        others = [] if name.key in told else list(_others(code, name, names))
        if others:
            told.update((name.key, *(other.key for other in others)))
            yield _told_at(code, name, others)


def _others(code: str, name: ListedName, names: Iterable[ListedName]) -> Iterator[ListedName]:
    seen = {name.key}
    for other in names:
        not_one = code == "W311" and not _one_in_two_spellings(name, other)
        if other.key in seen or not_one or not _together(name, other):
            continue
        seen.add(other.key)
        yield other


def _one_in_two_spellings(a: ListedName, b: ListedName) -> bool:
    return a.written != b.written and not _told_apart(a, b) and one_name(spelling(a.text), spelling(b.text))


def _told_apart(a: ListedName, b: ListedName) -> bool:
    """Whether the two entities are surely not one, whatever their names."""
    return a.person != b.person or (bool(a.wikidata and b.wikidata) and a.wikidata != b.wikidata)


def _together(a: ListedName, b: ListedName) -> bool:
    """Whether both may be in use at one time."""
    return not (_over(a.to, b.from_) or _over(b.to, a.from_))


def _over(end: Edtf | None, start: Edtf | None) -> bool:
    return end is not None and start is not None and dates.certainly_before(end, start)


def _told_at(code: str, name: ListedName, others: Sequence[ListedName]) -> Diagnostic:
    shown, more = others[:_TOLD], len(others) - _TOLD
    related = tuple(Related(other.span, _also(code, other)) for other in shown)
    keys = ", ".join(f"`{other.key}`" for other in shown) + (f" and {more} more" if more > 0 else "")
    if code == "W310":
        message = f"`{name.text}` is also a name of {keys}, so it is never linked without markup"
        hint = "take it from one of them, put `link: false` under it there, or date both with `from` and `to`"
        return report(code, message, name.span, hint=hint, related=related)
    message = f"`{name.text}` and `{others[0].text}` ({keys}) may be one name in two spellings"
    hint = "if they are one, keep one file and list the other spelling under its `aliases`; if not, give both their "
    hint += "`wikidata`"
    return report(code, message, name.span, hint=hint, related=related)


def _also(code: str, other: ListedName) -> str:
    return f"also named here ({other.key})" if code == "W310" else f"`{other.text}` is named here ({other.key})"
