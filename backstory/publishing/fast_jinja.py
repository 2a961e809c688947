"""Jinja with its two most frequent steps made short: what is printed is escaped, what is called is a macro.

A page of a dataset prints a thousand texts, most of them a dozen times, and calls hundreds of macros. The output is
Jinja's own, byte for byte.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context, Macro
from markupsafe import escape


def escaped(value: object) -> str:
    """A value as it stands in HTML; one that knows its own HTML gives that."""
    return _of_text(value) if type(value) is str else escape(value)


@lru_cache(maxsize=1 << 16)
def _of_text(text: str) -> str:
    return str(escape(text))


class _Code(CodeGenerator):
    """Templates compiled to print by `escaped`."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None:
            self.write("environment.escaped(")
        else:
            super()._output_child_pre(node, frame, finalize)


class _Context(Context):
    """A context that calls a macro at once: it asks for nothing but its arguments."""

    def call(self, called: Any, /, *args: Any, _loop_vars: Any = None, _block_vars: Any = None, **kwargs: Any) -> Any:
        """The result of a macro or function that a template calls."""
        if type(called) is Macro:
            return called(*args, **kwargs)
        return super().call(called, *args, _loop_vars=_loop_vars, _block_vars=_block_vars, **kwargs)


class LeanEnvironment(Environment):
    """An environment for templates that escape all they print."""

    code_generator_class = _Code
    context_class = _Context
    escaped = staticmethod(escaped)
