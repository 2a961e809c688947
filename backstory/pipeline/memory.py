"""What is remembered between builds, and in which shape: documents, diagnostics, manifests."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from backstory.diagnostics import Diagnostic, Related, Severity, Span
from backstory.engine.codec import Adapter, Codec
from backstory.engine.stale import Made
from backstory.engine.store import Store
from backstory.model import prose
from backstory.model.document import BackingList, Document
from backstory.model.keys import Key, Kind
from backstory.model.located import Fields, Items, Text
from backstory.pipeline.request import Counts


@cache
def codec() -> Codec:
    """The codec of everything the store keeps."""
    records = (
        Span, Related, Diagnostic, Counts, Made, Key, Document, BackingList, prose.Markup, prose.Run, prose.Hole,
        prose.Open, prose.Close, prose.Cited, prose.Reference, prose.Heading, prose.Prose,
    )  # fmt: skip
    return Codec(records, (Severity, Kind, prose.Setting, prose.ReferenceKind), (_TEXT, _FIELDS, _ITEMS))


def _text(value: str, span: Span, plain: bool) -> Text:  # noqa: FBT001 - put together from parts, in their order
    return Text(value, span, plain=plain)


_TEXT = Adapter(Text, lambda text: (str(text), text.span, text.plain), _text)
_FIELDS = Adapter(Fields, lambda fields: (dict(fields), fields.span, dict(fields.keys_at)), Fields)
_ITEMS = Adapter(Items, lambda items: (tuple(items), items.span), Items)


def recalled(store: Store, name: str) -> Any | None:
    """A value kept under a name, or None."""
    text = store.get(name)
    try:
        return None if text is None else codec().decode(text.encode())
    except ValueError:
        return None


def keep(store: Store, name: str, value: object) -> None:
    """Keep a value under a name."""
    store.put(name, codec().encode(value).decode())


def manifest(store: Store, output: str) -> Mapping[str, Made]:
    """What the last build made in an output folder, by file."""
    text = store.get("made " + output)
    if text is None:
        return {}
    return {file: Made(cause, digest) for file, (cause, digest) in json.loads(text).items()}


def keep_manifest(store: Store, output: str, made: Mapping[str, Made]) -> None:
    """Keep what this build made."""
    rows = {file: (each.cause, each.digest) for file, each in sorted(made.items())}
    store.put("made " + output, json.dumps(rows))
