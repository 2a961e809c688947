"""The stage `link` with what the last build knew: texts whose words and names stand are recalled, the rest linked."""

from __future__ import annotations

from collections.abc import Mapping

from backstory.engine.store import Store
from backstory.linking.name_changes import Naming
from backstory.linking.relink import LinkedBefore, LinkedSite, TextLinks, relink
from backstory.records.knowledge import Knowledge
from backstory.records.snapshot import Snapshot
from backstory.values.record import Decoder, encode
from backstory.values.same import ANEW, Same

_NAMING: Decoder[Naming] = Decoder(Naming)
_TEXT: Decoder[TextLinks] = Decoder(TextLinks)


def link(knowledge: Knowledge, snapshot: Snapshot, store: Store, same: Same = ANEW) -> LinkedSite:
    """The links of a site, and all that linking it again needs; `same` keeps what is made for its next version."""
    last = _recalled(store)
    site = relink(knowledge, snapshot.files, digests(snapshot), last, same=same)
    if site.anew or last is None or len(last.texts) != len(site.before.texts):
        store.put_all("text", {place: encode(site.before.texts[place]) for place in site.anew})
        store.keep_only("text", site.before.texts)
    store.put("naming", "", encode(site.before.naming))
    return site


def digests(snapshot: Snapshot) -> Mapping[str, str]:
    """The digests of the files that texts stand in, by path."""
    return {path: file.digest for path, file in snapshot.sources.items()}


def _recalled(store: Store) -> LinkedBefore | None:
    naming = store.get("naming")
    if naming is None:
        return None
    texts = {place: _TEXT.decode(row) for place, row in store.all("text").items()}
    return LinkedBefore(_NAMING.decode(naming), texts)
