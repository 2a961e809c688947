"""MkDocs. It computes no lists or backlinks: they are written beforehand, so it has less to do than the others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from benchmarks.corpus import Actor, Article, Backer, Corpus, Term
from benchmarks.files import File, page
from benchmarks.generators.generator import Generator, Packages

_VERSION = "1.6.1"
_PROGRAM = "{tools}/bin/mkdocs"
# A title and the address of its page.
_Link = tuple[str, str]


def content(corpus: Corpus) -> Iterator[File]:
    """The corpus as Markdown, with the lists that the others compute."""
    names = {actor.id: actor.name for actor in corpus.actors}
    mentions: dict[str, list[_Link]] = defaultdict(list)
    backs: dict[str, list[_Link]] = defaultdict(list)
    for article in corpus.articles:
        for id_ in article.actors:
            mentions[id_].append((article.title, f"../articles/{article.id}.md"))
    for actor in corpus.actors:
        for backer in actor.backers:
            backs[backer.actor].append((actor.name, f"{actor.id}.md"))
    yield from (_article(article, names) for article in corpus.articles)
    yield from (_actor(actor, names, backs[actor.id], mentions[actor.id]) for actor in corpus.actors)
    yield from map(term, corpus.terms)
    yield from _lists(corpus)


def term(each: Term) -> File:
    """A term's file."""
    body = f"# {each.name}\n\n{each.definition}\n\n{each.body}\n"
    return f"docs/glossary/{each.id}.md", page({"title": each.name}, body)


def _article(each: Article, names: Mapping[str, str]) -> File:
    fields = {"title": each.title, "date": each.date, "summary": each.summary, "tags": list(each.tags)}
    body = f"# {each.title}\n\n{each.body}\n"
    body += _list("Actors", ((names[id_], f"../actors/{id_}.md") for id_ in each.actors))
    body += _backers(each.backers, names) + _list("Sources", each.sources)
    return f"docs/articles/{each.id}.md", page(fields, body)


def _actor(each: Actor, names: Mapping[str, str], backs: Iterable[_Link], mentions: Iterable[_Link]) -> File:
    body = f"# {each.name}\n\n{each.body}\n{_backers(each.backers, names)}"
    body += _list("Backs", backs) + _list("Mentioned in", mentions)
    return f"docs/actors/{each.id}.md", page({"title": each.name}, body)


def _lists(corpus: Corpus) -> Iterator[File]:
    articles = [(each.title, f"{each.id}.md") for each in corpus.articles]
    actors = [(each.name, f"{each.id}.md") for each in corpus.actors]
    terms = [(each.name, f"{each.id}.md") for each in corpus.terms]
    yield "docs/articles/index.md", "# Articles\n" + _list("All", articles)
    yield "docs/actors/index.md", "# Actors\n" + _list("All", actors)
    yield "docs/glossary/index.md", "# Glossary\n" + _list("All", terms)
    yield (
        "docs/index.md",
        "# Explainers\n" + _list("New", ((title, f"articles/{file}") for title, file in articles[:20])),
    )


def _list(title: str, links: Iterable[_Link]) -> str:
    lines = "\n".join(f"- [{text}]({address})" for text, address in links)
    return f"\n## {title}\n\n{lines}\n" if lines else ""


def _backers(backers: Iterable[Backer], names: Mapping[str, str]) -> str:
    rows = "\n".join(
        f"| [{names[each.actor]}](../actors/{each.actor}.md) | {each.kind} | {each.date} | [source]({each.source}) |"
        for each in backers
    )
    head = "| Backer | Kind | Date | Source |\n| --- | --- | --- | --- |"
    return f"\n## Backers\n\n{head}\n{rows}\n" if rows else ""


MKDOCS = Generator(
    id="mkdocs",
    title=f"MkDocs {_VERSION}",
    theme="mkdocs",
    packages=Packages("pip", (f"mkdocs=={_VERSION}",)),
    content=content,
    term=term,
    build=(_PROGRAM, "build", "--quiet"),
    serve=(_PROGRAM, "serve", "--quiet", "--dev-addr", "127.0.0.1:{port}"),
    articles="docs/articles/*.md",
    actors="docs/actors/*.md",
    template="theme/main.html",
    output="site",
)
