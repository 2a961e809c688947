"""Sentences against what they link: dates of events, numbers of claims."""

from __future__ import annotations

import pytest

from backstory.diagnostics import Span
from tests.checking.article import SITE, page, pointed
from tests.checking.planted import found, told


def test_a_year_too_early_beside_a_link_to_an_event_is_told_at_the_date() -> None:
    (one,) = found(SITE, page("On 4 April 2018 [[event:offensive|the advance]] began.\n"), code="W411")
    assert one.message == "the sentence says 4 April 2018; `offensive` is dated 2019-04-04"
    assert one.span == Span("content/articles/one.md", 5, 4, 5, 16)
    assert [(each.span.path, each.span.line) for each in one.related] == [("content/events.yaml", 3)]


@pytest.mark.parametrize(
    ("lang", "sentence", "said"),
    [
        ("en", "[[event:offensive|The advance of April 4, 2018]], as it is called after that.", "April 4, 2018"),
        ("en", "The army set out on 5 April ([[event:offensive]]).", "5 April"),
        ("en", "It set out in April 2018 ([[event:offensive]]).", "April 2018"),
        ("en", "[[event:offensive]] came in 2018.", "2018"),
        ("en", "[[event:offensive]] came on 2018-04-04.", "2018-04-04"),
        ("en", "On 13 and 14 February 2020 both sat down ([[event:talks]]).", "13 and 14 February 2020"),
        ("en", "It opened on 27 March 2020 ([[event:storm]]).", "27 March 2020"),
        ("en", "On 4 April 2019 came [[event:offensive]], and on 26 July 2019 [[event:gharyan]].", "26 July 2019"),
        ("fr", "L'armée a marché le 1er avril 2019 ([[event:offensive]]).", "1er avril 2019"),
        ("fr", "Elle a marché le 4 août ([[event:offensive]]).", "4 août"),
        ("ar", "في 4 أبريل 2018 بدأ [[event:offensive|الهجوم]].", "4 أبريل 2018"),
        ("ar", "بدأ [[event:offensive|الهجوم]] في ٤ نيسان ٢٠١٨.", "٤ نيسان ٢٠١٨"),
        ("ar", "بدأ [[event:offensive|الهجوم]] عام 2018.", "2018"),
        ("en", "[[event:offensive]] came on 4/4/2018.", "4/4/2018"),
        ("en", "[[event:offensive]] came on 04.04.2018.", "04.04.2018"),
        ("en", "[[event:offensive|The advance]] (2018) was swift.", "2018"),
        ("en", "The UN said [[event:offensive|the advance]] began on 4 April 2018.", "4 April 2018"),
        ("en", "The march of 4 April 2018 ([[event:offensive]]) was swift.", "4 April 2018"),
        ("en", "On the morning of 4 April 2018 [[event:offensive|it]] began.", "4 April 2018"),
        ("en", "[[event:offensive|It]] began on 4 April 2018, and [[event:offensive|it]] failed.", "4 April 2018"),
    ],
)
def test_dates_are_read_as_prose_writes_them(lang: str, sentence: str, said: str) -> None:
    (message,) = told(SITE, page(sentence, lang), code="W411")
    assert f"the sentence says {said};" in message


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("en", "On 4 April 2019 [[event:offensive]] began."),
        ("en", "On 4 April [[event:offensive]] began, in the spring of 2019."),
        ("en", "In April 2019 [[event:offensive]] began. On 26 June 2018 nothing happened."),
        ("en", "Two months after [[event:offensive]], on 26 June 2019, Gharyan fell."),
        ("en", "On 18 May 2020, before [[event:offensive]] was a year old."),
        ("en", "On 4 April 2019 came [[event:offensive]], and on 26 June 2019 [[event:gharyan]]."),
        ("en", "From 13 to 14 January 2020 both sat down ([[event:talks]])."),
        ("en", "It opened on 25 or 26 March 2020 ([[event:storm]])."),
        ("en", "Between April and June 2019 came [[event:offensive]]."),
        ("en", "In the war of 2014–2020, [[event:offensive]] was the longest march."),
        ("en", "In May 2020 and in June 2020 people spoke of [[event:offensive]]."),
        ("en", "It flew MiG-29 and 2019 men in [[event:offensive]], `2018-04-04`."),
        ("en", "On 31 February 2018 [[event:offensive]] began."),
        ("fr", "Le 4 avril 2019, [[event:offensive|l'offensive]] commence."),
        ("ar", "في ٤ أبريل/نيسان ٢٠١٩ بدأ [[event:offensive|الهجوم]]."),
        ("ar", "بعد [[event:offensive|الهجوم]] في 26 يونيو 2019 سقطت غريان."),
        ("en", "[[event:offensive]] came on 4/4/2019, or 04.04.2019."),
        ("en", "[[event:offensive|The advance]] (2019), the 2019 [[event:offensive|advance]]."),
        ("en", "[[event:offensive|The advance]] led to the ceasefire of 23 October 2020."),
        ("en", "[[event:offensive|The advance]] followed the talks set for 14 April 2020."),
        ("en", "[[event:offensive|The advance]] was condemned on 5 April 2019."),
        ("en", "As Reuters wrote on 7 April 2019, [[event:offensive|the advance]] was swift."),
        ("en", "[[event:offensive|The advance]] ended on 5 June 2020."),
        ("en", "Resolution 2259 of 23 December 2015 was breached by [[event:offensive|the advance]]."),
        ("en", "The Skhirat agreement (17 December 2015) died with [[event:offensive|the advance]]."),
        ("en", "Haftar, born in November 1943, ordered [[event:offensive|the advance]]."),
        ("fr", "[[event:offensive|L'offensive]] a été condamnée le 5 avril 2019."),
    ],
)
def test_a_date_that_is_the_events_or_most_likely_another_things_is_fine(lang: str, sentence: str) -> None:
    assert told(SITE, page(sentence, lang), code="W411") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "As of 1 May 2020, [[event:storm]] had been under way for five weeks.",
        "The army ([[event:offensive]]) had, on 12 January 2019, taken Sabha without a fight.",
        "[[event:gharyan|Gharyan]] (population 160,000 in 2006) fell to the government.",
        "On 26 May 2020 Africa Command published pictures of jets it linked to [[event:offensive|the advance]].",
        "Parliament voted on 2 January 2020 to send troops; [[event:storm]] began in March.",
        "He died on 8 June 2020, and [[event:offensive|the advance]] with him.",
        "Interviewed on 3 March 2021, he called [[event:offensive|the advance]] a mistake.",
        "[[event:offensive|The advance]], which by 1 June 2019 had cost 600 lives, went on.",
    ],
)
def test_a_date_that_differs_in_more_than_day_month_or_year_alone_is_another_things(sentence: str) -> None:
    assert told(SITE, page(sentence), code="W411") == []


