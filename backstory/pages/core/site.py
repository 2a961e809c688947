"""The site as planners see it: the knowledge, the links, the options of the build, and which pages there are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

from backstory.pages.core import claim_titles, index_groups, kind_labels, routes
from backstory.pages.core.page_text import PageText, say
from backstory.records.entity import Entity, called
from backstory.records.knowledge import Knowledge
from backstory.records.links import Linked, Links, ProseKey, ToEntity
from backstory.records.snapshot import Snapshot
from backstory.values.keys import Key, Kind

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Options:
    """How the site is built. `base` is the address of the site, ending in a slash; None for a site without one.

    `assets` maps the name of an asset to its route (`site.css` to `assets/site.4f1c2a.css`). `sizes` maps the path of
    an image to its width and height in pixels, as far as they are known. `cards` says whether pages get share cards.
    """

    base: str | None = None
    offline: bool = False
    assets: Mapping[str, str] = field(default_factory=dict)
    sizes: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    cards: bool = False


@dataclass(frozen=True, slots=True)
class NavPoint:
    """An entry of the navigation: the key of its phrase, and its route in the default language.

    `once` is true for a page that exists in the default language alone.
    """

    phrase: str
    route: str
    once: bool = False


@dataclass(frozen=True, slots=True)
class Destination:
    """The route that a link to an entity leads to, and the language of that page."""

    route: str
    lang: str


@dataclass(frozen=True, slots=True)
class Named:
    """The name of an entity on pages in one language, and what it is in a word."""

    name: PageText
    kind: str


class Memo(Protocol):
    """Keeps what is worked out once for all pages."""

    def once(self, key: object, make: Callable[[], V]) -> V:
        """What `make` gives, made for the first who asks."""


class _PlainMemo:
    def __init__(self) -> None:
        self._made: dict[object, Any] = {}

    def once(self, key: object, make: Callable[[], V]) -> V:
        if key not in self._made:
            self._made[key] = make()
        found: V = self._made[key]
        return found


@dataclass(slots=True)
class _Cache:
    """What was worked out once for the site, because its pages need it again and again."""

    destinations: dict[tuple[Key, str], Destination | None] = field(default_factory=dict)
    names: dict[tuple[Key, str], Named | None] = field(default_factory=dict)
    links: dict[tuple[str, str], dict[Key, tuple[str, str]]] = field(default_factory=dict)
    memo: _PlainMemo = field(default_factory=_PlainMemo)


@dataclass(frozen=True, slots=True)
class Site:
    """All that planners read. `served` are the kinds of entity that have pages; `nav` and `foot` the entries of the
    navigation and of the foot, in order; `feeds` whether there are feeds. `only` is the entity whose pages are wanted,
    None for all pages."""

    knowledge: Knowledge
    links: Links
    snapshot: Snapshot
    options: Options
    served: frozenset[Kind] = frozenset()
    nav: tuple[NavPoint, ...] = ()
    foot: tuple[NavPoint, ...] = ()
    feeds: bool = False
    only: Key | None = None
    memo: Memo | None = field(default=None, compare=False, repr=False)
    # Not a parameter: a site that `replace` makes of another begins with an empty cache.
    _cache: _Cache = field(init=False, default_factory=_Cache, compare=False, repr=False)

    @property
    def languages(self) -> tuple[str, ...]:
        """The site's languages; the first is the default."""
        return self.knowledge.languages

    @property
    def default(self) -> str:
        """The default language."""
        return self.languages[0]

    def prefix(self, lang: str) -> str:
        """What the routes of a language begin with."""
        return routes.prefix(lang, self.default)

    def route(self, key: Key, lang: str) -> str:
        """The route of an entity's page in a language."""
        return routes.of(key, self.prefix(lang), self._part(key, lang))

    def _part(self, key: Key, lang: str) -> str:
        """The year of an event or the letter of a place, where there are too many for one page; else ""."""
        if key.kind not in routes.SHARED:
            return ""
        entities = self.knowledge.of(key.kind)
        entity = entities.get(key.id)
        if entity is None or len(entities) <= index_groups.MOST:
            return ""
        return index_groups.year_slug(entity) if key.kind is Kind.EVENT else index_groups.letter_slug(entity, lang)

    def own_language(self, entity: Entity[Any]) -> str:
        """The language in whose routes the original of an entity is published."""
        return entity.lang if entity.lang in self.languages else self.default

    def spoken(self, entity: Entity[Any]) -> tuple[str, ...]:
        """The languages in which an entity has a page, in the site's order.

        Events and places are on shared pages, which exist in every language.
        """
        if entity.key.kind in (Kind.EVENT, Kind.PLACE):
            return self.languages
        own = self.own_language(entity)
        return tuple(lang for lang in self.languages if lang == own or lang in entity.translations)

    def destination(self, key: Key, lang: str) -> Destination | None:
        """Where a link from a page in `lang` to an entity leads: its page in `lang`, else its original.

        None where there is no such entity, or where its kind has no pages.
        """
        if (key, lang) not in self._cache.destinations:
            self._cache.destinations[key, lang] = self._destination(key, lang)
        return self._cache.destinations[key, lang]

    def _destination(self, key: Key, lang: str) -> Destination | None:
        entity = self.knowledge.get(key)
        if entity is None or key.kind not in self.served:
            return None
        there = lang if lang in self.spoken(entity) else self.own_language(entity)
        return Destination(self.route(key, there), there)

    def once(self, made: Callable[[Site], V]) -> V:
        """The result of a function of the site, computed at the first call and kept."""
        return self.kept(made, lambda: made(self))

    def kept(self, key: object, make: Callable[[], V]) -> V:
        """What `make` gives, computed for the first page that asks for `key` and kept for the others."""
        return (self.memo or self._cache.memo).once(key, make)

    def links_from(self, side: str, lang: str) -> dict[Key, tuple[str, str]]:
        """The links found so far from pages in `lang` whose folders are side by side (see `routes.beside`)."""
        return self._cache.links.setdefault((side, lang), {})

    def named(self, key: Key, lang: str) -> Named | None:
        """The name of an entity on pages in `lang`; None where there is no such entity."""
        if (key, lang) not in self._cache.names:
            entity = self.knowledge.get(key)
            self._cache.names[key, lang] = (
                Named(self._title(entity, lang), kind_labels.kind(entity, lang)) if entity else None
            )
        return self._cache.names[key, lang]

    def _title(self, entity: Entity[Any], lang: str) -> PageText:
        if entity.key.kind is Kind.CLAIM:
            return claim_titles.title(self.knowledge, entity, lang)
        return say(called(entity), lang)

    def title(self, entity: Entity[Any], lang: str) -> PageText:
        """The name of an entity that there is, on pages in `lang`."""
        named = self.named(entity.key, lang)
        return named.name if named else say(called(entity), lang)

    def entities(self, kind: Kind, lang: str) -> Iterator[Entity[Any]]:
        """The entities of a kind that have a page in `lang`, in order of id."""
        return (each for each in self.knowledge.of(kind).values() if lang in self.spoken(each))

    def linked(self, key: Key, field: str, lang: str) -> Linked | None:
        """A text of an entity with its links, in `lang` or else in the entity's language; None without such a text."""
        entity = self.knowledge.get(key)
        if entity is None:
            return None
        found = self._found(self.links.texts, entity, field, lang)
        if found is not None:
            return found
        prose = entity.text(field, lang)
        return None if prose is None else Linked(prose, (None,) * len(prose.references), ())

    def names(self, key: Key, field: str, lang: str) -> tuple[Key, ...]:
        """Whom a text of an entity names, in `lang` or else in its own language: by the author's links and embeds in
        their order, then by names found. As often as it does."""
        entity = self.knowledge.get(key)
        texts = self.links.texts if self.links.naming is None else self.links.naming
        found = self._found(texts, entity, field, lang) if entity else None
        if found is None:
            return ()
        linked = (target.key for target in found.targets if isinstance(target, ToEntity))
        return (*linked, *(mention.key for mention in found.mentions))

    @staticmethod
    def _found(texts: Mapping[ProseKey, Linked], entity: Entity[Any], field: str, lang: str) -> Linked | None:
        for each in dict.fromkeys((lang, entity.lang)):
            found = texts.get(ProseKey(entity.key, field, each))
            if found is not None:
                return found
        return None
