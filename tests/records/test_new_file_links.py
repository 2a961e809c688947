"""The page of GitHub on which a missing file is begun."""

from __future__ import annotations

from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from backstory.records.new_file_links import address
from backstory.values.keys import Kind
from backstory.yamltext import load

REPOSITORY = "https://github.com/desk/libya"


def test_the_file_is_named_and_has_its_first_keys() -> None:
    found = urlsplit(address(REPOSITORY, Kind.ACTOR, "rusia"))
    assert found.path == "/desk/libya/new/main"
    assert parse_qs(found.query) == {
        "filename": ["content/actors/rusia.md"],
        "value": ["---\nname: Rusia\ntype: other\nsummary: \n---\n"],
    }


@pytest.mark.parametrize(
    ("repository", "path"),
    [
        (REPOSITORY, "/desk/libya/new/main"),
        (REPOSITORY + "/", "/desk/libya/new/main"),
        (REPOSITORY + ".git", "/desk/libya/new/main"),
        (REPOSITORY + "/tree/trunk", "/desk/libya/new/trunk"),
        (REPOSITORY + "/tree/trunk/", "/desk/libya/new/trunk"),
        (REPOSITORY + "/tree/trunk/sites/libya/", "/desk/libya/new/trunk/sites/libya"),
        ("https://gitlab.com/desk/libya", ""),
        ("https://github.com/desk", ""),
        ("https://github.com/desk/libya/issues", ""),
        (None, ""),
    ],
)
def test_the_branch_and_the_folder_of_the_site_are_those_of_its_repository(repository: str | None, path: str) -> None:
    assert urlsplit(address(repository, Kind.TERM, "militia")).path == path


@pytest.mark.parametrize("name", ["Who's who?", "Libya: the war", "100% & more #1", "'quoted'", "- a dash"])
def test_any_name_is_carried_whole(name: str) -> None:
    (text,) = parse_qs(urlsplit(address(REPOSITORY, Kind.TERM, name)).query)["value"]
    front = load(text.removeprefix("---\n").removesuffix("---\n"), "x.md")
    assert isinstance(front.value, dict)
    assert (front.value["name"], front.diagnostics) == (name, ())


def test_nothing_in_it_ends_the_address_early() -> None:
    found = address(REPOSITORY, Kind.TERM, "a & b #c?")
    assert " " not in found
    assert found.count("&") == found.count("?") == 1
    assert "#" not in found
    assert unquote(found).endswith("---\n")


def test_a_name_that_gives_no_id_has_no_file() -> None:
    assert address(REPOSITORY, Kind.ACTOR, "روسيا") == ""