def test_a_number_that_nobody_gives_beside_a_link_to_the_claim_is_told_at_the_number() -> None:
    (one,) = found(SITE, page("They spoke of 41 combat aircraft ([[claim:jets]])."), code="W412")
    assert one.message == "the sentence says `41 combat aircraft`, which nobody on `jets` says"
    assert one.span == Span("content/articles/one.md", 5, 15, 5, 17)
    assert one.label == "given there: at least 14; no more than 1,200"


@pytest.mark.parametrize(
    ("lang", "sentence", "said"),
    [
        ("en", "[[claim:jets|41 aircraft]] came.", "41 aircraft"),
        ("en", "Some 41 aircraft [came](../claims/jets.md).", "41 aircraft"),
        ("en", "Some twelve aircraft came ([[claim:jets]]).", "twelve aircraft"),
        ("en", "There were 2,000 men ([[claim:jets]]).", "2,000 men"),
        ("fr", "Il y avait 2 000 hommes ([[claim:jets]]).", "2 000 hommes"),
        ("ar", "كان هناك ٢٠٠٠ رجل ([[claim:jets]]).", "٢٠٠٠ رجل"),
        ("ar", "كان هناك ٢٬٠٠٠ رجل ([[claim:jets]]).", "٢٬٠٠٠ رجل"),
        ("ar", "كان هناك ٣ آلاف رجل ([[claim:jets]]).", "٣ آلاف رجل"),
        ("en", "Forty-one aircraft came ([[claim:jets]]).", "Forty-one aircraft"),
        ("en", "Forty aircraft came ([[claim:jets]]).", "Forty aircraft"),
        ("en", "Two dozen aircraft came ([[claim:jets]]).", "Two dozen aircraft"),
        ("en", "There were two thousand men ([[claim:jets]]).", "two thousand men"),
        ("en", "There were 1.2 million men ([[claim:jets]]).", "1.2 million men"),
        ("en", "There were 41 million men ([[claim:jets]]).", "41 million men"),
        ("en", "There were 12 to 16 aircraft ([[claim:jets]]).", "12 to 16 aircraft"),
        ("en", "There were 12–14 aircraft ([[claim:jets]]).", "12–14 aircraft"),
        ("en", "At least 15 aircraft came ([[claim:jets]]).", "15 aircraft"),
        ("en", "About 15 aircraft came ([[claim:jets]]).", "15 aircraft"),
        ("en", "More than 2,000 men came ([[claim:jets]]).", "2,000 men"),
        ("fr", "Il y avait deux mille hommes ([[claim:jets]]).", "deux mille hommes"),
        ("fr", "Il y avait soixante-dix hommes ([[claim:jets]]).", "soixante-dix hommes"),
        ("fr", "Il y avait une douzaine d'hommes ([[claim:jets]]).", "une douzaine d'hommes"),
    ],
)
def test_numbers_are_read_as_prose_writes_them(lang: str, sentence: str, said: str) -> None:
    (message,) = told(SITE, page(sentence, lang), code="W412")
    assert f"`{said}`" in message


