"""Explainers in a list: title, summary, conflict, and when each was last changed."""

from __future__ import annotations

from backstory.language import wording
from backstory.pages.core import entity_links
from backstory.pages.core.date_views import moment
from backstory.pages.core.entity_links import EntityLink
from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.core.page_text import PageText
from backstory.pages.parts import plain_text
from backstory.pages.queries.article_dates import last_changed
from backstory.records.knowledge import Article
from backstory.values.record import Record


class ArticleItem(Record, frozen=True):
    """An explainer in a list. `changed` says when it was published or last changed, `machine` the same in ISO 8601."""

    article: EntityLink
    dek: PageText | None
    conflict: PageText | None
    changed: str
    machine: str


def article_item(page: PageBuilder, article: Article) -> ArticleItem:
    """An explainer for a list."""
    fields, lang = article.fields, page.lang
    changed = last_changed(article)
    dek = page.site.linked(article.key, "summary", lang)
    conflict = page.site.knowledge.conflicts.get(fields.conflict.id) if fields.conflict else None
    verb = "ui.published" if changed == fields.date else "ui.updated"
    when = moment(changed, lang)
    return ArticleItem(
        entity_links.ref(page, article.key),
        PageText(plain_text.plain(page.site, dek, lang)) if dek else None,
        page.text(conflict.fields.name) if conflict else None,
        wording.phrase(verb, lang, date=when.text),
        when.machine,
    )
