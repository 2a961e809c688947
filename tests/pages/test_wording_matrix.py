"""Every stance, kind of source, type of speaker and response: no sentence says more than its record.

`docs/wording.md` prints all of it, and is true by this test. `python -m tests.pages.test_wording_matrix` writes it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import product
from pathlib import Path

from backstory import assembling, checking
from backstory.drawing.network.line_styles import LINE
from backstory.language import wording
from backstory.pages.parts import attribution, tie_rows, tie_words
from backstory.records.backing import Backing
from backstory.records.knowledge import Knowledge
from backstory.records.links import Links
from backstory.values.vocabulary import Basis, SourceKind, Stance
from tests.assembling.given import documents, site
from tests.pages.given import new_page
from tests.scenario import TODAY

PAGE = Path(__file__).parents[2] / "docs/wording.md"
STANCES = [None, *(each for each in Stance if each != Stance.RETRACTS)]
# One for each way in which kinds of source differ here; a court and a gazette are as an official report.
KINDS = (
    SourceKind.NEWS,
    SourceKind.STATEMENT,
    SourceKind.OFFICIAL_REPORT,
    SourceKind.COURT_FILING,
    SourceKind.FILING,
    SourceKind.REGISTER,
)
SILENT = (Stance.NO_COMMENT, Stance.NO_RESPONSE, Stance.DECLINED)
SPEAKERS = {
    "the backer": "backer",
    "the recipient": "recipient",
    "a state": "other-state",
    "an inquiry": "inquiry",
    "an inquiry of the recipient's": "own-inquiry",
    "a news outlet": "post",
    "unnamed people": "",
}
RESPONSES = {
    "none": "",
    "denied": "{by: backer, stance: denies, date: 2021, source: answer}",
    "answered": "{by: backer, stance: responds, date: 2021, source: answer, quote: Our books are open.}",
}
SITE = """-- actors.yaml --
backer: {name: Ferry, type: state}
recipient:
  name: The League
  type: armed-group
  backers: {actor: backer, support: weapons%s}