@pytest.mark.parametrize(
    ("lang", "code", "body", "words"),
    [
        ("en", "W411", "The war.\n\n- One\n- On 4 May 2019 [[event:offensive|it]] began.", "4 May 2019"),
        ("en", "W411", "> Soldiers came\n> at dawn on 4 May 2019 [[event:offensive|it]] began.", "4 May 2019"),
        ("en", "W411", "| a |\n|---|\n| On 4 May 2019 ([[event:offensive]]). |", "4 May 2019"),
        ("en", "W411", "In words[^1].\n\n[^1]: On 4 May 2019 ([[event:offensive]]).", "4 May 2019"),
        ("en", "W411", "It began on 4\nMay 2019 ([[event:offensive]]).", "4\nMay 2019"),
        ("en", "W411", "It began on **4 May** 2019 ([[event:offensive]]).", "4 May** 2019"),
        ("en", "W411", "It came\r\non 4 May 2019 ([[event:offensive]]).\r\n", "4 May 2019"),
        ("en", "W411", "[[event:offensive|The advance of 4 May 2019]].", "4 May 2019"),
        ("en", "W411", "[The advance of 4 May 2019](../events/offensive.md).", "4 May 2019"),
        ("en", "W412", "Jets. 41 came to [[claim:jets|Jufra: 41 aircraft]].", "41"),
        ("fr", "W412", "Il y avait 2 000 hommes ([[claim:jets]]).", "2 000"),
        ("ar", "W411", "بدأ [[event:offensive|الهجوم]] في ٤ نيسان ٢٠١٨.", "٤ نيسان ٢٠١٨"),
        ("ar", "W412", "كان هناك ٣ آلاف رجل ([[claim:jets]]).", "٣ آلاف"),
    ],
)
def test_a_date_or_number_is_told_where_it_stands(lang: str, code: str, body: str, words: str) -> None:
    assert pointed(body, code, lang) == [words]


@pytest.mark.parametrize(
    ("code", "body", "link"),
    [
        ("W411", "On 4&nbsp;May 2019 it began ([[event:offensive]]).", "[[event:offensive]]"),
        ("W411", "On 4 May 2019, \\*as\\* they say ([[event:offensive]]).", "[[event:offensive]]"),
    ],
)
def test_words_that_are_written_otherwise_are_told_at_the_link(code: str, body: str, link: str) -> None:
    assert pointed(body, code) == [link]


