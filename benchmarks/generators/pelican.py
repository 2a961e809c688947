"""Pelican."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from benchmarks.corpus import Backer, Corpus, Term
from benchmarks.files import File
from benchmarks.generators.generator import Generator, Packages

_VERSION = "4.12.0"
_COMMAND = ("{tools}/bin/pelican", "content", "-o", "output", "-s", "pelicanconf.py", "-q")


def content(corpus: Corpus) -> Iterator[File]:
    """Articles, and pages for actors and terms, with Pelican's own metadata; lists are joined by `;` and `|`."""
    for each in corpus.articles:
        fields = {
            "Title": each.title,
            "Date": each.date,
            "Slug": each.id,
            "Summary": each.summary,
            "Tags": ", ".join(each.tags),
            "Actors": ", ".join(each.actors),
            "Backers": _backers(each.backers),
            "Sources": "; ".join(map("|".join, each.sources)),
        }
        body = re.sub(r"\]\(([a-z0-9-]+\.md)\)", r"]({filename}\1)", each.body)
        yield f"content/articles/{each.id}.md", _page(fields, body)
    for actor in corpus.actors:
        fields = {
            "Title": actor.name,
            "Slug": actor.id,
            "Kind": "actors",
            "Aliases": ", ".join(actor.aliases),
            "Backers": _backers(actor.backers),
        }
        yield f"content/pages/actors/{actor.id}.md", _page(fields, actor.body)
    yield from map(term, corpus.terms)


def term(each: Term) -> File:
    """A term's file."""
    fields = {"Title": each.name, "Slug": each.id, "Kind": "glossary", "Definition": each.definition}
    return f"content/pages/glossary/{each.id}.md", _page(fields, each.body)


def _page(fields: dict[str, str], body: str) -> str:
    return "".join(f"{name}: {value}\n" for name, value in fields.items()) + f"\n{body.rstrip()}\n"


def _backers(backers: Iterable[Backer]) -> str:
    return "; ".join(f"{each.actor}|{each.kind}|{each.date}|{each.source}" for each in backers)


PELICAN = Generator(
    id="pelican",
    title=f"Pelican {_VERSION}",
    theme="pelican",
    packages=Packages("pip", (f"pelican[markdown]=={_VERSION}",)),
    content=content,
    term=term,
    build=_COMMAND,
    serve=(*_COMMAND, "--listen", "--autoreload", "--port", "{port}"),
    articles="content/articles/*.md",
    actors="content/pages/actors/*.md",
    template="theme/templates/article.html",
    output="output",
)
