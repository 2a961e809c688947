"""Building whole small sites: what is built, what is built again, and what is left alone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from backstory.diagnostics import Severity
from tests.scenario import Site, found, site

WAR = """
-- site.yaml --
title: A site
url: https://example.org/war/
-- content/conflicts/war.md --
---
name: The war
sides:
  - id: north
    label: North
    parties:
      - army
  - id: south
    label: South
    parties:
      - league
---
-- content/actors/army.md --
---
name: Northern Army
abbreviation: NA
type: armed-group
summary: An army of the north.
backers:
  - actor: ruritania
    conflict: war
    support:
      - weapons
    observed: 2020-05-26
    sources:
      - paper
---
-- content/actors/league.md --
---
name: Southern League
type: armed-group
---
-- content/actors/ruritania.md --
---
name: Ruritania
type: state
---
-- content/actors/observer.md --
---
name: Observer Mission
type: igo
---
-- content/sources.yaml --
paper:
  title: A paper
  publisher: A publisher
  date: 2020-05-27
-- content/articles/jets.md --
---
title: Whose jets?
date: 2020-05-29
conflict: war
summary: Who sent jets to the north?
backers:
  army:
    - ruritania
---
The Northern Army had jets [@paper]. The Observer Mission saw them near the [[league]].

## More

