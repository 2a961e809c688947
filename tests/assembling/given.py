"""Documents from one string with `-- path --` headings, and what the model stage makes of them."""

from __future__ import annotations

import datetime
import re
from pathlib import PurePosixPath

from backstory.assembling import model
from backstory.checking import check
from backstory.diagnostics import Diagnostic, Span, ordered
from backstory.records.backing import Backing
from backstory.records.document import BackingList, Document
from backstory.records.knowledge import Knowledge
from backstory.records.links import Links
from backstory.schema import validate
from backstory.schema.kind_fields import SiteFields
from backstory.values.keys import Key, Kind
from backstory.values.located import Fields, Items
from backstory.yamltext import load

TODAY = datetime.date(2026, 1, 1)
SITE = """-- actors.yaml --
russia:
  name: Russia
  type: state
uae:
  name: UAE
  type: state
wagner:
  name: Wagner Group
  type: pmc
gna:
  name: GNA
  type: government
-- sources.yaml --
s1:
  title: One
  publisher: A
s2:
  title: Two
  publisher: B
-- conflicts/libya.md --
name: Libya
sides:
  - id: east
    label: East
    parties: lna
  - id: west
    label: West
    parties: gna
-- conflicts/other.md --
name: Other
"""
LNA = "-- actors/lna.md --\nname: LNA\ntype: armed-group\n"
ARTICLE = "-- articles/jets.md --\ntitle: A\ndate: 2020-05-29\n"
ATTRIBUTION = tuple(f"E{number}" for number in range(218, 226))
_HEADING = re.compile(r"^-- (\S+) --\n", re.MULTILINE)


def site(text: str = "title: A site\nlanguages:\n  - en\n  - ar\n") -> SiteFields:
    """The settings of a small site."""
    fields = load(text, "site.yaml").value
    assert isinstance(fields, Fields)
    settings, found = validate(SiteFields, fields, lang="en")
    assert settings is not None, found
    return settings


def documents(text: str) -> tuple[list[Document], list[BackingList]]:
    """Front matter of files named by headings such as `-- actors/lna.md --`; a body is not needed here."""
    pieces = _HEADING.split(text)[1:]
    singles: list[Document] = []
    lists: list[BackingList] = []
    for name, yaml in zip(pieces[::2], pieces[1::2], strict=True):
        path = PurePosixPath(name)
        loaded = load(yaml, f"content/{name}")
        head = Span(f"content/{name}")
        if path.parts[0] == "backings":
            assert isinstance(loaded.value, Items)
            items = tuple(each for each in loaded.value if isinstance(each, Fields))
            lists.append(BackingList(f"content/{name}", head, items, loaded.broken))
        elif path.suffix == ".yaml":
            assert isinstance(loaded.value, Fields)
            singles += _entries(path, loaded.value)
        else:
            singles.append(_single(path, loaded.value, head, broken=loaded.broken))
    return singles, lists


def _entries(path: PurePosixPath, entries: Fields) -> list[Document]:
    kind = Kind(path.stem)
    return [
        Document(Key(kind, name), "en", f"content/{path}", entries.keys_at[name], each, {}, collected=True)
        for name, each in entries.items()
        if isinstance(each, Fields)
    ]


def _single(path: PurePosixPath, value: object, head: Span, *, broken: bool) -> Document:
    name, _, lang = path.stem.partition(".")
    fields = value if isinstance(value, Fields) else Fields({}, head, {})
    key = Key(Kind(path.parts[0]), name)
    return Document(key, lang or "en", head.path, head, fields, {}, translation=bool(lang), broken=broken)


def modelled(
    text: str, *, today: datetime.date = TODAY, drafts: bool = False, future: bool = False
) -> tuple[Knowledge, tuple[Diagnostic, ...]]:
    """What the model stage makes of the files in `text`, and what it and the rules say of how records hold together.

    Who says so is no matter of these sites.
    """
    singles, lists = documents(text)
    known, found = model(singles, lists, site(), today=today, drafts=drafts, future=future)
    contradictions = [each for each in check(known, Links({}, {}, {}), today=today) if each.code[1] == "2"]
    contradictions = [each for each in contradictions if each.code not in ATTRIBUTION]
    return known, ordered((*found, *contradictions))


def knowledge(text: str) -> Knowledge:
    """The knowledge of a site that has no errors."""
    known, found = modelled(text)
    assert [each for each in found if each.code[0] == "E"] == []
    return known


def told(found: tuple[Diagnostic, ...]) -> list[str]:
    """Diagnostics as `path:line:column CODE message`."""
    return [
        f"{each.span.path.removeprefix('content/')}:{each.span.line}:{each.span.column} {each.code} {each.message}"
        for each in found
    ]


def record(extra: str = "", *, actor: str = "russia", indent: str = "  ") -> str:
    """A record of backing as an item of a list, with the lines of `extra` in it."""
    lines = [f"- actor: {actor}", *(f"  {line}" for line in extra.splitlines())]
    return "".join(f"{indent}{line}\n" for line in lines)


def ids(backings: tuple[Backing, ...]) -> list[str]:
    """The ids of backings."""
    return [each.id for each in backings]
