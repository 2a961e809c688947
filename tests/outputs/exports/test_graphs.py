"""The graph, the FollowTheMoney entities and the linked data, without the tools that read them."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pytest

from tests.outputs.exports import small
from tests.pages import given

FILES = small.files(small.site())
_GEXF = "{http://www.gexf.net/1.2draft}"


def entities() -> dict[str, Any]:
    found = [json.loads(line) for line in FILES["entities.ftm.json"].decode().splitlines()]
    return {each["id"]: each for each in found}


def nodes(files: dict[str, bytes] = FILES) -> dict[str, Any]:
    graph = json.loads(files["site.jsonld"])["@graph"]
    return {each["@id"]: each for each in graph}


def test_the_graph_has_the_days_each_tie_can_have_been_seen_on_and_its_dates_in_words() -> None:
    edge = ElementTree.fromstring(FILES["graph.gexf"]).find(f".//{_GEXF}edge[@source='russia']")
    assert edge is not None
    values = {each.get("for"): each.get("value") for each in edge.iter(f"{_GEXF}attvalue")}
    assert (values["from"], values["observed"], values["letters"]) == ("2018-10~", "2020-05-26;../2020", "W,O")
    assert [(each.get("start"), each.get("end")) for each in edge.iter(f"{_GEXF}spell")] == [
        ("2018-10-01", "2018-10-31"),
        ("2019-01-01", "2019-12-31"),
        ("2020-05-26", "2020-05-26"),
    ]


def test_what_xml_cannot_hold_becomes_a_replacement_character() -> None:
    assert 'label="Govern\ufffdment"' in FILES["graph.gexf"].decode()


def test_a_backing_is_an_unknown_link_with_its_letters_and_every_date_that_does_not_fit_in_words() -> None:
    (link,) = [
        each["properties"]
        for each in entities().values()
        if each["schema"] == "UnknownLink" and each["properties"]["subject"] == ["actor-russia"]
    ]
    assert (link["role"], link["startDate"], link["date"]) == (
        ["external support: W,O"],
        ["2018-10"],
        ["2020-05-26"],
    )
    assert link["status"] == ["basis: single-source (wire asserts); response: none"]
    assert {"from: 2018-10~ (EDTF)", "observed: ../2020 (EDTF)", "as of 2020-06-18"} <= set(link["description"])


def test_an_actor_keeps_its_names_by_their_use_and_its_vague_dates_in_words() -> None:
    lna = entities()["actor-lna"]
    assert lna["schema"] == "Organization"
    properties = lna["properties"]
    assert properties["name"] == ["Libyan National Army", "الجيش الوطني"]
    assert (properties["previousName"], properties["weakAlias"]) == (["The Army; LNA"], ["Haftar"])
    assert (properties["incorporationDate"], "dissolutionDate" in properties) == (["2014-05"], False)
    assert properties["description"][:2] == ["founded: 2014-05~ (EDTF)", "dissolved: ../2030 (EDTF)"]


def test_each_position_is_a_claim_of_its_speaker_about_the_proposition_and_nothing_is_reviewed() -> None:
    claims = [each for each in nodes().values() if each["@type"] == "Claim"]
    assert [each["about"] for each in claims] == [{"@id": "https://example.org/claims/jets/"}] * 3
    assert [each["genre"] for each in claims] == ["denies", "asserts", "denies"]
    assert claims[0]["author"] == {"@id": "https://example.org/actors/russia/"}
    assert claims[0]["temporalCoverage"] == "datePublished: 2020-05-21~"
    assert claims[1]["datePublished"] == "2020-05-26"
    assert b"Review" not in FILES["site.jsonld"]


def test_a_correction_is_a_comment_on_what_it_corrects() -> None:
    (made,) = [each for each in nodes().values() if each["@type"] == "CorrectionComment"]
    lna = nodes()["https://example.org/actors/lna/"]
    assert (made["about"], lna["correction"]) == ({"@id": lna["@id"]}, {"@id": made["@id"]})
    assert made["datePublished"] == "2020-06-01"
    assert "The year was wrong." in made["text"]["@value"]


def test_without_an_address_names_are_relative_to_the_file() -> None:
    bare = nodes(small.files(small.site(base=None)))
    assert bare["../actors/russia/"]["sameAs"] == {"@id": "https://www.wikidata.org/entity/Q159"}
    assert "https://example.org/actors/russia/" not in bare


def test_what_the_linked_data_names_it_also_holds() -> None:
    held = nodes()

    def named(value: Any) -> list[str]:
        if isinstance(value, list):
            return [each for item in value for each in named(item)]
        if isinstance(value, dict):
            inner = [each for key, item in value.items() if key != "@id" for each in named(item)]
            return inner + ([value["@id"]] if set(value) == {"@id"} else [])
        return []

    asked = {each for node in held.values() for each in named(node) if each.startswith(small.BASE)}
    pages = {small.BASE + "corrections/", small.BASE + "w"}
    assert asked - pages <= set(held)


def test_an_address_of_the_web_is_one_that_rdf_can_write() -> None:
    from backstory.pages.parts.jsonld_nodes import web

    assert web('https://example.org/a|b{c}^d`e"f<g>\\صفحة?x=%20') == {
        "@id": "https://example.org/a%7Cb%7Bc%7D%5Ed%60e%22f%3Cg%3E%5Cصفحة?x=%20"
    }


@pytest.mark.parametrize(
    ("dates", "spells"),
    [
        ({"from": "2018", "to": "2030", "as_of": "2020-06"}, [("2018-01-01", "2020-06-30")]),
        ({"observed": "202X", "as_of": "2020-06"}, [("2020-01-01", "2020-06-30")]),
        ({"observed": "2019/..", "as_of": "2020"}, [("2019-01-01", "2020-12-31")]),
        (
            {"support": [{"kind": "media", "from": "2019", "to": "2025"}], "as_of": "2020"},
            [("2019-01-01", "2020-12-31")],
        ),
        ({"from": "2018", "to": "..", "as_of": "2020-06-01"}, [("2018-01-01", "2020-06-01")]),
    ],
)
def test_nothing_in_the_graph_goes_on_past_the_date_its_record_speaks_of(
    dates: dict[str, Any], spells: list[tuple[str, str]]
) -> None:
    record = given.backing({"actor": "russia", "support": ["weapons"], "sources": ["wire"]} | dates)
    known = replace(small.known(), backings=(record,))
    edge = ElementTree.fromstring(small.files(given.site(known))["graph.gexf"]).find(f".//{_GEXF}edge")
    assert edge is not None
    assert [(each.get("start"), each.get("end")) for each in edge.iter(f"{_GEXF}spell")] == spells
