"""The law: whatever was built or shown before, a build and a preview give what a clean build gives, byte for byte."""

from __future__ import annotations

import os
import random
import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from backstory import pipeline
from backstory.diagnostics import Diagnostic
from backstory.pipeline import read_in_workers, read_stage, session
from backstory.pipeline.request import Outcome
from backstory.pipeline.version import Version
from tests.scenario import Site, site

STEPS = int(os.environ.get("BACKSTORY_LAW_STEPS", "1000"))
SEEDS = 8
FULL = 10
"""Every so many steps each file is compared, else a few of them."""

BEGINNING = """
-- site.yaml --
title: A site
url: https://example.org/
share_cards: false
languages: [en, ar]
-- content/actors/army.md --
---
name: {en: Northern Army, ar: الجيش الشمالي}
type: armed-forces
backers:
  - actor: league
    observed: 2020-05
    support: [weapons]
    sources: [paper]
---
The army holds the north.
-- content/actors/league.md --
---
name: League
aliases: [The League of Ports]
type: alliance
summary: An alliance of the ports.
---
-- content/actors/mission.md --
---
name: Mission
type: igo
---
-- content/conflicts/war.md --
---
name: War of the Ports
sides:
  - id: north
    label: North
    parties: [{actor: army}]
  - id: south
    label: South
    parties: [{actor: mission}]
---
-- content/claims/jets.md --
---
text: The League sent jets.
date: 2020-05-26
conflict: war
positions:
  - {by: army, stance: denies, date: 2020-05-27, source: paper}
  - {by: mission, stance: asserts, date: 2020-05-26, source: paper}
---
-- content/events/landing.md --
---
title: Jets land
date: 2020-05-18
claim: jets
actors: [league]
---
-- content/sources.yaml --
paper:
  title: A paper
  publisher: mission
  date: 2020-05-27
-- content/glossary.yaml --
jet:
  name: jet
  definition: A fast aircraft.
-- content/static/note.txt --
A note.
-- content/articles/a.md --
---
title: About the ports
actors: [army]
date: 2020-05-29
conflict: war
---
Northern Army and [[mission]] and a jet.

## The other part

See [the rest](b.md#the-end) and [@paper].
-- content/articles/a.ar.md --
---
title: عن الموانئ
translates: 2020-05-29
translator: A. B.
---
الجيش الشمالي هنا.
-- content/articles/b.md --
---
title: More of it
date: 2020-06-01
tags: [ports]
---
The League of Ports.

![[claim:jets]]

## The end

The end.
"""

WORDS = (
    "Northern Army", "the League", "Mission", "a jet", "jets", "[[army]]", "[[league|them]]", "[[The League of Ports]]",
    "[@paper]", "[there](../articles/b.md)", "[here](../articles/a.md)", "[[claim:jets]]", "الجيش الشمالي", "Ports",
    "on 18 May 2020 [[event:landing]]", "[file](../static/note.txt)", "Harbour",
)  # fmt: skip
NAMES = ("Northern Army", "League", "Harbour", "Mission", "Ports", "Army of the Ports", "Jet")

Edit = Callable[["Desk"], None]


class Desk:
    """An author at work on a site; each edit is one or a few files written."""

    def __init__(self, made: Site, seed: int) -> None:
        self.made, self.random = made, random.Random(seed)
        self.written: set[str] = set()

    def edit(self, *, mending: bool) -> frozenset[str]:
        """Do something at random, or half the time mend; the paths of the files it wrote or deleted."""
        self.written = set()
        (mend if mending and self.random.random() < 0.5 else self.random.choice(EDITS))(self)
        return frozenset(self.written)

    def sentence(self) -> str:
        """A few words, most of them with something to link."""
        words = self.random.sample(WORDS, self.random.randint(1, 4))
        rare = self.random.choice(["[[nobody]]", "[x](../articles/b.md#the-end)", "[x](../articles/a.md#nothing)"])
        words += [rare] if self.random.random() < 0.07 else []
        return " and ".join(words) + ".\n" + self.random.choice(["", "", "", "\n![[claim:jets]]\n"])

    def write(self, path: str, text: str) -> None:
        place = self.made.folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
        self.written.add(path)

    def read(self, path: str) -> str:
        place = self.made.folder / path
        return place.read_text(encoding="utf-8") if place.exists() else ""

    def delete(self, path: str) -> None:
        place = self.made.folder / path
        if place.exists():
            place.unlink()
            self.written.add(path)


