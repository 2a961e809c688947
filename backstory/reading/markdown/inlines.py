"""Text inside a block: what Markdown must see as one thing becomes a mark, links and emphasis become pairs of marks.

CommonMark's rules for what belongs together, with GitHub's bare addresses, deletion and footnotes, and ours.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, field
from html.entities import html5

from backstory.language.names import did_you_mean
from backstory.reading.markdown import addresses, autolinks, definitions, emphasis, html_tags, wikilinks
from backstory.reading.markdown.definitions import Address, folded
from backstory.reading.markdown.parse_state import ParseState
from backstory.reading.markdown.private_marks import CLOSE, OPEN, Own, Pair, Raw, Whole, line, literal
from backstory.reading.markdown.text_spans import Passage
from backstory.records.prose import ReferenceKind, Setting

_SPECIAL = re.compile(r"[\\`<&\[\]!\n*_~@]|(?<![^\s*_~(\[])(?:https?://|www\.)")
_PLAIN = re.compile(r"[\\`<&\[\]!\n*_~@]")
_TICKS = re.compile("`+")
_ENTITY = re.compile(r"&(?:#([0-9]{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,31}));")
_POINTED = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*)>")
_MAIL = re.compile(r"<([A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*)>")
_NOTE = re.compile(r"\[\^([^\]\s\[]+)\]")
_DELIMITERS = {char: re.compile(re.escape(char) + "+") for char in "*_~"}
_FOREIGN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff\U000f0000-\U0010ffff]")
_ESCAPED = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")


@dataclass(slots=True, eq=False)
class _Bracket:
    """A `[` or `![` that may begin a link: its offset in the text, its place among the pieces, the runs before it."""

    at: int
    end: int
    piece: int
    runs: int
    image: bool
    live: bool = True


@dataclass(slots=True, eq=False)
class _Bare:
    """An address written as plain text: a link, unless it turns out to stand in one."""

    shown: str
    address: str
    start: int


_Piece = str | emphasis.DelimiterRun | _Bare


@dataclass(slots=True)
class _Scan:
    """The reading of one passage: pieces of the marked text, with delimiters and brackets still undecided."""

    passage: Passage
    found: ParseState
    cell: bool
    pieces: list[_Piece] = field(default_factory=list)
    runs: list[emphasis.DelimiterRun] = field(default_factory=list)
    brackets: list[_Bracket] = field(default_factory=list)
    ticks: dict[int, list[int]] | None = None
    reported: int = -1


def marked(passage: Passage, found: ParseState, *, cell: bool = False) -> str:
    """The passage as Python-Markdown gets it; each of its lines begins with its mark."""
    scan = _Scan(passage, found, cell)
    text = passage.text
    pattern = _SPECIAL if "://" in text or "www." in text else _PLAIN
    scan.pieces.append(line(passage.pieces[0].row))
    at = 0
    while (match := pattern.search(text, at)) is not None:
        start = match.start()
        if start > at:
            scan.pieces.append(text[at:start])
        at = _TAKE.get(text[start], _address)(scan, start)
    scan.pieces.append(text[at:])
    emphasis.pair(scan.runs, found.atoms)
    out = "".join([_shown(scan, piece) if isinstance(piece, _Bare) else str(piece) for piece in scan.pieces])
    return out.replace("|", literal("|")) if cell else out


def _keep(scan: _Scan, start: int, size: int = 1) -> int:
    """The characters stay text."""
    scan.pieces.append(literal(scan.passage.text[start : start + size]))
    return start + size


def _escape(scan: _Scan, at: int) -> int:
    after = scan.passage.text[at + 1 : at + 2]
    if after == "\n":
        return _break(scan, at + 1)
    if after in _ESCAPED and after:
        return _keep(scan, at + 1)
    return _keep(scan, at)


def _break(scan: _Scan, at: int) -> int:
    scan.pieces.append(scan.found.atoms.add(Raw("<br>")))
    return _line_end(scan, at)


def _line_end(scan: _Scan, at: int) -> int:
    """A line's end; two spaces before it break the line."""
    text = scan.passage.text
    last = scan.pieces[-1]
    if isinstance(last, str) and last.endswith(" "):
        hard = text[max(at - 2, 0) : at] == "  "
        scan.pieces[-1] = last.rstrip(" ")
        if hard:
            scan.pieces.append(scan.found.atoms.add(Raw("<br>")))
    after = at + 1
    while text[after : after + 1] in {" ", "\t"}:
        after += 1
    scan.pieces.append("\n" + line(scan.passage.row(after)))
    return after


def _code(scan: _Scan, at: int) -> int:
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
    end = starts[number]
    code = text[at + size : end].replace("\n", " ")
    if len(code) > 1 and code[0] == code[-1] == " " and code.strip(" "):
        code = code[1:-1]
    if scan.cell:
        code = code.replace("\\|", "|")
    lines = text.count("\n", at, end)
    scan.pieces.append(scan.found.atoms.add(Own("<code>", code, "</code>", Setting.CODE, lines=lines)))
    return end + size


