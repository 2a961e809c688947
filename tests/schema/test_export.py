"""The JSON Schemas in docs/schemas/ are those the models give."""

from __future__ import annotations

import json
from pathlib import Path

from backstory.schema.json_schema import schemas
from backstory.values.keys import Kind

FOLDER = Path(__file__).parents[2] / "docs" / "schemas"


def test_the_schemas_in_docs_are_the_ones_the_models_give() -> None:
    kept = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.json")}
    assert kept == dict(schemas()), "run python -m backstory.schema docs/schemas"


def test_every_kind_has_a_schema_for_a_file_a_translation_and_a_collected_file() -> None:
    names = {f"{kind}{form}.json" for kind in Kind for form in ("", ".translation", ".collected")}
    assert set(schemas()) == names | {"site.json", "backings.json"}


def test_a_schema_names_the_keys_as_authors_write_them_and_says_what_they_mean() -> None:
    actor = json.loads(schemas()["actors.json"])
    assert actor["required"] == ["name", "type"]
    assert actor["properties"]["type_per"]["description"] == "The source that calls it so."
    assert {"from", "to", "actor"} <= set(actor["$defs"]["BackingFields"]["properties"])
    assert not any("span" in key for part in actor["$defs"].values() for key in part["properties"])


def test_a_collected_file_holds_entries_of_its_kind() -> None:
    assert json.loads(schemas()["sources.collected.json"])["additionalProperties"] == {"$ref": "sources.json"}
