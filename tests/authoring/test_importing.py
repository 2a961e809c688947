"""Tables into content/: what is read stands there as it was; what is not is told by row and reason."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backstory.authoring import AuthoringFault, import_table
from backstory.authoring.importing import yaml_writer
from backstory.authoring.importing.cell_values import items
from backstory.outputs.exports.table import joined
from backstory.values.located import Fields
from backstory.yamltext import load
from backstory.yamltext.characters import FORBIDDEN

HEAD = "actor,recipient,conflict,id,via,support,observed,from,to,as_of,sources\n"
GOOD = "russia,lna,war,aircraft,wagner,weapons;materiel,2020-05-26;2020-06,,..,2020-06-18,wire;panel\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site without content."""
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "site.yaml").write_text("title: A site\nlanguages:\n  - en\n  - ar\n", encoding="utf-8")
    return folder


def put(site: Path, name: str, text: str | bytes) -> Path:
    """A table beside the site."""
    place = site.parent / name
    place.write_bytes(text if isinstance(text, bytes) else text.encode())
    return place


def told(site: Path, kind: str, name: str, text: str | bytes) -> list[str]:
    """What the author is told of a table."""
    return list(import_table(site, kind, put(site, name, text), "backstory").lines)


def refusal(site: Path, kind: str, name: str, text: str | bytes) -> str:
    """Why a table is refused; then nothing was written."""
    with pytest.raises(AuthoringFault) as fault:
        told(site, kind, name, text)
    assert not (site / "content").exists()
    return str(fault.value)


@pytest.mark.parametrize(("size", "is_refused"), [(64 * 1024 * 1024, False), (64 * 1024 * 1024 + 1, True)])
def test_a_table_of_64_mb_is_read_and_a_larger_one_is_not(site: Path, size: int, is_refused: bool) -> None:
    table = put(site, "t.csv", "")
    with table.open("wb") as file:
        file.truncate(size)
    with pytest.raises(AuthoringFault) as fault:
        import_table(site, "backings", table, "backstory")
    assert ("is larger than 64 MB; split it" in str(fault.value)) is is_refused


@pytest.mark.parametrize(("count", "more"), [(10, "; "), (11, " and 1 more; ")])
def test_ten_of_those_the_site_lacks_are_named(site: Path, count: int, more: str) -> None:
    rows = "".join(f"russia,lna,w{number:02}\n" for number in range(count))
    lines = told(site, "backings", "t.csv", "actor,recipient,conflict\n" + rows)
    (line,) = [each for each in lines if "conflicts of the" in each]
    assert f"w09 (1){more}" in line


@pytest.mark.parametrize(("above", "is_found"), [(10, True), (11, False)])
def test_a_header_is_looked_for_in_the_ten_rows_below_the_first(site: Path, above: int, is_found: bool) -> None:
    said = refusal(site, "backings", "t.csv", "a note\n" * above + HEAD + GOOD)
    assert (f"names its columns in row {above + 1}" in said) is is_found


def test_a_table_of_backings_becomes_a_file_of_its_own_name(site: Path) -> None:
    assert told(site, "backings", "Arms 2020.csv", HEAD + GOOD) == [
        "1 row of Arms 2020.csv read: content/backings/arms-2020.yaml",
        "The site does not have yet:",
        "  3 actors of the 3 it names, with the rows of each: lna (1), russia (1), wagner (1); "
        "`backstory import actors FILE.csv`",
        "  1 conflict of the 1 it names, with the rows of each: war (1); `backstory import conflicts FILE.csv`",
        "  2 sources of the 2 it names, with the rows of each: panel (1), wire (1); "
        "`backstory import sources FILE.json`",
        f"See what the site makes of it: backstory check {site}",
    ]
    assert (site / "content/backings/arms-2020.yaml").read_text(encoding="utf-8") == (
        "# From Arms 2020.csv.\n"
        "- recipient: lna\n"
        "  actor: russia\n"
        "  conflict: war\n"
        "  id: aircraft\n"
        "  via: wagner\n"
        "  support:\n    - weapons\n    - materiel\n"
        "  observed:\n    - 2020-05-26\n    - 2020-06\n"
        '  to: ".."\n'
        "  as_of: 2020-06-18\n"
        "  sources:\n    - wire\n    - panel\n"
    )


