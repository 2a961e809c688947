"""The command: measures corpus by corpus, and prints a table after each."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks import builds, install, previews, profile, report, results, site_folder
from benchmarks.builds import Built
from benchmarks.generators import OURS, PEERS
from benchmarks.generators.generator import Generator
from benchmarks.generators.ours import CLONE
from benchmarks.previews import Shown
from benchmarks.processes import LeftOut
from benchmarks.results import Results
from benchmarks.site_folder import Site

_CORPORA = (site_folder.SAMPLE, "100", "1000", "10000", site_folder.BACKINGS)
_PEERS = tuple(each.id for each in PEERS)
_PREVIEW = "preview"
_CASES = (*builds.CASES, _PREVIEW)
_PAGE = CLONE / "docs" / "benchmarks.md"


def main(arguments: Sequence[str]) -> int:
    """Measure the corpora asked for; the exit code."""
    options = _parser().parse_args(arguments)
    if not Path("/proc/self/smaps_rollup").exists():
        print("The benchmarks read processor time and memory from /proc, which is Linux's.", file=sys.stderr)
        return 2
    for corpus in options.corpora:
        if options.profile:
            site = site_folder.made(OURS, corpus, options.work / "sites" / f"profile-{corpus}", options.work)
            print(f"{corpus}:\n{profile.profiled(site.folder)}")
            continue
        measured = _measured(corpus, options)
        measured.save(options.work / "results")
        print(report.section(measured), flush=True)
    if options.write:
        _PAGE.write_text(report.page(results.kept(options.work / "results")), encoding="utf-8")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "corpora",
        nargs="*",
        default=_CORPORA,
        type=_corpus,
        metavar="CORPUS",
        help="a number of articles, `sample` or `backings` (650 actors, 8,600 dated backings); "
        f"without any: {' '.join(_CORPORA)}, which takes hours",
    )
    parser.add_argument(
        "--peers", nargs="*", choices=_PEERS, default=_PEERS, help="the other generators; all by default"
    )
    parser.add_argument("--cases", nargs="+", choices=_CASES, default=_CASES, help="what is measured; all by default")
    parser.add_argument("--rounds", type=int, default=3, help="how often each build is measured (3)")
    parser.add_argument("--saves", type=int, default=20, help="how often each kind of save is measured (20)")
    parser.add_argument(
        "--work", type=Path, default=_work(), help="the folder of packages, sites and results (%(default)s)"
    )
    parser.add_argument("--write", action="store_true", help="write all kept results to docs/benchmarks.md")
    parser.add_argument("--profile", action="store_true", help="tell where the time of a cold build goes instead")
    return parser


def _measured(corpus: str, options: argparse.Namespace) -> Results:
    """The results of a corpus."""
    wanted = [OURS, *(each for each in PEERS if each.id in options.peers and site_folder.knows(each, corpus))]
    measured = Results(corpus, options.rounds, options.saves, {each.id: each.title for each in wanted})
    sites = _sites(wanted, corpus, options.work.resolve(), measured)
    cases = [case for case in options.cases if case != _PREVIEW]
    for built in builds.measured(sites, cases, options.rounds):
        _take(built, measured)
    for site in sites:
        measured.pages[site.generator.id] = len(list((site.folder / site.generator.output).rglob("*.html")))
        if _PREVIEW in options.cases:
            for shown in previews.measured(site, options.saves):
                _take(shown, measured)
    shutil.rmtree(options.work / "sites")
    return measured


def _sites(wanted: Sequence[Generator], corpus: str, work: Path, measured: Results) -> list[Site]:
    """The sites of the generators that can be installed; of the others it is told why they cannot."""
    sites = []
    for each in wanted:
        print(f"{corpus}: {each.title} is made ready", file=sys.stderr, flush=True)
        try:
            tools = install.installed(each.packages, work / "tools" / (each.theme or each.id))
        except install.NotInstalled as error:
            _take(LeftOut(each.id, f"not installed: {error}"), measured)
            continue
        sites.append(site_folder.made(each, corpus, work / "sites" / f"{each.id}-{corpus}", tools))
    return sites


def _take(each: Built | Shown | LeftOut, measured: Results) -> None:
    """Keep a result, and tell the person who waits."""
    measured.add(each)
    if isinstance(each, Built):
        said = f"{each.case} {each.cost.wall:.2f} s, {each.cost.cpu:.2f} s CPU, {each.cost.memory:.0f} MB"
    elif isinstance(each, Shown):
        said = f"preview, {each.case} {each.value:.3f}"
    else:
        said = f"left out: {each.reason}"
    print(f"{measured.corpus}: {measured.titles[each.generator]}: {said}", file=sys.stderr, flush=True)


def _corpus(text: str) -> str:
    if text in (site_folder.SAMPLE, site_folder.BACKINGS) or (text.isdigit() and int(text) > 0):
        return text
    raise argparse.ArgumentTypeError(f"`{text}` is no number of articles, nor `sample` or `backings`")


def _work() -> Path:
    """A folder for this clone in the user's cache (XDG Base Directory Specification)."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "backstory-benchmarks"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
