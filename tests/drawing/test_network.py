from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

from backstory.drawing.network import Edge, Network, Node, NodeShape, PictureFrame, ego_network, ladder, matrix, network
from backstory.drawing.network.edges import routes
from backstory.values.html import Html
from backstory.values.vocabulary import Basis, Response
from tests.drawing.pictures import (
    ARABIC,
    FRAME,
    boxes,
    classes,
    crowd,
    libya,
    node,
    pairs,
    parsed,
    size,
    titles,
)

SAMPLES = {
    "duel": libya(),
    "ladder": crowd(14, 19, 38),
    "ladder of sixty": crowd(24, 36, 80),
    "matrix": crowd(60, 140, 420),
}
SOLID = "the backer says so itself, it was declared, or a court, an inquiry or a regulator found it"
SHORT = "one source says so, or one side"


def drawn(name: str, frame: PictureFrame = FRAME) -> Network:
    return network(*SAMPLES[name], frame)


def test_two_sides_of_up_to_twelve_actors_face_each_other() -> None:
    assert [drawn(name).shape for name in SAMPLES] == [
        NodeShape.DUEL,
        NodeShape.LADDER,
        NodeShape.LADDER,
        NodeShape.MATRIX,
    ]


def test_a_third_side_makes_a_ladder() -> None:
    nodes, ties = libya()
    third = (*nodes, node("x", "Third", 3))
    assert network(third, ties, FRAME).shape is NodeShape.LADDER


def test_a_backer_of_another_sides_backer_makes_a_ladder_as_its_line_would_run_behind_boxes() -> None:
    nodes, ties = libya()
    assert network(nodes, (*ties, Edge("turkey", "wagner", Basis.SINGLE)), FRAME).shape is NodeShape.LADDER


@pytest.mark.parametrize("name", ["duel", "ladder", "ladder of sixty"])
@pytest.mark.parametrize("frame", [FRAME, ARABIC], ids=["ltr", "rtl"])
def test_no_box_stands_over_another_or_outside_its_picture(name: str, frame: PictureFrame) -> None:
    for picture in (drawn(name, frame).wide, drawn(name, frame).narrow):
        width, height = size(picture)
        found = boxes(picture)
        assert [(one, other) for one, other in pairs(found) if one.meets(other)] == []
        assert all(box.left >= 0 and box.right <= width and box.bottom <= height for box in found)
        assert len(found) == len(SAMPLES[name][0])


def test_the_layouts_are_as_wide_as_a_page_and_as_a_phone() -> None:
    for name in SAMPLES:
        assert (size(drawn(name).wide)[0], size(drawn(name).narrow)[0]) == (680, 340)


def test_a_party_stands_in_the_midst_of_its_backers_where_these_reach_further_down() -> None:
    givers = [node(f"b{place}", f"Backer {place}") for place in range(20)]
    parties = (node("p", "Party", 1), node("q", "Other", 2))
    ties = tuple(Edge(each.id, "p" if place < 12 else "q", Basis.SINGLE) for place, each in enumerate(givers))
    for picture in (network((*givers, *parties), ties, FRAME).wide, network((*givers, *parties), ties, FRAME).narrow):
        found = sorted(boxes(picture), key=lambda box: (box.left, box.top))
        left, (party, other) = found[:20], found[20:]
        assert abs(party.top + party.bottom - left[0].top - left[11].bottom) < 40
        assert abs(other.top + other.bottom - left[12].top - left[19].bottom) < 40


def test_the_lines_of_two_that_back_each_other_lie_one_within_the_other() -> None:
    nodes = (node("a", "A"), node("b", "B"), node("p", "P", 1))
    ties = (Edge("a", "b", Basis.SINGLE), Edge("b", "a", Basis.SINGLE), Edge("a", "p", Basis.SINGLE))
    plan = ladder.ladder(ladder.columns(nodes, ties), "en", ladder.WIDE)
    ends = []
    for route in routes(plan.boxes, ties)[:2]:
        _, start, bow, *_, down = map(float, re.findall(r"-?[\d.]+", route.d))
        ends.append((min(start, start + down), max(start, start + down), bow))
    (top, bottom, bow), (inner_top, inner_bottom, inner_bow) = ends
    assert top < inner_top < inner_bottom < bottom
    assert inner_bow - bow > 5


