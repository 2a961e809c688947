"""An author's text as HTML for a page: links, marks, notes, images and embeds in the places of its references."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import groupby

from backstory.language import wording
from backstory.pages.core import routes
from backstory.pages.core.entity_links import card_id
from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.core.page_text import block, inline
from backstory.pages.core.side_marks import Mark
from backstory.pages.parts import citations
from backstory.pages.parts.citations import HOLE, Citation
from backstory.pages.parts.plain_text import Curls, words_of_anchor
from backstory.records.links import Linked, Mention, ToAddress, ToAnchor, ToEmbed, ToEntity, ToFile, ToSources
from backstory.records.prose import Close, Hole, Markup, Open, Reference, ReferenceKind, Run
from backstory.values.html import Html
from backstory.values.keys import Key, Kind
from backstory.values.record import Record

_HEADING_EDGE = re.compile(r'<h[1-6] id="([^"]*)"|</h[1-6]>')
_HEADING = re.compile(r"<(/)?h[1-6]\b([^>]*)>")
_ID = re.compile(r'(?<=\s)(?:id="|href="#)(?=[^"])')
_FOOTNOTE_LINK = re.compile(r'<sup class="footnote-ref".*?</sup>| <a class="footnote-back".*?</a>')
_OPENS_PARAGRAPH = re.compile(r"<p>\s*\Z")
_CLOSES_PARAGRAPH = re.compile(r"\A\s*</p>")
_TABLE_OPENS = re.compile(r"<table(?=[ >])")
_NOTE_OPENS, _NOTE_CLOSES = '<sup class="fn">', "</sup>"
_WEB = ("http://", "https://", "//")


class Embed(Record, frozen=True):
    """The place of an embed: `backers`, `timeline`, `map`, or a claim by its key. `level` is that of the headings in
    it."""

    name: str
    key: Key | None
    level: int


Piece = Html | Embed


def html(page: PageBuilder, linked: Linked) -> Html:
    """A text as HTML, marked where it is not in the page's language; an embedded claim becomes a link to it.

    It has holes for its notes and cards, which are filled when the page is complete (see `numbered_citations`).
    """
    return _whole(page, linked, notes=True)


def without_notes(page: PageBuilder, linked: Linked) -> Html:
    """The same for a page that has no list of sources: without the citations."""
    return _whole(page, linked, notes=False)


def in_entry(page: PageBuilder, key: Key, entry: str) -> Html | None:
    """The body of an entity for its entry in a list, None without one.

    Several such texts stand on one page, below headings of its own: their ids begin with that of the `entry`, and
    their headings are paragraphs.
    """
    linked = page.site.linked(key, "body", page.lang)
    return _whole(page, linked, notes=True, entry=entry) if linked and linked.prose.parts else None


def _whole(page: PageBuilder, linked: Linked, *, notes: bool, entry: str = "") -> Html:
    pieces = _Writer(page, linked, embeds=False, notes=notes, entry=entry).pieces()
    made = "".join(piece.text for piece in pieces if isinstance(piece, Html))
    return block(made, linked.prose.lang, page.lang)


def pieces(page: PageBuilder, linked: Linked) -> Iterator[Piece]:
    """A text as HTML, cut at its embeds."""
    return _Writer(page, linked, embeds=True, notes=True).pieces()


class _Writer:
    """Writes one text."""

    def __init__(self, page: PageBuilder, linked: Linked, *, embeds: bool, notes: bool, entry: str = ""):
        self._page = page
        self._entry = entry
        self._site = page.site
        self._linked = linked
        self._embeds = embeds
        self._notes = notes
        self._curls = Curls(linked.prose.lang)
        self._out: list[str] = []
        self._heading = ""
        self._closing: list[str] = []  # what ends each link that is open: "" for one that has no tag
        self._notes_after: list[str] = []
        self._inside_cut = False
        by_part = groupby(sorted(linked.mentions, key=lambda each: (each.part, each.start)), lambda each: each.part)
        self._mentions: Mapping[int, tuple[Mention, ...]] = {part: tuple(found) for part, found in by_part}

    def pieces(self) -> Iterator[Piece]:
        for number, part in enumerate(self._linked.prose.parts):
            match part:
                case Markup():
                    self._out.append(self._markup(part.html))
                case Run():
                    self._out.append(self._run(part, self._mentions.get(number, ())))
                case Open():
                    self._out.append(self._open(part))
                case Close():
                    self._close()
                case Hole() if (embed := self._embed(part)) is not None:
                    self._close_all()
                    yield from self._cut()
                    yield embed
                case Hole():
                    self._out.append(self._hole(part))
        self._close_all()
        yield from self._cut(last=True)

    def _cut(self, *, last: bool = False) -> Iterator[Html]:
        """What was written so far. A paragraph that holds nothing but the embed is not opened."""
        written = "".join(self._out)
        self._out.clear()
        if not last:
            shorter = _OPENS_PARAGRAPH.sub("", written)
            self._inside_cut = shorter != written
            written = shorter
        if written.strip():
            yield Html(written)

    def _markup(self, markup: str) -> str:
        if self._inside_cut:
            markup = _CLOSES_PARAGRAPH.sub("", markup)
            self._inside_cut = False
        if self._in_link:
            self._notes_after += _FOOTNOTE_LINK.findall(markup)
            markup = _FOOTNOTE_LINK.sub("", markup)
        if self._entry:
            return self._boxed(_HEADING.sub(_as_paragraph, _ID.sub(rf"\g<0>{self._entry}-", markup)))
        return _HEADING_EDGE.sub(self._anchored, self._boxed(markup))

    def _boxed(self, markup: str) -> str:
        """Markup with a box around each table, which scrolls where the table is wider than a phone."""
        if "table" not in markup:
            return markup
        label = escape(wording.phrase("ui.table", self._page.lang))
        box = f'<div class="scroll" role="region" tabindex="0" aria-label="{label}"><table'
        return _TABLE_OPENS.sub(box, markup).replace("</table>", "</table></div>")

    def _anchored(self, edge: re.Match[str]) -> str:
        """The beginning of a heading as it is, or its end, with a link to the heading itself."""
        if edge[1]:
            self._heading = edge[1]
        if edge[1] or not self._heading or self._in_link:
            return edge[0]
        label = escape(wording.phrase("ui.link-to-section", self._page.lang))
        anchor, self._heading = self._heading, ""
        return f'<a class="anchor" href="#{anchor}" aria-label="{label}">#</a>{edge[0]}'

    def _run(self, run: Run, mentions: tuple[Mention, ...]) -> str:
        written, at = [], 0
        for mention in mentions:
            written.append(escape(self._curls.run(run, run.text[at : mention.start]), quote=False))
            written.append(self._entity(mention.key, self._curls.run(run, run.text[mention.start : mention.end])))
            at = mention.end
        written.append(escape(self._curls.run(run, run.text[at:]), quote=False))
        return "".join(written)

    def _embed(self, hole: Hole) -> Embed | None:
        if not self._embeds or self._linked.prose.references[hole.reference].kind is not ReferenceKind.EMBED:
            return None
        level = self._level(hole.section)
        match self._linked.targets[hole.reference]:
            case ToEmbed(name):
                return Embed(name, None, level)
            case ToEntity(key):
                return Embed(key.kind.prefix, key, level)
        return None

    def _level(self, section: int) -> int:
        above = (each.level for each in self._linked.prose.headings if each.section == section)
        return min(next(above, 1) + 1, 6)

    def _hug(self) -> None:
        """Drop the space before a citation: the note follows the word directly."""
        if self._out:
            self._out[-1] = self._out[-1].rstrip()

    def _joined(self, note: str) -> str:
        """A note; one that follows another directly becomes a part of it."""
        if note.startswith(_NOTE_OPENS) and self._out and self._out[-1].endswith(_NOTE_CLOSES):
            self._out[-1] = self._out[-1].removesuffix(_NOTE_CLOSES)
            return note.removeprefix(_NOTE_OPENS)
        return note

    def _hole(self, hole: Hole) -> str:
        reference, target = self._linked.prose.references[hole.reference], self._linked.targets[hole.reference]
        given = reference.label or (target.words if isinstance(target, ToEntity) else "")
        label = self._curls.label(hole.block, given) if reference.kind is ReferenceKind.WIKILINK else ""
        match target:
            case ToSources(cited):
                found = {key.id for key, _ in cited}
                before = [each.prefix for each in reference.cited if each.source in found]
                pairs = zip(cited, before, strict=False)
                return self._citation([Citation(key.id, where, prefix=words) for (key, where), words in pairs])
            case ToEntity(key, anchor):
                return self._entity(key, label, anchor)
            case ToAnchor(anchor):
                words = escape(self._curls.label(hole.block, words_of_anchor(self._linked, reference, anchor)))
                return words if self._in_link else f'<a href="#{escape(self._own(anchor))}">{words}</a>'
            case ToEmbed():
                return ""
            case ToFile(path) if reference.kind is ReferenceKind.IMAGE:
                return self._image(reference, path)
            case ToAddress(url):
                words = escape(reference.label or url)
                return words if self._in_link else f'<a href="{escape(url)}" rel="noopener">{words}</a>'
        return escape(label or reference.label or reference.target)

    def _citation(self, cited: Sequence[Citation]) -> str:
        """The note of a citation; in a link it has to wait for the link's end."""
        self._hug()
        if not self._notes:
            return ""
        note = citations.html(cited).text
        if self._in_link:
            self._notes_after.append(note)
            return ""
        return self._joined(note)

    def _image(self, reference: Reference, path: str) -> str:
        size = self._site.options.sizes.get(path)
        width = f' width="{size[0]}" height="{size[1]}"' if size else ""
        title = f' title="{escape(reference.title)}"' if reference.title else ""
        source = escape(self._page.href(routes.of_file(path)))
        return f'<img src="{source}" alt="{escape(reference.label)}"{title}{width} loading="lazy" decoding="async">'

    @property
    def _in_link(self) -> bool:
        """Whether a link is open; HTML knows no link in a link."""
        return "</a>" in self._closing

    def _open(self, opening: Open) -> str:
        reference, target = self._linked.prose.references[opening.reference], self._linked.targets[opening.reference]
        sign = ""
        if reference.kind is ReferenceKind.WIKILINK and isinstance(target, ToEntity):
            tag = self._entity_tag(target.key, target.anchor)
            sign = _sign(self._mark(target.key))
        else:
            title = f' title="{escape(reference.title)}"' if reference.title else ""
            address, more = self._address(target)
            tag = f'<a href="{escape(address)}"{title}{more}>' if address else ""
        self._closing.append("</a>" if tag else "")
        return tag + sign

    def _close(self) -> None:
        """Ends the link that was opened last, and writes the notes that stood in it."""
        self._out.append(self._closing.pop() if self._closing else "")
        if not self._in_link:
            notes, self._notes_after = self._notes_after, []
            for note in notes:
                self._out.append(self._joined(note))

    def _close_all(self) -> None:
        """Ends the links around an embed, which has links of its own, and those that an author never ends."""
        for _ in range(len(self._closing)):
            self._close()

    def _address(self, target: object) -> tuple[str, str]:
        """Where a Markdown link leads, and the attributes that it gets."""
        match target:
            case ToEntity(key, anchor):
                href, lang = self._page.link(key)
                return _with(href, anchor), _hreflang(lang)
            case ToFile(path):
                return self._page.href(routes.of_file(path)), ""
            case ToAddress(url):
                return url, ' rel="noopener"' if url.lower().startswith(_WEB) else ""
            case ToAnchor(anchor):
                return "#" + self._own(anchor), ""
        return "", ""

    def _own(self, anchor: str) -> str:
        """An anchor of the text as it is on the page."""
        return f"{self._entry}-{anchor}" if self._entry else anchor

    def _entity(self, key: Key, label: str, anchor: str = "") -> str:
        """The name of an entity in the text: a link with the mark of a party's side, or plain words where there is
        no page."""
        entity = self._site.knowledge.get(key)
        if entity is None:
            return escape(label or key.id)
        shown = escape(label) if label else inline(self._site.title(entity, self._page.lang)).text
        words = _marked(shown, self._mark(key))
        tag = self._entity_tag(key, anchor)
        return f"{tag}{words}</a>" if tag else words

    def _mark(self, key: Key) -> Mark | None:
        return self._page.marks.get(key.id) if key.kind is Kind.ACTOR else None

    def _entity_tag(self, key: Key, anchor: str) -> str:
        """The tag that begins a link to an entity; "" where it has no page, on its own page, and in another link."""
        href, lang = self._page.link(key)
        if not href or self._in_link or (key == self._page.subject and not anchor):
            return ""
        look = {Kind.ACTOR: "ref", Kind.TERM: "term"}.get(key.kind, "")
        if mark := self._mark(key):
            look += f" c{mark.number}"
        attributes = f' class="{look}"' if look else ""
        attributes += f' href="{escape(_with(href, anchor))}"' + _hreflang(lang)
        if look:
            hole = HOLE if self._notes else ""
            attributes += f' data-card="{hole}{card_id(key)}{hole}"'
        return f"<a{attributes}>"


def _as_paragraph(edge: re.Match[str]) -> str:
    return "</strong></p>" if edge[1] else f"<p{edge[2]}><strong>"


def _with(href: str, anchor: str) -> str:
    return f"{href}#{anchor}" if href and anchor and "#" not in href else href


def _hreflang(lang: str) -> str:
    return f' hreflang="{lang}"' if lang else ""


def _marked(shown: str, mark: Mark | None) -> str:
    """A name after the mark of its side. No line breaks between the mark and the first word."""
    if mark is None:
        return shown
    first, space, rest = shown.partition(" ") if "<" not in shown else (shown, "", "")
    return f'<span class="nb">{_sign(mark)}{first}</span>{space}{rest}'


def _sign(mark: Mark | None) -> str:
    return f'<span class="m m{mark.number}" aria-hidden="true"></span>' if mark else ""
