"""What was made of the very same objects is not made again: a memo by identity, from one version of a site to the next.

For records that nobody changes: to compare two of them takes longer than to make most things of them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

V = TypeVar("V")


class Same:
    """Keeps what is made for this version of a site. It knows what was made for the one before, until `done`."""

    def __init__(self, last: Same | None = None) -> None:
        """Nothing made yet for this version."""
        self._last = last._made if last is not None else {}
        self._made: dict[tuple[object, ...], tuple[Sequence[object], object]] = {}

    def made(self, name: str, of: Sequence[object], make: Callable[[], V]) -> V:
        """What `make` gives, or gave before under this name for the same objects in the same order.

        Under one name everything is of one type.
        """
        key = (name, *map(id, of))
        found = self._made.get(key) or self._last.get(key)
        if found is None:
            # With the objects: no other may get the identity of one that is gone.
            found = (of, make())
        self._made[key] = found
        return found[1]  # type: ignore[return-value]

    def done(self) -> None:
        """Forget what was made for the version before and not asked for again."""
        self._last = {}


class Anew(Same):
    """Keeps nothing: for a build, which makes everything once."""

    def made(self, name: str, of: Sequence[object], make: Callable[[], V]) -> V:  # noqa: ARG002
        """What `make` gives."""
        return make()


ANEW = Anew()
