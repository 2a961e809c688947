"""The preview follows every edit, and no mistake ends it.

Most tests edit one site before one preview. After each the site is as it was.
"""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from backstory.engine import lock
from tests.preview.running import Preview, Socket, eventually, running
from tests.scenario import Site, site

ARTICLE = "-- content/articles/a.md --\n---\ntitle: {title}\ndate: 2020-01-01\n---\nText.\n"
WRONG = "-- content/actors/bad.md --\n---\nname: Bad\ntype: sate\n---\n"
RIGHT = "-- content/actors/bad.md --\n---\nname: Bad\ntype: state\n---\n"
CSS = "-- assets/site.css --\nbody { color: {colour}; }\n"
START = CSS.replace("{colour}", "red") + ARTICLE.format(title="One")
_TURNS = count(1)


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Site, Preview]]:
    """A site that was built, and a preview of it."""
    made = site(tmp_path_factory.mktemp("following") / "site", START)
    made.build()
    with running(made.folder) as preview:
        yield made, preview


@pytest.fixture
def preview(started: tuple[Site, Preview]) -> Preview:
    return started[1]


@pytest.fixture
def made(started: tuple[Site, Preview]) -> Iterator[Site]:
    """The site before the preview; after the test the preview shows it as it was, but for its title."""
    made, preview = started
    yield made
    for name in ("content", "assets", "templates"):
        shutil.rmtree(made.folder / name, ignore_errors=True)
    title = f"Turn {next(_TURNS)}"
    made.write(START)
    made.write(f"-- site.yaml --\ntitle: {title}\n")
    eventually(lambda: title in preview.page("/articles/a/"))
    assert preview.problem() == ""
    assert shows(preview, "One")


def shows(preview: Preview, title: str) -> bool:
    return f"<h1>{title}</h1>" in preview.page("/articles/a/")


def told(browser: Socket, path: str, look: Callable[[], bool]) -> None:
    """Wait until the browser is told of `path` and `look` holds. It may first hear of what was edited before."""
    reload = {"command": "reload", "path": path, "liveCSS": True, "liveImg": True}
    while browser.hear() != reload or not look():
        pass


def test_an_edit_is_shown_and_the_browser_is_told(made: Site, preview: Preview) -> None:
    with Socket(preview.port) as browser:
        browser.greet()
        made.write(ARTICLE.format(title="Two"))
        told(browser, "/", lambda: shows(preview, "Two"))
        made.write(ARTICLE.format(title="Three"))
        told(browser, "/", lambda: shows(preview, "Three"))


def test_a_style_sheet_is_named_so_that_it_is_swapped_in_place(made: Site, preview: Preview) -> None:
    with Socket(preview.port) as browser:
        browser.greet()
        made.write(CSS.replace("{colour}", "blue"))
        told(browser, "/assets/site.css", lambda: "blue" in preview.page("/assets/site.css"))


def test_a_new_file_and_a_deleted_one_are_followed(made: Site, preview: Preview) -> None:
    made.write(RIGHT)
    eventually(lambda: preview.ask("/actors/bad/").status == 200)
    made.write("-- content/actors/bad.md --\n(deleted)\n")
    eventually(lambda: preview.ask("/actors/bad/").status == 404)


def test_an_editor_that_saves_by_renaming_is_followed(made: Site, preview: Preview, tmp_path: Path) -> None:
    draft = tmp_path / "draft"
    draft.write_text(ARTICLE.format(title="Renamed").partition("\n")[2], encoding="utf-8")
    draft.replace(made.folder / "content/articles/a.md")
    eventually(lambda: shows(preview, "Renamed"))


def test_a_mistake_is_shown_as_in_the_terminal_and_clears_with_its_mending(made: Site, preview: Preview) -> None:
    with Socket(preview.port) as browser:
        assert preview.problem() == ""
        browser.greet()
        made.write(WRONG)
        told(browser, "/", lambda: "did you mean `state`?" in preview.problem())
        problem = preview.problem()
        assert problem.startswith("content/actors/bad.md:3:7  error ")
        assert problem in preview.said()
        assert shows(preview, "One")
        assert preview.ask("/actors/bad/").status == 404
        made.write(RIGHT)
        told(browser, "/", lambda: preview.problem() == "")
        eventually(lambda: preview.ask("/actors/bad/").status == 200)


