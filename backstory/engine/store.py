"""The store: what earlier builds found out, in one SQLite file. Damaged or foreign, it is dropped."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

_SHAPE = "CREATE TABLE IF NOT EXISTS row (kind TEXT, key TEXT, value BLOB NOT NULL, PRIMARY KEY (kind, key))"
_AT_ONCE = 500
_CHECK = 4
"""Bytes at the end of each value that say whether it is whole: its CRC-32."""
_SOUND = frozenset(
    (sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_NOMEM)
)
"""What SQLite says where the file is not at fault."""


class UnusableError(Exception):
    """Nothing can be kept in the place of a store: the reason, in the system's words."""


class Store:
    """Values (bytes) by kind and key, of one engine: another engine's are forgotten when it opens.

    A value that was damaged on the disk is as good as absent.
    """

    def __init__(self, connection: sqlite3.Connection):
        """Use `opened`."""
        self._db = connection

    def get(self, kind: str, key: str = "") -> bytes | None:
        """One value."""
        row = self._db.execute("SELECT value FROM row WHERE kind = ? AND key = ?", (kind, key)).fetchone()
        return None if row is None else _whole(row[0])

    def put(self, kind: str, key: str, value: bytes) -> None:
        """Keep one value."""
        self.put_all(kind, {key: value})

    def all(self, kind: str) -> dict[str, bytes]:
        """All values of a kind by key, in no order."""
        return _wholes(self._db.execute("SELECT key, value FROM row WHERE kind = ?", (kind,)))

    def some(self, kind: str, keys: Iterable[str]) -> dict[str, bytes]:
        """The values of a kind that there are among `keys`."""
        wanted = list(keys)
        found: dict[str, bytes] = {}
        for start in range(0, len(wanted), _AT_ONCE):
            some = wanted[start : start + _AT_ONCE]
            marks = ",".join("?" * len(some))
            query = f"SELECT key, value FROM row WHERE kind = ? AND key IN ({marks})"
            found.update(_wholes(self._db.execute(query, (kind, *some))))
        return found

    def put_all(self, kind: str, values: Mapping[str, bytes]) -> None:
        """Keep values by key."""
        rows = ((kind, key, value + _check(value)) for key, value in sorted(values.items()))
        self._db.executemany("INSERT OR REPLACE INTO row VALUES (?, ?, ?)", rows)

    def keep_only(self, kind: str, keys: Iterable[str]) -> None:
        """Drop every value of a kind whose key is not among `keys`."""
        held = {key for (key,) in self._db.execute("SELECT key FROM row WHERE kind = ?", (kind,))}
        gone = ((kind, key) for key in held.difference(keys))
        self._db.executemany("DELETE FROM row WHERE kind = ? AND key = ?", gone)

    def commit(self) -> None:
        """Make what was put last; where the disk is full, it is forgotten."""
        with suppress(sqlite3.OperationalError):
            self._db.commit()


def undamaged(path: Path, work: Callable[[], T]) -> T:
    """What `work` gives, which opens the store of a file; where that turns out to be damaged, it is dropped first.

    Raises UnusableError where that does not help.
    """
    try:
        try:
            return work()
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode & 0xFF in _SOUND:
                raise
            _drop(path)
            return work()
    except sqlite3.DatabaseError as error:
        raise UnusableError(str(error)) from error


@contextmanager
def in_memory(engine: str) -> Iterator[Store]:
    """A store that is gone at the end."""
    connection = _connect(":memory:", engine)
    try:
        yield Store(connection)
    finally:
        connection.close()


@contextmanager
def opened(path: Path, engine: str) -> Iterator[Store]:
    """The store of a file, empty if the file is missing, damaged, or another engine's. Raises OSError.

    What was not committed is gone at the end.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_symlink():
        _drop(path)
    try:
        connection = _connect(path, engine)
    except sqlite3.DatabaseError:
        _drop(path)
        connection = _connect(path, engine)
    try:
        yield Store(connection)
    finally:
        connection.close()


def _check(value: bytes) -> bytes:
    return zlib.crc32(value).to_bytes(_CHECK)


def _whole(stored: bytes) -> bytes | None:
    value = stored[:-_CHECK]
    return value if stored[-_CHECK:] == _check(value) else None


def _wholes(rows: Iterable[tuple[str, bytes]]) -> dict[str, bytes]:
    return {key: value for key, stored in rows if (value := _whole(stored)) is not None}


def _connect(path: Path | str, engine: str) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=10)
    try:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute(_SHAPE)
        found = Store(connection).get("engine")
        if found != engine.encode():
            connection.execute("DELETE FROM row")
            Store(connection).put("engine", "", engine.encode())
            connection.commit()
    except (sqlite3.DatabaseError, TypeError):
        connection.close()
        raise
    return connection


def _drop(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        path.rename(path.with_name(path.name + ".not-a-store"))
        return
    for each in (path, path.with_name(path.name + "-journal"), path.with_name(path.name + "-wal")):
        each.unlink(missing_ok=True)
