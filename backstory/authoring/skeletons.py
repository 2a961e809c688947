"""The first text of a new file, for each kind: every key an author is likely to want, with a word on each."""

from __future__ import annotations

from datetime import date

from backstory.values.keys import Kind


def skeleton(kind: Kind, name: str, today: date) -> str:
    """The text of a new file called `name`."""
    title = name.replace("-", " ").capitalize()
    return _TEXTS[kind].format(title=title, today=today.isoformat())


def translation(kind: Kind, lang: str, today: date) -> str:
    """The text of a new translation into `lang`, of the original as it is today."""
    field = {Kind.ARTICLE: "title", Kind.SOURCE: "title", Kind.EVENT: "title", Kind.PAGE: "title", Kind.CLAIM: "text"}
    return _TRANSLATION.format(field=field.get(kind, "name"), lang=lang, today=today.isoformat())


# Besides a name, a day and a type all here is remarks: untouched, it says nothing on a page, and a file that is all
# remarks is left out. The texts to write over stand in `values.placeholders`, so that none is published.
_TRANSLATION = """\
---
# Only what is read stands here; facts stay in the original. Take the # away where you write.
# {field}: The name in this language      # in {lang}
# translates: {today}      # the date of the original that this renders
# translator: Who translates
---
"""
_TEXTS = {
    Kind.ARTICLE: """\
---
title: {title}
date: {today}
draft: true                 # take this line away to publish
# summary: One or two sentences that a reader could stop after.
# conflict: id-of-a-conflict
# backers:
#   id-of-a-recipient:
#     - id-of-a-backer
# brief:
#   happened: What happened, and who says so.
#   disputed: What is disputed, and by whom.
#   unknown: What is not known.
---
<!-- Write the text here. Names of actors and terms become links by themselves. A heading has two signs before it, and a
sentence its source behind it:

## A first heading

A sentence with its source [@id-of-a-source].
-->
""",
    Kind.ACTOR: """\
---
name: {title}
type: other                 # state, government, armed-group, pmc, company, person, …
# summary: One sentence that says who this is.
# abbreviation: ABC
# aliases:
#   - Another name
# public_role: Spokesman of …   (a person must have one)
# backers:
#   - actor: id-of-the-backer
#     support:
#       - weapons
#     observed: 2020-05-26
#     sources:
#       - id-of-a-source
---
""",
    Kind.CONFLICT: """\
---
name: {title}
# from: "2014"
# summary: One sentence that says what the conflict is about.
# sides:
#   - id: one
#     label: One side
#     parties: []
#   - id: other
#     label: The other side
#     parties: []
---
""",
    Kind.CLAIM: """\
---
# Take the # away where you write. While all is a remark, this file is left out.
# question: {title}?          # or text: the statement itself
# date: {today}
# positions:
#   - by:
#       name: Who says so
#       role: Their office
#     stance: asserts
#     date: {today}
#     source: id-of-a-source
---
""",
    Kind.EVENT: """\
---
# Take the # away where you write. While all is a remark, this file is left out.
# title: {title}
# date: {today}
# place: id-of-a-place
# actors:
#   - id-of-an-actor
# sources:
#   - id-of-a-source
---
""",
    Kind.PLACE: """\
---
name: {title}
# lat: 32.8874
# lon: 13.1873
# precision: exact          # exact, near or region
---
""",
    Kind.TERM: """\
---
# Take the # away where you write. While all is a remark, this file is left out.
# name: {title}
# definition: What the word means, in thirty words at most.
# contested: Who uses the word, and who does not.
---
""",
    Kind.SOURCE: """\
---
title: {title}
# publisher: Who published it
# date: {today}
# url: https://…
# archive_url: https://…
# kind: news                # statement, press-release, official-report, court, dataset, …
---
""",
    Kind.PAGE: """\
---
title: {title}
---
<!-- What this page says. -->
""",
}
