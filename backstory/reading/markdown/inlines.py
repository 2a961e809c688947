"""A passage read into pieces: text, delimiters of emphasis, links, and what Markdown must see as one thing.

CommonMark's rules for what belongs together, with GitHub's bare addresses, deletion and footnotes, and ours.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_left
from collections.abc import Callable
from html.entities import html5

from backstory.reading.markdown import addresses, autolinks, emphasis, html_tags, link_brackets, wikilinks
from backstory.reading.markdown.atoms import OurHtml, PlacedText
from backstory.reading.markdown.inline_scan import BareAddress, LinkEdge, Literal, Scan, unlinked
from backstory.reading.markdown.parse_state import ParseState
from backstory.reading.markdown.text_spans import Passage
from backstory.records.prose import ReferenceKind, Setting

_SPECIAL = re.compile(r"[\\`<&\[\]!\n*_~@]|(?<![^\s*_~(\[])(?:https?://|www\.)")
_PLAIN = re.compile(r"[\\`<&\[\]!\n*_~@]")
_TICKS = re.compile("`+")
_ENTITY = re.compile(r"&(?:#([0-9]{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,31}));")
_POINTED = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*)>")
_MAIL = re.compile(r"<([A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*)>")
_DELIMITERS = {char: re.compile(re.escape(char) + "+") for char in "*_~"}
_FOREIGN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff\U000f0000-\U0010ffff]")
_BREAK = OurHtml("<br>")
_ESCAPED = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")


def is_plain(text: str) -> bool:
    """Whether a text holds nothing that may be more than text."""
    return not _pattern(text).search(text)


def read(passage: Passage, state: ParseState, *, cell: bool = False) -> Scan:
    """The pieces of a passage, without the blanks at its end; delimiters and brackets are paired."""
    scan = Scan(passage, state, cell)
    text = passage.text
    pattern = _pattern(text)
    at, end = 0, len(text.rstrip(" \t"))
    while (match := pattern.search(text, at, end)) is not None:
        start = match.start()
        if start > at:
            scan.add(text[at:start], at)
        at = _TAKE.get(text[start], _address)(scan, start)
    if at < end:
        scan.add(text[at:end], at)
    emphasis.pair(scan.runs)
    return scan


def _pattern(text: str) -> re.Pattern[str]:
    return _SPECIAL if "://" in text or "www." in text else _PLAIN


def _keep(scan: Scan, start: int, size: int = 1) -> int:
    """The characters stay text."""
    scan.add(Literal(scan.passage.text[start : start + size]), start)
    return start + size


def _escape(scan: Scan, at: int) -> int:
    after = scan.passage.text[at + 1 : at + 2]
    if after == "\n":
        scan.add(_BREAK, at)
        return _line_end(scan, at + 1)
    return _keep(scan, at + 1 if after in _ESCAPED else at)


def _line_end(scan: Scan, at: int) -> int:
    """A line's end; two spaces before it break the line."""
    text = scan.passage.text
    if text[at - 1 : at] == " ":
        scan.pieces[-1] = str(scan.pieces[-1]).rstrip(" ")
        if text[max(at - 2, 0) : at] == "  ":
            scan.add(_BREAK, at)
    scan.add("\n", at)
    return at + 1


def _code(scan: Scan, at: int) -> int:
    text = scan.passage.text
    if scan.ticks is None:
        scan.ticks = {}
        for each in _TICKS.finditer(text):
            scan.ticks.setdefault(len(each[0]), []).append(each.start())
    run = _TICKS.match(text, at)
    size = len(run[0]) if run else 1
    starts = scan.ticks.get(size, [])
    number = bisect_left(starts, at + size)
    if number == len(starts):
        return _keep(scan, at, size)
    start, end = at + size, starts[number]
    code = text[start:end].replace("\n", " ")
    if len(code) > 1 and code[0] == code[-1] == " " and code.strip(" "):
        code, start = code[1:-1], start + 1
    if scan.cell:
        code = code.replace("\\|", "|")
    scan.add(OurHtml("<code>", PlacedText(code, scan.passage, start), "</code>", Setting.CODE), at)
    return end + size


