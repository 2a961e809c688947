"""`doctor`: what a site's owner should know and no message tells, by topic. It changes nothing and judges nothing."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

from backstory import __version__, pipeline, regular_files
from backstory.pipeline import session
from backstory.pipeline.request import Request
from backstory.pipeline.version import Version
from backstory.records.entity import Entity, called
from backstory.values.keys import Kind

_LONG = 365
"""Days after which a page that nobody looked at is named, where the site has no `review_after`."""
_MOST = 20
# GitHub Pages: a published site of 1 GB at most; GitHub: files of 100 MB at most.
_SITE_BYTES, _FILE_BYTES = 10**9, 100 * 2**20


@dataclass(frozen=True, slots=True)
class Topic:
    """What there is to say on one matter, a line each."""

    name: str
    lines: tuple[str, ...]


def examined(request: Request, output: Path, command: str) -> tuple[Topic, ...]:
    """The topics, in the order in which an owner asks; every one has a line at least.

    `output` is the folder of the built site, which need not be there.
    """

    def opened(asked: Request) -> Version:
        with pipeline.memory_of(asked) as memory:
            return session.opened(asked, memory)

    version = pipeline.steadily(request, opened)
    told = (
        ("Versions", _versions(version)),
        ("Hidden today", _hidden(version)),
        ("Not looked at for long", _unreviewed(version)),
        ("Sources without a copy", _uncopied(version)),
        ("Pictures without words", _wordless(version)),
        ("Languages", _languages(version)),
        ("Size", _size(output, command)),
        ("Workflow", _workflow(request.site)),
    )
    return tuple(Topic(name, tuple(lines)) for name, lines in told)


def _versions(version: Version) -> Iterator[str]:
    settings = version.known.settings.site
    yield f"Backstory {__version__}, Python {platform.python_version()}, {platform.system()}"
    yield f"today is {version.known.seen.today.isoformat()} ({settings.timezone or 'UTC'})"


def _hidden(version: Version) -> Iterator[str]:
    withheld = sorted(version.known.knowledge.withheld.values(), key=lambda each: each.path)
    for article in withheld:
        why = "a draft" if article.fields.draft else f"dated {article.fields.date.value.text}"
        yield f"{article.path}: {why}"
    if not withheld:
        yield "nothing: no drafts, no articles with a date to come"


def _unreviewed(version: Version) -> Iterator[str]:
    today = version.known.seen.today
    limit = version.known.settings.site.review_after or _LONG
    old = sorted(
        (looked, each.path)
        for each in version.known.knowledge.articles.values()
        if (looked := _looked_at(each)) is not None and (today - looked).days > limit
    )
    yield from _first(f"{path}: {(today - looked).days} days, since {looked.isoformat()}" for looked, path in old)
    if not old:
        yield f"every article was looked at within {limit} days"


def _looked_at(article: Entity[Any]) -> date | None:
    """The last day that an article names of itself."""
    given = (getattr(article.fields, name, None) for name in ("updated", "date"))
    return next((each.value.earliest for each in given if each is not None and each.value.earliest), None)


def _uncopied(version: Version) -> Iterator[str]:
    sources = sorted(version.known.knowledge.sources.values(), key=lambda each: each.id)
    bare = [each for each in sources if each.fields.url and not each.fields.archive_url]
    yield from _first(f"{each.id}: https://web.archive.org/save/{each.fields.url}" for each in bare)
    if not bare:
        yield "every source with an address has an archived copy"


def _wordless(version: Version) -> Iterator[str]:
    found = [each for each in version.outcome().diagnostics if "alternative text" in each.message]
    yield from _first(f"{each.span.path}:{each.span.line}" for each in found)
    if not found:
        yield "every picture has a text for those who do not see it"


def _languages(version: Version) -> Iterator[str]:
    knowledge = version.known.knowledge
    for lang in knowledge.languages[1:]:
        counts = []
        for kind in (Kind.ARTICLE, Kind.ACTOR, Kind.CLAIM, Kind.CONFLICT, Kind.TERM):
            every = knowledge.of(kind).values()
            done = sum(_is_in(each, lang) for each in every)
            if every:
                counts.append(f"{done} of {len(every)} {kind.value}")
        yield f"{lang}: {', '.join(counts)}"
    if len(knowledge.languages) == 1:
        yield f"one: {knowledge.languages[0]}"


def _is_in(entity: Entity[Any], lang: str) -> bool:
    return lang in entity.translations or lang in dict(called(entity).texts)


def _size(output: Path, command: str) -> Iterator[str]:
    sizes = {
        Path(folder, name).relative_to(output).as_posix(): os.lstat(Path(folder, name)).st_size
        for folder, _, names in os.walk(output)
        for name in names
    }
    if not sizes:
        yield f"not built yet: run `{command} build`"
        return
    total = sum(sizes.values())
    yield f"{len(sizes):,} files, {total / 10**6:,.1f} MB; GitHub Pages takes 1,000 MB"
    if total > 0.8 * _SITE_BYTES:
        yield "that is near the limit or above it: move what is large to another host"
    for name, size in sizes.items():
        if size > _FILE_BYTES:
            yield f"{name}: {size / 2**20:,.0f} MB, and GitHub takes 100 MB a file"


def _workflow(site: Path) -> Iterator[str]:
    shipped = _pins(files("backstory.authoring").joinpath("starter/_dot_github/workflows/pages.yml").read_text("utf-8"))
    folder = site / ".github/workflows"
    found = sorted(folder.glob("*.yml")) if folder.is_dir() else []
    if not found:
        yield "none: this site is not published by GitHub"
    for place in found:
        text = regular_files.read(place).decode("utf-8", "replace")
        if "backstory" not in text.lower() and "build.py" not in text:
            continue
        old = [
            f"{name} {now}, now {shipped[name]}" for name, now in _pins(text).items() if shipped.get(name, now) != now
        ]
        yield f"{place.name}: {'; '.join(old) if old else 'its actions are those that are shipped now'}"


def _pins(text: str) -> dict[str, str]:
    """The actions of a workflow and their versions, as the remark after a pin tells them."""
    lines = (line.partition("uses:")[2].strip() for line in text.splitlines() if "uses:" in line)
    return {line.partition("@")[0]: line.rpartition("# ")[2] or line.rpartition("@")[2] for line in lines}


def _first(lines: Iterator[str]) -> Iterator[str]:
    """The first of many lines, and how many more there are."""
    every = list(lines)
    yield from every[:_MOST]
    if len(every) > _MOST:
        yield f"and {len(every) - _MOST} more"
