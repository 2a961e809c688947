"""A site that fills every key of every kind: each of its texts is found again in the exports that hold its record.

Every text of the site has a word of its own that begins with `Zz`.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.scenario import Site, found, site

AWKWARD = (Path(__file__).parent / "awkward.txt").read_text(encoding="utf-8")
_FILES = re.split(r"^-- (\S+) --$", AWKWARD, flags=re.MULTILINE)
_WORD = re.compile(r"Zz\w+")
WORDS = {path: tuple(dict.fromkeys(_WORD.findall(text))) for path, text in zip(_FILES[1::2], _FILES[2::2])}
# What the site says of itself is in the linked data, and of it in the package what describes a dataset.
_NO_TABLE = ("site.yaml",)
_TEXTS = ("content/articles/a.md", "content/glossary.yaml", "content/pages/about.md")
_NO_ENTITY = (*_NO_TABLE, *_TEXTS, "content/claims/jets.md", "content/claims/other.md", "content/places.yaml")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site, built."""
    there = site(tmp_path_factory.mktemp("awkward") / "site", AWKWARD)
    outcome = there.build()
    assert [code for code, _ in found(outcome) if code.startswith("E")] == []
    return there


def entities(made: Site) -> list[dict[str, Any]]:
    """The FollowTheMoney entities."""
    return [json.loads(line) for line in made.page("data/entities.ftm.json").splitlines()]


def nodes(made: Site) -> dict[str, Any]:
    """The nodes of the linked data by name."""
    return {each["@id"]: each for each in json.loads(made.page("data/site.jsonld"))["@graph"]}


def lacking(text: str, *, but: tuple[str, ...] = ()) -> list[str]:
    """The words of the site that stand nowhere in a text, but for those of some files."""
    there = set(_WORD.findall(text))
    return [word for path, words in WORDS.items() if path not in but for word in words if word not in there]


def test_the_linked_data_holds_every_text_in_every_language(made: Site) -> None:
    assert lacking(made.page("data/site.jsonld")) == []


def test_the_tables_hold_every_text_of_every_record_in_every_language(made: Site) -> None:
    tables = "".join(path.read_text("utf-8") for path in (made.folder / "output/data").glob("*.csv"))
    assert lacking(tables, but=_NO_TABLE) == []


def test_followthemoney_gets_every_text_of_the_entities_it_has_words_for(made: Site) -> None:
    # A correction is no property of an entity; the tables and the linked data have it.
    told = [word for word in lacking(made.page("data/entities.ftm.json"), but=_NO_ENTITY) if not _corrects(word)]
    assert told == []


def test_the_graph_holds_every_text_of_a_backing(made: Site) -> None:
    backing = AWKWARD[AWKWARD.index("\nbackers:") : AWKWARD.index("\nBody.")]
    there = set(_WORD.findall(made.page("data/graph.gexf")))
    assert [word for word in _WORD.findall(backing) if word not in there] == []


def _corrects(word: str) -> bool:
    return re.match("Zz(was|now|why)[0-9]", word) is not None


_KEYED = re.compile(
    r"^\s*(?:- )?(?:date|from|to|founded|dissolved|as_of|updated|retrieved|review_by): (\S+)$", re.MULTILINE
)
_ITEM = re.compile(r"^\s+- \"?(\[?[0-9]{3}[0-9X][-0-9/,~?%\]]*)\"?$", re.MULTILINE)


def test_every_date_stands_as_it_was_written_wherever_its_record_does(made: Site) -> None:
    dates = {*_KEYED.findall(AWKWARD), *_ITEM.findall(AWKWARD)}
    dates = {each.strip('"') for each in dates}
    assert {"201X", "2019-21", "[2018-03-25,2018-03-26]", "2012-12-31~", "2040%", ".."} <= dates
    assert [each for each in sorted(dates) if each not in made.page("data/site.jsonld")] == []


def test_dates_that_are_not_plain_do_not_take_each_other_s_place(made: Site) -> None:
    held = nodes(made)
    assert held["https://example.org/repo/conflicts/war/"]["temporalCoverage"] == [
        "startDate: 2011-02~",
        "endDate: 2021?",
        "as of: 2022-02",
    ]
    assert held["https://example.org/repo/articles/a/"]["temporalCoverage"] == [
        "datePublished: 2020-06-01~",
        "dateModified: 2025-06~",
        "as of: 2025-05",
    ]
    assert '"temporalCoverage": ["datePublished: 2020-06-01~", "dateModified: 2025-06~"]' in made.page("articles/a/")