def test_arabic_is_the_mirror_image() -> None:
    plain, mirrored = (
        boxes(drawn("ladder", frame).wide) for frame in (FRAME, PictureFrame("x", "en", "net", rtl=True))
    )
    assert [(680 - box.right, box.top) for box in plain] == [(box.left, box.top) for box in mirrored]


def test_the_line_is_the_basis_and_the_answer_leaves_it_as_it_is() -> None:
    nodes = (node("a", "A"), node("b", "B", 1))
    for basis, line in (
        (Basis.ACKNOWLEDGED, "solid"),
        (Basis.FOUND, "solid"),
        (Basis.SEPARATE, "long"),
        (Basis.ONE_SIDE, "short"),
        (Basis.SINGLE, "short"),
    ):
        for response in Response:
            picture = network(nodes, (Edge("a", "b", basis, response),), FRAME).wide
            assert classes(picture, "edge") == [f"edge {line} c1"]
            assert len(classes(picture, "rm")) == (0 if response is Response.NONE else 1)


def test_a_tie_without_a_source_is_not_drawn_but_told() -> None:
    nodes = (node("a", "A"), node("b", "B", 1), node("c", "C"))
    found = network(nodes, (Edge("a", "b", Basis.SINGLE), Edge("c", "b", Basis.UNSOURCED)), FRAME)
    assert titles(found.wide) == [
        "A, named as a backer of B; one source says so, or one side; no response recorded here"
    ]
    assert len(boxes(found.wide)) == 2
    assert found.notes == ("1 entry that nobody named says is not drawn.",)


def test_a_line_says_who_backs_whom_with_what_through_whom_on_what_basis_and_what_is_answered() -> None:
    nodes = (node("a", "A"), node("b", "B", 1))
    tie = Edge("a", "b", Basis.FOUND, Response.DENIED, "weapons", "found by the UN", "denied by A", via="C")
    found = network(nodes, (tie,), FRAME)
    assert titles(found.wide) == ["A, named as a backer of B; through C; weapons; found by the UN; denied by A"]


def test_of_a_tie_that_its_backer_acknowledges_no_response_is_missed() -> None:
    nodes = (node("a", "A"), node("b", "B", 1))
    found = network(
        nodes, (Edge("a", "b", Basis.ACKNOWLEDGED), Edge("a", "b", Basis.ACKNOWLEDGED, Response.DENIED)), FRAME
    )
    assert titles(found.wide) == [
        f"A, named as a backer of B; {SOLID}",
        f"A, named as a backer of B; {SOLID}; denied by somebody named in it",
    ]


def test_only_parties_wear_the_shape_of_a_side() -> None:
    picture = drawn("duel").wide
    worn = [given for given in classes(picture, "mk") if given]
    assert sorted(worn) == ["mk c1"] * 3 + ["mk c2"] * 2
    assert len([given for given in classes(picture, "node") if given == "node c0"]) == 9


def test_the_key_holds_what_is_drawn_and_nothing_else() -> None:
    nodes = (node("a", "A"), node("b", "B", 1))
    found = network(nodes, (Edge("a", "b", Basis.SINGLE, Response.NO_ANSWER),), FRAME)
    words = ["".join(entry.itertext()) for entry in parsed(found.legend).iter("li")]
    assert words == ["one source says so, or one side", "asked, or not willing to speak; no answer"]


@pytest.mark.parametrize(
    ("bases", "unmarked"),
    [
        ([Basis.ACKNOWLEDGED], []),
        ([Basis.FOUND], ["no mark: no response recorded here"]),
        ([Basis.ACKNOWLEDGED, Basis.FOUND], ["no mark: acknowledged or declared, or no response recorded here"]),
    ],
)
def test_the_key_tells_what_a_line_without_a_mark_means(bases: list[Basis], unmarked: list[str]) -> None:
    nodes = (node("b", "B", 1), *(node(each.value, each.value) for each in bases))
    found = network(nodes, tuple(Edge(each.value, "b", each) for each in bases), FRAME)
    words = ["".join(entry.itertext()) for entry in parsed(found.legend).iter("li")]
    assert words == [SOLID, *unmarked]


def test_a_drawing_is_a_named_group_whose_ids_are_its_own() -> None:
    found = drawn("duel")
    both = parsed(Html(found.wide.text + found.narrow.text))
    ids = [each.get("id") for each in both.iter() if each.get("id")]
    assert len(ids) == len(set(ids))
    assert all(str(each).startswith("_net-") for each in ids)
    for svg in both.findall("svg"):
        assert svg.get("role") == "group"
        assert {svg.get("aria-labelledby"), svg.get("aria-describedby")} <= set(ids)


