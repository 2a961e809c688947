"""CSL-JSON entries become sources, each at its place."""

from __future__ import annotations

import json

import pytest

from backstory.diagnostics import Span
from backstory.reading.csl import entries

_PATH = "content/sources.json"
_GOOD = """[
  {
    "id": "africom-2020",
    "type": "article-newspaper",
    "title": "Russia deploys",
    "container-title": "AFRICOM",
    "author": [{"family": "Rossi", "given": "Anna"}, {"literal": "The desk"}],
    "URL": "https://example.org/a",
    "issued": {"date-parts": [["2020", 5, 26]]},
    "accessed": {"date-parts": [[2021, 1]]},
    "language": "en",
    "page": 7
  },
  {"id": "b", "title": "B"}
]
"""


def _codes(text: str) -> list[tuple[str, int, int]]:
    return [(each.code, each.span.line, each.span.column) for each in entries(_PATH, text.encode())[1]]


def test_an_entry_becomes_the_fields_of_a_source() -> None:
    (first, second), found = entries(_PATH, _GOOD.encode())
    assert found == ()
    assert first.id == "africom-2020"
    assert first.fields == {
        "title": "Russia deploys",
        "publisher": "AFRICOM",
        "url": "https://example.org/a",
        "lang": "en",
        "date": "2020-05-26",
        "retrieved": "2021-01",
        "author": "Anna Rossi, The desk",
        "kind": "news",
    }
    assert first.head == Span(_PATH, 3, 11, 3, 25)
    assert first.fields.keys_at["date"] == Span(_PATH, 9, 5, 9, 13)
    assert first.fields["date"].span == Span(_PATH, 9, 15, 9, 48)
    assert (second.id, second.head) == ("b", Span(_PATH, 14, 10, 14, 13))


@pytest.mark.parametrize(
    ("issued", "date"),
    [
        ({"date-parts": [[2020]]}, "2020"),
        ({"date-parts": [[2020, 5]], "circa": True}, "2020-05~"),
        ({"date-parts": [[2019], [2020, 5, 1]]}, "2019/2020-05-01"),
        ({"raw": "2020-05~"}, "2020-05~"),
        ({"literal": "spring"}, "spring"),
        ({"edtf": "2020-05~"}, "2020-05~"),
        ({"date-parts": [[2020]], "season": "1"}, "2020-21"),
        ({"date-parts": [[2020]], "season": "2"}, "2020-22"),
        ({"date-parts": [[2020]], "season": "3"}, "2020-23"),
        ({"date-parts": [[2020]], "season": 4}, "2020-24"),
        ({"date-parts": [[2020]], "season": "spring"}, "2020-21"),
        ({"date-parts": [[2020]], "season": "Summer"}, "2020-22"),
        ({"date-parts": [[2020]], "season": "fall"}, "2020-23"),
        ({"date-parts": [[2020]], "season": "Winter"}, "2020-24"),
        ({"date-parts": [["2020"]], "season": "Autumn", "circa": True}, "2020-23~"),
        ({"date-parts": [["2020", "05", ""]]}, "2020-05"),
        ({"date-parts": [[2020, 0, 0]]}, "2020"),
        ({"date-parts": [["2020", "May"]]}, "2020-May"),
        ({"date-parts": [[-44, 3, 15]]}, "-44-03-15"),
    ],
)
def test_dates_become_edtf(issued: object, date: str) -> None:
    (entry,), _ = entries(_PATH, json.dumps([{"id": "a", "issued": issued}]).encode())
    assert entry.fields == {"date": date}


def test_names_keep_their_particles_and_titles_lose_their_setting() -> None:
    people = [
        {"family": "Gogh", "given": "Vincent", "non-dropping-particle": "van"},
        {"family": "Humboldt", "given": "A.", "dropping-particle": "von", "suffix": "Jr."},
    ]
    made = {
        "id": "a",
        "title": 'On <i>jets</i> and H<sub>2</sub>O, 3 < 4, <span class="nocase">x</span>',
        "author": people,
    }
    (entry,), _ = entries(_PATH, json.dumps([made]).encode())
    assert entry.fields == {"title": "On jets and H2O, 3 < 4, x", "author": "Vincent van Gogh, A. von Humboldt Jr."}


def test_an_archived_copy_is_where_the_library_says_it_is() -> None:
    made = {"id": "a", "archive": "Internet Archive", "archive_location": "https://web.archive.org/web/1/x"}
    (entry,), _ = entries(_PATH, json.dumps([made]).encode())
    assert entry.fields == {"archive_url": "https://web.archive.org/web/1/x"}


def test_a_report_gets_no_kind_as_it_need_not_be_official() -> None:
    (entry,), _ = entries(_PATH, b'[{"id": "a", "type": "report"}]')
    assert entry.fields == {}


