"""A file of content as read: fields with their places, and prose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from backstory.diagnostics import Diagnostic, Span
from backstory.records.prose import Prose
from backstory.values.keys import Key
from backstory.values.located import Fields, Items


@dataclass(frozen=True, slots=True)
class Document:
    """One entity's file, one entry of a collected file, or a translation of either.

    `head` is where a diagnostic about the whole stands. `prose` maps (field, language) to a text, the field being
    `body`, `summary`, `definition`, `brief.happened`, …; those fields stay in `fields` too, as they were written.
    `broken` says that the file could not be read whole: what is not there may stand in it all the same. `amiss` are
    the lines of its front matter in which something was wrong with the YAML, and has been told. A broken one whose id
    is "" stands for entities of its kind that nobody knows.
    """

    key: Key
    lang: str
    path: str
    head: Span
    fields: Fields
    prose: Mapping[tuple[str, str], Prose]
    translation: bool = False
    collected: bool = False
    broken: bool = False
    amiss: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class BackingList:
    """A file of content/backings/: a list of backing records, each naming its recipient.

    `broken` says that some of it could not be read, so that a record that is not here may stand there all the same;
    `amiss` are the lines in which something was wrong with the YAML, and has been told.
    """

    path: str
    head: Span
    items: tuple[Fields, ...]
    broken: bool = False
    amiss: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """What a piece of a long collected file says, beginning in line `line`.

    That is its entries by id, or its list of records, and by id the prose in them, as in documents. `nodes` is how
    many values YAML has there.
    """

    line: int
    value: Fields | Items
    prose: Mapping[str, Mapping[tuple[str, str], Prose]]
    diagnostics: tuple[Diagnostic, ...]
    nodes: int

    @property
    def movable(self) -> bool:
        """Whether it says the same in other lines but for its spans; diagnostics and prose name lines in words too."""
        return not self.prose and not self.diagnostics
