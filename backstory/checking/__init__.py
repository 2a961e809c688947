"""What contradicts itself on a site, and what is missing on it: one small function a rule, over all that is known.

rules/   a file a theme:
    unknown_ids              ids in front matter that nobody has
    backing_records          records of backing as they are written: under whom they stand, through whom it goes
    backers_on_record        backers that an article names by id and no record knows
    impossible_backings      an actor behind itself, or behind one whom it sanctions or opposes
    both_sides               a backer of two opponents at one time
    parties                  sides of a conflict, and parties of two of them
    tie_periods              evidence from outside a tie, ties from outside an actor's life, two leaders, one tie twice
    claim_speakers           who speaks for whom, and what was said before the claim was made
    answers_and_retractions  answers from before the question, retractions of what nobody said
    source_dates, relays     sources older than what they show, or than what they pass on
    source_stances           what a source does, who may find something, and in whose words
    words_of_guilt           a person or a company called a criminal in the site's own voice
    who_says_so              claims, ties, events and positions that nobody named says, or that cannot be read anywhere
    answers_sought           whether those concerned were asked; what counts for less than it says
    leads                    what the home page or an article opens with
    thin_sourcing            no source, one alone, one side's alone, none archived
    gaps                     places that are not on the map, definitions that are too long
    unused                   terms, actors and sources that nothing names
    upkeep                   dates to come, pages and translations to look at again
in_prose/                    dates and numbers in sentences and tables against those on record; vague words
context                      what every rule is given
attributed_records           ties, relations and claims, with who says so
ties, tie_spans              every dated tie in one form, and when it held
unlinked_mentions            what texts name without a link

Not here are the errors of what decides what there is to check at all:

schema       every value that cannot be read (E026, E12x, E13x, E205, E502), or in two ways (N101, W102); and a period
             that ends before it begins (E400), which asks nothing but two dates of what an author wrote, and so is told
             of records that cannot be read too
assembling   an id or a translation that is there twice (E202), and a translation that cannot be laid over its original
             (E203, E204, E215, E216): of two things that exclude each other it takes one
linking      what a text refers to (E3xx)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from backstory.checking.context import Context, context
from backstory.checking.in_prose import date_differs, number_differs, said_by_whom
from backstory.checking.rules import (
    answers_and_retractions,
    answers_sought,
    backers_on_record,
    backing_records,
    both_sides,
    claim_speakers,
    gaps,
    impossible_backings,
    leads,
    parties,
    relays,
    source_dates,
    source_stances,
    thin_sourcing,
    tie_periods,
    unknown_ids,
    unused,
    upkeep,
    who_says_so,
    words_of_guilt,
)
from backstory.diagnostics import Diagnostic
from backstory.records.knowledge import Knowledge
from backstory.records.links import Links

Rule = Callable[[Context], Iterator[Diagnostic]]

RULES: tuple[Rule, ...] = (
    unknown_ids.nobodys_id,
    unknown_ids.publisher_like_an_id,
    backing_records.under_another_recipient,
    backing_records.through_an_end,
    backing_records.records_that_differ,
    backers_on_record.without_record,
    thin_sourcing.without_source,
    source_stances.found_by_nobody_who_finds,
    source_stances.found_in_what_was_replaced,
    answers_sought.counts_for_less,
    leads.led_by_a_statement,
    leads.led_by_nothing,
    parties.side_twice,
    parties.party_of_two_sides,
    relays.relaying_in_a_circle,
    tie_periods.observed_outside_its_time,
    impossible_backings.tied_to_itself,
    tie_periods.outside_a_life,
    both_sides.backs_both_sides,
    impossible_backings.backs_and_works_against,
    tie_periods.two_leaders,
    tie_periods.recorded_twice,
    claim_speakers.speaks_without_mandate,
    claim_speakers.said_earlier,
    answers_and_retractions.answered_before_asked,
    answers_and_retractions.retracted_unsaid,
    source_dates.older_than_its_use,
    relays.older_than_its_origin,
    date_differs,
    number_differs,
    said_by_whom,
    words_of_guilt.in_own_voice,
    upkeep.in_the_future,
    upkeep.updated_before_it_was_out,
    upkeep.correction_of_nothing,
    upkeep.event_to_come,
    upkeep.long_unseen,
    upkeep.review_due,
    upkeep.translation_left_behind,
    gaps.long_definition,
)
"""Rules that hold for what can be read of a file, whatever is wrong with the rest of it."""

RULES_ON_ABSENCE: tuple[Rule, ...] = (
    thin_sourcing.without_archive,
    thin_sourcing.resting_on_little,
    source_stances.without_stance,
    source_stances.without_their_words,
    who_says_so.said_by_nobody,
    who_says_so.without_a_place_to_read_it,
    who_says_so.event_without_source,
    who_says_so.on_unnamed_speakers_alone,
    who_says_so.party_or_relation_without_source,
    who_says_so.undated,
    answers_sought.silence_without_question,
    answers_sought.nobody_asked,
    gaps.place_off_the_map,
    gaps.swapped_coordinates,
    gaps.embed_of_nothing,
    unused.never_used,
)
"""Rules that conclude from what is absent, and so from files that could be read whole alone."""


def _go_on() -> None:
    """Nothing ends the check early."""


def check(
    knowledge: Knowledge, links: Links, *, today: date, going_on: Callable[[], None] = _go_on
) -> tuple[Diagnostic, ...]:
    """What contradicts itself, rule by rule. `going_on` is called before each rule; to end the check it raises."""
    sound = context(knowledge, links, today)
    entire = context(knowledge.entire, links, today) if knowledge.entire else sound
    found: list[Diagnostic] = []
    for rules, there in ((RULES, entire), (RULES_ON_ABSENCE, sound)):
        for rule in rules:
            going_on()
            found += rule(there)
    return tuple(found)
