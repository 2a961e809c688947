"""Every diagnostic code, with the text that explains it. Codes are permanent: never reused, never renumbered."""

from __future__ import annotations

from types import MappingProxyType

from backstory.diagnostics.codes import (
    attribution_codes,
    consistency_codes,
    field_codes,
    file_codes,
    link_codes,
    markdown_codes,
    output_codes,
    record_codes,
    yaml_codes,
)
from backstory.diagnostics.codes.code import Code
from backstory.diagnostics.diagnostic import Diagnostic, Edit, Related, Span

_AREAS = (
    file_codes,
    yaml_codes,
    field_codes,
    record_codes,
    link_codes,
    markdown_codes,
    consistency_codes,
    attribution_codes,
    output_codes,
)

CODES = MappingProxyType({code.id: code for area in _AREAS for code in area.CODES})


PROTECTIONS = frozenset({"E211", "E218", "E219", "E220", "E221", "E222", "E224"})
"""What protects persons and companies: a site can make them warnings, and says so on its method page."""


def report(
    code: str,
    message: str,
    span: Span,
    *,
    label: str = "",
    hint: str = "",
    related: tuple[Related, ...] = (),
    link: str = "",
    instead: str = "",
    edits: tuple[Edit, ...] = (),
) -> Diagnostic:
    """A diagnostic of `code` with the code's own severity; KeyError for a code that is not listed.

    `instead` is what was most likely meant where `span` is: an edit writes it, and the label asks, before all else in
    it, whether it was.
    """
    if instead:
        label, edits = f"did you mean `{instead}`{label}?", (Edit(span, instead),)
    severity = CODES[code].severity
    return Diagnostic(code, message, span, label, hint, related, severity, link, edits)


__all__ = ["CODES", "PROTECTIONS", "Code", "report"]
