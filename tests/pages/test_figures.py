"""What the records say, drawn on the pages of whole small sites."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests import scenario
from tests.scenario import Site

WAR = """
-- content/conflicts/war.md --
---
name: The war
sides:
  - id: east
    label: Eastern side
    parties:
      - actor: army
  - id: west
    label: Western side
    parties:
      - actor: council
        from: 2015
---
-- content/actors.yaml --
army:
  name: The Army
  type: armed-group
  backers:
    - actor: north
      conflict: war
      support:
        - weapons
      observed:
        - 2014
        - 2016-05
      as_of: 2017
      sources:
        - paper
    - actor: south
      conflict: war
      support:
        - funding
      from: 2014
      to: ..
      as_of: 2016-03
council:
  name: The Council
  type: government
  backers:
    - actor: south
      conflict: war
      support:
        - training
      observed:
        - 2016
      sources:
        - paper
north:
  name: Northland
  type: state
south:
  name: Southland
  type: state
-- content/places.yaml --
port:
  name: The Port
  type: town
  lat: 32
  lon: 20
  precision: near
-- content/sources.yaml --
paper:
  title: A paper
  publisher: The Paper
  kind: news
  date: 2017
-- content/articles/story.md --
---
title: A story
date: 2017-01-01
conflict: war
places:
  - port
backers:
  army:
    - north
---
The first line.

![[backers]]

