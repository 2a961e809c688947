"""The templates, rendered by Jinja: autoescape is on everywhere, and a name that a view lacks is an error."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import (
    BaseLoader,
    Environment,
    StrictUndefined,
    Template,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
)
from markupsafe import Markup, _escape_inner, escape  # type: ignore[attr-defined]

from backstory import regular_files
from backstory.diagnostics import Diagnostic, Span, report
from backstory.engine import fingerprint
from backstory.language import wording
from backstory.publishing import rasterise
from backstory.publishing.bytecode import Bytecode
from backstory.publishing.foreign_words import bracketed, has_interface, marked

Places = Mapping[str, tuple[str, str]]
"""Where each template stands and the digest of its bytes, by name."""

_FOLDER = "templates/"
_THEME = "theme/"
# A tag that names a template otherwise than by one plain text in quotes.
_WORKED_OUT = re.compile(
    r"""\{%[-+]?\s*(?:extends|include|import|from)\s+(?!(["'])[^"'\\]*\1\s*(?:[-+]?%|as\b|import\b|ignore\b|with))"""
)


@dataclass(frozen=True, slots=True)
class TemplateFault(Exception):
    """A template that cannot be used, as a diagnostic."""

    diagnostic: Diagnostic


class Renderer:
    """Renders views through the templates of one snapshot."""

    def __init__(self, places: Places, compiled: Bytecode | None = None, *, every_picture: bool = True):
        """A renderer over the templates at `places`; `compiled` keeps their code for later.

        Without `every_picture` each template of a drawing is tried on one, and of others the drawing itself is given:
        a picture takes as long as ten pages, and who only checks a site looks at none.
        """
        self._every_picture = every_picture
        self._tried: set[str] = set()
        self._places = places
        self._environment = _environment(_Files(places), compiled)
        self._refers: dict[str, frozenset[str]] = {}
        self._closures: dict[str, str] = {}

    def load_all(self) -> None:
        """Load every template, so that processes forked off this one need not do it again each."""
        for name in sorted({_own_name(each, self._places) for each in self._places}):
            self.closure(name)
            with suppress(TemplateSyntaxError):  # told by the page that uses it
                self._environment.get_template(name)

    def closure(self, template: str) -> str:
        """The digest of all that a template is made of: itself and what it extends, includes and imports."""
        if template not in self._closures:
            reached = (f"{name} {self._places[name][1]}" for name in sorted(self._reached(template)))
            self._closures[template] = fingerprint.joined(reached)
        return self._closures[template]

    def render(self, template: str, view: object) -> bytes:
        """The finished file; of a template `….svg`, the picture as PNG.

        Raises TemplateFault with the template's own line where the template is at fault.
        """
        try:
            text = self._environment.get_template(template).render(view=view)
        except TemplateSyntaxError as error:
            raise TemplateFault(_syntax(error.name or template, error)) from error
        except TemplateNotFound as error:
            raise TemplateFault(_missing(str(error.name))) from error
        except UndefinedError as error:
            raise TemplateFault(_undefined(template, error)) from error
        if not template.endswith(".svg") or (template in self._tried and not self._every_picture):
            return marked(text).encode()
        self._tried.add(template)
        return _picture(template, text)

    def _reached(self, template: str) -> set[str]:
        seen: set[str] = set()
        ahead = {template} & self._places.keys()
        while ahead:
            here = ahead.pop()
            seen.add(here)
            ahead |= self._direct(here) - seen
        return seen

    def _direct(self, name: str) -> frozenset[str]:
        """The templates a template refers to: those whose names stand in it in quotes.

        Searching takes a tenth of the time of parsing. A name in quotes that is no reference does no harm: its pages
        are made once too often. A template that works out a name may refer to any.
        """
        if name not in self._refers:
            source = _source(self._places[name][0])
            named = (each for each in self._places if f'"{each}"' in source or f"'{each}'" in source)
            self._refers[name] = frozenset(self._places if _WORKED_OUT.search(source) else named)
        return self._refers[name]


class _Files(BaseLoader):
    """Loads templates by name from the files that the snapshot found."""

    def __init__(self, places: Places):
        self._places = places

    def get_source(self, _environment: Environment, template: str) -> tuple[str, str, Any]:
        if template not in self._places:
            raise TemplateNotFound(template)
        # Not the place itself: code is the same wherever the theme and the site stand.
        return _source(self._places[template][0]), _FOLDER + template.removeprefix(_THEME), lambda: True

    def load(self, environment: Environment, name: str, globals: Any = None) -> Template:  # noqa: A002, ARG002 - Jinja's name
        # No template has globals of its own. Jinja's are a chain of mappings, slow to go through at each import.
        template = super().load(environment, _own_name(name, self._places), environment.globals)
        template.root_render_func.__globals__["escape"] = _escaped
        return template


def _escaped(value: Any) -> str:
    """As markupsafe's `escape`, without making a Markup of each text that is printed: a template prints half a million
    texts for 1,000 pages, and this takes 4 % off a cold build."""
    kind = type(value)
    if kind is str:
        return _escape_inner(value)
    return value if kind is Markup else escape(value)


def _own_name(name: str, places: Places) -> str:
    """The name a template is compiled by: of the theme's, which have two unless the site has its own, `theme/NAME`."""
    own = _THEME + name
    return own if own in places and places[own] == places.get(name) else name


def _source(place: str) -> str:
    return regular_files.read(Path(place)).decode()


def _environment(loader: BaseLoader, compiled: Bytecode | None) -> Environment:
    """Jinja with the settings that every template is compiled with: its globals are pure functions, with no clock."""
    made = Environment(
        loader=loader, bytecode_cache=compiled, autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, keep_trailing_newline=True, auto_reload=False,
    )  # fmt: skip
    made.globals.clear()
    made.globals.update(
        range=range, phrase=bracketed(wording.phrase), plural=bracketed(wording.plural), has_interface=has_interface
    )
    made.filters["json_ld"] = _json_ld
    return made


def _picture(template: str, drawing: str) -> bytes:
    try:
        return rasterise.png(drawing)
    except ValueError as error:
        where = Span(_FOLDER + template)
        raise TemplateFault(report("E554", f"this template gives no drawing: {error}", where)) from error


def _syntax(name: str, error: TemplateSyntaxError) -> Diagnostic:
    where = Span(_FOLDER + name.removeprefix(_THEME), error.lineno)
    return report("E552", f"Jinja cannot read this template: {error.message}", where)


def _missing(name: str) -> Diagnostic:
    hint = f"templates are the files in {_FOLDER}; the engine's own are reached as `{_THEME}{name}`"
    return report("E551", f"no template is called `{name}`", Span(_FOLDER + name), hint=hint)


def _undefined(template: str, error: UndefinedError) -> Diagnostic:
    line, name = 1, template
    trace = error.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file.startswith(_FOLDER):
            line, name = trace.tb_lineno, file.removeprefix(_FOLDER)
        trace = trace.tb_next
    hint = "a template sees `view` and its own macros' arguments, and nothing else"
    return report(
        "E553",
        f"the template asks for what its view does not hold: {error.message}",
        Span(_FOLDER + name, line),
        hint=hint,
    )


@cache
def _escapes() -> dict[int, str]:
    return {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


def _json_ld(data: str) -> Any:
    """JSON text for a data block: `<`, `>` and `&` escaped, so that no value can end the block (schema.org JSON-LD)."""
    text = json.dumps(json.loads(data), ensure_ascii=False, sort_keys=True, allow_nan=False)
    return Markup(text.translate(_escapes()))
