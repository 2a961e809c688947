"""What readers miss: a place that has no place on the map, a definition too long to take in."""

from __future__ import annotations

from collections.abc import Iterator

from backstory.checking.context import Context
from backstory.diagnostics import Diagnostic, Related, Span, report
from backstory.records.links import Links, ToEntity
from backstory.schema.references import references
from backstory.values.keys import Kind

MOST_WORDS = 30


def place_off_the_map(context: Context) -> Iterator[Diagnostic]:
    """A place that an event, article, claim or conflict would show on a map, without coordinates."""
    knowledge = context.knowledge
    used: dict[str, Span] = {}
    for kind in (Kind.EVENT, Kind.ARTICLE, Kind.CLAIM, Kind.CONFLICT):
        for entity in knowledge.every(kind).values():
            for ref in references(entity.fields, Kind.PLACE):
                used.setdefault(ref.id, ref.span)
    for name, span in _linked(context.links):
        used.setdefault(name, span)
    for place in knowledge.places.values():
        if place.id in used and (place.fields.lat is None or place.fields.lon is None):
            message = f"`{place.id}` cannot be shown on the map: it has no `lat` and `lon`"
            hint = "add both, in degrees with a point, and `precision`: exact, near or region"
            yield report("W421", message, place.head, hint=hint, related=(Related(used[place.id], "used here"),))


def _linked(links: Links) -> Iterator[tuple[str, Span]]:
    """The places that texts link: an article's map shows them too."""
    for linked in links.texts.values():
        for reference, target in zip(linked.prose.references, linked.targets, strict=True):
            if isinstance(target, ToEntity) and target.key.kind is Kind.PLACE:
                yield target.key.id, reference.span


def long_definition(context: Context) -> Iterator[Diagnostic]:
    """A definition of more than 30 words: it opens in a card, where more is not read."""
    for term in context.knowledge.terms.values():
        definition = term.fields.definition
        for lang, text in definition.texts:
            words = len(text.split())
            if words > MOST_WORDS:
                message = f"this definition has {words} words" + (f" in `{lang}`" if len(definition.texts) > 1 else "")
                hint = f"say it in {MOST_WORDS} words; the rest can stand in the text below"
                yield report("W425", message, definition.span, hint=hint)
