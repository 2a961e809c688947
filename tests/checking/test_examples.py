"""The examples of `explain`: put into a site, the bad one is told and the good one is not."""

from __future__ import annotations

import re
from textwrap import indent

import pytest

from backstory import checking
from backstory.diagnostics import CODES
from tests.checking.planted import SOURCES, TODAY, WAR, read

_FILE = re.compile(r"^# (?:content/(?P<path>\S+)|in (?P<name>[\w-]+)\.md|in an article)\b.*\n", re.MULTILINE)
PEOPLE = ("fayez-serraj", "abdul-dbeibah", "ahmed-mismari", "vladimir-putin")
TYPES = {"un-panel": "type: inquiry", "wagner": "type: pmc"}
NAMED = ("un-panel", "lna", "gna", "russia", "sudan", "eu", "turkey", "wagner", "hor", "chad", *PEOPLE)
CITED = ("ucdp-esd-181", "africom-2020-05-26", "a-news-text", "meo-2020-05-27")
EVENT = "-- content/events.yaml --\ntripoli-offensive-begins:\n  title: March\n  date: 2019-04-04\n"
CLAIM = """-- content/claims/jets-to-jufra.md --
---
text: Jets came.
positions:
  - by: russia
    stance: asserts
    value:
      said: 14 aircraft
      low: 14
      unit: aircraft
---
"""


def record(text: str) -> str:
    return site({}, f"-- content/backings/all.yaml --\n- actor: russia\n  recipient: lna\n{indent(text, '  ')}\n")


def body(text: str) -> str:
    return site({}, EVENT + CLAIM + f"-- content/articles/one.md --\n---\ntitle: One\ndate: 2024\n---\n{text}\n")


def claim(text: str) -> str:
    return site({}, f"-- content/claims/one.md --\n---\ntext: One\n{text}\n---\n")


def statement(text: str) -> str:
    return site({}, f"-- content/claims/one.md --\n---\n{text}\n---\n")


def backers(text: str) -> str:
    return files(f"# content/actors/lna.md\n{text}")


def actor(text: str) -> str:
    return site({}, f"-- content/actors/one.md --\n---\nname: One\n{text}---\n")


def resting(text: str) -> str:
    return backers("backers:\n  - actor: russia\n" + indent(text, "    "))


def lead(text: str) -> str:
    claims = "".join(
        f"-- content/claims/{name}.md --\n---\n{key}: Jets\npositions:\n  - by: eu\n    stance: asserts\n"
        "    source: late\n---\n"
        for name, key in (("jets-came", "text"), ("did-jets-come", "question"))
    )
    return site({}, f"{claims}-- content/articles/one.md --\n---\ntitle: One\ndate: 2024\n{text}---\n")


def event(text: str) -> str:
    return site({}, f"-- content/events/one.md --\n---\n{text}\n---\n")


def sources(text: str) -> str:
    return f"-- content/sources.yaml --\n{text}"


def files(text: str) -> str:
    """An example of several files, each below a comment that names it; a claim without one."""
    parts = _FILE.split(text)
    actors: dict[str, str] = {}
    rest = ""
    if parts[0].strip():
        rest += f"-- content/claims/jets.md --\n---\ntext: Jets\n{parts[0]}\n---\n"
    for path, name, front in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
        names = [name] if name else re.findall(r"([\w-]+)\.md", path or "")
        if path and path.startswith("claims/"):
            rest += f"-- content/claims/jets.md --\n---\ntext: Jets\n{front}\n---\n"
        elif names:
            actors.update(dict.fromkeys(names, front))
        else:
            rest += f"-- content/articles/one.md --\n---\ntitle: One\ndate: 2024\nconflict: war\n{front}\n---\n"
    return site(actors, rest)


def site(actors: dict[str, str], rest: str) -> str:
    text = SOURCES + WAR.replace("sides:\n", "sides_per: late\nsides:\n") + rest
    for each in NAMED:
        kind = TYPES.get(each, "type: person\npublic_role: head" if each in PEOPLE else "type: state")
        text += f"-- content/actors/{each}.md --\n---\nname: {each.title()}\n{kind}\n{actors.get(each, '')}\n---\n"
    for each in CITED:
        text += f"-- content/sources/{each}.md --\n---\ntitle: {each}\npublisher: {each}\ndate: 2021\n---\n"
    for each, kind in (("un-panel-2019", "official-report"), ("verdict-2019", "court"), ("appeal-2020", "court")):
        after = "superseded_by: appeal-2020\n" if each == "verdict-2019" else ""
        text += (
            f"-- content/sources/{each}.md --\n---\ntitle: {each}\npublisher: un-panel\ndate: 2021\nkind: {kind}\n"
            f"{after}---\n"
        )
    text += "-- content/sources/panel-report.md --\n---\ntitle: P\npublisher: un-panel\ndate: 2021\n---\n"
    text += "-- content/sources/undated.md --\n---\ntitle: U\npublisher: A paper\n---\n"
    return text + "-- content/sources/reuters-2019-11.md --\n---\ntitle: R\npublisher: R\ndate: 2019-11\n---\n"


def both(text: str) -> str:
    """`in lna.md and in gna.md alike` is one text for two files."""
    found = re.match(r"# in lna\.md and in gna\.md alike:\n(.*)", text, re.DOTALL)
    return files(f"# in lna.md:\n{found[1]}\n# in gna.md:\n{found[1]}" if found else text)


WRAPPED = {
    "E401": record,
    "E402": files,
    "N404": both,
    "W405": files,
    "W406": files,
    "W407": files,
    "E408": files,
    "N409": claim,
    "W410": record,
    "W411": body,
    "W412": body,
    "W413": record,
    "N414": event,
    "N416": claim,
    "W427": sources,
    "N428": files,
    "W429": claim,
    "N430": claim,
    "E138": resting,
    "E218": resting,
    "E219": resting,
    "E220": statement,
    "E221": statement,
    "E222": event,
    "E223": lead,
    "E224": backers,
    "E225": resting,
    "W431": statement,
    "W432": statement,
    "W433": backers,
    "W434": files,
    "W435": backers,
    "N436": body,
    "W442": actor,
}


def told(text: str) -> set[str]:
    knowledge, links = read(text, errors=True)
    assert not knowledge.broken
    return {each.code for each in checking.check(knowledge, links, today=TODAY)}


@pytest.mark.parametrize("code", WRAPPED)
def test_the_bad_example_of_a_rule_is_told_and_the_good_one_is_not(code: str) -> None:
    bad, good = (WRAPPED[code](f"{example}\n") for example in (CODES[code].bad, CODES[code].good))
    assert (code in told(bad), code in told(good)) == (True, False)
