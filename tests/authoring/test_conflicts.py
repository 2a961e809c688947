"""A table of conflicts, a row for each party, into content/."""

from __future__ import annotations

from pathlib import Path

from backstory.authoring import import_table
from tests import scenario
from tests.authoring.test_importing import put, refusal, site, told

__all__ = ["site"]
HEAD = "id,name,name_ar,from,to,side,side_label,party,party_from,party_to,sources\n"


def test_the_rows_of_one_id_are_one_conflict_with_its_sides_and_parties(site: Path) -> None:
    rows = (
        "war,War,حرب,2014,..,east,East,lna,2014-05,,wire;panel\n"
        "war,,,,,east,,wagner,2019,..,wire\n"
        "war,,,,,west,West,gna,,,\n"
        "war,,,,,,,,,,book\n"
        "other,Other,,1990,,,,,,,\n"
    )
    lines = told(site, "conflicts", "c.csv", HEAD + rows)
    assert lines[:-1] == [
        "5 rows of c.csv read: content/conflicts.yaml",
        "The site does not have yet:",
        "  3 actors of the 3 it names, with the rows of each: gna (1), lna (1), wagner (1); "
        "`backstory import actors FILE.csv`",
        "  3 sources of the 3 it names, with the rows of each: wire (2), book (1), panel (1); "
        "`backstory import sources FILE.json`",
    ]
    assert (site / "content/conflicts.yaml").read_text("utf-8") == (
        '# From c.csv.\nwar:\n  name:\n    en: "War"\n    ar: "حرب"\n  from: "2014"\n  to: ".."\n'
        "  sources:\n    - book\n"
        '  sides:\n    - id: east\n      label: "East"\n      parties:\n'
        "        - actor: lna\n          from: 2014-05\n          sources:\n            - wire\n            - panel\n"
        '        - actor: wagner\n          from: "2019"\n          to: ".."\n          sources:\n            - wire\n'
        '    - id: west\n      label: "West"\n      parties:\n        - actor: gna\n'
        'other:\n  name: "Other"\n  from: "1990"\n'
    )


def test_rows_that_cannot_be_read_or_contradict_an_earlier_one_are_told_by_column(site: Path) -> None:
    rows = (
        "war,War,,2014,,east,East,lna,May 2014,,\n"
        "war,War,,2014,,east,East,lna,,,\n"
        "war,War 2,,,,,,,,,\n"
        "war,,,,,east,Easterners,gna,,,\n"
        "war,,,,,,,gna,,,\n"
        "war,,,,,north,,gna,,,\n"
        "A B,X,,,,,,,,,\n"
        "x,,,,,,,,,,\n"
        "war,,,,,east,,Go V,,,\n"
        "war,,,,,east,,gna,2020,2019,\n"
    )
    lines = told(site, "conflicts", "c.csv", HEAD + rows)
    assert [line.partition(" (")[0] for line in lines[1:11]] == [
        "9 rows not read:",
        "  row 2: `party_from`: `May 2014` is not how a date is written here",
        "  row 4: `name`: an earlier row says `War`",
        "  row 5: `side_label`: an earlier row says `East`",
        "  row 6: a party stands on a side",
        "  row 7: this side has no `label`",
        "  row 8: `A B` is not an id; choose one of small Latin letters, digits and hyphens, such as `a-b`",
        "  row 9: this conflict has no `name`",
        "  row 10: `party`: `Go V` is not an id",
        "  row 11: `party_to`: this ends, 2019, before it begins, 2020",
    ]


def test_a_conflict_that_the_site_has_stays_as_it_is(site: Path) -> None:
    told(site, "conflicts", "c.csv", "id,name\nwar,War\n")
    lines = told(site, "conflicts", "d.csv", "id,name\nwar,Other\nnew,New\n")
    assert lines[:3] == [
        "1 row of d.csv read: content/conflicts/, a file for each, since content/conflicts.yaml exists",
        "1 row not read:",
        "  row 2: `war` exists already, in content/conflicts.yaml, and is left as it is",
    ]
    assert (site / "content/conflicts/new.md").read_text("utf-8") == '---\nname: "New"\n---\n'


def test_a_table_without_names_is_refused(site: Path) -> None:
    assert refusal(site, "conflicts", "c.csv", "id,party\nwar,lna\n").startswith(
        "c.csv has no column `name`. The first"
    )


def test_a_site_made_of_four_tables_builds_and_has_what_they_have(tmp_path: Path) -> None:
    made = scenario.site(tmp_path / "site", "")
    tables = {
        "actors": "id,name,type\nrussia,Russia,state\nlna,LNA,armed-group\ngna,GNA,government\n",
        "conflicts": "id,name,side,side_label,party\nwar,The war,east,East,lna\nwar,,west,West,gna\n",
        "sources": '[{"id": "wire", "title": "Wire", "issued": {"date-parts": [[2020]]}}]',
        "backings": "backer,recipient,conflict,id,support,year,source\nrussia,lna,war,y2019,W;M,2019,wire\n"
        "russia,lna,war,y2020,T,2020.0,wire\n",
    }
    for kind, text in tables.items():
        told_of = import_table(made.folder, kind, put(made.folder, f"{kind}.csv", text), "backstory")
        assert told_of.whole
        assert "The site does not have yet:" not in told_of.lines
    outcome = made.build()
    assert [each for each in outcome.diagnostics if each.code.startswith("E")] == []
    assert [line.split(",")[0] for line in made.page("data/ucdp.csv").splitlines()[1:]] == [
        "lna.russia.2019",
        "lna.russia.2020",
    ]