Ruritania said nothing.
"""


def war(folder: Path) -> Site:
    return site(folder, WAR)


def test_a_site_is_built_with_its_links(tmp_path: Path) -> None:
    made = war(tmp_path)
    outcome = made.build()
    assert [each for each in outcome.diagnostics if each.severity is Severity.ERROR] == []
    page = made.page("articles/jets/")
    assert 'href="../../actors/army/"' in page
    assert 'href="../../actors/observer/"' in page
    assert 'href="../../actors/league/"' in page
    assert "Whose jets?" in made.page("actors/observer/")
    assert "Ruritania" in made.page("backers/")


def test_a_second_build_renders_nothing(tmp_path: Path) -> None:
    made = war(tmp_path)
    first, files = made.build(), made.files()
    second = made.build()
    assert (first.counts.rendered > 10, second.counts.rendered, second.counts.read) == (True, 0, 0)
    assert second.diagnostics == first.diagnostics
    assert made.files() == files


def test_a_build_that_failed_run_again_fails_again(tmp_path: Path) -> None:
    made = war(tmp_path)
    made.write("-- content/actors/bad.md --\n---\nname: Bad\ntype: sate\n---\n")
    first = made.build()
    second = made.build()
    assert (first.failed, second.failed) == (True, True)
    assert second.diagnostics == first.diagnostics


def test_an_edit_renders_only_the_pages_it_reaches(tmp_path: Path) -> None:
    made = war(tmp_path)
    made.build()
    made.write(WAR.replace("near the [[league]]", "near the coast of the [[league]]").split("-- content/articles")[0])
    text = WAR[WAR.index("-- content/articles") :].replace("Ruritania said nothing.", "Ruritania said nothing at all.")
    made.write(text)
    outcome = made.build()
    assert "said nothing at all" in made.page("articles/jets/")
    assert outcome.counts.read == 1
    assert "sources/paper/index.html" not in outcome.changed
    assert {"articles/jets/index.html", "actors/ruritania/index.html"} <= set(outcome.changed)


def test_a_check_after_an_edit_renders_only_the_pages_it_reaches(tmp_path: Path) -> None:
    made = war(tmp_path)
    whole = made.build(output=None).counts.rendered
    made.write(WAR[WAR.index("-- content/articles") :].replace("said nothing.", "said nothing at all."))
    assert 0 < made.build(output=None).counts.rendered < whole
    assert made.build().counts.rendered == whole


def test_a_fault_of_a_template_is_told_by_every_check_until_it_is_mended(tmp_path: Path) -> None:
    made = war(tmp_path)
    made.build(output=None)
    made.write("-- templates/claims.html --\n{{ view.nothing }}\n")
    fault = ("E553", "templates/claims.html:1:1")
    assert fault in found(made.build(output=None))
    made.write(WAR[WAR.index("-- content/articles") :].replace("said nothing.", "said nothing at all."))
    assert fault in found(made.build(output=None))
    made.write("-- templates/claims.html --\nMended\n")
    assert fault not in found(made.build(output=None))


def test_deleting_an_actor_that_is_only_mentioned_removes_its_page_and_its_links(tmp_path: Path) -> None:
    made = war(tmp_path)
    made.build()
    made.write("-- content/actors/observer.md --\n(deleted)\n")
    outcome = made.build()
    assert not outcome.failed
    assert not made.has("actors/observer/")
    assert "The Observer Mission saw them" in made.page("articles/jets/")
    assert [file for file, data in made.files().items() if b"actors/observer" in data] == []


def test_deleting_an_actor_that_is_referenced_is_an_error_at_each_reference(tmp_path: Path) -> None:
    made = war(tmp_path)
    made.build()
    before = made.files()
    made.write("-- content/actors/league.md --\n(deleted)\n")
    outcome = made.build()
    places = [(each.span.path, each.span.line) for each in outcome.diagnostics if each.severity is Severity.ERROR]
    assert places == [("content/articles/jets.md", 10), ("content/conflicts/war.md", 11)]
    assert made.files() == before


def test_an_incremental_build_equals_a_clean_one(tmp_path: Path) -> None:
    made = war(tmp_path / "a")
    made.build()
    made.write("-- content/actors/army.md --\n---\nname: Army of the North\ntype: armed-group\n---\nNo backers now.\n")
    made.write(WAR[WAR.index("-- content/articles") :].replace("backers:\n  army:\n    - ruritania\n", ""))
    outcome = made.build()
    clean = site(tmp_path / "b", WAR)
    clean.write("-- content/actors/army.md --\n---\nname: Army of the North\ntype: armed-group\n---\nNo backers now.\n")
    clean.write(WAR[WAR.index("-- content/articles") :].replace("backers:\n  army:\n    - ruritania\n", ""))
    assert clean.build().diagnostics == outcome.diagnostics
    assert clean.files() == made.files()


def test_a_body_where_there_was_none_is_searched_after_the_next_build(tmp_path: Path) -> None:
    made = war(tmp_path)
    made.build()
    made.write(
        "-- content/actors/league.md --\n---\nname: Southern League\ntype: armed-group\n---\n## Its harbours\n\nTwo.\n"
    )
    made.build()
    assert b"Its harbours" in made.files()["search/texts.js"]


def test_one_job_and_four_give_equal_bytes(tmp_path: Path) -> None:
    one, four = war(tmp_path / "one"), war(tmp_path / "four")
    assert one.build(jobs=1).diagnostics == four.build(jobs=4).diagnostics
    assert one.files() == four.files()


def test_two_folders_and_two_hash_seeds_give_equal_bytes(tmp_path: Path) -> None:
    built = []
    for name, seed in (("one", "1"), ("the other ليبيا", "2")):
        made = war(tmp_path / name)
        environment = {**os.environ, "PYTHONHASHSEED": seed, "SOURCE_DATE_EPOCH": "1768435200"}
        command = [sys.executable, "-m", "backstory", "build", str(made.folder), "--quiet"]
        ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        assert ran.returncode == 0, ran.stdout + ran.stderr
        built.append(made.files())
    assert built[0] == built[1]


def test_a_template_of_the_site_replaces_the_engines(tmp_path: Path) -> None:
    made = war(tmp_path)
    made.write('-- templates/term.html --\n{% extends "theme/term.html" %}\n')
    made.write("-- content/glossary/jet.md --\n---\nname: jet\ndefinition: A fast aircraft.\n---\n")
    assert not made.build().failed
    made.write("-- templates/term.html --\n<p>{{ view.nothing_such }}</p>\n")
    assert found(made.build())[-1:] == [("E553", "templates/term.html:1:1")]
    made.write("-- templates/term.html --\n<p>{% for %}</p>\n")
    assert ("E552", "templates/term.html:1:1") in found(made.build())
    made.write('-- templates/term.html --\n{% extends "nowhere.html" %}\n')
    assert ("E551", "templates/nowhere.html:1:1") in found(made.build())


def test_editing_a_template_renders_only_its_pages(tmp_path: Path) -> None:
    made = war(tmp_path)
    made.write("-- content/glossary/jet.md --\n---\nname: jet\ndefinition: A fast aircraft.\n---\n")
    made.build()
    made.write("-- templates/term.html --\n<!doctype html><title>A term</title>\n")
    outcome = made.build()
    assert outcome.changed == ("glossary/jet/index.html",)


def test_editing_a_template_whose_name_another_works_out_renders_the_pages_anew(tmp_path: Path) -> None:
    made = war(tmp_path)
    made.write("-- content/glossary/jet.md --\n---\nname: jet\ndefinition: A fast aircraft.\n---\n")
    made.write('-- templates/term.html --\n{% set part = "note" %}{% include "parts/" ~ part ~ ".html" %}\n')
    made.write("-- templates/parts/note.html --\nA first note.\n")
    made.build()
    assert "A first note." in made.page("glossary/jet/")
    made.write("-- templates/parts/note.html --\nA second note.\n")
    made.build()
    assert "A second note." in made.page("glossary/jet/")


def test_drafts_and_articles_to_come_are_checked_counted_and_left_out(tmp_path: Path) -> None:
    made = war(tmp_path)
    made.write(
        """
        -- content/articles/later.md --
        ---
        title: Later
        date: 2031-01-01
        ---
        A text.
        -- content/articles/draft.md --
        ---
        title: A draft
        date: 2020-01-01
        draft: true
        ---
        See [[nobody]].
        """
    )
    outcome = made.build()
    assert (outcome.counts.drafts, outcome.counts.future) == (1, 1)
    assert ("content/articles/draft.md", 6) in [(each.span.path, each.span.line) for each in outcome.diagnostics]
    made.write("-- content/articles/draft.md --\n---\ntitle: A draft\ndate: 2020-01-01\ndraft: true\n---\nA text.\n")
    made.build()
    assert not made.has("articles/later/")
    assert not made.has("articles/draft/")
    made.build(drafts=True, future=True)
    assert made.has("articles/later/")
    assert made.has("articles/draft/")


def test_findings_are_told_before_pages_are_made(tmp_path: Path) -> None:
    made = site(tmp_path, "-- content/actors/lna.md --\n---\nname: LNA\ntype: armed-group\n---\n")
    seen: list[str] = []
    outcome = made.build(
        found=lambda found, _lines: seen.append(f"{len(found)} found"),
        progress=lambda stage, _done, _all: seen.append(stage),
    )
    assert list(dict.fromkeys(seen)) == ["reading", f"{len(outcome.diagnostics)} found", "writing"]
