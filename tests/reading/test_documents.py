"""A source file becomes documents, whatever it holds."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from backstory.diagnostics import Diagnostic, Span
from backstory.reading.documents import documents
from backstory.records.document import BackingList, Document
from backstory.records.prose import Prose, Run, packed
from backstory.values.keys import Key, Kind
from backstory.values.located import Text


class _Plain:
    """Reads Markdown as one run of text."""

    def body(self, text: str, path: str, line: int, lang: str, /) -> tuple[Prose, tuple[Diagnostic, ...]]:
        return Prose(lang, packed((Run(text, 0, 0, line=line),))), ()

    def inline(self, text: Text, lang: str, /) -> tuple[Prose, tuple[Diagnostic, ...]]:
        return Prose(lang, packed((Run(str(text), 0, 0, line=text.span.line),))), ()


def _read(path: str, text: str | bytes) -> tuple[tuple[Any, ...], list[tuple[str, int]]]:
    data = text if isinstance(text, bytes) else text.encode()
    made, found = documents(path, data, languages=("en", "ar"), prose=_Plain())
    return made, [(each.code, each.span.line) for each in found]


def _one(path: str, text: str | bytes) -> tuple[Document, list[tuple[str, int]]]:
    (document,), found = _read(path, text)
    assert isinstance(document, Document)
    return document, found


def _texts(document: Document) -> dict[tuple[str, str], tuple[str, int]]:
    runs = {key: prose.parts[0] for key, prose in document.prose.items()}
    return {key: (run.text, run.line) for key, run in runs.items() if isinstance(run, Run)}


def test_a_markdown_file_is_one_document() -> None:
    document, found = _one("content/actors/lna.md", "---\nname: LNA\nsummary: An army\n---\n\nText\n")
    assert found == []
    assert document.key == Key(Kind.ACTOR, "lna")
    assert (document.lang, document.path) == ("en", "content/actors/lna.md")
    assert document.head == Span("content/actors/lna.md", 1, 1, 1, 4)
    assert document.fields == {"name": "LNA", "summary": "An army"}
    assert _texts(document) == {("summary", "en"): ("An army", 3), ("body", "en"): ("\nText\n", 5)}
    assert (document.translation, document.collected, document.broken) == (False, False, False)


def test_a_translation_is_known_by_the_language_in_its_name() -> None:
    document, _ = _one("content/actors/lna.ar.md", "---\nsummary: جيش\n---\nنص\n")
    assert (document.key.id, document.lang, document.translation) == ("lna", "ar", True)
    assert set(document.prose) == {("summary", "ar"), ("body", "ar")}


def test_markdown_fields_are_read_in_each_of_their_languages() -> None:
    text = "---\nbrief:\n  happened:\n    en: Jets\n    ar: طائرات\n  unknown: Whose\n---\n"
    document, _ = _one("content/articles/jets.md", text)
    assert _texts(document) == {
        ("brief.happened", "en"): ("Jets", 4),
        ("brief.happened", "ar"): ("طائرات", 5),
        ("brief.unknown", "en"): ("Whose", 6),
    }


def test_the_lang_of_a_file_is_its_language_and_that_of_a_source_is_not() -> None:
    text = "---\ntitle: Avions\nlang: fr\n---\nText\n"
    assert _one("content/articles/jets.md", text)[0].lang == "fr"
    assert _one("content/sources/meo.md", text)[0].lang == "en"


def test_an_empty_file_is_a_broken_document_and_the_hint_has_a_skeleton() -> None:
    (document,), found = documents("content/actors/lna.md", b"\n", languages=("en",), prose=_Plain())
    assert isinstance(document, Document)
    assert document.broken
    assert [each.code for each in found] == ["E009"]
    assert "`name: …`, `type: state`" in found[0].hint


def test_a_file_that_cannot_be_read_is_a_broken_document() -> None:
    document, found = _one("content/actors/lna.md", b"x" * 1_100_000)
    assert (document.broken, document.key.id, found) == (True, "lna", [("E005", 1)])


def test_mistakes_of_bytes_borders_yaml_and_body_are_reported_together() -> None:
    text = "---\nname: a: b\ntype:\nx: y\x00\n----\nText \u202e\n"
    document, found = _one("content/actors/lna.md", text)
    assert found == [("E101", 2), ("N100", 3), ("E004", 4), ("E011", 5), ("W001", 6)]
    assert document.broken


def test_an_empty_value_counts_as_absent_with_a_note() -> None:
    document, found = _one("content/actors/lna.md", "---\nname: LNA\nsummary:\n---\n")
    assert (document.fields, found) == ({"name": "LNA"}, [("N100", 3)])


def test_front_matter_that_is_a_list_is_refused() -> None:
    document, found = _one("content/actors/lna.md", "---\n- name\n---\n")
    assert (document.fields, document.broken, found) == ({}, True, [("E118", 2)])


def test_front_matter_that_is_one_glued_line_is_reported_once() -> None:
    assert _one("content/actors/lna.md", "---\nname:LNA\n---\n")[1] == [("E112", 2)]


def test_a_broken_entry_of_a_collected_file_does_not_lose_the_others() -> None:
    text = "a:\n  name: A: B\nb:\n  name: B\nC D:\n  name: C\ne: E\nf:\n  name: F\nb:\n  name: G\n"
    made, found = _read("content/places.yaml", text)
    assert [(each.key.id, each.fields, each.broken) for each in made] == [
        ("a", {"name": "A: B"}, False),
        ("b", {"name": "B"}, False),
        ("c-d", {"name": "C"}, False),
        ("e", {}, True),
        ("f", {"name": "F"}, False),
    ]
    assert found == [("E101", 2), ("E020", 5), ("E021", 7), ("E108", 10)]
    assert made[1].head == Span("content/places.yaml", 3, 1, 3, 2)
    assert all(each.collected for each in made)


def test_a_collected_file_without_an_entry_that_can_be_read_is_told() -> None:
    for text in ("{?", "{{}", "{\n:", "{"):
        assert _read("content/places.yaml", text)[1]


def test_an_id_that_means_none_loses_its_entry_only() -> None:
    made, found = _read("content/places.yaml", "طرابلس:\n  name: A\nb:\n  name: B\n")
    assert ([each.key.id for each in made], found) == (["b"], [("E020", 1)])


def test_a_collected_file_that_is_a_list_is_refused_and_an_empty_one_too() -> None:
    for text, found in (("- a\n", [("E118", 1)]), ("", [("E009", 1)])):
        document, told = _one("content/places.yaml", text)
        assert (document.key, document.broken, told) == (Key(Kind.PLACE, ""), True, found)
    assert _read("content/places.yaml", "# nothing yet\n") == ((), [])


def test_a_backings_file_is_a_list_of_records() -> None:
    made, found = _read("content/backings/x.yaml", "- actor: russia\n  recipient: lna\n  via:\n- wagner\n")
    (backings,) = made
    assert isinstance(backings, BackingList)
    assert (backings.path, backings.head.line) == ("content/backings/x.yaml", 1)
    assert backings.items == ({"actor": "russia", "recipient": "lna"},)
    assert found == [("N100", 3), ("E024", 4)]


def test_a_backings_file_that_is_a_mapping_is_refused() -> None:
    path = "content/backings/x.yaml"
    assert _read(path, "actor: russia\n") == ((BackingList(path, Span(path), (), broken=True),), [("E024", 1)])


def test_a_path_that_stands_for_nothing_gives_nothing() -> None:
    assert _read("content/notes/x.md", "x") == ((), [])


_PATHS = ["content/actors/a.md", "content/places.yaml", "content/sources.json", "content/backings/a.yaml"]


@given(
    st.sampled_from(_PATHS),
    st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
)
@settings(max_examples=300, deadline=None)
def test_no_bytes_raise(path: str, data: bytes) -> None:
    documents(path, data, languages=("en",), prose=_Plain())
