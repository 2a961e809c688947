"""An SVG file as a stranger may send it: refused where it can run something, or loads from elsewhere.

It is served under the site's address, and a browser that opens it by itself does all that stands in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from backstory.diagnostics import Diagnostic, Span, report

_SHOWN = 5
_DRAWN = ("", "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xhtml")
_HELD = ("", "http://www.w3.org/1999/xlink", "http://www.w3.org/XML/1998/namespace")
"""The namespaces of elements and attributes that browsers act on; drawing programs write their own notes in others."""
_ACTIVE = frozenset(
    (
        *("script", "handler", "listener", "iframe", "frame", "frameset", "fencedframe", "embed", "object", "applet"),
        *("portal", "base", "meta", "link", "form"),
    )
)
_REFERENCES = frozenset(
    ("href", "src", "srcset", "data", "action", "formaction", "poster", "background", "codebase", "base", "ping")
)
_ANIMATED = frozenset(("from", "to", "by", "values"))
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):")
_RASTER = re.compile(r"data:image/(?:png|jpe?g|gif|webp|avif)[;,]")
_FONT = re.compile(r"data:(?:application|font)/[a-z0-9.+-]*(?:font|woff2?|ttf|otf|opentype|truetype)[a-z0-9.+-]*[;,]")
_BLANK = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028\u2029\ufeff]+")
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.DOTALL)
_NAMESPACE = re.compile(r"@namespace\b[^;]*;", re.IGNORECASE)
_URL = re.compile(r"url\(\s*([\"']?)([^\"')]*)\1\s*\)?", re.IGNORECASE)
_LOADS = re.compile(r"@import|expression\s*\(|-moz-binding|javascript:|//", re.IGNORECASE)
_HINT = (
    "save it from the drawing program as plain SVG, without scripts, event attributes and parts of other sites, "
    "or as PNG; content/static/ takes what only its owner may add"
)


def faults(path: str, data: bytes) -> tuple[Diagnostic, ...]:
    """What in an SVG file can run or loads from elsewhere; or that the file is no SVG at all."""
    look = _Look(path, expat.ParserCreate(namespace_separator=" "))
    try:
        look.parser.Parse(data, True)  # noqa: FBT003 - that is all of it
    except expat.ExpatError as error:
        return (*look.found[:_SHOWN], _broken(path, error))
    except (LookupError, ValueError) as error:
        return (*look.found[:_SHOWN], report("E042", f"this SVG cannot be read: {error}", Span(path), hint=_SAVE))
    return tuple(look.found[:_SHOWN])


_SAVE = "save it again as SVG, in UTF-8, or as PNG"


def _broken(path: str, error: expat.ExpatError) -> Diagnostic:
    why = expat.errors.messages.get(error.code, str(error))
    return report(
        "E042", f"this is no SVG that a browser shows: {why}", Span(path, error.lineno, error.offset + 1), hint=_SAVE
    )


@dataclass(slots=True)
class _Look:
    """One reading of a file; `found` gathers what is wrong."""

    path: str
    parser: expat.XMLParserType
    found: list[Diagnostic] = field(default_factory=list)
    _begun: bool = False
    _style: list[str] | None = None

    def __post_init__(self) -> None:
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.ProcessingInstructionHandler = self._instruction
        self.parser.EntityDeclHandler = self._entity

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        namespace, _, element = name.rpartition(" ")
        element = element.lower()
        if not self._begun and element != "svg":
            self._tell("E042", f"this is no SVG: it begins with `<{element}>`", _SAVE)
        self._begun = True
        if namespace not in _DRAWN:
            return
        if element in _ACTIVE:
            self._refuse(f"`<{element}>` in an SVG can run what it likes under the site's address")
        if element == "style":
            self._style = []
        for held, value in attributes.items():
            space, _, attribute = held.rpartition(" ")
            if space in _HELD:
                for slip in _slips(element, space, attribute.lower(), value, attributes):
                    self._refuse(slip)

    def _end(self, name: str) -> None:
        if self._style is not None and name.rpartition(" ")[2].lower() == "style":
            if (loaded := _loaded(" ".join(self._style))) is not None:
                self._refuse(f"the style of this SVG loads from elsewhere: `{loaded}`")
            self._style = None

    def _text(self, text: str) -> None:
        if self._style is not None:
            self._style.append(text)

    def _instruction(self, target: str, _data: str) -> None:
        self._refuse(f"`<?{target}` in an SVG may load from elsewhere")

    def _entity(
        self, name: str, _parameter: object, value: str | None, _base: str | None, place: str | None, *_: object
    ) -> None:
        if value is None and place is not None:
            self._refuse(f"the entity `{name}` of this SVG loads `{place}`")

    def _refuse(self, message: str) -> None:
        self._tell("E041", message, _HINT)

    def _tell(self, code: str, message: str, hint: str) -> None:
        span = Span(self.path, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)
        if len(self.found) < _SHOWN:
            self.found.append(report(code, message, span, hint=hint))


def _slips(element: str, space: str, attribute: str, value: str, all_of_it: Mapping[str, str]) -> Iterator[str]:
    """What an attribute runs or loads."""
    if not space and attribute.startswith("on"):
        yield f"`{attribute}` in an SVG runs a script"
    references = [value] if attribute in _REFERENCES else []
    if attribute == "srcset":
        references = [each.strip().partition(" ")[0] for each in value.split(",")]
    if attribute in _ANIMATED and "attributeName" in all_of_it:
        changed = all_of_it["attributeName"].rpartition(":")[2].strip().lower()
        references = value.split(";") if changed in _REFERENCES else []
        element = ""
    for each in references:
        yield from _reference(element, each)
    if (attribute == "style" or "url(" in value.lower()) and (loaded := _loaded(value)) is not None:
        yield f"`{attribute}` in an SVG loads from elsewhere: `{loaded}`"


def _reference(element: str, value: str) -> Iterator[str]:
    """What an address is that an element may not have. Links of readers may lead out of the site."""
    address = _BLANK.sub("", value).replace("\\", "/").lower()
    scheme = _SCHEME.match(address)
    shown = address[:60]
    if address.startswith("//") or (scheme and scheme[1] in ("http", "https", "mailto")):
        if element != "a":
            yield f"this SVG loads `{shown}`, from elsewhere"
    elif scheme and not (_RASTER.match(address) or (element in ("image", "img") and address.startswith("data:image/"))):
        yield f"an address of this SVG can run something: `{shown}`"


def _loaded(css: str) -> str | None:
    """What a style loads from elsewhere; None where it loads nothing, or only what is in it."""
    plain = _NAMESPACE.sub("", _ESCAPE.sub(_unescaped, _COMMENT.sub("", css)))
    for url in _URL.finditer(plain):
        address = _BLANK.sub("", url[2]).lower()
        held = address.startswith(("#", "data:image/")) or _FONT.match(address)
        if not held and (_SCHEME.match(address) or address.replace("\\", "/").startswith("//")):
            return url[2].strip()[:60]
    loads = _LOADS.search(_URL.sub("", plain))
    return plain[loads.start() : loads.start() + 60].strip() if loads else None


def _unescaped(escape: re.Match[str]) -> str:
    if escape[1] is None:
        return escape[2]
    code = int(escape[1], 16)
    return chr(code) if 0 < code < 0x110000 else "\ufffd"
