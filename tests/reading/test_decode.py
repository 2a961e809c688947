"""Bytes become text, and what is wrong with them is named at its place."""

from __future__ import annotations

import pytest

from backstory.reading.decode import decode


def _codes(data: bytes) -> list[tuple[str, int, int]]:
    _, found = decode(data, "a.md")
    return [(each.code, each.span.line, each.span.column) for each in found]


def test_a_byte_order_mark_and_other_line_ends_vanish() -> None:
    assert decode(b"\xef\xbb\xbfa\r\nb\rc\n", "a.md") == ("a\nb\nc\n", ())


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_utf16_and_utf32_are_named_and_read_on(codec: str) -> None:
    text, found = decode("title: Jets\ndate: 2020\n".encode(codec), "a.md")
    assert text == "title: Jets\ndate: 2020\n"
    assert [each.code for each in found] == ["E003"]
    assert codec[:6].upper() in found[0].message


@pytest.mark.parametrize(
    ("word", "codec"),
    [("Café", "cp1252"), ("ليبيا", "cp1256"), ("Ливия", "cp1251")],
)
def test_another_encoding_is_guessed_and_shown(word: str, codec: str) -> None:
    text, found = decode(f"---\ntitle: {word} x\n".encode(codec), "a.md")
    assert text == f"---\ntitle: {word} x\n"
    (diagnostic,) = found
    assert (diagnostic.code, diagnostic.span.line) == ("E002", 2)
    assert f"`{word}`" in diagnostic.message
    assert f"Windows-{codec[2:]}" in diagnostic.hint


def test_the_column_of_a_wrong_byte_counts_characters() -> None:
    assert _codes("é😀 caf".encode() + b"\xe9\n") == [("E002", 1, 7)]


def test_a_zero_byte_is_reported_and_read_as_a_space() -> None:
    text, found = decode(b"ab\x00c\n", "a.md")
    assert text == "ab c\n"
    assert [(each.code, each.span.column) for each in found] == [("E004", 3)]


def test_control_characters_private_characters_and_hidden_breaks_are_reported() -> None:
    data = "a\x0b\nb\ue000\nc\u2028d\n\x7f\n".encode()
    assert _codes(data) == [("E004", 1, 2), ("E007", 2, 2), ("W002", 3, 2), ("E004", 4, 1)]
    assert decode(data, "a.md")[0] == "a \nb\ufffd\nc d\n \n"


def test_a_page_of_a_megabyte_is_read_and_of_a_byte_more_is_not() -> None:
    whole = b"x\n" * (512 * 1024)
    assert decode(whole, "a.md")[0] == whole.decode()
    assert decode(whole + b"\n", "a.md")[0] is None


def test_a_line_of_100_000_characters_is_read() -> None:
    assert decode("é".encode() * 100_000, "a.md") == ("é" * 100_000, ())


def test_twenty_refused_characters_of_a_file_are_told() -> None:
    assert len(decode(b"\x0b" * 20, "a.md")[1]) == 20
    assert len(decode(b"\x0b" * 21, "a.md")[1]) == 20


def test_a_page_over_the_limit_is_refused_politely() -> None:
    text, found = decode(b"x\n" * 1_048_576, "a.md")
    assert text is None
    assert [each.code for each in found] == ["E005"]
    assert "2.0 MB" in found[0].message


def test_a_line_over_the_limit_is_refused_at_its_line() -> None:
    text, found = decode(b"a\n" + b"x" * 100_001, "a.md")
    assert text is None
    assert [(each.code, each.span.line) for each in found] == [("E006", 2)]
