"""Names nobody uses: terms no text holds, actors nobody mentions, sources nothing cites.

Where some file could not be read, these rules keep quiet: what it mentions is not known. So they do of what a
misspelt reference most likely means: that is told where it stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from backstory.checking.context import Context
from backstory.checking.unlinked_mentions import UnlinkedMentions
from backstory.diagnostics import Diagnostic, report
from backstory.records.entity import Entity
from backstory.records.knowledge import Knowledge
from backstory.records.links import Linked, Links, ToEntity, ToSources
from backstory.records.positions import source
from backstory.records.prose import Prose
from backstory.schema.base import SourceUse
from backstory.schema.position import KnownSpeaker, NamedSpeaker
from backstory.schema.types import Ref
from backstory.values.keys import Key, Kind


def term_never_used(context: Context) -> Iterator[Diagnostic]:
    """A term that no text but its own mentions."""
    if _half_read(context.knowledge):
        return
    mentioned, heard = _mentioned(context.knowledge, context.links), UnlinkedMentions(context)
    unused = [each for each in context.knowledge.terms.values() if each.key not in mentioned]
    meant = heard.meant(Kind.TERM, frozenset()) if unused else frozenset()
    for term in unused:
        if term.id not in meant and not heard.named(term):
            yield report(
                "W422",
                f"no text uses the term `{term.id}`",
                term.head,
                hint="use it, give it the `aliases` under which the texts know it, or take it away",
            )


def actor_never_mentioned(context: Context) -> Iterator[Diagnostic]:
    """An actor that no text, tie, position, event or source names."""
    if _half_read(context.knowledge):
        return
    named = {key.id for key in _mentioned(context.knowledge, context.links) if key.kind is Kind.ACTOR}
    named.update(_in_records(context))
    heard = UnlinkedMentions(context)
    unused = [each for each in context.knowledge.actors.values() if each.id not in named]
    meant = heard.meant(Kind.ACTOR, named) if unused else frozenset()
    for actor in unused:
        if actor.id not in meant and not heard.named(actor):
            yield report(
                "W423",
                f"nothing on this site mentions `{actor.id}`",
                actor.head,
                hint="name it where it plays a part, give it the `aliases` under which the texts know it, "
                "or take it away",
            )


def source_never_used(context: Context) -> Iterator[Diagnostic]:
    """A source that nothing cites or relays."""
    if _half_read(context.knowledge):
        return
    used = {key.id for key in _mentioned(context.knowledge, context.links) if key.kind is Kind.SOURCE}
    used.update(ref.id for ref in _sources_in_records(context))
    unused = [each for each in context.knowledge.sources.values() if each.id not in used]
    meant = UnlinkedMentions(context).meant(Kind.SOURCE, used) if unused else frozenset()
    for entity in unused:
        if entity.id not in meant:
            yield report("N426", f"nothing cites `{entity.id}`", entity.head, hint="cite it, or take it away")


def _half_read(knowledge: Knowledge) -> bool:
    """Whether some file, or some record in a list, could not be read whole."""
    return bool(knowledge.broken) or knowledge.entire is not None


def _mentioned(knowledge: Knowledge, links: Links) -> set[Key]:
    """What the texts mention, link or cite, drafts' explicit references included; a text of its own does not count."""
    found = {key for key, backlinks in links.backlinks.items() if backlinks}
    for text, linked in links.texts.items():
        found.update(key for key in _of_text(linked) if key != text.key)
    for passed in links.passed:
        found.update(key for key in passed.candidates if key != passed.text.key)
    for draft in knowledge.withheld.values():
        for prose in draft.texts.values():
            found.update(_written(prose))
    return found


def _of_text(linked: Linked) -> Iterator[Key]:
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


def _in_records(context: Context) -> Iterator[str]:
    """The actors that records name."""
    knowledge = context.knowledge
    for tie in context.ties:
        yield from tie.actors
    for position in context.positions:
        by = position.by
        yield from (ref.id for ref in (position.for_,) if ref)
        if isinstance(by, KnownSpeaker):
            yield by.id.id
        elif isinstance(by, NamedSpeaker) and by.of:
            yield by.of.id
    for event in knowledge.events.values():
        yield from (ref.id for ref in event.fields.actors)
    for article in (*knowledge.articles.values(), *knowledge.withheld.values()):
        yield from (ref.id for ref in article.fields.actors)
        yield from _backed_in(article)
    for claim in knowledge.claims.values():
        yield from (ref.id for ref in (claim.fields.about.actors if claim.fields.about else ()))
    for publication in knowledge.sources.values():
        fields = publication.fields
        yield from (fields.publisher.own,) if fields.publisher else ()
        yield from (fields.affiliation.actor.id,) if fields.affiliation else ()


def _backed_in(article: Entity[Any]) -> Iterator[str]:
    for recipient, entries in article.fields.backers.items():
        yield recipient.id
        yield from (entry.id if isinstance(entry, Ref) else entry.actor.id for entry in entries)


def _sources_in_records(context: Context) -> Iterator[Ref]:
    """The sources that records rest on."""
    knowledge = context.knowledge
    for tie in context.ties:
        yield from _refs(tie.sources)
    for position in context.positions:
        yield from (ref for ref in (source(position),) if ref)
    for entity in (*knowledge.all(), *knowledge.withheld.values()):
        yield from _refs(entity.fields.sources)
    for actor in knowledge.actors.values():
        yield from (ref for ref in (actor.fields.type_per,) if ref)
    for publication in knowledge.sources.values():
        affiliation = publication.fields.affiliation
        told = (publication.fields.relays, affiliation.source if affiliation else None)
        yield from (ref for ref in told if ref)
    for article in knowledge.withheld.values():
        for entries in article.fields.backers.values():
            for entry in entries:
                yield from () if isinstance(entry, Ref) else _refs(entry.sources)


def _refs(uses: Iterable[SourceUse]) -> Iterator[Ref]:
    return (use.source for use in uses)
