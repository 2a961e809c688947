"""Records of backing that could not be read: nobody is told that one is missing that may stand there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping

from backstory.records.backing import UnreadableRecords
from backstory.records.document import BackingList, Document
from backstory.values.keys import Key, Kind
from backstory.values.located import Fields, Located, Text

_ANYONE = ""


def unreadable_records(
    documents: Iterable[Document],
    lists: Iterable[BackingList],
    failed: Iterable[Fields],
    lost: Mapping[Key, frozenset[str]],
) -> UnreadableRecords:
    """Whom the records concern that could not be read.

    `failed` are items of lists, `lost` the keys of entities with errors in which something could not be read.
    """
    ties: set[tuple[str, str]] = set()
    for document in documents:
        if "backers" in lost.get(document.key, ()):
            ties.update(_in_file(document))
    for listed in lists:
        ties.update(map(_tie, _mended(listed)))
    return UnreadableRecords(frozenset((*ties, *map(_tie, failed))))


def _in_file(document: Document) -> Iterator[tuple[str, str]]:
    if document.key.kind is Kind.ACTOR:
        yield _ANYONE, document.key.id
    elif document.key.kind is Kind.ARTICLE:
        named = document.fields.get("backers")
        recipients = named if isinstance(named, Fields) else () if document.fields else (_ANYONE,)
        yield from ((_ANYONE, recipient) for recipient in recipients)


def _tie(item: Fields) -> tuple[str, str]:
    return _name(item.get("actor")), _name(item.get("recipient"))


def _name(value: Located | None) -> str:
    return str(value) if isinstance(value, Text) else _ANYONE


def _mended(listed: BackingList) -> Iterator[Fields]:
    """The items with a line that had to be mended; an empty one for what stands before all items."""
    starts = [item.span.line for item in listed.items]
    for at in dict.fromkeys(bisect_right(starts, line) for line in listed.amiss or (0,) * listed.broken):
        yield listed.items[at - 1] if at else Fields({}, listed.head, {})
