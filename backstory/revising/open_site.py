"""The site that is to be changed, as its files say it."""

from __future__ import annotations

import re
from dataclasses import replace

from backstory import pipeline
from backstory.authoring.fault import AuthoringFault
from backstory.diagnostics import Span
from backstory.engine.lock import Held
from backstory.language.names import did_you_mean
from backstory.pipeline import session
from backstory.pipeline.request import Request
from backstory.pipeline.version import Version
from backstory.records.entity import Entity
from backstory.values.keys import ID, KIND_OF_PREFIX, Key, Kind


def open_site(request: Request) -> Version:
    """The site, known and linked. Raises AuthoringFault where a file cannot be read whole: it may name anything."""

    def opened(asked: Request) -> Version:
        with pipeline.memory_of(asked) as memory:
            return session.opened(asked, memory)

    try:
        version = pipeline.steadily(request, opened)
    except Held:
        # A build at work holds the cache; what it remembers is not needed.
        version = pipeline.steadily(replace(request, cache=None), opened)
    unread = sorted(map(str, version.known.knowledge.broken)) or sorted(version.known.knowledge.illegible)
    if unread:
        raise AuthoringFault(f"{unread[0]} cannot be read whole, and may name what is to change: run `check` first")
    return version


def asked_key(text: str, like: Key | None = None) -> Key:
    """The key that `KIND:ID` names, or an id alone of the kind of `like`. Raises AuthoringFault for what is none."""
    prefix, colon, name = text.partition(":")
    if not colon and like is not None:
        prefix, name = like.kind.prefix, text
    kinds = {**{kind.value: kind for kind in Kind}, **KIND_OF_PREFIX}
    if prefix not in kinds or not name:
        listed = ", ".join(KIND_OF_PREFIX)
        raise AuthoringFault(f"`{text}` is not KIND:ID, such as `actor:lna`. The kinds are {listed}.")
    if not ID.match(name):
        likely = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
        guess = f"; did you mean `{prefix}:{likely}`?" if ID.match(likely) else ""
        raise AuthoringFault(f"`{name}` is not an id: small Latin letters, digits and hyphens{guess or '.'}")
    return Key(kinds[prefix], name)


def entity_of(version: Version, key: Key) -> Entity[object]:
    """The entity of a key, published or held back. Raises AuthoringFault where there is none, with the nearest."""
    knowledge = version.known.knowledge
    found = knowledge.get(key) or (knowledge.withheld.get(key.id) if key.kind is Kind.ARTICLE else None)
    if found is None:
        near = did_you_mean(key.id, [*knowledge.every(key.kind)])
        guess = f"; did you mean `{key.kind.prefix}:{near[0]}`?" if near else ""
        raise AuthoringFault(f"there is no {key.kind.noun} `{key.id}`{guess}")
    return found


def text_at(version: Version, span: Span) -> str:
    """What the files say at a span of one line."""
    return version.known.seen.lines(span.path)[span.line - 1][span.column - 1 : span.end_column - 1]
