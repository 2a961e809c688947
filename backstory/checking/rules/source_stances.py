"""What sources and speakers are said to do: who may find something, in whose words, and in what kind of source."""

from __future__ import annotations

from collections.abc import Iterator

from backstory.checking.context import Context
from backstory.diagnostics import Diagnostic, Related, Span, report
from backstory.records.positions import source
from backstory.records.standing import Mention
from backstory.schema.base import SourceUse
from backstory.schema.position import Position
from backstory.values.vocabulary import FINDING_BODIES, IN_THEIR_WORDS, OF_BODIES, SAYS_WHAT, SourceKind, Stance

_ACCUSING = (SourceKind.COURT_FILING, SourceKind.GAZETTE)


def without_stance(context: Context) -> Iterator[Diagnostic]:
    """A court, filing to a court, official report or gazette that is mentioned without what it does."""
    for record in context.attributed:
        for use in dict.fromkeys(record.uses):
            found = context.knowledge.sources.get(use.source.id)
            if use.stance is None and found and found.fields.kind in SAYS_WHAT:
                message = (
                    f"`{use.source}` is `{found.fields.kind}`, and nothing says what it does about this {record.noun}"
                )
                related = (Related(found.head, "the source"),)
                hint = _lines(context, use, found.fields.kind)
                yield report("E218", message, use.source.span, hint=hint, related=related)


def _lines(context: Context, use: SourceUse, kind: SourceKind | None) -> str:
    """The lines to write in the place of the id."""
    body = context.voices.type_of(context.voices.spoken(use)) in FINDING_BODIES
    stance = "alleges" if kind in _ACCUSING else "finds" if body else "reports"
    words = "\n  pages: the page\n  quote: its own words" if stance == "finds" else ""
    return (
        f"write what it does, or `stance: mentions` where it is background\n"
        f"- source: {use.source}\n  stance: {stance}{words}"
    )


def found_by_nobody_who_finds(context: Context) -> Iterator[Diagnostic]:
    """A finding of one who is no court, inquiry or regulator, or in what was only filed with a court."""
    for position, span in _said(context):
        if position.stance not in OF_BODIES:
            continue
        ref = source(position)
        found = context.knowledge.sources.get(ref.id) if ref else None
        if found and found.fields.kind is SourceKind.COURT_FILING:
            message = f"`{found.id}` is a filing to a court, and a filing finds nothing"
            yield report(
                "E219", message, span, hint="write `stance: alleges`", related=(Related(found.head, "the source"),)
            )
        elif context.voices.type_of(position) not in FINDING_BODIES:
            message = f"`{position.stance}` is what a court, an inquiry or a regulator does"
            yield report("E219", message, span, hint=_instead(context, position))


def _instead(context: Context, position: Position) -> str:
    by = getattr(position.by, "id", None)
    actor = context.knowledge.actors.get(by.id) if by else None
    hint = "write `stance: reports`, or `assesses` with a `quote`"
    if actor is not None:
        return f"{hint}; if `{actor.id}` is one, write `type: inquiry` (or `court`, `regulator`) in {actor.path}"
    return f"{hint}; if the speaker is one, give it an actor of type `inquiry`, and its id as `by` or `publisher`"


def without_their_words(context: Context) -> Iterator[Diagnostic]:
    """A finding, an assessment or a response without the speaker's own words; a finding without its page."""
    for position, span in _said(context):
        missing = [] if position.quote or position.stance not in IN_THEIR_WORDS else ["quote"]
        missing += ["pages"] if position.stance is Stance.FINDS and not position.pages else []
        if missing:
            named = " and no ".join(f"`{each}`" for each in missing)
            message = f"`{position.stance}` has no {named} here"
            lines = {"quote": "quote: the words themselves", "pages": "pages: where they stand"}
            finding = "; a warrant or an order finds nothing: then `alleges` or `finds-credible`"
            hint = "add below `stance`, in the source's own words"
            hint += (finding if position.stance is Stance.FINDS else "") + "\n"
            hint += "\n".join(lines[each] for each in missing)
            yield report("E138", message, span, hint=hint)


def found_in_what_was_replaced(context: Context) -> Iterator[Diagnostic]:
    """A finding of a source that another one replaced."""
    for position, span in _said(context):
        ref = source(position)
        found = context.knowledge.sources.get(ref.id) if ref else None
        after = found.fields.superseded_by if found else None
        if found and after and position.stance is Stance.FINDS:
            message = f"`{found.id}` was replaced by `{after}`, and its finding holds no more"
            related = (Related(after.span, "what replaced it"),)
            hint = f"cite `{after}` with what it says, and write `stance: mentions` here"
            yield report("E225", message, span, hint=hint, related=related)


def _said(context: Context) -> Iterator[tuple[Position, Span]]:
    """Every position and every mention with a stance, with the place where it stands."""
    for record in context.attributed:
        for each in record.positions:
            yield each, each.span
        for use in dict.fromkeys(record.uses):
            spoken = context.voices.spoken(use)
            if isinstance(spoken, Mention) and not spoken.bare:
                yield spoken, use.span
