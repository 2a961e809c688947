"""The site as a planner sees it: what is known and linked, and which pages there are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from backstory.pages.core import index_groups, kind_labels, routes
from backstory.pages.core.page_text import PageText, say
from backstory.records.entity import Entity, called
from backstory.records.knowledge import Knowledge
from backstory.records.links import Linked, Links, ProseKey
from backstory.records.snapshot import Snapshot
from backstory.values.keys import Key, Kind

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Options:
    """How the site is built. `base` is its address with a slash at the end, or None where it has none.

    `assets` maps an asset's name to its route (`site.css` to `assets/site.4f1c2a.css`); `sizes` an image's path to
    its width and height in pixels, as far as they are known.
    """

    base: str | None = None
    offline: bool = False
    assets: Mapping[str, str] = field(default_factory=dict)
    sizes: Mapping[str, tuple[int, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NavPoint:
    """An entry of the navigation: the key of its phrase and its route in the default language.

    `once` says that the page exists in that language alone.
    """

    phrase: str
    route: str
    once: bool = False


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a link to an entity goes, and in which language that page is."""

    route: str
    lang: str


@dataclass(frozen=True, slots=True)
class Named:
    """What an entity is called on pages in one language, and in a word what it is."""

    name: PageText
    kind: str


@dataclass(slots=True)
class _Kept:
    """What a site found out of itself, for its pages ask the same over and over."""

    destinations: dict[tuple[Key, str], Destination | None] = field(default_factory=dict)
    names: dict[tuple[Key, str], Named | None] = field(default_factory=dict)
    links: dict[tuple[str, str], dict[Key, tuple[str, str]]] = field(default_factory=dict)
    made: dict[Callable[[Site], Any], Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Site:
    """All that planners read. `served` are the kinds that have pages, `nav` and `foot` the entries of the
    navigation and the foot in order, `feeds` whether there are feeds."""

    knowledge: Knowledge
    links: Links
    snapshot: Snapshot
    options: Options
    served: frozenset[Kind] = frozenset()
    nav: tuple[NavPoint, ...] = ()
    foot: tuple[NavPoint, ...] = ()
    feeds: bool = False
    # Not of `init`: a site made of another by `replace` finds out anew.
    _kept: _Kept = field(init=False, default_factory=_Kept, compare=False, repr=False)

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
        """The route an entity's page has in a language."""
        return routes.of(key, self.prefix(lang), self._shelf(key, lang))

    def _shelf(self, key: Key, lang: str) -> str:
        """The year or letter under which an event or a place stands, where there are too many for one page."""
        if key.kind not in routes.SHARED:
            return ""
        held = self.knowledge.of(key.kind)
        entity = held.get(key.id)
        if entity is None or len(held) <= index_groups.MOST:
            return ""
        return index_groups.group_slug(entity, lang, by="year" if key.kind is Kind.EVENT else "letter")

    def own_language(self, entity: Entity[Any]) -> str:
        """The language under whose routes an entity's original stands."""
        return entity.lang if entity.lang in self.languages else self.default

    def spoken(self, entity: Entity[Any]) -> tuple[str, ...]:
        """The languages an entity has a page in, in the site's order.

        What stands on a shared page, an event or a place, is shown in every language.
        """
        if entity.key.kind in (Kind.EVENT, Kind.PLACE):
            return self.languages
        own = self.own_language(entity)
        return tuple(lang for lang in self.languages if lang == own or lang in entity.translations)

    def destination(self, key: Key, lang: str) -> Destination | None:
        """Where a link from a page in `lang` to an entity goes: its page in `lang`, else its original.

        None where there is no such entity, or none of its kind has a page.
        """
        if (key, lang) not in self._kept.destinations:
            self._kept.destinations[key, lang] = self._destination(key, lang)
        return self._kept.destinations[key, lang]

    def _destination(self, key: Key, lang: str) -> Destination | None:
        entity = self.knowledge.get(key)
        if entity is None or key.kind not in self.served:
            return None
        there = lang if lang in self.spoken(entity) else self.own_language(entity)
        return Destination(self.route(key, there), there)

    def once(self, made: Callable[[Site], V]) -> V:
        """What a function makes of the site, made when it is first asked for."""
        if made not in self._kept.made:
            self._kept.made[made] = made(self)
        found: V = self._kept.made[made]
        return found

    def links_from(self, side: str, lang: str) -> dict[Key, tuple[str, str]]:
        """The links found so far from pages in `lang` that stand side by side (see `routes.beside`)."""
        return self._kept.links.setdefault((side, lang), {})

    def named(self, key: Key, lang: str) -> Named | None:
        """How an entity is named on pages in `lang`, None where there is none; kept like destinations."""
        if (key, lang) not in self._kept.names:
            entity = self.knowledge.get(key)
            self._kept.names[key, lang] = (
                Named(say(called(entity), lang), kind_labels.kind(entity, lang)) if entity else None
            )
        return self._kept.names[key, lang]

    def entities(self, kind: Kind, lang: str) -> Iterator[Entity[Any]]:
        """The entities of a kind that have a page in `lang`, in order of id."""
        return (each for each in self.knowledge.of(kind).values() if lang in self.spoken(each))

    def linked(self, key: Key, field: str, lang: str) -> Linked | None:
        """A text of an entity with its links, in `lang` or else in its own language; None where there is none."""
        entity = self.knowledge.get(key)
        if entity is None:
            return None
        for each in dict.fromkeys((lang, entity.lang)):
            found = self.links.texts.get(ProseKey(key, field, each))
            if found is not None:
                return found
        prose = entity.text(field, lang)
        return None if prose is None else Linked(prose, (None,) * len(prose.references), ())
