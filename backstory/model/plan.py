"""What the site will consist of: pages to render and files to copy, each with its route."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


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
class Plan:
    """All of it, in order of route."""

    pages: tuple[Page, ...]
    made: tuple[Bytes, ...]
    copies: tuple[Copy, ...]


def file_of(route: str) -> str:
    """The file a route is written to: `articles/x/` is `articles/x/index.html`."""
    return route + "index.html" if route == "" or route.endswith("/") else route
