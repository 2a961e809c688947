"""The templates: Jinja's doorway. Autoescape is on everywhere, and a name a view lacks is an error."""

from __future__ import annotations

import hashlib
import json
import marshal
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from types import CodeType, MappingProxyType
from typing import Any

from jinja2 import (
    BaseLoader,
    Environment,
    StrictUndefined,
    Template,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
    nodes,
)
from jinja2.meta import find_referenced_templates

from backstory.diagnostics import Diagnostic, Span, report
from backstory.language import wording
from backstory.publishing.fast_jinja import LeanEnvironment

Places = Mapping[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A template ready for use: the names it refers to, and its code."""

    refers: tuple[str, ...]
    code: CodeType


@dataclass(frozen=True, slots=True)
class TemplateFault(Exception):
    """A template that cannot be used, as a diagnostic."""

    diagnostic: Diagnostic


class _Files(BaseLoader):
    """Templates by name from the real places the snapshot found them at."""

    def __init__(self, places: Places, ready: Mapping[str, Prepared]):
        self._places = places
        self._ready = ready

    def get_source(self, _environment: Environment, template: str) -> tuple[str, str, Any]:
        if template not in self._places:
            raise TemplateNotFound(template)
        path = self._places[template][0]
        return Path(path).read_text(encoding="utf-8"), path, lambda: True

    def load(self, environment: Environment, name: str, globals: Any = None) -> Template:  # noqa: A002, ARG002 - Jinja's name
        source, path, current = self.get_source(environment, name)
        ready = self._ready.get(name)
        code = ready.code if ready else _compiled(source, name, path)
        # No template has globals of its own. Jinja's are a chain of mappings, slow to go through at each import.
        return Template.from_code(environment, code, environment.globals, current)


def environment(places: Places, ready: Mapping[str, Prepared] = MappingProxyType({})) -> Environment:
    """Jinja as every template of a site is compiled: pure functions and no clock."""
    made = LeanEnvironment(
        loader=_Files(places, ready), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
        keep_trailing_newline=True, auto_reload=False,
    )  # fmt: skip
    made.globals.clear()
    made.globals.update(range=range, phrase=wording.phrase, plural=wording.plural)
    made.filters["json_ld"] = _json_ld
    return made


@lru_cache(maxsize=512)
def _parsed(source: str, name: str) -> nodes.Template:
    """A template's tree, made once for what it refers to and for its code; the preview keeps it between builds."""
    return _grammar().parse(source, name)


@lru_cache(maxsize=512)
def _compiled(source: str, name: str, path: str) -> CodeType:
    return _grammar().compile(_parsed(source, name), name, path)


@cache
def _grammar() -> Environment:
    return environment({})


def prepared(places: Places) -> bytes:
    """All templates ready for use, for another process of this Python to load; without those that are at fault."""
    ready = {}
    for name, (path, _) in places.items():
        source = Path(path).read_text(encoding="utf-8")
        try:
            ready[name] = (_refers(source, name), _compiled(source, name, path))
        except TemplateSyntaxError:
            continue
    return marshal.dumps(ready)


def loaded(data: bytes) -> dict[str, Prepared]:
    """What `prepared` made, in this process or in one forked off it."""
    return {name: Prepared(*ready) for name, ready in marshal.loads(data).items()}


def _refers(source: str, name: str) -> tuple[str, ...]:
    named = find_referenced_templates(_parsed(source, name))
    return tuple(sorted(each for each in named if each is not None))


class _References:
    """Which templates a template refers to, each file parsed once."""

    def __init__(self, places: Places, ready: Mapping[str, Prepared]):
        self._places = places
        self._found = {name: each.refers for name, each in ready.items()}
        self._digests: dict[str, str] = {}

    def closure(self, name: str) -> str:
        """The digest of all that a template is made of: itself and what it extends, includes and imports."""
        if name not in self._digests:
            self._digests[name] = _digest(self._reached(name), self._places)
        return self._digests[name]

    def _reached(self, name: str) -> tuple[str, ...]:
        seen: set[str] = set()
        ahead = [name]
        while ahead:
            here = ahead.pop()
            if here not in seen:
                seen.add(here)
                ahead.extend(self._direct(here))
        return tuple(sorted(seen))

    def _direct(self, name: str) -> tuple[str, ...]:
        if name not in self._found:
            source = self._source(name)
            try:
                self._found[name] = _refers(source, name)
            except TemplateSyntaxError as error:
                raise TemplateFault(_syntax(name, error)) from error
        return self._found[name]

    def _source(self, name: str) -> str:
        if name not in self._places:
            message = f"no template is called `{name}`"
            hint = f"templates are the files in templates/; the engine's own are reached as `theme/{name}`"
            raise TemplateFault(report("E551", message, Span("templates/" + name), hint=hint))
        return Path(self._places[name][0]).read_text(encoding="utf-8")


def _digest(names: tuple[str, ...], places: Places) -> str:
    text = "\n".join(f"{name} {places[name][1]}" for name in names)
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()


class Renderer:
    """Renders views through the templates of one snapshot."""

    def __init__(self, places: Places, ready: Mapping[str, Prepared] = MappingProxyType({})):
        """A renderer over the templates at `places`; those that are `ready` need not be compiled."""
        self._environment = environment(places, ready)
        self._references = _References(places, ready)

    def closure(self, template: str) -> str:
        """The digest of all that a template is made of: itself and what it extends, includes and imports.

        Raises TemplateFault where one of them cannot be parsed or is not there.
        """
        return self._references.closure(template)

    def render(self, template: str, view: object) -> bytes:
        """The finished file. Raises TemplateFault with the template's own line where the template is at fault."""
        try:
            text = self._environment.get_template(template).render(view=view)
        except TemplateSyntaxError as error:
            raise TemplateFault(_syntax(error.name or template, error)) from error
        except TemplateNotFound as error:
            missing = report("E551", f"no template is called `{error.name}`", Span("templates/" + template))
            raise TemplateFault(missing) from error
        except UndefinedError as error:
            raise TemplateFault(_undefined(template, error)) from error
        return text.encode()


def _syntax(name: str, error: TemplateSyntaxError) -> Diagnostic:
    where = Span("templates/" + name.removeprefix("theme/"), error.lineno)
    return report("E552", f"Jinja cannot read this template: {error.message}", where)


def _undefined(template: str, error: UndefinedError) -> Diagnostic:
    line, name = 1, template
    trace = error.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if "/templates/" in file.replace("\\", "/"):
            line, name = trace.tb_lineno, file.replace("\\", "/").rpartition("/templates/")[2]
        trace = trace.tb_next
    hint = "a template sees `view` and its own macros' arguments, and nothing else"
    return report(
        "E553",
        f"the template asks for what its view does not hold: {error.message}",
        Span("templates/" + name, line),
        hint=hint,
    )


@cache
def _escapes() -> dict[int, str]:
    return {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


def _json_ld(data: str) -> Any:
    """JSON text for a data block: `<`, `>` and `&` escaped, so that no value can end the block (schema.org JSON-LD)."""
    from markupsafe import Markup

    text = json.dumps(json.loads(data), ensure_ascii=False, sort_keys=True, allow_nan=False)
    return Markup(text.translate(_escapes()))
