"""What an editor could not sign, as a hurried author writes it: told at its line, or printed as whose word it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.scenario import Site, site

SITE = """
-- site.yaml --
title: A site
url: https://example.org/
share_cards: false
-- content/actors.yaml --
xland: {name: Xland, type: state}
assembly: {name: Assembly of Nations, type: igo}
foreign-office: {name: Zland Foreign Ministry, type: ministry}
acme: {name: Acme, type: company}
paper: {name: The Paper, type: media}
-- content/sources.yaml --
report:
  {title: A report that calls the allegation credible, publisher: assembly, kind: official-report, date: 2024-02-01}
note: {title: A note of the ministry, publisher: foreign-office, kind: official-report, date: 2024-02-02}
answer: {title: What Xland answered, publisher: paper, kind: news, date: 2024-02-03}
-- content/articles/b.md --
---
title: The front
date: 2024-03-01
---
Of the [[front]].
-- content/actors/front.md --
---
name: Yellow Front
type: armed-group
BACKERS---
Text.
"""
TIE = "backers:\n  - actor: xland\n    support: [weapons]\n    observed: 2024-01\n"


@dataclass(frozen=True)
class Fault:
    """What was written, and what must come of it: codes at places, or what a page may and may not say."""

    backers: str = TIE + "    sources: [{source: answer, stance: reports}]\n"
    more: str = ""
    told: tuple[tuple[str, str], ...] = ()
    page: str = "actors/front/"
    says: str = ""


FAULTS = {
    "a report that calls it credible, listed bare": Fault(
        TIE + "    sources: [report]\n", told=(("E218", "content/actors/front.md:8"),), says="named in"
    ),
    "a ministry that assesses, without its words": Fault(
        TIE + "    sources: [{source: note, stance: assesses}]\n", told=(("E138", "content/actors/front.md:8"),)
    ),
    "a ministry that assesses, in its words": Fault(
        TIE + "    sources: [{source: note, stance: assesses, pages: p. 1, quote: We think it likely.}]\n",
        says="Zland Foreign Ministry assesses: “We think it likely.”",
    ),
    "a ministry that finds": Fault(
        TIE + "    sources: [{source: note, stance: finds, pages: p. 1, quote: It did.}]\n",
        told=(("E219", "content/actors/front.md:8"),),
    ),
    "a source listed for the reaction alone": Fault(
        TIE
        + "    sources: [{source: note, stance: asserts}, {source: answer, stance: mentions}]\n"
        + "    positions:\n"
        + "      - {by: xland, stance: responds, date: 2024-02-03, source: answer, quote: We keep our word.}\n",
        says="No second source is recorded here.",
    ),
    "a claim that nobody makes": Fault(
        more="-- content/claims/bribe.md --\n---\ntext: Acme bribed the ministry.\nabout: {actors: [acme]}\n---\n",
        told=(("E220", "content/claims/bribe.md:1"),),
    ),
    "a denial without source and date": Fault(
        more="-- content/claims/killers.md --\n---\ntext: Xland paid the killers.\n"
        "positions:\n  - {by: xland, stance: denies}\n---\n",
        told=(("E221", "content/claims/killers.md:4"),),
    ),
    "an event that blames a company, without a source": Fault(
        more="-- content/events.yaml --\nkilling: {title: Acme kills twelve, date: 2024-01-05, actors: [acme]}\n",
        told=(("E222", "content/events.yaml:1"),),
    ),
    "no comment": Fault(
        TIE
        + "    sources: [{source: note, stance: asserts}]\n"
        + "    positions: [{by: xland, stance: no-comment, date: 2024-02-03, source: answer}]\n",
        says="ould not comment",
    ),
    "protections switched off": Fault(
        more="-- site.yaml --\ntitle: A site\nurl: https://example.org/\nseverity: {E211: off, E218: off, E224: off}\n",
        told=(("E136", "site.yaml:3"),),
    ),
}
UNSAID = ("Xland backs", "found by an official inquiry", "no denial on record", "asked, no answer", "is said to")


def built(tmp_path: Path, fault: Fault) -> tuple[Site, list[tuple[str, str]], bool]:
    made = site(tmp_path / "site", SITE.replace("BACKERS", fault.backers) + fault.more)
    outcome = made.build()
    told = [(each.code, f"{each.span.path}:{each.span.line}") for each in outcome.diagnostics]
    return made, told, outcome.failed


@pytest.mark.parametrize("name", FAULTS)
def test_what_could_not_be_signed_is_told_or_printed_as_whose_word_it_is(tmp_path: Path, name: str) -> None:
    fault = FAULTS[name]
    made, told, failed = built(tmp_path, fault)
    assert set(fault.told) <= set(told), told
    if fault.told:
        assert failed, "published as it was written"
        return
    assert not failed, told
    text = re.sub(r"<[^>]+>|\s+", " ", made.page(fault.page))
    text = re.sub(r"\s+", " ", text)
    assert fault.says in text
    assert [words for words in UNSAID if words in text] == []


def test_no_accusation_without_its_speaker_leads_the_home_page(tmp_path: Path) -> None:
    claim = (
        "-- content/claims/killers.md --\n---\ntext: Xland paid the killers.\npositions:\n"
        "  - {by: paper, stance: reports, date: 2024-02-01, source: answer}\n"
        "  - {by: xland, stance: denies, date: 2024-02-02, source: answer}\n---\n"
    )
    made, told, failed = built(tmp_path, Fault(more=claim))
    assert not failed, told
    heads = re.findall(r"<h[12][^>]*>(.*?)</h[12]>", made.page(""), re.DOTALL)
    assert not [head for head in heads if "Xland paid the killers" in head and "“" not in head]


CLAIM = "-- content/claims/killers.md --\n---\ntext: Xland paid the killers.\npositions:\n"
REPORTED = "  - {by: paper, stance: reports, date: 2024-02-01, source: answer}\n"


@pytest.mark.parametrize(
    ("positions", "called"),
    [
        (REPORTED, "“Xland paid the killers.”, reported by The Paper"),
        (
            REPORTED + "  - {by: assembly, stance: asserts, date: 2024-03, source: note}\n",
            "“Xland paid the killers.”, says Assembly of Nations",
        ),
        (
            "  - {by: xland, stance: partly-confirms, date: 2024-02, source: answer}\n",
            "“Xland paid the killers.”, says Xland (in part)",
        ),
    ],
)
def test_a_claim_is_called_after_who_says_it_and_no_more(tmp_path: Path, positions: str, called: str) -> None:
    made, told, failed = built(tmp_path, Fault(more=CLAIM + positions + "---\n"))
    assert not failed, told
    assert f">{called}<" in made.page("claims/killers/")


def test_who_only_agrees_makes_no_claim(tmp_path: Path) -> None:
    agrees = "  - {by: paper, stance: supports, date: 2024-02-01, source: answer}\n---\n"
    _, told, failed = built(tmp_path, Fault(more=CLAIM + agrees))
    assert failed
    assert ("E220", "content/claims/killers.md:1") in told


def test_a_source_that_repeats_another_is_not_named_beside_it(tmp_path: Path) -> None:
    wire = (
        "-- content/sources.yaml --\n"
        + SITE.split("-- content/sources.yaml --\n")[1].split("-- content/articles", maxsplit=1)[0]
    )
    wire += "wire: {title: Again, publisher: A wire, kind: news, date: 2024-02-04, relays: answer}\n"
    made, told, failed = built(tmp_path, Fault(TIE + "    sources: [answer, wire]\n", more=wire))
    assert not failed, told
    text = made.page("actors/front/")
    assert "According to The Paper, Xland supplied weapons" in text
    assert "The Paper and A wire" not in text


def test_a_source_that_is_cited_for_the_answer_alone_is_told_with_the_lines_to_write(tmp_path: Path) -> None:
    denied = "    positions:\n      - {by: xland, stance: denies, date: 2024-02-03, source: answer}\n"
    made = site(tmp_path, SITE.replace("BACKERS", TIE + "    sources: [answer]\n" + denied))
    hints = [each.hint for each in made.build().diagnostics if each.code == "W212"]
    assert [hint.partition("\n")[2] for hint in hints] == ["sources:\n  - source: answer\n    stance: reports"]
    mended = TIE + "    sources:\n      - source: answer\n        stance: reports\n" + denied
    made.write(SITE.replace("BACKERS", mended))
    assert "W212" not in {each.code for each in made.build().diagnostics}
