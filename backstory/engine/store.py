"""The store: what earlier builds found out, in one SQLite file. Damaged or foreign, it is dropped."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

_SHAPE = """
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS memo (key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS stamp (
  path TEXT PRIMARY KEY, size INTEGER, mtime INTEGER, ctime INTEGER, inode INTEGER, digest TEXT NOT NULL
) WITHOUT ROWID;
"""
_AT_ONCE = 500


class Store:
    """Text and bytes by key, of one engine: another engine's are forgotten when it opens."""

    def __init__(self, connection: sqlite3.Connection):
        """Use `opened`."""
        self._db = connection

    def get(self, name: str) -> str | None:
        """A named text, such as the manifest."""
        row = self._db.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return None if row is None else str(row[0])

    def put(self, name: str, value: str) -> None:
        """Keep a named text."""
        self._db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))

    def recall(self, keys: Iterable[str]) -> Mapping[str, bytes]:
        """The remembered results among `keys`."""
        wanted = list(keys)
        found: dict[str, bytes] = {}
        for start in range(0, len(wanted), _AT_ONCE):
            some = wanted[start : start + _AT_ONCE]
            marks = ",".join("?" * len(some))
            found.update(self._db.execute(f"SELECT key, value FROM memo WHERE key IN ({marks})", some))
        return found

    def remember(self, results: Mapping[str, bytes]) -> None:
        """Keep results by key."""
        self._db.executemany("INSERT OR REPLACE INTO memo VALUES (?, ?)", sorted(results.items()))

    def forget_but(self, keys: Iterable[str]) -> None:
        """Drop every result whose key is not among `keys`."""
        self._db.execute("CREATE TEMP TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY) WITHOUT ROWID")
        self._db.execute("DELETE FROM kept")
        self._db.executemany("INSERT OR IGNORE INTO kept VALUES (?)", ((key,) for key in keys))
        self._db.execute("DELETE FROM memo WHERE key NOT IN (SELECT key FROM kept)")

    def stamps(self) -> Mapping[str, tuple[tuple[int, int, int, int], str]]:
        """The stamps and digests of the files of the last build, by path."""
        rows = self._db.execute("SELECT path, size, mtime, ctime, inode, digest FROM stamp")
        return {row[0]: ((row[1], row[2], row[3], row[4]), row[5]) for row in rows}

    def keep_stamps(self, stamps: Mapping[str, tuple[tuple[int, int, int, int], str]]) -> None:
        """Replace the stamps."""
        self._db.execute("DELETE FROM stamp")
        rows = ((path, *stamp, digest) for path, (stamp, digest) in sorted(stamps.items()))
        self._db.executemany("INSERT INTO stamp VALUES (?, ?, ?, ?, ?, ?)", rows)

    def commit(self) -> None:
        """Make what was put last."""
        self._db.commit()


@contextmanager
def opened(path: Path, engine: str) -> Iterator[Store]:
    """The store of a file, empty if the file is missing, damaged, or another engine's.

    What was not committed is gone at the end.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        connection = _connect(path, engine)
    except sqlite3.DatabaseError:
        _drop(path)
        connection = _connect(path, engine)
    try:
        yield Store(connection)
    finally:
        connection.close()


def _connect(path: Path, engine: str) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=10)
    try:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.executescript(_SHAPE)
        if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise sqlite3.DatabaseError("damaged")
        found = connection.execute("SELECT value FROM meta WHERE name = 'engine'").fetchone()
        if found is None or found[0] != engine:
            connection.executescript("DELETE FROM meta; DELETE FROM memo; DELETE FROM stamp;")
            connection.execute("INSERT INTO meta VALUES ('engine', ?)", (engine,))
            connection.commit()
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection


def _drop(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        path.rename(path.with_name(path.name + ".not-a-store"))
        return
    for each in (path, path.with_name(path.name + "-journal"), path.with_name(path.name + "-wal")):
        each.unlink(missing_ok=True)
