"""The standing of a tie: what it rests on, the first that holds, and how it is answered."""

from __future__ import annotations

import pytest

from backstory.records.backing import Standing
from backstory.values.vocabulary import Basis, Response
from tests.assembling.given import knowledge, modelled, told

ACTORS = """-- actors.yaml --
russia: {name: Russia, type: state}
mod: {name: Ministry of Defence, type: ministry, part_of: russia}
uae: {name: UAE, type: state}
turkey: {name: Turkey, type: state}
usa: {name: USA, type: state}
africom: {name: AFRICOM, type: armed-forces, part_of: pentagon}
pentagon: {name: Pentagon, type: ministry, part_of: usa}
gna: {name: GNA, type: government, backers: {actor: turkey, conflict: libya, sources: plain}}
panel: {name: UN Panel, type: igo}
minister: {name: Minister, type: person, public_role: minister, member_of: gna}
league: {name: League, type: igo}
mismari: {name: Mismari, type: person, public_role: spokesman, speaks_for: lna}
-- conflicts/libya.md --
name: Libya
sides:
  - id: east
    label: East
    parties: lna
  - id: west
    label: West
    parties: gna
-- sources.yaml --
plain: {title: A, publisher: Reuters}
other: {title: B, publisher: AFP}
again: {title: C, publisher: reuters}
nobody: {title: D}
relay: {title: E, publisher: AFP, relays: plain}
far: {title: F, publisher: TASS, relays: relay}
panel-report: {title: G, publisher: panel, kind: official-report}
relayed-report: {title: H, publisher: AFP, relays: panel-report}
verdict: {title: I, publisher: A court, kind: court}
unpublished: {title: J, kind: official-report}
turkish-report: {title: K, publisher: turkey, kind: official-report}
emirati-outlet: {title: L, publisher: The National, kind: official-report, affiliation: {actor: uae, relation: owner}}
gna-release: {title: M, publisher: gna}
turkish-release: {title: N, publisher: turkey}
lna-release: {title: O, publisher: lna}
africom-release: {title: P, publisher: africom}
pentagon-release: {title: Q, publisher: pentagon}
-- actors/lna.md --
name: LNA
type: armed-group
backers:
  - actor: uae
    conflict: libya
    id: other
    sources: plain
  - actor: russia
    conflict: libya
"""


def standing(record: str) -> Standing:
    lines = "".join(f"    {line}\n" for line in record.splitlines())
    known = knowledge(ACTORS + lines)
    (found,) = (each for each in known.backings if each.backer == "russia")
    return found.standing


def position(by: str, stance: str = "asserts", source: str = "plain", rest: str = "") -> str:
    return f"  - {{by: {by}, stance: {stance}, source: {source}{rest}}}\n"


def basis(record: str) -> Basis:
    return standing(record).basis


@pytest.mark.parametrize("stance", ["asserts", "confirms"])
def test_a_backer_that_says_so_itself_acknowledges_it(stance: str) -> None:
    assert basis("sources: panel-report\npositions:\n" + position("russia", stance)) is Basis.ACKNOWLEDGED


def test_whoever_speaks_for_the_backer_acknowledges_it() -> None:
    assert basis("positions:\n" + position("{name: A}", rest=", for: russia")) is Basis.ACKNOWLEDGED


@pytest.mark.parametrize(
    "positions",
    [
        position("{name: A, of: russia}"),
        position("mod"),
        position("russia", "partly-confirms"),
        position("russia", "asserts", "plain", ", date: 2019")
        + position("russia", "retracts", "plain", ", date: 2020"),
        "  - {by: russia, stance: asserts}\n",
    ],
    ids=["an official of it", "a part of it", "partly", "taken back", "without a source"],
)
def test_nothing_less_acknowledges_it(positions: str) -> None:
    assert basis("positions:\n" + positions) is not Basis.ACKNOWLEDGED


@pytest.mark.parametrize("source", ["panel-report", "verdict", "relayed-report"])
def test_an_official_inquiry_by_neither_party_nor_backer_comes_next(source: str) -> None:
    assert basis(f"sources: [plain, {source}]") is Basis.OFFICIAL


@pytest.mark.parametrize("source", ["turkish-report", "emirati-outlet", "unpublished"])
def test_a_report_published_by_a_backer_or_for_one_or_by_nobody_is_no_official_inquiry(source: str) -> None:
    assert basis(f"sources: [other, {source}]") is not Basis.OFFICIAL


def test_a_partys_words_in_an_official_report_are_no_finding_of_it() -> None:
    assert basis("positions:\n" + position("gna", source="panel-report")) is Basis.ONE_SIDE


@pytest.mark.parametrize(
    "record",
    [
        "positions:\n" + position("panel", source="panel-report") + position("gna", source="panel-report"),
        "sources: panel-report\npositions:\n" + position("gna", source="panel-report"),
        "support: {kind: weapons, sources: panel-report}\npositions:\n" + position("gna", source="panel-report"),
    ],
    ids=["the panel's own position", "the record's own source", "the source of a kind of support"],
)
def test_a_partys_words_beside_a_finding_do_not_undo_it(record: str) -> None:
    assert basis(record) is Basis.OFFICIAL


@pytest.mark.parametrize(
    "record",
    [
        "sources: gna-release",
        "sources: [gna-release, turkish-release]",
        "sources: [lna-release, emirati-outlet]",
        "positions:\n" + position("mismari", source="plain"),
        "positions:\n" + position("{name: A, of: gna}", source="plain"),
        "positions:\n" + position("minister", source="plain"),
        "sources: turkish-report",
    ],
    ids=[
        "a party",
        "a party and its backer",
        "an outlet of its backer",
        "its spokesman",
        "its official",
        "its minister",
        "a backer",
    ],
)
def test_what_only_one_side_says_is_said_by_one_side(record: str) -> None:
    assert basis(record) is Basis.ONE_SIDE


