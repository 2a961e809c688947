"""Files that are copied: the theme's assets, content/static/, and what texts link or show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from backstory.diagnostics import Span
from backstory.pages.core import routes
from backstory.pages.core.planner import Planned, Planner
from backstory.pages.core.site import Site
from backstory.records.links import ToFile
from backstory.records.plan import Copy
from backstory.records.snapshot import Snapshot

_HASHED = (".css", ".js")
_STATIC = "content/static/"


def asset_routes(snapshot: Snapshot, *, plain: bool = False) -> Mapping[str, str]:
    """The route of each asset, by name.

    The names of style sheets and scripts get a part of their digest, so that browsers may keep them for ever. Other
    files keep their names, because a style sheet may refer to them. With `plain`, all keep their names, so that an edit
    changes no page.
    """
    return {
        name: f"assets/{name}" if plain else _asset_route(name, digest)
        for name, (_, digest) in sorted(snapshot.assets.items())
    }


def _asset_route(name: str, digest: str) -> str:
    stem, dot, ending = name.rpartition(".")
    return f"assets/{stem}.{digest[:8]}.{ending}" if dot + ending in _HASHED else f"assets/{name}"


def _plan(site: Site) -> Iterator[Planned]:
    yield from _assets(site)
    yield from _static(site)
    yield from _linked(site)


def _assets(site: Site) -> Iterator[Planned]:
    wanted = site.options.assets or asset_routes(site.snapshot)
    for name, (path, digest) in sorted(site.snapshot.assets.items()):
        if name in wanted:
            yield Planned(Copy(wanted[name], path, digest))


def _static(site: Site) -> Iterator[Planned]:
    for path, file in sorted(site.snapshot.files.items()):
        if path.startswith(_STATIC):
            yield _copy(site, path, file.digest)


def _linked(site: Site) -> Iterator[Planned]:
    targets = (target for linked in site.links.texts.values() for target in linked.targets)
    for path in sorted({target.path for target in targets if isinstance(target, ToFile)}):
        file = site.snapshot.files.get(path)
        if file is not None and not path.startswith(_STATIC):
            yield _copy(site, path, file.digest)


def _copy(site: Site, path: str, digest: str) -> Planned:
    return Planned(Copy(routes.of_file(path), f"{site.snapshot.root}/{path}", digest), Span(path))


PLANNER = Planner(_plan)
