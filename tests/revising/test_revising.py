"""Rename, merge, retire: what names an entity follows, what a person wrote stays, all of it or nothing."""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from backstory import pipeline, revising
from backstory.authoring import AuthoringFault
from backstory.pipeline import session
from backstory.values.keys import Key
from tests.cli.test_command import run, run_alone
from tests.published import CLONE
from tests.scenario import Site, found, site

RUNS = int(os.environ.get("BACKSTORY_REVISIONS", "40"))

SITE = """
-- site.yaml --
title: A site
url: https://example.org/
languages: [en, ar]
lead: jets
-- content/actors/lna.md --
---
name: Northern Army   # as it calls itself
aliases: [NA, "the Army of the North"]
type: armed-group
backers:
  - actor: league
    observed: 2020-05
    support: [weapons]
    sources: ['paper']
---
The [[lna]] holds the north, says [[Northern Army]].

## X y
-- content/actors/lna.ar.md --
---
name: جيش الشمال
---
[[lna|الجيش]] هنا.
-- content/actors/league.md --
---
name: League
type: alliance
allied_with: {actor: "lna", sources: [paper]}
---
See [the army](lna.md#x-y), [again](../actors/lna.md "lna") and [[actor:lna|the lna]].
-- content/actors/alna.md --
---
name: Other
type: armed-group
---
-- content/glossary.yaml --
army:
  name: army
  definition: What [[LNA|this]] and [[lna#x-y|that]] and [[NA]] are. # lna
lna-talks: {name: LNA talks, definition: Talks with the lna.}
-- content/sources.yaml --
paper:
  title: A paper of lna
  publisher: lna
  date: 2020-05-27
-- content/backings/more.yaml --
- recipient: lna
  actor: alna
  observed: 2020
  support: [weapons]
  sources: [paper]
-- content/claims/jets.md --
---
question: Did it send jets?
about: {actors: [lna]}
positions:
  - {by: lna, stance: denies, date: 2020-05-27, source: paper}
  - {by: {name: A. B., of: lna}, stance: asserts, date: 2020-05-26, source: paper}
---
It is said [@paper, p. 2; @paper].
-- content/articles/a.md --
---
title: About the lna
date: 2020-06-01
actors:
  - lna   # the lna
backers:
  lna: [league]
claims: [jets]
---
`lna` and lna and [[lna]] at the LNA talks.

![[claim:jets]]
-- content/articles/later.md --
---
title: Later
date: 2099-01-01
draft: true
actors: [lna]
---
[[lna]]
"""
LEFT = (
    "alna", "lna-talks", "Talks with the lna", "A paper of lna", "About the lna", "# the lna", "`lna` and lna and",
    '"lna") and', "|the lna", "# lna",
)  # fmt: skip
"""What holds the letters of the id and is no reference."""


@pytest.fixture
def made(tmp_path: Path) -> Site:
    made = site(tmp_path / "site", SITE)
    (made.folder / "content/articles/a.md").write_bytes(
        (made.folder / "content/articles/a.md").read_bytes().replace(b"\n", b"\r\n")
    )
    return made


def done(made: Site, verb: str, *names: str) -> revising.FileChange:
    work = {"rename": revising.rename, "merge": revising.merge, "retire": revising.retire}[verb]
    change = work(made.request(output=None), *names)
    revising.save(made.folder, change.files(made.folder))
    return change


def texts(made: Site) -> dict[str, str]:
    content = [*sorted(made.folder.glob("content/**/*")), made.folder / "site.yaml"]
    return {path.relative_to(made.folder).as_posix(): path.read_bytes().decode() for path in content if path.is_file()}


def test_what_names_an_entity_by_its_id_follows_and_all_else_stays(made: Site) -> None:
    before, told = texts(made), found(made.build(output=None))
    done(made, "rename", "actor:lna", "northern-army")
    after = texts(made)
    assert "content/actors/northern-army.ar.md" in after
    assert "content/actors/lna.md" not in after
    for old, text in before.items():
        new = after[old.replace("/lna.", "/northern-army.")]
        new = re.sub(r"redirects:\n(?:  - /(?:ar/)?actors/lna/\n)+", "", new)
        assert re.sub(r"(?<![a-z0-9-])northern-army(?![a-z0-9-])", "lna", new) == text.replace("[[LNA|", "[[lna|"), old
    everything = "\n".join(after.values())
    assert all(each in everything for each in LEFT)
    assert "\r\n" in after["content/articles/a.md"]
    assert "\n" not in after["content/articles/a.md"].replace("\r\n", "")
    again = made.build()
    assert [code for code, _ in found(again)] == [code for code, _ in told]
    assert "../northern-army/" in made.page("actors/lna/")
    assert "northern-army" in made.page("ar/actors/lna/")


