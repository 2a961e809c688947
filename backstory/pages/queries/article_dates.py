"""When an article was last changed."""

from __future__ import annotations

from backstory.records.knowledge import Article
from backstory.schema.types import When


def last_changed(article: Article) -> When:
    """When an article was last changed: the latest of its date, its update and its corrections."""
    fields = article.fields
    given = [fields.date, *(each.date for each in fields.corrections)]
    return max([*given, fields.updated] if fields.updated else given, key=lambda each: each.value.sort_key)
