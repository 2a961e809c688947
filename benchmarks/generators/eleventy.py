"""Eleventy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import asdict

from benchmarks.corpus import Corpus, Term
from benchmarks.files import File, page
from benchmarks.generators.generator import Generator, Packages

_VERSION = "3.1.8"
_PROGRAM = ("{tools}/node_modules/.bin/eleventy", "--quiet")


def content(corpus: Corpus) -> Iterator[File]:
    """The corpus as Markdown with front matter. Tags are `topics`, for `tags` means collections to Eleventy."""
    for each in corpus.articles:
        fields = {
            "title": each.title,
            "date": each.date,
            "summary": each.summary,
            "topics": list(each.tags),
            "actors": list(each.actors),
            "backers": [asdict(backer) for backer in each.backers],
            "sources": [{"title": title, "url": url} for title, url in each.sources],
        }
        body = re.sub(r"\]\(([a-z0-9-]+)\.md\)", r"](/articles/\1/)", each.body)
        yield f"content/articles/{each.id}.md", page(fields, body)
    for actor in corpus.actors:
        backers = [asdict(backer) for backer in actor.backers]
        fields = {"title": actor.name, "aliases": list(actor.aliases), "backers": backers}
        yield f"content/actors/{actor.id}.md", page(fields, actor.body)
    yield from map(term, corpus.terms)


def term(each: Term) -> File:
    """A term's file."""
    fields = {"title": each.name, "aliases": list(each.aliases), "definition": each.definition}
    return f"content/glossary/{each.id}.md", page(fields, each.body)


ELEVENTY = Generator(
    id="eleventy",
    title=f"Eleventy {_VERSION}",
    theme="eleventy",
    packages=Packages(
        "npm", (f"@11ty/eleventy@{_VERSION}", "@11ty/eleventy-plugin-rss@3.0.0", "markdown-it-footnote@4.0.0")
    ),
    content=content,
    term=term,
    build=_PROGRAM,
    serve=(*_PROGRAM, "--serve", "--port={port}"),
    articles="content/articles/*.md",
    actors="content/actors/*.md",
    template="_includes/article.njk",
    output="_site",
)
