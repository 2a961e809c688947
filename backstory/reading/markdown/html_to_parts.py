"""Sanitised HTML cut into markup, runs of text and the holes and ends of references."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

from backstory.reading.markdown.allowed_html import BLOCK_TAGS
from backstory.reading.markdown.parse_state import ParseState
from backstory.reading.markdown.private_marks import Own, Pair, Whole, is_atom, row_of
from backstory.reading.markdown.slugs import Anchors, slug
from backstory.records.prose import Close, Heading, Hole, Markup, Open, Part, ReferenceKind, Run, Setting
from backstory.values.record import replace

_TOKEN = re.compile(r"<!--.*?-->|<(/?)([A-Za-z][A-Za-z0-9-]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>|[^<]+|<", re.DOTALL)
_MARK = re.compile("([\U000f0000-\U0010fffd])")
_HREF = re.compile(' href="([\U000f0000-\U000ffffd])"')
_ATTRIBUTE = re.compile(r" (id|lang)=\"([^\"]*)\"")
_BLOCKS = frozenset(BLOCK_TAGS | {"h1"})
_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CODE = frozenset({"code", "pre", "kbd", "samp", "tt", "var", "script", "style", "textarea"})
_ORDER = (Setting.CODE, Setting.LINK, Setting.HEADING, Setting.ATTRIBUTION, Setting.CAPTION, Setting.CELL)
_SETTINGS = {
    **dict.fromkeys(_CODE, Setting.CODE),
    **dict.fromkeys(_HEADINGS, Setting.HEADING),
    **dict.fromkeys(("td", "th"), Setting.CELL),
    **dict.fromkeys(("figcaption", "caption"), Setting.CAPTION),
    "a": Setting.LINK,
}
_DASHED = re.compile(r"(?:\A|\n)[ ]*(?:—|–|―|--)[ ]?(?=\S)")
_WORD = re.compile(r"\w\S*")


@dataclass(slots=True)
class _Level:
    """An open element: its name, and what it lays down for the text in it."""

    tag: str
    setting: Setting
    lang: str
    reference: int | None = None
    begins: int = 0
    id: str = ""


@dataclass(slots=True)
class HtmlParts:
    """The parts of a text, its headings and anchors, and how many words it has."""

    parts: list[Part] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    words: int = 0


def cut(text: str, found: ParseState) -> HtmlParts:
    """The parts of sanitised HTML with marks in it."""
    cutter = _Cutter(found)
    for token in _TOKEN.finditer(text):
        if token[2]:
            tag = token[2].lower()
            if token[1]:
                cutter.end(tag, token[0])
            else:
                cutter.start(tag, token[3], token[0])
        elif token[0].startswith("<!--"):
            cutter.keep(token[0])
        else:
            cutter.text(token[0])
    return cutter.finished()


class _Cutter:
    def __init__(self, found: ParseState) -> None:
        self.found = found
        self.cut = HtmlParts()
        self.markup: list[str] = []
        self.levels = [_Level("", Setting.PROSE, "")]
        self.block = 0
        self.fresh = True
        self.section = 0
        self.row = 0
        self.words: list[str] = []
        numbers = range(1, len(found.uses) + 1)
        self.anchors = Anchors([found.note_id(number) for number in numbers])

    # -- markup -----------------------------------------------------------------------------------------------------

    def keep(self, markup: str) -> None:
        """Markup that stays as it is."""
        self.markup.append(markup)

    def start(self, tag: str, attributes: str, whole: str) -> None:
        """A tag that opens an element."""
        if tag in _BLOCKS:
            self.fresh = True
        if tag in _HEADINGS:
            self._heading_begins(tag, attributes, whole)
            return
        above = self.levels[-1]
        level = _Level(tag, _inner(above.setting, self._setting(tag)), above.lang)
        level.begins = len(self.cut.parts)
        if attributes and (marked := _HREF.search(attributes)):
            atom = self.found.atoms.get(marked[1])
            level.reference = atom.reference if isinstance(atom, Whole | Pair) else None
        if attributes:
            whole = self._attributes(level, attributes, whole)
        if level.reference is not None:
            self._open(level.reference)
        else:
            self.markup.append(whole)
        if tag not in _VOID and not attributes.endswith("/"):
            self.levels.append(level)

    def _attributes(self, level: _Level, attributes: str, whole: str) -> str:
        for name, value in _ATTRIBUTE.findall(attributes):
            if name == "lang":
                level.lang = html.unescape(value)
                continue
            anchor = html.unescape(value)
            if anchor in self.cut.ids:
                whole = whole.replace(f' id="{value}"', "", 1)
            else:
                self.cut.ids.append(anchor)
                self.anchors.unique(anchor)
        return whole

    def _setting(self, tag: str) -> Setting:
        if tag in {"footer", "cite"} and any(level.tag == "blockquote" for level in self.levels):
            return Setting.ATTRIBUTION
        return _SETTINGS.get(tag, Setting.PROSE)

    def end(self, tag: str, whole: str) -> None:
        """A tag that closes an element."""
        if tag in _BLOCKS:
            self.fresh = True
        if all(level.tag != tag for level in self.levels[1:]):
            self.markup.append(whole)
            return
        while (level := self.levels.pop()).tag != tag:
            pass
        if level.reference is not None:
            self._flush()
            self.cut.parts.append(Close(level.reference))
            return
        if tag in _HEADINGS:
            self._heading_ends(level)
        if tag == "blockquote":
            self._attribute(level)
        self.markup.append(whole)

    # -- headings and attributions ----------------------------------------------------------------------------------

    def _heading_begins(self, tag: str, attributes: str, whole: str) -> None:
        self._flush()
        self.section += 1
        above = self.levels[-1]
        level = _Level(tag, _inner(above.setting, Setting.HEADING), above.lang, begins=len(self.cut.parts))
        for name, value in _ATTRIBUTE.findall(attributes):
            if name == "lang":
                level.lang = html.unescape(value)
            else:
                level.id = html.unescape(value)
                whole = whole.replace(f' id="{value}"', "", 1)
        self.cut.parts.append(Markup(whole))
        self.levels.append(level)

    def _heading_ends(self, level: _Level) -> None:
        self._flush()
        text = " ".join("".join(self._words(part) for part in self.cut.parts[level.begins :]).split())
        anchor = self.anchors.unique(level.id or slug(text))
        opening = self.cut.parts[level.begins]
        if isinstance(opening, Markup):
            tag = f'<{level.tag} id="{html.escape(anchor)}"'
            self.cut.parts[level.begins] = Markup(opening.html.replace(f"<{level.tag}", tag, 1))
        self.cut.ids.append(anchor)
        self.cut.headings.append(Heading(int(level.tag[1]), anchor, text, self.section))

    def _words(self, part: Part) -> str:
        if isinstance(part, Run):
            return part.text
        if isinstance(part, Hole):
            reference = self.found.references[part.reference]
            if reference.kind is not ReferenceKind.CITATION:
                return reference.label or reference.target or reference.anchor
        return ""

    def _attribute(self, level: _Level) -> None:
        """The last lines of a quotation that begin with a dash say whose words it is."""
        self._flush()
        parts = self.cut.parts
        last = max((part.block for part in parts[level.begins :] if isinstance(part, Run)), default=-1)
        for number in range(len(parts) - 1, level.begins - 1, -1):
            part = parts[number]
            if not isinstance(part, Run) or part.block != last or part.setting is not Setting.PROSE:
                continue
            first = not any(
                isinstance(each, Run | Hole) and each.block == last for each in parts[level.begins : number]
            )
            dashes = [each for each in _DASHED.finditer(part.text) if first or each.start() > 0 or each[0][0] == "\n"]
            if dashes:
                self._turn(number, dashes[-1].start())
                return

    def _turn(self, number: int, at: int) -> None:
        """Makes an attribution of the text from `at` in the run at `number` on."""
        parts = self.cut.parts
        for each in range(number, len(parts)):
            part = parts[each]
            if isinstance(part, Run) and part.setting in {Setting.PROSE, Setting.CELL, Setting.CAPTION}:
                parts[each] = replace(part, setting=Setting.ATTRIBUTION)
        whole = parts[number]
        if at > 0 and isinstance(whole, Run):
            before = replace(whole, text=whole.text[:at], setting=Setting.PROSE)
            line = whole.line + whole.text.count("\n", 0, at)
            parts[number : number + 1] = [before, replace(whole, text=whole.text[at:], line=line)]

    # -- text -------------------------------------------------------------------------------------------------------

    def text(self, text: str) -> None:
        """Text with marks in it, as it is written in HTML."""
        if not _MARK.search(text):
            self._run(text, self.row)
            return
        kept: list[str] = []
        started = self.row
        for number, part in enumerate(_MARK.split(text)):
            if number % 2 == 0:
                kept.append(part)
            elif is_atom(part):
                self._run("".join(kept), started)
                kept = []
                self._atom(part)
                started = self.row
            else:
                self.row = row_of(part)
                if not (blank := "".join(kept)).strip():
                    started = self.row - blank.count("\n")
        self._run("".join(kept), started)

    def _run(self, written: str, row: int) -> None:
        if not written:
            return
        text = html.unescape(written) if "&" in written else written
        above = self.levels[-1]
        if self.fresh and not text.strip():
            self.markup.append(written)
            return
        self._add(Run(text, self._here(), self.section, above.setting, above.lang, self._line(row)))

    def _add(self, run: Run) -> None:
        self._flush()
        self.cut.parts.append(run)

    def _line(self, row: int) -> int:
        return self.found.places.file_line(row)

    def _atom(self, mark: str) -> None:
        atom = self.found.atoms.get(mark)
        if isinstance(atom, Whole):
            self._flush()
            self.cut.parts.append(Hole(atom.reference, self._here(), self.section))
            self.words.append(atom.words)
            self.row += atom.lines
        elif isinstance(atom, Own):
            self._own(atom)

    def _own(self, atom: Own) -> None:
        if atom.opening.startswith(("<pre", "<p ", "<h2")):
            self.fresh = True
        for name, value in _ATTRIBUTE.findall(atom.opening):
            if name == "id":
                self.cut.ids.append(value)
        self.markup.append(atom.opening)
        if atom.text:
            above = self.levels[-1]
            setting = _inner(above.setting, atom.setting)
            line = self._line(self.row + atom.opening.startswith("<pre"))
            self._add(Run(atom.text, self._here(), self.section, setting, above.lang, line, optout=atom.optout))
        self.markup.append(atom.closing)
        if atom.opening.startswith("<pre"):
            self.fresh = True
        self.row += atom.lines

    def _open(self, reference: int) -> None:
        self._flush()
        self.cut.parts.append(Open(reference, self._here(), self.section))

    def _here(self) -> int:
        """The number of the block at hand; a new one where a block's edge was passed."""
        if self.fresh:
            self.block += 1
            self.fresh = False
        return self.block

    def _flush(self) -> None:
        if self.markup and (markup := "".join(self.markup)):
            self.cut.parts.append(Markup(markup))
        self.markup.clear()

    def finished(self) -> HtmlParts:
        """All that was cut."""
        self._flush()
        parts: list[Part] = []
        for part in self.cut.parts:
            if isinstance(part, Markup) and parts and isinstance(before := parts[-1], Markup):
                parts[-1] = Markup(before.html + part.html)
            else:
                parts.append(part)
        self.cut.parts = parts
        texts = [part.text for part in parts if isinstance(part, Run) and part.setting is not Setting.CODE]
        self.cut.words = len(_WORD.findall(" ".join(self.words + texts)))
        return self.cut


def _inner(outer: Setting, own: Setting) -> Setting:
    """The setting of text in an element: of its own and what it stands in, the one that weighs more."""
    return next((each for each in _ORDER if each in (outer, own)), Setting.PROSE)
