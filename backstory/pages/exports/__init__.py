"""/data/: the site as a dataset in the formats others' tools read, and the page that says what each file holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from backstory.model import wording
from backstory.model.plan import Bytes, Draft, Page
from backstory.pages.exports import background, citation, comma, explained, ftm, gexf, jsonld, package, ucdp
from backstory.pages.exports.actors import actors, relations
from backstory.pages.exports.addresses import FOLDER
from backstory.pages.exports.backings import backings
from backstory.pages.exports.claims import claims, positions
from backstory.pages.exports.corrected import corrected
from backstory.pages.exports.table import Table
from backstory.pages.folio import Folio
from backstory.pages.frame import Frame, frame
from backstory.pages.planner import Made, Planner
from backstory.pages.site import NavPoint, Site
from backstory.pages.text import Text

_TABLES: Mapping[str, Callable[[Site], Table]] = {
    "actors": actors,
    "backings": backings,
    "ucdp": ucdp.ucdp,
    "relations": relations,
    "claims": claims,
    "positions": positions,
    "events": background.events,
    "places": background.places,
    "conflicts": background.conflicts,
    "parties": background.parties,
    "sources": background.sources,
    "articles": explained.articles,
    "terms": explained.terms,
    "pages": explained.pages,
    "corrections": corrected,
}
_OTHERS = ("datapackage.json", "graph.gexf", "entities.ftm.json", "site.jsonld")


@dataclass(frozen=True, slots=True)
class ColumnView:
    """A column of a table, and what it holds."""

    name: str
    about: str


@dataclass(frozen=True, slots=True)
class FileView:
    """A file of the dataset. `count` is how many rows it has, and `columns` what each holds; tables alone have them."""

    name: str
    href: str
    says: str
    size: str
    count: str
    columns: tuple[ColumnView, ...]


@dataclass(frozen=True, slots=True)
class DataView:
    """The page about the dataset."""

    frame: Frame
    title: str
    lead: str
    files: tuple[FileView, ...]
    licence: Text | None
    citation: str
    left_out: str


def _plan(site: Site) -> Iterator[Made]:
    names = (*(f"{name}.csv" for name in _TABLES), *_OTHERS)
    yield Made(Draft((FOLDER, *(FOLDER + name for name in names)), partial(_composed, site)))


def _composed(site: Site) -> Iterator[Page | Bytes]:
    """The files and the page about them, which tells their sizes."""
    tables = [make(site) for make in _TABLES.values()]
    left_out = ucdp.left_out(site)
    files = {f"{each.name}.csv": comma.written(each) for each in tables}
    files["datapackage.json"] = package.written(Folio(site, FOLDER, site.default), tables, {"ucdp": left_out})
    files["graph.gexf"] = gexf.written(site)
    files["entities.ftm.json"] = ftm.written(site)
    files["site.jsonld"] = jsonld.written(site)
    yield from (Bytes(FOLDER + name, data) for name, data in files.items())
    sizes = {name: len(data) for name, data in files.items()}
    yield Page(FOLDER, "data.html", _view(site, tables, sizes, len(left_out["records_left_out"])))


def _view(site: Site, tables: list[Table], sizes: dict[str, int], left_out: int) -> DataView:
    lang = site.default
    folio = Folio(site, FOLDER, lang)
    title, lead = wording.phrase("nav.data", lang), wording.phrase("door.data", lang)
    licence = site.knowledge.site.licence
    return DataView(
        frame=frame(folio, title, description=lead, versions=(lang,)),
        title=title,
        lead=lead,
        files=(
            *(_table(folio, each, sizes[f"{each.name}.csv"]) for each in tables),
            *(_file(folio, name, f"data.{name}", sizes[name]) for name in _OTHERS),
        ),
        licence=folio.text(licence) if licence else None,
        citation=citation.of(folio),
        left_out=wording.plural("data.left-out", left_out, lang) if left_out else "",
    )


def _table(folio: Folio, table: Table, size: int) -> FileView:
    made = _file(folio, f"{table.name}.csv", f"data.{table.name}", size)
    columns = tuple(ColumnView(each.name, each.about) for each in table.fields)
    count = wording.plural("data.rows", len(table.rows), folio.lang)
    return FileView(made.name, made.href, made.says, made.size, count, columns)


def _file(folio: Folio, name: str, phrase: str, size: int) -> FileView:
    says = wording.phrase(phrase, folio.lang)
    kilobytes = wording.phrase("data.kilobytes", folio.lang, size=wording.number(-(-size // 1000), folio.lang))
    return FileView(name, folio.href(FOLDER + name), says, kilobytes, "", ())


PLANNER = Planner(_plan, foot=(NavPoint("nav.data", FOLDER, once=True),))
