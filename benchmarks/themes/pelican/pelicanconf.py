"""Pelican's settings, with the one pass over the site that computes who backs whom and who is mentioned where."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any

from pelican import signals

AUTHOR = "Explainers"
SITENAME = "Explainers"
SITEURL = ""
PATH = "content"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
ARTICLE_PATHS = ["articles"]
PAGE_PATHS = ["pages"]
THEME = "theme"
THEME_STATIC_DIR = "theme"
FEED_ALL_ATOM = "feed.xml"
FEED_MAX_ITEMS = 20
FEED_DOMAIN = "https://example.org"
CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
ARTICLE_URL = ARTICLE_SAVE_AS = "articles/{slug}/index.html"
PAGE_URL = PAGE_SAVE_AS = "{kind}/{slug}/index.html"
TAG_URL = TAG_SAVE_AS = "tags/{slug}/index.html"
TAGS_SAVE_AS = "tags/index.html"
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = AUTHORS_SAVE_AS = CATEGORIES_SAVE_AS = ""
DIRECT_TEMPLATES = ["index", "tags", "articles_index", "actors_index", "glossary_index", "sitemap"]
ARTICLES_INDEX_SAVE_AS = "articles/index.html"
ACTORS_INDEX_SAVE_AS = "actors/index.html"
GLOSSARY_INDEX_SAVE_AS = "glossary/index.html"
SITEMAP_SAVE_AS = "sitemap.xml"
DEFAULT_PAGINATION = False
USE_FOLDER_AS_CATEGORY = False
DEFAULT_CATEGORY = "articles"
_EXTENSIONS = ("meta", "tables", "fenced_code", "footnotes", "toc", "attr_list", "sane_lists", "def_list")
MARKDOWN = {
    "extension_configs": {f"markdown.extensions.{name}": {} for name in _EXTENSIONS},
    "output_format": "html5",
}


def split(text: str, separator: str) -> list[str]:
    """The parts of a list in a line of metadata."""
    return [part.strip() for part in text.split(separator) if part.strip()]


def backers(page: Any) -> list[dict[str, str]]:
    """The backers of an article or actor."""
    names = ("actor", "kind", "date", "source")
    return [dict(zip(names, each.split("|"), strict=True)) for each in split(getattr(page, "backers", ""), ";")]


def contents(html: str) -> list[tuple[str, str, str]]:
    """The headings of a text: level, id, title."""
    return re.findall(r'<h([23]) id="([^"]+)">(.*?)</h', html)


def index(generators: list[Any]) -> None:
    """Give the templates who is who, who backs whom, and who is mentioned where."""
    by_id: dict[str, Any] = {}
    backs: dict[str, list[Any]] = defaultdict(list)
    mentions: dict[str, list[Any]] = defaultdict(list)
    for page in (page for each in generators for page in getattr(each, "pages", []) if page.kind == "actors"):
        by_id[page.slug] = page
        for backer in backers(page):
            backs[backer["actor"]].append(page)
    for article in (article for each in generators for article in getattr(each, "articles", [])):
        for id_ in split(article.actors, ","):
            mentions[id_].append(article)
    for each in generators:
        each.context["x"] = {"by": by_id, "backs": backs, "mentions": mentions}


class Plugin:
    """What Pelican asks a plugin for."""

    @staticmethod
    def register() -> None:
        """Compute the index when all files are read."""
        signals.all_generators_finalized.connect(index)


PLUGINS = [Plugin]
JINJA_FILTERS = {"backers": backers, "split": split, "toc": contents}
