"""Attribution (E138, E218 to E225, W431 to N436, W442): who says so, in which words, and what is published at all."""

from __future__ import annotations

from backstory.diagnostics.codes.code import Code

CODES: tuple[Code, ...] = (
    Code(
        "E138",
        "A finding without its words",
        "What a body finds, what somebody assesses, and an answer that neither confirms nor denies are told in the "
        "speaker's own words: add a `quote`. A finding needs its `pages` too. Our words would say more, or less.",
        "sources:\n  - source: un-panel-2019\n    stance: finds",
        "sources:\n  - source: un-panel-2019\n    stance: finds\n    pages: par. 63\n"
        "    quote: routinely supplied weapons",
    ),
    Code(
        "E218",
        "A report that does not say what it does",
        "A court's document, a filing to a court, an official report or a gazette can find something, call it "
        "credible, "
        "accuse, or only mention it. Official is no finding. Say with `stance` what it does about this record; "
        "`mentions` is background and supports nothing.",
        "sources:\n  - un-panel-2019",
        "sources:\n  - source: un-panel-2019\n    stance: finds\n    pages: par. 63\n"
        "    quote: routinely supplied weapons",
    ),
    Code(
        "E219",
        "A finding by one who finds nothing",
        "`finds`, `finds-credible` and `finds-no-evidence` are for courts, inquiries and regulators (`type` of the "
        "actor): "
        "they hear those concerned and say by what standard they judge. What is filed with a court is an accusation. A "
        "ministry, a medium or an association `asserts`, `assesses` or `reports`.",
        "sources:\n  - source: africom-2020-05-26\n    stance: finds\n    pages: p. 1\n    quote: aircraft arrived",
        "sources:\n  - source: africom-2020-05-26\n    stance: assesses\n    quote: aircraft likely arrived",
    ),
    Code(
        "E220",
        "A claim that nobody makes",
        "A claim is published because somebody named says, assesses or reports it. Here there are only denials, only "
        "people whom nobody names, or nobody at all. For a claim with a `question` this is a warning; so it is where "
        "only the unnamed say it and `about` holds no person and no company.",
        "text: Jets came\npositions:\n  - by: russia\n    stance: denies\n    date: 2020-05-26\n    source: late",
        "text: Jets came\npositions:\n  - by: eu\n    stance: asserts\n    date: 2020-05-26\n    source: late\n"
        "  - by: russia\n"
        "    stance: denies\n    date: 2020-05-26\n    source: late",
    ),
    Code(
        "E221",
        "A position that cannot be read anywhere",
        "Whatever somebody is said to say needs the `source` in which it can be read. Of a silence, `asked` with "
        "`by` and "
        "`date` may stand in its place: then the desk itself asked.",
        "text: Jets came\npositions:\n  - by: eu\n    stance: asserts\n    date: 2020-05-26",
        "text: Jets came\npositions:\n  - by: eu\n    stance: asserts\n    date: 2020-05-26\n    source: late",
    ),
    Code(
        "E222",
        "An event that rests on nothing",
        "An event is told as something that happened. It needs `sources`; or a `claim`, and the timeline then says "
        "by whose "
        "account it happened.",
        "title: Twelve are killed\ndate: 2020-05",
        "title: Twelve are killed\ndate: 2020-05\nsources:\n  - late",
    ),
    Code(
        "E223",
        "A lead that the page would make its own",
        "`lead` opens the home page or an article, in its largest words. A statement there would be the page's own, "
        "and "
        "what only unnamed people say has nobody to answer for it. Lead with a claim that has a `question`.",
        "lead: jets-came",
        "lead: did-jets-come",
    ),
    Code(
        "E224",
        "A tie of a person or company on unnamed speakers alone",
        "To say that a person, a company or a private military company is tied to somebody because people whom "
        "nobody names "
        "say so can do harm and be unlawful. Find somebody who says it by name, or make it a claim.",
        "backers:\n  - actor: wagner\n    positions:\n      - by:\n          unnamed: two officials\n"
        "          according_to: late\n        stance: asserts",
        "backers:\n  - actor: wagner\n    positions:\n      - by: eu\n        stance: asserts\n        source: late",
    ),
    Code(
        "E225",
        "A finding that was replaced",
        "The source has `superseded_by`: a judgment on appeal, a corrected report. What it found holds no more. Cite "
        "what "
        "replaced it, and say what that does.",
        "sources:\n  - source: verdict-2019\n    stance: finds\n    pages: p. 3\n    quote: he paid",
        "sources:\n  - source: appeal-2020\n    stance: finds-no-evidence\n    quote: no payment is shown",
    ),
    Code(
        "W431",
        "A statement without a date",
        "Neither the position nor its source has a `date`, so nobody can tell what it answers. A source's date "
        "counts as "
        '"by then". For a denial or a confirmation this is an error.',
        "text: Jets came\npositions:\n  - by: eu\n    stance: asserts\n    source: undated",
        "text: Jets came\npositions:\n  - by: eu\n    stance: asserts\n    date: 2020-05\n    source: undated",
    ),
    Code(
        "W432",
        "A silence without a question",
        "That somebody does not comment, declines or does not answer says something only where somebody asked. "
        "`asked` says "
        "who did, and when.",
        "text: Jets came\npositions:\n  - by: russia\n    stance: no-comment\n    date: 2020-05-26\n    source: late",
        "text: Jets came\npositions:\n  - by: russia\n    stance: no-comment\n    date: 2020-05-26\n    source: late\n"
        "    asked:\n      by: A paper\n      date: 2020-05-26",
    ),
    Code(
        "W433",
        "A tie of a person or company whom nobody asked",
        "The tie names a person or a company that does not own to it, no answer is recorded, and nothing says that "
        "anybody "
        "asked. Ask, and write what came back; or write in the record's `note` that you did not.",
        "backers:\n  - actor: wagner\n    sources:\n      - late",
        "backers:\n  - actor: wagner\n    sources:\n      - late\n    positions:\n      - by: wagner\n"
        "        stance: no-response\n        asked:\n          by: The desk\n          date: 2020-06-01",
    ),
    Code(
        "W434",
        "A party or a relation without a source",
        "Nothing is named that says that this actor is a party, or stands in this relation. Who is a party to a "
        "conflict is "
        "itself disputed; `sides_per` of the conflict names one source for all its sides. Without source, whom "
        "somebody "
        "commands or what they are part of is an error.",
        "# content/actors/lna.md\nopposes:\n  - gna",
        "# content/actors/lna.md\nopposes:\n  - actor: gna\n    sources:\n      - late",
    ),
    Code(
        "W435",
        "Words that count for less than they say",
        "A body's finding counts as a finding where its own public report is cited and no other such body found no "
        "evidence "
        "of it. Read in another's report, it is that medium's report; leaked, it is one voice; contradicted, it is an "
        "assessment.",
        "backers:\n  - actor: russia\n    positions:\n      - by: un-panel\n        stance: finds\n"
        "        pages: p. 1\n"
        "        quote: sent men\n        source: late",
        "backers:\n  - actor: russia\n    positions:\n      - by: un-panel\n        stance: finds\n"
        "        pages: p. 1\n"
        "        quote: sent men\n        source: panel-report",
    ),
    Code(
        "N436",
        "Words that do not say who says so",
        "“Reportedly”, “it is said”, “experts say”: the text passes on what somebody says and does not say who. Name "
        "them, or "
        "say that the source does not.",
        "Jets reportedly came.",
        "By the account of the EU, jets came.",
    ),
    Code(
        "W442",
        "A word of guilt in the site's own voice",
        "A `public_role` or `summary` that calls a person or a company a war criminal, a terrorist or a front says so "
        "in the site's own voice, on every card. Say what they are by office. Who accuses or convicted them stands in "
        "a claim, or here in quotation marks with who says it. Words of English, French and Arabic are known.",
        "type: person\npublic_role: War criminal and financier of the army",
        "type: person\npublic_role: Financier of the army, whom the court “convicted as a war criminal”",
    ),
)
