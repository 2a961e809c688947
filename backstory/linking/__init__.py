"""Linking: references find their targets, names find their pages, and pages learn who mentions them.

relink        the links of a site; a text is linked anew only where an answer that it got has changed
link          one text of a site at a time, and what all of them share
name_changes  which texts a change of names may touch
word_stems    whether a text may hold a word in any form, at a glance
text_links    one text: references, then mentions, then the backlinks it makes
targets       which entities an author may mean by what stands between brackets
resolve, paths                          what references and Markdown links lead to
lexicon, matcher, mentions              names that may be linked, names in a text, names to be linked there
link_vetoes, context_words, inflection  when a name is another's, and the forms it may have
dates_and_sums, capital_runs            where a word is read otherwise: `4 May`, `US$3`, a headline in capitals
collisions    one name on two entities
backlinks     who mentions an entity, with the sentence
why           for one page: what was linked, and what was not and why
"""

from __future__ import annotations

from collections.abc import Collection

from backstory.diagnostics import Diagnostic
from backstory.linking.relink import relink
from backstory.records.knowledge import Knowledge
from backstory.records.links import Links


def link(knowledge: Knowledge, files: Collection[str]) -> tuple[Links, tuple[Diagnostic, ...]]:
    """The links of a site and its diagnostics. `files` are those copied as they are, by path."""
    site = relink(knowledge, files, {})
    return site.links, site.findings()


__all__ = ["link"]
