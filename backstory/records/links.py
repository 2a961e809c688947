"""What linking found: targets of references, mentions of names, and who mentions whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from backstory.records.prose import Prose
from backstory.values.keys import Key
from backstory.values.record import Record


class ProseKey(Record, frozen=True, order=True):
    """Which text: of which entity, which field (`body`, `summary`, `brief.happened`), in which language."""

    key: Key
    field: str
    lang: str


class ToEntity(Record, frozen=True, tag=0):
    """A reference to an entity, or with `anchor` to a place on its page.

    `words` is the name that a wikilink gives it, which stands in the text unless the author gave other words; "" where
    they typed the id.
    """

    key: Key
    anchor: str = ""
    words: str = ""


class ToSources(Record, frozen=True, tag=1):
    """A citation: the sources in the order written, each with its locator (`p. 2`)."""

    cited: tuple[tuple[Key, str], ...]


class ToFile(Record, frozen=True, tag=2):
    """A reference to a file of the site that is copied as it is: `path` is relative to the site's folder."""

    path: str


class ToAddress(Record, frozen=True, tag=3):
    """A reference out of the site."""

    url: str


class ToAnchor(Record, frozen=True, tag=4):
    """A reference to a place on the same page."""

    anchor: str


class ToEmbed(Record, frozen=True, tag=5):
    """An embed of the page's own making: `backers`, `timeline` or `map`."""

    name: str


Target = ToEntity | ToSources | ToFile | ToAddress | ToAnchor | ToEmbed


class Mention(Record, frozen=True):
    """A name found in a run: characters `start` to `end` of the part numbered `part`."""

    part: int
    start: int
    end: int
    key: Key
    alias: str


class Linked(Record, frozen=True):
    """A text with its links. `targets` stands parallel to the prose's references; None leads nowhere."""

    prose: Prose
    targets: tuple[Target | None, ...]
    mentions: tuple[Mention, ...]


class Backlink(Record, frozen=True):
    """A sentence that mentions an entity, cut around the mention. `anchor` is the heading's id, "" for the lead."""

    text: ProseKey
    anchor: str
    before: str
    mention: str
    after: str
    explicit: bool


class Passed(Record, frozen=True):
    """A name that was found and not linked, and why, for `--why`."""

    text: ProseKey
    alias: str
    candidates: tuple[Key, ...]
    reason: str
    line: int


@dataclass(frozen=True, slots=True)
class Links:
    """All that linking found on a site. `passed` are the names left plain, for each text that has such.

    `naming` are the texts too, for whoever asks only whom a text names: a build that notes what is asked tells the two
    questions apart.
    """

    texts: Mapping[ProseKey, Linked]
    backlinks: Mapping[Key, tuple[Backlink, ...]]
    passed: Mapping[ProseKey, tuple[Passed, ...]]
    naming: Mapping[ProseKey, Linked] | None = None