def test_a_rename_there_and_back_leaves_no_redirect_to_itself(made: Site) -> None:
    done(made, "rename", "actor:lna", "other-army")
    done(made, "rename", "actor:other-army", "actor:lna")
    assert not made.build().failed
    assert made.has("actors/other-army/")
    assert "<h1" in made.page("actors/lna/")


@pytest.mark.parametrize(
    ("name", "new", "file"),
    [
        ("source:paper", "the-paper", "content/sources.yaml"),
        ("term:army", "forces", "content/glossary.yaml"),
        ("term:lna-talks", "negotiations", "content/glossary.yaml"),
        ("claim:jets", "planes", "content/claims/planes.md"),
        ("article:a", "about-it", "content/articles/about-it.md"),
    ],
)
def test_every_kind_of_entity_can_be_renamed(made: Site, name: str, new: str, file: str) -> None:
    told = [code for code, _ in found(made.build(output=None))]
    old = name.partition(":")[2]
    done(made, "rename", name, new)
    assert new in (texts(made)[file] + file)
    assert [code for code, _ in found(made.build())] == told
    folder = {"source": "sources", "term": "glossary", "claim": "claims", "article": "articles"}[name.partition(":")[0]]
    assert new in made.page(f"{folder}/{old}/")


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (("actor:nobody", "x"), "there is no actor `nobody`"),
        (("actor:leage", "x"), "did you mean `actor:league`?"),
        (("actor:lna", "league"), "`merge actor:lna actor:league`"),
        (("actor:lna", "claim:lna"), "an actor cannot become a claim"),
        (("actor:lna", "Big Army"), "did you mean `actor:big-army`?"),
        (("lna", "x"), "`lna` is not KIND:ID"),
        (("actor:lna", "lna"), "has that id already"),
    ],
)
def test_what_cannot_be_renamed_is_told_with_the_way_out(made: Site, names: tuple[str, str], words: str) -> None:
    before = texts(made)
    with pytest.raises(AuthoringFault, match=re.escape(words)):
        done(made, "rename", *names)
    assert texts(made) == before


def test_a_site_that_cannot_be_read_whole_is_not_changed(made: Site) -> None:
    made.write("-- content/actors/broken.md --\n---\nname: [\n---\n")
    with pytest.raises(AuthoringFault, match="run `check` first"):
        done(made, "rename", "actor:lna", "x")


def test_an_id_that_means_two_things_gets_its_prefix(made: Site) -> None:
    place = "name: Camp\ntype: town\nlat: 32.1\nlon: 20.1\nprecision: exact"
    made.write(f"-- content/places/northern-army.md --\n---\n{place}\n---\n")
    done(made, "rename", "actor:lna", "northern-army")
    assert "[[actor:northern-army]]" in texts(made)["content/articles/a.md"]
    assert "E304" not in [code for code, _ in found(made.build())]


def test_a_merge_unites_names_records_and_references(made: Site) -> None:
    made.write(
        """
        -- content/actors/na.md --
        ---
        name: N. Army
        aliases: [Norteños]
        type: armed-forces
        founded: 2011
        backers:
          - actor: alna
            observed: 2019
            support: [training]
            sources: [paper]
        redirects: [/actors/north/]
        ---
        -- content/articles/b.md --
        ---
        title: B
        date: 2020-06-02
        actors: [na]
        ---
        [[na]] and [[Norteños]].
        """
    )
    change = done(made, "merge", "actor:na", "actor:lna")
    text = texts(made)["content/actors/lna.md"]
    assert 'aliases: ["NA", "the Army of the North", "N. Army", "Norteños"]' in text
    assert "founded: 2011\n" in text
    assert (
        "  - actor: league\n    observed: 2020-05\n    support: [weapons]\n    sources: ['paper']\n  - actor: alna\n"
        in text
    )
    assert "# actor:na said: type: armed-forces\n" in text
    assert [each for each in change.told if "`type` differs" in each]
    assert "content/actors/na.md" not in texts(made)
    assert "[[lna]] and [[Norteños]]." in texts(made)["content/articles/b.md"]
    assert not made.build().failed
    assert all("lna" in made.page(route) for route in ("actors/na/", "actors/north/"))


def test_a_merge_that_only_an_author_can_make_is_refused(made: Site) -> None:
    with pytest.raises(AuthoringFault, match=r"content/actors/lna\.ar\.md translates"):
        done(made, "merge", "actor:lna", "actor:league")
    with pytest.raises(AuthoringFault, match="has a text below its front matter"):
        done(made, "merge", "actor:league", "actor:lna")


def test_a_retired_page_leads_on_and_what_still_names_it_is_told(made: Site) -> None:
    change = done(made, "retire", "actor:lna", "actor:league")
    assert "content/actors/lna.ar.md" not in texts(made)
    assert "content/actors/league.md:4:22 still names actor:lna" in change.told
    assert any(each.startswith("content/articles/a.md:10:") for each in change.told)
    places = {at for code, at in found(made.build(output=None)) if code in ("E201", "E301", "E311")}
    assert places <= {each.partition(" ")[0] for each in change.told}


