"""The routes of tags: each has one in every language in which an explainer has it."""

from __future__ import annotations

import unicodedata
from itertools import chain, count

from backstory.language import names
from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.core.site import Site
from backstory.values.localized_text import Words

_SIGNS = {"#": "sharp", "+": "plus", "&": "and", "@": "at", "%": "percent", "*": "star", "$": "dollar", "€": "euro"}
# What only divides words has no name in an address.
_DIVIDES = frozenset(" -‐‑–—'’‘ʼ\",.:;()/_«»“”„…،؛")


def href(page: PageBuilder, tag: Words) -> str:
    """The link from a page to the explainers in its language that have a tag."""
    return page.href(page.site.prefix(page.lang) + page.site.once(routes)[written(tag)])


def route(tag: Words) -> str:
    """The route of a tag's page in the default language: its words in its own script, joined by hyphens.

    A sign has a name there, so that `C`, `C#` and `C++` are three pages. What divides words has none, unless the tag
    has nothing else.
    """
    text = written(tag)
    plain = {token.start: token for token in names.tokens(text)}
    inside = {at for token in plain.values() for at in range(token.start, token.end)}
    signs = [at for at in range(len(text)) if at not in inside and not text[at].isspace()]
    named = [at for at in signs if text[at] not in _DIVIDES] if plain else signs
    words = {at: token.text for at, token in plain.items()} | {at: _name_of(text[at]) for at in named}
    return f"tags/{'-'.join(words[at] for at in sorted(words)) or 'none'}/"


def written(tag: Words) -> str:
    """A tag as it is compared: in one form of Unicode, without capitals, with single spaces."""
    return unicodedata.normalize("NFC", " ".join(tag.own.split()).casefold())


def _name_of(sign: str) -> str:
    name = _SIGNS[sign] if sign in _SIGNS else unicodedata.name(sign, f"u{ord(sign):x}")
    return name.casefold().replace(" ", "-")


def routes(site: Site) -> dict[str, str]:
    """The route of each tag, by the tag as it is compared. Of several that would share one, the shortest has it, and
    the others have a number."""
    tags = {written(tag): tag for article in site.knowledge.articles.values() for tag in article.fields.tags}
    taken: dict[str, str] = {}
    for text in sorted(tags, key=lambda each: (len(each), each)):
        wanted = route(tags[text])
        numbered = (f"{wanted.rstrip('/')}-{number}/" for number in count(2))
        taken[next(each for each in chain([wanted], numbered) if each not in taken)] = text
    return {text: each for each, text in taken.items()}