def test_nothing_carries_a_style_attribute() -> None:
    for name in SAMPLES:
        assert [each for each in parsed(drawn(name).wide).iter() if each.get("style")] == []


def test_hostile_names_stay_text() -> None:
    nodes = (node("a", '<script>"&'), node("b", "</text><a href='javascript:'>", 1))
    picture = network(nodes, (Edge("a", "b", Basis.SINGLE),), FRAME).wide
    assert {each.tag for each in parsed(picture).iter()}.isdisjoint({"script"})
    assert titles(picture)[0].startswith('<script>"&, named as a backer of </text>')


def test_a_name_too_long_is_cut_and_given_in_full_to_who_asks() -> None:
    name = "The Provisional Revolutionary Council for the Liberation of the Northern and Eastern Highlands"
    nodes = (node("a", name), node("b", "B", 1))
    picture = network(nodes, (Edge("a", "b", Basis.SINGLE),), FRAME).narrow
    links = [each for each in parsed(picture).iter("a") if each.get("href") == "../a/"]
    shown = "".join(links[0].itertext())
    assert shown.endswith("…")
    assert links[0].get("aria-label") == name


@pytest.mark.parametrize("word", ["Representatives", "Administration", "Revolutionary", "Reconstruction"])
@pytest.mark.parametrize("mutual", [False, True])
def test_on_a_phone_a_long_word_of_a_party_stands_whole(word: str, mutual: bool) -> None:
    nodes = (node("a", "Russia"), node("d", "Egypt"), node("b", f"Council of {word}", 1), node("c", "Other", 2))
    ties = [
        Edge("a", "b", Basis.SINGLE),
        Edge("d", "c", Basis.SINGLE),
        *([Edge("b", "c", Basis.SINGLE)] if mutual else []),
    ]
    found = network(nodes, ties, FRAME)
    assert word in [part.strip() for each in parsed(found.narrow).iter() for part in each.itertext()]


def test_what_is_given_stands_whole_under_a_backers_name_or_is_told_with_it() -> None:
    kinds = ["weapons", "equipment and supplies", "training", "intelligence", "funding", "use of territory", "troops"]
    nodes = (node("a", "Russia"), node("b", "Egypt"), node("c", "The east", 1), node("d", "The west", 2))
    for count in (3, 7):
        given = ", ".join(kinds[:count])
        ties = (Edge("a", "c", Basis.SINGLE, label=given), Edge("b", "d", Basis.SINGLE))
        found = network(nodes, ties, FRAME)
        assert found.shape is NodeShape.DUEL
        (box,) = [
            each
            for each in parsed(found.wide).iter("g")
            if each.get("class") == "node c0" and "Russia" in "".join(each.itertext())
        ]
        link, told = box.find("a"), box.find("title")
        assert link is not None
        shown = " ".join("".join(link.itertext()).split())
        if told is None:
            assert shown == f"Russia {given}"
        else:
            assert (told.text, link.get("aria-label")) == (f"Russia; {given}", f"Russia {given}")
        assert (told is None) is (count == 3)


def test_the_name_of_one_whose_ties_are_drawn_stands_whole_on_a_phone() -> None:
    nodes = (node("b", "Government of National Accord", 1), node("a", "Russia"))
    found = ego_network("b", nodes, (Edge("a", "b", Basis.SINGLE),), FRAME)
    assert "Government" in [part.strip() for each in parsed(found.narrow).iter() for part in each.itertext()]


def test_a_link_is_named_by_what_it_shows() -> None:
    for picture in (drawn("ladder").wide, drawn("ladder").narrow, drawn("matrix").narrow):
        for link in parsed(picture).iter("a"):
            shown = " ".join("".join(link.itertext()).split()).removesuffix("…").replace("\u2010 ", "")
            assert shown in (link.get("aria-label") or shown)


def test_the_link_of_a_line_is_named_once_by_its_title() -> None:
    nodes = (node("a", "A"), node("b", "B", 1))
    picture = network(nodes, (Edge("a", "b", Basis.SINGLE, href="#row"),), FRAME).wide
    (link,) = [each for each in parsed(picture).iter("a") if each.get("href") == "#row"]
    assert [(each.tag, each.text) for each in link] == [
        ("title", "A, named as a backer of B; one source says so, or one side; no response recorded here"),
        ("g", None),
    ]
    assert link.get("aria-label") is None


