"""Parts of linked data in schema.org's terms."""

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
    """A reference to the node with this IRI."""
    return {"@id": address}


def web(url: str) -> Node:
    """A reference to an address of the web; characters that no IRI may hold (RFC 3987) are percent-encoded."""
    return ref(_NO_IRI.sub(lambda found: f"%{ord(found[0]):02X}", url))


def named(site: Site, kind: Kind, name: str) -> Node:
    """A reference to an entity of the site."""
    return ref(iris.entity(site, Key(kind, name)))


def to(site: Site, given: Ref) -> Node:
    """A reference to the entity that an author's reference is to."""
    return named(site, given.kind or Kind.ACTOR, given.id)


def spoken(words: Words | None) -> Any:
    """A text; in several languages, a value with its language for each."""
    if words is None:
        return None
    if len(words.texts) == 1 and not words.texts[0][0]:
        return words.own
    versions = [{"@value": text, "@language": lang} for lang, text in words.texts]
    return versions[0] if len(versions) == 1 else versions


def dated(**dates: When | None) -> Node:
    """Dates as properties: each under its name where it is one plain day, month or year; the others, as they were
    written (EDTF), under `temporalCoverage`.

    Give all dates of a node in one call, since all share that one property.
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
    """The node without empty values; a list of one value becomes the value."""
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