def test_rows_that_cannot_be_read_are_told_by_number_column_and_reason_and_the_others_are_written(site: Path) -> None:
    text = HEAD + (
        "russia,lna,,,,weapon,2020,,,,wire\n"
        + GOOD
        + ",lna,,,,weapons,2020,,,,wire\n"
        + "Libyan Army,lna,,,,weapons,2020,,,,wire\n"
        + '\n"russia","lna",,,,weapons,May 2020,,,,wire\n'
    )
    lines = told(site, "backings", "t.csv", text)
    assert lines[0] == "1 row of t.csv read: content/backings/t.yaml"
    assert lines[1] == "4 rows not read:"
    assert [line.split("(")[0].strip() for line in lines[2:6]] == [
        "row 2: `support`: `weapon` is not one of the words for this",
        "row 4: this backing record has no `actor`",
        "row 5: `actor`: `Libyan Army` is not an id",
        "row 7: `observed`: `May 2020` is not how a date is written here",
    ]
    assert "did you mean `weapons`? " in lines[2]
    assert "`2020-05`" in lines[5]


@pytest.mark.parametrize(
    "data",
    [
        ("\ufeff" + HEAD + GOOD).encode(),
        (HEAD + GOOD).replace("\n", "\r\n").encode("utf-16"),
        (HEAD + GOOD).replace(";", "|").replace(",", "\t").replace("|", ";").encode(),
        ("sep=;\n" + (HEAD + GOOD).replace("weapons;materiel", '"weapons#materiel"')
            .replace("2020-05-26;2020-06", '"2020-05-26#2020-06"').replace("wire;panel", '"wire#panel"')
            .replace(",", ";").replace("#", ";")).encode(),
        ("Actor,Recipient,Conflict,ID,Via,Support,Observed,From,To,As of,Sources\n" + GOOD).encode(),
    ],
    ids=["utf-8 with its mark", "utf-16", "tabs", "semicolons after sep=", "capitals and spaces"],
)  # fmt: skip
def test_the_ways_in_which_spreadsheets_save_a_table_are_all_read(site: Path, data: bytes) -> None:
    told(site, "backings", "plain.csv", HEAD + GOOD)
    told(site, "backings", "other.csv", data)
    plain, other = ((site / f"content/backings/{name}.yaml").read_text("utf-8") for name in ("plain", "other"))
    assert other.partition("\n")[2] == plain.partition("\n")[2]


def test_a_table_in_windows_own_encoding_is_read_and_the_author_is_told(site: Path) -> None:
    lines = told(site, "actors", "a.csv", "id,name,type\nelysee,Élysée,government\n".encode("cp1252"))
    assert "the table was read all the same: the byte C9 here is not UTF-8; as Windows-1252" in lines[1]
    assert 'name: "Élysée"' in (site / "content/actors.yaml").read_text("utf-8")


def test_a_missing_column_is_named_with_the_one_it_may_be(site: Path) -> None:
    said = refusal(site, "backings", "t.csv", "actors,recipient\nrussia,lna\n")
    assert said.startswith("t.csv has no column `actor` (is it `actors`?). The first row names the columns: actor, ")


def test_a_column_that_is_not_read_is_named(site: Path) -> None:
    lines = told(site, "backings", "t.csv", "actor,recipient,suport,basis\nrussia,lna,weapons,single-source\n")
    assert lines[1:3] == [
        "  the column `suport` is not read; did you mean `support`?",
        "  the column `basis` is not read",
    ]


def test_a_quotation_mark_left_open_is_told_by_its_row(site: Path) -> None:
    assert refusal(site, "backings", "t.csv", 'actor,recipient\nrussia,"lna\n').startswith(
        "t.csv breaks off after row 1: "
    )


def test_a_table_of_which_nothing_can_be_read_is_refused_with_the_reasons(site: Path) -> None:
    said = refusal(site, "backings", "t.csv", "actor,recipient\nA B,lna\n")
    assert "nothing was written\n1 row not read:\n  row 2: `actor`: `A B` is not an id" in said
    assert refusal(site, "backings", "t.csv", "actor,recipient\n") == "t.csv has a header and no rows"


def test_a_file_that_exists_is_never_overwritten(site: Path) -> None:
    told(site, "backings", "t.csv", HEAD + GOOD)
    before = (site / "content/backings/t.yaml").read_bytes()
    with pytest.raises(AuthoringFault, match="exists already"):
        told(site, "backings", "t.csv", HEAD + GOOD)
    assert (site / "content/backings/t.yaml").read_bytes() == before


