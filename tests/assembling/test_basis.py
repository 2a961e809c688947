"""The standing of a tie: what it rests on, the first that holds, and how it is answered."""

from __future__ import annotations

import pytest

from backstory.records.standing import Standing
from backstory.values.vocabulary import Basis, Lowered, Response
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
panel: {name: UN Panel, type: inquiry}
court: {name: A court, type: court}
auditor: {name: Auditor, type: regulator}
blog: {name: A blog, type: media}
west-panel: {name: Panel of the GNA, type: inquiry, part_of: gna}
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
verdict: {title: I, publisher: court, kind: court}
audit: {title: I, publisher: auditor, kind: official-report}
leaked-report: {title: I, publisher: panel, kind: official-report, access: leaked}
leaked-memo: {title: I, publisher: Reuters, access: leaked}
quashed: {title: I, publisher: court, kind: court, superseded_by: verdict}
western-inquiry: {title: I, publisher: west-panel, kind: official-report}
russian-filing: {title: I, author: russia, publisher: court, kind: filing}
lna-filing: {title: I, author: lna, kind: filing}
other-filing: {title: I, author: turkey, kind: filing}
company-register: {title: I, publisher: auditor, kind: register}
western-register: {title: I, publisher: gna, kind: register}
blog-register: {title: I, publisher: blog, kind: register}
unknown-register: {title: I, publisher: Somebody, kind: register}
russian-release: {title: I, publisher: russia, kind: press-release}
turkish-report: {title: K, publisher: turkey, kind: report}
emirati-outlet: {title: L, publisher: The National, kind: report, affiliation: {actor: uae, relation: owner}}
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
    assert basis("sources: plain\npositions:\n" + position("russia", stance, "other")) is Basis.ACKNOWLEDGED


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


PANEL = "{source: panel-report, stance: %s, pages: p. 1, quote: Words}"


@pytest.mark.parametrize("body", ["panel-report", "verdict", "audit"])
def test_what_a_court_an_inquiry_or_a_regulator_finds_is_found(body: str) -> None:
    assert basis(f"sources: [plain, {{source: {body}, stance: finds, pages: p. 1, quote: Words}}]") is Basis.FOUND


def test_a_report_listed_without_a_stance_supports_nothing() -> None:
    assert basis("sources: panel-report") is Basis.UNSOURCED
    assert basis("sources: [plain, panel-report]") is Basis.SINGLE


def test_a_government_that_finds_something_reports_it() -> None:
    assert basis("sources: {source: pentagon-release, stance: finds, pages: p. 1, quote: Words}") is Basis.SINGLE


@pytest.mark.parametrize("stance", ["finds-credible", "assesses"])
def test_what_such_a_body_holds_credible_is_no_finding(stance: str) -> None:
    assert basis("sources: " + PANEL % stance) is Basis.ASSESSED


@pytest.mark.parametrize("stance", ["mentions", "investigates", "finds-no-evidence", "responds", "denies"])
def test_a_mention_that_supports_nothing_is_no_source(stance: str) -> None:
    assert basis("sources: " + PANEL % stance) is Basis.UNSOURCED


def test_a_finding_that_another_body_has_no_evidence_of_is_an_assessment() -> None:
    other = "{source: verdict, stance: finds-no-evidence, pages: p. 1, quote: None}"
    found = standing(f"sources: [{PANEL % 'finds'}, {other}]")
    assert (found.basis, [each.source for each in found.against]) == (Basis.ASSESSED, ["verdict"])


def test_a_body_known_through_another_is_that_others_report() -> None:
    found = standing("positions:\n" + position("panel", "finds", "plain", ", pages: p. 1, quote: Words"))
    assert (found.basis, found.lowered[0].lowered) == (Basis.SINGLE, (Lowered.SECOND_HAND,))


def test_two_media_that_carry_one_body_are_one_voice() -> None:
    words = ", pages: p. 1, quote: Words"
    said = position("panel", "finds", "plain", words) + position("panel", "finds", "other", words)
    assert basis("positions:\n" + said) is Basis.SINGLE


def test_a_finding_in_a_leaked_report_is_one_voice() -> None:
    found = standing("sources: {source: leaked-report, stance: finds, pages: p. 1, quote: Words}")
    assert (found.basis, found.lowered[0].lowered) == (Basis.SINGLE, (Lowered.LEAKED,))


def test_an_acknowledgement_that_is_leaked_is_none() -> None:
    assert basis("positions:\n" + position("russia", source="leaked-memo")) is Basis.ONE_SIDE


def test_a_source_that_was_replaced_supports_nothing() -> None:
    found = standing("sources: {source: quashed, stance: finds, pages: p. 1, quote: Words}")
    assert (found.basis, found.lowered[0].lowered) == (Basis.UNSOURCED, (Lowered.SUPERSEDED,))


