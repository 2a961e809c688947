"""datapackage.json: what each table holds, column by column (Frictionless Data Package 1)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from backstory.model import wording
from backstory.pages.exports.table import Field, Sort, Table
from backstory.pages.site import Site

_TYPES: Mapping[Sort, str] = {"integer": "integer", "number": "number"}
_ID = "[a-z0-9]+(-+[a-z0-9]+)*"
_PATTERNS: Mapping[Sort, str] = {"id": _ID, "ids": f"{_ID}(;{_ID})*", "flag": "[01]"}


def written(site: Site, tables: Iterable[Table], left_out: Mapping[str, tuple[str, ...]]) -> bytes:
    """The descriptor of the tables. `left_out` names, by table, the records that it cannot hold."""
    about, lang = site.knowledge.site, site.default
    package: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": _name(about.title.pick(lang)[0]),
        "title": about.title.pick(lang)[0],
        "description": about.description.pick(lang)[0] if about.description else "",
        "homepage": site.options.base or "",
        "licenses": [{"title": about.licence.pick(lang)[0], "name": "see-title"}] if about.licence else [],
        "contributors": [{"title": about.publisher.pick(lang)[0], "role": "publisher"}] if about.publisher else [],
        "resources": [_resource(each, lang, left_out.get(each.name, ())) for each in tables],
    }
    return (
        json.dumps({key: each for key, each in package.items() if each}, ensure_ascii=False, indent=1) + "\n"
    ).encode()


def _name(title: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-") or "site"


def _resource(table: Table, lang: str, left_out: tuple[str, ...]) -> dict[str, Any]:
    resource: dict[str, Any] = {
        "name": table.name,
        "path": f"{table.name}.csv",
        "profile": "tabular-data-resource",
        "description": wording.phrase(f"data.{table.name}", lang),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "doubleQuote": True, "lineTerminator": "\r\n", "quoteChar": '"'},
        "schema": _schema(table),
    }
    return resource | ({"records_left_out": list(left_out)} if left_out else {})


def _schema(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(each, table) for each in table.fields],
        "missingValues": [""],
    }
    if table.key:
        schema["primaryKey"] = list(table.key)
    if table.references:
        schema["foreignKeys"] = [
            {"fields": [each.field], "reference": {"resource": _other(each.table, table), "fields": ["id"]}}
            for each in table.references
        ]
    return schema


def _other(name: str, table: Table) -> str:
    """The name of a table as another refers to it; "" for itself."""
    return "" if name == table.name else name


def _field(field: Field, table: Table) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if field.name in table.key else {}
    if field.sort in _PATTERNS:
        constraints["pattern"] = _PATTERNS[field.sort]
    made: dict[str, Any] = {"name": field.name, "type": _TYPES.get(field.sort, "string"), "description": field.about}
    if field.sort == "url":
        made["format"] = "uri"
    return made | ({"constraints": constraints} if constraints else {})
