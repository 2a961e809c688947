"""Documents become entities: one of each id, with its translations."""

from __future__ import annotations

import datetime

from backstory.records.entity import Translation, called
from backstory.values.keys import Key, Kind
from backstory.values.localized_text import Words
from tests.assembling.given import knowledge, modelled, told

LNA = "-- actors/lna.md --\nname: Libyan National Army\ntype: armed-group\n"
JETS = "-- articles/jets.md --\ntitle: Whose jets?\ndate: 2020-05-29\n"


def test_entities_stand_in_order_of_id() -> None:
    known = knowledge("-- actors/b.md --\nname: B\ntype: state\n-- actors/a.md --\nname: A\ntype: state\n")
    assert list(known.actors) == ["a", "b"]


def test_an_id_in_two_files_is_told_at_the_second_with_the_first() -> None:
    known, found = modelled(LNA + "-- actors.yaml --\nlna:\n  name: LNA\n  type: armed-group\n")
    assert told(found) == ["actors.yaml:1:1 E202 the id `lna` is taken by content/actors/lna.md"]
    assert [each.span.path for each in found[0].related] == ["content/actors/lna.md"]
    assert called(known.actors["lna"]).own == "Libyan National Army"


def test_a_translation_without_an_original_is_an_error() -> None:
    _, found = modelled("-- actors/lna.ar.md --\nname: الجيش\n")
    assert told(found) == ["actors/lna.ar.md:1:1 E203 this translates the actor `lna`, and there is no such actor"]


def test_a_translation_of_a_broken_original_is_quiet() -> None:
    known, found = modelled("-- actors/lna.md --\nname: A\ntype: armee\n-- actors/lna.ar.md --\nname: الجيش\n")
    assert [each.code for each in found] == ["E128"]
    assert known.broken == frozenset([Key(Kind.ACTOR, "lna")])


def test_the_texts_of_a_translation_join_those_of_the_original() -> None:
    known = knowledge(
        LNA
        + "aliases:\n  - Haftar's army\n"
        + "-- actors/lna.ar.md --\nname: الجيش\nsummary: نص\naliases:\n  - جيش حفتر\n"
        + "translates: 2020-05\ntranslator: Mona\n"
    )
    lna = known.actors["lna"]
    assert lna.fields.name.texts == (("en", "Libyan National Army"), ("ar", "الجيش"))
    assert lna.fields.summary == Words((("ar", "نص"),), lna.head)
    assert [each.text.texts for each in lna.fields.aliases] == [(("en", "Haftar's army"),), (("ar", "جيش حفتر"),)]
    path = "content/actors/lna.ar.md"
    assert lna.translations == {
        "ar": Translation("ar", path, lna.translations["ar"].head, "2020-05", "Mona"),
    }


def test_nested_texts_and_lists_of_texts_are_translated_one_by_one() -> None:
    known = knowledge(
        JETS
        + "tags:\n  - jets\nbrief:\n  happened: A\n"
        + "-- articles/jets.ar.md --\ntitle: طائرات\ntags:\n  - طائرات\nbrief:\n  happened: ب\n  unknown: ج\n"
    )
    fields = known.articles["jets"].fields
    assert fields.tags[0].texts == (("en", "jets"), ("ar", "طائرات"))
    assert fields.brief is not None
    assert fields.brief.happened is not None
    assert fields.brief.happened.texts == (("en", "A"), ("ar", "ب"))
    assert fields.brief.unknown is not None
    assert fields.brief.unknown.texts == (("ar", "ج"),)


def test_a_fact_in_a_translation_is_an_error() -> None:
    _, found = modelled(LNA + "-- actors/lna.ar.md --\nname: الجيش\ntype: state\n")
    assert told(found) == ["actors/lna.ar.md:2:1 E132 `type` is a fact, and facts stay in the default file"]


def test_a_text_translated_in_both_files_is_an_error_that_names_both() -> None:
    _, found = modelled(
        "-- actors/lna.md --\nname:\n  en: LNA\n  ar: الجيش\ntype: armed-group\n-- actors/lna.ar.md --\nname: الجيش\n"
    )
    assert told(found) == ["actors/lna.ar.md:1:1 E204 `name` stands in `ar` in the original too"]
    assert [each.span.path for each in found[0].related] == ["content/actors/lna.md"]


def test_a_translated_list_of_another_length_is_an_error() -> None:
    _, found = modelled(JETS + "tags:\n  - a\n  - b\n-- articles/jets.ar.md --\ntitle: ط\ntags:\n  - ا\n")
    assert told(found) == ["articles/jets.ar.md:2:1 E216 `tags` has 1 entries here and 2 in the original"]


def test_a_translation_into_a_language_the_site_has_not_is_an_error() -> None:
    _, found = modelled(LNA + "-- actors/lna.fr.md --\nname: ANL\n")
    assert told(found) == ["actors/lna.fr.md:1:1 E215 `fr` is none of the languages of this site"]


def test_a_draft_is_withheld_and_checked_all_the_same() -> None:
    known, found = modelled(JETS + "draft: true\nactors:\n  - lna\n")
    assert (list(known.articles), list(known.withheld)) == ([], ["jets"])
    assert told(found) == ["articles/jets.md:5:5 E201 no actor is called `lna`"]
    known, _ = modelled(JETS + "draft: true\n", drafts=True)
    assert list(known.articles) == ["jets"]


def test_an_article_of_tomorrow_is_withheld_unless_asked_for() -> None:
    day = datetime.date(2020, 5, 28)
    known, _ = modelled(JETS, today=day)
    assert list(known.withheld) == ["jets"]
    assert list(modelled(JETS, today=day, future=True)[0].articles) == ["jets"]
    assert list(modelled(JETS, today=day + datetime.timedelta(days=1))[0].articles) == ["jets"]


def test_the_order_of_the_files_changes_nothing() -> None:
    files = [LNA, JETS, "-- actors/a.md --\nname: A\ntype: state\n", "-- actors/lna.ar.md --\nname: الجيش\n"]
    assert modelled("".join(files)) == modelled("".join(reversed(files)))


def test_an_alias_of_a_translation_that_ends_before_it_begins_is_told() -> None:
    alias = "aliases:\n  - text: الجيش\n    from: 2010\n    to: 2009\n"
    _, found = modelled(LNA + "-- actors/lna.ar.md --\n" + alias)
    assert told(found) == ["actors/lna.ar.md:4:9 E400 this ends, 2009, before it begins, 2010"]
