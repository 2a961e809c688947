"""What readers miss: a place that has no place on the map, a definition too long to take in."""

from __future__ import annotations

from collections.abc import Iterator

from backstory.checking.context import Context
from backstory.diagnostics import Diagnostic, Related, Span, report
from backstory.records.knowledge import Knowledge
from backstory.records.links import Links, ToEntity
from backstory.schema.types import Ref
from backstory.values.keys import Kind

MOST_WORDS = 30


def place_off_the_map(context: Context) -> Iterator[Diagnostic]:
    """A place that an event, article, claim or conflict would show on a map, without coordinates."""
    used: dict[str, Span] = {}
    for name, span in (*_places(context.knowledge), *_linked(context.links)):
        used.setdefault(name, span)
    for place in context.knowledge.places.values():
        if place.id in used and (place.fields.lat is None or place.fields.lon is None):
            yield report(
                "W421",
                f"`{place.id}` cannot be shown on the map: it has no `lat` and `lon`",
                place.head,
                hint="add both, in degrees with a point, and `precision`: exact, near or region",
                related=(Related(used[place.id], "used here"),),
            )


def _linked(links: Links) -> Iterator[tuple[str, Span]]:
    """The places that texts link: an article's map shows them too."""
    for linked in links.texts.values():
        for reference, target in zip(linked.prose.references, linked.targets, strict=True):
            if isinstance(target, ToEntity) and target.key.kind is Kind.PLACE:
                yield target.key.id, reference.span


def _places(knowledge: Knowledge) -> Iterator[tuple[str, Span]]:
    yield from ((ref.id, ref.span) for ref in _named(knowledge))


def _named(knowledge: Knowledge) -> Iterator[Ref]:
    for event in knowledge.events.values():
        yield from (event.fields.place,) if event.fields.place else ()
    for article in (*knowledge.articles.values(), *knowledge.withheld.values()):
        yield from article.fields.places
    for claim in knowledge.claims.values():
        yield from claim.fields.about.places if claim.fields.about else ()
    for conflict in knowledge.conflicts.values():
        yield from conflict.fields.places


def long_definition(context: Context) -> Iterator[Diagnostic]:
    """A definition of more than 30 words: it opens in a card, where more is not read."""
    for term in context.knowledge.terms.values():
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
