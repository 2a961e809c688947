"""An article, or its translation, on a site whose events have dates and whose claims have figures."""

from __future__ import annotations

from backstory.diagnostics import Span
from tests.checking.planted import ACTORS, SOURCES, found

SITE = (
    ACTORS
    + SOURCES
    + """
-- content/events.yaml --
offensive:
  title: Haftar orders his troops to advance on Tripoli
  date: 2019-04-04
gharyan:
  title: Gharyan falls
  date: 2019-06-26
talks:
  title: Talks in Moscow
  date: 2020-01-13/2020-01-14
storm:
  title: Operation Peace Storm
  date: "[2020-03-25,2020-03-26]"
-- content/claims/jets.md --
---
question: How many jets?
positions:
  - by: lna
    stance: asserts
    value:
      said: at least 14
      low: 14
      unit: aircraft
    quote: fourteen, not 18
  - by: russia
    stance: assesses
    value:
      said: no more than 1,200
      low: 800
      high: 1200
      unit:
        en: men
        fr: hommes
        ar: رجل
---
-- content/claims/cost.md --
---
question: What did it cost?
positions:
  - by: lna
    stance: asserts
    value:
      said: $400 million
      low: 400
      unit:
        en: million dollars
        ar: مليون دولار
  - by: russia
    stance: asserts
    value:
      said: €30 million
      low: 30000000
      unit: EUR
---
-- content/claims/planes.md --
---
question: How many planes?
positions:
  - by: lna
    stance: asserts
    value:
      said: 14 combat aircraft
      low: 14
      unit:
        en: combat aircraft
        fr: avions
        ar: طائرة
---
"""
)


def page(body: str, lang: str = "en") -> str:
    if lang == "en":
        return f"-- content/articles/one.md --\n---\ntitle: One\ndate: 2021-01-01\n---\n{body}\n"
    head = "translates: 2021-01-01\ntranslator: Backstory\n"
    return page("One.") + f"-- content/articles/one.{lang}.md --\n---\ntitle: One\n{head}---\n{body}\n"


def pointed(body: str, code: str, lang: str = "en") -> list[str]:
    """What stands in the file where the diagnostics point."""
    name = "content/articles/one.md" if lang == "en" else f"content/articles/one.{lang}.md"
    lines = page(body, lang).rpartition(f"-- {name} --\n")[2].split("\n")
    spans = [each.span for each in found(SITE, page(body, lang), code=code)]
    assert {each.path for each in spans} <= {name}
    return [
        "\n".join(lines[span.line - 1 : span.end_line])[span.column - 1 :][: _length(lines, span)] for span in spans
    ]


def _length(lines: list[str], span: Span) -> int:
    """How many characters a span has, the line ends in it counted."""
    before = sum(len(each) + 1 for each in lines[span.line - 1 : span.end_line - 1])
    return before + span.end_column - span.column