def _entity(scan: _Scan, at: int) -> int:
    match = _ENTITY.match(scan.passage.text, at)
    if not match or (match[3] and match[3] + ";" not in html5):
        return _keep(scan, at)
    scan.pieces.append(literal(_FOREIGN.sub("\ufffd", html.unescape(match[0]))))
    return match.end()


def _angle(scan: _Scan, at: int) -> int:
    text = scan.passage.text
    if match := _POINTED.match(text, at) or _MAIL.match(text, at):
        address = match[1] if match.re is _POINTED else f"mailto:{match[1]}"
        places = scan.passage.span(at, match.end()), scan.passage.span(match.start(1), match.end(1))
        _linked(scan, match[1], addresses.reference(ReferenceKind.LINK, address, places, scan.found))
        return match.end()
    taken = html_tags.inline(scan.passage, at, scan.found)
    if taken is None:
        return _keep(scan, at)
    scan.pieces.append(taken[0])
    for row in range(text.count("\n", at, taken[1])):
        scan.pieces.append(line(scan.passage.row(at) + row + 1))
    return taken[1]


def _linked(scan: _Scan, shown: str, reference: int | None) -> None:
    if reference is None:
        scan.pieces.append(literal(shown))
        return
    mark = scan.found.atoms.add(Pair("a", reference))
    scan.pieces.append(f"{OPEN}{mark}{literal(shown)}{CLOSE}{mark}")


def _delimiters(scan: _Scan, at: int) -> int:
    text = scan.passage.text
    match = _DELIMITERS[text[at]].match(text, at)
    end = match.end() if match else at + 1
    run = emphasis.run(text, at, end)
    scan.pieces.append(run)
    scan.runs.append(run)
    return end


def _bang(scan: _Scan, at: int) -> int:
    text = scan.passage.text
    if not text.startswith("[", at + 1):
        scan.pieces.append("!")
        return at + 1
    if text.startswith("[[", at + 1) and (taken := wikilinks.link(scan.passage, at, scan.found)):
        scan.pieces.append(taken[0])
        return taken[1]
    _open(scan, at, at + 2)
    return at + 2


def _bracket(scan: _Scan, at: int) -> int:
    text, after = scan.passage.text, scan.passage.text[at + 1 : at + 2]
    taken = None
    if after == "[":
        taken = wikilinks.link(scan.passage, at, scan.found)
    elif after == "@":
        taken = wikilinks.citation(scan.passage, at, scan.found)
    elif after == "^" and (match := _NOTE.match(text, at)):
        taken = _note(scan, match)
    if taken is None:
        _open(scan, at, at + 1)
        return at + 1
    scan.pieces.append(taken[0])
    return taken[1]


def _open(scan: _Scan, at: int, end: int) -> None:
    image = end - at == 2
    scan.brackets.append(_Bracket(at, end, len(scan.pieces), len(scan.runs), image))
    scan.pieces.append("![" if image else "[")


def _note(scan: _Scan, match: re.Match[str]) -> tuple[str, int] | None:
    """The use of a footnote."""
    found, use = scan.found, scan.found.use(match[1])
    if use is None:
        after = scan.passage.text[match.end() : match.end() + 1]
        if after != "(" and folded(f"^{match[1]}") not in found.links:
            near = did_you_mean(match[1], found.notes.values())
            hint = f"define it on a line of its own: `[^{match[1]}]: …`"
            label = f"did you mean `[^{near[0]}]`?" if near else ""
            span = scan.passage.span(match.start(), match.end())
            found.tell("E365", f"no footnote is called `{match[1]}`", span, label=label, hint=hint)
        return None
    number, again = use
    name = found.note_id(number)
    back = f"{name}-ref" if again == 1 else f"{name}-ref-{again}"
    found.atoms.backs.setdefault(number, []).append(back)
    opening = f'<sup class="footnote-ref" id="{back}"><a href="#{name}">{number}</a></sup>'
    return found.atoms.add(Own(opening)), match.end()


def _close(scan: _Scan, at: int) -> int:
    """A `]`: the end of a link or an image, or text."""
    if not scan.brackets:
        scan.pieces.append("]")
        return at + 1
    bracket = scan.brackets.pop()
    address = _destination(scan, bracket, at) if bracket.live else None
    if address is None:
        scan.pieces.append("]")
        return at + 1
    emphasis.pair(scan.runs[bracket.runs :], scan.found.atoms)
    del scan.runs[bracket.runs :]
    if bracket.image:
        _image(scan, bracket, address)
    else:
        _link(scan, bracket, address)
    return address.end


