"""What the site will consist of: drafts of pages and files, each with its routes, and files to copy."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from backstory.diagnostics import Span
from backstory.values.record import Record


@dataclass(frozen=True, slots=True)
class Page:
    """A page, feed or export. `route` is relative to the site's root: `""` is the home page, `articles/x/` a folder's
    index, `feed.xml` a file. `view` is a frozen record: all that the template may see.
    """

    route: str
    template: str
    view: Any


@dataclass(frozen=True, slots=True)
class Bytes:
    """A file made without a template, such as an export."""

    route: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Copy:
    """A file copied as it is from `path`, a real place on disk, whose content has `digest`."""

    route: str
    path: str
    digest: str


@dataclass(frozen=True, slots=True)
class Draft:
    """What is composed at once: `compose()` gives a page or file for each of `routes`.

    It is a pure function, so that drafts can be composed in any order and in several processes, and a view need not
    outlive the page that is rendered from it. `template` is that of its pages, "" where it is not one.
    """

    routes: tuple[str, ...]
    compose: Callable[[], Iterable[Page | Bytes]]
    template: str = ""


class Outline(Record, frozen=True):
    """A draft without the function that composes it, and the author's file it comes from."""

    routes: tuple[str, ...]
    template: str
    source: Span


@dataclass(frozen=True, slots=True)
class Summary:
    """Pages that sum up all others, such as the sitemap: `take` says what of a page counts (None for nothing), a
    record of type `kind`, and `compose` makes one page for each of `routes` of all that was taken, in order of route.
    """

    routes: tuple[str, ...]
    kind: type
    take: Callable[[Page], Any]
    compose: Callable[[Sequence[Any]], Iterable[Page]]


@dataclass(frozen=True, slots=True)
class Plan:
    """All of it, in order of route."""

    drafts: tuple[Draft, ...]
    summaries: tuple[Summary, ...]
    copies: tuple[Copy, ...]


def file_of(route: str) -> str:
    """The file a route is written to: `articles/x/` is `articles/x/index.html`."""
    return route + "index.html" if route == "" or route.endswith("/") else route
