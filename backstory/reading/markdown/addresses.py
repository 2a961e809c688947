"""Addresses of links: which schemes are let through, and a path apart from its anchor."""

from __future__ import annotations

import re

from backstory.diagnostics import Span
from backstory.reading.markdown.parse_state import ParseState
from backstory.records.prose import Reference, ReferenceKind

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_NOWHERE = re.compile(r"(?:https?:(?!//[^\s/?#]).*|mailto:|/{2,})", re.IGNORECASE | re.DOTALL)
_IGNORED = re.compile(r"[\x00-\x20]+")
_ALLOWED = frozenset({"http", "https", "mailto"})
_KINDS = frozenset({"article", "actor", "conflict", "claim", "event", "place", "term", "source", "page"})


def reference(
    kind: ReferenceKind, address: str, places: tuple[Span, Span], state: ParseState, *, label: str = "", title: str = ""
) -> int | None:
    """The number of a new reference to `address`; None, and a diagnostic, where none can be made of it.

    `places` are the spans of the reference and of its address. An address with a scheme is a target as it is, of any
    other the part after `#` is the anchor.
    """
    span, target_span = places
    scheme = _SCHEME.match(_IGNORED.sub("", address))
    if scheme and scheme[1].lower() not in _ALLOWED:
        _refuse(scheme[1], address, target_span, state)
        return None
    if not address:
        hint = "write the address between the brackets: `[words](../actors/lna.md)`"
        state.tell("E364", f"this {kind} has no address", span, hint=hint)
        return None
    if _NOWHERE.fullmatch(address):
        _lost(address, target_span, state)
        return None
    target, anchor = address, ""
    if not scheme and not address.startswith("//"):
        target, _, anchor = address.partition("#")
    return state.refer(Reference(kind, target, span, target_span, label=label, anchor=anchor, title=title))


def _lost(address: str, span: Span, state: ParseState) -> None:
    scheme, _, rest = address.partition(":")
    host = rest.strip("/")
    instead = f"{scheme}://{host}" if host and host[0] not in "?#" else ""
    hint = "write it whole, such as `https://example.org/report`"
    state.tell("E364", f"`{address}` leads nowhere: it names no site", span, instead=instead, hint=hint)


def _refuse(scheme: str, address: str, span: Span, state: ParseState) -> None:
    if scheme.lower() in _KINDS:
        state.tell("E363", f"`{address}` is no address", span, hint=f"to link to an entity write `[[{address}|words]]`")
        return
    hint = "addresses begin with `https:`, `http:` or `mailto:`, or are paths such as `../actors/lna.md`"
    state.tell("E363", f"links with `{scheme}:` are not let through", span, hint=hint)
