"""The text below the front matter of an event or a place stands on its entry, wherever the entry does."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from tests.scenario import Site, found, site

SITE = """
-- site.yaml --
title: Ferry desk
languages: [en, fr]

-- content/actors/company.md --
---
name: Harbour Company
type: company
---
-- content/sources.yaml --
minutes:
  title: Minutes
  kind: statement
  date: 2024
-- content/claims/rain.md --
---
text: It rained
positions:
  - by: company
    stance: asserts
    date: 2024-02-01
    source: minutes
---
-- content/places/quay.md --
---
name: The quay
lat: 51.5
lon: -3.2
precision: near
---
It lies on the east bank [@minutes, p. 9]. The Harbour Company owns it.

## Since when

Since [[#Since when|then]].[^1]

[^1]: By its own account.
-- content/events/session.md --
---
title: The council meets
date: 2024-02-01
place: quay
actors: company
summary: In short.
sources: minutes
---
The mayor spoke first [@minutes, p. 5]. The [[company]] came.[^1]

## Since when

![[claim:rain]]

![[timeline]]

| Who | Votes |
|---|---|
| All | 9 |

[^1]: Late.
-- content/events/session.fr.md --
---
title: Le conseil se réunit
---
Le maire parla le premier.
-- content/events/later.md --
---
title: Another session
date: 2024-03-01
actors: company
sources: minutes
---
## Since when

<b id="here">Here</b> and [there](#here).[^1]

[^1]: Later.
-- content/articles/who.md --
---
title: Who rows?
date: 2024-03-01
events: [session, later]
---
In short.

## Since when

They row.[^1]

[^1]: Always.
"""
PAGES = ("timeline/", "places/", "articles/who/")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder: Path = tmp_path_factory.mktemp("entries")
    made = site(folder, SITE)
    outcome = made.build()
    assert [code for code, _ in found(outcome) if code[0] in "EW"] == []
    return made


@pytest.mark.parametrize("page", ["timeline/", "articles/who/"])
def test_the_text_of_an_event_stands_on_its_entry_after_its_summary(built: Site, page: str) -> None:
    entry = built.page(page).partition('<ol class="tl">')[2].partition("</section>")[0]
    words = re.sub(r"<sup.*?</sup>|<[^>]*>", "", entry)
    assert "The mayor spoke first. The Harbour Company came." in words
    assert words.index("In short.") < words.index("The mayor spoke first")
    assert "It rained" in words


def test_the_page_of_an_actor_names_an_event_and_leads_to_its_entry(built: Site) -> None:
    entry = built.page("actors/company/").partition('<ol class="tl">')[2].partition("</ol>")[0]
    assert re.search(r'href="../../timeline/#session"', entry)
    assert "The mayor spoke" not in entry


def test_the_text_of_an_event_in_another_language_stands_on_that_one_s_timeline(built: Site) -> None:
    assert "Le maire parla le premier." in built.page("fr/timeline/")
    assert "Le maire" not in built.page("timeline/")


def test_the_text_of_a_place_stands_among_the_places_with_its_links_and_notes(built: Site) -> None:
    page = built.page("places/")
    assert "It lies on the east bank<sup" in page
    assert re.search(r'<a class="ref" href="../actors/company/"[^>]*>Harbour Company</a> owns it', page)
    assert "1, p. 9" in page
    assert "The mayor spoke" not in page


@pytest.mark.parametrize("page", PAGES)
def test_no_two_places_of_a_page_share_an_anchor_and_every_link_within_it_has_one(built: Site, page: str) -> None:
    text = built.page(page)
    ids = Counter(re.findall(r'\sid="([^"]*)"', text))
    assert [each for each, times in ids.items() if times > 1] == []
    assert set(re.findall(r'href="#([^"]*)"', text)) <= ids.keys()


@pytest.mark.parametrize("page", PAGES)
def test_the_headings_of_an_entry_s_text_are_none_of_the_page(built: Site, page: str) -> None:
    headings = re.findall(r"<h\d[^>]*>Since when<", built.page(page))
    assert len(headings) == (1 if page == "articles/who/" else 0)
    assert "<strong>Since when</strong>" in built.page(page)


def test_the_text_of_an_event_is_checked_as_other_texts_are(tmp_path: Path) -> None:
    broken = SITE.replace("The [[company]] came.", "The [[companny]] came.")
    outcome = site(tmp_path, broken).build()
    assert ("E301", "content/events/session.md:9:47") in found(outcome)


def test_a_changed_text_of_an_event_changes_the_pages_that_show_its_entry(tmp_path: Path) -> None:
    made = site(tmp_path, SITE)
    made.build()
    made.write(SITE.replace("The mayor spoke first", "The clerk spoke first"))
    made.build()
    changed = {page: made.page(page) for page in ("timeline/", "articles/who/")}
    assert all("The clerk spoke first" in text for text in changed.values())
    made.build(fresh=True)
    assert {page: made.page(page) for page in changed} == changed
