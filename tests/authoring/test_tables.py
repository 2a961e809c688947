"""Tables as programs and people write them: read where they can mean one thing, else refused with the reason."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from backstory.authoring import AuthoringFault
from tests.authoring.test_importing import put, refusal, site, told
from tests.published import CLONE
from tests.scenario import Site
from tests.window import PATIENCE

__all__ = ["site"]
HEAD = "actor,recipient,conflict,support,observed,from,to,sources\n"


def written(site: Path, name: str = "t") -> str:
    """The records that were written, without the line that says where from."""
    return (site / f"content/backings/{name}.yaml").read_text("utf-8").partition("\n")[2]


def lines(site: Path, text: str | bytes, kind: str = "backings") -> list[str]:
    """What the author is told but for what the site lacks, and the last line."""
    found = told(site, kind, "t.csv", text)[1:-1]
    at = found.index("The site does not have yet:") if "The site does not have yet:" in found else len(found)
    return found[:at]


def test_columns_under_other_names_are_read_and_the_author_is_told(site: Path) -> None:
    found = lines(site, "Backer,Recipient,Start,End,Year,Source,Comment\nrussia,lna,2019,2020,2017,wire,x\n")
    assert found == [
        "  the column `backer` is read as `actor`, `start` is read as `from`, `end` is read as `to`, "
        "`year` is read as `observed`, `source` is read as `sources`, `comment` is read as `note`"
    ]
    assert written(site) == (
        '- recipient: lna\n  actor: russia\n  observed:\n    - "2017"\n  from: "2019"\n  to: "2020"\n'
        "  sources:\n    - wire\n  note: x\n"
    )


def test_another_name_does_not_take_the_place_of_a_column_that_is_there(site: Path) -> None:
    assert lines(site, "actor,recipient,observed,year\nrussia,lna,2020,1990\n") == ["  the column `year` is not read"]
    assert '"2020"' in written(site)


@pytest.mark.parametrize("nothing", ["NA", "nan", "NaN", "NULL", "N/A", "#N/A", "None", "<NA>"])
def test_what_programs_write_where_nothing_is_known_is_read_as_nothing(site: Path, nothing: str) -> None:
    found = lines(site, f'"","actor","recipient","conflict","note"\n"1","russia","lna",{nothing},{nothing}\n')
    assert found == [f"  `{nothing}` is read as nothing, 2 times"]
    assert written(site) == "- recipient: lna\n  actor: russia\n"


def test_an_actor_may_be_called_na(site: Path) -> None:
    told(site, "actors", "a.csv", "id,name,type,summary\nna,NA,party,NA\n")
    assert (site / "content/actors.yaml").read_text("utf-8") == '# From a.csv.\nna:\n  name: "NA"\n  type: party\n'


def test_a_year_that_was_kept_as_a_number_is_a_year(site: Path) -> None:
    assert lines(site, HEAD + "russia,lna,,,2017.0,,,\n") == ["  `2017.0` is read as the year 2017"]
    assert '- "2017"\n' in written(site)


@pytest.mark.parametrize("cell", ["W;M", '"W,M"', "weapons;materiel", '"Weapons, Materiel"', "Weapons;M"])
def test_support_may_be_given_in_ucdp_s_letters_and_in_capitals(site: Path, cell: str) -> None:
    told(site, "backings", "t.csv", f"actor,recipient,support\nrussia,lna,{cell}\n")
    assert written(site) == "- recipient: lna\n  actor: russia\n  support:\n    - weapons\n    - materiel\n"


def test_every_letter_of_ucdp_is_the_word_the_vocabulary_gives_it(site: Path) -> None:
    told(site, "backings", "t.csv", "actor,recipient,support\nrussia,lna,X;P;Y;W;M;T;F;I;L;O;U\n")
    assert written(site).split("support:\n    - ")[1].split("\n    - ") == [
        *("troops", "troop-presence", "joint-operations", "weapons", "materiel", "training", "funding"),
        *("intelligence", "territory", "other", "unknown\n"),
    ]


@pytest.mark.parametrize(
    ("date", "way_out"),
    [
        ("26/05/2020", "(write `2020-05-26`)"),
        ("26.05.2020", "(write `2020-05-26`)"),
        ("May 2020", "(write `2020-05`)"),
        ("05/06/2020", "(write `2020-06-05` or `2020-05-06`, whichever is meant)"),
        ("2020-05-26 00:00:00", "(write `2020-05-26`)"),
        ("present", "(write `..`)"),
        ("43977", "(`43977` is 2020-05-26 where Excel has counted days; give the column the format yyyy-mm-dd"),
    ],
)
def test_a_date_in_another_form_is_refused_with_the_way_out_and_never_guessed(
    site: Path, date: str, way_out: str
) -> None:
    said = refusal(site, "backings", "t.csv", f"actor,recipient,to\nrussia,lna,{date}\n")
    assert "\n  row 2: `to`: " in said
    assert way_out in said


def test_a_comma_in_a_text_without_quotes_loses_nothing_in_silence(site: Path) -> None:
    assert lines(site, "actor,recipient,note\nrussia,lna,one, two\nrussia,gna,fine\n") == [
        "1 row not read:",
        "  row 2: it has 4 cells, where the header has 3 (put quotation marks around a text that holds the separator)",
    ]
    assert written(site) == "- recipient: gna\n  actor: russia\n  note: fine\n"


def test_empty_columns_and_rows_at_the_end_are_passed_over(site: Path) -> None:
    assert lines(site, "actor,recipient,,\r\nrussia,lna,,\r\n,,,\r\n") == []


def test_row_names_of_r_that_have_no_column_are_told(site: Path) -> None:
    table = '"actor","recipient"\n"1","russia","lna"\n"2","iran","gna"\n'
    assert "say `row.names = FALSE`" in refusal(site, "backings", "t.csv", table)


def test_rows_above_the_header_are_told(site: Path) -> None:
    said = refusal(site, "backings", "t.csv", "My table,\nactor,recipient\nrussia,lna\n")
    assert said == "t.csv names its columns in row 2; take away the rows above it"


@pytest.mark.parametrize("data", [b"PK\x03\x04\x00\x01", b"\xd0\xcf\x11\xe0\xa1", b"%PDF-1.4", b"<html></html>"])
def test_what_is_no_text_is_refused_with_how_to_save_it_as_one(site: Path, data: bytes) -> None:
    said = refusal(site, "backings", "t.xlsx", data)
    assert "save the sheet as CSV (Excel: Save As, CSV UTF-8; LibreOffice: " in said


def test_an_empty_file_a_folder_and_one_that_is_not_there_are_refused(site: Path) -> None:
    assert refusal(site, "backings", "t.csv", "\n") == "t.csv is empty"
    from backstory.authoring import import_table

    for place, why in ((site, "Is a directory"), (site / "none.csv", "No such file or directory")):
        with pytest.raises(AuthoringFault, match=f"cannot be read: {why}"):
            import_table(site, "backings", place, "backstory")
    with pytest.raises(AuthoringFault, match=r"there is no site\.yaml in "):
        import_table(site.parent / "nowhere", "backings", put(site, "t.csv", HEAD), "backstory")


def test_rows_refused_for_the_same_reason_are_told_together_by_number(site: Path) -> None:
    bad = "Government of Sudan,lna,,,,,,\n"
    found = lines(site, HEAD + bad + bad + "russia,lna,,,2020,,,\n" + bad)
    assert found[0] == "3 rows not read:"
    assert found[1].startswith(
        "  rows 2-3, 5: `actor`: `Government of Sudan` is not an id (did you mean `government-of-"
    )
    assert len(found) == 2


def test_a_row_that_stands_twice_is_read_once(site: Path) -> None:
    row = "russia,lna,war,weapons,2020,,,wire\n"
    assert lines(site, HEAD + row + row) == ["1 row not read:", "  row 3: it says what row 2 says"]


def test_rows_that_the_site_unites_are_told_with_how_to_keep_them_apart(site: Path) -> None:
    rows = ("weapons,2019,,", "training,2020,,..", "funding,2021,,2022")
    found = lines(site, HEAD + "".join(f"russia,lna,war,{each},wire\n" for each in rows))
    assert found == [
        "  3 rows become 1 record, since they share actor, recipient, conflict and `from` (as rows 2, 3, 4 do): all "
        "their supports and dates are told together; to keep them apart, give each an `id`, such as y2017",
        "  1 of these differ in one of `via`, `to`, `as_of`, `note`, which `check` will refuse; "
        "the first is that of row 2",
    ]


def test_a_text_in_a_language_that_the_site_has_not_is_refused(site: Path) -> None:
    said = refusal(site, "backings", "t.csv", "actor,recipient,note_fr\nrussia,lna,bonjour\n")
    assert "row 2: `note_fr`: this site has no language `fr` (add it to `languages` in site.yaml)" in said


def test_what_the_site_lacks_is_told_the_most_named_first_and_what_it_has_is_not(site: Path) -> None:
    told(site, "actors", "a.csv", "id,name,type\nlna,LNA,armed-group\n")
    found = told(site, "backings", "t.csv", HEAD + "a,lna,,,2019,,,x\nb,lna,,,2019,,,x;y\nb,lna,,,2020,2018,,\n")
    at = found.index("The site does not have yet:")
    assert found[at + 1 : -1] == [
        "  2 actors of the 3 it names, with the rows of each: b (2), a (1); `backstory import actors FILE.csv`",
        "  2 sources of the 2 it names, with the rows of each: x (2), y (1); `backstory import sources FILE.json`",
    ]


@pytest.mark.parametrize(
    "differing", ["b,lna,war,2019,x", "a,gna,war,2019,x", "a,lna,feud,2019,x", "a,lna,war,2020,x", "a,lna,war,2019,y"]
)
def test_rows_that_differ_in_what_makes_a_record_stay_apart(site: Path, differing: str) -> None:
    head = "actor,recipient,conflict,from,id\n"
    assert lines(site, f"{head}a,lna,war,2019,x\n{differing}\n") == []


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_a_table_is_read_whatever_parts_its_columns(site: Path, separator: str) -> None:
    lines(site, "actor,recipient,note\nrussia,lna,x\n".replace(",", separator))
    assert written(site) == "- recipient: lna\n  actor: russia\n  note: x\n"


def test_very_many_rows_become_several_files(site: Path) -> None:
    text = "actor,recipient,id\n" + "".join(f"russia,lna,r{at}\n" for at in range(20_001))
    first = told(site, "backings", "t.csv", text)[0]
    assert first == "20,001 rows of t.csv read: content/backings/t-1.yaml to content/backings/t-2.yaml"
    assert written(site, "t-2") == "- recipient: lna\n  actor: russia\n  id: r20000\n"
    with pytest.raises(AuthoringFault, match=r"t-1\.yaml exists already"):
        told(site, "backings", "t.csv", text)


def test_very_long_texts_become_several_files_too(site: Path) -> None:
    rows = "".join(f"russia,lna,r{at},{'x y ' * 100_000}\n" for at in range(20))
    first = told(site, "backings", "t.csv", "actor,recipient,id,note\n" + rows)[0]
    assert first == "20 rows of t.csv read: content/backings/t-1.yaml to content/backings/t-2.yaml"


def test_the_command_fails_where_rows_were_not_read_and_only_there(site: Path) -> None:
    def run(text: str) -> int:
        place = put(site, f"{len(text)}.csv", text)
        command = [sys.executable, "-m", "backstory", "import", "backings", str(place), "--site", str(site)]
        return subprocess.run(command, cwd=CLONE, capture_output=True, check=False, timeout=PATIENCE).returncode

    assert run("actor,recipient\nrussia,lna\n") == 0
    assert run("actor,recipient\nrussia,lna\nA B,lna\n") == 1
    assert run("actor,recipient\nA B,lna\n") == 2


@pytest.mark.skipif(os.geteuid() == 0 if hasattr(os, "geteuid") else True, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_is_told(site: Path) -> None:
    site.chmod(0o500)
    with pytest.raises(AuthoringFault, match="cannot be written: Permission denied"):
        told(site, "backings", "t.csv", "actor,recipient\nrussia,lna\n")


def test_a_site_s_table_of_backings_imported_beside_its_actors_gives_the_same_records(tmp_path: Path) -> None:
    from tests import scenario

    text = """
        -- site.yaml --
        title: A site
        -- content/actors.yaml --
        russia:
          name: Russia
          type: state
        wagner:
          name: Wagner
          type: pmc
        lna:
          name: LNA
          type: armed-group
        -- content/conflicts.yaml --
        war:
          name: War
        -- content/sources.yaml --
        wire:
          title: Wire
        panel:
          title: Panel
        """
    own = """
        -- content/backings/own.yaml --
        - actor: russia
          recipient: lna
          conflict: war
          id: one
          via: wagner
          support:
            - weapons
            - media
          observed:
            - 2020-05~
            - "[2020-03-25,2020-03-26]"
            - 2019/..
          from: 2018-10?
          to: ..
          as_of: 2020-06
          sources:
            - wire
            - panel
          note: "=cmd; \\\\ 'x' \U0001f600"
        - actor: wagner
          recipient: lna
          observed: 202X
          as_of: 2030
          sources: wire
          note: "'=two"
        """
    first = scenario.site(tmp_path / "first", text)
    first.write(own)
    assert not first.build().failed
    table = tmp_path / "backings.csv"
    table.write_text(first.page("data/backings.csv"), encoding="utf-8", newline="")
    second: Site = scenario.site(tmp_path / "second", text)
    from backstory.authoring import import_table

    assert import_table(second.folder, "backings", table, "backstory").whole
    assert not second.build().failed
    for name in ("backings.csv", "ucdp.csv", "graph.gexf", "entities.ftm.json", "site.jsonld"):
        assert second.page(f"data/{name}") == first.page(f"data/{name}"), name


def test_a_stance_of_a_row_is_that_of_its_sources_and_what_is_alleged_alone_is_reported(site: Path) -> None:
    lines(site, "actor,recipient,observed,sources,external_alleged\nrussia,lna,2017,wire,1\nrussia,gna,2017,wire,0\n")
    assert written(site) == (
        '- recipient: lna\n  actor: russia\n  observed:\n    - "2017"\n'
        "  sources:\n    - source: wire\n      stance: reports\n"
        '- recipient: gna\n  actor: russia\n  observed:\n    - "2017"\n  sources:\n    - wire\n'
    )
