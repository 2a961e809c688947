"""The site folder at one moment: which files there are and what they hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the file system says of a file; equal stamps of a file not touched lately mean equal bytes."""

    size: int
    mtime_ns: int
    ctime_ns: int
    inode: int


# File systems keep times as coarsely as 2 s (FAT): a file touched that shortly before a look may have changed once more
# without showing it (git's rule for racily clean entries).
_TICK_NS = 2_000_000_000


@dataclass(frozen=True, slots=True)
class Stamps:
    """The stamps of files, with the digests of their bytes, by path; `taken_ns` is when the look at them began."""

    files: Mapping[str, tuple[Stamp, str]] = field(default_factory=dict)
    taken_ns: int = 0

    def digest(self, path: str, now: Stamp) -> str | None:
        """The digest of a file's bytes where its stamp says that they are what they were, else None."""
        before = self.files.get(path)
        settled = max(now.mtime_ns, now.ctime_ns) + _TICK_NS < self.taken_ns
        return before[1] if before is not None and before[0] == now and settled else None


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
