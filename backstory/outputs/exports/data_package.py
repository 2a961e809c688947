"""datapackage.json: what is in each table, column by column (Frictionless Data Package 1)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from backstory.language import wording
from backstory.outputs.exports import dataset_citation
from backstory.outputs.exports.table import Field, Sort, Table
from backstory.pages.core.page_builder import PageBuilder

LeftOut = Mapping[str, tuple[str, ...]]
_TYPES: Mapping[Sort, str] = {"integer": "integer", "number": "number"}
_CREATIVE_COMMONS = re.compile(
    r"\bCC(?:0|[\s-]+(?P<terms>BY(?:[\s-]+(?:NC|ND|SA))*)[\s-]+(?P<version>[1-4]\.[0-9]))(?![0-9A-Za-z])", re.IGNORECASE
)
_ID = "[a-z0-9]+(-+[a-z0-9]+)*"
_PATTERNS: Mapping[Sort, str] = {"id": _ID, "ids": f"{_ID}(;{_ID})*", "flag": "[01]"}


def written(page: PageBuilder, tables: Iterable[Table], left_out: Mapping[str, LeftOut]) -> bytes:
    """The descriptor of the tables. `left_out` names what each table cannot hold."""
    site = page.site
    about, lang = site.knowledge.site, site.default
    package: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": _name(about.title.pick(lang)[0]),
        "title": about.title.pick(lang)[0],
        "description": about.description.pick(lang)[0] if about.description else "",
        "homepage": site.options.base or "",
        "citation": dataset_citation.of(page),
        "licenses": [_licence(about.licence.pick(lang)[0])] if about.licence else [],
        "contributors": [{"title": about.publisher.pick(lang)[0], "role": "publisher"}] if about.publisher else [],
        "resources": [_resource(each, lang, left_out.get(each.name, {})) for each in tables],
    }
    return (
        json.dumps({key: each for key, each in package.items() if each}, ensure_ascii=False, indent=1) + "\n"
    ).encode()


def _licence(text: str) -> dict[str, str]:
    """The licence by its Open Definition name and its address, where it is one of Creative Commons; else as it is
    written."""
    found = _CREATIVE_COMMONS.search(text)
    if found is None:
        address = re.search(r"https?://\S+", text)
        return {"title": text, **({"path": address[0]} if address else {"name": "see-title"})}
    if found["terms"] is None:
        return {"name": "CC0-1.0", "path": "https://creativecommons.org/publicdomain/zero/1.0/", "title": text}
    terms, version = "-".join(re.split(r"[\s-]+", found["terms"].upper())), found["version"]
    path = f"https://creativecommons.org/licenses/{terms.lower()}/{version}/"
    return {"name": f"CC-{terms}-{version}", "path": path, "title": text}


def _name(title: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-") or "site"


def _resource(table: Table, lang: str, left_out: LeftOut) -> dict[str, Any]:
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
    return resource | {name: list(held) for name, held in left_out.items() if held}


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
    """The name of a table as another one refers to it; "" for a table that refers to itself."""
    return "" if name == table.name else name


def _field(field: Field, table: Table) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if field.name in table.key else {}
    if field.sort in _PATTERNS:
        constraints["pattern"] = _PATTERNS[field.sort]
    made: dict[str, Any] = {"name": field.name, "type": _TYPES.get(field.sort, "string"), "description": field.about}
    if field.sort == "url":
        made["format"] = "uri"
    return made | ({"constraints": constraints} if constraints else {})
