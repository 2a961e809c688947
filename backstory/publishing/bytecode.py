"""Compiled templates, kept for later builds: Jinja's own bytecode cache."""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from pathlib import Path
from types import CodeType

from jinja2 import FileSystemBytecodeCache
from jinja2.bccache import Bucket

from backstory.engine import fingerprint


@cache
def bytecode(folder: Path | None, engine: str) -> Bytecode:
    """The compiled templates of a folder, for this engine; one for the whole process, so that a preview has them too.

    Jinja's version is part of the engine's, and Python's is in every file.
    """
    return Bytecode(folder, engine)


class Bytecode(FileSystemBytecodeCache):
    """Jinja's cache on disk, with a memory in front of it. What cannot be read or written is compiled anew."""

    def __init__(self, folder: Path | None, engine: str):
        """`engine` tells apart what two versions of the engine compiled: the later one replaces the files."""
        super().__init__(str(folder or ""))
        self._engine = engine
        self._known: dict[str, tuple[str, CodeType | None]] = {}

    def get_source_checksum(self, source: str) -> str:
        """What a file must have been made from to be used."""
        return fingerprint.joined((self._engine, source))

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the bucket its code, where it is known."""
        checksum, code = self._known.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code
        elif self.directory:
            with suppress(Exception):  # whatever a damaged file makes Jinja raise
                super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the bucket's code."""
        self._known[bucket.key] = bucket.checksum, bucket.code
        if self.directory:
            with suppress(OSError):
                super().dump_bytecode(bucket)
