"""The site folder is looked through without following links; slips of naming are reported."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

import pytest

from backstory.reading import ChangedError, Theme, discover, load, settings
from backstory.records.snapshot import SiteFile, Snapshot, Stamp, Stamps

_LATER = 2**62


def _site(root: Path, *paths: str) -> Path:
    for path in paths:
        place = root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(path, encoding="utf-8")
    return root


def _look(root: Path, **options: object) -> tuple[Snapshot, list[tuple[str, str]]]:
    theme = Theme(root / "templates", root / "assets")
    snapshot, found = discover(root, theme, languages=("en", "ar"), **options)  # type: ignore[arg-type]
    return snapshot, [(each.code, each.span.path) for each in found]


def test_files_are_sorted_into_what_is_read_and_what_is_copied(tmp_path: Path) -> None:
    root = _site(
        tmp_path,
        "content/actors/lna.md",
        "content/actors/lna.ar.md",
        "content/actors/lna.png",
        "content/backings/turkey.yaml",
        "content/places.yaml",
        "content/sources.json",
        "content/static/CNAME",
        "content/static/.well-known/security.txt",
        "content/README.md",
    )
    snapshot, found = _look(root)
    assert found == []
    assert list(snapshot.sources) == [
        "content/actors/lna.ar.md",
        "content/actors/lna.md",
        "content/backings/turkey.yaml",
        "content/places.yaml",
        "content/sources.json",
    ]
    assert list(snapshot.files) == [
        "content/actors/lna.png",
        "content/static/.well-known/security.txt",
        "content/static/CNAME",
    ]


def test_hidden_files_and_what_editors_leave_behind_are_passed_over(tmp_path: Path) -> None:
    names = (".git/config", "actors/.lna.md.swp", "actors/lna.md~", "actors/.#lna.md", "actors/4913", "actors/.env")
    root = _site(tmp_path, *(f"content/{name}" for name in names), "content/__pycache__/x.pyc")
    snapshot, found = _look(root)
    assert (dict(snapshot.sources), dict(snapshot.files), found) == ({}, {}, [])


@pytest.mark.parametrize(
    ("path", "code", "at", "hint"),
    [
        ("content/actor/lna.md", "E013", "content/actor", "did you mean content/actors/?"),
        ("content/lna.md", "E013", "content/lna.md", "content/articles/lna.md"),
        ("content/actors/libya/lna.md", "E013", "content/actors/libya/lna.md", "content/actors/lna.md"),
        ("content/backings.yaml", "E013", "content/backings.yaml", "content/backings/NAME.yaml"),
        ("content/actor.yaml", "E013", "content/actor.yaml", "did you mean actors.yaml?"),
        ("content/actors/lna.MD", "E014", "content/actors/lna.MD", "lna.md"),
        ("content/actors/lna.markdown", "E014", "content/actors/lna.markdown", "lna.md"),
        ("content/actors/lna.yaml", "E014", "content/actors/lna.yaml", "content/actors.yaml"),
        ("content/actors.yml", "E014", "content/actors.yml", "actors.yaml"),
        ("content/actors.ar.yaml", "E014", "content/actors.ar.yaml", "actors.yaml"),
        ("content/backings/x.yml", "E014", "content/backings/x.yml", "x.yaml"),
        ("content/actors/LNA.md", "E015", "content/actors/LNA.md", "lna.md"),
        ("content/actors/the lna.ar.md", "E015", "content/actors/the lna.ar.md", "the-lna.ar.md"),
        ("content/actors/حفتر.md", "E015", "content/actors/حفتر.md", "choose an id"),
        ("content/actors/lna.v2.md", "E015", "content/actors/lna.v2.md", "lna-v2.md"),
        ("content/actors/lna.fr.md", "E016", "content/actors/lna.fr.md", "add `fr` to `languages`"),
        ("content/actors/lna.xx.md", "E016", "content/actors/lna.xx.md", "`languages`"),
        ("content/actors/lna.ger.md", "E016", "content/actors/lna.ger.md", "lna.de.md"),
        ("content/actors/notes.docx", "N001", "content/actors/notes.docx", "content/static/"),
    ],
)
def test_a_file_in_the_wrong_place_is_reported_with_the_right_one(
    tmp_path: Path, path: str, code: str, at: str, hint: str
) -> None:
    root = _site(tmp_path, path)
    _, found = discover(root, Theme(root / "t", root / "a"), languages=("en", "ar"))
    assert [(each.code, each.span.path) for each in found] == [(code, at)]
    assert hint in found[0].hint


def test_a_folder_of_no_kind_is_reported_once(tmp_path: Path) -> None:
    _, found = _look(_site(tmp_path, "content/actor/lna.md", "content/actor/gna.md"))
    assert found == [("E013", "content/actor")]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_links_pipes_and_sockets_are_refused_by_name(tmp_path: Path) -> None:
    root = _site(tmp_path / "site", "content/actors/lna.md")
    (root / "content/static").mkdir()
    (root / "content/actors/passwd.md").symlink_to("/etc/passwd")
    (root / "content/actors/loop.md").symlink_to("loop.md")
    (root / "content/events").symlink_to(tmp_path)
    (root / "content/static/out").symlink_to("/")
    os.mkfifo(root / "content/static/pipe")
    here = Path.cwd()
    os.chdir(root / "content/static")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("socket")
    os.chdir(here)
    snapshot, found = _look(root)
    assert list(snapshot.sources) == ["content/actors/lna.md"]
    assert list(snapshot.files) == []
    assert found == [
        ("E012", "content/actors/loop.md"),
        ("E012", "content/actors/passwd.md"),
        ("E012", "content/events"),
        ("E012", "content/static/out"),
        ("E012", "content/static/pipe"),
        ("E012", "content/static/socket"),
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names themselves")
def test_a_name_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    root = _site(tmp_path, "content/static/x")
    (root / os.fsdecode(b"content/static/caf\xe9")).write_text("")
    assert _look(root)[1] == [("E019", "content/static/caf\\udce9")]


@pytest.mark.skipif(sys.platform != "linux", reason="other file systems make the two one file")
def test_names_that_differ_in_capitals_or_in_the_form_of_an_accent_collide(tmp_path: Path) -> None:
    root = _site(
        tmp_path, "content/static/Map.png", "content/static/map.png", "content/static/é", "content/static/e\u0301"
    )
    snapshot, found = discover(root, Theme(root / "t", root / "a"))
    assert [(each.code, each.span.path, each.related[0].span.path) for each in found] == [
        ("E017", "content/static/map.png", "content/static/Map.png"),
        ("E017", "content/static/é", "content/static/e\u0301"),
    ]
    assert len(snapshot.files) == 4


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_reported(tmp_path: Path) -> None:
    root = _site(tmp_path, "content/actors/lna.md")
    (root / "content/actors/lna.md").chmod(0)
    assert _look(root)[1] == [("E018", "content/actors/lna.md")]


def test_a_folder_that_is_a_file_is_reported(tmp_path: Path) -> None:
    assert _look(_site(tmp_path, "content"))[1] == [("E018", "content")]


def test_an_image_over_20_mb_is_refused(tmp_path: Path) -> None:
    root = _site(tmp_path, "content/actors/map.png", "content/static/map.png")
    for folder in ("actors", "static"):
        with (root / f"content/{folder}/map.png").open("wb") as file:
            file.truncate(20 * 1024 * 1024 + 1)
    snapshot, found = _look(root)
    assert found == [("E025", "content/actors/map.png")]
    assert list(snapshot.files) == ["content/static/map.png"]
    os.truncate(root / "content/actors/map.png", 20 * 1024 * 1024)
    assert _look(root)[1] == []


def test_a_source_far_over_the_limit_is_refused_unread(tmp_path: Path) -> None:
    root = _site(tmp_path, "content/places.yaml")
    with (root / "content/places.yaml").open("wb") as file:
        file.truncate(8 * 1024 * 1024 + 1)
    assert _look(root)[1] == [("E005", "content/places.yaml")]


def test_templates_and_assets_of_a_site_lie_over_the_theme(tmp_path: Path) -> None:
    root = _site(tmp_path / "site", "templates/page.html", "assets/site.css")
    theme = _site(
        tmp_path / "theme", "templates/page.html", "templates/parts/head.html", "assets/site.css", "assets/x.js"
    )
    snapshot, _ = discover(root, Theme(theme / "templates", theme / "assets"))
    assert {name: place for name, (place, _) in snapshot.templates.items()} == {
        "page.html": str(root / "templates/page.html"),
        "parts/head.html": str(theme / "templates/parts/head.html"),
        "theme/page.html": str(theme / "templates/page.html"),
        "theme/parts/head.html": str(theme / "templates/parts/head.html"),
    }
    assert {name: place for name, (place, _) in snapshot.assets.items()} == {
        "site.css": str(root / "assets/site.css"),
        "x.js": str(theme / "assets/x.js"),
    }


def test_where_site_and_theme_are_one_folder_there_is_one_copy(tmp_path: Path) -> None:
    snapshot, _ = _look(_site(tmp_path, "templates/page.html"))
    assert snapshot.templates["page.html"] == snapshot.templates["theme/page.html"]


def test_a_known_file_is_not_read_again_when_its_stamp_stands_and_is_old(tmp_path: Path) -> None:
    path = "content/actors/lna.md"
    root = _site(tmp_path, path)
    stamp = _look(root)[0].sources[path].stamp
    known = {path: (stamp, "as-before")}
    assert _look(root, known=Stamps(known, _LATER))[0].sources[path].digest == "as-before"


def test_a_known_file_touched_just_before_the_last_look_is_read_again(tmp_path: Path) -> None:
    path = "content/actors/lna.md"
    root = _site(tmp_path, path)
    file = _look(root)[0].sources[path]
    known = {path: (file.stamp, "as-before")}
    again = _look(root, known=Stamps(known, file.stamp.mtime_ns + 1))[0].sources[path]
    assert again == file


def test_loading_gives_the_bytes_that_were_digested_or_says_they_changed(tmp_path: Path) -> None:
    path = "content/actors/lna.md"
    root = _site(tmp_path, path)
    file = _look(root)[0].sources[path]
    assert load(root, file) == path.encode()
    (root / path).write_text("other")
    with pytest.raises(ChangedError):
        load(root, file)
    (root / path).unlink()
    with pytest.raises(ChangedError):
        load(root, SiteFile(path, file.digest, Stamp(0, 0, 0, 0)))


def test_settings_are_read_as_text(tmp_path: Path) -> None:
    assert settings(tmp_path) == (None, ())
    (tmp_path / "site.yaml").write_bytes(b"title: x\r\n")
    assert settings(tmp_path) == ("title: x\n", ())