@pytest.mark.parametrize(
    ("body", "column"),
    [
        ("There were `41` __41__ aircraft ([[claim:jets]]).", 19),
        ("There were <i>41</i><!-- 41 --> aircraft ([[claim:jets]]).", 15),
    ],
)
def test_a_number_that_stands_twice_in_a_line_is_told_where_it_counts(body: str, column: int) -> None:
    told_at = [each.span for each in found(SITE, page(body), code="W412")]
    assert told_at == [Span("content/articles/one.md", 5, column, 5, column + 2)]


def test_a_byte_order_mark_and_a_folded_value_move_no_place() -> None:
    text = page("On 4 May 2019 [[event:offensive|it]] began.").replace("---\ntitle", "\ufeff---\ntitle")
    assert [each.span for each in found(SITE, text, code="W411")] == [Span("content/articles/one.md", 5, 4, 5, 14)]
    head = "summary: >\n  On 4 May 2019\n  [[event:offensive|it]] began.\ndate: 2021"
    (folded,) = found(SITE, page("One.").replace("date: 2021", head), code="W411")
    assert (folded.span.line, folded.span.end_line) == (3, 6)
    (plain,) = found(
        SITE, page("One.").replace("date: 2021", head.replace(">\n  ", "").replace("\n  ", " ")), code="W411"
    )
    assert plain.span == Span("content/articles/one.md", 3, 13, 3, 23)


@pytest.mark.parametrize(
    "sentence",
    [
        "There were at least 14 aircraft ([[claim:jets]]).",
        "There were fourteen aircraft, or 18 aircraft ([[claim:jets]]).",
        "There were 1,000 men ([[claim:jets]]).",
        "A MiG-29 aircraft and the 41 lorries of 2020 ([[claim:jets]]).",
        "Some said 41, and aircraft were named ([[claim:jets]]).",
        "There were 41 aircraft. Nobody agrees ([[claim:jets]]).",
        "There were 41 aircraft.",
        "There were fourteen aircraft, and in 2020 aircraft were named ([[claim:jets]]).",
        "On 26 May 2020 aircraft came ([[claim:jets]]).",
        "There were 800 to 1,200 men ([[claim:jets]]).",
        "There were 800–1,200 men, or 1.2 thousand men ([[claim:jets]]).",
        "There were one thousand two hundred men ([[claim:jets]]).",
        "There were more than 700 men ([[claim:jets]]).",
        "There were less than 1,500 men ([[claim:jets]]).",
        "About ten aircraft came ([[claim:jets]]).",
        "14 of 30 aircraft came, and four of the 14 aircraft left ([[claim:jets]]).",
        "Two types of aircraft came, and nine of the aircraft left ([[claim:jets]]).",
        "It said on page 3 that aircraft came, in a report of 12 pages on aircraft ([[claim:jets]]).",
        "5 days later that aircraft left, and three other aircraft came ([[claim:jets]]).",
        "Hundreds of men, several hundred men, half a million men ([[claim:jets]]).",
        "One aircraft was white ([[claim:jets]]).",
    ],
)
def test_numbers_that_somebody_gives_or_that_count_something_else_are_fine(sentence: str) -> None:
    assert told(SITE, page(sentence), code="W412") == []


