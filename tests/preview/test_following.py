"""The preview follows every edit, and no mistake ends it."""

from __future__ import annotations

from pathlib import Path

from backstory.engine import lock
from tests.preview.running import Preview, Socket, eventually, running
from tests.scenario import Site, site

ARTICLE = "-- content/articles/a.md --\n---\ntitle: {title}\ndate: 2020-01-01\n---\nText.\n"
WRONG = "-- content/actors/bad.md --\n---\nname: Bad\ntype: sate\n---\n"
RIGHT = "-- content/actors/bad.md --\n---\nname: Bad\ntype: state\n---\n"
CSS = "-- assets/site.css --\nbody { color: {colour}; }\n"


def written(folder: Path, title: str = "One") -> Site:
    return site(folder / "site", ARTICLE.format(title=title))


def shows(preview: Preview, title: str) -> bool:
    return f"<h1>{title}</h1>" in preview.page("/articles/a/")


def test_an_edit_is_shown_and_the_browser_is_told(tmp_path: Path) -> None:
    made = written(tmp_path)
    with running(made.folder) as preview, Socket(preview.port) as browser:
        browser.greet()
        made.write(ARTICLE.format(title="Two"))
        assert browser.hear() == {"command": "reload", "path": "/", "liveCSS": True, "liveImg": True}
        assert shows(preview, "Two")
        made.write(ARTICLE.format(title="Three"))
        assert browser.hear()["command"] == "reload"
        assert shows(preview, "Three")


def test_a_style_sheet_is_named_so_that_it_is_swapped_in_place(tmp_path: Path) -> None:
    made = written(tmp_path)
    made.write(CSS.replace("{colour}", "red"))
    with running(made.folder) as preview, Socket(preview.port) as browser:
        browser.greet()
        made.write(CSS.replace("{colour}", "blue"))
        assert browser.hear()["path"] == "/assets/site.css"
        assert "blue" in preview.page("/assets/site.css")


def test_a_new_file_and_a_deleted_one_are_followed(tmp_path: Path) -> None:
    made = written(tmp_path)
    with running(made.folder) as preview:
        made.write(RIGHT)
        eventually(lambda: preview.ask("/actors/bad/").status == 200)
        made.write("-- content/actors/bad.md --\n(deleted)\n")
        eventually(lambda: preview.ask("/actors/bad/").status == 404)


def test_an_editor_that_saves_by_renaming_is_followed(tmp_path: Path) -> None:
    made = written(tmp_path)
    with running(made.folder) as preview:
        draft = tmp_path / "draft"
        draft.write_text(ARTICLE.format(title="Renamed").partition("\n")[2], encoding="utf-8")
        draft.replace(made.folder / "content/articles/a.md")
        eventually(lambda: shows(preview, "Renamed"))


def test_a_mistake_is_shown_as_in_the_terminal_and_clears_with_its_mending(tmp_path: Path) -> None:
    made = written(tmp_path)
    with running(made.folder) as preview, Socket(preview.port) as browser:
        assert preview.problem() == ""
        browser.greet()
        made.write(WRONG)
        assert browser.hear()["path"] == "/"
        problem = preview.problem()
        assert problem.startswith("content/actors/bad.md:3:7  error ")
        assert "did you mean `state`?" in problem
        assert problem in preview.said()
        assert shows(preview, "One")
        assert preview.ask("/actors/bad/").status == 404
        made.write(RIGHT)
        assert browser.hear()["path"] == "/"
        assert preview.problem() == ""
        assert preview.ask("/actors/bad/").status == 200


def test_a_preview_that_begins_with_a_mistake_shows_the_site_once_it_is_mended(tmp_path: Path) -> None:
    made = written(tmp_path)
    made.write(WRONG)
    with running(made.folder) as preview:
        assert preview.ask("/").status == 404
        assert "/__preview/client.js" in preview.page("/")
        assert "did you mean" in preview.problem()
        made.write(RIGHT)
        eventually(lambda: shows(preview, "One"))


def test_no_edit_is_lost_however_fast_they_come(tmp_path: Path) -> None:
    made = written(tmp_path)
    with running(made.folder) as preview:
        for number in range(300):
            made.write(ARTICLE.format(title=f"Number {number}"))
        eventually(lambda: shows(preview, "Number 299"))
        made.write(ARTICLE.format(title="The last"))
        eventually(lambda: shows(preview, "The last"))


def test_no_bad_file_ends_it(tmp_path: Path) -> None:
    made = written(tmp_path)
    place = made.folder / "content/articles/bad.md"
    with running(made.folder) as preview:
        for data in (b"", b"---\n", b"\xff\xfe\x00", b"---\na: [\n---\n", b"---\ntitle: \x00\n---\n", b"\xef\xbb\xbf"):
            place.write_bytes(data)
            eventually(lambda: "content/articles/bad.md" in preview.problem())
            place.unlink()
            eventually(lambda: preview.problem() == "")
        made.write("-- templates/article.html --\n{% if %}\n")
        eventually(lambda: "templates/article.html" in preview.problem())
        assert shows(preview, "One")


def test_it_outlives_the_loss_of_its_settings(tmp_path: Path) -> None:
    made = written(tmp_path)
    with running(made.folder) as preview:
        made.write("-- site.yaml --\n(deleted)\n")
        eventually(lambda: "site.yaml" in preview.problem())
        assert shows(preview, "One")
        made.write("-- site.yaml --\ntitle: Back\n")
        eventually(lambda: preview.problem() == "")
        eventually(lambda: "Back" in preview.page("/"))


def test_the_output_folder_is_never_written(tmp_path: Path) -> None:
    made = written(tmp_path)
    made.build()
    before = made.files()
    with running(made.folder) as preview:
        made.write(ARTICLE.format(title="Two"))
        eventually(lambda: shows(preview, "Two"))
    assert made.files() == before


def test_it_waits_for_another_build_of_the_site(tmp_path: Path) -> None:
    made = written(tmp_path)
    with running(made.folder) as preview:
        with lock.held(made.folder / ".cache"):
            made.write(ARTICLE.format(title="Two"))
            eventually(lambda: "Another build of this site is at work" in preview.said())
            assert preview.problem() == ""
        eventually(lambda: shows(preview, "Two"))


def test_a_file_that_is_copied_may_vanish_at_any_time(tmp_path: Path) -> None:
    made = written(tmp_path)
    made.write("-- content/static/note.txt --\nhere\n")
    with running(made.folder) as preview:
        assert preview.page("/note.txt") == "here\n"
        (made.folder / "content/static/note.txt").unlink()
        eventually(lambda: preview.ask("/note.txt").status == 404)
        assert "Traceback" not in preview.said()