def test_actors_stand_together_where_there_is_no_file_of_them_yet(site: Path) -> None:
    table = "id,name,name_ar,type,aliases,wikidata\nlna,Libyan National Army,الجيش,armed-group,LAAF;a\\;b,Q1\n"
    assert told(site, "actors", "a.csv", table)[0] == "1 row of a.csv read: content/actors.yaml"
    assert (site / "content/actors.yaml").read_text("utf-8") == (
        "# From a.csv.\n"
        "lna:\n"
        "  name:\n"
        '    en: "Libyan National Army"\n'
        '    ar: "الجيش"\n'
        "  type: armed-group\n"
        '  aliases:\n    - "LAAF"\n    - "a;b"\n'
        '  wikidata: "Q1"\n'
    )


def test_actors_get_a_file_each_where_there_is_one_for_all_and_those_on_the_site_stay(site: Path) -> None:
    told(site, "actors", "a.csv", "id,name,type\nlna,The Army,armed-group\n")
    lines = told(site, "actors", "b.csv", "id,name,type\nlna,Other,state\ngna,Government,government\ngna,Twice,state\n")
    assert lines[:4] == [
        "1 row of b.csv read: content/actors/, a file for each, since content/actors.yaml exists",
        "2 rows not read:",
        "  row 2: `lna` exists already, in content/actors.yaml, and is left as it is",
        "  row 4: `gna` stands in row 3 already",
    ]
    assert (site / "content/actors/gna.md").read_text("utf-8") == '---\nname: "Government"\ntype: government\n---\n'


def test_no_id_is_made_from_a_name(site: Path) -> None:
    said = refusal(site, "actors", "a.csv", "id,name,type\nالجيش,الجيش,armed-group\nLibyan Army,x,state\n")
    assert "row 2: `الجيش` is not an id; choose one of small Latin letters, digits and hyphens\n" in said
    assert "row 3: `Libyan Army` is not an id; choose one of small Latin letters, digits and hyphens, such as" in said


def test_a_person_without_a_public_role_is_not_read(site: Path) -> None:
    assert "row 2: this person has no `public_role`" in refusal(
        site, "actors", "a.csv", "id,name,type\njane,Jane,person\n"
    )


def test_sources_become_the_file_their_library_exports_and_later_ones_stand_beside_it(site: Path) -> None:
    first: list[dict[str, Any]] = [
        {"id": "wire-2020", "type": "article-newspaper", "title": "Jets", "issued": {"date-parts": [[2020, 5, 26]]}},
        {"id": "http://zotero.org/1", "title": "No id"},
        {"id": "untitled", "type": "book"},
    ]
    lines = told(site, "sources", "s.json", json.dumps(first))
    assert lines[0] == "1 row of s.json read: content/sources.json"
    assert lines[1].startswith("  a citation key becomes the id of a source; in Zotero, Better BibTeX makes keys that")
    assert [line.split(";")[0].split("(")[0].strip() for line in lines[3:5]] == [
        "row 2: `http://zotero.org/1` is not an id",
        "row 3: this source has no `title`",
    ]
    assert json.loads((site / "content/sources.json").read_text("utf-8")) == first[:1]
    lines = told(site, "sources", "t.json", json.dumps([first[0], {**first[0], "id": "wire-2021"}]))
    assert lines[0] == "1 row of t.json read: content/sources.yaml"
    assert lines[2] == "  row 1: `wire-2020` exists already, in content/sources.json, and is left as it is"


def test_what_is_no_csl_json_is_refused(site: Path) -> None:
    assert refusal(site, "sources", "s.json", '{"id": 1}').startswith("s.json is not a list")
    assert "too long a number" in refusal(site, "sources", "s.json", '[{"id": "a", "x": ' + "9" * 5000 + "}]")
    assert refusal(site, "sources", "s.json", "[{").startswith("the JSON of s.json breaks off at line 1, column 3")


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"])).map(lambda text: FORBIDDEN.sub(" ", text).replace("\r", " ")))
def test_every_text_comes_back_from_yaml_as_it_went_in(text: str) -> None:
    written = "\n".join(yaml_writer.mapping({"key": text, "list": [text]}))
    loaded = load(written, "t.yaml")
    assert isinstance(loaded.value, Fields)
    assert (loaded.value["key"], loaded.value["list"]) == (text, [text])


@settings(deadline=None)
@given(st.lists(st.text(st.sampled_from("a;\\ ،é"), min_size=1).map(str.strip).filter(bool)))
def test_a_list_in_a_cell_comes_back_as_it_was_exported(values: list[str]) -> None:
    assert items(joined(values)) == values
