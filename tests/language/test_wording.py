"""Wording: dates by precision, counts and lists by language, and phrase files that match."""

from __future__ import annotations

import json
import string
import subprocess
import sys
from enum import StrEnum
from importlib.resources import files

import pytest
from babel import Locale

from backstory.language import wording
from backstory.language.dates import Edtf, parse
from backstory.values import vocabulary

BOOKS = {
    lang: json.loads((files("backstory.language.wording") / "phrases" / f"{lang}.json").read_text("utf-8"))
    for lang in wording.languages()
}
VOCABULARIES: dict[str, type[StrEnum]] = {
    "access": vocabulary.Access,
    "actor-type": vocabulary.ActorType,
    "alias-use": vocabulary.AliasUse,
    "basis": vocabulary.Basis,
    "claim-status": vocabulary.Status,
    "place-precision": vocabulary.Precision,
    "response": vocabulary.Response,
    "source-kind": vocabulary.SourceKind,
    "stance": vocabulary.Stance,
    "support": vocabulary.Support,
}


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def dated(text: str | None) -> Edtf | None:
    return parse(text) if text else None


@pytest.mark.parametrize(
    ("text", "english", "arabic"),
    [
        ("2020-05-26", "26 May 2020", "26 مايو 2020"),
        ("2020-05", "May 2020", "مايو 2020"),
        ("2020-05-XX", "May 2020", "مايو 2020"),
        ("2020", "2020", "2020"),
        ("0622", "622", "622"),
        ("2020-05~", "about May 2020", "نحو مايو 2020"),
        ("2020-05?", "May 2020, not certain", "مايو 2020، غير مؤكد"),
        ("2020%", "about 2020, not certain", "نحو 2020، غير مؤكد"),
        ("202X", "the 2020s", "عقد 2020"),
        ("000X", "between 1 and 9", "بين 1 و9"),
        ("20XX", "between 2000 and 2099", "بين 2000 و2099"),
        ("2020-21", "spring 2020", "ربيع 2020"),
        ("2020-22", "summer 2020", "صيف 2020"),
        ("2020-23", "autumn 2020", "خريف 2020"),
        ("2020-24", "winter 2020", "شتاء 2020"),
        ("2020-01-13/2020-01-14", "between 13 and 14 January 2020", "بين 13 و14 يناير 2020"),
        ("2020-05-26/2020-06-03", "between 26 May and 3 June 2020", "بين 26 مايو و3 يونيو 2020"),
        ("2019-11/2019-12", "between November and December 2019", "بين نوفمبر وديسمبر 2019"),
        ("2020-05-26~/2020-05-28", "between about 26 May 2020 and 28 May 2020", "بين نحو 26 مايو 2020 و28 مايو 2020"),
        ("2019-04-04/2020-06", "between 4 April 2019 and June 2020", "بين 4 أبريل 2019 ويونيو 2020"),
        ("2020/2020", "2020", "2020"),
        ("2019/", "from 2019", "من 2019"),
        ("2018/..", "since 2018", "منذ 2018"),
        ("../2020-10-23", "until 23 October 2020", "حتى 23 أكتوبر 2020"),
        ("/2020", "until 2020, start not known", "حتى 2020، وبدايته غير معروفة"),
        ("/..", "still going on, start not known", "لا يزال مستمرًا، وبدايته غير معروفة"),
        ("..", "still going on", "لا يزال مستمرًا"),
        ("[2020-03-25,2020-03-26]", "25 or 26 March 2020", "25 أو 26 مارس 2020"),
        ("[2020-03-31,2020-04-01]", "31 March 2020 or 1 April 2020", "31 مارس 2020 أو 1 أبريل 2020"),
        ("[2019,2020-05~]", "2019 or about May 2020", "2019 أو نحو مايو 2020"),
    ],
)
def test_a_date_is_worded_by_its_precision(text: str, english: str, arabic: str) -> None:
    assert (wording.date(parse(text), "en"), wording.date(parse(text), "ar")) == (english, arabic)


