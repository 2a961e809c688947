"""The stage `discover`, with what the last look through the folder knew."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from backstory.diagnostics import Diagnostic
from backstory.diagnostics.formatting import Lines
from backstory.engine import fingerprint
from backstory.engine.store import Store
from backstory.pipeline import build_cache, engine_version
from backstory.pipeline.request import Request
from backstory.reading import Theme, again, discover, lines_of, passed_over, settings
from backstory.records.snapshot import Snapshot, Stamps
from backstory.values.time_zone import day_in


@dataclass(frozen=True, slots=True)
class Discovery:
    """The site's settings as text, its files, what is wrong with their names and places, and the day in its zone."""

    settings: str | None
    snapshot: Snapshot
    diagnostics: tuple[Diagnostic, ...]
    zone: str
    today: date

    @property
    def lines(self) -> Lines:
        """The lines of the site's files, for the excerpts of messages."""
        return lines_of(self.snapshot, self.settings)


def look(request: Request, memory: Store) -> Discovery:
    """Look through the site's folder; files that stand as they stood at the last look are not read again."""
    text, of_settings = settings(request.site)
    seen = _look(request, text, of_settings, _zone_and_languages(text, memory), build_cache.stamps(memory))
    build_cache.keep_stamps(memory, _stamps(seen, request.now_ns))
    return seen


def look_again(request: Request, last: Discovery, since_ns: int) -> Discovery:
    """Look through the site's folder once more, after a look that began at `since_ns`."""
    from backstory import config

    text, of_settings = settings(request.site)
    site = config.load(text)[0]
    return _look(request, text, of_settings, (site.timezone, *site.languages), _stamps(last, since_ns))


def is_new_day(request: Request, last: Discovery) -> bool:
    """Whether another day than that of the last look has begun at the site."""
    return day_in(last.zone, request.moment) != last.today


def looked_at(request: Request, last: Discovery, paths: Iterable[str]) -> Discovery | None:
    """The site's files after those at `paths` were written; None where more than their bytes may have changed.

    What editors write beside a file and delete again, and what is passed over by its name, changes nothing.
    """
    if is_new_day(request, last):
        return None
    sources = dict(last.snapshot.sources)
    for path in paths:
        if path in sources:
            file = again(request.site, sources[path])
            if file is None:
                return None
            sources[path] = file
        elif not (passed_over(path) or _never_seen(request, last, path)):
            return None
    return replace(last, snapshot=replace(last.snapshot, sources=sources))


def _never_seen(request: Request, last: Discovery, path: str) -> bool:
    """Whether there is nothing at a path below content/, and at the last look was nothing there or below it.

    Systems may tell a name that is not ASCII in another form than a look finds it.
    """
    if not path.startswith("content/") or not path.isascii() or os.path.lexists(request.site / path):
        return False
    told = (each.span.path for each in last.diagnostics)
    seen = "\n".join(("", *last.snapshot.sources, *last.snapshot.files, *told, ""))
    return f"\n{path}\n" not in seen and f"\n{path}/" not in seen


def _look(
    request: Request,
    text: str | None,
    of_settings: tuple[Diagnostic, ...],
    known_settings: tuple[str, ...],
    known: Stamps,
) -> Discovery:
    theme = Theme(*engine_version.theme())
    zone, *languages = known_settings
    snapshot, found = discover(request.site, theme, languages=tuple(languages), known=known)
    return Discovery(text, snapshot, (*of_settings, *found), zone, day_in(zone, request.moment))


def _stamps(seen: Discovery, taken_ns: int) -> Stamps:
    files = {**seen.snapshot.sources, **seen.snapshot.files}
    return Stamps({path: (file.stamp, file.digest) for path, file in files.items()}, taken_ns)


def _zone_and_languages(text: str | None, memory: Store) -> tuple[str, ...]:
    """The site's time zone and then its languages, without the cost of validating settings that did not change."""
    key = fingerprint.digest((text or "").encode())
    known = memory.get("settings", key)
    if known is None:
        from backstory import config

        site = config.load(text)[0]
        known = " ".join((site.timezone, *site.languages)).encode()
        memory.put("settings", key, known)
    return tuple(known.decode().split())
