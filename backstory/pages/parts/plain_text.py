"""An author's text as plain words, with its quotation marks as the page sets them or as they were typed."""

from __future__ import annotations

import re
from html import unescape

from backstory.pages.core.quote_marks import Curler
from backstory.pages.core.site import Site
from backstory.records.links import Linked, ToAnchor, ToEntity
from backstory.records.prose import Hole, Markup, Reference, ReferenceKind, Run, Setting

_INLINE = r"</?(?:a|abbr|b|bdi|bdo|cite|code|del|dfn|em|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup)\b[^>]*>"
_TAG = re.compile(r"(" + _INLINE + r")|<[^>]*>", re.IGNORECASE)


def plain(site: Site, linked: Linked, lang: str) -> str:
    """The words of a text, for descriptions, feeds and cards: without notes and images."""
    return _words(site, linked, lang, Curls(linked.prose.lang))


def typed(site: Site, linked: Linked, lang: str) -> str:
    """The same as the author typed it, with straight quotation marks: for data."""
    return _words(site, linked, lang, None)


def _words(site: Site, linked: Linked, lang: str, curls: Curls | None) -> str:
    words: list[str] = []
    for part in linked.prose.parts:
        if isinstance(part, Run):
            words.append(curls.run(part, part.text) if curls else part.text)
        elif isinstance(part, Markup):
            words.append(unescape(_TAG.sub(_gap, part.html)))
        elif isinstance(part, Hole):
            spoken = _spoken(site, linked, part, lang)
            if not spoken and words:
                words[-1] = words[-1].rstrip()  # the space before a note goes with it
            words.append(curls.label(part.block, spoken) if curls else spoken)
    return " ".join("".join(words).split())


def _gap(tag: re.Match[str]) -> str:
    return "" if tag[1] else " "


def _spoken(site: Site, linked: Linked, hole: Hole, lang: str) -> str:
    reference, target = linked.prose.references[hole.reference], linked.targets[hole.reference]
    if reference.kind is not ReferenceKind.WIKILINK:
        return ""
    entity = site.knowledge.get(target.key) if isinstance(target, ToEntity) else None
    if isinstance(target, ToAnchor):
        return words_of_anchor(linked, reference, target.anchor)
    given = reference.label or (target.words if isinstance(target, ToEntity) else "")
    return given or (site.title(entity, lang).text if entity else reference.target)


def words_of_anchor(linked: Linked, reference: Reference, anchor: str) -> str:
    """The words of a wikilink to a heading of the same text: its author's, or the heading's where the id is typed."""
    headings = {each.id: each.text for each in linked.prose.headings}
    own = headings.get(anchor, anchor) if reference.anchor == anchor else reference.anchor
    return reference.label or own


class Curls:
    """Sets the quotation marks of a text, block by block."""

    def __init__(self, lang: str):
        self._lang = lang
        self._block = 0
        self._curlers: dict[str, Curler] = {}

    def run(self, run: Run, text: str) -> str:
        """A piece of a run. Code stays as it is."""
        curler = self._at(run.block, run.lang)
        if run.setting is Setting.CODE:
            curler.passed(text)
            return text
        return curler.text(text)

    def label(self, block: int, text: str) -> str:
        """The words that an author gave for a reference; "" where the name of the entity will be shown."""
        curler = self._at(block, "")
        if not text:
            curler.passed("n")
        return curler.text(text)

    def _at(self, block: int, lang: str) -> Curler:
        if block != self._block:
            self._block = block
            self._curlers.clear()
        if lang not in self._curlers:
            self._curlers[lang] = Curler(lang or self._lang)
        return self._curlers[lang]
