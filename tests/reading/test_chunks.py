"""A long collected file read in pieces says what it says read whole."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backstory.diagnostics import Span
from backstory.reading.chunks import Chunk, part, pieces, united
from backstory.reading.documents import Read, documents
from backstory.reading.markdown_fields import Markdown
from backstory.records.document import BackingList, Document, Part
from backstory.values.located import Fields, Items, Located, Text
from backstory.yamltext import COLLECTED

ACTORS = "content/actors.yaml"
BACKINGS = "content/backings/un.yaml"
PLAIN = Markdown(trust_full=False)
_ENTRIES = [
    "lna:\n  name: Libyan National Army\n  type: armed-group\n",
    "gna:\n  name: 'Y'\n  aliases:\n  - q\n  - {text: b, as: former}\n",
    "un:\n  summary: a *b* and [[lna]]\n",
    "af:\n  name: |\n    text\n    more\n\n",
    'eu:\n  name: "one\n    two"\n',
    "list:\n  aliases:\n  - x\n  - y\n",
    "bare:\n  name:\n",
    "dash:\n  sources:\n    -\n",
    "cut:\n  name: text #cut\n",
    "curly:\n  name: “a”\n",
    "kept:\n  name: >+\n    text\n\n\n",
    "# a remark\n",
    "\n",
]
_ODD_ENTRIES = [
    "open:\n  name: 'a\n\nlna:\n  b'\n",
    "flow: {a: b,\nm: c}\n",
    "mark:\n  ? x\n",
    "? lna\n",
    "? a\n: b: c\n",
    "tag: !x\n  a: b\n",
    "name: &a\n  a: b\n",
    "alias: *a\n",
    "<<: x\n",
    "tab:\n\tname: x\n",
    'quote: "\n',
    "bracket: [\n",
    "lna:\n  name: x\n  name: y\n",
    "---\n",
    "%YAML 1.1\n",
    " in:\n  name: x\n",
    "over:\n    name: x\n  type: y\n",
    "Not An Id:\n  name: x\n",
    "Ai:\n  name: x\n",
    "text: x\n",
    "- item\n",
    "words\n",
    'code:\n  name: "a\\u0007"\n',
]
_RECORDS = [
    "- actor: russia\n",
    "- actor: turkey\n  to: ..\n",
    "- actor: egypt\n  support:\n  - weapons\n  - training\n",
    "- actor: qatar\n  support:\n    - {kind: weapons}\n",
    "- note: |\n    text\n\n",
    '- note: "one\n  two"\n',
    "- actor:\n",
    "# a remark\n",
]
_ODD_RECORDS = [
    '- note: "one\n- actor: two"\n',
    "- support: [x,\n- y]\n",
    "- ? x\n",
    "- \n",
    "- words\n",
    "-actor: x\n",
    "- [[lna]]\n",
    "actor: x\n",
    "  - actor: x\n",
    "- {a: b\n",
    "- note: 'x\n",
    "...\n",
]
_SIGNS = [*"\t :-#[]{}\"'*&!|>%@?,\n", ": ", "- ", "\n\n", "  "]


def _texts(usual: list[str], odd: list[str]) -> st.SearchStrategy[str]:
    entry = st.sampled_from(usual) | st.sampled_from([*usual, *odd])
    return st.lists(entry, min_size=2, max_size=6, unique=True).map("".join)


def _damaged(texts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    places = st.tuples(st.integers(0, 200), st.integers(0, 2), st.sampled_from(["", *_SIGNS]))

    def damage(text: str, place: tuple[int, int, str]) -> str:
        at, length, sign = place
        return text[:at] + sign + text[at + length :]

    return texts | st.builds(damage, texts, places)


@given(_damaged(_texts(_ENTRIES, _ODD_ENTRIES)), st.sampled_from([1, 5, 40]))
@settings(max_examples=400, deadline=None)
def test_entries_read_in_pieces_are_those_of_the_whole_file(text: str, size: int) -> None:
    _assert_same(ACTORS, text, size)


@given(_damaged(_texts(_RECORDS, _ODD_RECORDS)), st.sampled_from([1, 5, 40]))
@settings(max_examples=400, deadline=None)
def test_records_read_in_pieces_are_those_of_the_whole_file(text: str, size: int) -> None:
    _assert_same(BACKINGS, text, size)


@pytest.mark.parametrize(("path", "entries"), [(ACTORS, _ENTRIES), (BACKINGS, _RECORDS)])
def test_usual_entries_are_read_in_pieces(path: str, entries: list[str]) -> None:
    text = "".join(entries)
    assert _in_pieces(path, text, 1) is not None
    _assert_same(path, text, 1)


def test_a_piece_begins_at_the_line_it_has_in_its_file() -> None:
    text = "# two\n\na:\n  name: A\n\nb:\n  name: B\nc:\n  name: C\n"
    found = pieces(ACTORS, text.encode(), size=1)
    assert found == (
        Chunk(1, "# two\n\na:\n  name: A\n"),
        Chunk(6, "b:\n  name: B"),
        Chunk(8, "c:\n  name: C\n"),
    )


def test_a_short_file_is_not_cut() -> None:
    assert pieces(ACTORS, b"a:\n  name: A\nb:\n  name: B\n") == ()


def test_an_edit_changes_few_pieces() -> None:
    lines = [f"actor-{at}:\n  name: Number {at}\n" for at in range(2_000)]
    before = {piece.text for piece in pieces(ACTORS, "".join(lines).encode(), size=500)}
    lines[1_000] += "  type: state\n"
    lines.insert(200, "another:\n  name: Another\n")
    after = {piece.text for piece in pieces(ACTORS, "".join(lines).encode(), size=500)}
    assert len(before) > 10
    assert len(after - before) <= 4


@pytest.mark.parametrize(
    "text",
    [
        "a:\n  name: 'A\nb:\n  name: B'\n",
        "a:\n  name: A\nb: B\n",
        "a:\n  name: A\na:\n  name: B\n",
        "a:\n  name: A\n...\nb:\n  name: B\n",
        " a:\n  name: A\nb:\n  name: B\n",
    ],
)
def test_where_one_entry_tells_on_another_only_the_whole_file_is_read(text: str) -> None:
    assert _in_pieces(ACTORS, text, 1) is None


def test_the_number_of_values_is_limited_for_all_pieces_together() -> None:
    fields = Fields({}, Span(ACTORS), {})
    half = Part(1, fields, {}, (), COLLECTED.nodes // 2)
    assert united(ACTORS, (half, half), "en") == ((), ())
    assert united(ACTORS, (half, half, Part(9, fields, {}, (), 1)), "en") is None


def test_the_values_of_a_piece_are_counted_as_the_parser_counts_them() -> None:
    read = part(ACTORS, Chunk(1, "a:\n  name: A\n  aliases: [b, {text: c}]\n"), "en", PLAIN)
    assert read is not None
    assert read.nodes == 1 + (1 + 1) + (1 + 1) + (1 + 1 + 1 + 1 + (1 + 1))


def _in_pieces(path: str, text: str, size: int) -> Read | None:
    cut = pieces(path, text.encode(), size=size)
    parts = [part(path, each, "en", PLAIN) for each in cut]
    whole = [each for each in parts if each is not None]
    return united(path, whole, "en") if cut and len(whole) == len(parts) else None


def _assert_same(path: str, text: str, size: int) -> None:
    read = _in_pieces(path, text, size)
    if read is not None:
        whole = documents(path, text.encode(), languages=("en",))
        assert read == whole
        assert [_placed(each) for each in read[0]] == [_placed(each) for each in whole[0]]


def _placed(read: object) -> object:
    """The places in a document, which equality passes over."""
    if isinstance(read, BackingList):
        return [_places(each) for each in read.items]
    assert isinstance(read, Document)
    return _places(read.fields)


def _places(value: Located) -> object:
    if isinstance(value, Text):
        return value.span, value.plain
    if isinstance(value, Items):
        return value.span, [_places(each) for each in value]
    return value.span, [(key, _places(each)) for key, each in value.items()], [*value.keys_at.items()]
