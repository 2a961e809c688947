"""`rename`: an entity gets another id, and everything that names it follows."""

from __future__ import annotations

from backstory.authoring.fault import AuthoringFault
from backstory.diagnostics import Edit
from backstory.pages.core import routes
from backstory.pipeline.request import Request
from backstory.revising import own_files, written_ids
from backstory.revising.file_change import FileChange
from backstory.revising.open_site import asked_key, entity_of, open_site, text_at
from backstory.values.keys import Kind, with_article


def rename(request: Request, old_name: str, new_name: str) -> FileChange:
    """The change that gives an entity another id. Its old addresses lead to the new ones.

    `old_name` is `KIND:ID`; `new_name` too, or an id alone. Raises AuthoringFault where that cannot be.
    """
    old = asked_key(old_name)
    new = asked_key(new_name, like=old)
    if new.kind is not old.kind:
        kinds = f"{with_article(old.kind.noun)} cannot become {with_article(new.kind.noun)}"
        raise AuthoringFault(f"{kinds}: they have different keys")
    if new == old:
        raise AuthoringFault(f"`{old}` has that id already")
    version = open_site(request)
    entity = entity_of(version, old)
    knowledge = version.known.knowledge
    if knowledge.get(new) or (new.kind is Kind.ARTICLE and new.id in knowledge.withheld):
        raise AuthoringFault(f"`{new}` is there already; `merge {old} {new}` makes one of the two")
    document = own_files.original(version, entity)
    moved = {path: own_files.moved(path, old.id, new.id) for path in own_files.files(entity)}
    for path in moved.values():
        if (request.site / path).exists():
            raise AuthoringFault(f"{request.site / path} exists already and is left as it is")
    entry = (Edit(document.head, text_at(version, document.head).replace(old.id, new.id, 1)),)
    languages = knowledge.languages
    there = [routes.of(new, routes.prefix(lang, languages[0])) for lang in languages]
    redirects = own_files.with_redirects(version, document, own_files.addresses(version, old), there)
    edits = (*written_ids.edits(version, entity, new), *(entry if document.collected else ()), *redirects)
    return FileChange(edits, moved)
