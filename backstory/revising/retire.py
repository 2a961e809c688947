"""`retire`: an entity's page is withdrawn, and its addresses lead to another's."""

from __future__ import annotations

from backstory.authoring.fault import AuthoringFault
from backstory.diagnostics import Span
from backstory.pipeline.request import Request
from backstory.records.document import Document
from backstory.revising import own_files, written_ids
from backstory.revising.file_change import FileChange, line_after
from backstory.revising.open_site import asked_key, entity_of, open_site


def retire(request: Request, name: str, to: str) -> FileChange:
    """The change that takes an entity away. `told` has each place that still names it, as path:line:column.

    `name` and `to` are `KIND:ID`. Raises AuthoringFault where that cannot be.
    """
    key, other = asked_key(name), asked_key(to)
    if key == other:
        raise AuthoringFault(f"`{key}` cannot be retired to itself")
    version = open_site(request)
    entity, follower = entity_of(version, key), entity_of(version, other)
    document = own_files.original(version, entity)
    heir = own_files.original(version, follower)
    own = own_files.files(entity)
    routes = (*own_files.addresses(version, key), *entity.fields.redirects)  # type: ignore[attr-defined]
    if routes and not own_files.addresses(version, other):
        raise AuthoringFault(f"`{other}` has no page of its own that is published, to which addresses could lead")
    edits = own_files.with_redirects(version, heir, routes)
    if document.collected:
        edits = (*edits, own_files.without_entry(version, document))
    left = [span for span in written_ids.places(version, entity) if not _within(span, own, document)]
    told = [f"{span.path}:{line_after(span, edits)}:{span.column} still names {key}" for span in left]
    return FileChange(tuple(edits), deleted=frozenset(own), told=tuple(told))


def _within(span: Span, own: tuple[str, ...], document: Document) -> bool:
    """Whether a place goes with the entity: in its files, or in its entry."""
    if not document.collected:
        return span.path in own
    whole = document.fields.span
    return span.path == document.path and whole.line <= span.line <= whole.end_line
