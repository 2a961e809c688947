"""The backings an article shows: its own records, and those its bare ids select."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from backstory.assembling.stated_backings import stated_in
from backstory.records.backing import Backing
from backstory.records.knowledge import Article
from backstory.schema.position import BackingFields
from backstory.values.same import ANEW, Same


def selected(
    articles: Iterable[Article], backings: tuple[Backing, ...], same: Same = ANEW
) -> Mapping[str, tuple[Backing, ...]]:
    """By article, the backings it shows in the order it names them.

    A bare id selects all records of that backer and recipient in the article's conflict; in any, where the article
    names none.
    """
    by_id, by_ends = same.made("by id and ends", (backings,), lambda: _indexed(backings))

    def of(article: Article) -> tuple[Backing, ...]:
        return tuple({each.id: each for each in _named(article, by_id, by_ends)}.values())

    return {
        article.id: same.made("selected", (article, backings), partial(of, article)) if article.fields.backers else ()
        for article in articles
    }


_ById = Mapping[str, Backing]
_ByEnds = Mapping[tuple[str, str], Sequence[Backing]]


def _indexed(backings: Iterable[Backing]) -> tuple[_ById, _ByEnds]:
    by_id: dict[str, Backing] = {}
    by_ends: dict[tuple[str, str], list[Backing]] = {}
    for each in backings:
        by_id[each.id] = each
        by_ends.setdefault((each.backer, each.recipient), []).append(each)
    return by_id, by_ends


def _named(article: Article, by_id: _ById, by_ends: _ByEnds) -> Iterator[Backing]:
    conflict = article.fields.conflict
    for recipient, entries in article.fields.backers.items():
        for entry in entries:
            if isinstance(entry, BackingFields):
                own = by_id.get(stated_in(article, recipient, entry).id)
                yield from (own,) if own else ()
            else:
                there = by_ends.get((entry.id, recipient.id), ())
                yield from (each for each in there if conflict is None or each.conflict == conflict.id)
