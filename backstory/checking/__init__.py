"""Consistency: one small function a rule, over the knowledge and its links."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from backstory.checking import (
    ages,
    backings,
    claims,
    gaps,
    prose,
    relations,
    relays,
    sides,
    sources,
    times,
    turns,
    unused,
    upkeep,
)
from backstory.checking.case import Case
from backstory.diagnostics import Diagnostic
from backstory.model.knowledge import Knowledge
from backstory.model.links import Links

Rule = Callable[[Case], Iterator[Diagnostic]]

ON_WHAT_IS_THERE: tuple[Rule, ...] = (
    times.observed_outside_its_time,
    backings.tied_to_itself,
    relations.outside_a_life,
    sides.backs_both_sides,
    backings.backs_and_works_against,
    relations.two_leaders,
    relations.recorded_twice,
    claims.speaks_without_mandate,
    claims.said_earlier,
    turns.answered_before_asked,
    turns.retracted_unsaid,
    ages.older_than_its_use,
    relays.older_than_its_origin,
    prose.date_differs,
    prose.number_differs,
    upkeep.in_the_future,
    upkeep.event_to_come,
    upkeep.long_unseen,
    upkeep.review_due,
    upkeep.translation_left_behind,
    gaps.long_definition,
)
"""Rules that hold for what can be read of a file, whatever is wrong with the rest of it."""

ON_WHAT_IS_NOT: tuple[Rule, ...] = (
    sources.without_archive,
    sources.resting_on_little,
    gaps.place_off_the_map,
    unused.term_never_used,
    unused.actor_never_mentioned,
    unused.source_never_used,
)
"""Rules that conclude from what is absent, and so from files that could be read whole alone."""


def check(knowledge: Knowledge, links: Links, *, today: date) -> tuple[Diagnostic, ...]:
    """What contradicts itself, rule by rule."""
    sound = Case.of(knowledge, links, today)
    entire = Case.of(knowledge.entire, links, today) if knowledge.entire else sound
    there = tuple(found for rule in ON_WHAT_IS_THERE for found in rule(entire))
    return there + tuple(found for rule in ON_WHAT_IS_NOT for found in rule(sound))
