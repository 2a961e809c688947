from __future__ import annotations

from backstory.drawing import atlas
from backstory.drawing.atlas.simplify import simplified
from backstory.drawing.map import Map, Place, places_map
from backstory.drawing.map.labels import Area, Wish, placed, trail
from backstory.drawing.map.projection import fitted
from backstory.drawing.picture import PictureFrame
from backstory.records.boundaries import Country
from backstory.values.vocabulary import Precision
from tests.drawing.pictures import classes, parsed, size
from tools.pack_countries import Topology, packed

FRAME = PictureFrame("Places", "en", "map")


def place(name: str, lat: float, lon: float, precision: Precision = Precision.EXACT) -> Place:
    return Place(name.lower(), name, lat, lon, precision, "en", f"#{name.lower()}")


LIBYA = (
    place("Tripoli", 32.89, 13.19, Precision.NEAR),
    place("Tobruk", 32.09, 23.95, Precision.NEAR),
    place("Jufra", 29.2, 16.0),
    place("Fezzan", 26.5, 14.0, Precision.REGION),
)


def drawn(*places: Place, own: tuple[Country, ...] = (), source: str = "") -> Map:
    found = places_map(places, FRAME, own=own, source=source)
    assert found is not None
    return found


def outlines(found: Map) -> list[str | None]:
    return [each.get("d") for each in parsed(found.wide).iter("path") if each.get("class") == "land"]


def test_a_map_shows_every_place_with_its_name_and_how_exact_it_is() -> None:
    found = drawn(*LIBYA)
    for picture in (found.wide, found.narrow):
        assert [text.text for text in parsed(picture).iter("text")] == ["Tripoli", "Tobruk", "Jufra", "Fezzan"]
        assert [len(classes(picture, name)) for name in ("dot", "near", "region")] == [4, 2, 1]
    assert (size(found.wide)[0], size(found.narrow)[0]) == (680, 340)
    assert found.description == "Map with 4 places: Tripoli, Tobruk, Jufra and Fezzan."
    assert (found.unnamed, found.unnamed_narrow) == ((), ())


TRIPOLITANIA = (
    place("Tripoli", 32.8874, 13.1873, Precision.NEAR),
    place("Gharyan", 32.1722, 13.0203, Precision.NEAR),
    place("Tarhuna", 32.435, 13.6332, Precision.NEAR),
    place("Bani Walid", 31.7455, 13.9835, Precision.NEAR),
    place("Bani Walid airport", 31.7392, 13.954),
    place("Misrata", 32.3754, 15.0925, Precision.NEAR),
    place("Hmeimim", 35.4, 35.95),
)


def test_a_name_that_finds_no_room_at_a_crowded_place_stands_apart_with_a_line_to_it() -> None:
    found = drawn(*TRIPOLITANIA)
    assert found.unnamed == ()
    assert {each.text for each in parsed(found.wide).iter("text")} == {each.label for each in TRIPOLITANIA}
    assert len(classes(found.wide, "lead")) == 2


def test_a_line_to_a_name_keeps_clear_of_names_points_and_other_lines() -> None:
    wishes = [Wish(150 + 7 * which, 100 + 5 * (which % 3), 60, 6) for which in range(6)]
    spots = [spot for spot in placed(wishes, Area(0, 0, 300, 300), rtl=False) if spot]
    led = [spot for spot in spots if spot.lead]
    assert led
    for spot in led:
        assert spot.lead is not None
        steps = trail(spot.lead)
        assert [other for other in spots if other is not spot and any(other.area.meets(step) for step in steps)] == []


def test_whose_boundaries_it_shows_is_printed() -> None:
    assert drawn(*LIBYA).note == "Boundaries: Natural Earth, shown without taking a position."


def test_no_places_are_no_map() -> None:
    assert places_map((), FRAME) is None


def test_the_key_has_only_the_signs_in_use() -> None:
    words = ["".join(entry.itertext()) for entry in parsed(drawn(LIBYA[2]).legend).iter("li")]
    assert words == ["exact place"]


def test_places_on_both_sides_of_the_antimeridian_stand_near_each_other() -> None:
    view = fitted([(178.4, -18.1), (-171.8, -13.8)], 680, (0.45, 0.72))
    suva, apia = (view.at(view.near(lon), lat) for lon, lat in ((178.4, -18.1), (-171.8, -13.8)))
    assert 0 < suva[0] < apia[0] < 680
    assert drawn(place("Suva", -18.1, 178.4), place("Apia", -13.8, -171.8)).unnamed_narrow == ()


def test_a_place_at_a_pole_stands_in_the_picture() -> None:
    for lats in ((-90.0,), (-77.8, -90.0), (90.0, 89.0)):
        view = fitted([(lat, lat) for lat in lats], 680, (0.45, 0.72))
        points = [view.at(view.near(lat), lat) for lat in lats]
        assert [(x, y) for x, y in points if not (0 < x < view.width and 0 < y < view.height)] == []


