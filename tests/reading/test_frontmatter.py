"""Front matter and body, and the borders between them that authors forget."""

from __future__ import annotations

from backstory.reading.frontmatter import Split, split


def _reported(text: str) -> tuple[str | None, str, list[tuple[str, int]], str]:
    parts = split(text, "a.md")
    found = parts.diagnostics
    return parts.fields, parts.body, [(d.code, d.span.line) for d in found], found[0].hint


def test_a_file_is_cut_at_its_lines_of_hyphens() -> None:
    assert split("---\na: b\n---\n\nText\n\n---\n", "a.md") == Split("a: b", 2, "\nText\n\n---\n", 4)


def test_spaces_after_the_hyphens_and_a_line_of_dots_are_fine() -> None:
    assert split("---  \na: b\n...\nText\n", "a.md") == Split("a: b", 2, "Text\n", 4)


def test_front_matter_that_is_not_closed_ends_where_the_text_seems_to_begin() -> None:
    fields, body, codes, hint = _reported("---\na: b\nc:\n  - d\n\nThe jets landed.\n")
    assert (fields, codes) == ("a: b\nc:\n  - d", [("E011", 1)])
    assert body == "\nThe jets landed.\n"
    assert "after line 4" in hint


def test_a_rule_in_the_text_does_not_close_the_front_matter() -> None:
    fields, _, codes, hint = _reported("---\na: b\n\nThe jets landed.\n\n---\n\nMore.\n")
    assert (fields, codes) == ("a: b", [("E011", 1)])
    assert "after line 2" in hint


def test_a_heading_ends_front_matter_that_is_not_closed() -> None:
    for heading in ("# Jets", "## What happened"):
        fields, body, codes, _ = _reported(f"---\na: b\n\n{heading}\n\nText.\n")
        assert (fields, body, codes) == ("a: b", f"\n{heading}\n\nText.\n", [("E011", 1)])


def test_empty_lines_and_remarks_in_the_front_matter_are_fine() -> None:
    text = "---\n# One\na: b\n\n# Two\nc:\n\n- d\n\n'e': f\n---\n"
    assert split(text, "a.md").diagnostics == ()


def test_too_few_or_too_many_hyphens_are_reported_where_they_stand() -> None:
    for wrong in ("--", "----", "—", "–––", "+++"):
        fields, body, codes, hint = _reported(f"---\na: b\n{wrong}\nText\n")
        assert (fields, body, codes, hint) == ("a: b", "Text\n", [("E011", 3)], "write `---`")


def test_keys_without_an_opening_line_are_read_all_the_same() -> None:
    fields, body, codes, hint = _reported("a: b\nc: d\n---\nText\n")
    assert (fields, body, codes) == ("a: b\nc: d", "Text\n", [("E010", 1)])
    assert hint == "add a line `---` above it"


def test_keys_without_any_hyphens_end_at_an_empty_line() -> None:
    fields, body, codes, _ = _reported("a: b\nc: d\n\nText\n")
    assert (fields, body, codes) == ("a: b\nc: d", "\nText\n", [("E010", 1)])


def test_a_file_that_starts_with_text_has_no_front_matter() -> None:
    fields, body, codes, _ = _reported("The jets landed.\n")
    assert (fields, body, codes) == (None, "The jets landed.\n", [("E010", 1)])


def test_toml_and_json_front_matter_is_named() -> None:
    assert "YAML" in split("{\n}\n", "a.md").diagnostics[0].message
    fields, _, codes, _ = _reported("+++\na = 1\n+++\nText\n")
    assert codes == [("E010", 1)]
    assert fields is None


def test_empty_lines_above_the_front_matter_are_reported() -> None:
    fields, _, codes, _ = _reported("\n\n---\na: b\n---\n")
    assert (fields, codes) == ("a: b", [("E010", 3)])
