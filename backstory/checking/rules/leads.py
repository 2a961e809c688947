"""What a home page or an article opens with: no statement that the page would make its own, and nobody's."""

from __future__ import annotations

from collections.abc import Iterator

from backstory.checking.context import Context
from backstory.diagnostics import Diagnostic, report
from backstory.language.names import did_you_mean
from backstory.records.knowledge import Claim
from backstory.schema.position import UnnamedSpeaker
from backstory.schema.types import Ref
from backstory.values.keys import Kind
from backstory.values.vocabulary import SUPPORTING


def led_by_a_statement(context: Context) -> Iterator[Diagnostic]:
    """A `lead` on a claim with a `text`, or on one that only unnamed people make."""
    knowledge = context.knowledge
    leads = [each.fields.lead for each in knowledge.every(Kind.ARTICLE).values() if each.fields.lead]
    for lead in (*([knowledge.site.lead] if knowledge.site.lead else []), *leads):
        claim = knowledge.claims.get(lead.id)
        if claim is not None:
            yield from _unfit(lead, claim)


def led_by_nothing(context: Context) -> Iterator[Diagnostic]:
    """A `lead` of the site that is neither a claim nor an article."""
    lead, knowledge = context.knowledge.site.lead, context.knowledge
    if lead and not knowledge.has(Kind.CLAIM, lead.id) and not knowledge.has(Kind.ARTICLE, lead.id):
        near = did_you_mean(lead.id, (*knowledge.claims, *knowledge.articles))
        hint = "write the id of a claim that is a question, or of an article"
        label = f"did you mean `{near[0]}`?" if near else ""
        yield report("E201", f"no claim and no article has the id `{lead}`", lead.span, label=label, hint=hint)


def _unfit(lead: Ref, claim: Claim) -> Iterator[Diagnostic]:
    if claim.fields.text is not None:
        message = f"`{lead}` is a statement, and in a headline it would be the page's own"
        hint = f"lead with a claim that has a `question`; or make it one in {claim.path}: `question: …` for `text: …`"
        yield report("E223", message, lead.span, hint=hint)
        return
    said = [each for each in claim.fields.positions if each.stance in SUPPORTING]
    if said and all(isinstance(each.by, UnnamedSpeaker) for each in said):
        message = f"only people whom nobody names say `{lead}`"
        yield report(
            "E223", message, lead.span, hint="lead with a claim that somebody makes by name, or with an article"
        )
