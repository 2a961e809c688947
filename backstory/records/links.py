"""What linking found: targets of references, mentions of names, and who mentions whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from backstory.records.prose import Prose
from backstory.values.keys import Key


@dataclass(frozen=True, slots=True, order=True)
class ProseKey:
    """Which text: of which entity, which field (`body`, `summary`, `brief.happened`), in which language."""

    key: Key
    field: str
    lang: str


@dataclass(frozen=True, slots=True)
class ToEntity:
    """A reference to an entity, or with `anchor` to a place on its page."""

    key: Key
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class ToSources:
    """A citation: the sources in the order written, each with its locator (`p. 2`)."""

    cited: tuple[tuple[Key, str], ...]


@dataclass(frozen=True, slots=True)
class ToFile:
    """A reference to a file of the site that is copied as it is: `path` is relative to the site's folder."""

    path: str


@dataclass(frozen=True, slots=True)
class ToAddress:
    """A reference out of the site."""

    url: str


@dataclass(frozen=True, slots=True)
class ToAnchor:
    """A reference to a place on the same page."""

    anchor: str


@dataclass(frozen=True, slots=True)
class ToEmbed:
    """An embed of the page's own making: `backers`, `timeline` or `map`."""

    name: str


Target = ToEntity | ToSources | ToFile | ToAddress | ToAnchor | ToEmbed


@dataclass(frozen=True, slots=True)
class Mention:
    """A name found in a run: characters `start` to `end` of the part numbered `part`."""

    part: int
    start: int
    end: int
    key: Key
    alias: str


@dataclass(frozen=True, slots=True)
class Linked:
    """A text with its links. `targets` stands parallel to the prose's references; None leads nowhere."""

    prose: Prose
    targets: tuple[Target | None, ...]
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Backlink:
    """A sentence that mentions an entity, cut around the mention. `anchor` is the heading's id, "" for the lead."""

    text: ProseKey
    anchor: str
    before: str
    mention: str
    after: str
    explicit: bool


@dataclass(frozen=True, slots=True)
class Passed:
    """A name that was found and not linked, and why, for `--why`."""

    text: ProseKey
    alias: str
    candidates: tuple[Key, ...]
    reason: str
    line: int


@dataclass(frozen=True, slots=True)
class Links:
    """All that linking found on a site. `cited_by` maps a source to the texts that cite it."""

    texts: Mapping[ProseKey, Linked]
    backlinks: Mapping[Key, tuple[Backlink, ...]]
    passed: tuple[Passed, ...]
