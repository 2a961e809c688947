"""Which links stand in one sentence."""

from __future__ import annotations

import pytest

from backstory.checking.in_prose.linked_sentences import sentences
from tests.checking.planted import ACTORS, read


def cut(body: str) -> list[tuple[str, list[str]]]:
    knowledge, _ = read(f"{ACTORS}-- content/articles/one.md --\n---\ntitle: One\ndate: 2021-01-01\n---\n{body}\n")
    found = sentences(knowledge.articles["one"].texts["body", "en"])
    return [(each.text, [each.text[link.start : link.end] for link in each.links]) for each in found]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("One [[lna|army]]. Two. Three [[gna|state]]!", [("One army.", ["army"]), ("Three state!", ["state"])]),
        ("Gen. Haftar led [[lna|it]] on 4 Apr. 2019.", [("Gen. Haftar led it on 4 Apr. 2019.", ["it"])]),
        (
            "A [[lna]] and [the state](https://example.org/) here",
            [("A \ufffc and the state here", ["\ufffc", "the state"])],
        ),
        ("- One [[lna|army]]\n- Two [[gna|state]]", [("One army", ["army"]), ("Two state", ["state"])]),
        ("One [[lna|army]]  \nTwo", [("One army", ["army"])]),
        ("الجيش [[lna|هنا]]؟ لا. نعم", [("الجيش هنا؟", ["هنا"])]),
        ("No link. `code [[lna]]`.", []),
        ("word " * 250 + "[[lna|army]]", []),
    ],
)
def test_a_sentence_has_the_links_that_stand_in_it(body: str, expected: list[tuple[str, list[str]]]) -> None:
    assert cut(body) == expected
