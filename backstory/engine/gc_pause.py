"""Work without Python's search for cycles: a build makes millions of records that live on and hold none."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Without the search for as long as this lasts; within another such stretch, for as long as that lasts."""
    searched = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searched:
            gc.enable()


def until_the_end() -> None:
    """Without the search for the rest of this process, nor at its end: for one that ends with the work."""
    gc.disable()
    gc.freeze()
