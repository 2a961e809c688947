"""`check --review`: one sheet on the persons and companies of an article."""

from __future__ import annotations

import re
from pathlib import Path

import html5lib

from tests.cli.test_command import run
from tests.scenario import site

SITE = """
-- site.yaml --
title: A site
-- content/actors.yaml --
acme: {name: Acme & Sons, type: company}
quiet: {name: Quiet Person, type: person, public_role: A minister}
xland: {name: Xland, type: state}
yland:
  name: Yland
  type: state
  backers:
    - actor: acme
      support: [weapons]
      observed: 2024-01
      sources: [{source: news, stance: reports}]
      positions: [{by: acme, stance: denies, date: 2024-02-01, source: letter, quote: We sold none.}]
-- content/sources.yaml --
news:
  {title: A <b>report</b>, publisher: The Paper, url: "https://example.com/n", date: 2024-01-05, retrieved: 2024-03-01}
letter: {title: A letter, publisher: acme, date: 2024-02-01}
-- content/claims/bribe.md --
---
question: Did the company pay?
about: {actors: [acme]}
positions:
  - {by: {name: A. Witness}, stance: asserts, date: 2024-01-06, source: news}
---
-- content/articles/who.md --
---
title: Who sold what
date: 2024-03-01
draft: true
claims: [bribe]
---
It is said of Acme & Sons here. [[quiet]] met [[xland]] [@news].
-- content/articles/other.md --
---
title: Another
date: 2024-03-01
---
[[acme]], [[quiet]] and [[xland]] again, in [[yland]] [@letter].
"""


def test_the_sheet_has_what_a_lawyer_asks_for(tmp_path: Path) -> None:
    made = site(tmp_path / "site", SITE)
    ran = run("check", "--review", "who", cwd=made.folder)
    assert ran.returncode == 0, ran.stderr
    page = (made.folder / "review-who.html").read_text(encoding="utf-8")
    html5lib.HTMLParser(strict=True).parse(page)
    assert re.findall(r"<h2>(.*?)</h2>", page) == ["Acme &amp; Sons", "Quiet Person"]
    assert "According to The Paper, Acme &amp; Sons supplied weapons to Yland." in page
    assert "Did the company pay?" in page
    assert "“We sold none.”" in page
    assert "denied by Acme &amp; Sons" in page
    assert '<a href="https://example.com/n">A &lt;b&gt;report&lt;/b&gt;</a>' in page
    assert "1 March 2024" in page
    assert run("check", "--review", "content/articles/who.md", cwd=made.folder).returncode == 0, "written over"


def test_an_unknown_article_is_told_with_the_nearest(tmp_path: Path) -> None:
    made = site(tmp_path / "site", SITE)
    ran = run("check", "--review", "whos", cwd=made.folder)
    assert (ran.returncode, "did you mean `who`?" in ran.stderr) == (2, True)
    assert not list(made.folder.glob("review-*"))