def test_countries_have_names_where_they_are_given() -> None:
    found = places_map(LIBYA, FRAME, names={"434": "Libya"})
    assert found is not None
    assert [each.text for each in parsed(found.wide).iter("text") if each.get("class") == "area"] == ["Libya"]


def test_the_name_of_a_country_stands_within_its_outline() -> None:
    horseshoe = Country("434", (((10, 34), (24, 34), (24, 24), (23, 24), (23, 31), (11, 31), (11, 24), (10, 24)),))
    found = places_map(LIBYA, FRAME, own=(horseshoe,), names={"434": "Horseshoe"})
    assert found is not None
    (name,) = (each for each in parsed(found.wide).iter("text") if each.get("class") == "area")
    view = fitted([(each.lon, each.lat) for each in LIBYA], 680, (0.45, 0.72))
    assert float(name.get("y", "0")) < view.at(17, 31)[1]


def test_a_name_before_its_point_ends_there_and_grows_away_from_it() -> None:
    (wish,) = placed([Wish(290, 100, 60, 4)], Area(0, 0, 300, 200), rtl=False)
    assert wish is not None
    assert (wish.held, wish.x) == (1, 282)
    found = drawn(place("Hun", 29, 5), place("Hmeimim air base", 32, 29))
    anchors = {each.text: each.get("text-anchor") for each in parsed(found.wide).iter("text") if not each.get("class")}
    assert anchors == {"Hun": None, "Hmeimim air base": "end"}


def test_a_name_without_room_is_left_out_and_reported() -> None:
    crowd = [place(f"A rather long name {which}", 30 + which / 500, 15 + which / 500) for which in range(12)]
    found = drawn(*crowd)
    assert len(found.unnamed) > 0
    assert not {*found.unnamed} & {*found.unnamed_narrow}
    for picture, missing in ((found.wide, found.unnamed), (found.narrow, found.unnamed + found.unnamed_narrow)):
        assert len(list(parsed(picture).iter("text"))) >= 12 - len(missing)


def test_labels_stand_neither_over_each_other_nor_over_points() -> None:
    wishes = [Wish(100 + 9 * which, 100 + 5 * (which % 3), 60, 4) for which in range(6)]
    spots = [spot.area for spot in placed(wishes, Area(0, 0, 300, 200), rtl=False) if spot]
    points = [Area(wish.x - 3, wish.y - 3, wish.x + 3, wish.y + 3) for wish in wishes]
    assert len(spots) >= 2
    assert [(a, b) for a in spots for b in (*spots, *points) if a is not b and a.meets(b)] == []


SQUARE = Country("434", (((10.0, 30.0), (20.0, 30.0), (20.0, 20.0), (10.0, 20.0), (10.0, 30.0)),))
BESIDES = Country("", SQUARE.rings)


def test_an_area_with_a_countrys_number_stands_in_for_it_and_any_other_stands_besides() -> None:
    assert [each.id for each in atlas.countries() if each not in atlas.beside((SQUARE, BESIDES))] == ["434"]
    assert atlas.beside((BESIDES,)) == atlas.countries()


def test_an_area_over_a_country_is_land_and_no_hole_in_it() -> None:
    (world, *own), (alone,) = (outlines(drawn(*LIBYA, own=each)) for each in ((BESIDES, BESIDES), ()))
    assert world == alone
    assert len(own) == 2


def test_boundaries_of_the_sites_own_are_drawn_and_named_in_the_note() -> None:
    found = drawn(*LIBYA, own=(SQUARE,), source="the desk")
    assert found.note == "Boundaries: Natural Earth, the desk, shown without taking a position."
    assert len({found.wide, drawn(*LIBYA).wide, drawn(*LIBYA, own=(BESIDES,), source="the desk").wide}) == 3


def test_the_vendored_world_holds_its_countries() -> None:
    ids = [country.id for country in atlas.countries()]
    assert len(ids) == 241
    assert {"434", "818", "643", "792"} <= set(ids)


def test_packing_keeps_the_shape_to_a_fiftieth_of_a_degree() -> None:
    topology: Topology = {
        "arcs": [[(0, 0), (100, 0), (0, 100)], [(100, 100), (-100, 0), (0, -100)]],
        "transform": {"scale": (0.1, 0.1), "translate": (5.0, 5.0)},
        "objects": {"countries": {"geometries": [{"type": "Polygon", "id": "001", "arcs": [[0, 1]]}]}},
    }
    (country,) = atlas.unpacked(packed(topology))
    assert country.id == "001"
    assert [(round(x, 2), round(y, 2)) for x, y in country.rings[0]] == [(5, 5), (15, 5), (15, 15), (5, 15), (5, 5)]


def test_a_straight_line_needs_its_ends_alone() -> None:
    assert simplified([(0, 0), (1, 0.1), (2, 0), (3, 3)], 0.5) == [(0, 0), (2, 0), (3, 3)]
