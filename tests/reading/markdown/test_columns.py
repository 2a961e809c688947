"""In a text that links an event, each line of a run has the column at which it stands, or none: never a wrong one."""

from __future__ import annotations

import random

import pytest

from backstory.diagnostics import Span
from backstory.reading.markdown import body, inline
from backstory.records.prose import Prose, Run
from backstory.values.located import Text

FIRST = 7
EVENT = "[[event:x]]"


def read(text: str) -> Prose:
    return body(text, "a.md", FIRST, "en")[0]


def columns(text: str) -> list[tuple[str, int, int]]:
    """Every line of the runs that has words, its line in the file and its column."""
    return _of(read(text))


def _of(prose: Prose) -> list[tuple[str, int, int]]:
    return [
        (words, run.line + number, run.columns[number])
        for run in prose.parts
        if isinstance(run, Run)
        for number, words in enumerate(run.text.split("\n"))
        if words.strip()
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"One {EVENT} two.", [("One ", 7, 1), (" two.", 7, 16)]),
        (f"One\n  two {EVENT}\nthree", [("One", 7, 1), ("two ", 8, 3), ("three", 9, 1)]),
        (f"> - one {EVENT}\n>   two", [("one ", 7, 5), ("two", 8, 5)]),
        (f"**one** {EVENT} _two_", [("one", 7, 3), ("two", 7, 22)]),
        ("[one](../events/x.md) two", [("one", 7, 2), (" two", 7, 22)]),
        (f"| a | b |\n|---|---|\n| {EVENT} | 14 |", [("a", 7, 3), ("b", 7, 7), ("14", 9, 17)]),
        (f"| 4 | 14 |\n|---|---|\n| 4 | {EVENT} |", [("4", 7, 3), ("14", 7, 7), ("4", 9, 3)]),
        (f"سقطت {EVENT} في يوليو.", [("سقطت ", 7, 1), (" في يوليو.", 7, 17)]),
        (f"a[^1]\n\n[^1]: one {EVENT}", [("a", 7, 1), ("one ", 9, 7)]),
        (f"One\r\ntwo {EVENT}", [("One", 7, 1), ("two ", 8, 1)]),
        (f"- [x] one {EVENT}", [(" one ", 7, 6)]),
        (f"one `two` {EVENT}", [("one ", 7, 1), ("two", 7, 6)]),
        (f"one {EVENT} at `one` one", [("one ", 7, 1), (" at ", 7, 16), ("one", 7, 21), (" one", 7, 25)]),
        (f"<a title='one'>one</a> {EVENT}", [("one", 7, 16)]),
        (f"one {EVENT}\n2.\ttwo", [("one ", 7, 1), ("2.\ttwo", 8, 1)]),
        (f"<p>a\n{EVENT} b <i>b</i></p>", [("a", 7, 4), (" b ", 8, 12), ("b", 8, 18)]),
        (f"\\*one* {EVENT} &amp; two", [("*one* ", 7, 2), (" & two", 7, 0)]),
    ],
)
def test_a_line_of_a_run_has_the_column_at_which_it_stands(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert columns(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        f"one\\. two {EVENT}",
        f"<div>\n\tone {EVENT}</div>",
        f"3 <!-- 4 May --> 4&nbsp;May {EVENT}",
    ],
)
def test_words_that_are_written_otherwise_have_no_column(text: str) -> None:
    assert [column for _, _, column in columns(text) if column] == []


def test_a_text_without_events_and_claims_has_no_columns() -> None:
    assert [part.columns for part in read("One [[lna]] two").parts if isinstance(part, Run)] == [(), ()]


def test_a_value_of_the_front_matter_has_columns_where_it_is_written_as_it_reads() -> None:
    text = f"one {EVENT} two"
    exact, folded = Span("a.md", 3, 10, 3, 10 + len(text)), Span("a.md", 3, 10, 5, 1)
    assert _of(inline(Text(text, exact), "en")[0]) == [("one ", 3, 10), (" two", 3, 25)]
    parts = inline(Text(text, folded), "en")[0].parts
    assert [part.columns for part in parts if isinstance(part, Run)] == [(), ()]


SHAPES = (
    "{} EVENT {}, **{}** {} and {}.",
    "{}\n{} EVENT\n  {}",
    "> {}\n> {} EVENT",
    "- {} EVENT\n- {}\n  {}",
    "1. {}\n\n   {} EVENT {}",
    "| {} | {} |\n|---|---|\n| {} | EVENT |\n| {} {} | {} |",
    "- {}\n\n  | {} | {} |\n  |---|---|\n  | EVENT {} | {} |",
    "[{} {}](../events/x.md) {} `{}` {}",
    "{} [[event:x|{}]] {} <b>{}</b> {}",
    "## {} EVENT {}\n\n{}",
    "{}[^n]\n\n[^n]: {} EVENT {}\n    {}",
    "{}  \n{} EVENT\\\n{}",
    "a <!-- {}\n{} --> {} EVENT {}",
    "{} &amp; {} EVENT \\* {} EVENT {} &lt;{}",
    "<div>\n<p title='{}'>{} EVENT {}</p>\n{}</div>",
    "<table><tr><td>{}</td><td>EVENT</td></tr><tr><td>{}</td></tr></table>",
    "`{}\n{}` EVENT {}\n{}",
    "> [!NOTE]\n> {} EVENT {}\n>\n> — {}, {}",
    "[[event:x\n|{}]] {}\n{} ![{}](a.png) {}",
    "<a href='../events/x.md'>{}</a> {} ~~{}~~ www.{}.org {}",
    "[{}]\n{}\n\n[x{}]: ../events/x.md\n\n{} EVENT",
    "- [ ] {} EVENT\n\t- {} {}",
    "[[={}]] {} EVENT {} [@late, {}] {}",
)


def test_no_run_has_a_wrong_column_however_often_its_words_stand_there() -> None:
    chance = random.Random(411)
    told = 0
    for _ in range(300):
        shape = "\n\n".join(chance.choices(SHAPES, k=3)).replace("[^n]", f"[^{chance.random()}]")
        shape = shape.replace("EVENT", EVENT)
        alike = [chance.choice(("4", "44", "405")) for _ in range(shape.count("{}"))]
        apart = [chr(0x4E00 + number) * len(words) for number, words in enumerate(alike)]
        rows = shape.format(*apart).split("\n")
        truth, seen = (columns(shape.format(*words)) for words in (apart, alike))
        for (words, line, column), (_, same, shown) in zip(truth, seen, strict=True):
            assert (line, column) == (same, shown)
            assert not column or rows[line - FIRST].startswith(words, column - 1)
            told += column > 0
    assert told > 1_000
