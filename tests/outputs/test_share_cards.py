"""The picture that networks and messengers show beside a link."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Any

import pytest

from backstory.outputs import share_cards
from backstory.outputs.share_cards import ShareCard
from backstory.publishing import rasterise
from backstory.values.keys import Kind
from tests.pages.given import actor, entity, knowledge, source
from tests.pages.views import views
from tests.scenario import Site, found, site

NAMED = """
-- site.yaml --
title: A site
url: https://example.org/
severity: {W423: off}
-- content/actors/lna.md --
---
name: LNA
type: state
summary: A group.
---
"""


def card(*positions: dict[str, Any], **fields: Any) -> ShareCard:
    said = [{"source": "x", **each} for each in positions]
    claim = entity(Kind.CLAIM, "jets", question="How many jets?", positions=said, **fields)
    known = knowledge(actor("africom", "Africa Command"), actor("lna", "LNA"), source("x"), claim)
    made = views(share_cards.PLANNER, known, base="https://example.org/", cards=True)["claims/jets/card.png"]
    assert isinstance(made, ShareCard)
    return made


def texts(made: ShareCard) -> list[list[str]]:
    return [[line.text for line in column] for column in made.columns]


SAYS = {"by": "africom", "stance": "asserts", "date": "2020-05-26"}
DENIES = {"by": "lna", "stance": "denies", "date": "2020-05-27"}


def test_who_denies_stands_beside_who_says_so_in_the_same_sizes() -> None:
    made = card(SAYS | {"quote": "14 jets"}, DENIES | {"quote": "None"})
    assert texts(made) == [
        ["Says so · 26 May 2020", "Africa Command", "“14 jets”"],
        ["Denies it · 27 May 2020", "LNA", "“None”"],
    ]
    said, denied = ([(line.y, line.size, line.bold) for line in column] for column in made.columns)
    assert said == denied


def test_neither_is_quoted_where_one_has_no_words() -> None:
    made = card(SAYS | {"quote": "14 jets"}, DENIES)
    assert texts(made) == [["Says so · 26 May 2020", "Africa Command"], ["Denies it · 27 May 2020", "LNA"]]


def test_where_nobody_denies_the_status_stands_in_the_other_column() -> None:
    assert texts(card(SAYS))[1] == ["No denial recorded here"]


def test_a_long_title_is_drawn_smaller_and_whole() -> None:
    long = "How many men did the Group have in the country between the spring of 2019 and the summer of 2020?"
    made = views(
        share_cards.PLANNER,
        knowledge(entity(Kind.CLAIM, "men", question=long)),
        base="https://example.org/",
        cards=True,
    )["claims/men/card.png"]
    assert " ".join(line.text for line in made.title) == long


def size(picture: bytes) -> tuple[int, int]:
    assert picture.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", picture[16:24])
    return width, height


def built(folder: Path, text: str) -> Site:
    made = site(folder, text)
    assert found(made.build()) == []
    return made


def test_the_page_names_its_card_by_its_full_address(tmp_path: Path) -> None:
    made = built(tmp_path, NAMED)
    page = made.page("actors/lna/")
    assert '<meta property="og:image" content="https://example.org/actors/lna/card.png">' in page
    assert '<meta name="twitter:card" content="summary_large_image">' in page
    assert size(made.files()["actors/lna/card.png"]) == (1200, 630)


def test_an_edit_of_the_text_draws_no_card_anew(tmp_path: Path) -> None:
    made = built(tmp_path, NAMED)
    place = tmp_path / "output" / "actors" / "lna" / "card.png"
    before = place.stat().st_mtime_ns
    made.write(f"{NAMED}More about it.\n")
    assert made.build().counts.rendered > 0
    assert place.stat().st_mtime_ns == before


@pytest.mark.parametrize("setting", ["share_cards: false\nurl: https://example.org/", ""])
def test_there_is_no_card_where_the_site_wants_none_or_has_no_address(tmp_path: Path, setting: str) -> None:
    made = site(tmp_path, NAMED.replace("url: https://example.org/", setting))
    made.build()
    assert not made.has("actors/lna/card.png")
    assert "og:image" not in made.page("actors/lna/")


def test_a_name_in_a_script_that_the_fonts_lack_gets_no_card(tmp_path: Path) -> None:
    made = built(tmp_path, NAMED.replace("name: LNA", "name: 国民軍"))
    assert not made.has("actors/lna/card.png")
    assert "og:image" not in made.page("actors/lna/")


def test_every_sign_that_counts_as_drawable_is_in_the_fonts() -> None:
    """A sign that a font lacks is drawn as nothing at all, or as the box that stands for a missing one."""
    for text in ("Āā ẞ №", "Єдність Ω", "شرح ليبيا پ چ گ", "עברית"):
        drawn = rasterise.png(_drawing(text))
        assert drawn != rasterise.png(_drawing("国" * len(text)))
        assert drawn != rasterise.png(_drawing(""))


def _drawing(text: str) -> str:
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="60">'
        f'<text x="10" y="40" font-size="30" font-family="Noto Sans">{text}</text></svg>'
    )


def test_a_template_that_gives_no_drawing_is_told(tmp_path: Path) -> None:
    made = site(tmp_path, f"{NAMED}-- templates/share_card.svg --\n<svg><text></svg>\n")
    assert [code for code, _ in found(made.build())] == ["E554"]
    assert [code for code, _ in found(made.build(output=None))] == ["E554"]