def test_a_network_is_described_in_sentences() -> None:
    assert drawn("duel").description == (
        "11 lines, each from a named backer. Named as backers of Libyan National Army: Russia, United Arab "
        "Emirates, Egypt and 4 others. Named as backers of Government of National Accord: Turkey and Qatar. Named as "
        "backers of House of Representatives: Egypt. Named as backers of Wagner Group: Russia. 5 entries are "
        "denied. In 1 the wording is rejected."
    )


def test_a_network_without_ties_is_an_empty_picture() -> None:
    found = network((node("a", "A"),), (), FRAME)
    assert boxes(found.wide) == []


def test_an_actor_stands_between_its_backers_and_those_it_backs() -> None:
    nodes, ties = libya()
    found = ego_network("wagner", nodes, ties, FRAME)
    assert titles(found.wide) == [
        "Wagner Group, named as a backer of Libyan National Army; several separate sources say so; "
        "denied by somebody named in it",
        "Russia, named as a backer of Wagner Group; several separate sources say so; denied by somebody named in it",
    ]
    assert len(boxes(found.wide)) == 3


def test_an_actor_that_backs_and_is_backed_by_another_has_it_on_both_sides() -> None:
    nodes = (node("a", "A", 1), node("b", "B"))
    found = ego_network("a", nodes, (Edge("a", "b", Basis.SINGLE), Edge("b", "a", Basis.SINGLE)), FRAME)
    assert len(boxes(found.wide)) == 3


def test_the_ties_of_one_actor_are_capped_and_what_is_left_out_is_said() -> None:
    nodes = (node("hub", "Hub", 1), *(node(f"b{place}", f"Backer {place}") for place in range(23)))
    ties = tuple(Edge(f"b{place}", "hub", Basis.SINGLE) for place in range(23))
    found = ego_network("hub", nodes, ties, FRAME)
    assert len(boxes(found.wide)) == 15
    for picture in (found.wide, found.narrow):
        assert "and 9 more, in the table" in "".join(parsed(picture).itertext())
        assert [pair for pair in pairs(boxes(picture)) if pair[0].meets(pair[1])] == []
    assert found.description.endswith("and 9 more, in the table.")


def test_every_tie_of_a_large_network_stands_in_one_cluster() -> None:
    nodes, ties = SAMPLES["matrix"]
    parts = matrix(nodes, ties, FRAME)
    assert sum(part.ties for part in parts) == len(ties)
    assert all(len({actor for actor in part.actors if actor.startswith("p")}) <= 40 for part in parts)


def test_ties_of_one_pair_share_a_square_of_their_strongest_basis() -> None:
    nodes, _ = crowd(40, 40, 1)
    ties = (Edge("b0", "p0", Basis.SINGLE), Edge("b0", "p0", Basis.ACKNOWLEDGED, Response.DENIED))
    (part,) = matrix(nodes, ties, FRAME)
    assert classes(part.draw()[0], "cell") == ["cell solid c1"]
    assert part.ties == 2


def test_a_cluster_stays_small_where_thousands_of_ties_are_on_record() -> None:
    parts = matrix(*crowd(90, 560, 8600, 1), FRAME)
    assert max(len(each.text) for part in parts for each in part.draw()) < 60_000


SCRIPT = """
import hashlib
from tests.drawing.pictures import FRAME, crowd, libya
from backstory.drawing.network import ego_network, network
found = [network(*libya(), FRAME), network(*crowd(24, 36, 80), FRAME), network(*crowd(60, 140, 420), FRAME),
         ego_network("lna", *libya(), FRAME)]
text = "".join(each.wide.text + each.narrow.text + each.legend.text for each in found)
print(hashlib.sha256(text.encode()).hexdigest())
"""


def test_the_same_bytes_come_of_any_hash_seed() -> None:
    found = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("0", "1", "20200526")
    }
    assert len(found) == 1


def test_a_label_in_another_script_runs_its_own_way() -> None:
    nodes = (Node("a", "روسيا", "ar", rtl=True), node("b", "B", 1))
    picture = network(nodes, (Edge("a", "b", Basis.SINGLE),), FRAME).wide
    found = next(each for each in parsed(picture).iter("text") if each.text == "روسيا")
    assert (found.get("direction"), found.get("text-anchor"), found.get("lang")) == ("rtl", "end", "ar")
