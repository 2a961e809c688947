"""Consistency: one small function a rule, over the knowledge and its links."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from backstory.checking import backings, claims, gaps, prose, relations, sides, sources, times, unused, upkeep
from backstory.diagnostics import Diagnostic
from backstory.model.knowledge import Knowledge
from backstory.model.links import Links

Rule = Callable[[Knowledge, Links, date], Iterator[Diagnostic]]
OfKnowledge = Callable[[Knowledge], Iterator[Diagnostic]]
OfLinks = Callable[[Knowledge, Links], Iterator[Diagnostic]]
OfToday = Callable[[Knowledge, date], Iterator[Diagnostic]]


def _of_knowledge(rule: OfKnowledge) -> Rule:
    return lambda knowledge, _links, _today: rule(knowledge)


def _of_links(rule: OfLinks) -> Rule:
    return lambda knowledge, links, _today: rule(knowledge, links)


def _of_today(rule: OfToday) -> Rule:
    return lambda knowledge, _links, today: rule(knowledge, today)


ON_WHAT_IS_THERE: tuple[Rule, ...] = (
    _of_knowledge(times.observed_outside_its_time),
    _of_knowledge(backings.tied_to_itself),
    _of_knowledge(relations.outside_a_life),
    _of_knowledge(sides.backs_both_sides),
    _of_knowledge(backings.backs_and_works_against),
    _of_knowledge(relations.two_leaders),
    _of_knowledge(claims.speaks_without_mandate),
    _of_knowledge(claims.said_earlier),
    _of_today(sources.older_than_its_use),
    _of_knowledge(prose.date_differs),
    _of_knowledge(prose.number_differs),
    _of_today(upkeep.in_the_future),
    _of_today(upkeep.event_to_come),
    _of_today(upkeep.long_unseen),
    _of_today(upkeep.review_due),
    _of_knowledge(upkeep.translation_left_behind),
    _of_knowledge(gaps.long_definition),
)
"""Rules that hold for what can be read of a file, whatever is wrong with the rest of it."""

ON_WHAT_IS_NOT: tuple[Rule, ...] = (
    _of_knowledge(sources.without_archive),
    _of_knowledge(sources.resting_on_little),
    _of_knowledge(gaps.place_off_the_map),
    _of_links(unused.term_never_used),
    _of_links(unused.actor_never_mentioned),
    _of_links(unused.source_never_used),
)
"""Rules that conclude from what is absent, and so from files that could be read whole alone."""


def check(knowledge: Knowledge, links: Links, *, today: date) -> tuple[Diagnostic, ...]:
    """What contradicts itself, rule by rule."""
    there = tuple(found for rule in ON_WHAT_IS_THERE for found in rule(knowledge.entire or knowledge, links, today))
    return there + tuple(found for rule in ON_WHAT_IS_NOT for found in rule(knowledge, links, today))
