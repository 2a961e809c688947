"""Consistency: one small function a rule, over the knowledge and its links."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from backstory.checking.context import Context
from backstory.checking.in_prose import date_differs, number_differs
from backstory.checking.rules import (
    answers_and_retractions,
    both_sides,
    claim_speakers,
    gaps,
    impossible_backings,
    observed_dates,
    relation_periods,
    relays,
    source_dates,
    thin_sourcing,
    unused,
    upkeep,
)
from backstory.diagnostics import Diagnostic
from backstory.records.knowledge import Knowledge
from backstory.records.links import Links

Rule = Callable[[Context], Iterator[Diagnostic]]

ON_WHAT_IS_THERE: tuple[Rule, ...] = (
    observed_dates.observed_outside_its_time,
    impossible_backings.tied_to_itself,
    relation_periods.outside_a_life,
    both_sides.backs_both_sides,
    impossible_backings.backs_and_works_against,
    relation_periods.two_leaders,
    relation_periods.recorded_twice,
    claim_speakers.speaks_without_mandate,
    claim_speakers.said_earlier,
    answers_and_retractions.answered_before_asked,
    answers_and_retractions.retracted_unsaid,
    source_dates.older_than_its_use,
    relays.older_than_its_origin,
    date_differs,
    number_differs,
    upkeep.in_the_future,
    upkeep.event_to_come,
    upkeep.long_unseen,
    upkeep.review_due,
    upkeep.translation_left_behind,
    gaps.long_definition,
)
"""Rules that hold for what can be read of a file, whatever is wrong with the rest of it."""

ON_WHAT_IS_NOT: tuple[Rule, ...] = (
    thin_sourcing.without_archive,
    thin_sourcing.resting_on_little,
    gaps.place_off_the_map,
    unused.term_never_used,
    unused.actor_never_mentioned,
    unused.source_never_used,
)
"""Rules that conclude from what is absent, and so from files that could be read whole alone."""


def check(knowledge: Knowledge, links: Links, *, today: date) -> tuple[Diagnostic, ...]:
    """What contradicts itself, rule by rule."""
    sound = Context.of(knowledge, links, today)
    entire = Context.of(knowledge.entire, links, today) if knowledge.entire else sound
    there = tuple(found for rule in ON_WHAT_IS_THERE for found in rule(entire))
    return there + tuple(found for rule in ON_WHAT_IS_NOT for found in rule(sound))
