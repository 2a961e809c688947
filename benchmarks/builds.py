"""Builds measured in turn: every round goes through the cases, and every case through the generators."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks import edits, processes
from benchmarks.processes import CommandFailed, Cost, LeftOut
from benchmarks.site_folder import Site

COLD, NOTHING = "cold", "nothing"
_WARM_UP = "warm-up"
CASES = (COLD, NOTHING, *edits.KINDS)


@dataclass(frozen=True, slots=True)
class Built:
    """What a build of a case cost a generator, by its id."""

    generator: str
    case: str
    cost: Cost


def measured(sites: Sequence[Site], cases: Sequence[str], rounds: int) -> Iterator[Built | LeftOut]:
    """The builds, as they end. A generator that fails, or does not show an edit, is left out from there on.

    Before, each builds once without being measured: Python keeps the bytecode of its modules, the system files.
    """
    going = list(sites)
    for number, case in ((0, _WARM_UP), *((number, case) for number in range(rounds) for case in cases)):
        for site in tuple(going):
            try:
                cost = _cost(site, case, number)
            except CommandFailed as failure:
                going.remove(site)
                yield LeftOut(site.generator.id, str(failure))
            else:
                if cost is not None and case != _WARM_UP:
                    yield Built(site.generator.id, case, cost)


def _cost(site: Site, case: str, number: int) -> Cost | None:
    """What a case costs; None where the site has no such edit. Afterwards its content is as it was made."""
    if case in (COLD, _WARM_UP):
        site.clear()
        return _build(site)
    if case == NOTHING:
        _build_before(site)
        return _build(site)
    edit = edits.edit(site, case, number)
    if edit is None:
        return None
    _build_before(site)
    edit.make()
    try:
        cost = _build(site)
        page = site.output(edit.route)
        if not page.is_file() or edit.mark not in page.read_text(encoding="utf-8"):
            raise CommandFailed(f"{page} does not show: {case}")
    finally:
        edit.undo()
    return cost


def _build_before(site: Site) -> None:
    """Bring the output and caches to the state before an edit, where the generator keeps any."""
    if site.generator.caches or not (site.folder / site.generator.output).is_dir():
        _build(site)


def _build(site: Site) -> Cost:
    return processes.run(site.command(site.generator.build), site.folder, site.generator.environment)
