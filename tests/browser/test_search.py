"""The search page finds what readers type: in any script, transliterated otherwise, misspelled."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests import scenario
from tests.published import Published, served
from tests.window import Windows, window

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SITE = """
-- site.yaml --
title: A site
languages: [en, ar]
-- content/actors.yaml --
haftar:
  name:
    en: Khalifa Haftar
    ar: خليفة حفتر
  type: person
  public_role: commander
hezbollah:
  name: Hezbollah
  type: armed-group
  aliases:
    - Party of God
qadhafi:
  name: Muammar Gaddafi
  type: person
  public_role: head of state
lukasenka:
  name: Łukašenka
  type: person
  public_role: president
un:
  name: United Nations
  abbreviation: UN
  type: igo
-- content/places.yaml --
PLACES-- content/articles/line.md --
---
title: Sending word
date: 2020-01-01
---
## Over the bridges

Words.
-- content/glossary.yaml --
arms-embargo:
  name: Arms embargo
  definition: A ban on sending weapons to a country.
""".replace("PLACES", "".join(f"well-{number}:\n  name: Well {number:02}\n" for number in range(25)))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    site = scenario.site(tmp_path_factory.mktemp("search"), SITE)
    assert site.build().published
    with served(site.folder / "output") as address:
        yield address


@pytest.fixture
def page(windows: Windows, made: str) -> Iterator[Page]:
    with windows.shown(made + "search/") as page:
        yield page


def found(page: Page, typed: str) -> list[str]:
    """The names found for what is typed, in order."""
    page.locator("#_query").fill(typed)
    return page.locator("#_found li a").all_inner_texts()


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("haftar", ["Khalifa Haftar"]),
        ("Khalifa H", ["Khalifa Haftar"]),
        ("HAFTAR, Khalifa", ["Khalifa Haftar"]),
        ("حفتر", ["Khalifa Haftar"]),
        ("خَلِيفَة", ["Khalifa Haftar"]),
        ("lukasenka", ["Łukašenka"]),
        ("party of god", ["Hezbollah"]),
        ("embargo", ["Arms embargo"]),
        ("un", ["United Nations"]),
        ("bollah", ["Hezbollah"]),
        ("", []),
        ("  ", []),
        ("(", []),
        ("zanzibar", []),
    ],
)
def test_what_is_typed_is_folded_as_names_are(page: Page, typed: str, names: list[str]) -> None:
    assert found(page, typed) == names


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Hifter", "Khalifa Haftar"),
        ("Khalifah Heftar", "Khalifa Haftar"),
        ("Hizbullah", "Hezbollah"),
        ("Hizballah", "Hezbollah"),
        ("Qadhafi", "Muammar Gaddafi"),
        ("Kadafi", "Muammar Gaddafi"),
        ("Untied Nations", "United Nations"),
        ("emabrgo", "Arms embargo"),
        ("embrgo", "Arms embargo"),
        ("لحفتر", "Khalifa Haftar"),
    ],
)
def test_what_is_spelled_otherwise_is_found_and_said_to_be_near(page: Page, typed: str, name: str) -> None:
    assert found(page, typed) == [name]
    assert page.locator("#_told").inner_text() == "No name is spelled so. Near to it: 1"


def test_words_of_texts_are_found_in_their_sentence_and_marked(page: Page) -> None:
    assert found(page, "weapon sending") == ["Arms embargo"]
    assert page.locator("#_found .said").inner_text() == "A ban on sending weapons to a country."
    assert page.locator("#_found mark").all_inner_texts() == ["sending", "weapons"]


def test_names_stand_before_texts_and_each_group_says_how_many_it_has(page: Page) -> None:
    assert found(page, "sending") == ["Sending word", "Arms embargo"]
    assert page.locator("#_found h2").all_inner_texts() == ["Explainers 1", "Words explained 1"]


def test_a_heading_that_is_found_leads_to_it(page: Page, made: str) -> None:
    assert found(page, "bridges") == ["Sending word"]
    page.locator("#_found a").click()
    page.wait_for_url(made + "articles/line/#over-the-bridges")


def test_nothing_found_is_said(page: Page) -> None:
    assert found(page, "zanzibar {} $&") == []
    assert (
        page.locator("#_told").inner_text()
        == "Nothing found for “zanzibar {} $&”. Try a shorter word or another spelling."
    )


def test_a_search_has_an_address_that_can_be_shared(page: Page) -> None:
    page.locator("#_query").fill("Hifter")
    page.locator("#_query").press("Enter")
    page.reload()
    assert page.locator("#_query").input_value() == "Hifter"
    assert page.locator("#_found li a").all_inner_texts() == ["Khalifa Haftar"]


def test_a_found_name_leads_to_its_page_in_the_language_read(windows: Windows, made: str) -> None:
    with windows.shown(made + "ar/search/?q=hizballah") as page:
        link = page.locator("#_found li a")
        assert (link.get_attribute("hreflang"), link.locator("bdi").get_attribute("lang")) == ("en", "en")
        link.click()
        page.wait_for_url(made + "actors/hezbollah/")


def test_every_name_of_the_sample_finds_what_it_names(windows: Windows, address: str) -> None:
    with windows.shown(address + "search/") as page:
        missed = page.evaluate("""() => {
            const query = document.getElementById("_query");
            const hrefs = () => [...document.querySelectorAll("#_found a")].map((a) => a.href);
            const more = () => document.querySelectorAll("#_found button").forEach((button) => button.click());
            return backstoryNames.entries.flatMap(([, href, , names]) => names.filter((name) => {
                query.value = name;
                query.dispatchEvent(new Event("input"));
                more();
                return !hrefs().includes(new URL(href, location).href);
            }));
        }""")
        assert missed == []


def test_a_long_list_shows_its_first_and_the_rest_when_asked(page: Page) -> None:
    assert found(page, "well") == [f"Well {number:02}" for number in range(20)]
    page.get_by_role("button", name="5 more in this group").click()
    assert page.locator("#_found li a").all_inner_texts() == [f"Well {number:02}" for number in range(25)]
    assert page.locator("#_found li a").nth(20).evaluate("link => link === document.activeElement")
    assert page.locator("#_found button").count() == 0


def test_it_works_from_a_folder_without_a_server(browser: Browser, tmp_path: Path) -> None:
    site = scenario.site(tmp_path, SITE)
    assert site.build(offline=True).published
    with window(browser) as page:
        page.goto((tmp_path / "output/search/index.html").as_uri())
        assert found(page, "Hifter") == ["Khalifa Haftar"]
        page.locator("#_found li a").click()
        page.wait_for_url((tmp_path / "output/actors/haftar/index.html").as_uri())


def test_without_scripts_it_leads_to_the_indexes(windows: Windows, address: str, sample: Published) -> None:
    with windows.shown(address + "search/", java_script_enabled=False) as page:
        assert not page.locator("#_query").is_visible()
        doors = page.locator(".doors a")
        assert doors.count() == 7
        hrefs = [str(each.get_attribute("href")) for each in doors.all()]
        assert [href for href in hrefs if not (sample.folder / "search" / href / "index.html").is_file()] == []


@pytest.mark.parametrize("java_script_enabled", [True, False])
def test_the_field_of_every_page_leads_to_the_search_page(
    windows: Windows, made: str, java_script_enabled: bool
) -> None:
    with windows.shown(made, java_script_enabled=java_script_enabled) as page:
        page.locator("#_seek-field").fill("haftar")
        page.locator("#_seek-field").press("Enter")
        page.wait_for_url(made + "search/?q=haftar")


@pytest.mark.parametrize("keys", ["/", "Control+k", "Meta+k"])
def test_a_key_leads_to_the_field(windows: Windows, made: str, keys: str) -> None:
    with windows.shown(made) as page:
        page.keyboard.press(keys)
        assert page.evaluate("document.activeElement.id") == "_seek-field"
        page.keyboard.type("/")
        assert page.locator("#_seek-field").input_value() == "/"


def test_on_a_phone_the_field_opens_by_its_lens(windows: Windows, made: str) -> None:
    with windows.shown(made, viewport={"width": 390, "height": 844}) as page:
        assert not page.locator("#_seek-field").is_visible()
        page.locator(".lens").click()
        assert page.locator("#_seek-field").is_visible()


@pytest.mark.parametrize(
    ("path", "names"),
    [("actors/halifa-haftar/", ["Khalifa Haftar"]), ("people/Hizbullah.html", ["Hezbollah"]), ("zanzibar/", [])],
)
def test_an_address_without_a_page_offers_the_nearest_names(
    windows: Windows, made: str, path: str, names: list[str]
) -> None:
    with windows.shown(made + path) as page:
        assert page.locator("#_near a").all_inner_texts() == names
        assert page.locator("#_near").is_visible() == bool(names)
