"""The backings an article shows: its own records, and those its bare ids select."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from backstory.assembling.stated_backings import stated_in
from backstory.records.backing import Backing
from backstory.records.knowledge import Article
from backstory.schema.position import BackingFields


def selected(articles: Iterable[Article], backings: Iterable[Backing]) -> Mapping[str, tuple[Backing, ...]]:
    """By article, the backings it shows in the order it names them.

    A bare id selects all records of that backer and recipient in the article's conflict; in any, where the article
    names none.
    """
    by_id: dict[str, Backing] = {}
    by_ends: dict[tuple[str, str], list[Backing]] = {}
    for each in backings:
        by_id[each.id] = each
        by_ends.setdefault((each.backer, each.recipient), []).append(each)
    return {
        article.id: tuple({each.id: each for each in _named(article, by_id, by_ends)}.values()) for article in articles
    }


def _named(
    article: Article, by_id: Mapping[str, Backing], by_ends: Mapping[tuple[str, str], Sequence[Backing]]
) -> Iterator[Backing]:
    conflict = article.fields.conflict
    for recipient, entries in article.fields.backers.items():
        for entry in entries:
            if isinstance(entry, BackingFields):
                own = by_id.get(stated_in(article, recipient, entry).id)
                yield from (own,) if own else ()
            else:
                there = by_ends.get((entry.id, recipient.id), ())
                yield from (each for each in there if conflict is None or each.conflict == conflict.id)
