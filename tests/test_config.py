"""site.yaml is validated, and what is wrong in it has its default so that the build goes on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backstory import config
from backstory.diagnostics import CODES, Severity
from backstory.language.locales import is_language
from backstory.schema.kind_fields import SiteFields
from tests.scenario import site


def _load(text: str | None) -> tuple[SiteFields, list[tuple[str, int]]]:
    site, found = config.load(text, "site.yaml")
    return site, [(each.code, each.span.line) for each in found]


def test_settings_are_read() -> None:
    site, found = _load("title: Jets\nlanguages:\n  - ar\n  - en\nseverity:\n  W100: off\n")
    assert found == []
    assert (site.title.own, site.languages, dict(site.severity)) == ("Jets", ("ar", "en"), {"W100": "off"})
    assert site.title.pick("ar") == ("Jets", "ar")


def test_without_site_yaml_there_is_one_error_with_a_way_out() -> None:
    site, found = config.load(None)
    assert [each.code for each in found] == ["E001"]
    assert "build.py init" in found[0].hint
    assert site.languages == ("en",)


def test_an_empty_file_says_nothing() -> None:
    assert _load("")[1] == [("E009", 1)]
    assert _load("- a\n")[1] == [("E118", 1)]


def test_a_code_that_no_message_has_is_reported_with_the_nearest() -> None:
    _, found = config.load("title: x\nseverity:\n  W10: off\n")
    assert [(each.code, each.span.line, each.span.column) for each in found] == [("E026", 3, 3)]
    assert "W100" in found[0].hint


def test_what_is_right_is_kept_beside_what_is_wrong() -> None:
    site, found = _load("title: Jets\nlanguages: [ar]\ntrust: nobody\nlicence: a: b\n")
    assert [line for _, line in found] == [3, 4]
    assert (site.title.own, site.languages, site.trust) == ("Jets", ("ar",), "content")
    assert site.licence is not None


def test_without_a_title_the_rest_is_read() -> None:
    site, found = _load("languages: [ar, en]\n")
    assert len(found) == 1
    assert site.languages == ("ar", "en")


def test_an_empty_value_is_absent_with_a_note() -> None:
    site, found = _load("title: Jets\nurl:\n")
    assert (found, site.url) == ([("N100", 2)], None)


KEYS = tuple(SiteFields.model_fields)
_ADDRESSES = (
    *("https://", "HTTP://", "ftp://", "x.org", "é.fr", "[::1", "[x]", "u:p@x", "x:y", "x:99999", "git@x:y.git"),
    *("/", "//", "a", "é", "..", "index.html", "?q=1", "#part", "\\", "%zz", "%20", " ", "github.com", "desk", "tree"),
)
_WORDS = (
    *("", " ", "~", "null", "en", "EN", "en_US", "pt-BR", "xx", "ger", "und", "عربي", "true", "yes", "off", "a: b"),
    *(
        "0",
        "-1",
        "1.5",
        "1e9",
        "9" * 30,
        "W100",
        "E101",
        "N1",
        "..",
        "-",
        "Europe/Berlin",
        "UTC",
        "<b>",
        "{{",
        "content",
    ),
)
_TEXTS = st.one_of(st.sampled_from(_WORDS), st.lists(st.sampled_from(_ADDRESSES), max_size=5).map("".join), st.text())
_VALUES = st.recursive(
    _TEXTS,
    lambda inside: st.one_of(st.lists(inside, max_size=3), st.dictionaries(_TEXTS, inside, max_size=3)),
    max_leaves=5,
)
# JSON is YAML; as it is, a text without quotes is read in other ways.
_WRITTEN = st.one_of(_VALUES.map(lambda value: json.dumps(value, ensure_ascii=False)), st.sampled_from(_WORDS))


@settings(max_examples=400)
@given(st.dictionaries(st.sampled_from(KEYS), _WRITTEN, min_size=1, max_size=3))
def test_whatever_a_setting_holds_is_read_or_told_with_its_place_and_a_way_out(values: dict[str, str]) -> None:
    text = "".join(f"{key}: {value}\n" for key, value in ({"title": "A site"} | values).items())
    read, found = config.load(text)
    for each in found:
        assert each.span.path == "site.yaml"
        assert 1 <= each.span.line <= text.count("\n") + 1
        assert each.span.column >= 1
        assert each.hint or each.label, each
    assert read.languages
    assert len({each.lower() for each in read.languages}) == len(read.languages)
    assert all(map(is_language, read.languages))


@pytest.mark.parametrize(
    ("line", "code", "column", "way_out"),
    [
        ("languages: [EN]", "E130", 13, "`en`"),
        ("languages: en_US", "E130", 12, "`en-US`"),
        ("languages: German", "E130", 12, "`de`"),
        ("languages: ger", "E130", 12, "`de`"),
        ("languages: العربية", "E130", 12, "`ar`"),
        ("languages: [en, en-UK]", "E130", 17, "`en-GB`"),
        ("languages: xx", "E130", 12, "such as en"),
        ("languages: und", "E130", 12, "such as en"),
        ("languages: []", "E122", 12, "`languages: en`"),
        ('languages: ""', "E122", 12, "take the key away"),
        ("languages: [en, ar, en]", "E137", 21, "take one"),
        ("languages: [pt-BR, pt-br]", "E137", 20, "take one"),
        ("languages: {en: English}", "E121", 12, "write"),
        ("url: https://example.org/?page=2", "E127", 6, "`https://example.org/`"),
        ("url: https://example.org/a#b", "E127", 6, "`https://example.org/a/`"),
        ("url: https://example.org//a//", "E127", 6, "`https://example.org/a/`"),
        ("url: https://example.org/a/index.html", "E127", 6, "`https://example.org/a/`"),
        ("url: https://me:word@example.org/", "E127", 6, "`https://example.org/`"),
        ("url: https://example.org/../a/", "E127", 6, "`https://example.org/a/`"),
        ("url: https://example.org:http/", "E127", 6, "`https://example.org/folder/`"),
        ("url: example.org", "E127", 6, "https://"),
        ("repository: git@github.com:desk/site.git", "E127", 13, "`https://github.com/desk/site`"),
        ("repository: https://github.com/desk", "E127", 13, "`https://github.com/desk/REPOSITORY`"),
        ("repository: https://github.com/desk/site/issues", "E127", 13, "`https://github.com/desk/site`"),
        ("repository: https://github.com/desk/site?tab=readme", "E127", 13, "`https://github.com/desk/site`"),
        ("timezone: Berlin", "E133", 11, "`Europe/Berlin`"),
        ("timezone: new york", "E133", 11, "`America/New_York`"),
        ("timezone: europe/berlin", "E133", 11, "`Europe/Berlin`"),
        ("timezone: UTC+2", "E133", 11, "IANA"),
        ("timezone: ../../etc/passwd", "E133", 11, "IANA"),
        ("timezone: Europe", "E133", 11, "IANA"),
        ("timezone: [UTC]", "E121", 11, "without a hyphen"),
        ("severity: {W10: off}", "E026", 12, "`W100`"),
        ("severity: {E123: off}", "E136", 18, "take the line away"),
        ("severity: {E026: off, W9999: off}", "E026", 23, "code"),
        ("severity: {W100: loud}", "E128", 18, "warning"),
        ("severity: off", "E121", 11, "two spaces in"),
        ("review_after: soon", "E129", 15, "digits"),
        ("trust: [content]", "E121", 8, "without a hyphen"),
        ("show_grades: yes", "E126", 14, "`true`"),
        ("langauges: en", "E120", 1, "`languages`"),
    ],
)
def test_a_setting_that_is_wrong_has_a_place_and_a_way_out(line: str, code: str, column: int, way_out: str) -> None:
    _, found = config.load(f"title: A site\n{line}\n")
    each = next(each for each in found if each.code == code)
    assert (each.span.line, each.span.column) == (2, column)
    assert way_out in each.hint + each.label


@pytest.mark.parametrize("title", ['""', "' '", "", "~", "null", "[]", "{}", "{en: }"])
def test_a_site_without_a_title_is_told_so(title: str) -> None:
    read, found = config.load(f"title: {title}\n")
    assert any(each.severity is Severity.ERROR and each.span.line == 1 for each in found)
    assert read.title.own


def test_an_address_is_kept_in_the_form_that_feeds_and_sitemaps_need() -> None:
    for written, kept in (
        ("https://example.org", "https://example.org/"),
        ("HTTPS://Example.ORG/Folder", "https://example.org/Folder/"),
        ("https://bücher.example/über uns/".replace(" ", "%20"), "https://xn--bcher-kva.example/%C3%BCber%20uns/"),
        ("http://localhost:8000/a/v1.2", "http://localhost:8000/a/v1.2/"),
        ("https://[::1]:80/", "https://[::1]:80/"),
    ):
        assert config.load(f"title: A\nurl: {written}\n")[0].url == kept


def test_no_error_of_reading_can_be_made_less() -> None:
    codes = "".join(f"  {code}: off\n" for code in CODES if code.startswith("E"))
    read, found = config.load(f"title: A\nseverity:\n{codes}")
    assert {each.code for each in found} == {"E136"}
    assert not [code for code in read.severity if code < "E200"]
    assert "E201" in read.severity


@pytest.mark.parametrize("value", ["[]", "EN", "[en, en]", "[xx]", "[{}]", "[[en]]", "{a: b}", "~", "[~]"])
def test_a_site_of_languages_that_are_none_is_told_and_not_published(value: str, tmp_path: Path) -> None:
    made = site(
        tmp_path, f"-- site.yaml --\ntitle: A\nlanguages: {value}\n-- content/pages/about.md --\n---\ntitle: T\n---\n"
    )
    assert made.build().failed == (value != "~")
