"""Small sites with a mistake planted in them, and what the rules say of it."""

from __future__ import annotations

import re
from datetime import date
from textwrap import dedent

from backstory import assembling, checking, config, linking
from backstory.diagnostics import Diagnostic, ordered
from backstory.reading.documents import documents
from backstory.records.document import BackingList, Document
from backstory.records.knowledge import Knowledge
from backstory.records.links import Links

TODAY = date(2026, 1, 15)
ACTORS = """
-- content/actors.yaml --
lna:
  name: Libyan National Army
  type: armed-group
gna:
  name: Government of National Accord
  type: government
russia:
  name: Russia
  type: state
"""
SOURCES = """
-- content/sources.yaml --
early:
  title: An early report
  publisher: A paper
  date: 2010
late:
  title: A late report
  publisher: Another paper
  date: 2021
other:
  title: Another late report
  publisher: A third paper
  date: 2021
"""
WAR = """
-- content/conflicts/war.md --
---
name: The war
sides:
  - id: east
    label: East
    parties:
      - lna
  - id: west
    label: West
    parties:
      - gna
---
"""
LEFT_OUT = ("E220", "E221", "E222")
"""What a site that shows one mistake alone may lack: who makes a claim, and where words and events can be read."""
_HEADING = re.compile(r"^-- (\S+) --\n", re.MULTILINE)


def read(text: str, *, errors: bool = False) -> tuple[Knowledge, Links]:
    """The knowledge and links of the files in `text`, which may have no other mistake than those the rules find.

    With `errors` it may. A period that is reversed is found before them, and the rules must not tell it again.
    """
    pieces = _HEADING.split(text)
    files = dict(zip(pieces[1::2], pieces[2::2], strict=True))
    site, found = config.load(files.pop("site.yaml", "title: A site\nlanguages:\n  - en\n  - ar\n  - fr\n"))
    told = list(found)
    read = [documents(path, body.encode(), languages=site.languages) for path, body in sorted(files.items())]
    entries = [entry for some, _ in read for entry in some]
    told += [each for _, some in read for each in some]
    pages = [each for each in entries if isinstance(each, Document)]
    lists = [each for each in entries if isinstance(each, BackingList)]
    knowledge, found = assembling.model(pages, lists, site, today=TODAY, drafts=False, future=False)
    links, more = linking.link(knowledge, files=())
    told += [*found, *more]
    assert errors or [each for each in told if each.code[0] == "E" and each.code != "E400"] == []
    return knowledge, links


def found(*texts: str, code: str) -> list[Diagnostic]:
    """The diagnostics of one code on a site of these files."""
    knowledge, links = read("".join(dedent(text) for text in texts))
    said = ordered(checking.check(knowledge, links, today=TODAY))
    others = [each.code for each in said if each.code.startswith("E2") and each.code not in (code, *LEFT_OUT)]
    assert others == []
    return [each for each in said if each.code == code]


def told(*texts: str, code: str) -> list[str]:
    """The diagnostics of one code as `path:line:column message`."""
    return [
        f"{each.span.path.removeprefix('content/')}:{each.span.line}:{each.span.column} {each.message}"
        for each in found(*texts, code=code)
    ]
