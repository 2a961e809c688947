"""JSON Schemas of the front matter, for editors: completion and checks while one writes."""

from __future__ import annotations

import ast
import inspect
import json
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
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
    schema.pop("title", None)
    shapes = {each.__name__: each for each in _all_shapes()}
    _describe(schema, shape)
    for name, part in schema.get("$defs", {}).items():
        _describe(part, shapes[name])
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


def _describe(schema: dict[str, Any], shape: type[Shape]) -> None:
    """Adds the docstrings that stand under the fields of a shape."""
    schema.pop("title", None)
    for name, info in shape.model_fields.items():
        words = next((found[name] for each in shape.__mro__ if name in (found := _docstrings(each))), None)
        part = schema["properties"].get(info.alias or name)
        if words and part is not None:
            part["description"] = words


@cache
def _docstrings(shape: type) -> Mapping[str, str]:
    """The text under each field of a class, as its source has it."""
    if getattr(sys.modules[shape.__module__], shape.__name__, None) is not shape or not issubclass(shape, Shape):
        return {}
    tree = ast.parse(inspect.getsource(shape))
    body = tree.body[0].body if isinstance(tree.body[0], ast.ClassDef) else []
    return dict(_documented(body))


def _documented(body: list[ast.stmt]) -> Iterator[tuple[str, str]]:
    for field, after in pairwise(body):
        if not (isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)):
            continue
        if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant):
            yield field.target.id, inspect.cleandoc(str(after.value.value))


def _all_shapes() -> Iterator[type[Shape]]:
    waiting: list[type[Shape]] = [Shape]
    while waiting:
        shape = waiting.pop()
        yield shape
        waiting += shape.__subclasses__()
