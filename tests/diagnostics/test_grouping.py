"""What one cause brings about in many places of a file is told once, at its first place."""

from __future__ import annotations

from backstory.diagnostics import Diagnostic, Span, once_a_file, ordered, report

MORE = ", and so do {count} more"


def at(line: int, path: str = "a.yaml") -> Diagnostic:
    return report("N418", "this rests on one source", Span(path, line))


def told(*found: tuple[str, Diagnostic]) -> list[tuple[str, str, int, list[int]]]:
    return [
        (each.message, each.span.path, each.span.line, [also.span.line for also in each.related])
        for each in once_a_file(found, MORE)
    ]


def test_three_are_told_each_and_four_once_with_the_next_two_places() -> None:
    message = "this rests on one source"
    three = [("x", at(line)) for line in (5, 1, 9)]
    assert told(*three) == [(message, "a.yaml", line, []) for line in (1, 5, 9)]
    assert told(*three, ("x", at(7))) == [(f"{message}, and so do 3 more", "a.yaml", 1, [5, 7])]


def test_causes_and_files_are_kept_apart_and_one_place_counts_once() -> None:
    found = [
        (cause, at(line, path))
        for cause, path in (("x", "a.yaml"), ("y", "b.yaml"), ("x", "b.yaml"))
        for line in (1, 2, 2, 3, 3)
    ]
    assert len(told(*found)) == 9


def test_findings_stand_by_path_line_column_code_and_message_each_once() -> None:
    places = [("b.md", 1, 1), ("a.md", 10, 1), ("a.md", 2, 3), ("a.md", 2, 1), ("a.md", 1, 9)]
    found = [report("N418", "m", Span(*place)) for place in places]
    found += [report("E201", "z", Span("a.md", 1, 9)), report("E201", "a", Span("a.md", 1, 9)), found[0]]
    assert [(each.span.path, each.span.line, each.span.column, each.code, each.message) for each in ordered(found)] == [
        ("a.md", 1, 9, "E201", "a"),
        ("a.md", 1, 9, "E201", "z"),
        ("a.md", 1, 9, "N418", "m"),
        ("a.md", 2, 1, "N418", "m"),
        ("a.md", 2, 3, "N418", "m"),
        ("a.md", 10, 1, "N418", "m"),
        ("b.md", 1, 1, "N418", "m"),
    ]