def test_a_finding_of_a_body_of_one_side_is_that_sides_word() -> None:
    found = standing("sources: {source: western-inquiry, stance: finds, pages: p. 1, quote: Words}")
    assert (found.basis, found.lowered[0].lowered) == (Basis.ONE_SIDE, (Lowered.INTERESTED,))


@pytest.mark.parametrize("filing", ["russian-filing", "lna-filing", "{source: company-register}"])
def test_a_filing_of_an_end_and_a_register_of_neither_declare_it(filing: str) -> None:
    assert basis(f"sources: {filing}") is Basis.DECLARED


@pytest.mark.parametrize(
    "filing",
    ["other-filing", "western-register", "blog-register", "unknown-register", "{source: plain, stance: declares}"],
)
def test_nothing_else_declares_it(filing: str) -> None:
    assert basis(f"sources: {filing}") in (Basis.SINGLE, Basis.ONE_SIDE)


def test_who_only_agrees_with_another_is_no_source() -> None:
    assert basis("positions:\n" + position("league", "supports")) is Basis.UNSOURCED
    found = standing("sources: other\npositions:\n" + position("league", "supports"))
    assert (found.basis, found.origins) == (Basis.SINGLE, ("other",))


def test_what_the_backer_publishes_acknowledges_nothing_until_somebody_reads_it() -> None:
    assert basis("sources: russian-release") is Basis.ONE_SIDE
    assert basis("sources: {source: russian-release, stance: asserts}") is Basis.ACKNOWLEDGED


def test_unnamed_speakers_alone_are_a_class_of_their_own() -> None:
    unnamed = "positions:\n  - {by: {unnamed: an official, according_to: %s}, stance: asserts}\n"
    assert basis(unnamed % "plain") is Basis.UNNAMED
    found = standing("sources: other\n" + unnamed % "plain")
    assert (found.basis, found.origins) == (Basis.SINGLE, ("other",))


def test_a_bare_mention_of_a_source_that_a_position_cites_adds_nothing() -> None:
    assert basis("sources: plain\npositions:\n" + position("russia", "denies")) is Basis.UNSOURCED


def test_only_what_is_acknowledged_or_declared_and_denied_by_nobody_named_is_plain() -> None:
    owned = "positions:\n" + position("russia")
    assert standing(owned).plain
    assert not standing(owned + position("{name: Somebody else}", "denies", "other")).plain
    assert not standing("sources: " + PANEL % "finds").plain


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
    assert basis("sources: [gna-release, lna-release]") is Basis.SEPARATE


def test_two_origins_are_independent_and_counted() -> None:
    found = standing("sources: [plain, other, nobody]")
    assert (found.basis, found.origins) == (Basis.SEPARATE, ("plain", "other", "nobody"))


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


@pytest.mark.parametrize("stance", ["partly-confirms", "assesses", "reports"])
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
        (Response.DENIED, "denies"),
        (Response.FRAMING_REJECTED, "rejects-framing"),
    ]
    assert found.response is Response.DENIED


@pytest.mark.parametrize(
    ("stance", "response"),
    [
        ("no-comment", Response.NO_COMMENT),
        ("no-response", Response.NO_ANSWER),
        ("declined", Response.DECLINED),
        ("responds", Response.RESPONDED),
        ("questions", Response.EXPLAINED),
    ],
)
def test_an_answer_that_is_no_denial_is_told_as_what_it_is(stance: str, response: Response) -> None:
    answered = "sources: other\npositions:\n" + position("russia", stance)
    assert standing(answered).response is response
    assert standing(answered + position("lna", "denies")).response is Response.DENIED


def test_silence_is_told_only_where_none_of_those_named_says_anything() -> None:
    silent = "sources: other\npositions:\n" + position("russia", "no-comment") + position("lna", "responds")
    assert [response for response, _ in standing(silent).answers] == [Response.RESPONDED]


def test_whoever_is_not_named_in_the_tie_disputes_it_beside_the_answers() -> None:
    found = standing("sources: other\npositions:\n" + position("turkey", "denies"))
    assert (found.response, [each.stance.value for each in found.others]) == (Response.NONE, ["denies"])


def test_whoever_has_spoken_since_is_no_longer_asked_in_vain() -> None:
    asked = "sources: plain\npositions:\n" + position("russia", "no-response", "plain", ", date: 2020-05")
    assert standing(asked + position("russia", "questions", "plain", ", date: 2020-06")).response is Response.EXPLAINED
    assert standing(asked + position("russia", "questions", "plain", ", date: 2020-04")).response is Response.EXPLAINED
    assert standing(asked + position("uae", "questions", "plain", ", date: 2020-06")).response is Response.NO_ANSWER


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
