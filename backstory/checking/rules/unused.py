"""What nobody uses: terms no text holds, actors nobody mentions, sources nothing cites.

Where some file could not be read, nothing is told: what it mentions is not known. Nor is what a misspelt reference
most likely means: that is told where it stands.
"""

from __future__ import annotations

from collections.abc import Iterator

from backstory.checking.context import Context
from backstory.checking.unlinked_mentions import UnlinkedMentions
from backstory.diagnostics import Diagnostic, report
from backstory.records.knowledge import Knowledge
from backstory.records.links import Linked, Links, ToEntity, ToSources
from backstory.records.prose import Prose
from backstory.schema.references import references
from backstory.values.keys import Key, Kind

_TOLD = {
    Kind.TERM: (
        "W422",
        "no text uses the term `{}`",
        "use it, give it the `aliases` under which the texts know it, or take it away",
    ),
    Kind.ACTOR: (
        "W423",
        "nothing on this site mentions `{}`",
        "name it where it plays a part, give it the `aliases` under which the texts know it, or take it away",
    ),
    Kind.SOURCE: ("N426", "nothing cites `{}`", "cite it, or take it away"),
}
"""Code, message and hint, by what may be unused."""


def never_used(context: Context) -> Iterator[Diagnostic]:
    """A term that no text but its own mentions, an actor that no text or record names, a source that none cites."""
    knowledge = context.knowledge
    if knowledge.broken or knowledge.entire is not None:
        return
    used = {*_in_texts(knowledge, context.links), *_in_records(context)}
    unlinked = UnlinkedMentions(context)
    for kind, (code, message, hint) in _TOLD.items():
        unused = [each for each in knowledge.of(kind).values() if each.key not in used]
        meant = unlinked.meant(kind, {key.id for key in used if key.kind is kind}) if unused else frozenset()
        for entity in unused:
            if entity.id not in meant and not (kind is not Kind.SOURCE and unlinked.named(entity)):
                yield report(code, message.format(entity.id), entity.head, hint=hint)


def _in_texts(knowledge: Knowledge, links: Links) -> Iterator[Key]:
    """What the texts mention, link or cite, drafts' explicit references included; a text of its own does not count."""
    yield from (key for key, backlinks in links.backlinks.items() if backlinks)
    for text, linked in links.texts.items():
        yield from (key for key in _linked(linked) if key != text.key)
    for text, some in links.passed.items():
        yield from (key for passed in some for key in passed.candidates if key != text.key)
    for draft in knowledge.withheld.values():
        for prose in draft.texts.values():
            yield from _written(prose)


def _linked(linked: Linked) -> Iterator[Key]:
    for target in linked.targets:
        if isinstance(target, ToEntity):
            yield target.key
        elif isinstance(target, ToSources):
            yield from (key for key, _ in target.cited)
    yield from (mention.key for mention in linked.mentions)


def _written(prose: Prose) -> Iterator[Key]:
    """What a draft's references may mean: drafts are not linked."""
    for reference in prose.references:
        yield from (Key(Kind.SOURCE, each.source) for each in reference.cited)
        name = reference.target.rpartition(":")[2]
        yield from (Key(kind, name) for kind in Kind)


def _in_records(context: Context) -> Iterator[Key]:
    """What records name, and the actors whose files state ties: these stand on the other's page."""
    knowledge = context.knowledge
    records = (*(each.fields for each in knowledge.with_withheld()), *(each.record for each in knowledge.stated))
    yield from (Key(ref.kind, ref.id) for ref in references(records) if ref.kind)
    yield from (Key(Kind.ACTOR, stated.recipient) for stated in knowledge.stated)
    yield from (Key(Kind.ACTOR, end) for tie in context.ties for end in tie.actors)
    for source in knowledge.sources.values():
        # A publisher is a text, which may be an actor's id.
        yield from (Key(Kind.ACTOR, source.fields.publisher.own),) if source.fields.publisher else ()