def test_a_tie_of_which_one_end_is_known_covers_an_interval_with_the_other_unknown(made: Site) -> None:
    works = [each for each in nodes(made).values() if each["@type"] == "CreativeWork"]
    covered = {str(each["name"]): each.get("temporalCoverage") for each in works}
    assert covered["man member of lna"] == "/2021~"
    assert covered["lna leads gna"] == ["2005-01~/..", "2006-02-03", "[2006-03-25,2006-03-26]"]
    assert covered["lna succeeds gna"] == "from: 2008/2009"


def test_a_source_that_an_actor_publishes_names_the_actor_and_not_its_id(made: Site) -> None:
    panel = nodes(made)["https://example.org/repo/sources/panel/"]
    assert panel["publisher"] == {"@id": "https://example.org/repo/actors/gna/"}
    (entity,) = [each for each in entities(made) if each["id"] == "source-panel"]
    assert entity["properties"]["publisher"] == ["Zzgna"]


def test_a_quotation_is_in_the_language_it_is_said_to_be_in(made: Site) -> None:
    texts = [each.get("text") for each in nodes(made).values() if each["@type"] == "Claim"]
    assert {"@value": "Zzquote8", "@language": "ar"} in texts


def test_every_entity_that_followthemoney_is_told_of_is_there(made: Site) -> None:
    held = entities(made)
    names = {each["id"] for each in held}
    assert len(names) == len(held)
    ends = ("subject", "object", "proof", "involved", "member", "organization", "director", "agent", "client")
    told = {name for each in held for key in ends for name in each["properties"].get(key, ())}
    assert told <= names


def test_ids_stay_when_records_change_places_and_when_others_come_before_them(made: Site, tmp_path: Path) -> None:
    jets = "- by: gna\n    stance: asserts\n    date: 2020-05-26\n    value:\n"
    one = AWKWARD.index(f"  {jets}      said: Zzsaid2")
    two = AWKWARD.index(f"  {jets}      said: Zzsaid3")
    end = AWKWARD.index("sources:\n  - source: wire\n    stance: reports\n    pages: Zzpages8")
    turned = AWKWARD[:one] + AWKWARD[two:end] + AWKWARD[one:two] + AWKWARD[end:]
    later = "corrections:\n  - date: 2030-01\n    why: A later one.\n"
    turned = turned.replace("corrections:\n  - date: 2011-01~", f"{later}  - date: 2011-01~")
    other = site(tmp_path / "turned", turned)
    other.build()
    assert nodes(made).keys() <= nodes(other).keys()
    texts = ({name: node.get("abstract") for name, node in nodes(each).items()} for each in (made, other))
    before, after = texts
    assert {name: after[name] for name in before} == before
    feeds = ({each["id"] for each in json.loads(each.page("feed.json"))["items"]} for each in (made, other))
    before_ids, after_ids = feeds
    assert before_ids < after_ids


def test_the_linked_data_gives_no_verdicts_and_grades_stand_nowhere(made: Site) -> None:
    written = "".join(path.read_text("utf-8") for path in (made.folder / "output/data").iterdir() if path.is_file())
    assert [word for word in ("ClaimReview", "reviewRating", "reliability", "credibility") if word in written] == []


def test_every_kind_s_corrections_stand_on_its_page_in_the_list_in_the_feeds_and_in_the_data(made: Site) -> None:
    pages = {
        "Zzwhy1": "actors/lna/", "Zzwhy3": "conflicts/war/", "Zzwhy4": "claims/jets/", "Zzwhy5": "timeline/",
        "Zzwhy6": "places/", "Zzwhy7": "glossary/pmc/", "Zzwhy8": "sources/wire/", "Zzwhy9": "about/",
        "Zzwhy10": "articles/a/",
    }  # fmt: skip
    everywhere = ("corrections/", "feed.xml", "feed.json", "data/site.jsonld", "data/corrections.csv")
    for word, route in pages.items():
        for place in (route, *everywhere):
            assert re.search(rf"{word}\b", made.page(place)), (word, place)
    assert "Zzwhy1AR" in made.page("ar/corrections/")
    assert "Zzwhy1AR" in made.page("ar/feed.xml")
