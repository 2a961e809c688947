"""The tables: nothing dropped, nothing a sheet would run, and a description that is true."""

from __future__ import annotations

import json

import pytest

from backstory.outputs.exports.table import joined, number
from tests.outputs.exports import small
from tests.pages import given
from tests.pages.given import actor, article, knowledge, term

FILES = small.files(small.site())


def test_every_file_is_made_once_and_the_page_names_them_all() -> None:
    view = small.view(small.site())
    assert sorted(each.name for each in view.files) == sorted(FILES)
    assert all(each.says for each in view.files)


def test_the_same_site_gives_the_same_bytes() -> None:
    assert small.files(small.site()) == FILES


def test_lines_end_as_rfc_4180_says_and_no_mark_stands_before_the_first() -> None:
    data = FILES["backings.csv"]
    assert data.startswith(b"actor,recipient,")
    assert data.count(b"\n") == data.count(b"\r\n") == 3


def test_a_name_stands_in_a_column_for_each_language() -> None:
    lna = small.rows(FILES["actors.csv"])[1]
    assert (lna["id"], lna["name"], lna["name_ar"]) == ("lna", "Libyan National Army", "الجيش الوطني")


def test_a_semicolon_within_a_value_is_told_from_one_between_two() -> None:
    assert small.rows(FILES["actors.csv"])[1]["aliases"] == r"The Army\; LNA;Haftar"
    assert joined(["a;b", "c\\"]) == r"a\;b;c\\"


def test_what_is_told_of_an_alias_stands_beside_it() -> None:
    assert small.rows(FILES["actors.csv"])[1]["alias_details"] == (
        r"The Army\; LNA (former, to 2021);Haftar (not linked)"
    )


def test_a_backing_keeps_its_dates_as_they_were_written() -> None:
    russia = small.rows(FILES["backings.csv"])[0]
    assert {key: russia[key] for key in ("from", "to", "observed", "as_of")} == {
        "from": "2018-10~",
        "to": "",
        "observed": "2020-05-26;../2020",
        "as_of": "2020-06-18",
    }


def test_a_backing_has_ucdp_s_letters_its_own_words_and_what_a_support_has_of_its_own() -> None:
    russia = small.rows(FILES["backings.csv"])[0]
    assert (russia["support"], russia["letters"], russia["support_details"], russia["source_details"]) == (
        "weapons;media",
        "W,O",
        "media: observed 2019",
        "wire, p. 2",
    )


def test_a_text_that_a_sheet_would_run_has_an_apostrophe_before_it_and_a_negative_number_has_not() -> None:
    said = small.rows(FILES["positions.csv"])
    assert "'=rumours; and lies" in [each["quote"] for each in said]
    assert (number(-12.5), number(14.0), number(0.00001), number(45.1)) == ("-12.5", "14", "0.00001", "45.1")


def test_positions_have_ids_of_what_they_say_and_tell_who_speaks_in_each_form() -> None:
    said = small.rows(FILES["positions.csv"])
    assert [(each["speaker"], each["speaker_name"], each["unnamed"], each["for"]) for each in said] == [
        ("russia", "", "0", ""),
        ("", "an official", "1", ""),
        ("", "Andrei Krasov", "0", "russia"),
    ]
    assert said[0]["id"] == "claim:jets:russia.denies.2020-05-21~.wire"
    assert len({each["id"] for each in said}) == 3


def test_an_explainer_names_what_it_lists_and_what_its_text_names() -> None:
    made = given.site(
        knowledge(
            actor("lna", {"en": "Libyan National Army", "ar": "الجيش الوطني"}),
            actor("gna", "GNA", "government"),
            article(
                "a",
                "[[gna]] says so.",
                title={"en": "Whose jets?", "ar": "لمن الطائرات؟"},
                actors=["lna"],
                tags=["aircraft", "air power"],
                brief={"unknown": "Who flew them."},
            ),
        )
    )
    (row,) = small.rows(small.files(made)["articles.csv"])
    assert {key: row[key] for key in ("id", "title", "actors", "tags", "unknown", "claims")} == {
        "id": "a",
        "title": "Whose jets?",
        "actors": "lna;gna",
        "tags": "aircraft;air power",
        "unknown": "Who flew them.",
        "claims": "",
    }


def test_a_term_has_its_definition_and_who_uses_the_word() -> None:
    made = given.site(knowledge(term("pmc", "Private military company", contested="Mercenaries, say others.")))
    (row,) = small.rows(small.files(made)["terms.csv"])
    assert (row["id"], row["name"], row["contested"]) == (
        "pmc",
        "Private military company",
        "Mercenaries, say others.",
    )
    assert row["definition"]


def test_grades_are_in_no_export_unless_the_site_shows_them() -> None:
    hidden = small.files(small.site())
    shown = small.files(small.site(show_grades="true"))
    for name, column in (("positions.csv", "credibility"), ("sources.csv", "reliability")):
        assert column not in small.rows(hidden[name])[0]
        assert small.rows(shown[name])[0][column] in ("3", "b")
    assert b"credibility: 3 (Admiralty)" in shown["site.jsonld"]
    for name in ("site.jsonld", "entities.ftm.json"):
        assert b"reliability: b (Admiralty)" in shown[name]
    assert not any(word in data for data in hidden.values() for word in (b"credibility", b"reliability"))


def test_the_package_describes_every_table_as_it_is() -> None:
    package = json.loads(FILES["datapackage.json"])
    described = {each["path"]: [field["name"] for field in each["schema"]["fields"]] for each in package["resources"]}
    assert described == {
        name: data.decode().partition("\r\n")[0].split(",") for name, data in FILES.items() if name.endswith(".csv")
    }


@pytest.mark.parametrize(
    ("text", "name"),
    [("CC BY 4.0", "CC-BY-4.0"), ("cc-by-nc sa 3.0", "CC-BY-NC-SA-3.0"), ("CC0", "CC0-1.0"), ("Ours", "see-title")],
)
def test_the_package_names_the_licence_and_how_to_cite_the_dataset(text: str, name: str) -> None:
    package = json.loads(small.files(small.site(licence=text, publisher="A desk"))["datapackage.json"])
    (licence,) = package["licenses"]
    assert (licence["name"], licence["title"]) == (name, text)
    assert package["citation"].startswith("A desk. ")
    assert package["citation"].endswith(". https://example.org/data/")


def test_the_columns_an_import_reads_come_first_in_the_table_of_backings() -> None:
    header = FILES["backings.csv"].decode().partition("\r\n")[0]
    assert header.startswith("actor,recipient,conflict,id,via,support,observed,from,to,as_of,sources,")


def test_an_empty_site_has_every_table_with_its_header_alone() -> None:
    made = small.files(given.site(given.knowledge()))
    assert set(made) == set(FILES)
    assert [small.rows(data) for name, data in made.items() if name.endswith(".csv")] == [[]] * 15
