"""The site folder at one moment: which files there are and what they hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the file system says of a file; equal stamps of a file not touched lately mean equal bytes."""

    size: int
    mtime_ns: int
    ctime_ns: int
    inode: int


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A regular file below the site's folder. `path` is relative, with forward slashes; `digest` is its content's."""

    path: str
    digest: str
    stamp: Stamp


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Every file that decides the output.

    `sources` are the content files to be read (Markdown, YAML, CSL-JSON), `files` those copied as they are or linked
    from prose (images and whatever stands in content/static/), by path. `templates` and `assets` map a name to its
    file's real place on disk and digest, the site's own laid over the theme's; a theme's template has the name
    `theme/NAME` too.
    """

    root: str
    sources: Mapping[str, SiteFile]
    files: Mapping[str, SiteFile]
    templates: Mapping[str, tuple[str, str]]
    assets: Mapping[str, tuple[str, str]]