def _destination(scan: _Scan, bracket: _Bracket, at: int) -> Address | None:
    """Where the brackets lead: an address in round brackets, or a definition."""
    text, links = scan.passage.text, scan.found.links
    if text.startswith("(", at + 1) and (address := definitions.address_at(text, at + 1)):
        return address
    if not links and not text.startswith("[", at + 1):
        return None
    label, end = text[bracket.end : at], at + 1
    if second := definitions.label_at(text, at + 1):
        label, end = second[1] if second[1].strip() else label, second.end()
    elif text.startswith("[]", at + 1):
        end = at + 3
    if end == at + 1 and "[" in label.replace("\\[", ""):
        return None
    definition = links.get(folded(label))
    if definition is None:
        if end > at + 1:
            _undefined(scan, bracket, at, label, end)
        return None
    return Address(definition.target, definition.title, at + 1 if end > at + 1 else bracket.end, end, end)


def _undefined(scan: _Scan, bracket: _Bracket, at: int, label: str, end: int) -> None:
    before = scan.passage.text[bracket.at - 1 : bracket.at]
    if (
        before.isalnum()
        or before == "]"
        or label.startswith(("^", "@", "["))
        or not scan.passage.text[at + 2 : end - 1]
    ):
        return
    near = did_you_mean(label, [each.shown for each in scan.found.links.values()])
    hint = f"did you mean `[{near[0]}]`?" if near else ""
    message = f"no link is defined as `[{label}]`, so these brackets stay text"
    way = f"define it on a line of its own: `[{label}]: address`"
    scan.found.tell("W355", message, scan.passage.span(at + 1, end), label=hint, hint=way)


def _image(scan: _Scan, bracket: _Bracket, address: Address) -> None:
    inner = scan.pieces[bracket.piece + 1 :]
    alt = scan.found.atoms.plain("".join([each.shown if isinstance(each, _Bare) else str(each) for each in inner]))
    del scan.pieces[bracket.piece :]
    passage, found = scan.passage, scan.found
    places = passage.span(bracket.at, address.end), passage.span(address.start, address.stop)
    if not alt.strip():
        html_tags.no_alt(passage, bracket.at, address.end, found)
    number = addresses.reference(ReferenceKind.IMAGE, address.target, places, found, label=alt, title=address.title)
    lines = passage.text.count("\n", bracket.at, address.end)
    atom = Own("", alt, lines=lines) if number is None else Whole(number, alt, lines)
    scan.pieces.append(found.atoms.add(atom))


def _link(scan: _Scan, bracket: _Bracket, address: Address) -> None:
    scan.pieces[bracket.piece] = ""
    for number in range(bracket.piece, len(scan.pieces)):
        piece = scan.pieces[number]
        if isinstance(piece, _Bare):
            scan.pieces[number] = literal(piece.shown)
    for earlier in scan.brackets:
        earlier.live = earlier.live and earlier.image
    passage = scan.passage
    places = passage.span(bracket.at, address.end), passage.span(address.start, address.stop)
    label = scan.found.atoms.plain("".join(map(str, scan.pieces[bracket.piece :])))
    number_of = addresses.reference(
        ReferenceKind.LINK, address.target, places, scan.found, label=label, title=address.title
    )
    if number_of is not None:
        mark = scan.found.atoms.add(Pair("a", number_of))
        scan.pieces[bracket.piece] = OPEN + mark
        scan.pieces.append(CLOSE + mark)


def _address(scan: _Scan, at: int) -> int:
    """An address without markup, from its `http://`, `https://` or `www.`."""
    end = autolinks.address_end(scan.passage.text, at)
    if end is None:
        scan.pieces.append(scan.passage.text[at])
        return at + 1
    shown = scan.passage.text[at:end]
    scan.pieces.append(_Bare(shown, shown if "://" in shown[:8] else f"http://{shown}", at))
    return end


def _at(scan: _Scan, at: int) -> int:
    """An `@`: perhaps that of a mail address without markup."""
    last = scan.pieces[-1]
    mail = autolinks.mail(scan.passage.text, at) if isinstance(last, str) else None
    if mail is None or not isinstance(last, str) or not last.endswith(scan.passage.text[mail[0] : at]):
        scan.pieces.append("@")
        return at + 1
    start, end = mail
    scan.pieces[-1] = last[: len(last) - (at - start)]
    shown = scan.passage.text[start:end]
    scan.pieces.append(_Bare(shown, f"mailto:{shown}", start))
    return end


def _shown(scan: _Scan, piece: _Bare) -> str:
    places = (scan.passage.span(piece.start, piece.start + len(piece.shown)),) * 2
    number = addresses.reference(ReferenceKind.LINK, piece.address, (places[0], places[1]), scan.found)
    mark = scan.found.atoms.add(Pair("a", number))
    return f"{OPEN}{mark}{literal(piece.shown)}{CLOSE}{mark}"


_TAKE: dict[str, Callable[[_Scan, int], int]] = {
    "\\": _escape,
    "`": _code,
    "<": _angle,
    "&": _entity,
    "[": _bracket,
    "]": _close,
    "!": _bang,
    "\n": _line_end,
    "*": _delimiters,
    "_": _delimiters,
    "~": _delimiters,
    "@": _at,
}
