"""A line taken apart into indentation, dashes, key and value, and put together with the value in quotes."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LINE = re.compile(
    r"(?P<lead>[ \t]*(?:- +)*)"
    r"(?P<key>(?:\"[^\"]*\"|'[^']*'|(?!- )[^\s:#\"'\[\]{},&*!|>%@`][^:#]*?) *:(?: +|\Z))?"
    r"(?P<value>.*)"
)
CURLY = {"“": "”", "„": "“”", "‘": "’", "‚": "‘’", "«": "»", "»": "«"}
_WORD = re.compile(r"[\w-]+\Z")
_TAG = re.compile(r"!!\w+ +(?=\S)")


@dataclass(frozen=True, slots=True)
class YamlLine:
    """The parts of a line: `lead` (indentation and dashes), `key` with colon and spaces, and the value."""

    lead: str
    key: str
    value: str

    @property
    def at(self) -> int:
        """The offset at which the value starts."""
        return len(self.lead) + len(self.key)

    @property
    def name(self) -> str:
        """The key itself, "" for a line without one."""
        return self.key.rstrip().removesuffix(":").strip().strip("\"'")

    @property
    def has_word_for_key(self) -> bool:
        """Whether the key is one word, as real keys are."""
        return bool(_WORD.match(self.name))


def parts(line: str) -> YamlLine:
    """The parts of a line of YAML, right or wrong."""
    found = _LINE.match(line)
    if found is None:
        return YamlLine("", "", line)
    return YamlLine(found["lead"], found["key"] or "", found["value"].rstrip())


def quoted(value: str) -> str:
    """A value in quotes, so that YAML takes it as it is; curly quotes around it become straight ones."""
    text = value.strip()
    if len(text) > 1 and text[-1] in CURLY.get(text[0], ()):
        text = text[1:-1]
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def shown(sign: str) -> str:
    """A sign as a message names it."""
    return "a backtick" if sign == "`" else f"`{sign}`"


def reserved(sign: str) -> str:
    """The message about a text that starts with a sign of YAML's own."""
    return f"a text may not start with {shown(sign)}: in YAML that sign has a meaning of its own"


def unsigned(line: str, column: int) -> tuple[str, str]:
    """The line that says what a value with a sign at `column` most likely should, and the hint to write it; "" for one
    of which nothing would be left."""
    if (tag := _TAG.match(line, column)) is not None:
        fixed = line[:column] + line[tag.end() :]
        return fixed, f"write the value alone: `{fixed.strip()}`"
    fixed = with_value_quoted(line, column)
    return fixed, f"put quotes around the text: `{fixed.strip()}`" if fixed else "delete the sign"


def with_value_quoted(line: str, at: int | None = None) -> str:
    """The line with everything from offset `at` (else its value) in quotes; "" where nothing stands there."""
    at = parts(line).at if at is None else at
    return line[:at] + quoted(line[at:]) if line[at:].strip() else ""
