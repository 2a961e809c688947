"""Which entities a text names."""

from __future__ import annotations

from backstory.records.links import Linked, ToEntity
from backstory.values.keys import Kind


def named(linked: Linked | None, kind: Kind, *, often: bool = False) -> tuple[str, ...]:
    """The ids of the entities of a kind that a text links, embeds or mentions, in order of the text's own links; with
    `often`, each as many times as it does.
    """
    if linked is None:
        return ()
    keys = [target.key for target in linked.targets if isinstance(target, ToEntity)]
    keys += [mention.key for mention in linked.mentions]
    ids = tuple(key.id for key in keys if key.kind is kind)
    return ids if often else tuple(dict.fromkeys(ids))
