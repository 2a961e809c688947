"""/data/: the site as a dataset in formats that other tools read, and the page that describes each file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from backstory.language import wording
from backstory.outputs.exports import (
    csv_file,
    data_package,
    dataset_citation,
    ftm,
    gexf,
    jsonld,
    reference_tables,
    text_tables,
    ucdp,
)
from backstory.outputs.exports.actor_tables import actors, relations
from backstory.outputs.exports.backing_table import backings
from backstory.outputs.exports.claim_tables import claims, positions
from backstory.outputs.exports.correction_table import corrected
from backstory.outputs.exports.table import Table
from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.core.page_frame import Frame, frame
from backstory.pages.core.page_text import PageText
from backstory.pages.core.planner import Planned, Planner
from backstory.pages.core.site import NavPoint, Site
from backstory.pages.queries.iris import FOLDER
from backstory.records.plan import Bytes, Draft, Page
from backstory.values.record import Record

TABLES: Mapping[str, Callable[[Site], Table]] = {
    "actors": actors,
    "backings": backings,
    "ucdp": ucdp.ucdp,
    "relations": relations,
    "claims": claims,
    "positions": positions,
    "events": reference_tables.events,
    "places": reference_tables.places,
    "conflicts": reference_tables.conflicts,
    "parties": reference_tables.parties,
    "sources": reference_tables.sources,
    "articles": text_tables.articles,
    "terms": text_tables.terms,
    "pages": text_tables.pages,
    "corrections": corrected,
}
_OTHERS = ("datapackage.json", "graph.gexf", "entities.ftm.json", "site.jsonld")


class ColumnView(Record, frozen=True):
    """A column of a table, and what is in it."""

    name: str
    about: str


class FileView(Record, frozen=True):
    """A file of the dataset. Only tables have `count`, the number of rows, and `columns`."""

    name: str
    href: str
    says: str
    size: str
    count: str
    columns: tuple[ColumnView, ...]


class DataView(Record, frozen=True):
    """The page about the dataset."""

    frame: Frame
    title: str
    lead: str
    files: tuple[FileView, ...]
    licence: PageText | None
    citation: str
    left_out: str


def _plan(site: Site) -> Iterator[Planned]:
    names = (*(f"{name}.csv" for name in TABLES), *_OTHERS)
    yield Planned(Draft((FOLDER, *(FOLDER + name for name in names)), partial(_composed, site)))


def _composed(site: Site) -> Iterator[Page | Bytes]:
    """The files, and the page about them, which says how large they are."""
    tables = [make(site) for make in TABLES.values()]
    left_out = ucdp.left_out(site)
    files = {f"{each.name}.csv": csv_file.written(each) for each in tables}
    files["datapackage.json"] = data_package.written(
        PageBuilder(site, FOLDER, site.default), tables, {"ucdp": left_out}
    )
    files["graph.gexf"] = gexf.written(site)
    files["entities.ftm.json"] = ftm.written(site)
    files["site.jsonld"] = jsonld.written(site)
    yield from (Bytes(FOLDER + name, data) for name, data in files.items())
    sizes = {name: len(data) for name, data in files.items()}
    yield Page(FOLDER, "data.html", _view(site, tables, sizes, len(left_out["records_left_out"])))


def _view(site: Site, tables: list[Table], sizes: dict[str, int], left_out: int) -> DataView:
    lang = site.default
    page = PageBuilder(site, FOLDER, lang)
    title, lead = wording.phrase("nav.data", lang), wording.phrase("door.data", lang)
    licence = site.knowledge.site.licence
    return DataView(
        frame=frame(page, title, description=lead, versions=(lang,)),
        title=title,
        lead=lead,
        files=(
            *(_table(page, each, sizes[f"{each.name}.csv"]) for each in tables),
            *(_file(page, name, f"data.{name}", sizes[name]) for name in _OTHERS),
        ),
        licence=page.text(licence) if licence else None,
        citation=dataset_citation.of(page),
        left_out=wording.plural("data.left-out", left_out, lang) if left_out else "",
    )


def _table(page: PageBuilder, table: Table, size: int) -> FileView:
    made = _file(page, f"{table.name}.csv", f"data.{table.name}", size)
    columns = tuple(ColumnView(each.name, each.about) for each in table.fields)
    count = wording.plural("data.rows", len(table.rows), page.lang)
    return FileView(made.name, made.href, made.says, made.size, count, columns)


def _file(page: PageBuilder, name: str, phrase: str, size: int) -> FileView:
    says = wording.phrase(phrase, page.lang)
    kilobytes = wording.phrase("data.kilobytes", page.lang, size=wording.number(-(-size // 1000), page.lang))
    return FileView(name, page.href(FOLDER + name), says, kilobytes, "", ())


PLANNER = Planner(_plan, foot=(NavPoint("nav.data", FOLDER, once=True),))