def test_both_sides_saying_the_same_are_independent() -> None:
    assert basis("sources: [gna-release, lna-release]") is Basis.INDEPENDENT


def test_two_origins_are_independent_and_counted() -> None:
    found = standing("sources: [plain, other, nobody]")
    assert (found.basis, found.origins) == (Basis.INDEPENDENT, ("plain", "other", "nobody"))


def test_a_relay_counts_as_what_it_relays_through_every_step() -> None:
    found = standing("sources: [far, relay, plain]")
    assert (found.basis, found.origins) == (Basis.SINGLE, ("plain",))


def test_sources_of_one_publisher_count_once() -> None:
    assert standing("sources: [plain, again]").origins == ("plain",)


def test_two_offices_of_one_government_count_once() -> None:
    assert standing("sources: [africom-release, pentagon-release]").origins == ("africom-release",)


def test_a_medium_that_carries_a_statement_is_no_second_voice() -> None:
    record = "sources: [africom-release, plain]\npositions:\n" + position("africom", source="plain")
    assert standing(record).origins == ("africom-release",)


def test_a_medium_that_reports_is_a_voice_of_its_own() -> None:
    record = "sources: africom-release\npositions:\n" + position("{name: Reuters}", "reports", "plain")
    assert standing(record).origins == ("africom-release", "plain")


def test_an_unnamed_speaker_counts_as_the_source_that_reports_them() -> None:
    record = "positions:\n  - {by: {unnamed: an official, according_to: plain}, stance: asserts}\n"
    assert standing(record).origins == ("plain",)


@pytest.mark.parametrize("stance", ["supports", "partly-confirms", "assesses", "reports"])
def test_the_source_of_a_supporting_position_supports_the_tie(stance: str) -> None:
    assert basis("positions:\n" + position("{name: A}", stance)) is Basis.SINGLE


@pytest.mark.parametrize("stance", ["denies", "rejects-framing", "questions", "no-comment", "other-explanation"])
def test_the_source_of_any_other_position_does_not(stance: str) -> None:
    assert basis("positions:\n" + position("{name: A}", stance)) is Basis.UNSOURCED


def test_the_sources_of_one_kind_of_support_support_the_tie() -> None:
    assert basis("support: {kind: weapons, sources: plain}") is Basis.SINGLE


def test_the_response_names_every_denier_and_whoever_rejects_the_framing() -> None:
    found = standing(
        "sources: plain\npositions:\n"
        + position("russia", "denies", "plain", ", date: 2020-05")
        + position("lna", "rejects-framing", "plain", ", date: 2020-04")
        + position("uae", "no-comment", "plain")
    )
    assert [(response, str(each.by.span) != "" and each.stance.value) for response, each in found.answers] == [
        (Response.FRAMING_REJECTED, "rejects-framing"),
        (Response.DENIED, "denies"),
    ]
    assert found.response is Response.DENIED


@pytest.mark.parametrize("stance", ["no-comment", "no-response", "declined"])
def test_asked_stands_only_where_nobody_denies(stance: str) -> None:
    assert standing("sources: plain\npositions:\n" + position("russia", stance)).response is Response.ASKED


def test_whoever_has_spoken_since_is_no_longer_asked_in_vain() -> None:
    asked = "sources: plain\npositions:\n" + position("russia", "no-response", "plain", ", date: 2020-05")
    assert standing(asked + position("russia", "questions", "plain", ", date: 2020-06")).response is Response.NONE
    assert standing(asked + position("russia", "questions", "plain", ", date: 2020-04")).response is Response.ASKED
    assert standing(asked + position("uae", "questions", "plain", ", date: 2020-06")).response is Response.ASKED


def test_what_a_spokesman_said_is_taken_back_by_whom_it_was_said_for() -> None:
    denied = "sources: plain\npositions:\n" + position("mismari", "denies", "plain", ", for: lna, date: 2019")
    assert standing(denied + position("lna", "retracts", "plain", ", date: 2020")).response is Response.NONE
    assert standing(denied + position("mismari", "retracts", "plain", ", date: 2020")).response is Response.DENIED


def test_none_is_on_record_where_nobody_answered() -> None:
    assert standing("sources: plain").response is Response.NONE


def test_a_denial_that_was_taken_back_is_no_denial() -> None:
    record = "sources: plain\npositions:\n" + position("russia", "denies", "plain", ", date: 2019")
    assert standing(record + position("russia", "retracts", "plain", ", date: 2020")).response is Response.NONE


def test_sources_that_relay_each_other_in_a_circle_are_an_error_and_count_once() -> None:
    text = ACTORS.replace("plain: {title: A, publisher: Reuters}", "plain: {title: A, relays: relay}")
    known, found = modelled(text + "    sources: [plain, relay]\n")
    assert told(found) == [
        "sources.yaml:1:27 E210 these sources relay each other in a circle: `plain` → `relay` → `plain`"
    ]
    assert [each.standing.basis for each in known.backings if each.backer == "russia"] == [Basis.SINGLE]


def test_without_a_conflict_the_recipient_and_its_backers_are_one_side() -> None:
    text = ACTORS.replace("  - actor: russia\n    conflict: libya\n", "  - actor: russia\n")
    known = knowledge(text + "    sources: lna-release\n")
    assert [each.standing.basis for each in known.backings if each.backer == "russia"] == [Basis.ONE_SIDE]
