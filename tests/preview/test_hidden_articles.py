"""The preview says which articles it hides, and how to see them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.preview.running import Preview, eventually, running
from tests.scenario import Site, site

ARTICLE = "-- content/articles/{}.md --\n---\ntitle: {}\ndate: {}\n{}---\nText.\n"
SITE = (
    "-- site.yaml --\ntitle: A site\nlanguages: [en, ar]\n"
    + ARTICLE.format("out", "Out", "2020-01-01", "")
    + ARTICLE.format("begun", "Begun", "2020-01-01", "draft: true\n")
    + ARTICLE.format("later", "Later", "2999-01-01", "")
    + ARTICLE.format("both", "Both", "2999-01", "draft: true\n")
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return site(tmp_path_factory.mktemp("hidden") / "site", SITE)


@pytest.fixture(scope="module")
def preview(made: Site) -> Iterator[Preview]:
    with running(made.folder) as started:
        yield started


def test_it_says_at_its_start_what_it_hides_and_how_to_see_it(preview: Preview) -> None:
    lines = eventually(lambda: preview.said() if "later.md" in preview.said() else "").splitlines()
    begin = next(at for at, line in enumerate(lines) if "hidden" in line)
    assert lines[begin : begin + 4] == [
        "3 articles are hidden; to see them, start the preview with --drafts --future:",
        "  content/articles/begun.md: a draft",
        "  content/articles/both.md: a draft, dated 2999-01, which is still to come",
        "  content/articles/later.md: dated 2999-01-01, which is still to come",
    ]


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/articles/begun/", ("content/articles/begun.md</code> is a draft.", "<code>--drafts</code>", "draft: true")),
        ("/articles/begun", ("is a draft.", "<code>--drafts</code>")),
        ("/articles/begun/index.html", ("is a draft.", "<code>--drafts</code>")),
        ("/ar/articles/begun/", ("is a draft.", "<code>--drafts</code>")),
        ("/articles/later/", ("is dated 2999-01-01, which is still to come.", "<code>--future</code>")),
        ("/articles/both/", ("is a draft and dated 2999-01", "<code>--drafts --future</code>")),
    ],
)
def test_the_address_of_a_hidden_article_says_so(preview: Preview, path: str, words: tuple[str, ...]) -> None:
    answer = preview.ask(path)
    assert answer.status == 404
    assert all(each in answer.text for each in words), answer.text
    assert "/__preview/client.js" in answer.text


@pytest.mark.parametrize("path", ["/articles/none/", "/begun/", "/actors/begun/", "/articles/begun/x/"])
def test_other_addresses_are_answered_as_ever(preview: Preview, path: str) -> None:
    answer = preview.ask(path)
    assert answer.status == 404
    assert "is hidden" not in answer.text


def test_what_a_flag_shows_is_not_hidden(made: Site) -> None:
    with running(made.folder, "--future") as preview:
        assert "<h1>Later</h1>" in preview.page("/articles/later/")
        assert "<code>--drafts</code>" in preview.page("/articles/both/")
    with running(made.folder, "--future", "--drafts") as preview:
        assert "<h1>Both</h1>" in preview.page("/articles/both/")
        assert "hidden" not in preview.said()


def test_a_draft_that_is_published_takes_the_place_of_that_page(made: Site, preview: Preview) -> None:
    made.write(ARTICLE.format("soon", "Soon", "2020-01-01", "draft: true\n"))
    eventually(lambda: "is hidden" in preview.page("/articles/soon/"))
    made.write(ARTICLE.format("soon", "Soon", "2020-01-01", ""))
    eventually(lambda: "<h1>Soon</h1>" in preview.page("/articles/soon/"))


def test_of_many_the_first_ten_are_named(tmp_path: Path) -> None:
    made = site(tmp_path / "site", SITE)
    for number in range(10, 20):
        made.write(ARTICLE.format(f"a{number}", "A", "2020-01-01", "draft: true\n"))
    with running(made.folder) as preview:
        said = eventually(lambda: preview.said() if "more" in preview.said() else "")
    assert "13 articles are hidden" in said
    assert "a19.md: a draft\n  and 3 more\n" in said
