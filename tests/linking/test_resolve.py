"""Where references lead, and what their authors are told when they lead nowhere."""

from __future__ import annotations

from typing import Any

import pytest

from backstory.linking import link
from backstory.records.entity import Entity
from backstory.records.links import Target, ToAddress, ToAnchor, ToEmbed, ToEntity, ToFile, ToSources
from backstory.values.keys import Key, Kind
from tests.linking import build

LNA = build.actor("lna", "Libyan National Army", aliases=["LAAF"], texts={"body": "Text.\n## Its history\nText."})
CLAIM = build.entity(Kind.CLAIM, "jets", text="Jets landed at Jufra")
SOURCE = build.entity(Kind.SOURCE, "africom-2020", title="AFRICOM statement")
FILES = ("content/images/jufra.jpg", "content/static/map.pdf")


def targets(body: str, *others: Entity[Any], **site: Any) -> tuple[Target | None, ...]:
    """The targets of the references of an article."""
    article = build.article("a", body)
    links, _ = link(build.knowledge(article, LNA, CLAIM, SOURCE, *others, **site), FILES)
    return next(text.targets for key, text in links.texts.items() if key.key == article.key)


def told(body: str, *others: Entity[Any], **site: Any) -> list[tuple[str, str, str]]:
    """The code, message and label of what an article's author is told."""
    article = build.article("a", body)
    found = link(build.knowledge(article, LNA, CLAIM, SOURCE, *others, **site), FILES)[1]
    return [(each.code, each.message, each.label) for each in found if each.span.path == article.path]


@pytest.mark.parametrize(
    "written",
    [
        "lna",
        "Libyan National Army",
        "LAAF",
        "laaf",
        "libyan  national army",
        "actor:lna",
        "LNA",
        "lna.md",
        "actors/lna",
        "the Libyan National Army",
        "The LAAF",
    ],
)
def test_a_wikilink_finds_its_entity_by_id_name_alias_and_folded_name(written: str) -> None:
    (target,) = targets(f"[[{written}]]")
    assert isinstance(target, ToEntity)
    assert target.key == LNA.key


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("lna", ""),
        ("actor:lna", ""),
        ("lna.md", ""),
        ("actors/lna", ""),
        ("Libyan National Army", "Libyan National Army"),
        ("actor:LAAF", "LAAF"),
        ("laaf", "laaf"),
        ("LNA", "LNA"),
        ("the libyan national army", "the libyan national army"),
    ],
)
def test_a_wikilink_shows_the_name_that_was_typed_and_the_entitys_for_an_id(written: str, words: str) -> None:
    assert targets(f"[[{written}]]") == (ToEntity(LNA.key, words=words),)
    assert targets(f"[[{written}#Its history]]") == (ToEntity(LNA.key, "its-history", words),)


@pytest.mark.parametrize(
    ("name", "lang", "written", "found"),
    [
        ("army", "en", "the army", True),
        ("the dock company", "en", "dock company", True),
        ("The Gambia", "en", "Gambia", True),
        ("compagnie", "fr", "La compagnie", True),
        ("alliance", "fr", "l'alliance", True),
        ("alliance", "fr", "L’alliance", True),
        ("Wehr", "de", "die Wehr", True),
        ("جيش", "ar", "الجيش", True),
        ("Paz", "es", "La Paz", False),
        ("a team", "en", "theteam", False),
    ],
)
def test_a_wikilink_may_have_an_article_that_the_name_has_not(name: str, lang: str, written: str, found: bool) -> None:
    one = build.entity(
        Kind.ACTOR, "one", **build.located({"name": "Zyxwv", "type": "other", "aliases": [{"text": {lang: name}}]})
    )
    assert targets(f"[[{written}]]", one) == ((ToEntity(one.key, words=written),) if found else (None,))


def test_an_exact_name_goes_before_a_folded_one() -> None:
    upper, lower = build.term("k1", "KISS"), build.term("k2", "kiss")
    written = (ToEntity(upper.key, words="KISS"), ToEntity(lower.key, words="kiss"))
    assert targets("[[KISS]] [[kiss]]", upper, lower) == written


