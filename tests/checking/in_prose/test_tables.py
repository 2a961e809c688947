"""Rows of tables against what they link: dates of events, numbers of claims."""

from __future__ import annotations

import pytest

from backstory.checking.in_prose.table_rows import rows
from tests.checking.article import SITE, page, pointed
from tests.checking.planted import found, read
from tests.checking.planted import told as told_of

OFFENSIVE = "[[event:offensive|The advance]]"


def table(head: str, *below: str) -> str:
    return "\n".join((f"| {head} |", "|" + "---|" * (head.count("|") + 1), *(f"| {each} |" for each in below)))


def told(body: str, lang: str, code: str) -> list[str]:
    return told_of(SITE, page(body, lang), code=code)


def cut(body: str) -> list[list[tuple[str, str]]]:
    knowledge, _ = read(SITE + page(body))
    found = rows(knowledge.articles["one"].texts["body", "en"])
    return [[(cell.heading, cell.words.text) for cell in row] for row in found]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (table("a | b", "1 |", "2 | 3"), [[("a", "1"), ("b", "")], [("a", "2"), ("b", "3")]]),
        (table(" |", "[[lna|x]] *y* | `c` z"), [[("", "x y"), ("", "  z")]]),
        (f"One\n\n{table('a | b', '1 | 2')}\n\nTwo\n\n{table('c', '3')}", [[("a", "1"), ("b", "2")], [("c", "3")]]),
        ("<table><tr><th>a</th><td>1</td></tr></table>", [[("", "a"), ("", "1")]]),
        ("<table><tr><td colspan='2'>1</td></tr><tr><td>2</td><td>3</td></tr></table>", []),
        ("<table><tr><td><p>1</p><p>2</p></td></tr></table>", []),
        ("<table><tr><td>1<table><tr><td>2</td></tr></table></td></tr></table>", [[("", "2")]]),
        ("One", []),
    ],
)
def test_a_row_is_its_cells_under_their_headings(body: str, expected: list[list[tuple[str, str]]]) -> None:
    assert cut(body) == expected


@pytest.mark.parametrize(
    ("lang", "body", "date"),
    [
        ("en", table("Event | Date", "[[event:offensive]] | 3 May 2020"), "3 May 2020"),
        ("en", table("Date | Event", "3 May 2020 | [[event:offensive\\|The advance]]"), "3 May 2020"),
        ("en", table("When | What happened", f"**3 May 2020** | {OFFENSIVE} [@late]"), "3 May 2020"),
        ("en", table("Event | Date of the event | Place", f"{OFFENSIVE} | on 3 May 2020 | Tripoli"), "3 May 2020"),
        ("en", table("Event | When?", f"The {OFFENSIVE} | in May 2020"), "May 2020"),
        ("en", table("Event | Date | Reported", f"{OFFENSIVE} | 4 April 2018 | 5 May 2020"), "4 April 2018"),
        ("en", table("Event | Start | End", f"{OFFENSIVE} | 4 April 2018 | 5 June 2020"), "4 April 2018"),
        ("en", table("Event | Year", f"{OFFENSIVE} | 2018"), "2018"),
        ("en", table("Event | Month", f"{OFFENSIVE} | 2018-04"), "2018-04"),
        (
            "en",
            table("Event | Date", f"{OFFENSIVE} | 4 April 2019", "[[event:gharyan]] | 26 July 2019"),
            "26 July 2019",
        ),
        ("en", table(" |", f"{OFFENSIVE} | 3 May 2020"), "3 May 2020"),
        ("en", f"<table><tr><td>{OFFENSIVE}</td><td>3 May 2020</td></tr></table>", "3 May 2020"),
        ("fr", table("Événement | Date", "[[event:gharyan|Chute]] | 26 juillet 2019"), "26 juillet 2019"),
        ("ar", table("الحدث | التاريخ", "[[event:gharyan|سقوط غريان]] | ٢٦ يوليو ٢٠١٩"), "٢٦ يوليو ٢٠١٩"),
    ],
)
def test_a_date_in_the_row_of_an_event_that_cannot_be_its_own_is_told_at_the_date(
    lang: str, body: str, date: str
) -> None:
    (message,) = told(body, lang, "W411")
    assert f"the row says {date};" in message
    assert pointed(body, "W411", lang) == [date]