def body(desk: Desk) -> None:
    path = desk.random.choice(
        ["articles/a.md", "articles/b.md", "articles/a.ar.md", "actors/army.md", "actors/mission.md"]
    )
    head, line, _ = desk.read(f"content/{path}").rpartition("---\n")
    if line:
        parts = [desk.sentence() for _ in range(desk.random.randint(1, 3))]
        heading = desk.random.choice(["## The end\n\n", "## The other part\n\n", "", ""])
        desk.write(f"content/{path}", head + line + f"\n{heading}".join(parts))


def title(desk: Desk) -> None:
    path = desk.random.choice(["content/articles/a.md", "content/articles/b.md"])
    desk.write(path, re.sub(r"(?m)^title: .*$", f"title: About {desk.random.choice(NAMES)}", desk.read(path)))


def name(desk: Desk) -> None:
    path = desk.random.choice(["content/actors/league.md", "content/actors/mission.md"])
    desk.write(path, re.sub(r"(?m)^name: .*$", f"name: {desk.random.choice(NAMES)}", desk.read(path)))


def alias(desk: Desk) -> None:
    path = "content/actors/league.md"
    desk.write(path, re.sub(r"(?m)^aliases: .*$", f"aliases: [{desk.random.choice(NAMES)}]", desk.read(path)))


def term(desk: Desk) -> None:
    terms = desk.random.sample(["jet", "port", "harbour"], desk.random.randint(0, 3))
    entries = (f"{each}:\n  name: {each}\n  definition: A thing with {desk.random.choice(NAMES)}.\n" for each in terms)
    desk.write("content/glossary.yaml", "".join(entries) or "{}\n")


def article(desk: Desk) -> None:
    draft = desk.random.choice(["draft: true\n", "", "nolink: [jet]\n", "actors: [army, league]\nclaims: [jets]\n"])
    day = desk.random.choice(["2020-05-29", "2020-06-02", "2030-01-01"])
    desk.write("content/articles/c.md", f"---\ntitle: New\ndate: {day}\n{draft}---\n{desk.sentence()}")


def event(desk: Desk) -> None:
    day = desk.random.choice(["2020-05-18", "2020-05", "2019-01-01", "2020-13"])
    summary = f"It happened to the {desk.random.choice(NAMES)}."
    desk.write(
        "content/events/landing.md",
        f"---\ntitle: Jets land\ndate: {day}\nclaim: jets\nactors: [league]\nsummary: {summary}\n---\n",
    )


def source(desk: Desk) -> None:
    entry = f"paper:\n  title: {desk.random.choice(NAMES)}\n  publisher: mission\n  date: 2020-05-27\n"
    more = desk.random.choice(["", "other:\n  title: Another\n  url: https://example.org/x\n"])
    desk.write("content/sources.yaml", entry + more)


def settings(desk: Desk) -> None:
    title = desk.random.choice(["A site", "Another site"])
    more = desk.random.choice(["", "", "nolink: [jet]\n", "trust: full\n", "severity: {N418: off}\n"])
    languages = desk.random.choice(["[en, ar]", "[en, ar]", "[en]"])
    cards = desk.random.choice(["true", *["false"] * 7])
    url = "url: https://example.org/"
    desk.write("site.yaml", f"title: {title}\n{url}\nshare_cards: {cards}\nlanguages: {languages}\n{more}")


def template(desk: Desk) -> None:
    text = desk.random.choice(["<p>{{ view.name.text }}</p>", "<p>{{ view.nothing }}</p>", "{% if %}", ""])
    desk.write("templates/term.html", text) if text else desk.delete("templates/term.html")


def static(desk: Desk) -> None:
    desk.write("content/static/note.txt", desk.sentence())


