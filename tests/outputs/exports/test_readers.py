"""The exports read by others' tools without an error, and as much comes out of them as went in."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from benchmarks import dated_backings, files
from tests import scenario
from tests.outputs.exports.made import Exported, exported
from tests.published import CLONE, HOME

# What others' packages are warned of is theirs to mend.
pytestmark = pytest.mark.filterwarnings("ignore")

ACTORS, BACKINGS = 650, 8_600
# rdflib takes longer than the others: some seconds for the large site.
FEWER_ACTORS, FEWER_BACKINGS = 200, 1_500

# followthemoney takes an invisible mark of direction out of a text.
_MARK = "\u200f"


@pytest.fixture(scope="module")
def of_sample(tmp_path_factory: pytest.TempPathFactory) -> Exported:
    """The sample site's."""
    return exported(CLONE, tmp_path_factory.mktemp("sample"))


@pytest.fixture(scope="module")
def of_many(tmp_path_factory: pytest.TempPathFactory) -> Exported:
    """Those of a made-up site as large as the field's own dataset."""
    folder = tmp_path_factory.mktemp("many")
    files.write(folder / "site", dated_backings.files(actors=ACTORS, records=BACKINGS))
    return exported(folder / "site", folder)


@pytest.fixture(scope="module")
def of_fewer(tmp_path_factory: pytest.TempPathFactory) -> Exported:
    """Those of a smaller one, for readers that take their time."""
    folder = tmp_path_factory.mktemp("fewer")
    files.write(folder / "site", dated_backings.files(actors=FEWER_ACTORS, records=FEWER_BACKINGS))
    return exported(folder / "site", folder)


@pytest.fixture(scope="module")
def of_awkward(tmp_path_factory: pytest.TempPathFactory) -> Exported:
    """Those of a site that fills every key of every kind."""
    folder = tmp_path_factory.mktemp("awkward")
    awkward = (Path(__file__).parent / "awkward.txt").read_text(encoding="utf-8")
    return exported(scenario.site(folder / "site", awkward).folder, folder)


@pytest.fixture(params=["of_sample", "of_many", "of_awkward"])
def made(request: pytest.FixtureRequest) -> Exported:
    """The exports of the sample site, and of a large one."""
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Exported)
    return found


def test_the_large_site_has_all_that_it_was_asked_for(of_many: Exported) -> None:
    counts = of_many.counts()
    assert (counts["actors"], counts["backings"]) == (ACTORS, BACKINGS)


def test_networkx_reads_every_actor_and_every_backing(made: Exported) -> None:
    from tests.outputs.exports.outside import networkx

    graph = networkx.read_gexf(made.folder / "graph.gexf")
    counts = made.counts()
    assert (graph.number_of_nodes(), graph.number_of_edges()) == (counts["actors"], counts["backings"])
    assert {name for _, name in graph.nodes(data="label")} == {
        each.fields.name.pick(made.knowledge.languages[0])[0] for each in made.knowledge.actors.values()
    }


def test_followthemoney_finds_every_entity_valid_and_keeps_every_value_of_it(made: Exported) -> None:
    from tests.outputs.exports.outside import followthemoney

    model, found = followthemoney.model, Counter[str]()
    for line in made.data("entities.ftm.json").decode().splitlines():
        given = json.loads(line)
        model.get(given["schema"]).validate(given)
        # Of what is not said to be clean, followthemoney drops without a word what does not fit its type.
        read = model.get_proxy(given, cleaned=False)
        assert {name: sorted(read.get(name)) for name in given["properties"]} == {
            name: sorted(each.replace(_MARK, "") for each in values) for name, values in given["properties"].items()
        }
        found[given["id"].partition("-")[0]] += 1
    counts = made.counts()
    names = {"actor": "actors", "source": "sources", "event": "events", "conflict": "conflicts"}
    names |= {"backing": "backings", "relation": "relations"}
    assert found == {kind: counts[name] for kind, name in names.items() if counts[name]}


def test_frictionless_finds_every_table_as_it_is_described(made: Exported) -> None:
    from tests.outputs.exports.outside import frictionless

    report = frictionless.validate(str(made.folder / "datapackage.json"))
    assert report.flatten(["name", "type", "message"]) == []
    assert report.valid
    rows = {task.name: task.stats.get("rows") or 0 for task in report.tasks}
    counts = made.counts()
    # UCDP's table has a row for a year, and not all backings have one.
    assert {name: count for name, count in rows.items() if name != "ucdp"} == counts


@pytest.mark.parametrize("which", ["of_sample", "of_fewer", "of_awkward"])
def test_rdflib_reads_every_actor_every_tie_and_every_position(which: str, request: pytest.FixtureRequest) -> None:
    from tests.outputs.exports.outside import rdflib

    made: Exported = request.getfixturevalue(which)
    graph = rdflib.Graph().parse(data=made.data("site.jsonld").decode(), format="json-ld")
    schema = rdflib.Namespace("https://schema.org/")
    works = [str(each) for each in graph.subjects(rdflib.RDF.type, schema.CreativeWork)]
    typed = {str(each) for each in graph.subjects(rdflib.RDF.type)}
    found = {
        "actors": sum(each.startswith(f"{HOME}actors/") for each in typed),
        "backings": sum(each.startswith(f"{HOME}data/#backing%3A") for each in works),
        "relations": sum(each.startswith(f"{HOME}data/#relation%3A") for each in works),
        "positions": len(set(graph.subjects(rdflib.RDF.type, schema.Claim))),
    }
    counts = made.counts()
    assert found == {name: counts[name] for name in found}
