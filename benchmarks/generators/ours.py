"""Backstory itself."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.corpus import Actor, Article, Backer, Corpus, Term
from benchmarks.files import File, page
from benchmarks.generators.generator import Generator, Packages

CLONE = Path(__file__).parent.parent.parent
_SETTINGS = "title: Explainers\nurl: https://example.org/\nlanguages: [en]\nlicence: CC BY 4.0\nshare_cards: false\n"
# The other generators give a source no page, so one source stands for all records.
_SOURCES = """\
records:
  title: Register of support
  publisher: Registrar
  kind: news
  date: 2026
  url: https://example.org/records
  archive_url: https://example.org/archive/records
"""
_SUPPORT = {
    "funding": "funding",
    "endorsement": "diplomatic",
    "partnership": "joint-operations",
    "membership": "other",
    "in-kind": "materiel",
}


def content(corpus: Corpus) -> Iterator[File]:
    """The corpus as Backstory wants it. Who backs an article backs the actor it names first."""
    yield "site.yaml", _SETTINGS
    yield "content/sources.yaml", _SOURCES
    yield from map(_article, corpus.articles)
    yield from map(_actor, corpus.actors)
    yield from map(term, corpus.terms)


def term(each: Term) -> File:
    """A term's file."""
    fields = {"name": each.name, "aliases": list(each.aliases), "definition": each.definition}
    return f"content/glossary/{each.id}.md", page(fields, each.body)


def _article(each: Article) -> File:
    recipient = each.actors[0]
    backers = _backings(backer for backer in each.backers if backer.actor != recipient)
    fields = {
        "title": each.title,
        "date": each.date,
        "summary": each.summary,
        "tags": list(each.tags),
        "actors": list(each.actors),
        "backers": {recipient: backers} if backers else [],
    }
    prose, footnotes = each.body.split("\n\n[^1]:")
    sources = "\n".join(f"- [{title}]({url})" for title, url in each.sources)
    return f"content/articles/{each.id}.md", page(fields, f"{prose}\n\n## Sources\n\n{sources}\n\n[^1]:{footnotes}")


def _actor(each: Actor) -> File:
    fields = {
        "name": each.name,
        "type": "ngo",
        "aliases": list(each.aliases),
        "backers": _backings(each.backers),
    }
    return f"content/actors/{each.id}.md", page(fields, each.body)


def _backings(backers: Iterable[Backer]) -> list[dict[str, object]]:
    """The records of backing, one for each backer."""
    by_actor: dict[str, dict[str, object]] = {
        each.actor: {
            "actor": each.actor,
            "support": [_SUPPORT[each.kind]],
            "observed": [each.date],
            "sources": ["records"],
        }
        for each in backers
    }
    return list(by_actor.values())


_COMMAND = (sys.executable, "-P", "-m", "backstory")
OURS = Generator(
    id="backstory",
    title="Backstory",
    theme="",
    packages=Packages(),
    content=content,
    term=term,
    build=(*_COMMAND, "build", ".", "--quiet"),
    serve=(*_COMMAND, "serve", ".", "--quiet", "--port", "{port}"),
    articles="content/articles/*.md",
    actors="content/actors/*.md",
    template="templates/article.html",
    output="output",
    caches=(".cache",),
    environment={"PYTHONPATH": str(CLONE)},
)