def test_what_goes_on_does_so_as_of_a_date_where_one_is_given() -> None:
    as_of = parse("2020-05-29")
    assert wording.date(parse("2018/.."), "en", as_of=as_of) == "since 2018, not ended by 29 May 2020"
    assert wording.date(parse(".."), "en", as_of=as_of) == "not ended by 29 May 2020"


@pytest.mark.parametrize(
    ("lang", "text", "words"),
    [
        ("fr", "2020-05-26", "26 mai 2020"),
        ("ja", "2020-05-26", "2020年5月26日"),
        ("ja", "2020", "2020年"),
        ("de", "[2020-03-25,2020-03-26]", "25. oder 26. März 2020"),
        ("ja", "[2020-03-25,2020-03-26]", "2020年3月25日または2020年3月26日"),
        ("en-US", "2020-05-26", "May 26, 2020"),
        ("ar-SY", "2020-05", "أيار 2020"),
        ("ar-SY", "2020-05~", "نحو أيار 2020"),
        ("it", "2020-05~", "about May 2020"),
        ("fr", "2020-05~", "vers mai 2020"),
        ("ru", "2020-05~", "примерно май 2020\u202fг."),
        ("tlh", "2020-05-26", "26 May 2020"),
    ],
)
def test_a_plain_date_speaks_any_language_and_a_phrase_falls_back_to_english(lang: str, text: str, words: str) -> None:
    assert wording.date(parse(text), lang) == words


@pytest.mark.parametrize(
    ("text", "machine"),
    [
        ("2020-05-26", "2020-05-26"),
        ("2020-05", "2020-05"),
        ("2020-05-XX", "2020-05"),
        ("2020", "2020"),
        ("0622", "0622"),
        ("2020-05~", None),
        ("2020?", None),
        ("202X", None),
        ("2020-21", None),
        ("2019/2020", None),
        ("[2019,2020]", None),
        ("..", None),
    ],
)
def test_a_machine_date_is_given_for_one_plain_date_only(text: str, machine: str | None) -> None:
    assert wording.date_machine(parse(text)) == machine


@pytest.mark.parametrize(
    ("from_", "to", "observed", "as_of", "words"),
    [
        (None, None, "", None, "date not known"),
        (None, None, "2020-05-26", None, "reported for 26 May 2020"),
        (None, None, "2020-06 2020-05-26", None, "reported for 26 May 2020 and June 2020"),
        (None, None, "1975 1976", None, "reported for 1975 and 1976"),
        (None, None, "1977 1975 1976 1979", None, "reported for every year from 1975 to 1977 and 1979"),
        (None, None, "2020~", None, "reported for about 2020"),
        (None, None, "[2020-03-25,2020-03-26]", None, "reported for 25 or 26 March 2020"),
        (None, None, "2019/2020", None, "reported for between 2019 and 2020"),
        ("2018", "..", "", "2020-05-29", "since 2018; not ended by 29 May 2020"),
        ("2018", "..", "", None, "since 2018; going on when last reported"),
        (None, "..", "", "2020-05-29", "not ended by 29 May 2020; start not known"),
        ("2019-07", None, "", "2020-05-29", "from July 2019; end not known"),
        ("2014", "2017", "", "2020-05-29", "2014 to 2017"),
        ("2014", "2014", "", "2020-05-29", "2014"),
        (None, "2017", "", "2020-05-29", "until 2017; start not known"),
        ("2018", "2030", "", "2020-05-29", "2018 to 2030 (as planned on 29 May 2020)"),
        ("/2019", "..", "", "2020", "since no later than 2019; not ended by 2020"),
        ("2019-07", None, "2020-05-26", None, "from July 2019; end not known; reported for 26 May 2020"),
    ],
)
def test_a_period_says_what_is_known_and_nothing_past_its_date(
    from_: str | None, to: str | None, observed: str, as_of: str | None, words: str
) -> None:
    seen = [parse(text) for text in observed.split()]
    assert wording.period(dated(from_), dated(to), seen, dated(as_of), "en") == words


