"""How to cite the dataset."""

from __future__ import annotations

from backstory.model import wording
from backstory.pages import home, routes
from backstory.pages.exports.addresses import FOLDER
from backstory.pages.folio import Folio


def of(folio: Folio) -> str:
    """Who, what, of which date, and where: the date is that of the last change an explainer tells of."""
    site, lang = folio.site, folio.lang
    about = site.knowledge.site
    title = folio.text(about.title).text
    who = folio.text(about.publisher).text if about.publisher else ""
    changed = [home.last_changed(each) for each in site.knowledge.articles.values()]
    newest = max(changed, key=lambda each: each.value.sort_key, default=None)
    when = wording.date(newest.value, lang) if newest else ""
    where = routes.absolute(site.options.base, FOLDER) if site.options.base else ""
    return ". ".join(each for each in (who, title, when, where) if each)