@pytest.mark.parametrize(
    ("lang", "body"),
    [
        ("en", table("Event | Date", f"{OFFENSIVE} | 4 April 2019", f"{OFFENSIVE} | April", f"{OFFENSIVE} | 2019")),
        ("en", table("Event | Date", "[[event:talks]] | 13–14 January 2020", "[[event:storm]] | 26 March 2020")),
        ("en", table("Event | From | To", f"{OFFENSIVE} | 4 April 2019 | 5 June 2020")),
        ("en", table("Event | Reported", f"{OFFENSIVE} | 5 April 2019")),
        ("en", table("Event | Date of the report", f"{OFFENSIVE} | 5 May 2019")),
        ("en", table("Event | End", f"{OFFENSIVE} | 5 June 2020")),
        ("en", table("Event | Deaths", f"{OFFENSIVE} | 2018")),
        ("en", table("Event | Source", f"{OFFENSIVE} | AFP, 7 May 2019")),
        ("en", table("Event | Source | Date", f"{OFFENSIVE} | AFP | 7 May 2019")),
        ("en", table("Source | Date | Event", f"Reuters | 5 May 2019 | {OFFENSIVE}")),
        ("en", table("Who | What | Date", f"Turkey | {OFFENSIVE} | 5 May 2020")),
        ("en", table("Date | Cause", f"5 June 2020 | {OFFENSIVE}")),
        ("en", table("Date | What | See also", f"18 May 2020 | Watiya falls | {OFFENSIVE}")),
        ("en", table("Date | What happened", f"18 May 2020 | Watiya, lost in {OFFENSIVE}, is retaken")),
        ("en", table("Date | What happened", f"18 May 2020 | {OFFENSIVE} collapses")),
        ("en", table("Date | What happened", "18 May 2020 | A year after the march ([[event:offensive]])")),
        ("en", table("Date | What happened", "18 May 2020 | Watiya falls ([[event:offensive|background]])")),
        ("en", table("Date | What happened", "5 June 2020 | End of the siege ([[event:offensive]])")),
        ("en", table("Date | What happened", "5 June 2020 | Turkey condemned it ([[event:offensive]])")),
        ("en", table("Date | Event | Event", f"26 June 2019 | {OFFENSIVE} | [[event:gharyan]]")),
        ("en", table(" | |", f"{OFFENSIVE} | 3 May 2020 | 4 May 2020")),
        ("en", table("Event | Date", f"{OFFENSIVE} | 3 May 2020, by AFP")),
        ("en", table("[[event:offensive]] | 3 May 2020", "one | two")),
        ("fr", table("Événement | Publié", "[[event:gharyan|Chute]] | 27 juillet 2019")),
        ("ar", table("الحدث | تاريخ النشر", "[[event:gharyan|سقوط غريان]] | ٢٧ يوليو ٢٠١٩")),
    ],
)
def test_a_date_in_a_row_that_may_be_another_things_is_fine(lang: str, body: str) -> None:
    assert told(body, lang, "W411") == []


