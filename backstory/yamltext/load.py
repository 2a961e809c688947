"""Reads YAML text: gives values with their places, and reports all mistakes, not only the first."""

from __future__ import annotations

from dataclasses import dataclass

import yaml

from backstory.diagnostics import Diagnostic, ordered, report
from backstory.values.located import Located
from backstory.yamltext.characters import cleaned, one_document
from backstory.yamltext.compose import FRONT_MATTER, ExcessError, YamlLimits, compose
from backstory.yamltext.mend import mended
from backstory.yamltext.remarks import remarks
from backstory.yamltext.stretch import Source


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a text of YAML says. `value` is None where it says nothing or cannot be read at all.

    `broken` says that parts of it could not be read: what is absent may stand there all the same. A line that could
    be mended by itself, such as a text without its quotes, is read.
    """

    value: Located | None
    diagnostics: tuple[Diagnostic, ...] = ()
    broken: bool = False


def load(text: str, path: str, *, line: int = 1, limits: YamlLimits = FRONT_MATTER) -> Loaded:
    """The value of a text whose first line is line `line` of `path`. Never raises, whatever the text holds.

    Lines end in LF. Every scalar stays text; anchors, aliases, tags, merge keys, several documents,
    duplicate keys, keys that are not text and forbidden characters are reported, each at its place. Of two equal
    keys the first counts. Spans are exact but on a line that had to be mended to read on.
    """
    source = Source(path, line, tuple(text.split("\n")))
    if len(text) > limits.size:
        return _too_long(source, limits)
    source, found = cleaned(source)
    source, borders = one_document(source)
    found += borders
    try:
        value, more = compose(source, limits)
        return Loaded(value, ordered((*found, *more, *remarks(source, value))))
    except ExcessError as excess:
        return Loaded(None, ordered((*found, _excess(excess))), broken=True)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        value, more, lost = mended(source, error, limits)
        return Loaded(value, ordered((*found, *more)), broken=lost)


def _too_long(source: Source, limits: YamlLimits) -> Loaded:
    message = f"there is too much YAML here: more than {limits.size:,} characters"
    hint = "move long text into the body, below the second `---`, or split the file"
    return Loaded(None, (report("E115", message, source.whole(0), hint=hint),), broken=True)


def _excess(excess: ExcessError) -> Diagnostic:
    return report("E115", excess.message, excess.span, hint="write it flatter, or split the file")
