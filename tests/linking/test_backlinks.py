"""Who mentions an entity, in which words."""

from __future__ import annotations

from backstory.linking import link
from backstory.linking.backlinks import in_order
from backstory.records.links import Backlink, ProseKey
from backstory.values.keys import Key, Kind
from tests.linking import build

LNA = build.actor("lna", "Libyan National Army", abbreviation="LNA")


def test_a_backlink_has_the_sentence_of_the_first_mention_in_each_section() -> None:
    article = build.article(
        "a", "One. The LNA left `x` there. Two.\n\nThe LNA.\n## Later on\nHe met [[lna|the army]] [@s]."
    )
    links, _ = link(build.knowledge(article, LNA), ())
    text = ProseKey(article.key, "body", "en")
    assert links.backlinks[LNA.key] == (
        Backlink(text, "", "The ", "LNA", " left x there.", False),
        Backlink(text, "later-on", "He met ", "the army", " .", True),
    )


def test_articles_stand_newest_first_and_before_actors_and_terms() -> None:
    texts = {"body": "The LNA."}
    entities = [
        build.entity(Kind.TERM, "a-term", {"definition": "The LNA."}, name="thing", definition="The LNA."),
        build.actor("b", "Other", texts=texts),
        build.article("a-old", "The LNA.", date="2019"),
        build.article("new-b", "The LNA.", date="2020-02"),
        build.article("new-a", "The LNA.", date="2020-02"),
    ]
    known = build.knowledge(LNA, *entities)
    links, _ = link(known, ())
    told = links.backlinks[Key(Kind.ACTOR, "lna")]
    found = [str(each.text.key) for each in told]
    assert found == ["article:new-a", "article:new-b", "article:a-old", "actor:b", "term:a-term"]
    assert in_order(known, reversed(told)) == told
