"""The site a preview showed when it began, kept so that the next one shows it at once."""

from __future__ import annotations

import json
from pathlib import Path

from backstory.engine.stale import MadeFile
from backstory.engine.store import Store
from backstory.pipeline import build_cache
from backstory.pipeline.nothing_to_do import GIVEN_UP
from backstory.pipeline.request import Outcome, Tree

_NAME = "preview"
# What is larger takes as long to keep and fetch as to make.
_MOST = 32 * 1024 * 1024


def recalled(store: Store) -> tuple[str, Outcome] | None:
    """The cause and the outcome that were kept, the whole site with it."""
    last = build_cache.recalled(store, f"last {_NAME}")
    text = store.get(f"tree {_NAME}")
    if text is None or not isinstance(last, tuple) or len(last) != 3:
        return None
    key, diagnostics, counts = last
    files = json.loads(text)
    made = {file: MadeFile(cause, digest) for file, (cause, digest, _, _) in files.items()}
    data = {file: Path(path) if path else text.encode() for file, (_, _, path, text) in files.items()}
    if not all(each.is_file() for each in data.values() if isinstance(each, Path)):
        return None
    return key, Outcome(diagnostics, counts, published=True, changed=tuple(made), tree=Tree(made, data))


def keep(store: Store, key: str, outcome: Outcome) -> None:
    """Keep a good site that is not too large."""
    tree = outcome.tree
    size = sum(len(data) for data in tree.data.values() if isinstance(data, bytes))
    if outcome.failed or size > _MOST or any(each.code in GIVEN_UP for each in outcome.diagnostics):
        return
    files = {}
    for file, made in tree.made.items():
        data = tree.data[file]
        path, text = (str(data), "") if isinstance(data, Path) else ("", data.decode())
        files[file] = (made.cause, made.digest, path, text)
    build_cache.keep(store, f"last {_NAME}", (key, outcome.diagnostics, outcome.counts))
    store.put(f"tree {_NAME}", json.dumps(files, ensure_ascii=False))
