"""Why: for one page, what was linked and by which alias, and what was not and why."""

from __future__ import annotations

from collections.abc import Collection

from backstory.linking.link import Linker
from backstory.linking.text_links import LinkedText
from backstory.records.knowledge import Knowledge
from backstory.records.links import Links, ProseKey
from backstory.records.prose import Run
from backstory.values.keys import Key
from backstory.values.record import Record


class WhyLine(Record, frozen=True):
    """A name on the page: the words, the entity they stand for, and by which alias it was linked or why it was not.

    `line` is that in the author's file, 0 when unknown; `reason` is "" for a link.
    """

    text: ProseKey
    line: int
    words: str
    candidates: tuple[Key, ...]
    alias: str
    reason: str

    def __str__(self) -> str:
        """`body:14  LNA -> actor:lna by alias LNA`."""
        where = f"{self.text.field}:{self.line}" if self.line else self.text.field
        keys = ", ".join(str(key) for key in self.candidates)
        if not self.reason:
            return f"{where}  {self.words} -> {keys}, by its name {self.alias}"
        return f"{where}  {self.words} not linked ({keys}): {self.reason}"


def why(links: Links, knowledge: Knowledge, key: Key, files: Collection[str] = ()) -> tuple[WhyLine, ...]:
    """Every name found on the page of `key`, linked or not, text by text in order of lines."""
    entity = knowledge.get(key)
    if entity is None:
        return ()
    linker = Linker(knowledge, files)
    lines: list[WhyLine] = []
    for field, lang in entity.texts:
        text = ProseKey(key, field, lang)
        if text in links.texts:
            lines += _lines(text, linker.text(entity, text, ledger=True))
    return tuple(lines)


def _lines(text: ProseKey, done: LinkedText) -> list[WhyLine]:
    found = []
    for mention in done.linked.mentions:
        part = done.linked.prose.parts[mention.part]
        if isinstance(part, Run):
            line = part.line and part.line + part.text.count("\n", 0, mention.start)
            found.append(WhyLine(text, line, part.text[mention.start : mention.end], (mention.key,), mention.alias, ""))
    found += [
        WhyLine(text, passed.line, passed.alias, passed.candidates, passed.alias, passed.reason)
        for passed in done.passed
    ]
    return sorted(found, key=lambda line: line.line)
