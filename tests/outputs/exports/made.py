"""What a site's folder has in it, and its exported files: read, modelled and linked, with no page made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from backstory import assembling, config, linking
from backstory.engine import store
from backstory.pages.core.site import Options, Site
from backstory.pipeline.discovery import look
from backstory.pipeline.read_stage import read
from backstory.pipeline.request import Request
from backstory.records.knowledge import Knowledge
from backstory.schema.kind_fields import RELATIONS, relations
from backstory.values.keys import Kind
from tests.outputs.exports import small
from tests.scenario import TODAY, epoch_of


@dataclass(frozen=True)
class Exported:
    """A site as it is known, and its exported files in a folder."""

    knowledge: Knowledge
    folder: Path

    def data(self, name: str) -> bytes:
        """What a file holds."""
        return (self.folder / name).read_bytes()

    def counts(self) -> Mapping[str, int]:
        """How much of each there is to export."""
        known = self.knowledge
        ties = [each for actor in known.actors.values() for name in RELATIONS for each in relations(actor.fields, name)]
        sides = [side for each in known.conflicts.values() for side in each.fields.sides]
        answered = [claim.fields for claim in known.claims.values()], known.backings, ties
        return {
            "actors": len(known.actors),
            "backings": len(known.backings),
            "relations": len(ties),
            "claims": len(known.claims),
            "positions": sum(len(each.positions) for some in answered for each in some),
            "sources": len(known.sources),
            "events": len(known.events),
            "places": len(known.places),
            "conflicts": len(known.conflicts),
            "parties": sum(len(each.parties) for each in sides),
            "articles": len(known.articles),
            "terms": len(known.terms),
            "pages": len(known.pages),
            "corrections": sum(len(each.fields.corrections) for each in known.all()),
        }


def exported(site: Path, into: Path) -> Exported:
    """The files that a site in a folder exports, written into another."""
    request = Request(site, into / "cache", epoch_of(TODAY), jobs=2)
    with store.opened(into / "cache" / "store.sqlite", "tests") as memory:
        seen = look(request, memory)
        settings, _ = config.load(seen.settings)
        reading = read(request, seen.snapshot, settings, memory)
    known, _ = assembling.model(
        reading.documents, reading.lists, settings, today=TODAY, drafts=request.drafts, future=request.future
    )
    links, _ = linking.link(known, files=seen.snapshot.files)
    options = Options(base="https://example.org/")
    made = small.files(Site(known, links, seen.snapshot, options, served=frozenset(Kind)))
    folder = into / "data"
    folder.mkdir()
    for name, data in made.items():
        (folder / name).write_bytes(data)
    return Exported(known, folder)
