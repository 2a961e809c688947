"""What time does to a site: dates that have not come yet, pages due for another look, translations left behind."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from backstory.checking.claims import positions
from backstory.checking.ties import ties
from backstory.diagnostics import Diagnostic, Related, report
from backstory.model.dates import DateError, Edtf, certainly_after, certainly_before, on, parse
from backstory.model.entity import Entity
from backstory.model.knowledge import Knowledge
from backstory.model.schema.kinds import ArticleFields
from backstory.model.schema.types import When


def in_the_future(knowledge: Knowledge, today: date) -> Iterator[Diagnostic]:
    """Evidence, statements, sources and changes dated after today."""
    for when, what in _evidence(knowledge):
        if when and certainly_after(when.value, on(today)):
            yield report(
                "W413",
                f"{what} {when}, which has not come yet",
                when.span,
                hint="correct the date; what is only planned belongs in the text",
            )


def event_to_come(knowledge: Knowledge, today: date) -> Iterator[Diagnostic]:
    """An event dated after today."""
    for event in knowledge.events.values():
        when = event.fields.date
        if certainly_after(when.value, on(today)):
            yield report(
                "N414",
                f"this event is dated {when}, which has not come yet",
                when.span,
                hint="correct the date, or word the title so that it is read as a plan",
            )


def _evidence(knowledge: Knowledge) -> Iterator[tuple[When | None, str]]:
    for tie in ties(knowledge):
        yield tie.from_, "this tie begins"
        yield from ((each, "this was observed") for each in tie.observed)
    for position in positions(knowledge):
        yield position.date, "this was said"
        yield position.asked.date if position.asked else None, "this was asked"
    for claim in knowledge.claims.values():
        yield claim.fields.date, "this claim was made"
    for source in knowledge.sources.values():
        yield source.fields.date, "this source appeared"
        yield source.fields.retrieved, "this source was retrieved"
    for entity in _with_drafts(knowledge):
        yield from ((each.date, "this was corrected") for each in entity.fields.corrections)
        yield getattr(entity.fields, "as_of", None), "this speaks of"
        yield getattr(entity.fields, "updated", None), "this was updated"


def long_unseen(knowledge: Knowledge, today: date) -> Iterator[Diagnostic]:
    """A page that speaks of a day further back than the site's `review_after`."""
    limit = knowledge.site.review_after
    if limit is None:
        return
    for entity in _with_drafts(knowledge):
        when = _speaks_of(entity)
        last = when.value.latest if when else None
        if when and last and (today - last).days > limit:
            yield report(
                "N415",
                f"this speaks of {when}, {(today - last).days} days ago; `review_after` is {limit}",
                when.span,
                hint="look at it again, then bring `as_of` up to date",
            )


def _speaks_of(entity: Entity[Any]) -> When | None:
    fields = entity.fields
    if isinstance(fields, ArticleFields):
        return fields.as_of or fields.updated or fields.date
    own: When | None = getattr(fields, "as_of", None)
    return own


def review_due(knowledge: Knowledge, today: date) -> Iterator[Diagnostic]:
    """A page whose `review_by` has passed."""
    for entity in _with_drafts(knowledge):
        due: When | None = getattr(entity.fields, "review_by", None)
        if due and certainly_before(due.value, on(today)):
            yield report(
                "N416",
                f"this was to be looked at again by {due}",
                due.span,
                hint="look at it again, then set the next day or take `review_by` away",
            )


def translation_left_behind(knowledge: Knowledge) -> Iterator[Diagnostic]:
    """A translation of a version of the original that has changed since."""
    for entity in _with_drafts(knowledge):
        changed = _changed(entity)
        for version in entity.translations.values():
            rendered = _date(version.translates)
            if changed and rendered and certainly_before(rendered, changed.value):
                yield report(
                    "W424",
                    f"this renders the original of {version.translates}, which changed on {changed}",
                    version.head,
                    hint=f"bring it up to date, then set `translates: {changed}`",
                    related=(Related(changed.span, "the original changed here"),),
                )


def _changed(entity: Entity[Any]) -> When | None:
    """When the original last changed, as far as it says so; a correction is a change."""
    fields = entity.fields
    if isinstance(fields, ArticleFields):
        own: When | None = fields.updated or fields.date
    else:
        own = getattr(fields, "updated", None) or getattr(fields, "as_of", None)
    dates = [each.date for each in fields.corrections] + ([own] if own else [])
    return max(dates, key=lambda each: each.value.sort_key, default=None)


def _date(text: str) -> Edtf | None:
    try:
        return parse(text)
    except DateError:
        return None


def _with_drafts(knowledge: Knowledge) -> Iterator[Entity[Any]]:
    yield from knowledge.all()
    yield from knowledge.withheld.values()