def test_a_period_is_worded_in_arabic() -> None:
    as_of = parse("2020-05-29")
    seen = [parse("2020-05-26"), parse("2020-06"), parse("2019")]
    assert wording.period(None, None, seen, as_of, "ar") == "ورد عن 2019 و26 مايو 2020 ويونيو 2020"
    years = [parse(text) for text in ("1975", "1976", "1977")]
    assert wording.period(None, None, years, None, "ar") == "ورد عن كل عام من 1975 إلى 1977"
    assert wording.period(parse("2018"), parse(".."), [], as_of, "ar") == "منذ 2018، ولم ينتهِ حتى 29 مايو 2020"


def test_counts_take_the_plural_form_of_their_language() -> None:
    english = [wording.plural("count.sources", count, "en") for count in (0, 1, 2, 1234)]
    arabic = [wording.plural("count.sources", count, "ar") for count in (0, 1, 2, 3, 11, 100)]
    assert english == ["0 sources", "1 source", "2 sources", "1,234 sources"]
    assert arabic == ["لا مصادر", "مصدر واحد", "مصدران", "3 مصادر", "11 مصدرًا", "100 مصدر"]
    assert wording.plural("count.sources", 1, "fr") == "1 source"
    assert wording.minutes(3, "ar") == "قراءة في 3 دقائق"


def test_lists_and_numbers_follow_their_language() -> None:
    assert wording.conjunction(["A", "B", "C"], "en") == "A, B and C"
    assert wording.conjunction(["A", "B", "C"], "ar") == "A وB وC"
    assert (wording.conjunction([], "en"), wording.conjunction(["A"], "en")) == ("", "A")
    assert wording.disjunction(["A", "B"], "fr") == "A ou B"
    assert (wording.number(1234567, "en"), wording.number(1234.5, "ar")) == ("1,234,567", "1,234.5")


def test_languages_are_named_in_any_language() -> None:
    names = [wording.language_name(*pair) for pair in (("ar", "en"), ("ar", "ar"), ("en", "ar"), ("zh-Hant", "en"))]
    assert names == ["Arabic", "العربية", "الإنجليزية", "Chinese (Traditional)"]
    assert wording.language_name("xx", "en") == "xx"


def test_countries_are_named_by_their_iso_number() -> None:
    assert [wording.country_name("434", lang) for lang in ("en", "ar", "de")] == ["Libya", "ليبيا", "Libyen"]
    assert wording.country_name("", "en") == wording.country_name("000", "en") == ""


def test_a_phrase_unknown_in_english_is_an_error() -> None:
    with pytest.raises(KeyError):
        wording.phrase("ui.no-such-phrase", "ar")
    with pytest.raises(KeyError):
        wording.phrase("date.about", "en")


def test_a_phrase_in_a_language_without_any_is_english() -> None:
    assert wording.phrase("stance.asserts", "it") == wording.phrase("stance.asserts", "en") == "says so"
    assert wording.phrase("stance.asserts", "ar-LY") == "قول بذلك"


@pytest.mark.parametrize("lang", BOOKS)
def test_every_language_has_the_same_phrases_with_the_same_places_to_fill(lang: str) -> None:
    english, other = BOOKS["en"], BOOKS[lang]
    assert list(other) == sorted(english)
    for key, text in other.items():
        if isinstance(english[key], str):
            assert placeholders(text) == placeholders(english[key]), key
            continue
        assert set(text) == {*Locale.parse(lang).plural_form.rules, "other"}, key
        assert placeholders(text["other"]) == placeholders(english[key]["other"]), key
        assert all(placeholders(form) <= placeholders(text["other"]) for form in text.values()), key


@pytest.mark.parametrize("group", VOCABULARIES)
def test_every_word_of_the_vocabulary_has_a_phrase(group: str) -> None:
    missing = [word.value for word in VOCABULARIES[group] if f"{group}.{word.value}" not in BOOKS["en"]]
    assert missing == []


def test_babel_is_loaded_only_when_asked() -> None:
    code = "import sys; from backstory.language import dates, wording; "
    code += "wording.phrase('nav.home', 'ar'); dates.parse('2020-05'); "
    code += "sys.exit('babel' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
