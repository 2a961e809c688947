"""Nodes of linked data: their parts in schema.org's words, with nothing empty in them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from backstory.language import wording
from backstory.pages.core.site import Site
from backstory.pages.queries import iris
from backstory.schema.types import Ref, When
from backstory.values.keys import Key, Kind
from backstory.values.localized_text import Words
from backstory.values.vocabulary import ActorType

Node = dict[str, Any]
_NO_IRI = re.compile(r"[<>\"{}|\\^`]")
_PUBLIC = map(ActorType, ("state", "government", "legislature", "ministry", "armed-forces"))
TYPES = {
    **dict.fromkeys(_PUBLIC, "GovernmentOrganization"),
    ActorType.PERSON: "Person",
    ActorType.COMPANY: "Corporation",
    ActorType.PMC: "Corporation",
    ActorType.MEDIA: "NewsMediaOrganization",
    ActorType.NGO: "NGO",
    ActorType.PARTY: "PoliticalParty",
}


def ref(address: str) -> Node:
    """What has this name."""
    return {"@id": address}


def web(url: str) -> Node:
    """What stands at an address of the web: of signs that no IRI may hold (RFC 3987), their codes."""
    return ref(_NO_IRI.sub(lambda found: f"%{ord(found[0]):02X}", url))


def named(site: Site, kind: Kind, name: str) -> Node:
    """An entity of the site."""
    return ref(iris.entity(site, Key(kind, name)))


def to(site: Site, given: Ref) -> Node:
    """The entity that a reference is to."""
    return named(site, given.kind or Kind.ACTOR, given.id)


def spoken(words: Words | None) -> Any:
    """A text, or each version of it with its language."""
    if words is None:
        return None
    if len(words.texts) == 1 and not words.texts[0][0]:
        return words.own
    versions = [{"@value": text, "@language": lang} for lang, text in words.texts]
    return versions[0] if len(versions) == 1 else versions


def dated(**dates: When | None) -> Node:
    """Each date where it is one plain day, month or year; the others, as they were written, in the time covered (EDTF).

    All of a node's dates are given together: what is covered is one property for all of them.
    """
    found: Node = {}
    covered = []
    for name, when in dates.items():
        machine = wording.date_machine(when.value) if when else ""
        if machine:
            found[name] = machine
        elif when:
            covered.append(f"{name}: {when}")
    return found | ({"temporalCoverage": covered} if covered else {})


def clean(node: Mapping[str, Any]) -> Node:
    """The node without what is empty; of a list of one its member."""
    return {
        key: _lone(value) if isinstance(value, list) else value
        for key, value in node.items()
        if value or not _empty(value)
    }


def _lone(values: list[Any]) -> Any:
    kept = [each for each in values if each or not _empty(each)]
    return kept[0] if len(kept) == 1 else kept


def _empty(value: Any) -> bool:
    return value is None or (isinstance(value, str | list | dict) and not value)