def test_no_edit_is_lost_however_fast_they_come(made: Site, preview: Preview) -> None:
    for number in range(100):
        made.write(ARTICLE.format(title=f"Number {number}"))
    eventually(lambda: shows(preview, "Number 99"))
    made.write(ARTICLE.format(title="The last"))
    eventually(lambda: shows(preview, "The last"))


def test_no_bad_file_ends_it(made: Site, preview: Preview) -> None:
    place = made.folder / "content/articles/bad.md"
    for data in (b"", b"---\n", b"\xff\xfe\x00", b"---\na: [\n---\n", b"---\ntitle: \x00\n---\n", b"\xef\xbb\xbf"):
        place.write_bytes(data)
        eventually(lambda: "content/articles/bad.md" in preview.problem())
        place.unlink()
        eventually(lambda: preview.problem() == "")
    made.write("-- templates/article.html --\n{% if %}\n")
    eventually(lambda: "templates/article.html" in preview.problem())
    assert shows(preview, "One")


def test_it_outlives_the_loss_of_its_settings(made: Site, preview: Preview) -> None:
    made.write("-- site.yaml --\n(deleted)\n")
    eventually(lambda: "site.yaml" in preview.problem())
    assert shows(preview, "One")
    made.write("-- site.yaml --\ntitle: Back\n")
    eventually(lambda: preview.problem() == "")
    eventually(lambda: "Back" in preview.page("/"))


def test_the_output_folder_is_never_written(made: Site, preview: Preview) -> None:
    before = made.files()
    assert "index.html" in before
    made.write(ARTICLE.format(title="Two"))
    eventually(lambda: shows(preview, "Two"))
    assert made.files() == before


def test_a_page_that_did_not_change_is_left_alone(made: Site, preview: Preview) -> None:
    made.write("-- content/articles/b.md --\n---\ntitle: Other\ndate: 2020-01-02\n---\nText.\n")
    eventually(lambda: preview.ask("/articles/b/").status == 200)
    with Socket(preview.port) as browser:
        browser.greet("articles/b/")
        made.write(ARTICLE.format(title="One").replace("Text.", "Other words."))
        eventually(lambda: "Other words." in preview.page("/articles/a/"))
        made.write("-- content/articles/b.md --\n---\ntitle: Other\ndate: 2020-01-02\n---\nIts own words.\n")
        told(browser, "/", lambda: True)
        assert "Its own words." in preview.page("/articles/b/")


def test_a_file_that_is_copied_may_vanish_at_any_time(made: Site, preview: Preview) -> None:
    made.write("-- content/static/note.txt --\nhere\n")
    eventually(lambda: preview.page("/note.txt") == "here\n")
    (made.folder / "content/static/note.txt").unlink()
    eventually(lambda: preview.ask("/note.txt").status == 404)
    assert "Traceback" not in preview.said()


def test_a_preview_that_begins_with_a_mistake_shows_what_it_can_below_it(tmp_path: Path) -> None:
    made = site(tmp_path / "site", ARTICLE.format(title="One") + WRONG)
    with running(made.folder) as preview:
        assert shows(preview, "One")
        assert "/__preview/client.js" in preview.page("/")
        eventually(lambda: "did you mean" in preview.problem())
        assert preview.ask("/actors/bad/").status == 404
        made.write(RIGHT)
        eventually(lambda: preview.ask("/actors/bad/").status == 200)
        assert preview.problem() == ""


def test_it_waits_for_another_build_of_the_site_before_it_begins_and_never_after(tmp_path: Path) -> None:
    made = site(tmp_path / "site", ARTICLE.format(title="One"))
    log = made.folder.parent / f"{made.folder.name}.log"
    held = threading.Event()

    def build() -> None:
        with lock.held(made.folder / ".cache"):
            held.set()
            eventually(lambda: log.exists() and "Another build of this site is at work" in log.read_text("utf-8"))

    other = threading.Thread(target=build)
    other.start()
    held.wait()
    with running(made.folder) as preview:
        assert shows(preview, "One")
        with lock.held(made.folder / ".cache"):
            made.write(ARTICLE.format(title="Two"))
            eventually(lambda: shows(preview, "Two"))
    other.join()
