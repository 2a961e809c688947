"""Questions are noted while work is done, also those that were asked on behalf of somebody else."""

from __future__ import annotations

from backstory.engine.questions import Questions, Table


def _table(questions: Questions) -> Table[str, int]:
    return Table("sum", {"a": 1, "b": 2}, questions)


def test_each_key_asked_for_is_a_question_there_or_not() -> None:
    questions = Questions()
    table = _table(questions)
    assert (table["a"], table.get("c"), "b" in table) == (1, None, True)
    assert questions.asked == {"sum a", "sum c", "sum b"}


def test_whoever_goes_through_all_of_a_table_or_counts_it_asks_for_everything() -> None:
    for look in (list, len, dict):
        questions = Questions()
        look(_table(questions))
        assert "sum *" in questions.asked


def test_what_is_asked_apart_counts_nowhere_else() -> None:
    questions = Questions()
    table = _table(questions)
    with questions.apart() as asked:
        assert table["a"] == 1
    assert (asked, questions.asked) == ({"sum a"}, set())


def test_what_is_made_once_asks_its_questions_for_all_who_use_it() -> None:
    questions = Questions()
    table = _table(questions)
    made = []

    def make() -> int:
        made.append(1)
        return table["a"] + 1

    for _ in range(2):
        with questions.apart() as asked:
            assert questions.once("more", make) == 2
        assert asked == {"sum a"}
    assert made == [1]


def test_what_was_made_once_stands_where_none_of_its_answers_changed() -> None:
    questions = Questions()
    table = _table(questions)
    questions.once("a", lambda: table["a"])
    questions.once("b", lambda: table["b"])
    after = questions.standing({"sum b"})
    assert after.once("a", lambda: 10) == 1
    assert after.once("b", lambda: 20) == 20
