"""backings.csv: who backs whom, a row for each record, with what it rests on and how it is answered."""

from __future__ import annotations

from functools import lru_cache

from backstory.outputs.exports import cells, fallback_texts
from backstory.outputs.exports.table import Column, ForeignKey, Table, table
from backstory.pages.core.site import Site
from backstory.records.backing import Backing
from backstory.records.positions import speaker
from backstory.values.vocabulary import Basis, Response, Support

LETTERS = "XPYWMTFILOU"


def backings(site: Site) -> Table:
    """The records of backing, in their order. `import backings` reads the columns up to `sources`."""
    columns: tuple[Column[Backing], ...] = (
        Column("actor", "id", "The backer.", lambda each: each.backer),
        Column("recipient", "id", "Whom it backs.", lambda each: each.recipient),
        Column("conflict", "id", "In which conflict.", lambda each: each.conflict or ""),
        Column("id", "id", "Tells apart records that are alike in all else.", lambda each: each.name or ""),
        Column("via", "id", "The channel.", lambda each: each.via or ""),
        Column("support", "ids", "What is given.", lambda each: tuple(given.kind for given in each.support)),
        Column("observed", "dates", "When it is evidenced (EDTF).", lambda each: cells.dates(each.observed)),
        Column("from", "date", "Since when (EDTF).", lambda each: cells.date(each.from_)),
        Column("to", "date", "Until when (EDTF); `..` is still, as of `as_of`.", lambda each: cells.date(each.to)),
        Column("as_of", "date", "The date the record speaks of (EDTF).", lambda each: cells.date(each.as_of)),
        Column("sources", "ids", "The sources of the record.", lambda each: cells.ids(each.sources)),
        Column("record", "word", "The record's own id in all exports.", lambda each: each.id),
        Column("letters", "word", "The support in UCDP's letters.", letters),
        Column("support_details", "texts", "A support's own dates and sources.", _supports),
        Column("basis", "word", "What it rests on, derived.", lambda each: each.standing.basis),
        Column("origins", "ids", "The sources it rests on, one a voice.", lambda each: each.standing.origins),
        Column("response", "word", "How it is answered, derived.", lambda each: each.standing.response),
        Column("nature", "words", "Wikidata's P5102: allegedly (Q32188232), disputed (Q18912752).", nature),
        Column("answers", "texts", "Who answers how, and when.", answers),
        Column("positions", "integer", "How many rows of positions.csv are on it.", lambda each: len(each.positions)),
        Column(
            "source_details",
            "texts",
            "Stances, pages, quotations.",
            lambda each: cells.details(each.sources),
        ),
        Column("note", "text", "A note.", lambda each: each.note),
    )
    referring = (
        ForeignKey("actor", "actors"),
        ForeignKey("recipient", "actors"),
        ForeignKey("via", "actors"),
        ForeignKey("conflict", "conflicts"),
    )
    made = site.knowledge.backings
    return table("backings", columns, made, site.languages, key=("record",), references=referring)


def nature(backing: Backing) -> tuple[str, ...]:
    """The nature of the statement in Wikidata's words (P5102): allegedly below an assessment, disputed where denied."""
    standing = backing.standing
    firm = (Basis.ACKNOWLEDGED, Basis.DECLARED, Basis.FOUND, Basis.ASSESSED)
    alleged = ("allegedly",) if standing.basis not in firm else ()
    denied = standing.response in (Response.DENIED, Response.FRAMING_REJECTED) or bool(standing.others)
    return (*alleged, *(("disputed",) if denied else ()))


def _supports(backing: Backing) -> tuple[str, ...]:
    return tuple(fallback_texts.of_supports(backing.support))


def letters(backing: Backing) -> str:
    """UCDP's letters of the kinds of support, in the order of its columns: `W,M`. Without any kind, it is U,
    unknown."""
    return _letters(tuple(each.kind for each in backing.support))


@lru_cache(maxsize=1 << 10)
def _letters(kinds: tuple[Support, ...]) -> str:
    given = {each.letter for each in kinds} or {"U"}
    return ",".join(letter for letter in LETTERS if letter in given)


def answers(backing: Backing) -> tuple[str, ...]:
    """Each answer in words: `denied by ahmed-mismari for lna, 2020-05-27`."""
    return tuple(
        f"{answer} by {' for '.join(each for each in speaker(position) if each)}"
        + (f", {position.date}" if position.date else "")
        for answer, position in backing.standing.answers
    )
