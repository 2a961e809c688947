"""Where an entity appears: the texts that name it, with the sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from backstory.model import names, wording
from backstory.model.entity import called
from backstory.model.keys import Key, Kind
from backstory.model.links import Backlink
from backstory.pages import refs
from backstory.pages.folio import Folio
from backstory.pages.moments import Moment, moment
from backstory.pages.quotation import Curler
from backstory.pages.refs import Ref
from backstory.pages.text import Text, foreign

# A citation that is left out leaves the space before it: `Libya [@x].`
_TIGHT = re.compile(r" +(?=[.,،])")
_MOST = 100
_SENTENCES = 3
# A list of so many is short; a longer one shows the first few.
_LONG, _FIRST = 7, 5


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence cut around the mention."""

    before: Text
    mention: Text
    after: Text


@dataclass(frozen=True, slots=True)
class Appearance:
    """A text that names the entity. `more` says how many sentences are left out, "" for none."""

    where: Ref
    date: Moment | None
    sentences: tuple[Sentence, ...]
    more: str


@dataclass(frozen=True, slots=True)
class Appearances:
    """The texts that name an entity, explainers first: of many the first few, and the `rest` folded away under `label`.
    `more` says how many are left out, "" for none."""

    shown: tuple[Appearance, ...]
    rest: tuple[Appearance, ...]
    label: str
    more: str


def of(folio: Folio, key: Key) -> Appearances:
    """Where an entity is named, in the page's language as far as there is a text in it."""
    found: dict[Key, list[Backlink]] = {}
    for each in folio.site.links.backlinks.get(key, ()):
        if each.text.key != key:
            found.setdefault(each.text.key, []).append(each)
    ordered = sorted(found, key=lambda each: _order(folio, each))
    left = len(ordered) - _MOST
    held = tuple(_appearance(folio, each, found[each]) for each in ordered[:_MOST])
    shown = held if len(held) <= _LONG else held[:_FIRST]
    rest = held[len(shown) :]
    return Appearances(
        shown,
        rest,
        wording.plural("count.more", len(rest), folio.lang) if rest else "",
        wording.plural("count.more", left, folio.lang) if left > 0 else "",
    )


def _order(folio: Folio, key: Key) -> tuple[bool, int, tuple[str, str, str], Key]:
    """Explainers first, the newest of them first; then by name."""
    entity = folio.site.knowledge.get(key)
    if entity is None:
        return True, 0, ("", "", ""), key
    date = entity.fields.date if key.kind is Kind.ARTICLE else None
    name, lang = called(entity).pick(folio.lang)
    return key.kind is not Kind.ARTICLE, -date.value.sort_key[0] if date else 0, names.sort_key(name, lang), key


def _appearance(folio: Folio, key: Key, links: Iterable[Backlink]) -> Appearance:
    kept = _one_language(folio, key, tuple(links))
    entity = folio.site.knowledge.get(key)
    date = getattr(entity.fields, "date", None) if entity else None
    left = len(kept) - _SENTENCES
    return Appearance(
        refs.ref(folio, key),
        moment(date, folio.lang) if date else None,
        tuple(_sentence(folio, each) for each in kept[:_SENTENCES]),
        wording.plural("count.more", left, folio.lang) if left > 0 else "",
    )


def _one_language(folio: Folio, key: Key, links: tuple[Backlink, ...]) -> tuple[Backlink, ...]:
    """The sentences of one version of a text: the page's language, else its own, else what there is."""
    entity = folio.site.knowledge.get(key)
    spoken = {each.text.lang for each in links}
    wanted = [folio.lang, *([entity.lang] if entity else []), *sorted(spoken)]
    chosen = next(lang for lang in wanted if lang in spoken)
    once = {(each.before, each.mention, each.after): each for each in links if each.text.lang == chosen}
    return tuple(once.values())


def _sentence(folio: Folio, link: Backlink) -> Sentence:
    curler = Curler(link.text.lang or folio.lang)
    cut = (curler.text(_TIGHT.sub("", each)) for each in (link.before, link.mention, link.after))
    before, mention, after = (foreign(each, link.text.lang, folio.lang) for each in cut)
    return Sentence(before, mention, after)
