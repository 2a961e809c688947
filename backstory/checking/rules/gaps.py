"""What readers miss: a place off the map or far off, an empty embed, a definition too long to take in."""

from __future__ import annotations

from collections.abc import Iterator
from math import acos, cos, radians, sin

from backstory.checking.context import Context
from backstory.diagnostics import Diagnostic, Edit, Related, Span, report
from backstory.records.knowledge import Article
from backstory.records.links import Linked, Links, ToEmbed, ToEntity
from backstory.schema.references import references
from backstory.values.keys import Kind

MOST_WORDS = 30
_FAR = 1000.0
_EMBEDDED = {"timeline": "events", "backers": "backers", "map": "places"}


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


def swapped_coordinates(context: Context) -> Iterator[Diagnostic]:
    """A place far from the middle of all others, which is near it once latitude and longitude are swapped."""
    points = {
        place.id: (place.fields.lat, place.fields.lon)
        for place in context.knowledge.places.values()
        if place.fields.lat is not None and place.fields.lon is not None
    }
    for name, (lat, lon) in points.items():
        others = [point for other, point in points.items() if other != name]
        if len(others) < 2 or abs(lon) > 90:
            continue
        centre = (sum(each for each, _ in others) / len(others), sum(each for _, each in others) / len(others))
        far = _kilometres((lat, lon), centre)
        if far > _FAR and _kilometres((lon, lat), centre) < far / 2:
            message = f"`{name}` is far from the other places, and would be near them with `lat` and `lon` swapped"
            hint = f"where they are swapped, write `lat: {lon:g}` and `lon: {lat:g}`"
            yield report("W439", message, context.knowledge.places[name].head, hint=hint)


def _kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The distance of two points, latitude and longitude in degrees, on a sphere of the Earth's size."""
    (a, b), (c, d) = (map(radians, each) for each in (one, other))
    return 6371 * acos(max(-1.0, min(1.0, sin(a) * sin(c) + cos(a) * cos(c) * cos(b - d))))


def embed_of_nothing(context: Context) -> Iterator[Diagnostic]:
    """`![[timeline]]` and its like in an article that has nothing to show there."""
    for key, linked in context.links.texts.items():
        article = context.knowledge.every(Kind.ARTICLE).get(key.key.id) if key.field == "body" else None
        if key.key.kind is not Kind.ARTICLE or article is None or article.key in context.knowledge.broken:
            continue
        for reference, target in zip(linked.prose.references, linked.targets, strict=True):
            if isinstance(target, ToEmbed) and not _shown(context, article, linked, target.name):
                wanted = _EMBEDDED[target.name]
                message = f"`![[{target.name}]]` shows nothing here: this article has no `{wanted}`"
                hint = f"list them in the front matter under `{wanted}`, or delete `![[{target.name}]]`"
                yield report("W440", message, reference.span, hint=hint, edits=(Edit(reference.span),))


def _shown(context: Context, article: Article, linked: Linked, name: str) -> bool:
    fields = article.fields
    named = {target.key.kind for target in linked.targets if isinstance(target, ToEntity)}
    if name == "backers":
        return bool(fields.backers)
    if name == "timeline":
        return bool(fields.events) or Kind.EVENT in named
    conflict = context.knowledge.conflicts.get(fields.conflict.id) if fields.conflict else None
    of_conflict = conflict is not None and bool(conflict.fields.places)
    return bool(fields.places or fields.events) or of_conflict or not named.isdisjoint((Kind.PLACE, Kind.EVENT))


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
