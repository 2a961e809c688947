"""What readers miss: a place that has no place on the map, a definition too long to take in."""

from __future__ import annotations

from collections.abc import Iterator

from backstory.checking.case import Case
from backstory.diagnostics import Diagnostic, Related, report
from backstory.model.knowledge import Knowledge
from backstory.model.schema.types import Ref

MOST_WORDS = 30


def place_off_the_map(case: Case) -> Iterator[Diagnostic]:
    """A place that an event, article, claim or conflict would show on a map, without coordinates."""
    used: dict[str, Ref] = {}
    for ref in _places(case.knowledge):
        used.setdefault(ref.id, ref)
    for place in case.knowledge.places.values():
        if place.id in used and (place.fields.lat is None or place.fields.lon is None):
            yield report(
                "W421",
                f"`{place.id}` cannot be shown on the map: it has no `lat` and `lon`",
                place.head,
                hint="add both, in degrees with a point, and `precision`: exact, near or region",
                related=(Related(used[place.id].span, "used here"),),
            )


def _places(knowledge: Knowledge) -> Iterator[Ref]:
    for event in knowledge.events.values():
        yield from (event.fields.place,) if event.fields.place else ()
    for article in (*knowledge.articles.values(), *knowledge.withheld.values()):
        yield from article.fields.places
    for claim in knowledge.claims.values():
        yield from claim.fields.about.places if claim.fields.about else ()
    for conflict in knowledge.conflicts.values():
        yield from conflict.fields.places


def long_definition(case: Case) -> Iterator[Diagnostic]:
    """A definition of more than 30 words: it opens in a card, where more is not read."""
    for term in case.knowledge.terms.values():
        definition = term.fields.definition
        for lang, text in definition.texts:
            words = len(text.split())
            if words > MOST_WORDS:
                yield report(
                    "W425",
                    f"this definition has {words} words" + (f" in `{lang}`" if len(definition.texts) > 1 else ""),
                    definition.span,
                    hint=f"say it in {MOST_WORDS} words; the rest can stand in the text below",
                )
