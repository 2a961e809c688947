"""Fingerprints of bytes: equal ones have equal fingerprints, whatever the process or the platform."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable


def digest(data: bytes) -> str:
    """The digest of bytes: BLAKE2b, 16 bytes, in hexadecimal."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def joined(parts: Iterable[str]) -> str:
    """One fingerprint of several, in their order."""
    return digest("\n".join(parts).encode())
