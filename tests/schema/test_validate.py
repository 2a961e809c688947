"""Validation of front matter: every error at once, each at its own place, in an author's words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backstory.diagnostics import CODES, Diagnostic, Span
from backstory.schema import validate
from backstory.schema.base import Shape
from backstory.schema.kind_fields import FIELDS, ActorFields, ArticleFields, ClaimFields, SiteFields
from backstory.schema.position import ListedBacking
from backstory.schema.translation import translation_shape
from backstory.values.keys import Kind
from backstory.values.localized_text import Words
from backstory.values.located import Fields, Items, Located, Text
from backstory.yamltext import load

HEAD = Span("x.md")


def errors(shape: type[Shape], text: str) -> list[Diagnostic]:
    fields = load(text, "x.md", line=2).value
    assert isinstance(fields, Fields)
    return list(validate(shape, fields, lang="en", head=HEAD)[1])


def told(shape: type[Shape], text: str) -> list[str]:
    return [
        f"{each.span.line}:{each.span.column}-{each.span.end_column} {each.code} {each.message}"
        for each in errors(shape, text)
    ]


def article(text: str) -> list[str]:
    return told(ArticleFields, f"title: A\ndate: 2020\n{text}")


def test_all_errors_of_a_file_are_told_at_once_each_at_its_own_place() -> None:
    text = "titel: Whose jets?\ndate: 2020-13-01\ndraft: yes\nactors:\n  - Russia\n"
    assert told(ArticleFields, text) == [
        "2:1-6 E120 an article has no key `titel`",
        "3:12-14 E125 there is no month 13",
        "4:8-11 E126 `yes` is neither `true` nor `false`",
        "6:5-11 E124 `Russia` is not an id",
    ]


def test_a_record_without_errors_keeps_the_language_of_its_file_and_its_places() -> None:
    fields = load("title: A\ndate: 2020\nactors: lna\n", "x.md").value
    assert isinstance(fields, Fields)
    record, found = validate(ArticleFields, fields, lang="en")
    assert record is not None
    assert (record.title, found) == (Words((("en", "A"),), HEAD), ())
    assert record.actors[0].span == Span("x.md", 3, 9, 3, 12)
    assert record.actors[0].kind is Kind.ACTOR


def test_an_unknown_key_is_told_with_the_nearest_key() -> None:
    (found,) = errors(ActorFields, "name: A\ntype: state\nabreviation: A\n")
    assert (found.code, found.label) == ("E120", "did you mean `abbreviation`?")


def test_a_key_of_another_kind_is_told_with_its_home() -> None:
    (found,) = errors(ArticleFields, "title: A\ndate: 2020\ndefinition: A\n")
    assert (found.code, found.hint) == ("E120", "`definition` is a key of a term")


def test_a_line_with_the_id_is_told_where_ids_come_from() -> None:
    (found,) = errors(ArticleFields, "title: A\ndate: 2020\nid: a\n")
    assert "the name of the file" in found.hint


def test_an_unknown_key_in_a_position_is_told_with_the_keys_of_a_position() -> None:
    (found,) = errors(ClaimFields, "text: A\npositions:\n  - by: lna\n    stance: denies\n    who: x\n")
    assert (found.code, found.span.line, found.span.column) == ("E120", 6, 5)
    assert found.hint.startswith("the keys of a position: by, for, stance, date")


def test_a_missing_key_is_told_on_the_head_with_the_line_to_add() -> None:
    (found,) = errors(ArticleFields, "date: 2020\n")
    assert (found.code, found.message, found.span) == ("E123", "this article has no `title`", HEAD)
    assert found.hint == "add a line such as `title: Whose jets landed at Jufra?`"


def test_a_missing_key_of_a_position_is_told_on_its_first_line() -> None:
    assert told(ClaimFields, "text: A\npositions:\n  - by: lna\n    date: 2020\n") == [
        "4:5-7 E123 this position has no `stance`"
    ]


def test_a_required_key_without_a_value_is_told_on_the_key() -> None:
    assert told(ArticleFields, "title:\ndate: 2020\n") == ["2:1-6 E123 `title` has no value"]


def test_a_key_that_is_misspelt_is_not_told_as_missing_too() -> None:
    assert told(ArticleFields, "titel: A\ndate: 2020\n") == ["2:1-6 E120 an article has no key `titel`"]


def test_a_key_without_a_value_counts_as_not_written() -> None:
    assert article("summary:\nupdated:\n") == []


def test_an_empty_text_in_quotes_is_refused() -> None:
    assert article('summary: ""\n') == ["4:10-12 E122 there is no text here"]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("summary:\n  - a\n", "E121 this should be text, not a list"),
        ("updated:\n  - 2020\n", "E121 this should be one date, not a list"),
        ("conflict:\n  a: b\n", "E121 this should be one text, not a mapping"),
        ("brief: a\n", "E121 this should be a mapping of keys to values, not a text"),
        ("brief:\n  - a\n", "E121 this should be a mapping of keys to values, not a list"),
        ("backers: russia\n", "E121 this should be a mapping of keys to values, not a text"),
    ],
)
def test_a_value_of_another_shape_is_told_as_what_it_is(line: str, message: str) -> None:
    found = errors(ArticleFields, f"title: A\ndate: 2020\n{line}")
    assert [f"{each.code} {each.message}" for each in found] == [message]


def test_a_single_value_stands_for_a_list_of_one() -> None:
    assert article("actors: lna\nauthors: A\nsources: s\n") == []


def test_a_word_outside_a_vocabulary_is_told_with_the_nearest_and_all_words() -> None:
    (found,) = errors(ActorFields, "name: A\ntype: rebels\n")
    assert found.code == "E128"
    assert found.hint.startswith("one of: state, government, ")
    (found,) = errors(ClaimFields, "text: A\npositions:\n  - by: a\n    stance: denys\n")
    assert found.label == "did you mean `denies`?"


def test_the_caret_stands_under_the_wrong_part_of_a_quoted_date() -> None:
    assert told(ArticleFields, 'title: A\ndate: "2020-13-01"\n') == ["3:13-15 E125 there is no month 13"]


def test_a_list_of_dates_is_told_how_one_of_a_set_is_written() -> None:
    (found,) = errors(ArticleFields, "title: A\ndate: [2020-03-25,2020-03-26]\n")
    assert (found.code, '"[2020-03-25,2020-03-26]"' in found.hint) == ("E121", True)


def test_a_web_address_needs_its_scheme() -> None:
    assert told(FIELDS[Kind.SOURCE], "title: A\nurl: www.example.org\n") == [
        "3:6-21 E127 `www.example.org` is not a web address"
    ]


@pytest.mark.parametrize(
    ("value", "message", "label"),
    [
        ("95", "`95` is out of range", ""),
        ("north", "`north` is not a number", ""),
        ("nan", "`nan` is not a number", ""),
        ("1e1", "`1e1` is not a number", ""),
        ("1,000", "`1,000` is not a number", "did you mean `1.000`?"),
    ],
)
def test_numbers_are_digits_within_bounds(value: str, message: str, label: str) -> None:
    (found,) = errors(FIELDS[Kind.PLACE], f"name: A\nlat: {value}\nlon: 1\n")
    assert (found.code, found.message, found.label) == ("E129", message, label)


def test_a_value_whose_low_is_above_its_high_is_refused() -> None:
    text = "text: A\npositions:\n  - by: a\n    stance: asserts\n    value: {said: x, low: 5, high: 1}\n"
    assert [each.code for each in errors(ClaimFields, text)] == ["E129"]


def test_a_language_that_is_no_code_is_told_on_its_key() -> None:
    assert article("summary:\n  english: A\n  ar: B\n") == ["5:3-10 E130 `english` is not a language code"]


def test_the_files_own_language_comes_first() -> None:
    fields = load("title:\n  ar: B\n  en: A\ndate: 2020\n", "x.md").value
    assert isinstance(fields, Fields)
    record, _ = validate(ArticleFields, fields, lang="en")
    assert record is not None
    assert record.title.texts == (("en", "A"), ("ar", "B"))


def test_a_key_of_translations_is_refused_in_an_original() -> None:
    assert article("translates: 2020\n") == [
        "4:1-11 E131 `translates` belongs in a translation, and this is an original"
    ]


def test_a_fact_is_refused_in_a_translation() -> None:
    assert told(translation_shape(Kind.ARTICLE), "title: A\ndate: 2020\ntranslates: 2020\n") == [
        "3:1-5 E132 `date` is a fact, and facts stay in the default file"
    ]


def test_a_wikidata_id_has_its_form() -> None:
    assert told(ActorFields, "name: A\ntype: state\nwikidata: 1012\n") == [
        "4:11-15 E133 `1012` is not an id of Wikidata"
    ]


@pytest.mark.parametrize(
    "path",
    ["https://x.org/a/", "/a b/", "../a", "/a?b", "/", "/%2e%2e/a/", "/a%2Fb/", "/a%00/", "/%ff/", "/a%3Fb/", "/50%/"],
)
def test_a_redirect_that_is_no_path_of_the_site_is_refused(path: str) -> None:
    found = errors(ArticleFields, f'title: A\ndate: 2020\nredirects: "{path}"\n')
    assert [each.code for each in found] == ["E134"]


@pytest.mark.parametrize(
    ("written", "route"),
    [
        ("/caf%C3%A9/", "caf\u00e9/"),
        ("/cafe%CC%81/", "caf\u00e9/"),
        ("/cafe\u0301/", "caf\u00e9/"),
        ("/%D9%84%D9%8A%D8%A8%D9%8A%D8%A7/", "\u0644\u064a\u0628\u064a\u0627/"),
        ("/old%20name/", "old name/"),
        ("/a%2Db.html", "a-b.html"),
    ],
)
def test_a_redirect_is_read_as_an_address_bar_gives_it(written: str, route: str) -> None:
    fields = load(f'title: A\ndate: 2020\nredirects: "{written}"\n', "x.md").value
    assert isinstance(fields, Fields)
    record, _ = validate(ArticleFields, fields, lang="en")
    assert record is not None
    assert record.redirects == (route,)


def test_a_whole_address_as_a_redirect_is_refused_with_its_path() -> None:
    (found,) = errors(ArticleFields, "title: A\ndate: 2020\nredirects: https://x.org/a/b%C3%A9/?c#d\n")
    assert found.hint == "write the path alone, as it stood on this site: /a/b%C3%A9/"


def test_redirects_are_routes_without_the_first_slash_and_with_the_last() -> None:
    fields = load("title: A\ndate: 2020\nredirects: [/a/b, c/, old.html]\n", "x.md").value
    assert isinstance(fields, Fields)
    record, _ = validate(ArticleFields, fields, lang="en")
    assert record is not None
    assert record.redirects == ("a/b/", "c/", "old.html")


def test_a_claim_is_a_text_or_a_question_and_never_both() -> None:
    assert told(ClaimFields, "text: A\nquestion: B\n") == ["3:1-9 E135 this claim has both a `text` and a `question`"]
    assert told(ClaimFields, "date: 2020\n") == ["1:1-1 E123 this claim has neither a `text` nor a `question`"]


def test_a_person_needs_a_public_role() -> None:
    assert told(ActorFields, "name: A\ntype: person\nabbreviation: [a]\n") == [
        "1:1-1 E123 this person has no `public_role`",
        "4:15-18 E121 this should be text, not a list",
    ]


def test_a_latitude_needs_its_longitude() -> None:
    assert told(FIELDS[Kind.PLACE], "name: A\nlat: 1\n") == ["3:1-4 E123 this place has a `lat` and no `lon`"]


def test_a_bare_id_on_an_actors_file_is_refused_with_the_record_to_write() -> None:
    (found,) = errors(ActorFields, "name: A\ntype: state\nbackers:\n  - russia\n")
    assert (found.code, found.span.line, found.span.column) == ("E205", 5, 5)
    assert found.hint.splitlines()[1:] == [
        "backers:",
        "  - actor: russia",
        "    support:",
        "      - unknown",
        "    sources:",
        "      - the-id-of-a-source",
    ]


def test_an_article_takes_bare_backers_and_records_under_one_recipient() -> None:
    assert article("backers:\n  lna:\n    - russia\n    - actor: uae\n      support: weapons\n") == []


def test_an_error_in_an_articles_record_is_one_error_at_its_place() -> None:
    assert article("backers:\n  lna:\n    - actor: uae\n      supports: weapons\n") == [
        "7:7-15 E120 a backing record has no key `supports`"
    ]


def test_a_recipient_that_is_no_id_is_told_on_the_key() -> None:
    assert article("backers:\n  The LNA: russia\n") == ["5:3-10 E124 `The LNA` is not an id"]


@pytest.mark.parametrize(
    ("speaker", "message"),
    [
        ("{name: A, off: b}", "a speaker has no key `off`"),
        ("{unnamed: A}", "this unnamed speaker has no `according_to`"),
        ("{role: A}", "this speaker has no `name`"),
        ("[a]", "this should be a text or a mapping, not a list"),
    ],
)
def test_a_speaker_of_any_form_gives_one_readable_error(speaker: str, message: str) -> None:
    found = errors(ClaimFields, f"text: A\npositions:\n  - by: {speaker}\n    stance: denies\n")
    assert [each.message for each in found] == [message]


def test_an_alias_is_text_or_text_by_language_or_a_mapping() -> None:
    text = "name: A\ntype: state\naliases:\n  - B\n  - {en: C, ar: D}\n  - {text: Moscow, as: metonym, link: false}\n"
    fields = load(text, "x.md").value
    assert isinstance(fields, Fields)
    record, _ = validate(ActorFields, fields, lang="en")
    assert record is not None
    assert [each.text.texts for each in record.aliases] == [
        (("en", "B"),),
        (("en", "C"), ("ar", "D")),
        (("en", "Moscow"),),
    ]
    assert not record.aliases[2].link


def test_a_code_in_the_sites_severities_must_exist() -> None:
    (found,) = errors(SiteFields, "title: A\nseverity:\n  E999: off\n")
    assert (found.code, found.span.line, found.span.column) == ("E026", 4, 3)


def test_two_records_of_equal_content_are_equal_wherever_they_stand() -> None:
    text = "actor: a\nrecipient: b\nsupport: weapons\npositions:\n  by: c\n  stance: denies\n  date: 2020\n"
    records = []
    for line in (1, 50):
        fields = load(text, "x.md", line=line).value
        assert isinstance(fields, Fields)
        records.append(validate(ListedBacking, fields, lang="en")[0])
    assert records[0] == records[1]
    assert len(set(records)) == 1


def located(plain: object, span: Span = HEAD) -> Located:
    if isinstance(plain, dict):
        return Fields({key: located(each) for key, each in plain.items()}, span, dict.fromkeys(plain, span))
    if isinstance(plain, list):
        return Items([located(each) for each in plain], span)
    return Text(str(plain), span, plain=True)


WORDS = sorted(
    {key for shape in FIELDS.values() for key in shape.model_fields}
    | {"actor", "by", "for", "from", "stance", "source", "en", "kind", "said", "unnamed", "id", "[key]", "span", ""}
)
VALUES = st.sampled_from(
    ["", "2020", "2020-05-26", "lna", "denies", "weapons", "true", "x y", "5", "[2020,2021]", "../x"]
)
TREES = st.recursive(
    st.one_of(VALUES, st.text(max_size=8)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(WORDS), inner, max_size=5)),
    max_leaves=25,
)


@given(
    st.sampled_from([*FIELDS.values(), SiteFields, ListedBacking, *map(translation_shape, Kind)]),
    st.dictionaries(st.sampled_from(WORDS), TREES, max_size=8),
)
def test_no_fields_whatever_they_hold_make_validation_fail(shape: type[Shape], tree: dict[str, object]) -> None:
    fields = located(tree)
    assert isinstance(fields, Fields)
    record, found = validate(shape, fields, lang="en", head=HEAD)
    assert (record is None) == bool(found)
    assert all(each.code in CODES for each in found)
    assert not any("pydantic" in each.message or "Input" in each.message for each in found)