def test_the_citation_key_comes_before_zoteros_own_id() -> None:
    (entry,), found = entries(_PATH, b'[{"id": "http://zotero.org/1", "citation-key": "meo-2020"}]')
    assert (entry.id, found) == ("meo-2020", ())


def test_ids_that_are_none_or_stand_twice_are_reported() -> None:
    text = '[{"id": "Smith 2020"},\n{"title": "x"},\n{"id": "a"},\n{"id": "a"}]'
    assert _codes(text) == [("E023", 1, 9), ("E023", 2, 1), ("E023", 4, 8)]
    assert [each.id for each in entries(_PATH, text.encode())[0]] == ["smith-2020", "a"]


def test_a_broken_entry_does_not_lose_the_others() -> None:
    text = '[{"id": "a"},\n{"id": "b" "title": "x"},\n{"id": "c"}\n]'
    made, found = entries(_PATH, text.encode())
    assert [each.id for each in made] == ["a", "c"]
    assert [(each.code, each.span.line, each.span.column) for each in found] == [("E022", 2, 12)]


@pytest.mark.parametrize("text", ["{}", "x", "null"])
def test_a_file_that_is_no_list_is_refused(text: str) -> None:
    assert _codes(text) == [("E022", 1, 1)]


@pytest.mark.parametrize("text", ['[{"a": ' + "[" * 100_000, "[" * 100_000, '[{"a": ' + "9" * 10_000 + "}]"])
def test_hostile_json_raises_nothing(text: str) -> None:
    assert all(code in ("E022", "E023") for code, _, _ in _codes(text))


def _source(**members: object) -> tuple[dict[str, str], list[str]]:
    """The fields of one entry, and the codes of what is told."""
    (entry,), found = entries(_PATH, json.dumps([{"id": "a", "title": "A", **members}], ensure_ascii=False).encode())
    return {key: str(value) for key, value in entry.fields.items()}, [each.code for each in found]


@pytest.mark.parametrize(
    ("language", "lang"),
    [
        *(("en", "en"), ("en_US", "en-US"), ("EN", "en"), ("English", "en"), ("eng", "en"), ("en-GB", "en-GB")),
        *(("German", "de"), ("ger", "de"), ("Deutsch", "de"), ("de_DE.UTF-8", "de-DE"), ("العربية", "ar")),
        *(("English; French", "en"), ("en;fr", "en"), ("Arabic (Libya)", "ar"), ("", "")),
    ],
)
def test_a_language_of_a_library_is_read_where_it_names_one(language: str, lang: str) -> None:
    fields, told = _source(language=language)
    assert (fields.get("lang", ""), told) == (lang, [])


@pytest.mark.parametrize("language", ["various", "xx", "und", "Klingonese", "1"])
def test_a_language_that_is_none_is_passed_over_with_a_note(language: str) -> None:
    fields, told = _source(language=language)
    assert ("lang" in fields, told) == (False, ["N003"])


@pytest.mark.parametrize(
    "date", ["n.d.", "N.D.", "nd", "n. d.", "[n.d.]", "s.d.", "o. J.", "no date", "undated", "د.ت."]
)
def test_a_source_without_a_date_has_none(date: str) -> None:
    assert "date" not in _source(issued={"literal": date})[0]


@pytest.mark.parametrize(
    ("literal", "date"),
    [
        ("May 2020", "2020-05"),
        ("26 May 2020", "2020-05-26"),
        ("2020/21", "2020/2021"),
        ("1–3 May 2020", "2020-05-01/2020-05-03"),
        ("2020-05", "2020-05"),
        ("05/06/2020", "05/06/2020"),
        ("soon", "soon"),
    ],
)
def test_a_date_in_words_is_read_where_it_means_one_alone(literal: str, date: str) -> None:
    assert _source(issued={"literal": literal})[0]["date"] == date


@pytest.mark.parametrize(
    ("doi", "url"),
    [
        ("10.1000/invented", "https://doi.org/10.1000/invented"),
        ("doi:10.1000/invented", "https://doi.org/10.1000/invented"),
        ("https://doi.org/10.1000/invented", "https://doi.org/10.1000/invented"),
        ("10.1002/(SICI)1099<1::AID>3.0", "https://doi.org/10.1002/(SICI)1099%3C1::AID%3E3.0"),
        ("none", ""),
    ],
)
def test_a_doi_is_the_address_of_a_source_without_one(doi: str, url: str) -> None:
    assert _source(DOI=doi)[0].get("url", "") == url
    assert _source(DOI=doi, URL="https://example.org/")[0]["url"] == "https://example.org/"