def _entity(scan: Scan, at: int) -> int:
    """A character by its name or number; a line end is a space, for a line end of a run is one of the file."""
    match = _ENTITY.match(scan.passage.text, at)
    if not match or (match[3] and match[3] + ";" not in html5):
        return _keep(scan, at)
    scan.add(Literal(_FOREIGN.sub("\ufffd", html.unescape(match[0])).replace("\n", " ")), at)
    return match.end()


def _angle(scan: Scan, at: int) -> int:
    passage, state = scan.passage, scan.state
    if match := _POINTED.match(passage.text, at) or _MAIL.match(passage.text, at):
        address = match[1] if match.re is _POINTED else f"mailto:{match[1]}"
        places = passage.span(at, match.end()), passage.span(match.start(1), match.end(1))
        number = addresses.reference(ReferenceKind.LINK, address, places, state)
        if number is None:
            scan.add(Literal(match[1]), at)
        else:
            for piece in (LinkEdge(number), Literal(match[1]), LinkEdge()):
                scan.add(piece, match.start(1))
        return match.end()
    taken = html_tags.inline(passage, at, state)
    if taken is None:
        return _keep(scan, at)
    if taken[0] is not None:
        scan.add(taken[0], at)
    return taken[1]


def _delimiters(scan: Scan, at: int) -> int:
    text = scan.passage.text
    match = _DELIMITERS[text[at]].match(text, at)
    end = match.end() if match else at + 1
    run = emphasis.run(text, at, end)
    scan.add(run, at)
    scan.runs.append(run)
    return end


def _address(scan: Scan, at: int) -> int:
    """An address without markup, from its `http://`, `https://` or `www.`."""
    text = scan.passage.text
    end = autolinks.address_end(text, at)
    if end is None:
        scan.add(text[at], at)
        return at + 1
    shown = text[at:end]
    scan.add(BareAddress(shown, shown if "://" in shown[:8] else f"http://{shown}", at), at)
    return end


def _bracket(scan: Scan, at: int) -> int:
    """A `[`. The words of a wikilink are read like other text, though no link can stand in them."""
    passage, state = scan.passage, scan.state
    worded = wikilinks.worded(passage, at) if passage.text.startswith("[[", at) else None
    if worded is None:
        return link_brackets.opened(scan, at)
    words = read(passage.part(worded.start, worded.stop), state, cell=scan.cell)
    pieces = [unlinked(each) for each in words.pieces]
    number = wikilinks.reference(passage, worded, "".join(map(str, pieces)), state)
    if number is not None:
        scan.add(LinkEdge(number), at)
    for piece, offset in zip(pieces, words.offsets, strict=True):
        start = worded.start + offset
        free = isinstance(piece, str) and number is None
        scan.add(OurHtml(text=PlacedText(str(piece), passage, start), optout=True) if free else piece, start)
    if number is not None:
        scan.add(LinkEdge(), worded.stop)
    return worded.end


def _at(scan: Scan, at: int) -> int:
    """An `@`: perhaps that of a mail address without markup."""
    text = scan.passage.text
    last = scan.pieces[-1] if scan.pieces else None
    mail = autolinks.mail(text, at) if type(last) is str else None
    if mail is None or not isinstance(last, str) or not last.endswith(text[mail[0] : at]):
        scan.add("@", at)
        return at + 1
    start, end = mail
    scan.pieces[-1] = last[: len(last) - (at - start)]
    scan.add(BareAddress(text[start:end], f"mailto:{text[start:end]}", start), start)
    return end


_TAKE: dict[str, Callable[[Scan, int], int]] = {
    "\\": _escape,
    "`": _code,
    "<": _angle,
    "&": _entity,
    "[": _bracket,
    "]": link_brackets.closed,
    "!": link_brackets.exclamation,
    "\n": _line_end,
    "*": _delimiters,
    "_": _delimiters,
    "~": _delimiters,
    "@": _at,
}
"""What reads on from each character that may mean something; it gives the offset at which reading goes on."""
