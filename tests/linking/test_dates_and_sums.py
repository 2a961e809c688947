"""Names are not linked in dates, in sums of money and in runs of capitals."""

from __future__ import annotations

import sys
import unicodedata
from typing import Any

import pytest
from babel import Locale
from babel.numbers import list_currencies

from backstory.linking import link
from backstory.records.entity import Entity
from backstory.records.prose import Run
from backstory.values.keys import Kind
from tests.linking import build

LANGUAGES = ("en", "fr", "ar", "ru", "de", "es", "pt", "it", "tr", "fa", "he", "uk", "pl", "zh", "ja", "ko", "id", "hi")


def actor(identity: str, *names: str, lang: str = "en", kind: str = "other") -> Entity[Any]:
    """An actor with a name that stands in no text, and these aliases in a language."""
    aliases = [{"text": {lang: name}} for name in names]
    return build.entity(Kind.ACTOR, identity, name="Zyxwv Utsrq", type=kind, **build.located({"aliases": aliases}))


def linked(text: str, *entities: Entity[Any], lang: str = "en") -> list[str]:
    """The words of a text that became links, in order."""
    links, _ = link(build.knowledge(build.article("a", text, lang=lang), *entities, languages=[lang]), ())
    (of_article,) = [each for key, each in links.texts.items() if key.field == "body"]
    found = []
    for mention in of_article.mentions:
        part = of_article.prose.parts[mention.part]
        assert isinstance(part, Run)
        found.append(part.text[mention.start : mention.end])
    return found


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_name_that_is_a_month_or_a_weekday_is_not_linked_in_a_date(lang: str) -> None:
    locale = Locale.parse(lang)
    wrong = []
    for names in (locale.months["format"], locale.days["format"]):
        for width in ("wide", "abbreviated"):
            for name in names[width].values():
                someone = actor("someone", name.strip("."), lang=lang)
                for text in (f"x 4 {name} 2020.", f"x {name} 2020.", f"x {name} 4.", f"x 4-{name}-2020."):
                    wrong += [text] if linked(text, someone, lang=lang) else []
    assert wrong == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_name_that_is_a_day_and_a_month_is_not_linked_where_a_year_follows(lang: str) -> None:
    months = Locale.parse(lang).months["format"]["wide"].values()
    texts = {name: f"x 17 {name} 1973." for name in months}
    assert [text for name, text in texts.items() if linked(text, actor("n", f"17 {name}", lang=lang), lang=lang)] == []


@pytest.mark.parametrize(
    "text",
    [
        "On 4 May 2020 it met.",
        "It met on May 4th.",
        "It met on the 4th of May.",
        "Monday, 4 May, was quiet.",
        "It met in May.",
        "Since late May it met.",
        "The May vote was lost.",
        "Between May and June it met.",
        "It met from April to May.",
        "In May/June 2020 it met.",
        "In mid-May it met.",
        "In April, May and June 2020 it met.",
        "May 2020",
        "May: the council met.",
        "May last year was warm.",
        "On 17 November it met.",
        "It met on 16 and 17 November.",
        "17–19 November 2020",
        "Tuesday 17 November",
        "17 November – the council met.",
        "By 17 November it had met.",
        "On Friday it met.",
        "Friday night was quiet.",
        "On 4 Jan. 2020 it met.",
        "In March it met, and on 4 march 2020.",
    ],
)
def test_a_date_holds_no_link(text: str) -> None:
    names = [actor("may", "May"), actor("november", "17 November"), actor("friday", "Friday", "Jan")]
    assert linked(text, *names, build.term("march", "march")) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The US, May and 17 November were named.", ["US", "May", "17 November"]),
        ("17 November denied it in 1973.", ["17 November"]),
        ("May denied it on 4 May 2020.", ["May"]),
        ("They met May, who denied it.", ["May"]),
        ("Friday denied it; Jan did not.", ["Friday"]),
        ("Black September was named in September 1970.", ["Black September"]),
        ("Black September 1970 is a book.", ["Black September"]),
        ("A march began.", ["march"]),
    ],
)
def test_the_same_words_are_linked_as_names(text: str, words: list[str]) -> None:
    names = [actor("may", "May"), actor("november", "17 November"), actor("friday", "Friday", "Jan"), actor("us", "US")]
    assert linked(text, *names, actor("black", "Black September"), build.term("march", "march")) == words


