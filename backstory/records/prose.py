"""Prose as read: markup with holes for references, and the text in which names may be found."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache

from backstory.diagnostics import Span
from backstory.values.keys import Kind
from backstory.values.record import Decoder, Record, encode


class Setting(StrEnum):
    """Where a text stands. Names are linked in `prose`, `cell` and `caption` only."""

    PROSE = "prose"
    CELL = "cell"
    CAPTION = "caption"
    HEADING = "heading"
    LINK = "link"
    CODE = "code"
    ATTRIBUTION = "attribution"


LINKABLE = frozenset({Setting.PROSE, Setting.CELL, Setting.CAPTION})


class Markup(Record, frozen=True, tag=0):
    """HTML that is sanitised and stays as it is."""

    html: str


class Run(Record, frozen=True, tag=1):
    """Text, not escaped, between markup.

    `block` numbers the paragraph, cell or item it stands in: the runs of one block make its sentences.
    `section` counts headings passed (the lead is 0). `lang` is the language of a marked passage, "" for the prose's
    own. `line` is its line in the file, 0 when unknown. `optout` holds the words the author exempts here (`[[=word]]`).
    `columns` says of each of its lines at which column of the file's it begins, 0 when unknown; it is empty in a text
    that links neither an event nor a claim.
    """

    text: str
    block: int
    section: int
    setting: Setting = Setting.PROSE
    lang: str = ""
    line: int = 0
    optout: bool = False
    columns: tuple[int, ...] = ()


class Hole(Record, frozen=True, tag=2):
    """The place of a whole reference: a wikilink, an embed, a citation or an image."""

    reference: int
    block: int
    section: int


class Open(Record, frozen=True, tag=3):
    """Where the text of a Markdown link begins; its runs have the setting `link`."""

    reference: int
    block: int
    section: int


class Close(Record, frozen=True, tag=4):
    """Where the text of a Markdown link ends."""

    reference: int


Part = Markup | Run | Hole | Open | Close


class ReferenceKind(StrEnum):
    """How a reference is written."""

    WIKILINK = "wikilink"
    EMBED = "embed"
    CITATION = "citation"
    LINK = "link"
    IMAGE = "image"


class Cited(Record, frozen=True):
    """One source of a citation: `see @africom-2020-05-26, p. 2` has the locator `p. 2` and the prefix `see`."""

    source: str
    locator: str
    span: Span
    prefix: str = ""


class Reference(Record, frozen=True):
    """A reference an author wrote.

    `target` is what stands before `|` and `#` in a wikilink or embed, or the path of a link or image; `anchor` what
    follows `#`; `label` the author's own words ("" for none; an image's alternative text); `title` a Markdown link's
    title. `span` covers the reference, `target_span` the target in it.
    """

    kind: ReferenceKind
    target: str
    span: Span
    target_span: Span
    label: str = ""
    anchor: str = ""
    title: str = ""
    cited: tuple[Cited, ...] = ()

    def entity(self, kind: Kind) -> str:
        """The id of the entity of `kind` that it links, by prefix or by its file; "" for another's."""
        if self.kind is ReferenceKind.WIKILINK:
            prefix, _, name = self.target.partition(":")
            return name.strip() if prefix == kind.prefix else ""
        if self.kind is not ReferenceKind.LINK or not self.target.endswith(".md"):
            return ""
        folder, _, name = self.target.rpartition("/")
        return name.partition(".")[0] if folder.rpartition("/")[2] == kind.value else ""


class Heading(Record, frozen=True):
    """A heading of the body; `section` is the number of the section it opens."""

    level: int
    id: str
    text: str
    section: int


class Prose(Record, frozen=True):
    """A text ready for linking. `ids` are all anchors of it: headings, footnotes, the author's own.

    Its parts are packed, which takes less memory: a site holds all its texts, and looks at few of them at a time.
    """

    lang: str
    packed: bytes
    references: tuple[Reference, ...] = ()
    headings: tuple[Heading, ...] = ()
    ids: tuple[str, ...] = ()
    words: int = 0

    @property
    def parts(self) -> tuple[Part, ...]:
        """Its markup, runs and references, in order."""
        return unpacked(self.packed)


def packed(parts: Iterable[Part]) -> bytes:
    """The parts of a text as `Prose` holds them."""
    return encode(tuple(parts))


@lru_cache(maxsize=64)
def unpacked(parts: bytes) -> tuple[Part, ...]:
    """The parts of a text that `packed` made."""
    return _PARTS.decode(parts)


_PARTS: Decoder[tuple[Part, ...]] = Decoder(tuple[Part, ...])
