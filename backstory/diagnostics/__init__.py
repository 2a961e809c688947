"""Diagnostics: values that tell an author what is wrong, where, and what to do."""

from backstory.diagnostics.alike import once_a_file
from backstory.diagnostics.codes import CODES, Code, report
from backstory.diagnostics.diagnostic import Diagnostic, Related, Severity, Span, ordered, weighed

__all__ = ["CODES", "Code", "Diagnostic", "Related", "Severity", "Span", "once_a_file", "ordered", "report", "weighed"]
