"""SVG as text: elements, attributes and numbers, the same bytes every time and never a `style=`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from html import escape

Attributes = Mapping[str, str | float | None]


def tag(name: str, attributes: Attributes, *children: str) -> str:
    """One element; attributes that are None are left out, children are markup already."""
    given = "".join(
        f' {key}="{escape(value) if isinstance(value, str) else number(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    body = "".join(children)
    return f"<{name}{given}>{body}</{name}>" if body else f"<{name}{given}/>"


@lru_cache(maxsize=1 << 13)
def text(words: str) -> str:
    """Words as character data."""
    return escape(words, quote=False)


def title(words: str) -> str:
    """The short name that a browser shows for what it stands in; nothing where there are no words."""
    return f"<title>{text(words)}</title>" if words else ""


@lru_cache(maxsize=1 << 14)
def number(value: float) -> str:
    """A length to a tenth of a unit, without idle zeros."""
    shown = f"{value:.1f}".removesuffix(".0")
    return "0" if shown == "-0" else shown


def path(*parts: str | float) -> str:
    """The data of a path: letters and numbers, as short as they may be written."""
    out: list[str] = []
    for part in parts:
        shown = part if isinstance(part, str) else number(part)
        needs_space = bool(out) and not isinstance(part, str) and not out[-1].isalpha() and shown[0] != "-"
        out.append(f" {shown}" if needs_space else shown)
    return "".join(out)
