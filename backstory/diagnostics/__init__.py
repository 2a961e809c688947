"""Diagnostics: values that tell an author what is wrong, where, and what to do."""

from backstory.diagnostics.codes import CODES, PROTECTIONS, Code, report
from backstory.diagnostics.diagnostic import Diagnostic, Edit, Related, Severity, Span, ordered, weighed
from backstory.diagnostics.grouping import once_a_file

__all__ = [
    "CODES",
    "PROTECTIONS",
    "Code",
    "Diagnostic",
    "Edit",
    "Related",
    "Severity",
    "Span",
    "once_a_file",
    "ordered",
    "report",
    "weighed",
]
