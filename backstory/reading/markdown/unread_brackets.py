"""Square brackets that stay text though a link, a footnote or another program's markup was meant: their author is told.

W355, W359 and W361 come from here. Code and escaped brackets never do.
"""

from __future__ import annotations

import re

from backstory.diagnostics import Edit
from backstory.language.names import did_you_mean
from backstory.reading.markdown import definitions
from backstory.reading.markdown.inline_scan import OpenBracket, Scan

_FILE = r"md|html?|pdf|png|jpe?g|gif|svg|webp|csv|json|txt|docx?|xlsx?|mp[34]"
_ADDRESS = re.compile(
    rf"\s*<?(?:[a-z][a-z0-9+.-]*://|mailto:|www\.|\.{{0,2}}/|#\S|[\w%.~-]+/|[\w%.~ -]+\.(?:{_FILE})\b)", re.IGNORECASE
)
_ROUND = re.compile(r"\(((?:[^()]|\([^()]*\))*)\)")
_SPACED = re.compile(r"[ \t]*+(?:\n[ \t]*+)?(?=\()")
_TITLE = re.compile(r" (?:\"[^\"]*\"|'[^']*')\Z")
_CONTENTS = frozenset({"toc", "_toc_"})


def tell(scan: Scan, bracket: OpenBracket, at: int) -> None:
    """Tells of the brackets up to the `]` at `at`, where they look like more than text."""
    text, label = scan.passage.text, scan.passage.text[bracket.end : at]
    before, after = text[max(bracket.start - 1, 0) : bracket.start], text[at + 1 : at + 2]
    if after in {"(", "（"}:
        _tell_address(scan, bracket, at)
    elif after.isspace() and (space := _SPACED.match(text, at + 1)) and _ADDRESS.match(text, space.end() + 1):
        message = "this is no link, for a space stands before its address"
        gap = Edit(scan.passage.span(at + 1, space.end()))
        _stays(scan, bracket.start, space.end() + 1, message, "delete the space between `]` and `(`", gap)
    elif before == ")" and _ADDRESS.match(label):
        _tell_turned(scan, bracket, at)
    elif before == "^" and text[bracket.start - 2 : bracket.start - 1] != "\\" and label.strip():
        _tell_note(scan, bracket, at)
    elif after == ":":
        _tell_definition(scan, bracket, at)
    elif label.startswith("^") and any(map(str.isspace, label.strip())) and label[1:].strip():
        message = f"`[{label}]` is no footnote, for its label holds a space"
        _stays(scan, bracket.start, at + 1, message, f"write `[^{'-'.join(label[1:].split())}]`")
    elif label.lower() in _CONTENTS and text[: bracket.start].strip() == text[at + 1 :].strip() == "":
        hint, span = "delete it: long pages list their sections by themselves", scan.passage.span(bracket.start, at + 1)
        scan.state.tell("W361", f"`[{label}]` stays text", span, hint=hint, edits=(Edit(span),))


def tell_undefined(scan: Scan, bracket: OpenBracket, at: int, label: str, end: int) -> None:
    """Tells that no link is defined as `label`, whose brackets end at `end`."""
    text = scan.passage.text
    before = text[bracket.start - 1 : bracket.start]
    if before.isalnum() or before == "]" or label.startswith(("^", "@", "[")) or not text[at + 2 : end - 1]:
        return
    near = did_you_mean(label, [each.shown for each in scan.state.links.values()])
    instead = f"[{near[0]}]" if near else ""
    message = f"no link is defined as `[{label}]`, so these brackets stay text"
    hint = f"define it on a line of its own: `[{label}]: address`"
    scan.state.tell("W355", message, scan.passage.span(at + 1, end), instead=instead, hint=hint)


def _stays(scan: Scan, start: int, end: int, message: str, hint: str, *edits: Edit) -> None:
    scan.state.tell("W359", message, scan.passage.span(start, end), hint=hint, edits=edits)


def _tell_turned(scan: Scan, bracket: OpenBracket, at: int) -> None:
    """`(words)[address]`."""
    text = scan.passage.text
    start = text.rfind("(", 0, bracket.start)
    if start < 0:
        return
    link = f"[{text[start + 1 : bracket.start - 1]}]({text[bracket.end : at]})"
    edits = () if "\n" in link else (Edit(scan.passage.span(start, at + 1), link),)
    _stays(scan, start, at + 1, "this is no link, for its brackets are turned round", f"write `{link}`", *edits)


def _tell_address(scan: Scan, bracket: OpenBracket, at: int) -> None:
    """Brackets with an address after them that cannot be read."""
    text = scan.passage.text
    if not _ADDRESS.match(text, at + 2):
        return
    inside = _ROUND.match(text, at + 1)
    if inside is None:
        wide = text[at + 1] == "（"
        hint = "write it between `(` and `)`" if wide else "write `)` where the address ends"
        _stays(scan, bracket.start, at + 2, "this is no link, for its address does not end", hint)
        return
    written = " ".join(inside[1].split())
    title = _TITLE.search(written)
    address = written[: title.start()] if title else written
    message = "this is no link, for its address cannot be read"
    hint = 'write `(address)`, or `(address "title")`'
    edits: tuple[Edit, ...] = ()
    if " " in address and not any(each in address for each in '<>"'):
        message, better = "this is no link, for its address holds a space", f"(<{address}>{title[0] if title else ''})"
        hint, edits = f"write `{better}`", (Edit(scan.passage.span(at + 1, inside.end()), better),)
    _stays(scan, bracket.start, inside.end(), message, hint, *edits)


def _tell_note(scan: Scan, bracket: OpenBracket, at: int) -> None:
    """Pandoc's `^[note]`."""
    words = " ".join(scan.passage.text[bracket.end : at].split())
    taken = {*scan.state.notes}
    label = next(str(number) for number in range(1, len(taken) + 2) if str(number) not in taken)
    hint = f"write `[^{label}]` here, and on a line of its own `[^{label}]: {words}`"
    span = scan.passage.span(bracket.start - 1, at + 1)
    scan.state.tell("W361", "a note written as `^[…]` stays text", span, hint=hint)


def _tell_definition(scan: Scan, bracket: OpenBracket, at: int) -> None:
    """`[label]: address` that defines nothing, and `*[label]: words`, which explains an abbreviation elsewhere."""
    text = scan.passage.text
    begins = text.rfind("\n", 0, bracket.start) + 1
    line = text[begins:].partition("\n")[0]
    label, rest = text[bracket.end : at], line[at + 2 - begins :].strip()
    if text[begins : bracket.start] == "*" and rest:
        hint = f'take it away, and in the text write `<abbr title="{rest}">{label}</abbr>`, or make it a term'
        span = scan.passage.span(begins, begins + len(line))
        scan.state.tell("W361", f"this explains no `{label}`; it stays text", span, hint=hint)
    elif begins == bracket.start and _ADDRESS.match(rest):
        alone = definitions.taken([line])[0]
        hint = "put an empty line above it" if alone else f"write `[{label}]: <{rest}>`"
        edit = Edit(scan.passage.span(begins, begins + len(line)), f"[{label}]: <{rest}>")
        message = f"this defines no link `[{label}]`, and stays text"
        _stays(scan, bracket.start, at + 2, message, hint, *() if alone else (edit,))
