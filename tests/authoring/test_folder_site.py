"""`import site`: folders as Hugo, MkDocs, Obsidian and Quartz have them; nothing is lost without a line."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from tests.cli.test_command import Ran, run
from tests.scenario import PIXEL, Site, found, site

VAULT = {
    "Home.md": "Welcome to [[The Front|the front]], [[War/Old Port#The harbour]] and [[Nobody knows]].\n\n"
    "![[map.png|300]]\n",
    "War/The Front.md": "---\naliases: [YF, Yellow Front]\ntags: [war, ports]\nmood: dark\ndate: 2024-02-03\n---\n"
    "It is also [[YF]]. %% a private remark %%\n\n> [!info]- Look\n> here\n\n`[[not a link]]`\n",
    "War/Old Port.md": "# Old Port\n\n## The harbour\n\nSee [the front](The%20Front.md) and ![x](../pics/map.png).\n\n"
    "![[The Front]]\n",
    "glossary/ferry.md": "A ferry is a boat. It crosses.\n",
    "pics/map.png": "PIXEL",
    "notes.canvas": "{}",
    ".obsidian/app.json": "{}",
}
HUGO = {
    "content/_index.md": "+++\ntitle = 'Front page'\n+++\nHello.\n",
    "content/posts/first.md": "+++\ntitle = 'First \"post\"'\ndate = 2023-01-02T10:00:00Z\nlastmod = 2023-02-01\n"
    "draft = true\n"
    "aliases = ['/old/first/']\nweight = 3\n[params]\nx = 1\n+++\n"
    'Go to {{< ref "second" >}}, [there](/posts/second/) or [home]({{< relref "_index.md" >}}).\n\n'
    "{{< youtube abc >}}\n\n"
    "![A map](/img/a.png)\n",
    "content/posts/second/index.md": "---\ntitle: Second\ndate: 2023-03-04\nslug: the-second\n"
    "categories: [ports]\n---\nText.\n",
    "static/img/a.png": "PIXEL",
}


def made_of(tmp_path: Path, files: dict[str, str]) -> Path:
    for path, text in files.items():
        place = tmp_path / "theirs" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(PIXEL if text == "PIXEL" else text.encode())
        os.utime(place, (1_580_000_000, 1_580_000_000))
    return tmp_path / "theirs"


def imported(tmp_path: Path, files: dict[str, str], tool: str) -> tuple[Site, Ran]:
    made = site(tmp_path / "ours", "-- site.yaml --\ntitle: A site\nurl: https://example.org/\n")
    ran = run("import", "site", made_of(tmp_path, files), "--from", tool, cwd=made.folder)
    assert ran.returncode == 0, ran.stderr
    return made, ran


def text(made: Site, path: str) -> str:
    return (made.folder / "content" / path).read_text(encoding="utf-8")


def test_a_vault_of_obsidian_comes_with_its_links_pictures_and_remarks(tmp_path: Path) -> None:
    made, ran = imported(tmp_path, VAULT, "obsidian")
    home, front, port = (text(made, f"articles/{name}.md") for name in ("home", "the-front", "old-port"))
    assert "[[article:the-front|the front]], [[article:old-port#The harbour|" in home
    assert "and Nobody knows." in home
    assert "![](../images/map.png)" in home
    assert "<!-- a private remark -->" in front
    assert "> [!NOTE] Look" in front
    assert "`[[not a link]]`" in front
    assert '# mood: "dark"' in front
    assert "date: 2024-02-03\n" in front
    assert "[the front](the-front.md) and ![x](../images/map.png)" in port
    assert 'definition: "A ferry is a boat."' in text(made, "glossary/ferry.md")
    for left in ("Nobody knows", "notes.canvas", "showed another note", "`aliases`, `mood`", "it has no date"):
        assert left in ran.stdout
    outcome = made.build()
    assert not outcome.failed, found(outcome)
    assert made.has("War/Old-Port/") or made.has("war/old-port/")


def test_a_site_of_hugo_comes_with_its_front_matter_and_addresses(tmp_path: Path) -> None:
    made, ran = imported(tmp_path, HUGO, "hugo")
    first = text(made, "articles/first.md")
    assert 'title: "First \\"post\\""\ndate: 2023-01-02\nupdated: 2023-02-01\ndraft: true\n' in first
    assert re.findall(r'(?m)^  - "(.*)"$', first) == ["/posts/first/", "/old/first/"]
    assert "# weight: 3" in first
    assert "[there](the-second.md)" in first
    assert "the shortcode `{{< youtube abc >}}` stays as text" in ran.stdout
    assert '  - "/posts/the-second/"' in text(made, "articles/the-second.md")
    assert (made.folder / "content/articles/home.md").is_file()


@pytest.mark.parametrize("tool", ["mkdocs", "quartz"])
def test_pages_stand_where_each_tool_keeps_them(tmp_path: Path, tool: str) -> None:
    top = {"mkdocs": "docs", "quartz": "content"}[tool]
    made, _ = imported(tmp_path, {f"{top}/guide/start.md": "# Start\n\nHere.\n", "README.md": "No page.\n"}, tool)
    assert not made.build().failed
    assert made.has("guide/start/")
    assert "Start" in made.page("articles/start/")


def test_nothing_is_written_where_something_stands(tmp_path: Path) -> None:
    made, _ = imported(tmp_path, VAULT, "obsidian")
    before = {path: path.read_bytes() for path in made.folder.rglob("content/**/*.*")}
    again = run("import", "site", tmp_path / "theirs", "--from", "obsidian", cwd=made.folder)
    assert (again.returncode, "exists already and is left as it is" in again.stderr) == (2, True)
    assert {path: path.read_bytes() for path in made.folder.rglob("content/**/*.*")} == before


def test_a_folder_that_is_none_of_the_tools_is_told(tmp_path: Path) -> None:
    made = site(tmp_path / "ours", "-- site.yaml --\ntitle: A site\n")
    (tmp_path / "empty").mkdir()
    for words in (("--from", "hugo"), ("--from", "obsidian"), ()):
        assert run("import", "site", tmp_path / "empty", *words, cwd=made.folder).returncode == 2
