"""What time does to a site: dates that have not come yet, pages due for another look, translations left behind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from backstory.checking.context import Context
from backstory.diagnostics import Diagnostic, Related, report
from backstory.language.dates import DateError, Edtf, certainly_after, certainly_before, on, parse
from backstory.records.entity import Entity
from backstory.records.knowledge import related
from backstory.schema.kind_fields import ArticleFields
from backstory.schema.types import When


def in_the_future(context: Context) -> Iterator[Diagnostic]:
    """Evidence, statements, sources and changes dated after today."""
    today = on(context.today)
    told = {each.fields.date.span for each in context.knowledge.withheld.values()}
    for when, what in _evidence(context):
        if when and when.span not in told and certainly_after(when.value, today):
            told.add(when.span)
            message = f"{what} {when}, which has not come yet"
            hint = "correct the date; what is only planned belongs in the text"
            yield report("W413", message, when.span, hint=hint)


def updated_before_it_was_out(context: Context) -> Iterator[Diagnostic]:
    """An article that was updated before its date."""
    for article in (*context.knowledge.articles.values(), *context.knowledge.withheld.values()):
        date, updated = article.fields.date, article.fields.updated
        if updated and certainly_before(updated.value, date.value):
            message = f"this article was updated {updated}, before it was published, {date}"
            hint = "correct the date that is wrong: `date` is the day it was first published; or delete `updated`"
            yield report("W437", message, updated.span, hint=hint, related=(Related(date.span, "published"),))


def correction_of_nothing(context: Context) -> Iterator[Diagnostic]:
    """A correction after which the words are what they were."""
    for entity in context.knowledge.with_withheld():
        for each in entity.fields.corrections:
            if each.was is not None and each.was == each.now:
                message = "this correction changes nothing: `was` and `now` are the same"
                hint = "write in `was` what stood there before, and in `now` what stands there since"
                yield report("W438", message, each.now.span, hint=hint, related=(Related(each.was.span, "before"),))


def event_to_come(context: Context) -> Iterator[Diagnostic]:
    """An event dated after today."""
    today = on(context.today)
    for event in context.knowledge.events.values():
        when = event.fields.date
        if certainly_after(when.value, today):
            message = f"this event is dated {when}, which has not come yet"
            hint = "correct the date; where it is planned, let the title say so: the note then stands"
            yield report("N414", message, when.span, hint=hint)


def _evidence(context: Context) -> Iterator[tuple[When | None, str]]:
    knowledge = context.knowledge
    for tie in context.ties:
        yield tie.from_, "this tie begins"
        yield from ((each, "this was observed") for each in tie.observed)
    for position in context.positions:
        yield position.date, "this was said"
        yield position.asked.date if position.asked else None, "this was asked"
    for claim in knowledge.claims.values():
        yield claim.fields.date, "this claim was made"
    for source in knowledge.sources.values():
        yield source.fields.date, "this source appeared"
        yield source.fields.retrieved, "this source was retrieved"
        yield source.fields.affiliation.date if source.fields.affiliation else None, "this affiliation is dated"
    for actor in knowledge.actors.values():
        yield actor.fields.founded, "this actor was founded"
    for conflict in knowledge.conflicts.values():
        yield conflict.fields.from_, "this conflict begins"
    for entity in knowledge.with_withheld():
        yield from ((each.date, "this was corrected") for each in entity.fields.corrections)
        yield _if_any(entity, "as_of"), "this speaks of"
        yield _if_any(entity, "updated"), "this was updated"
    for backing in knowledge.recorded:
        yield backing.as_of, "this speaks of"
    for _, _, relation in related(knowledge):
        yield relation.as_of, "this speaks of"


def long_unseen(context: Context) -> Iterator[Diagnostic]:
    """A page that speaks of a day further back than the site's `review_after`."""
    limit = context.knowledge.site.review_after
    if limit is None:
        return
    for entity in context.knowledge.with_withheld():
        when = _speaks_of(entity)
        last = when.value.latest if when else None
        if when and last and (context.today - last).days > limit:
            message = f"this speaks of {when}, {(context.today - last).days} days ago; `review_after` is {limit}"
            hint = "look at it again, then bring `as_of` up to date"
            yield report("N415", message, when.span, hint=hint)


def _speaks_of(entity: Entity[Any]) -> When | None:
    fields = entity.fields
    if isinstance(fields, ArticleFields):
        return fields.as_of or fields.updated or fields.date
    return _if_any(entity, "as_of")


def _if_any(entity: Entity[Any], name: str) -> When | None:
    """The date under a key that only some kinds have; pydantic is slow to say that there is no such key."""
    found: When | None = vars(entity.fields).get(name)
    return found


def review_due(context: Context) -> Iterator[Diagnostic]:
    """A page whose `review_by` has passed."""
    today = on(context.today)
    for entity in context.knowledge.with_withheld():
        due = _if_any(entity, "review_by")
        if due and certainly_before(due.value, today):
            message = f"this was to be looked at again by {due}"
            hint = "look at it again, then set the next day or take `review_by` away"
            yield report("N416", message, due.span, hint=hint)


def translation_left_behind(context: Context) -> Iterator[Diagnostic]:
    """A translation of a version of the original that has changed since."""
    for entity in context.knowledge.with_withheld():
        changed = _changed(entity) if entity.translations else None
        for version in entity.translations.values():
            rendered = _date(version.translates)
            if changed and rendered and certainly_before(rendered, changed.value):
                message = f"this renders the original of {version.translates}, which changed on {changed}"
                hint = f"bring it up to date, then set `translates: {changed}`"
                related = (Related(changed.span, "the original changed here"),)
                yield report("W424", message, version.dated or version.head, hint=hint, related=related)


def _changed(entity: Entity[Any]) -> When | None:
    """When the original last changed, as far as it says so; a correction is a change."""
    fields = entity.fields
    if isinstance(fields, ArticleFields):
        own: When | None = fields.updated or fields.date
    else:
        own = _if_any(entity, "updated") or _if_any(entity, "as_of")
    dates = [each.date for each in fields.corrections] + ([own] if own else [])
    return max(dates, key=lambda each: each.value.sort_key, default=None)


def _date(text: str) -> Edtf | None:
    try:
        return parse(text)
    except DateError:
        return None