![[map]]
"""


@pytest.fixture(scope="module")
def war(tmp_path_factory: pytest.TempPathFactory) -> Site:
    made = scenario.site(tmp_path_factory.mktemp("war"), WAR)
    outcome = made.build()
    assert [each for each in outcome.diagnostics if each.code.startswith("E")] == []
    return made


def figures(page: str) -> list[str]:
    return re.findall(r'<figure class="net.*?</figure>', page, re.DOTALL)


def lines(figure: str) -> list[str]:
    """What each line of the wide drawing says."""
    wide = figure.partition("draw narrow")[0]
    return sorted(re.findall(r'<title>([^<]*)</title><g class="edge ', wide))


def nodes(figure: str) -> dict[str, str]:
    """The side of each actor in the wide drawing, by its first words."""
    wide = figure.partition("draw narrow")[0]
    return {name: side for side, name in re.findall(r'class="node (c\d)".*?<text[^>]*>(?:<tspan[^>]*>)?([^<]*)', wide)}


def test_an_article_shows_its_own_ties_where_it_embeds_them(war: Site) -> None:
    network, _ = figures(war.page("articles/story/"))
    assert lines(network) == [
        "Northland, named as a backer of The Army; weapons; said by The Paper; no second source here; "
        "no response recorded here",
    ]


def test_an_unsourced_tie_is_in_the_table_and_never_drawn(war: Site) -> None:
    page = war.page("actors/army/")
    assert len(re.findall(r'<tbody id="_b-', page)) == 2
    (figure,) = figures(page)
    assert [each.partition(";")[0] for each in lines(figure)] == ["Northland, named as a backer of The Army"]
    assert "1 entry that nobody named says is not drawn." in figure


def test_only_parties_of_the_page_s_conflict_carry_a_side_s_mark(war: Site) -> None:
    (figure,) = figures(war.page("conflicts/war/"))
    assert nodes(figure) == {"Northland": "c0", "The Army": "c1", "Southland": "c0", "The Council": "c2"}


def test_a_year_shows_what_is_known_to_hold_then_and_nothing_past_the_record(war: Site) -> None:
    def told(year: int) -> list[str]:
        page = war.page(f"backers/{year}/")
        return re.findall(r'<a href="[^"]*">(Northland|Southland)</a>', page.partition("<dl")[2])

    assert told(2014) == ["Northland", "Southland"]
    assert told(2015) == ["Southland"]
    assert told(2016) == ["Northland", "Southland", "Southland"]
    assert not war.has("backers/2017/")


def test_a_side_without_a_tie_is_said_to_have_none_but_where_an_article_chose_its_ties(tmp_path: Path) -> None:
    third = (
        "  - id: south\n    label: Southern side\n    parties:\n      - actor: loner\n---\n-- content/actors.yaml --\n"
    )
    loner = "loner:\n  name: The Loner\n  type: armed-group\n"
    made = scenario.site(tmp_path, WAR.replace("---\n-- content/actors.yaml --\n", third + loner))
    made.build()
    said = {
        route: [re.findall(r"No backer is recorded here for: ([^<]*)\.", each) for each in figures(made.page(route))]
        for route in ("conflicts/war/", "backers/", "backers/2014/", "articles/story/")
    }
    assert said == {
        "conflicts/war/": [["Southern side"]],
        "backers/": [["Southern side"]],
        "backers/2014/": [["Southern side"]],
        "articles/story/": [[], []],
    }


def test_the_network_around_an_actor_shows_the_first_ties_of_its_lists(tmp_path: Path) -> None:
    names = [f"b{number:02}" for number in range(20)]
    records = "".join(
        f"- actor: {each}\n  recipient: army\n  conflict: war\n  support:\n    - weapons\n"
        f"  observed:\n    - {2015 + (each == 'b19')}\n  sources:\n    - paper\n"
        for each in names
    )
    cast = "".join(f"{each}:\n  name: Backer {each}\n  type: state\n" for each in names)
    text = WAR.replace(
        "-- content/places.yaml --", f"{cast}-- content/backings/more.yaml --\n{records}-- content/places.yaml --"
    )
    made = scenario.site(tmp_path, text)
    made.build()
    (figure,) = figures(made.page("actors/army/"))
    shown = [each for each in nodes(figure) if each.startswith("Backer")]
    assert shown[0] == "Backer b19"
    assert len(shown) < 20


def test_years_lead_from_one_to_the_next(war: Site) -> None:
    page = war.page("backers/2015/")
    assert re.findall(r'href="([^"]*)" rel="(prev|next)"', page) == [("../2014/", "prev"), ("../2016/", "next")]
    assert [f"{year}/" in war.page("backers/") for year in (2014, 2015, 2016)] == [True, True, True]
    assert "../../backers/2016/#_conflict-war" in war.page("conflicts/war/")


def test_a_side_is_marked_in_a_year_for_those_alone_who_were_its_parties_then(war: Site) -> None:
    site = war.folder / "content/conflicts/war.md"
    text = site.read_text(encoding="utf-8")
    site.write_text(text.replace("from: 2015", "from: 2017"), encoding="utf-8")
    war.build()
    (figure,) = figures(war.page("backers/2016/"))
    site.write_text(text, encoding="utf-8")
    war.build()
    assert nodes(figure)["The Council"] == "c0"


def test_a_map_stands_where_it_is_embedded_and_says_whose_boundaries_it_shows(war: Site) -> None:
    _, drawn = figures(war.page("articles/story/"))
    assert "The Port" in drawn
    assert "Boundaries: Natural Earth, shown without taking a position." in drawn
    assert 'href="../../places/#port"' in drawn


def test_places_that_a_map_has_no_room_to_name_are_named_under_it_with_the_way_to_them(tmp_path: Path) -> None:
    crowd = "".join(
        f"p{number}:\n  name: A place with a long name {number}\n"
        f"  lat: {30 + number / 500}\n  lon: {15 + number / 500}\n"
        for number in range(14)
    )
    made = scenario.site(tmp_path, f"-- content/places.yaml --\n{crowd}")
    made.build()
    drawing, _, caption = made.page("places/").partition("<figcaption>")
    (wide, narrow) = re.findall('<svg class="draw.*?</svg>', drawing, flags=re.DOTALL)
    caption = caption.partition("</figcaption>")[0]
    assert "No room for these names on the map:" in caption
    everywhere, _, on_a_phone = caption.partition('<p class="narrow-only">')
    for picture, told in ((wide, everywhere), (narrow, everywhere + on_a_phone)):
        missing = set(re.findall(r'aria-label="A place with a long name (\d+)"><title>', picture))
        named = len(re.findall("<text[^>]* paint-order", picture))
        linked = set(re.findall(r'<a href="#p(\d+)">', told))
        assert named + len(linked) >= 14
        assert linked <= missing


def test_the_places_page_has_a_map_that_leads_into_its_list(war: Site) -> None:
    page = war.page("places/")
    (figure,) = figures(page)
    assert 'href="#port"' in figure
    assert '<li id="port">' in page


def test_every_id_stands_once_on_a_page(war: Site) -> None:
    for name, data in war.files().items():
        if name.endswith(".html"):
            ids = re.findall(r' id="([^"]*)"', data.decode())
            assert len(ids) == len(set(ids)), name


def test_a_tie_in_a_drawing_leads_to_its_row(war: Site) -> None:
    page = war.page("backers/")
    targets = set(re.findall(r'<a href="#(_b-[^"]*)"', page))
    assert targets
    assert targets <= set(re.findall(r' id="([^"]*)"', page))


def test_a_tie_in_a_drawing_without_a_list_leads_to_its_row_on_the_recipient_s_page(war: Site) -> None:
    targets = set(re.findall(r'<a href="(\.\./\.\./actors/[^"#]*)#(_b-[^"]*)"', war.page("conflicts/war/")))
    assert targets
    for page, anchor in targets:
        assert f' id="{anchor}"' in war.page(f"{page.removeprefix('../../')}")


def test_the_strips_of_a_table_share_one_scale(war: Site) -> None:
    page = war.page("backers/")
    assert set(re.findall(r'data-from="(\d+)" data-to="(\d+)"', page)) == {("2014", "2017")}


def test_a_tie_without_a_date_is_told_in_words_and_has_no_empty_strip(tmp_path: Path) -> None:
    made = scenario.site(tmp_path, WAR.replace("      observed:\n        - 2016\n", ""))
    made.build()
    page = made.page("backers/")
    row = page.partition('id="_b-south.council')[2].partition("</tbody>")[0]
    assert "date not known" in row
    assert "when-drawn" not in row
    assert page.count("when-drawn") == 2


def test_a_scale_ends_with_the_records_and_not_with_what_a_vague_date_may_mean(tmp_path: Path) -> None:
    made = scenario.site(tmp_path, WAR.replace("from: 2014", "from: 201X"))
    made.build()
    assert set(re.findall(r'data-from="(\d+)" data-to="(\d+)"', made.page("backers/"))) == {("2010", "2017")}


def test_an_observation_that_went_on_lasts_to_the_date_of_the_record(tmp_path: Path) -> None:
    made = scenario.site(tmp_path, WAR.replace("        - 2014\n        - 2016-05", "        - 2014/.."))
    made.build()
    strip = made.page("actors/north/").partition('class="strip"')[2].partition("</svg>")[0]
    assert "circle" not in strip
    assert 'class="seen wide-date" x="5" y="4.5" width="150"' in strip


def test_a_timeline_explains_its_rings_where_a_date_is_vague(tmp_path: Path) -> None:
    events = (
        "-- content/events.yaml --\nlanding:\n  title: Landing\n  date: 2020-05-26\n  conflict: war\n  sources: paper\n"
    )
    events += "-- content/sources.yaml --\npaper:\n  title: A paper\n"
    exact = scenario.site(tmp_path / "exact", WAR + events)
    vague = scenario.site(tmp_path / "vague", WAR + events.replace("2020-05-26", "2020-05"))
    for made in (exact, vague):
        made.build()
    keys = [made.page(route).count("tl-key") for made in (exact, vague) for route in ("conflicts/war/", "timeline/")]
    assert keys == [0, 1, 1, 1]


def large(folder: Path, actors: int, backers: int) -> Site:
    """A site whose one network is too large for lines, each recipient with three of the backers."""
    given = [f"r{number}" for number in range(actors)]
    giving = [f"b{number}" for number in range(backers)]
    cast = "\n".join(f"{each}:\n  name: Group {each}\n  type: rebel-group" for each in (*given, *giving))
    records = "\n".join(
        f"- actor: b{(number * step) % backers}\n  recipient: {each}\n  conflict: war\n  support:\n    - weapons\n"
        f"  observed:\n    - 2014\n    - {2015 + number % 2}\n  sources:\n    - paper"
        for number, each in enumerate(given)
        for step in (1, 3, 7)
    )
    text = (
        "-- content/conflicts.yaml --\nwar:\n  name: The war\n"
        f"-- content/actors.yaml --\n{cast}\n-- content/backings/all.yaml --\n{records}\n"
        "-- content/sources.yaml --\npaper:\n  title: A paper\n  publisher: The Paper\n  kind: news\n  date: 2017\n"
    )
    return scenario.site(folder, text)


def test_a_large_network_is_cut_into_clusters_a_few_to_a_page(tmp_path: Path) -> None:
    made = large(tmp_path, actors=240, backers=40)
    outcome = made.build()
    assert [each for each in outcome.diagnostics if each.code.startswith("E")] == []
    files = made.files()
    pages = sorted(each for each in files if each.startswith("backers/groups"))
    assert len(pages) >= 2
    held: list[str] = []
    for each in pages:
        text = files[each].decode()
        assert 1 <= len(figures(text)) <= 4
        held += re.findall(r"<dt><a[^>]*>Group (r\d+)</a></dt>", text)
        assert [page for page in pages if page not in each and page.split("/")[1] not in text] == []
    assert sorted(held) == sorted(f"r{number}" for number in range(240))
    assert "groups/" in made.page("backers/")


def test_a_map_without_room_for_most_names_says_how_many(tmp_path: Path) -> None:
    crowd = "".join(
        f"p{number}:\n  name: Village number {number}\n  lat: {31 + number / 500}\n  lon: {13 + number / 500}\n"
        for number in range(60)
    )
    made = scenario.site(tmp_path, f"-- content/places.yaml --\n{crowd}")
    made.build()
    told = made.page("places/").partition("No room for these names on the map: ")[2]
    assert re.match(r"[2-5]\d places</p>", told)