@pytest.mark.parametrize(
    ("lang", "body", "said", "number"),
    [
        ("en", table("Claim | Said", "[[claim:jets]] | 41 aircraft"), "`41 aircraft`", "41"),
        ("en", table("Claim | Aircraft", "[[claim:jets]] | 41"), "`41` for `Aircraft`", "41"),
        ("en", table("Claim | Aircraft", "[[claim:jets]] | 12–16 (Reuters)"), "`12–16` for", "12–16"),
        ("en", table("Claim | Number of aircraft", "[[claim:jets]] | at least 41"), "`41` for", "41"),
        ("en", table("Speaker | Men | Claim", "LNA | 2,000 or more | [[claim:jets]]"), "`2,000` for `Men`", "2,000"),
        ("en", table("Claim | Men | Aircraft", "[[claim:jets]] | 1,000 | 41"), "`41` for `Aircraft`", "41"),
        ("en", table("Claim | Said | Aircraft", "[[claim:jets]] | 14 aircraft | 41"), "`41` for `Aircraft`", "41"),
        ("en", table("Claim | Cost (USD)", "[[claim:cost]] | 500,000,000"), "for `Cost (USD)`", "500,000,000"),
        ("en", table("Claim | Cost (USD million)", "[[claim:cost]] | 500"), "for `Cost (USD million)`", "500"),
        ("en", table("Claim | Cost", "[[claim:cost]] | $500 million"), "`$500 million`", "$500 million"),
        ("fr", table("Affirmation | Avions", "[[claim:planes|Avions]] | 41"), "`41` for `Avions`", "41"),
        ("ar", table("القول | عدد الطائرات", "[[claim:planes|هنا]] | ٤١"), "`٤١` for `عدد الطائرات`", "٤١"),
    ],
)
def test_a_number_in_the_row_of_a_claim_that_nobody_gives_is_told_at_the_number(
    lang: str, body: str, said: str, number: str
) -> None:
    (message,) = told(body, lang, "W412")
    assert "the row says " in message
    assert said in message
    assert pointed(body, "W412", lang) == [number]


@pytest.mark.parametrize(
    "body",
    [
        table("Claim | Aircraft", "[[claim:jets]] | 14", "[[claim:jets]] | at least 14 [@late, p. 41]"),
        table("Claim | Aircraft", "[[claim:jets]] | 14 (27 May)", "[[claim:jets]] | 14 MiG-29, 4 Su-24"),
        table("Claim | Men", "[[claim:jets]] | 800–1,200", "[[claim:jets]] | more than 1,000"),
        table("Claim | Sources", "[[claim:jets|Aircraft]] | 2"),
        table("Claim | Positions | Denials", "[[claim:jets]] | 7 | 3"),
        table("No | Claim | Aircraft | Sources", "1 | [[claim:jets]] | 14 | 5"),
        table("Claim | Aircraft lost since", "[[claim:jets]] | 2"),
        table("Claim | Aircraft types", "[[claim:jets]] | 2"),
        table("Claim | Said | Then lost", "[[claim:jets]] | 14 aircraft | 3 aircraft"),
        table("Date | What | Claim", "26 May | Turkey lost 2 aircraft | [[claim:jets]]"),
        table("Who | Aircraft lost | See", "Turkey | 2 | [[claim:jets]]"),
        table("Who | Aircraft | See also", "Turkey | 2 | [[claim:jets]]"),
        table("Year | Aircraft | Claim", "2018 | 41 | other than in [[claim:jets]]"),
        table("Claim | Number | Unit", "[[claim:jets]] | 41 | of aircraft, the types"),
        table("Claim | Cost (USD million)", "[[claim:cost]] | 400", "[[claim:cost]] | about 400"),
        table("Claim | Cost", "[[claim:cost]] | $400 million", "[[claim:cost]] | $500 million a year"),
    ],
)
def test_a_number_in_a_row_that_may_count_something_else_is_fine(body: str) -> None:
    assert told(body, "en", "W412") == []


def test_the_same_number_twice_in_a_row_is_told_in_each_cell() -> None:
    body = table("Claim | Aircraft | Men", "[[claim:jets]] | 41 | 41")
    assert pointed(body, "W412") == ["41", "41"]
    first, second = found(SITE, page(body), code="W412")
    assert second.span.column == first.span.column + len("41 | ")
