"""In which order things stand on a page: by name, date or weight, and by id where these are the same."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from backstory.outputs import sitemap
from backstory.pages.core import index_groups
from backstory.pages.core.site import Options
from backstory.pages.indexes import articles_index, claims_index, timeline, topics
from backstory.pages.kinds import actor as actor_page
from backstory.pages.kinds import article as article_page
from backstory.pages.kinds import conflict
from backstory.pages.parts import backings_by_side, correction_rows, event_rows
from backstory.pages.queries import sorting
from backstory.records.backing import Backing
from backstory.records.entity import Entity
from backstory.records.links import Backlink, ProseKey
from backstory.records.plan import Page
from backstory.schema.base import Correction
from backstory.values.keys import Kind
from backstory.values.vocabulary import Basis
from tests.pages import given
from tests.pages.given import CONFLICT, actor, article, backing, entity, knowledge, new_page, term
from tests.pages.views import views

LNA = actor("lna", "Libyan National Army")


def event(name: str, date: str) -> Entity[Any]:
    return entity(Kind.EVENT, name, title=name, date=date, conflict="war")


def claim(name: str, date: str, *, war: str = "") -> Entity[Any]:
    said = {"by": "lna", "stance": "asserts", "date": date}
    return entity(Kind.CLAIM, name, question=name, positions=[said], **({"conflict": war} if war else {}))


def ids(entities: Any) -> list[str]:
    return [each.id for each in entities]


def test_letters_of_the_page_s_script_come_first_and_what_begins_with_none_last() -> None:
    called = ("ب", "B", "7", "Z", "أ", "a")
    made = [actor(f"x{number}", name) for number, name in enumerate(called)]
    english = [group.label for group in index_groups.by_letter(made, "en")]
    arabic = [group.label for group in index_groups.by_letter(made, "ar")]
    assert english == ["A", "B", "Z", "ا", "ب", "#"]
    assert arabic == ["ا", "ب", "A", "B", "Z", "#"]


def test_under_a_letter_names_stand_in_order_and_the_same_names_by_id() -> None:
    made = [actor("c", "Alpha"), actor("a", "Alps"), actor("d", "Alba"), actor("b", "Alpha")]
    (group,) = index_groups.by_letter(made, "en")
    assert ids(group.entities) == ["d", "b", "c", "a"]


def test_years_stand_in_order_what_has_none_last_and_in_each_by_date_and_id() -> None:
    made = [
        article("c", "x", date="2020-05-02"),
        article("b", "x", date="2020-05-02"),
        article("d", "x", date="2020-05-01"),
        article("a", "x", date="2021"),
        article("e", "x", date=".."),
        article("f", "x", date="2019"),
    ]
    found = [(group.label, ids(group.entities)) for group in index_groups.by_year(made, "en")]
    assert found == [("2019", ["f"]), ("2020", ["d", "b", "c"]), ("2021", ["a"]), ("Date not known", ["e"])]


def test_explainers_stand_by_when_they_last_changed_the_newest_first() -> None:
    told = [article("b", "x", date="2020"), article("a", "x", date="2020-05"), article("c", "x", date="2020")]
    told.append(article("d", "x", date="2019", updated="2021"))
    made = views(articles_index.PLANNER, knowledge(*told))["articles/"]
    assert [each.article.name.text for each in made.articles] == ["About d", "About a", "About c", "About b"]


def test_claims_stand_by_conflict_those_of_none_last_and_in_each_the_newest_first() -> None:
    feud = entity(Kind.CONFLICT, "feud", name="The feud")
    made = [claim("a", "2020"), claim("b", "2019", war="war"), claim("c", "2019", war="war")]
    made += [claim("d", "2021", war="war"), claim("e", "2018", war="feud")]
    index = views(claims_index.PLANNER, knowledge(LNA, CONFLICT, feud, *made))["claims/"]
    assert [(each.title, [one.anchor.removeprefix("_claim-") for one in each.claims]) for each in index.disputes] == [
        ("The feud", ["e"]),
        ("The war", ["d", "c", "b"]),
        ("Outside a conflict", ["a"]),
    ]


def test_events_stand_by_date_and_id_in_the_timeline_and_on_the_page_of_their_conflict() -> None:
    made = [event("a", "2020-05-02"), event("c", "2020-05-01"), event("b", "2020-05-01"), event("d", "2019")]
    known = knowledge(CONFLICT, *made)
    years = views(timeline.PLANNER, known)["timeline/"].years
    assert [(year.label, [each.anchor for each in year.events]) for year in years] == [
        ("2019", ["d"]),
        ("2020", ["b", "c", "a"]),
    ]
    assert [each.event.name.text for each in event_rows.timeline(new_page(known), made)] == ["d", "b", "c", "a"]
    page = views(conflict.PLANNER, known)["conflicts/war/"]
    assert [each.event.name.text for each in page.events] == ["d", "b", "c", "a"]


def test_topics_stand_by_name() -> None:
    told = [article("a", "x", date="2020", tags=["zeppelins", "Aircraft", "élections"])]
    made = views(topics.PLANNER, knowledge(*told))["tags/"]
    assert [each.label for each in made.tags] == ["Aircraft", "élections", "zeppelins"]


def test_before_and_after_an_explainer_stand_its_neighbours_by_date_and_id() -> None:
    told = [
        article(name, "x", date=date, conflict="war") for name, date in (("c", "2020"), ("a", "2021"), ("b", "2020"))
    ]
    made = views(article_page.PLANNER, knowledge(CONFLICT, *told))
    around = {name: (made[f"articles/{name}/"].earlier, made[f"articles/{name}/"].later) for name in "abc"}
    named = {name: tuple(each and each.name.text for each in both) for name, both in around.items()}
    assert named == {"b": (None, "About c"), "c": ("About b", "About a"), "a": ("About c", None)}


def test_texts_that_name_an_actor_are_explainers_the_newest_first_then_others_by_name() -> None:
    texts = [
        article("old", "x", title="A", date="2019"),
        article("b", "x", title="Same", date="2020"),
        article("a", "x", title="Same", date="2020"),
        article("c", "x", title="First", date="2020"),
        actor("x", "Zulu"),
        term("y", "alpha"),
    ]
    links = [Backlink(ProseKey(each.key, "body", "en"), "", "The ", "LNA", " did.", explicit=False) for each in texts]
    made = views(actor_page.PLANNER, knowledge(LNA, *texts), backlinks={LNA.key: tuple(links)})["actors/lna/"]
    assert [each.where.href for each in made.appears.shown] == [
        "../../articles/c/",
        "../../articles/a/",
        "../../articles/b/",
        "../../articles/old/",
        "../../glossary/y/",
        "../x/",
    ]


def tie(backer: str, recipient: str, *, war: str | None = "war", basis: Basis = Basis.SINGLE, **dates: Any) -> Backing:
    one = backing({"actor": backer, **{key.rstrip("_"): given for key, given in dates.items()}}, basis)
    return replace(one, recipient=recipient, conflict=war)


ACTORS = (LNA, actor("gna", "Alpha"), actor("z", "Aardvark"), actor("a", "Zulu", "state"), actor("b", "Mike", "state"))


def ends(ties: Any) -> list[tuple[str, str]]:
    return [(each.recipient, each.backer) for each in ties]


def test_the_list_of_all_ties_goes_by_conflict_recipient_backer_and_date() -> None:
    early, late = (
        replace(tie("a", "gna", observed=[date]), name=name) for date, name in (("2019", "z"), ("2020", "y"))
    )
    named = [replace(tie("b", "gna", from_="2021"), name=name) for name in ("y", "x")]
    ties = [tie("a", "lna", war=None), tie("b", "lna"), late, tie("a", "lna", war="feud"), early, *named]
    feud = entity(Kind.CONFLICT, "feud", name="The feud")
    site = given.site(knowledge(CONFLICT, feud, *ACTORS, backings=ties))
    found = list(backings_by_side.by_conflict(site, ties, "en"))
    assert [war for war, _ in found] == ["feud", "war", ""]
    assert found[1][1] == (named[1], named[0], early, late, ties[1])


def test_ties_go_by_what_they_rest_on_then_by_the_newest_evidence_then_by_name() -> None:
    page = new_page(knowledge(CONFLICT, *ACTORS))
    grounds = [Basis.UNSOURCED, Basis.SINGLE, Basis.SEPARATE, Basis.ACKNOWLEDGED]
    by_basis = [tie("a", "lna", basis=each) for each in grounds]
    assert [each.standing.basis for each in sorting.by_ground(page, by_basis)] == grounds[::-1]
    for alike in ((Basis.ONE_SIDE, Basis.SINGLE), (Basis.FOUND, Basis.ACKNOWLEDGED)):
        for newest, other in (alike, alike[::-1]):
            dated = [tie("a", "lna", basis=other, observed=["2019"]), tie("a", "lna", basis=newest, observed=["2020"])]
            assert list(sorting.by_ground(page, dated)) == dated[::-1]
    undated = [tie("a", "lna"), tie("b", "lna"), tie("a", "z"), tie("b", "z")]
    assert ends(sorting.by_ground(page, undated)) == [("z", "b"), ("lna", "b"), ("z", "a"), ("lna", "a")]
    named = [replace(tie("a", "lna"), name=name) for name in "zy"]
    assert list(sorting.by_ground(page, named)) == named[::-1]


def test_ties_to_one_recipient_go_by_date() -> None:
    page = new_page(knowledge(CONFLICT, *ACTORS))
    early, late = tie("b", "lna", from_="2019"), tie("a", "lna", from_="2020")
    other = tie("a", "gna", from_="2021")
    named = replace(early, name="x")
    assert sorting.by_recipient(page, [late, named, other, early]) == (other, early, named, late)


def test_corrections_stand_the_newest_first() -> None:
    made = [
        Correction.model_validate({"date": date, "why": date}, context={"lang": "en"})
        for date in ("2019", "2021", "2020")
    ]
    page = new_page(knowledge(article("a", "x")))
    assert [each.why.text for each in correction_rows.listed(page, made)] == ["2021", "2020", "2019"]


def test_addresses_stand_in_order_in_the_sitemap() -> None:
    (made,) = sitemap.made(given.site(knowledge(), Options(base="https://example.org/")), 2)
    entries = [sitemap.SitemapEntry(f"https://example.org/{name}/", ()) for name in "bca"]
    (page,) = made.what.compose(entries)  # type: ignore[union-attr, call-arg]
    assert isinstance(page, Page)
    assert [each.address[-2] for each in page.view.entries] == ["a", "b", "c"]
