"""The exports read by others' tools, where these are installed: counts in equal counts out."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.pages.exports import small

FILES = small.files(small.site())


def test_networkx_reads_every_actor_and_every_backing() -> None:
    networkx: Any = pytest.importorskip("networkx")
    graph = networkx.read_gexf(io.BytesIO(FILES["graph.gexf"]))
    assert (graph.number_of_nodes(), graph.number_of_edges()) == (3, 2)


def test_followthemoney_keeps_every_value_of_every_entity() -> None:
    followthemoney: Any = pytest.importorskip("followthemoney")
    for line in FILES["entities.ftm.json"].decode().splitlines():
        given = json.loads(line)
        proxy = followthemoney.model.get_proxy(given, cleaned=False)
        assert {key: sorted(proxy.get(key)) for key in given["properties"]} == {
            key: sorted(values) for key, values in given["properties"].items()
        }
        assert followthemoney.model.get(given["schema"]).validate(given) is None


@pytest.mark.filterwarnings("ignore")
def test_frictionless_finds_every_table_as_it_is_described(tmp_path: Path) -> None:
    frictionless: Any = pytest.importorskip("frictionless")
    for name, data in FILES.items():
        (tmp_path / name).write_bytes(data)
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.flatten(["type", "message"]) == []
    assert report.valid


@pytest.mark.filterwarnings("ignore")
def test_rdflib_reads_every_claim_and_every_term() -> None:
    rdflib: Any = pytest.importorskip("rdflib")
    graph = rdflib.Graph().parse(data=FILES["site.jsonld"].decode(), format="json-ld")
    schema = rdflib.Namespace("https://schema.org/")
    kinds = ("Article", "Claim", "DefinedTerm", "CorrectionComment", "ClaimReview")
    counts = [len(set(graph.subjects(rdflib.RDF.type, schema[kind]))) for kind in kinds]
    assert counts == [1, 3, 1, 1, 0]