def test_several_entities_of_one_name_ask_for_a_prefix() -> None:
    moscow = build.entity(Kind.PLACE, "moscow-city", name="Moscow"), build.actor("russia", "Russia", aliases=["Moscow"])
    place = ToEntity(Key(Kind.PLACE, "moscow-city"), words="Moscow")
    assert targets("[[Moscow]] [[place:Moscow]]", *moscow) == (None, place)
    assert told("[[Moscow]]", *moscow) == [("E304", "`Moscow` is the name of 2 entities", "which one?")]


def test_a_link_to_nothing_is_told_with_the_nearest_name() -> None:
    message = "no actor, term, conflict, article or place is called `Libian National Army`"
    assert told("[[Libian National Army]]") == [("E301", message, "did you mean `Libyan National Army`?")]
    assert told("[[claim:jet]]") == [
        ("E301", "no claim is called `jet`", "did you mean `claim:jets` (Jets landed at Jufra)?")
    ]


@pytest.mark.parametrize(
    ("written", "there", "guess"),
    [
        ("Sudan", "South Sudan", ""),
        ("Sudan", "Sultan", ""),
        ("Sudan", "War in Sudan", ""),
        ("Iran", "Iraq", ""),
        ("Niger", "Nigeria", ""),
        ("Mali", "Malta", ""),
        ("UN", "UNHCR", ""),
        ("Sudann", "Sudan", "Sudan"),
        ("Jufar", "Jufra", "Jufra"),
        ("Army of the North", "North Army", "North Army"),
        ("Gadafi", "Qadhafi", "Qadhafi"),
        ("Harbour Compny", "Harbour Company", "Harbour Company"),
    ],
)
def test_a_guess_is_made_only_where_it_is_near(written: str, there: str, guess: str) -> None:
    ((code, _, label),) = told(f"[[{written}]]", build.actor("zzz", there))
    assert (code, guess in label if guess else label) == ("E301", True if guess else "")


def test_the_last_name_of_a_person_is_near() -> None:
    person = build.actor("khalifa-haftar", "Khalifa Haftar", "person", public_role="commander")
    assert told("[[haftar]]", person)[0][2] == "did you mean `Khalifa Haftar`?"


def test_a_missing_entity_can_be_made_on_github() -> None:
    article = build.article("a", "[[actor:wagner]]")
    found = link(build.knowledge(article, repository="https://github.com/desk/site"), ())[1]
    assert [each.link for each in found] == [
        "https://github.com/desk/site/new/main?filename=content/actors/wagner.md"
        "&value=---%0Aname%3A%20Wagner%0Atype%3A%20other%0Asummary%3A%20%0A---%0A"
    ]


def test_a_prefix_there_is_not_is_told() -> None:
    assert told("[[terms:lna]]") == [("E305", "no kind has the prefix `terms:`", "did you mean `term:lna`?")]


def test_an_anchor_is_an_id_or_the_words_of_a_heading() -> None:
    assert targets("[[lna#its-history]] [[lna#Its history]]") == (ToEntity(LNA.key, "its-history"),) * 2
    message = "`#its-histry` is no heading of content/actors/lna.md"
    assert told("[[lna#its-histry]]") == [("E307", message, "did you mean `lna#its-history`?")]


def test_an_anchor_alone_leads_to_the_same_page() -> None:
    assert targets("[[#Later]] [x](#later)\n## Later\nEnd.") == (ToAnchor("later"), ToAnchor("later"))


def test_embeds_are_claims_events_and_the_pages_own() -> None:
    assert targets("![[claim:jets]] ![[backers]]") == (ToEntity(CLAIM.key), ToEmbed("backers"))
    assert told("![[backer]]") == [("E303", "`backer` cannot be embedded", "did you mean `backers`?")]
    assert told("![[jets]]") == [("E303", "`jets` cannot be embedded", "did you mean `claim:jets`?")]


