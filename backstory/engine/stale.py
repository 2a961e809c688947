"""What a build made of a file, and whether it still stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MadeFile:
    """What a build made of one file: the fingerprint of what it depended on, and the digest of its bytes."""

    cause: str
    digest: str


def standing(file: str, cause: str, made: Mapping[str, MadeFile]) -> MadeFile | None:
    """What was made of a file before, where its cause is the same; None where it must be made anew.

    A page is a function of its view, its templates and the engine; its cause is the fingerprint of those three.
    """
    last = made.get(file)
    return last if last is not None and last.cause == cause else None
