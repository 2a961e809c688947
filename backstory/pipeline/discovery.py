"""The stage `discover`, with what the last look through the folder knew."""

from __future__ import annotations

from dataclasses import dataclass

from backstory.diagnostics import Diagnostic
from backstory.engine import fingerprint
from backstory.engine.store import Store
from backstory.pipeline import engine_version
from backstory.pipeline.request import Request
from backstory.reading import Theme, discover, settings
from backstory.records.snapshot import Snapshot, Stamp


@dataclass(frozen=True, slots=True)
class Discovery:
    """The site's settings as text, its files, and what is wrong with their names and places."""

    settings: str | None
    snapshot: Snapshot
    diagnostics: tuple[Diagnostic, ...]


def look(request: Request, memory: Store) -> Discovery:
    """Look through the site's folder; files that stand as they stood at the last look are not read again."""
    text, of_settings = settings(request.site)
    known = {path: (Stamp(*stamp), digest) for path, (stamp, digest) in memory.stamps().items()}
    snapshot, found = discover(
        request.site,
        Theme(*engine_version.theme()),
        languages=_languages(text, memory),
        known=known,
        since_ns=int(memory.get("looked") or 0),
    )
    files = {**snapshot.sources, **snapshot.files}
    memory.keep_stamps(
        {
            path: ((file.stamp.size, file.stamp.mtime_ns, file.stamp.ctime_ns, file.stamp.inode), file.digest)
            for path, file in files.items()
        }
    )
    memory.put("looked", str(request.now_ns))
    return Discovery(text, snapshot, (*of_settings, *found))


def _languages(text: str | None, memory: Store) -> tuple[str, ...]:
    """The site's languages, without the cost of validating settings that did not change."""
    name = "languages " + fingerprint.digest((text or "").encode())
    known = memory.get(name)
    if known is None:
        from backstory import config

        known = " ".join(config.load(text)[0].languages)
        memory.put(name, known)
    return tuple(known.split())
