"""Small sites made by hand: entities from plain mappings, texts from a few marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from backstory.diagnostics import Span
from backstory.records.entity import Entity, Translation
from backstory.records.knowledge import Knowledge
from backstory.records.prose import (
    Cited,
    Close,
    Heading,
    Hole,
    Markup,
    Open,
    Part,
    Prose,
    Reference,
    ReferenceKind,
    Run,
    Setting,
    packed,
)
from backstory.schema.kind_fields import FIELDS, SiteFields
from backstory.values.keys import Key, Kind
from backstory.values.located import Fields, Items, Text

_MARK = re.compile(
    r"(?P<optout>\[\[=(?P<word>[^]]+)\]\])"
    r"|(?P<embed>!\[\[(?P<embedded>[^]]+)\]\])"
    r"|(?P<wiki>\[\[(?P<target>[^]|#]*)(?:#(?P<anchor>[^]|]*))?(?:\|(?P<label>[^]]*))?\]\])"
    r"|(?P<cite>\[@(?P<source>[^],]+)(?:,\s*(?P<locator>[^]]+))?\])"
    r"|(?P<link>(?P<image>!?)\[(?P<text>[^]]*)\]\((?P<path>[^)#]*)(?:#(?P<place>[^)]*))?\))"
    r"|(?P<code>`(?P<coded>[^`]+)`)"
)
_ID = re.compile(r"[^\w]+")


def prose(text: str, lang: str = "en", path: str = "content/articles/a.md") -> Prose:
    """The prose of a text of paragraphs, `## headings` and references, with the lines they stand on."""
    made = _Making(lang, path)
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        made.block += 1
        if line.startswith("## "):
            made.heading(line[3:], number)
        else:
            made.paragraph(line, number)
    headings = tuple(made.headings)
    return Prose(lang, packed(made.parts), tuple(made.references), headings, tuple(each.id for each in headings))


class _Making:
    def __init__(self, lang: str, path: str) -> None:
        self.lang, self.path = lang, path
        self.block = self.section = 0
        self.parts: list[Part] = []
        self.references: list[Reference] = []
        self.headings: list[Heading] = []

    def heading(self, text: str, line: int) -> None:
        self.section += 1
        self.headings.append(Heading(2, _ID.sub("-", text.lower()), text, self.section))
        self.run(text, line, Setting.HEADING)

    def run(self, text: str, line: int, setting: Setting = Setting.PROSE, *, optout: bool = False) -> None:
        if text:
            self.parts.append(Run(text, self.block, self.section, setting, "", line, optout))

    def paragraph(self, text: str, line: int) -> None:
        self.parts.append(Markup("<p>"))
        place = 0
        for mark in _MARK.finditer(text):
            self.run(text[place : mark.start()], line)
            self.mark(mark, line)
            place = mark.end()
        self.run(text[place:], line)
        self.parts.append(Markup("</p>"))

    def mark(self, mark: re.Match[str], line: int) -> None:
        span = Span(self.path, line, mark.start() + 1, line, mark.end() + 1)
        if mark["optout"]:
            self.run(mark["word"], line, optout=True)
        elif mark["code"]:
            self.run(mark["coded"], line, Setting.CODE)
        elif mark["embed"]:
            self.hole(Reference(ReferenceKind.EMBED, mark["embedded"], span, span))
        elif mark["wiki"]:
            self.hole(
                Reference(ReferenceKind.WIKILINK, mark["target"], span, span, mark["label"] or "", mark["anchor"] or "")
            )
        elif mark["cite"]:
            cited = (Cited(mark["source"], mark["locator"] or "", span),)
            self.hole(Reference(ReferenceKind.CITATION, mark["source"], span, span, cited=cited))
        elif mark["image"]:
            self.hole(Reference(ReferenceKind.IMAGE, mark["path"], span, span, mark["text"]))
        else:
            number = len(self.references)
            reference = Reference(ReferenceKind.LINK, mark["path"], span, span, mark["text"], mark["place"] or "")
            self.references.append(reference)
            self.parts.append(Open(number, self.block, self.section))
            self.run(mark["text"], line, Setting.LINK)
            self.parts.append(Close(number))

    def hole(self, reference: Reference) -> None:
        self.references.append(reference)
        self.parts.append(Hole(len(self.references) - 1, self.block, self.section))


def entity(
    kind: Kind, name: str, texts: Mapping[str, str] | None = None, /, lang: str = "en", **fields: Any
) -> Entity[Any]:
    """An entity; `texts` maps a field, or `field@lang`, to its text."""
    path = f"content/{kind.value}/{name}.md"
    made: dict[tuple[str, str], Prose] = {}
    versions: dict[str, Translation] = {}
    for field, text in (texts or {}).items():
        each, _, other = field.partition("@")
        where = path if not other else f"content/{kind.value}/{name}.{other}.md"
        if other:
            versions[other] = Translation(other, where, Span(where), "", "")
        made[each, other or lang] = prose(text, other or lang, where)
    aliased = {key.rstrip("_"): value for key, value in fields.items()}
    shape = FIELDS[kind].model_validate(aliased, context={"lang": lang})
    return Entity(Key(kind, name), shape, lang, path, Span(path), made, versions)


def actor(
    name: str, called: Any, kind: str = "other", texts: Mapping[str, str] | None = None, **fields: Any
) -> Entity[Any]:
    """An actor."""
    return entity(Kind.ACTOR, name, texts, name=called, type=kind, **fields)


def term(name: str, called: Any, **fields: Any) -> Entity[Any]:
    """A term."""
    return entity(Kind.TERM, name, name=called, definition="…", **fields)


def article(name: str, body: str, /, lang: str = "en", **fields: Any) -> Entity[Any]:
    """An article with a body."""
    fields = {"title": f"About {name}", "date": "2020-05-29", **fields}
    return entity(Kind.ARTICLE, name, {"body": body}, lang=lang, **fields)


def knowledge(
    *entities: Entity[Any],
    withheld: Iterable[Entity[Any]] = (),
    broken: Iterable[Key] = (),
    **site: Any,
) -> Knowledge:
    """A site of these entities."""
    settings = SiteFields.model_validate({"title": "A site", **site}, context={"lang": "en"})

    def of(kind: Kind) -> dict[str, Entity[Any]]:
        return {each.id: each for each in sorted(entities, key=lambda each: each.key) if each.key.kind is kind}

    return Knowledge(
        site=settings,
        articles=of(Kind.ARTICLE),
        actors=of(Kind.ACTOR),
        conflicts=of(Kind.CONFLICT),
        claims=of(Kind.CLAIM),
        events=of(Kind.EVENT),
        places=of(Kind.PLACE),
        terms=of(Kind.TERM),
        sources=of(Kind.SOURCE),
        pages=of(Kind.PAGE),
        backings=(),
        selected={},
        withheld={each.id: each for each in withheld},
        broken=frozenset(broken),
    )


def located(value: Any) -> Any:
    """A plain value as front matter gives it: with a place, nowhere."""
    here = Span("content/x.yaml")
    if isinstance(value, dict):
        items = {key: located(each) for key, each in value.items()}
        return Fields(items, here, dict.fromkeys(items, here))
    if isinstance(value, list):
        return Items([located(each) for each in value], here)
    return Text("true" if value is True else "false" if value is False else str(value), here)
