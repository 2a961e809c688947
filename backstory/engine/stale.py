"""Which files of the site must be made anew: a pure comparison of two manifests."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Made:
    """What a build made of one file: the fingerprint of what it depended on, and the digest of its bytes."""

    cause: str
    digest: str


@dataclass(frozen=True, slots=True)
class Difference:
    """The files to make, and those that are no longer part of the site; both in order."""

    stale: tuple[str, ...]
    gone: tuple[str, ...]


def difference(wanted: Mapping[str, str], made: Mapping[str, Made]) -> Difference:
    """What separates the files `made` before from the files and causes `wanted` now.

    A page is a function of its view, its templates and the engine; its cause is the fingerprint of those three.
    """
    stale = tuple(sorted(file for file, cause in wanted.items() if file not in made or made[file].cause != cause))
    gone = tuple(sorted(file for file in made if file not in wanted))
    return Difference(stale, gone)
