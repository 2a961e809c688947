"""Files copied as they are."""

from __future__ import annotations

from backstory.outputs import copied_files
from backstory.outputs.copied_files import asset_routes
from backstory.records.plan import Copy
from tests.pages import given
from tests.pages.given import article, knowledge


def test_sheets_and_scripts_carry_their_digest_and_other_assets_keep_their_names() -> None:
    assert asset_routes(given.snapshot(assets=["site.css", "icon.svg", "site.js"])) == {
        "icon.svg": "assets/icon.svg",
        "site.css": "assets/site.01234567.css",
        "site.js": "assets/site.01234567.js",
    }


def test_static_files_and_linked_files_are_copied_and_others_are_not() -> None:
    known = knowledge(article("a", "![A map](content/articles/map.png)"))
    paths = ["content/articles/map.png", "content/articles/unused.png", "content/static/CNAME"]
    site = given.replace(given.site(known), snapshot=given.snapshot(files=paths))
    assert [each.what for each in copied_files.PLANNER.plan(site)] == [
        Copy("CNAME", "/site/content/static/CNAME", "d"),
        Copy("files/articles/map.png", "/site/content/articles/map.png", "d"),
    ]