@pytest.mark.parametrize(
    ("lang", "sentence", "said"),
    [
        ("en", "Aircraft: 41 ([[claim:jets]]).", "Aircraft: 41"),
        ("en", "Men: about 2,000 in all ([[claim:jets]]).", "Men: about 2,000"),
        ("en", "[[claim:jets|Aircraft]]: 41", "Aircraft: 41"),
        ("en", "Combat aircraft (41) came ([[claim:jets]]).", "aircraft (41)"),
        ("en", "Men (1,300–1,400) came ([[claim:jets]]).", "Men (1,300–1,400)"),
        ("en", "The number of aircraft was 41 ([[claim:jets]]).", "aircraft was 41"),
        (
            "en",
            "The total number of combat aircraft at Jufra is 41 ([[claim:planes]]).",
            "aircraft at Jufra is 41",
        ),
        ("en", "The count of men had been put at 2,000 in May ([[claim:jets]]).", "men had been put at 2,000"),
        ("fr", "Hommes : 2 000 ([[claim:jets]]).", "Hommes : 2 000"),
        ("fr", "Le nombre d'hommes était de 2 000 ([[claim:jets]]).", "hommes était de 2 000"),
        ("fr", "Le nombre d'avions à Jufra s'élevait à 41 ([[claim:planes]]).", "avions à Jufra s'élevait à 41"),
        ("ar", "بلغ عدد الطائرات 41 ([[claim:planes|هنا]]).", "الطائرات 41"),
        ("ar", "عدد الطائرات: ٤١ ([[claim:planes|هنا]]).", "الطائرات: ٤١"),
        ("ar", "كان عدد الطائرات في الجفرة 41 ([[claim:planes|هنا]]).", "الطائرات في الجفرة 41"),
        ("en", "It cost $500 million ([[claim:cost]]).", "$500 million"),
        ("en", "It cost US$ 500 million ([[claim:cost]]).", "US$ 500 million"),
        ("en", "It cost USD 500m ([[claim:cost]]).", "USD 500m"),
        ("en", "It cost $1.2bn ([[claim:cost]]).", "$1.2bn"),
        ("en", "It cost $400,000 ([[claim:planes]], [[claim:cost]]).", "$400,000"),
        ("en", "It cost $450–500 million ([[claim:cost]]).", "$450–500 million"),
        ("en", "It cost 450 to 500 million dollars ([[claim:cost]]).", "450 to 500 million dollars"),
        ("en", "It cost €300 million ([[claim:cost]]).", "€300 million"),
        ("fr", "Cela a coûté 300 millions € ([[claim:cost]]).", "300 millions €"),
        ("ar", "كلف ذلك 500 مليون دولار ([[claim:cost|هنا]]).", "500 مليون دولار"),
    ],
)
def test_a_unit_or_a_currency_may_stand_before_its_number(lang: str, sentence: str, said: str) -> None:
    (message,) = told(SITE, page(sentence, lang), code="W412")
    assert f"`{said}`" in message


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("en", "Aircraft: 14, men: 1,000 ([[claim:jets]])."),
        ("en", "On aircraft: 41 sources agree, and of the aircraft: 9 left ([[claim:jets]])."),
        ("en", "He spoke of aircraft (2020) and men (2019), then of aircraft (1) and men (2) ([[claim:jets]])."),
        ("en", "Aircraft (3 types, see p. 41) came ([[claim:jets]])."),
        ("en", "The number of men on the aircraft was 41, of types of aircraft 2 ([[claim:planes]])."),
        ("en", "The number of aircraft was three times higher, or 41 percent, and rose by 3 ([[claim:jets]])."),
        ("en", "The number of aircraft was at least 14 in May ([[claim:jets]])."),
        ("en", "The number of men per aircraft was 3 ([[claim:planes]])."),
        ("en", "It cost $400 million, or US$0.4bn, USD 400m, 400 million dollars ([[claim:cost]])."),
        ("en", "It cost $400 million, $30 million each ([[claim:cost]])."),
        ("en", "It cost between $300 and $500 million, about $400 million ([[claim:cost]])."),
        ("en", "It cost $30 million a day, 14 aircraft a week ([[claim:cost]], [[claim:jets]])."),
        ("en", "It cost £500 million, and 14 aircraft were worth $500 million ([[claim:jets]])."),
        ("en", "It cost 30 million euros, €30 million ([[claim:cost]])."),
        ("fr", "Le nombre d'avions était de 14, soit 400 millions de dollars ([[claim:planes]], [[claim:cost]])."),
        ("ar", "بلغ عدد الطائرات 14 بمبلغ 400 مليون دولار ([[claim:planes|هنا]]، [[claim:cost|هنا]])."),
    ],
)
def test_a_number_after_a_unit_most_likely_counts_what_follows_it(lang: str, sentence: str) -> None:
    assert told(SITE, page(sentence, lang), code="W412") == []


def test_of_several_claims_the_one_that_counts_in_the_unit_is_named() -> None:
    (message,) = told(SITE, page("It cost $500 million ([[claim:jets]], [[claim:cost]])."), code="W412")
    assert message.endswith("nobody on `cost` says")


def test_a_claim_without_figures_contradicts_no_number() -> None:
    other = "-- content/claims/other.md --\n---\ntext: They came.\n---\n"
    assert told(SITE, other, page("There were 41 aircraft ([[claim:other]])."), code="W412") == []
