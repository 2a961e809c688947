"""site.yaml is validated, and what is wrong in it has its default so that the build goes on."""

from __future__ import annotations

from backstory import config
from backstory.schema.kind_fields import SiteFields


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
