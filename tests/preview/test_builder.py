"""The builder loses no edit, whatever keeps it from reading one at once."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from backstory.diagnostics import formatting
from backstory.engine.workers import Workers
from backstory.pipeline import read_cache, read_in_workers, read_stage
from backstory.pipeline.request import Outcome
from backstory.preview.builder import Builder
from backstory.reading.documents import documents
from backstory.records.snapshot import SiteFile
from tests.preview.running import eventually
from tests.scenario import Site, site

ARTICLE = "-- content/articles/{id}.md --\n---\ntitle: {title}\ndate: 2020-01-01\n---\nText.\n"
FIRST = "articles/a/index.html"
SECOND = "articles/b/index.html"


def failing(site: str, file: SiteFile, *_rest: object) -> bytes | None:
    """Read nothing: what becomes of a reader that the system gives no process, or that has a bug."""
    raise RuntimeError(f"{site}/{file.path} was not read")


def changed_ten_times(site: str, file: SiteFile, *rest: Any) -> bytes | None:
    """A file that is written once more between the look and the reading, the first ten times that it is read."""
    log = Path(f"{site}.read")
    with log.open("a", encoding="utf-8") as lines:
        lines.write(".")
    return documents_of(site, file, rest) if log.stat().st_size > 10 else None


def documents_of(site: str, file: SiteFile, rest: tuple[Any, ...]) -> bytes:
    _piece, languages, trust_full = rest
    data = (Path(site) / file.path).read_bytes()
    return read_cache.encode_file(documents(file.path, data, languages=languages, trust_full=trust_full))


@pytest.fixture
def made(tmp_path: Path) -> Site:
    return site(tmp_path / "site", ARTICLE.format(id="a", title="One") + ARTICLE.format(id="b", title="One"))


@pytest.fixture
def builder(made: Site) -> Iterator[Builder]:
    """A builder that has opened the site."""
    opened = Builder(made.request(output=None), formatting.TextStyle(), _unheard, threading.Event())
    opened.open()
    checks = threading.Thread(target=opened.check)
    checks.start()
    yield opened
    opened.stop.set()
    checks.join()


def _unheard(_outcome: Outcome) -> None:
    """Nobody listens."""


def shows(builder: Builder, file: str, title: str) -> bool:
    page = builder.shown.version.file(file) if builder.shown.version else None
    return isinstance(page, bytes) and f"<h1>{title}</h1>".encode() in page


def saved(made: Site, id_: str, title: str) -> tuple[str, ...]:
    """The burst of an edit."""
    made.write(ARTICLE.format(id=id_, title=title))
    return (str(made.folder.resolve() / f"content/articles/{id_}.md"),)


def test_an_edit_that_could_not_be_read_comes_with_the_next(made: Site, builder: Builder) -> None:
    with Workers(failing, limits=read_stage.LIMITS) as workers:
        builder.follow([saved(made, "a", "Two")], workers)
    assert builder.shown.problem is not None
    assert "was not read" in builder.shown.problem.text
    with read_in_workers.kept_workers(read_stage.LIMITS) as workers:
        builder.follow([saved(made, "b", "Three")], workers)
    eventually(lambda: shows(builder, SECOND, "Three"))
    assert shows(builder, FIRST, "Two")
    assert builder.shown.problem is None


def test_a_file_that_is_still_being_written_is_read_when_it_is_whole(made: Site, builder: Builder) -> None:
    with Workers(changed_ten_times, limits=read_stage.LIMITS) as workers:
        builder.follow([saved(made, "a", "Two")], workers)
    assert builder.shown.problem is None
    assert shows(builder, FIRST, "Two")