def test_a_citation_leads_to_its_source_with_the_locator() -> None:
    assert targets("Yes [@africom-2020, p. 2].") == (ToSources(((SOURCE.key, "p. 2"),)),)
    assert told("Yes [@africom-2002].") == [
        ("E302", "no source is called `africom-2002`", "did you mean `@africom-2020` (AFRICOM statement)?")
    ]


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("../actors/lna.md", ToEntity(LNA.key)),
        ("../actors/lna.md#its-history", ToEntity(LNA.key, "its-history")),
        ("../images/jufra.jpg", ToFile("content/images/jufra.jpg")),
        ("../static/map.pdf", ToFile("content/static/map.pdf")),
        ("https://example.org/a#b", ToAddress("https://example.org/a#b")),
        ("mailto:desk@example.org", ToAddress("mailto:desk@example.org")),
    ],
)
def test_paths_lead_where_they_lead_on_github(path: str, target: Target) -> None:
    assert targets(f"[x]({path})") == (target,)


@pytest.mark.parametrize("on_disk", ["caf\u00e9 1.jpg", "cafe\u0301 1.jpg"])
@pytest.mark.parametrize(
    "written",
    ["caf\u00e9 1.jpg", "cafe\u0301 1.jpg", "caf%C3%A9%201.jpg", "cafe%CC%81%201.jpg", "caf%c3%a9%201.jpg?a=1"],
)
def test_a_path_finds_its_file_in_each_form_of_unicode_and_of_an_address_bar(on_disk: str, written: str) -> None:
    article = build.article("a", f"[x](../images/{written})")
    links, found = link(build.knowledge(article), (f"content/images/{on_disk}",))
    assert found == ()
    (text,) = links.texts.values()
    assert text.targets == (ToFile(f"content/images/{on_disk}"),)


@pytest.mark.parametrize("heading", ["Caf\u00e9 later", "Cafe\u0301 later"])
@pytest.mark.parametrize(
    "written", ["caf\u00e9-later", "cafe\u0301-later", "caf%C3%A9-later", "cafe%CC%81-later", "Caf%C3%A9%20later"]
)
def test_an_anchor_finds_its_heading_likewise(heading: str, written: str) -> None:
    (anchor, other) = targets(f"[[#{written}]] [x](#{written})\n## {heading}\nEnd.")
    assert anchor == other
    assert isinstance(anchor, ToAnchor)
    assert told(f"[[#{written}]]\n## {heading}\nEnd.") == []


@pytest.mark.parametrize(
    ("path", "code", "label"),
    [
        ("/actors%2Flna/", "E308", "did you mean `../actors/lna.md`?"),
        ("../Actors/LNA.md", "E311", "did you mean `../actors/lna.md`?"),
        ("../actors/lna", "E311", "did you mean `../actors/lna.md`?"),
        ("lna.md", "E311", "did you mean `../actors/lna.md`?"),
        ("../images/jufra.JPG", "E311", "did you mean `../images/jufra.jpg`?"),
        ("../images/juffra.jpg", "E311", "did you mean `../images/jufra.jpg`?"),
        ("/actors/lna/", "E308", "did you mean `../actors/lna.md`?"),
        ("../../README.md", "E309", ""),
        ("javascript:alert", "E310", ""),
    ],
)
def test_a_path_that_leads_nowhere_is_told_with_the_one_meant(path: str, code: str, label: str) -> None:
    assert [(found[0], found[2]) for found in told(f"[x]({path})")] == [(code, label)]


def test_a_link_to_a_draft_is_an_error_but_from_a_draft() -> None:
    draft, other = build.article("draft", "[[other]]"), build.article("other", "Text.")
    found = told("[[draft]] [[About draft]] [x](draft.md)", withheld=[draft, other])
    assert [code for code, _, _ in found] == ["E306"] * 3
    assert link(build.knowledge(withheld=[draft, other]), ())[1] == ()


def test_a_link_to_a_broken_file_is_not_reported_again() -> None:
    key = Key(Kind.ACTOR, "wagner-group")
    assert told("[[wagner-group]] [[Wagner Group]] [x](../actors/wagner-group.md)", broken=[key]) == []
