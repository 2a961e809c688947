"""Nothing a content file holds ends in a traceback or a half-written site."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

from backstory.diagnostics import Severity
from backstory.engine.workers import Limits
from backstory.pipeline import read_stage
from tests.published import CLONE
from tests.scenario import found, site
from tests.window import PATIENCE

GOOD = """
-- content/actors/lna.md --
---
name: Libyan National Army
type: armed-group
---
"""
HEAD = b"---\nname: X\ntype: state\n---\n"
BAD: dict[str, bytes] = {
    "wrong YAML": b"---\nname: Libya: the war\ntype: state\n---\n",
    "no closing line": b"---\nname: X\ntype: state\n\nText.\n",
    "unknown key": b"---\nname: X\ntype: state\ncolour: red\n---\n",
    "wrong type": b"---\nname:\n  - X\n  - Y\ntype: state\n---\n",
    "empty file": b"",
    "only blank lines": b"\n\n\n",
    "UTF-16": "---\nname: X\ntype: state\n---\n".encode("utf-16"),
    "not UTF-8": b"---\nname: caf\xe9\ntype: state\n---\n",
    "NUL": HEAD + b"a\0b\n",
    "two MB of text": HEAD + b"word " * 420_000,
    "a private-use character": HEAD + "a\ue000b\n".encode(),
    "a script": HEAD + b"<script>alert(1)</script>\n[x](javascript:alert(1))\n",
    "a bomb of brackets": HEAD + b"[" * 60_000,
    "a bomb of quotes": HEAD + b"> " * 5_000 + b"x\n",
    "a bomb of lists": HEAD + "".join("  " * n + "- x\n" for n in range(400)).encode(),
    "a YAML bomb": b"---\na: &a [x, x]\nb: [*a, *a]\nname: X\ntype: state\n---\n",
    "a tag": b"---\nname: !!python/object:os.system X\ntype: state\n---\n",
    "two of one key": b"---\nname: X\nname: Y\ntype: state\n---\n",
    "a deep nest": b"---\nname: " + b"[" * 5000 + b"\ntype: state\n---\n",
    "a tab": b"---\nname: X\n\ttype: state\n---\n",
}
FINE: dict[str, bytes] = {
    "a byte order mark": b"\xef\xbb\xbf" + HEAD + b"Text.\n",
    "Windows line ends": HEAD.replace(b"\n", b"\r\n") + b"Text.\r\n",
    "old Mac line ends": HEAD.replace(b"\n", b"\r") + b"Text.\r",
    "no end of line at the end": HEAD + b"Text.",
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_told_in_its_place_and_the_site_stays(tmp_path: Path, name: str) -> None:
    made = site(tmp_path, GOOD)
    assert not made.build().failed
    before = made.files()
    (tmp_path / "content/actors/bad.md").write_bytes(BAD[name])
    (tmp_path / "content/actors/too.md").write_text("---\nname: Other\ntype: sate\n---\n", encoding="utf-8")
    outcome = made.build(strict=True)
    errors = [each for each in outcome.diagnostics if each.severity is Severity.ERROR]
    here = [each for each in errors if each.span.path == "content/actors/bad.md"]
    there = [each for each in errors if each.span.path == "content/actors/too.md"]
    assert here
    assert there, "one bad file hides another"
    assert all(each.span.line >= 1 and each.span.column >= 1 and each.message for each in here)
    assert made.files() == before


@pytest.mark.parametrize("name", FINE)
def test_a_file_from_another_system_is_read_as_it_was_meant(tmp_path: Path, name: str) -> None:
    made = site(tmp_path, GOOD)
    (tmp_path / "content/actors/x.md").write_bytes(FINE[name])
    outcome = made.build()
    assert [each for each in outcome.diagnostics if each.severity is Severity.ERROR] == []
    assert "Text." in made.page("actors/x/")


def test_two_files_that_claim_one_route_are_named_both(tmp_path: Path) -> None:
    made = site(tmp_path, GOOD)
    made.write("-- content/static/actors/lna/index.html --\n<p>mine</p>\n")
    (clash,) = [each for each in made.build().diagnostics if each.code == "E501"]
    named = {clash.span.path, *(each.span.path for each in clash.related)}
    assert named == {"content/actors/lna.md", "content/static/actors/lna/index.html"}


def test_routes_that_differ_only_in_case_clash(tmp_path: Path) -> None:
    made = site(tmp_path, GOOD)
    made.write("-- content/static/Actors/LNA/index.html --\n<p>mine</p>\n")
    assert [each.code for each in made.build().diagnostics if each.severity is Severity.ERROR] == ["E501"]


def test_files_that_are_no_files_are_refused_by_name(tmp_path: Path) -> None:
    made = site(tmp_path, GOOD)
    (tmp_path / "content/actors/link.md").symlink_to("/etc/passwd")
    outcome = made.build()
    assert [each.span.path for each in outcome.diagnostics if each.severity is Severity.ERROR] == [
        "content/actors/link.md"
    ]


def test_a_file_that_takes_too_long_to_read_is_given_up_and_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = site(tmp_path, GOOD)
    (tmp_path / "content/actors/lna.md").write_bytes(HEAD + b"A _long_ text, **with** `words`.\n\n" * 4_000)
    monkeypatch.setattr(read_stage, "LIMITS", Limits(seconds=0.01, seconds_per_byte=0, patience=0.01))
    assert found(made.build())[:1] == [("E031", "content/actors/lna.md:1:1")]
    monkeypatch.undo()
    assert not made.build().failed, "what was given up must not be remembered"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows counts no memory for us")
def test_a_file_that_takes_too_much_memory_to_read_is_given_up_and_named(tmp_path: Path) -> None:
    site(tmp_path, GOOD)
    (tmp_path / "content/actors/lna.md").write_bytes(HEAD + b"A long text.\n" * 60_000)
    # In a process of its own: this one may have room from earlier tests, and a worker forked off it asks for none.
    script = f"""
        from pathlib import Path
        from backstory.engine.workers import Limits
        from backstory.pipeline import read_stage
        from tests.scenario import Site, found
        read_stage.LIMITS = Limits(seconds=120, memory=1)
        print(found(Site(Path({str(tmp_path)!r})).build())[:1])
    """
    ran = subprocess.run(
        [sys.executable, "-c", dedent(script)], cwd=CLONE, capture_output=True, text=True, check=False, timeout=PATIENCE
    )
    assert ran.stdout == "[('E032', 'content/actors/lna.md:1:1')]\n", ran.stderr
