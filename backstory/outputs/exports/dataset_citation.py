"""How to cite the dataset."""

from __future__ import annotations

from backstory.language import wording
from backstory.pages.core import routes
from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.queries.article_dates import last_changed
from backstory.pages.queries.iris import FOLDER


def of(page: PageBuilder) -> str:
    """Who, what, of which date, and where. The date is that of the last change to an explainer."""
    site, lang = page.site, page.lang
    about = site.knowledge.site
    title = page.text(about.title).text
    who = page.text(about.publisher).text if about.publisher else ""
    changed = [last_changed(each) for each in site.knowledge.articles.values()]
    newest = max(changed, key=lambda each: each.value.sort_key, default=None)
    when = wording.date(newest.value, lang) if newest else ""
    where = routes.absolute(site.options.base, FOLDER) if site.options.base else ""
    return ". ".join(each for each in (who, title, when, where) if each)
