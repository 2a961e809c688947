"""No documents, whatever they hold, end the model stage."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from backstory.assembling import model
from backstory.diagnostics import CODES, Span
from backstory.records.document import BackingList, Document
from backstory.values.keys import Key, Kind
from backstory.values.located import Fields, Items, Located, Text
from tests.assembling.given import TODAY, site

IDS = st.sampled_from(["a", "b", "c"])
DATES = st.sampled_from(["2019", "2020-05", "2020-05-26~", "2018/2020", "..", "/2020", "199X", "[2019,2020]", "x"])
POSITION = st.fixed_dictionaries(
    {"by": IDS | st.just({"name": "N", "of": "a"}), "stance": st.sampled_from(["asserts", "denies", "retracts", "x"])},
    optional={"date": DATES, "source": IDS, "for": IDS, "value": st.just({"said": "5", "counts": "men"})},
)
RECORD = st.fixed_dictionaries(
    {"actor": IDS},
    optional={
        "recipient": IDS,
        "conflict": IDS,
        "from": DATES,
        "to": DATES,
        "via": IDS,
        "observed": DATES,
        "sources": st.lists(IDS, max_size=2),
        "positions": st.lists(POSITION, max_size=2),
    },
)
SIDE = st.fixed_dictionaries({"id": IDS, "label": st.just("L"), "parties": st.lists(IDS, max_size=2)})
FRONT: dict[Kind, st.SearchStrategy[dict[str, object]]] = {
    Kind.ACTOR: st.fixed_dictionaries(
        {"name": st.just("A"), "type": st.sampled_from(["state", "person", "pmc", "x"])},
        optional={"backers": st.lists(RECORD | IDS, max_size=2), "part_of": IDS, "as_of": DATES},
    ),
    Kind.ARTICLE: st.fixed_dictionaries(
        {"title": st.just("A"), "date": DATES},
        optional={"conflict": IDS, "backers": st.dictionaries(IDS, st.lists(RECORD | IDS, max_size=2), max_size=2)},
    ),
    Kind.CONFLICT: st.fixed_dictionaries({"name": st.just("A"), "sides": st.lists(SIDE, max_size=2)}),
    Kind.SOURCE: st.fixed_dictionaries({"title": st.just("A")}, optional={"relays": IDS, "publisher": IDS}),
}


def located(plain: object) -> Located:
    span = Span("x.md", 1, 1, 1, 2)
    if isinstance(plain, dict):
        return Fields({key: located(each) for key, each in plain.items()}, span, dict.fromkeys(plain, span))
    if isinstance(plain, list):
        return Items([located(each) for each in plain], span)
    return Text(str(plain), span, plain=True)


def fields(plain: dict[str, object]) -> Fields:
    found = located(plain)
    assert isinstance(found, Fields)
    return found


@st.composite
def documents(draw: st.DrawFn) -> Document:
    kind = draw(st.sampled_from(sorted(FRONT)))
    translation = draw(st.booleans())
    key = Key(kind, draw(IDS))
    front = fields(draw(FRONT[kind]))
    lang = "ar" if translation else "en"
    return Document(key, lang, "x.md", Span("x.md"), front, {}, translation=translation, broken=draw(st.booleans()))


@given(st.lists(documents(), max_size=8), st.lists(RECORD, max_size=3))
def test_no_documents_make_the_model_stage_fail(written: list[Document], listed: list[dict[str, object]]) -> None:
    lists = [BackingList("y.yaml", Span("y.yaml"), tuple(fields(each) for each in listed))]
    known, found = model(written, lists, site(), today=TODAY, drafts=False, future=False)
    assert all(each.code in CODES for each in found)
    assert all(each.backer in known.actors and each.recipient in known.actors for each in known.backings)