def delete(desk: Desk) -> None:
    desk.delete(
        "content/" + desk.random.choice(["articles/c.md", "articles/a.ar.md", "events/landing.md", "static/note.txt"])
    )


def mistake(desk: Desk) -> None:
    path = desk.random.choice(["content/articles/c.md", "content/actors/more.md"])
    desk.write(path, desk.random.choice(["---\ntitle: [\n---\n", "---\nname: X\ntype: sate\n---\n", "", "---\n"]))


def mend(desk: Desk) -> None:
    for path in ("content/actors/more.md", "content/articles/c.md", "templates/term.html"):
        desk.delete(path)
    for path, text in zip(*[iter(re.split(r"(?m)^-- (\S+) --\n", BEGINNING.lstrip("\n"))[1:])] * 2, strict=True):
        if desk.read(path) != text and desk.random.random() < 0.7:
            desk.write(path, text)


def within_the_tick(desk: Desk) -> None:
    """Bytes of the same number, and the time that the file had before."""
    path = "content/articles/b.md"
    text = desk.read(path)
    before = (desk.made.folder / path).stat()
    desk.write(
        path, text.replace("The end.", "The End.") if "The end." in text else text.replace("The End.", "The end.")
    )
    os.utime(desk.made.folder / path, ns=(before.st_atime_ns, before.st_mtime_ns))


EDITS: tuple[Edit, ...] = (
    body, body, body, body, body, title, name, alias, term, article, article, event, source, settings, template, static,
    delete, mistake, mend, mend, mend, within_the_tick,
)  # fmt: skip


@pytest.mark.parametrize("seed", range(SEEDS))
def test_the_law_holds_whatever_an_author_does(tmp_path: Path, seed: int) -> None:
    desk = Desk(site(tmp_path / "site", BEGINNING), seed)
    published = 0
    with read_in_workers.kept_workers(read_stage.LIMITS) as workers:
        shown = opened(desk.made)
        for step in range(STEPS // SEEDS):
            clean = opened(desk.made)
            outcome = desk.made.build(now_ns=time.time_ns())
            published += not outcome.failed
            where = f"seed {seed}, step {step}: {sorted(desk.written)}"
            compared(desk, outcome, shown, clean, where, whole=step % FULL == 0)
            # A desk mends what is wrong sooner or later: a law that only compares mistakes proves little.
            paths = desk.edit(mending=outcome.failed)
            shown = session.changed(shown, paths, time.time_ns(), workers)
    assert published > STEPS // SEEDS // 4, "most steps were mistakes: they prove little"


def compared(desk: Desk, outcome: Outcome, shown: Version, clean: Version, where: str, *, whole: bool) -> None:
    """Assert that a build and a preview found and made what a clean one does."""
    expected = _but_templates(clean.outcome())
    assert _but_templates(shown.outcome()) == expected, where
    assert _but_templates(outcome) == expected, where
    if outcome.failed:
        return
    files = desk.made.files()
    names = sorted(name for name in files if name != ".backstory.json" and not name.startswith("assets/"))
    for name in names if whole else desk.random.sample(names, 6):
        made = content(clean, name)
        assert content(shown, name) == made, f"{where}: {name} in the preview"
        assert plain(files[name]) == made, f"{where}: {name} in the build"


def _but_templates(outcome: Outcome) -> list[Diagnostic]:
    """What is wrong but for templates: a preview tells of those it has tried."""
    return [each for each in outcome.diagnostics if not each.span.path.startswith("templates/")]


def opened(made: Site) -> Version:
    """The site as a preview opens it, with nothing remembered."""
    request = made.request(cache=made.folder.parent / "no-cache", now_ns=time.time_ns(), fresh=True)
    with pipeline.memory_of(request) as memory:
        return session.opened(request, memory)


def content(version: Version, name: str) -> bytes | None:
    found = version.file(name)
    return found.read_bytes() if isinstance(found, Path) else found


def plain(data: bytes) -> bytes:
    """A published file as a preview has it: assets under their plain names."""
    return re.sub(rb"(assets/[\w-]+)\.[0-9a-f]{6,}\.(css|js)", rb"\1.\2", data)
