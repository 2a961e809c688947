"""The parts of a prose, gathered in the order of its text: markup, runs, and the holes and ends of references."""

from __future__ import annotations

import html
import re
from typing import NamedTuple

from backstory.reading.markdown.allowed_html import BLOCK_TAGS
from backstory.reading.markdown.atoms import Atom, OurHtml, PlacedText, WholeReference
from backstory.reading.markdown.parse_state import ParseState
from backstory.reading.markdown.slugs import Anchors, slug
from backstory.records.prose import Close, Heading, Hole, Markup, Open, Part, Prose, ReferenceKind, Run, Setting, packed
from backstory.values.keys import Kind
from backstory.values.record import replace

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = frozenset(BLOCK_TAGS | {"h1"})
_CODE = frozenset({"code", "pre", "kbd", "samp", "tt", "var", "script", "style", "textarea"})
_SETTINGS = {
    **dict.fromkeys(_CODE, Setting.CODE),
    **dict.fromkeys(HEADINGS, Setting.HEADING),
    **dict.fromkeys(("td", "th"), Setting.CELL),
    **dict.fromkeys(("figcaption", "caption"), Setting.CAPTION),
    "a": Setting.LINK,
}
_CHANGING = frozenset(_SETTINGS) | {"blockquote", "footer", "cite"}
_LIGHTEST_FIRST = ("prose", "cell", "caption", "attribution", "heading", "link", "code")
_WEIGHT = {Setting(name): number for number, name in enumerate(_LIGHTEST_FIRST)}
_DASHED = re.compile(r"(?:\A|\n)[ ]*(?:—|–|―|--)[ ]?(?=\S)")
_WORD = re.compile(r"\w")
_COMPARED = (Kind.EVENT, Kind.CLAIM)


class _Level(NamedTuple):
    """What held before an element began, the markup that ends with its tag, where its parts begin, its author's id."""

    setting: Setting
    lang: str
    quoted: bool
    markup: list[str]
    tag: int
    begins: int
    anchor: str


