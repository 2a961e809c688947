"""The law: an incremental build's output and diagnostics equal a clean build's, byte for byte."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.scenario import Site, site

SETTINGS = "-- site.yaml --\ntitle: A site\nurl: https://example.org/\n"
ACTORS = st.sampled_from(["army", "league", "mission"])
WORDS = st.lists(
    st.sampled_from(["Northern Army", "the League", "missions", "[[army]]", "[[mission|them]]", "jets", "[@paper]"]),
    min_size=1,
    max_size=5,
)
NAMES = st.sampled_from(["Northern Army", "League", "Mission", "Jets of the North"])
SOURCE = "-- content/sources.yaml --\npaper:\n  title: A paper\n  publisher: mission\n  date: 2020-05-27\n"


class Incremental(RuleBasedStateMachine):
    """An author at work: files appear, change and go, and after each step the site is built."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.made: Site = site(self.folder / "site", SETTINGS + SOURCE)

    @initialize()
    def begin(self) -> None:
        self.actor("army", "Northern Army", backed=True)
        self.article("jets", ["Northern Army", "[@paper]"])

    @rule(name=ACTORS, title=NAMES, backed=st.booleans())
    def actor(self, name: str, title: str, backed: bool) -> None:
        backers = "backers:\n  - actor: mission\n    observed: 2020-05\n    sources:\n      - paper\n" if backed else ""
        self.write(f"content/actors/{name}.md", f"---\nname: {title}\ntype: igo\n{backers}---\nA text on jets.\n")

    @rule(name=st.sampled_from(["jets", "more"]), words=WORDS)
    def article(self, name: str, words: list[str]) -> None:
        body = " and ".join(words)
        self.write(f"content/articles/{name}.md", f"---\ntitle: About {name}\ndate: 2020-05-29\n---\nSee {body}.\n")

    @rule(text=st.sampled_from(["A fast aircraft.", "An aircraft."]))
    def term(self, text: str) -> None:
        self.write("content/glossary/jet.md", f"---\nname: jet\ndefinition: {text}\n---\n")

    @rule(name=st.sampled_from(["actors/mission", "actors/league", "articles/more", "glossary/jet"]))
    def delete(self, name: str) -> None:
        (self.made.folder / f"content/{name}.md").unlink(missing_ok=True)

    @rule(text=st.sampled_from(["<p>{{ view.name }}</p>", "<p>{{ view.nothing }}</p>", ""]))
    def template(self, text: str) -> None:
        place = self.made.folder / "templates/term.html"
        place.parent.mkdir(exist_ok=True)
        place.write_text(text, encoding="utf-8") if text else place.unlink(missing_ok=True)

    @rule()
    def edit_within_the_tick(self) -> None:
        """The same size, and the time the file had before."""
        place = self.made.folder / "content/articles/jets.md"
        before = place.stat()
        data = place.read_text(encoding="utf-8")
        place.write_text(data.replace("See", "Sea") if "See" in data else data.replace("Sea", "See"), encoding="utf-8")
        os.utime(place, ns=(before.st_atime_ns, before.st_mtime_ns))

    def write(self, path: str, text: str) -> None:
        place = self.made.folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")

    @invariant()
    def the_law_holds(self) -> None:
        outcome = self.made.build()
        clean = Site(self.folder / "clean")
        shutil.rmtree(clean.folder, ignore_errors=True)
        leftovers = shutil.ignore_patterns("output", ".cache")
        shutil.copytree(self.made.folder, clean.folder, ignore=leftovers)
        afresh = clean.build()
        assert outcome.diagnostics == afresh.diagnostics
        assert outcome.failed == afresh.failed
        if not outcome.failed:
            assert self.made.files() == clean.files()

    def teardown(self) -> None:
        shutil.rmtree(self.folder)


TestIncremental = Incremental.TestCase
TestIncremental.settings = settings(
    max_examples=4, stateful_step_count=8, deadline=None, suppress_health_check=list(HealthCheck)
)