def test_a_month_of_another_calendar_is_none_in_a_date() -> None:
    ramadan = actor("ramadan", "Ramadan")
    assert linked("On 12 Ramadan 1441 it met.", ramadan) == []
    assert linked("Ramadan denied it.", ramadan) == ["Ramadan"]


@pytest.mark.parametrize("pattern", ["x {} 3.", "x {} 3.5 million.", "x 3 {}.", "x 3 million {}.", "x {}3m."])
def test_no_code_of_a_currency_is_linked_beside_a_number(pattern: str) -> None:
    codes = sorted(list_currencies("en"))
    actors = [actor(code.lower(), code) for code in codes]
    assert linked("\n".join(pattern.format(code) for code in codes), *actors) == []
    assert linked("\n## x\n".join(f"And {code} denied it." for code in codes), *actors) == codes


def test_no_name_is_linked_at_the_sign_of_a_currency() -> None:
    signs = [sign for sign in map(chr, range(sys.maxunicode)) if unicodedata.category(sign) == "Sc"]
    basic = [sign for sign in signs if ord(sign) < 0x10000 and sign not in "؋߾߿꠸"]
    wrong = [sign for sign in basic if linked(f"It cost HK{sign}400 million.", actor("hk", "HK"))]
    wrong += [sign for sign in basic if linked(f"It cost {sign}HK 400.", actor("hk", "HK"))]
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("It cost US$400 million.", "en"),
        ("It cost US $400 million.", "en"),
        ("It cost U.S. $400 million.", "en"),
        ("It cost 400 $ US.", "en"),
        ("It cost 400 million US dollars.", "en"),
        ("It cost 400m U.S. dollars.", "en"),
        ("It cost LE 400 million.", "en"),
        ("Il a coûté 400 millions de dollars des États-Unis.", "fr"),
        ("Il a coûté 400 $ US.", "fr"),
        ("Это стоило 400 млн долларов США.", "ru"),
        ("Es kostete 400 Mark.", "de"),
        ("Es kostete 3 Mio. EUR.", "de"),
        ("价值400万美元。", "zh"),
        ("价值400万刚果法郎。", "zh"),
    ],
)
def test_a_sum_holds_no_link(text: str, lang: str) -> None:
    names = ("US", "LE", "États-Unis", "США", "Mark", "EUR", "美元", "刚果")
    assert linked(text, actor("someone", *names, lang=lang), lang=lang) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The US paid $400 million.", ["US"]),
        ("A $400 million US fund.", ["US"]),
        ("A EU €3 billion fund.", ["EU"]),
        ("It owes Congo $3 million.", ["Congo"]),
        ("They killed 400 US soldiers in 2020.", ["US"]),
        ("In 2020 Mark denied it.", ["Mark"]),
        ("In 2020 CDF denied it.", ["CDF"]),
    ],
)
def test_a_name_beside_a_sum_is_linked(text: str, words: list[str]) -> None:
    names = [actor(name.lower(), name) for name in ("US", "EU", "Congo", "Mark", "CDF")]
    assert linked(text, *names) == words


@pytest.mark.parametrize(
    "text",
    [
        "HARBOUR COMPANY LEAVES",
        "HK WINS",
        "MAY WINS THE VOTE",
        "CONGO, US AGREE ON HARBOUR",
        "HK WINS: THE TOWN IS GLAD",
        "17 NOVEMBER STRIKES AGAIN",
        "The sign read NO HK MEN HERE, and he left.",
        "«КОНГО» УХОДИТ ИЗ СТРАНЫ",
    ],
)
def test_a_run_of_capitals_holds_no_link(text: str) -> None:
    names = ("Harbour Company", "HK", "May", "US", "Congo", "17 November", "Конго")
    assert linked(text, *(actor(f"a{at}", name) for at, name in enumerate(names))) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("HK", ["HK"]),
        ("US, HK", ["US", "HK"]),
        ("US AFRICOM", ["US", "AFRICOM"]),
        ("The US, UN, EU and HK met.", ["US", "HK"]),
        ("The US CIA met HK.", ["US", "HK"]),
        ("Ann MAY met HK.", ["MAY", "HK"]),
        ("US/HK talks failed.", ["US", "HK"]),
    ],
)
def test_names_in_capitals_are_no_headline(text: str, words: list[str]) -> None:
    names = ("HK", "US", "AFRICOM", "MAY")
    assert linked(text, *(actor(f"a{at}", name) for at, name in enumerate(names))) == words
