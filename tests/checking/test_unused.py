"""Terms, actors and sources that nothing refers to."""

from __future__ import annotations

import pytest

from tests.checking.planted import told

SITE = """
-- content/actors.yaml --
chad:
  name: Chad
  type: state
-- content/glossary.yaml --
materiel:
  name: materiel
  definition: Military equipment other than weapons; materiel for short.
-- content/sources.yaml --
report:
  title: A report
"""


def page(body: str, head: str = "") -> str:
    return f"-- content/articles/one.md --\n---\ntitle: One\ndate: 2020-01-01\n{head}---\n{body}\n"


def test_what_nothing_refers_to_is_told_at_its_entry() -> None:
    text = SITE + page("Nothing of the kind.")
    assert told(text, code="W422") == ["glossary.yaml:1:1 no text uses the term `materiel`"]
    assert told(text, code="W423") == ["actors.yaml:1:1 nothing on this site mentions `chad`"]
    assert told(text, code="N426") == ["sources.yaml:1:1 nothing cites `report`"]


@pytest.mark.parametrize(
    "text",
    [
        page("They sent materiel through Chad [@report]."),
        page("They sent [[materiel]] through [[chad]]. [[source:report|Read it]]."),
        page("They sent [[materiel]] through [[chad]] [@report].", "draft: true\n"),
        page("They sent materiel.", "actors:\n  - chad\nsources:\n  - report\n"),
    ],
)
def test_what_a_text_mentions_links_or_cites_is_used(text: str) -> None:
    assert [told(SITE, text, code=code) for code in ("W422", "W423", "N426")] == [[], [], []]


@pytest.mark.parametrize(
    "record",
    [
        "-- content/claims/one.md --\n---\ntext: One.\nabout:\n  actors:\n    - chad\n---\n",
        "-- content/claims/one.md --\n---\ntext: One.\npositions:\n  - by: chad\n    stance: denies\n---\n",
        "-- content/events.yaml --\none:\n  title: One\n  date: 2020\n  actors:\n    - chad\n",
        "-- content/actors/niger.md --\n---\nname: Niger\ntype: state\nopposes:\n  - chad\n---\n",
        "-- content/conflicts/one.md --\n---\nname: One\nsides:\n  - id: a\n    label: A\n    parties: chad\n---\n",
    ],
)
def test_an_actor_that_a_record_names_is_mentioned(record: str) -> None:
    assert "nothing on this site mentions `chad`" not in "".join(told(SITE, record, code="W423"))


def test_a_term_that_only_its_own_page_uses_is_unused() -> None:
    own = "-- content/glossary/embargo.md --\n---\nname: embargo\ndefinition: An embargo.\n---\nAn embargo.\n"
    assert told(SITE, own, page("They sent materiel."), code="W422") == [
        "glossary/embargo.md:1:1 no text uses the term `embargo`"
    ]