class ProseParts:
    """Takes tags, texts and atoms one after the other, and gives the prose that they are."""

    def __init__(self, state: ParseState) -> None:
        """All references of the text must be known to `state`."""
        self.state = state
        self.compared = state.places.whole is None and any(
            each.entity(kind) for each in state.references for kind in _COMPARED
        )
        self.parts: list[Part | list[str]] = []  # markup is a list while it grows
        self.markup: list[str] | None = None
        self.headings: list[Heading] = []
        self.ids: dict[str, None] = {}
        self.anchors = Anchors([each.anchor for each in state.uses.values()])
        self.levels: list[_Level | None] = []
        self.setting, self.lang, self.quoted = Setting.PROSE, "", False
        self.block = self.section = 0
        self.fresh = True
        self.words: list[str] = []
        self.last_run = self.attributed = -1

    # -- tags -------------------------------------------------------------------------------------------------------

    def start(self, tag: str, markup: str, lang: str | None = None, anchor: str = "") -> None:
        """An element begins, with `markup` as its tag; `anchor` is the id that a heading's author gave it."""
        self.write(tag, markup)
        self.section += tag in HEADINGS
        self._enter(tag, lang, anchor)

    def start_link(self, reference: int, lang: str | None = None) -> None:
        """A link with a reference begins."""
        self._add(Open(reference, self._here(), self.section))
        self._enter("a", lang)

    def end(self, tag: str, markup: str) -> None:
        """The element that began last ends."""
        level = self.leave()
        if level is not None and tag in HEADINGS:
            self._end_heading(tag, level)
        elif level is not None and tag == "blockquote":
            self._attribute(level.begins)
        self.write(tag, markup)

    def end_link(self, reference: int) -> None:
        """The link that began last ends."""
        self._add(Close(reference))
        self.leave()

    def write(self, tag: str, markup: str) -> None:
        """A tag, or markup of none, as it stands; text on the two sides of a block's tag is in two blocks."""
        if tag in _BLOCKS:
            self.fresh = True
        if self.markup is None:
            self.markup = []
            self.parts.append(self.markup)
        self.markup.append(markup)

    def claim(self, anchor: str) -> bool:
        """Whether an id can be kept; one that stands in the text already cannot."""
        if anchor in self.ids:
            return False
        self.ids[anchor] = None
        self.anchors.unique(anchor)
        return True

    def leave(self) -> _Level | None:
        """Goes back to what held before the element that began last; alone, where that is never closed."""
        level = self.levels.pop()
        if level is not None:
            self.setting, self.lang, self.quoted = level.setting, level.lang, level.quoted
        return level

    def _enter(self, tag: str, lang: str | None, anchor: str = "") -> None:
        """Keeps what holds until the element ends; nothing where it changes nothing."""
        if lang is None and tag not in _CHANGING:
            self.levels.append(None)
            return
        markup = self.markup or []
        level = _Level(self.setting, self.lang, self.quoted, markup, len(markup) - 1, len(self.parts), anchor)
        self.levels.append(level)
        own = Setting.ATTRIBUTION if self.quoted and tag in {"footer", "cite"} else _SETTINGS.get(tag, Setting.PROSE)
        self.setting = _heavier(self.setting, own)
        self.lang = self.lang if lang is None else lang
        self.quoted = self.quoted or tag == "blockquote"

    # -- headings and attributions ----------------------------------------------------------------------------------

    def _end_heading(self, tag: str, level: _Level) -> None:
        text = " ".join("".join(map(self._read, self.parts[level.begins :])).split())
        anchor = self.anchors.unique(level.anchor or slug(text))
        written = f'<{tag} id="{html.escape(anchor)}"'
        level.markup[level.tag] = level.markup[level.tag].replace(f"<{tag}", written, 1)
        self.ids[anchor] = None
        self.headings.append(Heading(int(tag[1]), anchor, text, self.section))

    def _read(self, part: Part | list[str]) -> str:
        """How a part reads in the text of a heading."""
        if isinstance(part, Run):
            return part.text
        if isinstance(part, Hole):
            reference = self.state.references[part.reference]
            if reference.kind is not ReferenceKind.CITATION:
                return reference.label or reference.target or reference.anchor
        return ""

    def _attribute(self, begins: int) -> None:
        """Looks for whose words a quotation is: the last lines of its last block that begin with a dash."""
        last = self.parts[self.last_run] if self.last_run >= begins else None
        if not isinstance(last, Run) or last.block == self.attributed:
            return
        self.attributed = last.block
        numbers: list[int] = []
        for number in range(self.last_run, begins - 1, -1):
            part = self.parts[number]
            if isinstance(part, Run | Hole):
                if part.block != last.block:
                    break
                numbers.append(number)
        for number in numbers:
            run = self.parts[number]
            if isinstance(run, Run) and run.setting is Setting.PROSE:
                dashes = [each for each in _DASHED.finditer(run.text) if number == numbers[-1] or each[0][0] == "\n"]
                if dashes:
                    self._turn(number, run, dashes[-1].start())
                    return

    def _turn(self, number: int, run: Run, at: int) -> None:
        """Makes an attribution of the text from `at` in the run at `number` on."""
        for each in range(number, len(self.parts)):
            part = self.parts[each]
            if isinstance(part, Run) and part.setting in {Setting.PROSE, Setting.CELL, Setting.CAPTION}:
                self.parts[each] = replace(part, setting=Setting.ATTRIBUTION)
        if at > 0:
            lines = run.text.count("\n", 0, at)
            before = replace(run, text=run.text[:at], columns=run.columns[: lines + 1])
            columns = (0, *run.columns[lines + 1 :]) if run.columns else ()
            after = replace(run, text=run.text[at:], line=run.line + lines, columns=columns)
            self.parts[number : number + 1] = [before, replace(after, setting=Setting.ATTRIBUTION)]
            self.last_run += 1

    # -- text -------------------------------------------------------------------------------------------------------

    def text(self, text: PlacedText, setting: Setting | None = None, *, optout: bool = False) -> None:
        """Text, in another setting than its elements' where that is given. Blanks between blocks are markup."""
        if self.fresh and setting is None and not text.strip():
            self.write("", text.replace("\xa0", "&nbsp;"))
            return
        self.last_run = len(self.parts)
        line = self.state.places.file_line(text.passage.row(text.offset))
        columns = tuple(text.passage.column(words, at) for words, at in text.lines()) if self.compared else ()
        setting = setting or self.setting
        self._add(Run(str(text), self._here(), self.section, setting, self.lang, line, optout, columns))

    def atom(self, atom: Atom) -> None:
        """A reference that is replaced as a whole, or markup of ours."""
        if isinstance(atom, WholeReference):
            self._add(Hole(atom.reference, self._here(), self.section))
            self.words.append(atom.words)
        elif isinstance(atom, OurHtml):
            self.fresh = self.fresh or atom.block
            if atom.anchor:
                self.ids[atom.anchor] = None
            if atom.opening:
                self.write("", atom.opening)
            if atom.text:
                self.text(atom.text, _heavier(self.setting, atom.setting), optout=atom.optout)
            if atom.closing:
                self.write("", atom.closing)
            self.fresh = self.fresh or atom.block

    def _add(self, part: Part) -> None:
        self.parts.append(part)
        self.markup = None

    def _here(self) -> int:
        """The number of the block at hand; a new one where a block's edge was passed."""
        if self.fresh:
            self.block += 1
            self.fresh = False
        return self.block

    # -- the whole --------------------------------------------------------------------------------------------------

    def prose(self) -> Prose:
        """The prose, all of it taken."""
        runs = [part for part in self.parts if isinstance(part, Run)]
        words = " ".join(self.words + [run.text for run in runs if run.setting is not Setting.CODE]).split()
        return Prose(
            lang=self.state.lang,
            packed=packed(Markup("".join(part)) if isinstance(part, list) else part for part in self.parts),
            references=tuple(self.state.references),
            headings=tuple(self.headings),
            ids=tuple(self.ids),
            words=len(words) - len([each for each in words if not each[0].isalnum() and not _WORD.search(each)]),
        )


def _heavier(one: Setting, other: Setting) -> Setting:
    """The setting of a text that stands in two."""
    return other if _WEIGHT[other] > _WEIGHT[one] else one
