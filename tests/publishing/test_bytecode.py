"""Compiled templates are used again, and never wrongly."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment
from jinja2.bccache import Bucket

from backstory.publishing.bytecode import Bytecode
from backstory.publishing.templates import Renderer


def page(folder: Path, compiled: Bytecode) -> str:
    """The page that the one template of a theme makes."""
    place = folder / "page.html"
    places = {name: (str(place), str(place.stat().st_size)) for name in ("page.html", "theme/page.html")}
    renderer = Renderer(places, compiled)
    renderer.load_all()
    both = {renderer.render(name, None) for name in places}
    assert len(both) == 1
    return both.pop().decode()


def only_file(folder: Path) -> Path:
    (file,) = folder.iterdir()
    return file


def test_a_template_of_two_names_is_compiled_once_and_used_by_the_next_process(tmp_path: Path) -> None:
    theme, kept = tmp_path / "theme", tmp_path / "kept"
    theme.mkdir()
    kept.mkdir()
    (theme / "page.html").write_text("as written")
    assert page(theme, Bytecode(kept, "engine")) == "as written"
    jinja = Environment(autoescape=True)
    bucket = Bucket(jinja, "", Bytecode(kept, "engine").get_source_checksum("as written"))
    bucket.code = jinja.compile("as kept", "theme/page.html", "templates/page.html")
    only_file(kept).write_bytes(bucket.bytecode_to_string())
    assert page(theme, Bytecode(kept, "engine")) == "as kept"


def test_another_engine_and_another_text_replace_what_was_compiled(tmp_path: Path) -> None:
    theme, kept = tmp_path / "theme", tmp_path / "kept"
    theme.mkdir()
    kept.mkdir()
    seen = []
    for text, engine in (("one", "first"), ("one", "second"), ("two", "second")):
        (theme / "page.html").write_text(text)
        assert page(theme, Bytecode(kept, engine)) == text
        seen.append(only_file(kept).read_bytes())
    assert len(set(seen)) == 3


def test_a_damaged_file_is_compiled_anew(tmp_path: Path) -> None:
    theme, kept = tmp_path / "theme", tmp_path / "kept"
    theme.mkdir()
    kept.mkdir()
    (theme / "page.html").write_text("a page")
    page(theme, Bytecode(kept, "engine"))
    whole = only_file(kept).read_bytes()
    for damaged in (b"", whole[: len(whole) // 4], whole[:-9], b"\x80\x04" * 99):
        only_file(kept).write_bytes(damaged)
        assert page(theme, Bytecode(kept, "engine")) == "a page"
        assert only_file(kept).read_bytes() == whole


def test_without_a_folder_that_can_be_written_pages_are_made_all_the_same(tmp_path: Path) -> None:
    theme = tmp_path / "theme"
    theme.mkdir()
    (theme / "page.html").write_text("a page")
    assert page(theme, Bytecode(None, "engine")) == "a page"
    assert page(theme, Bytecode(tmp_path / "gone", "engine")) == "a page"
    assert [each.name for each in tmp_path.iterdir()] == ["theme"]
