"""A small site that has everything an export must carry, and its exported files."""

from __future__ import annotations

import csv
import io
from typing import Any

from backstory.outputs import exports
from backstory.pages.core.site import Options, Site
from backstory.records.knowledge import Knowledge
from backstory.records.plan import Bytes, Page
from backstory.values.keys import Kind
from tests.pages import given
from tests.pages.given import CONFLICT, actor, article, entity, knowledge, source, term
from tests.pages.views import composed

BASE = "https://example.org/"


def known(**settings: Any) -> Knowledge:
    """Two sides, a backer, a claim with a denial, an event, a correction."""
    claim = entity(
        Kind.CLAIM,
        "jets",
        question={"en": "How many jets?", "ar": "كم طائرة؟"},
        about={"actors": ["lna"], "places": ["jufra"]},
        date="2020-05-26",
        positions=[
            {
                "by": "russia",
                "stance": "denies",
                "date": "2020-05-21~",
                "quote": {"text": "=rumours; and lies", "lang": "en"},
                "source": "wire",
                "credibility": "3",
            },
            {
                "by": {"name": "Andrei Krasov", "role": "deputy", "of": "russia"},
                "for": "russia",
                "stance": "denies",
                "source": "wire",
            },
            {
                "by": {"unnamed": "an official", "according_to": "wire"},
                "stance": "asserts",
                "date": "2020-05-26",
                "value": {"said": "about 14", "low": "14", "unit": "aircraft"},
            },
        ],
    )
    return knowledge(
        actor("gna", "Govern\x0bment", "government"),
        actor(
            "lna",
            {"en": "Libyan National Army", "ar": "الجيش الوطني"},
            "armed-group",
            aliases=[{"text": "The Army; LNA", "as": "former", "to": "2021"}, {"text": "Haftar", "link": "false"}],
            abbreviation="LNA",
            founded="2014-05~",
            dissolved="../2030",
            opposes=[{"actor": "gna", "from": "2019-04-04", "sources": ["wire"]}],
            corrections=[{"date": "2020-06-01", "was": "2018", "now": "2019", "why": "The year was wrong."}],
        ),
        actor("russia", "Russia", "state", wikidata="Q159"),
        article("a", "Text.", conflict="war", as_of="2020-05", authors=["A. Writer"]),
        CONFLICT,
        claim,
        entity(Kind.PLACE, "jufra", name="Jufra", lat="29.2", lon="16"),
        entity(
            Kind.EVENT, "landing", title="Jets land", date="2020-05-26", place="jufra", actors=["lna"], claim="jets"
        ),
        term("pmc", "Private military company", abbreviation="PMC"),
        source("wire", "Wire", url="https://example.org/w", kind="news", reliability="b", date="2020-05-26"),
        backings=[
            given.backing(
                {
                    "actor": "russia",
                    "support": ["weapons", {"kind": "media", "observed": "2019"}],
                    "from": "2018-10~",
                    "observed": ["2020-05-26", "../2020"],
                    "as_of": "2020-06-18",
                    "sources": [{"source": "wire", "pages": "p. 2"}],
                }
            ),
            given.backing({"actor": "gna", "support": ["unknown"], "observed": "202X", "sources": ["wire"]}),
        ],
        **settings,
    )


def site(base: str | None = BASE, **settings: Any) -> Site:
    """The site as planners see it."""
    return given.site(known(**{"languages": ["en", "ar"], "licence": "CC BY 4.0", **settings}), Options(base=base))


def files(made: Site) -> dict[str, bytes]:
    """The exported files by name."""
    found = composed(exports.PLANNER.plan(made))
    return {each.route.removeprefix("data/"): each.data for each in found if isinstance(each, Bytes)}


def view(made: Site) -> Any:
    """What the page about the dataset shows."""
    (page,) = [each for each in composed(exports.PLANNER.plan(made)) if isinstance(each, Page)]
    return page.view


def rows(data: bytes) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))
