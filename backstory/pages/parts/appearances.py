"""Where an entity appears: the texts that name it, with the sentences that do."""

from __future__ import annotations

import re
from collections.abc import Iterable

from backstory.language import names, wording
from backstory.pages.core import entity_links
from backstory.pages.core.date_views import Moment, moment
from backstory.pages.core.entity_links import EntityLink
from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.core.page_text import PageText, foreign
from backstory.pages.core.quote_marks import Curler
from backstory.records.entity import called
from backstory.records.links import Backlink
from backstory.values.keys import Key, Kind
from backstory.values.record import Record

# Where a citation is left out, the space before it is left: `Libya [@x].`
_TIGHT = re.compile(r" +(?=[.,،])")
_MOST = 100
_SENTENCES = 3
# A list of up to _LONG is shown whole; of a longer one the first few.
_LONG, _FIRST = 7, 5


class MentionSentence(Record, frozen=True):
    """A sentence in three pieces: before the mention, the mention, and after it."""

    before: PageText
    mention: PageText
    after: PageText


class Appearance(Record, frozen=True):
    """A text that names the entity, with the first sentences that do. `more` says how many are left out, "" for
    none."""

    where: EntityLink
    date: Moment | None
    sentences: tuple[MentionSentence, ...]
    more: str


class Appearances(Record, frozen=True):
    """The texts that name an entity, explainers first. Of many, the first few are `shown`, and the `rest` is folded
    away under `label`; `more` says how many are left out, "" for none."""

    shown: tuple[Appearance, ...]
    rest: tuple[Appearance, ...]
    label: str
    more: str


def of(page: PageBuilder, key: Key) -> Appearances:
    """The texts that name an entity, each in the page's language where it has a version in it."""
    found: dict[Key, list[Backlink]] = {}
    for each in page.site.links.backlinks.get(key, ()):
        if each.text.key != key:
            found.setdefault(each.text.key, []).append(each)
    ordered = sorted(found, key=lambda each: _order(page, each))
    left = len(ordered) - _MOST
    held = tuple(_appearance(page, each, found[each]) for each in ordered[:_MOST])
    shown = held if len(held) <= _LONG else held[:_FIRST]
    rest = held[len(shown) :]
    return Appearances(
        shown,
        rest,
        wording.plural("count.more", len(rest), page.lang) if rest else "",
        wording.plural("count.more", left, page.lang) if left > 0 else "",
    )


def _order(page: PageBuilder, key: Key) -> tuple[bool, int, tuple[str, str, str], Key]:
    """Explainers first, the newest of them first; then by name."""
    entity = page.site.knowledge.get(key)
    if entity is None:
        return True, 0, ("", "", ""), key
    date = entity.fields.date if key.kind is Kind.ARTICLE else None
    name, lang = called(entity).pick(page.lang)
    return key.kind is not Kind.ARTICLE, -date.value.sort_key[0] if date else 0, names.sort_key(name, lang), key


def _appearance(page: PageBuilder, key: Key, links: Iterable[Backlink]) -> Appearance:
    kept = _one_language(page, key, tuple(links))
    entity = page.site.knowledge.get(key)
    date = getattr(entity.fields, "date", None) if entity else None
    left = len(kept) - _SENTENCES
    return Appearance(
        entity_links.ref(page, key),
        moment(date, page.lang) if date else None,
        tuple(_sentence(page, each) for each in kept[:_SENTENCES]),
        wording.plural("count.more", left, page.lang) if left > 0 else "",
    )


def _one_language(page: PageBuilder, key: Key, links: tuple[Backlink, ...]) -> tuple[Backlink, ...]:
    """The sentences of one version of a text: the one in the page's language, else the original, else any."""
    entity = page.site.knowledge.get(key)
    spoken = {each.text.lang for each in links}
    wanted = [page.lang, *([entity.lang] if entity else []), *sorted(spoken)]
    chosen = next(lang for lang in wanted if lang in spoken)
    once = {(each.before, each.mention, each.after): each for each in links if each.text.lang == chosen}
    return tuple(once.values())


def _sentence(page: PageBuilder, link: Backlink) -> MentionSentence:
    curler = Curler(link.text.lang or page.lang)
    cut = (curler.text(_TIGHT.sub("", each)) for each in (link.before, link.mention, link.after))
    before, mention, after = (foreign(each, link.text.lang, page.lang) for each in cut)
    return MentionSentence(before, mention, after)
