"""Others' readers of what we export, as their makers publish them.

followthemoney asks for PyICU as it is imported. PyICU has no wheels, and is for transliterating names alone: where it
is missing, something stands in for it that fails as soon as anybody does.
"""

from __future__ import annotations

import sys
from importlib.util import find_spec
from types import ModuleType


class Transliterator:
    """Stands where PyICU's would."""

    @staticmethod
    def createInstance(_rules: str) -> Transliterator:  # noqa: N802 - PyICU's name
        """One that knows no rules."""
        return Transliterator()

    def transliterate(self, text: str) -> str:
        """Fails: no reading of an export may need it."""
        raise NotImplementedError(f"PyICU is not installed, so {text!r} cannot be transliterated")


class _WithoutIcu(ModuleType):
    Transliterator = Transliterator


if find_spec("icu") is None:
    sys.modules["icu"] = _WithoutIcu("icu")

import followthemoney  # noqa: E402 - only now can it be imported
import frictionless  # noqa: E402
import networkx  # noqa: E402
import rdflib  # noqa: E402

__all__ = ["followthemoney", "frictionless", "networkx", "rdflib"]
