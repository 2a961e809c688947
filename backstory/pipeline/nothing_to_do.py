"""A build with nothing to do: the same files and the same request give the same answer, without a stage being run."""

from __future__ import annotations

from dataclasses import replace

from backstory.engine import fingerprint
from backstory.engine.store import Store
from backstory.pipeline import build_cache
from backstory.pipeline.discovery import Discovery
from backstory.pipeline.request import Outcome, Request
from backstory.publishing.output import Output
from backstory.values.record import canonical

GIVEN_UP = frozenset({"E031", "E032"})


def cause(request: Request, look: Discovery) -> str:
    """The fingerprint of all that decides a build."""
    snapshot = look.snapshot
    files = {path: file.digest for each in (snapshot.sources, snapshot.files) for path, file in each.items()}
    today = look.today.isoformat()
    told = (request.choices, today, look.settings, files, snapshot.templates, snapshot.assets, look.diagnostics)
    return fingerprint.digest(canonical(told))


def recalled(store: Store, request: Request, key: str, output: Output | None) -> Outcome | None:
    """The outcome of the last build, where its cause was the same and what it wrote still stands."""
    last = build_cache.last(store, str(request.output))
    if last is None or last.cause != key:
        return None
    if output is not None and last.published:
        made = {file: each.digest for file, each in build_cache.manifest(store, str(request.output)).items()}
        if made != output.files or not all(output.intact(file) for file in made):
            return None
        if not all(map(output.settled, made)):
            build_cache.keep_stamps(store, output.stamps(made, request.now_ns), str(request.output))
    counts = replace(last.counts, read=0, rendered=0, removed=0)
    kept = output.kept if output is not None else ()
    return Outcome(last.diagnostics, counts, published=last.published, kept=kept)


def keep(store: Store, request: Request, key: str, outcome: Outcome) -> None:
    """Keep an outcome for the next build to recall; one with a file given up may end otherwise on another day."""
    if any(each.code in GIVEN_UP for each in outcome.diagnostics):
        return
    ended = build_cache.Last(key, outcome.published, outcome.diagnostics, outcome.counts)
    build_cache.keep_last(store, str(request.output), ended)