other-state: {name: Hithe, type: state}
inquiry: {name: The Inquiry, type: inquiry}
own-inquiry: {name: Inquiry of the League, type: inquiry, part_of: {actor: recipient, sources: answer}}
post: {name: The Post, type: media}
-- sources.yaml --
answer: {title: A letter, publisher: backer, kind: statement, date: 2021}
said: {title: A document, publisher: %s, author: %s, kind: %s, date: 2020}
"""


def record(stance: Stance | None, kind: SourceKind, speaker: str, response: str) -> str:
    """A tie in which one speaker does one thing in a source of one kind, and is answered in one way."""
    words = ", pages: p. 1, quote: Weapons went there." if stance else ""
    who = SPEAKERS[speaker]
    positions = [RESPONSES[response]] if RESPONSES[response] else []
    uses = ""
    if not who:
        by = "{unnamed: an official, according_to: said}"
        positions.append(f"{{by: {by}, stance: {stance or Stance.ASSERTS}{words}}}")
    elif stance in SILENT:
        positions.append(f"{{by: {who}, stance: {stance}, source: said, asked: {{by: The desk, date: 2020}}}}")
    else:
        uses = f", sources: {{source: said{f', stance: {stance}' if stance else ''}{words}}}"
    said = f", positions: [{', '.join(positions)}]" if positions else ""
    publisher = who or "post"
    return SITE % (uses + said, publisher, publisher, kind)


@cache
def known(text: str) -> tuple[Knowledge, tuple[str, ...]]:
    singles, lists = documents(text)
    found, _ = assembling.model(singles, lists, site(), today=TODAY, drafts=False, future=False)
    told = checking.check(found, Links({}, {}, {}), today=TODAY)
    codes = {each.code for each in told if each.code in CODES}
    return found, tuple(sorted(codes))


CODES = (
    "E138",
    *(f"E{number}" for number in range(218, 226)),
    "E211",
    "W212",
    *(f"W{number}" for number in range(431, 436)),
)


def shown(text: str, lang: str) -> tuple[Backing, str, str]:
    """The tie, the sentence that a page prints of it, and the answers beside it."""
    found, _ = known(text)
    (tie,) = found.backings
    page = new_page(found, lang)
    clause, ends = tie_words.clause(page, tie), tie_words.ends(page, tie)
    answers = "; ".join(
        " ".join([each.label, *(who.who.name.text for who in each.speakers)]) for each in tie_rows.answers(page, tie)
    )
    return tie, attribution.sentence(page, tie.standing, clause, ends), answers


def combinations() -> Iterator[tuple[Stance | None, SourceKind, str, str]]:
    for stance, kind, speaker, response in product(STANCES, KINDS, SPEAKERS, RESPONSES):
        if not (speaker == "unnamed people" and stance in (None, Stance.MENTIONS)):
            yield stance, kind, speaker, response


def rows() -> Iterator[list[str]]:
    """Alike combinations in one row: those that print, draw and tell the same."""
    alike: dict[tuple[str, ...], dict[str, dict[str, None]]] = {}
    for stance, kind, speaker, response in combinations():
        text = record(stance, kind, speaker, response)
        tie, said, answers = shown(text, "en")
        _, codes = known(text)
        line = LINE.get(tie.standing.basis, "none")
        key = (f"`{stance}`" if stance else "(none)", speaker, response, said, answers, line, ", ".join(codes))
        alike.setdefault(key, {}).setdefault("kinds", {})[kind.value] = None
    for same, held in alike.items():
        kinds = list(held["kinds"])
        named = "every kind" if len(kinds) == len(KINDS) else ", ".join(kinds)
        yield [same[0], named, *same[1:]]


def written() -> str:
    count = sum(1 for _ in combinations())
    head = (
        "# What a page says of a tie\n\n"
        f"Every stance, kind of source, type of speaker and response: {count} combinations. Those that are printed,\n"
        "drawn and told alike are one row. In each, Ferry (a state) is recorded as backer of The League with weapons;\n"
        "the speaker says so in “A document”, with the words “Weapons went there.”.\n"
        "What the words mean: [stances](stances.md). A test writes this page.\n"
    )
    lines = [head]
    columns = ("Stance", "Source", "Speaker", "Response", "The page says", "Beside it", "Line", "Told")
    lines += ["| " + " | ".join(columns) + " |", "|" + "---|" * len(columns)]
    lines += ["| " + " | ".join(cell.replace("|", "\\\\|") for cell in row) + " |" for row in rows()]
    return "\n".join(lines) + "\n"


def test_the_page_of_all_sentences_is_true() -> None:
    assert PAGE.read_text(encoding="utf-8") == written(), "run python -m tests.pages.test_wording_matrix"


def test_only_what_is_acknowledged_or_declared_and_undenied_is_said_by_the_page_itself() -> None:
    plain = {"en": "Ferry supplied weapons", "ar": "توريد أسلحة"}
    for lang, begin in plain.items():
        for stance, kind, speaker, response in combinations():
            tie, said, _ = shown(record(stance, kind, speaker, response), lang)
            owned = tie.standing.basis in (Basis.ACKNOWLEDGED, Basis.DECLARED) and response != "denied"
            assert said.startswith(begin) == (owned and stance is not Stance.DENIES), (stance, kind, speaker, said)


def test_a_finding_is_printed_only_of_a_body_that_finds() -> None:
    for stance, kind, speaker, response in combinations():
        tie, said, _ = shown(record(stance, kind, speaker, response), "en")
        if " found that " in said:
            assert tie.standing.basis is Basis.FOUND
            assert (stance, speaker) == (Stance.FINDS, "an inquiry")


def test_a_weaker_word_is_told_as_such_whoever_speaks() -> None:
    weaker = {
        Stance.PARTLY_CONFIRMS: "(in part)",
        Stance.ASSESSES: "assess",
        Stance.FINDS_CREDIBLE: "short of a finding",
        Stance.ALLEGES: "not decided here",
        Stance.INVESTIGATES: "being looked into",
        Stance.SUPPORTS: "nobody is recorded here who says so",
    }
    for stance, kind, speaker, response in combinations():
        if stance in weaker:
            _, said, _ = shown(record(stance, kind, speaker, response), "en")
            assert weaker[stance] in said, (stance, kind, speaker, said)


def test_a_sentence_ends_in_one_stop() -> None:
    for lang in wording.languages():
        for stance in (Stance.FINDS, Stance.FINDS_CREDIBLE, Stance.ASSESSES):
            _, said, _ = shown(record(stance, SourceKind.STATEMENT, "an inquiry", "none"), lang)
            closed = [said.partition("Weapons went there.")[2].strip()[:2]]
            assert not [end for end in closed if end.endswith(".")], (lang, said)


def test_one_unnamed_speaker_is_not_told_as_several() -> None:
    _, said, _ = shown(record(Stance.ASSERTS, SourceKind.NEWS, "unnamed people", "none"), "en")
    assert "people" not in said


def test_a_register_that_a_medium_calls_one_is_told_as_its_word() -> None:
    _, said, _ = shown(record(None, SourceKind.REGISTER, "a news outlet", "none"), "en")
    assert said.startswith("According to The Post")


def test_no_phrase_of_any_language_calls_a_tie_a_fact() -> None:
    """The page's own words for ties, read as they are: none says that one backs another."""
    adopting = {
        "en": (" backs ", " backed by", "is said to", "allegedly", "reportedly"),
        "ar": ("يدعم ", "يُقال", "يُزعم"),
        "de": (" unterstützt ", "angeblich", "soll ", "sollen "),
        "es": (" apoya ", " apoyan ", "supuesta", "se dice que", "al parecer"),
        "fa": ("حمایت می‌کند", "گفته می‌شود", "ظاهراً"),
        "fr": (" soutient ", "soutenu par", "prétendu", " serait ", " auraient ", " aurait "),
        "he": ("תומך ב", "לכאורה", "לפי הנטען"),
        "ru": ("поддерживает", "якобы", "как говорят"),
        "tr": ("destekliyor", "sözde", "iddiaya göre"),
        "uk": ("підтримує", "нібито", "як кажуть"),
    }
    of_ties = ("says.", "basis.", "gives.", "answer.", "response.", "drawing.", "relation.named", "claim.", "event.")
    for lang, words in adopting.items():
        path = files("backstory.language.wording") / "phrases" / f"{lang}.json"
        book = json.loads(path.read_text("utf-8"))
        for key, phrase in book.items():
            if key.startswith(of_ties):
                texts = phrase.values() if isinstance(phrase, dict) else [phrase]
                assert [word for text in texts for word in words if word in f" {text} "] == [], (lang, key)
    assert wording.languages() == tuple(sorted(adopting))


if __name__ == "__main__":
    PAGE.write_text(written(), encoding="utf-8")
