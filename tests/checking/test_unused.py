"""Terms, actors and sources that nothing refers to."""

from __future__ import annotations

import pytest

from backstory import checking
from tests.checking.planted import TODAY, read, told

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
        page("They sent materiel through Chad [@report].", "draft: true\n"),
        page("They sent materiel through Chad [@report].").replace("2020-01-01", "2027"),
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


def test_what_a_record_names_beside_an_id_that_nobody_has_is_used() -> None:
    record = "-- content/backings/all.yaml --\n- actor: chad\n  recipient: niger\n  sources: report\n"
    assert broken(SITE + record) & {"W423", "N426"} == set()


def test_a_name_in_a_records_own_words_is_mentioned() -> None:
    claim = "-- content/claims/one.md --\n---\ntext: Chad sent materiel.\n---\n"
    assert [told(SITE, claim, code=code) for code in ("W422", "W423")] == [[], []]


def test_a_name_inside_another_word_is_not_mentioned() -> None:
    draft = page("Immateriel and Xchad.", "draft: true\n")
    assert [len(told(SITE, draft, code=code)) for code in ("W422", "W423")] == [1, 1]


def test_what_a_record_that_could_not_be_read_may_name_is_not_told() -> None:
    text = "-- content/backings/all.yaml --\n- actor: chad\n  recipint: niger\n"
    assert broken(SITE + text) & {"W422", "W423", "N426"} == set()


def test_what_a_misspelt_reference_means_is_not_told_as_unused() -> None:
    text = page("They sent [[materiell]] through [[chadd]] [@repport].")
    assert broken(SITE + text) & {"W422", "W423", "N426"} == set()
    text = page("They sent materiel.", "actors: chadd\nsources: repport\n")
    assert broken(SITE + text) & {"W422", "W423", "N426"} == set()


def broken(text: str) -> set[str]:
    """The codes of the rules on a site with errors."""
    knowledge, links = read(text, errors=True)
    return {each.code for each in checking.check(knowledge, links, today=TODAY)}


def test_a_term_that_only_its_own_page_uses_is_unused() -> None:
    own = "-- content/glossary/embargo.md --\n---\nname: embargo\ndefinition: An embargo.\n---\nAn embargo.\n"
    assert told(SITE, own, page("They sent materiel."), code="W422") == [
        "glossary/embargo.md:1:1 no text uses the term `embargo`"
    ]
