"""`doctor`: one small site with something to say on every topic, and one with nothing."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.test_command import run
from tests.scenario import site

AILING = """
-- site.yaml --
title: A site
url: https://example.org/
languages: [en, ar]
timezone: Africa/Tripoli
-- content/actors/lna.md --
---
name: {en: Northern Army, ar: الجيش}
type: armed-group
---
-- content/actors/league.md --
---
name: League
type: alliance
---
-- content/sources.yaml --
paper: {title: A paper, url: "https://example.com/a?b=1", date: 2020-05-27}
kept: {title: Kept, url: "https://example.com/k", archive_url: "https://web.archive.org/web/2020/https://example.com/k"}
-- content/articles/old.md --
---
title: Old
date: 2019-01-01
---
The [[lna]] [@paper; @kept] and [[league]]. ![](../images/a.png)
-- content/images/a.png --
x
-- content/articles/draft.md --
---
title: Draft
date: 2019-01-01
draft: true
---
-- content/articles/later.md --
---
title: Later
date: 2999-01-01
---
-- .github/workflows/pages.yml --
jobs:
  build:
    steps:
      - uses: actions/checkout@0000000000000000000000000000000000000000 # v4.0.0
      - run: backstory build
"""
WELL = """
-- site.yaml --
title: A site
-- content/articles/new.md --
---
title: New
date: 2999-01-01
---
"""


def test_every_topic_has_what_there_is_to_say(tmp_path: Path) -> None:
    made = site(tmp_path / "site", AILING)
    made.build()
    ran = run("doctor", "--format", "json", cwd=made.folder)
    assert ran.returncode == 0, ran.stderr
    told = json.loads(ran.stdout)
    assert told["Versions"][1].endswith("(Africa/Tripoli)")
    assert told["Hidden today"] == ["content/articles/draft.md: a draft", "content/articles/later.md: dated 2999-01-01"]
    assert [line.partition(":")[0] for line in told["Not looked at for long"]] == ["content/articles/old.md"]
    assert told["Sources without a copy"] == ["paper: https://web.archive.org/save/https://example.com/a?b=1"]
    assert told["Pictures without words"] == ["content/articles/old.md:5"]
    assert "1 of 2 actors" in told["Languages"][0]
    assert "GitHub Pages takes 1,000 MB" in told["Size"][0]
    assert told["Workflow"][0].startswith("pages.yml: actions/checkout v4.0.0, now v")


def test_a_site_without_ailments_is_told_so(tmp_path: Path) -> None:
    made = site(tmp_path / "site", WELL)
    told = run("doctor", cwd=made.folder).stdout
    assert "every article was looked at" in told
    assert "not built yet: run `backstory build`" in told
    assert "none: this site is not published by GitHub" in told
    assert "every source with an address has an archived copy" in told
