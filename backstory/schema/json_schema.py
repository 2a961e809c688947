"""JSON Schemas of the front matter, for editors: completion and checks while one writes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from backstory.schema.base import Shape
from backstory.schema.kind_fields import FIELDS
from backstory.schema.position import ListedBacking
from backstory.schema.site_settings import SiteFields
from backstory.schema.translation import translation_shape
from backstory.values.keys import Kind

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_IDS = {"propertyNames": {"pattern": "^[a-z0-9]+(-+[a-z0-9]+)*$"}}


def schemas() -> Mapping[str, str]:
    """Every schema by file name.

    `actors.json` is the front matter of a file in content/actors/, `actors.translation.json` that of its translation
    and `actors.collected.json` the whole of content/actors.yaml; `backings.json` is a file of content/backings/.
    """
    made: dict[str, Any] = {"site.json": _of(SiteFields, "site.yaml")}
    listed = _of(ListedBacking, "A file of content/backings/")
    shared = listed.pop("$defs")
    made["backings.json"] = {
        "$schema": _DIALECT,
        "title": listed["title"],
        "type": "array",
        "items": {key: value for key, value in listed.items() if key not in ("$schema", "title")},
        "$defs": shared,
    }
    for kind in Kind:
        made[f"{kind}.json"] = _of(FIELDS[kind], f"Front matter of a file in content/{kind}/")
        title = f"Front matter of a translation in content/{kind}/"
        made[f"{kind}.translation.json"] = _of(translation_shape(kind), title)
        made[f"{kind}.collected.json"] = _collected(kind)
    return {name: json.dumps(made[name], ensure_ascii=False, indent=2) + "\n" for name in sorted(made)}


def _collected(kind: Kind) -> dict[str, Any]:
    """A mapping of id to fields, as in content/sources.yaml."""
    return {
        "$schema": _DIALECT,
        "title": f"content/{kind}.yaml",
        "type": "object",
        "additionalProperties": {"$ref": f"{kind}.json"},
        **_IDS,
    }


def _of(shape: type[Shape], title: str) -> dict[str, Any]:
    schema = shape.model_json_schema(by_alias=True, schema_generator=_Generator)
    for part in (schema, *schema.get("$defs", {}).values()):
        part.pop("title", None)
    return {"$schema": _DIALECT, "title": title, **schema}


class _Generator(GenerateJsonSchema):
    """Pydantic's schemas without its titles for fields and defaults, which say nothing to an author."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - pydantic asks
        """No field has a title of its own."""
        return False

    def default_schema(self, schema: Any) -> dict[str, Any]:
        """A default is not shown: an absent key is simply absent."""
        return self.generate_inner(schema["schema"])

    def nullable_schema(self, schema: Any) -> dict[str, Any]:
        """A key without a value counts as not written."""
        return self.generate_inner(schema["schema"])