def test_an_entry_of_a_collected_file_can_be_retired(made: Site) -> None:
    done(made, "retire", "term:lna-talks", "actor:league")
    assert texts(made)["content/glossary.yaml"] == SITE.partition("glossary.yaml --\n")[2].partition("lna-talks:")[0]
    assert not made.build().failed
    assert "league" in made.page("glossary/lna-talks/")


def test_a_dry_run_prints_a_diff_that_git_applies_and_changes_nothing(made: Site) -> None:
    before = texts(made)
    printed = run_alone("rename", "actor:lna", "northern-army", "--dry-run", cwd=made.folder)
    assert printed.returncode == 0, printed.stderr
    change = revising.rename(made.request(output=None), "actor:lna", "northern-army")
    patch = revising.diff(made.folder, change.files(made.folder), change.moved)
    assert printed.stdout == patch.replace("\r\n", "\n")
    assert texts(made) == before
    subprocess.run(["git", "init", "-q", str(made.folder)], check=True)
    applied = subprocess.run(
        ["git", "-C", str(made.folder), "apply", "-"], input=patch.encode(), capture_output=True, check=False
    )
    assert applied.returncode == 0, applied.stderr.decode()
    by_git = texts(made)
    made.write("-- content/actors/none.md --\n---\nname: N\ntype: other\n---\n")
    for path in [*by_git, "content/actors/none.md"]:
        (made.folder / path).unlink()
    for path, text in before.items():
        (made.folder / path).write_bytes(text.encode())
    done(made, "rename", "actor:lna", "northern-army")
    assert texts(made) == by_git


def test_one_that_is_killed_leaves_the_old_site_or_is_finished_by_the_next_command(made: Site) -> None:
    before = texts(made)
    done(made, "rename", "actor:lna", "northern-army")
    after = texts(made)
    seeds = random.Random(7)
    code = """
import sys
from pathlib import Path
from backstory import revising
from tests.published import CLONE
from tests.scenario import Site
made = Site(Path(sys.argv[1]))
files = revising.rename(made.request(output=None), "actor:lna", "northern-army").files(made.folder)
print("ready", flush=True)
revising.save(made.folder, files)
"""
    for _ in range(6):
        for path in texts(made):
            (made.folder / path).unlink()
        for path, text in before.items():
            (made.folder / path).parent.mkdir(parents=True, exist_ok=True)
            (made.folder / path).write_bytes(text.encode())
        work = subprocess.Popen([sys.executable, "-c", code, str(made.folder)], stdout=subprocess.PIPE)
        assert work.stdout is not None
        work.stdout.readline()
        time.sleep(seeds.random() * 0.02)
        work.send_signal(signal.SIGKILL)
        work.wait()
        work.stdout.close()
        assert run("check", cwd=made.folder).returncode == 0
        assert texts(made) in (before, after)


def test_an_unfinished_change_that_came_with_the_site_is_not_followed(made: Site) -> None:
    folder = made.folder / ".backstory-unfinished"
    folder.mkdir()
    (folder / "0").write_text("stolen")
    (folder / "list.json").write_text('[["../outside.md", "0"]]')
    told = run("check", cwd=made.folder)
    assert (told.returncode, "outside.md" in told.stderr) == (2, True)
    assert not (made.folder.parent / "outside.md").exists()


def test_random_renames_change_nothing_but_the_names(tmp_path: Path) -> None:
    """`check` finds what it found before, every old address leads on, bytes elsewhere are the same."""
    made, seeds = Site(tmp_path / "site"), random.Random(3)
    shutil.copytree(CLONE / "content", made.folder / "content")
    shutil.copy(CLONE / "site.yaml", made.folder)
    request = made.request(output=None, cache=tmp_path / "cache")
    with pipeline.memory_of(request) as memory:
        keys = sorted(entity.key for entity in session.opened(request, memory).known.knowledge.all())
    expected = sorted((each.code, each.message) for each in pipeline.build(request).diagnostics)
    for number, key in enumerate(seeds.sample(keys, min(RUNS, len(keys)))):
        before = texts(made)
        new = f"renamed-{number}"
        change = revising.rename(request, str(key), new)
        revising.save(made.folder, change.files(made.folder))
        told = [(each.code, _back(each.message, key, new)) for each in pipeline.build(request).diagnostics]
        assert sorted(told) == expected, key
        _undone(made, before)


def _back(text: str, key: Key, new: str) -> str:
    return re.sub(rf"(?<![a-z0-9-]){new}(?![a-z0-9-])", key.id, text)


def _undone(made: Site, before: dict[str, str]) -> None:
    for path in texts(made).keys() - before.keys():
        (made.folder / path).unlink()
    for path, text in before.items():
        if texts(made).get(path) != text:
            (made.folder / path).write_bytes(text.encode())
