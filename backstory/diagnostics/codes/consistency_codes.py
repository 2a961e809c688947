"""Consistency (4xx): statements that contradict each other across files."""

from __future__ import annotations

from backstory.diagnostics.codes.code import Code

_TIES = (
    Code(
        "E400",
        "An end before the beginning",
        "Something ends before it begins, however its dates are read: a tie, a party's time on a side, a conflict, a "
        "name, an actor. One of the two dates is wrong. Dates that may overlap (2020 and 2020-05) are not reported, "
        "and an end that is not known is left out.",
        "from: 2020-05\nto: 2019-12",
        "from: 2019-12\nto: 2020-05",
    ),
    Code(
        "E401",
        "Evidence outside a tie's own time",
        "`observed` are the days on which a tie is evidenced, `from` and `to` its first and last. A day before the "
        "first or after the last contradicts them. `from` stands only where a source gives a start: without one, "
        "the evidence alone is enough.",
        "from: 2020-05\nobserved:\n  - 2019-11",
        "from: 2019-11\nobserved:\n  - 2019-11",
    ),
    Code(
        "E402",
        "An actor tied to itself",
        "An actor cannot back, lead, sanction or oppose itself. Mostly the backer and the recipient have been "
        "confused: a record under `backers` on an actor's file names the other one, who backs it.",
        "# content/actors/lna.md\nbackers:\n  - actor: lna",
        "# content/actors/lna.md\nbackers:\n  - actor: russia",
    ),
    Code(
        "W403",
        "A tie outside the life of its actors",
        "The record is dated before an actor was founded or after it was dissolved, or the actor is a party without "
        "dates of a conflict that was over before or began after. Either a date is wrong, or it "
        "was another actor then: a predecessor or successor, to be named with `succeeds`.",
        "# content/actors/gna.md: founded: 2016-03\nbackers:\n  - actor: turkey\n    observed:\n      - 2014",
        "# content/actors/gna.md: founded: 2016-03\nbackers:\n  - actor: turkey\n    observed:\n      - 2019",
    ),
    Code(
        "N404",
        "One backer of both sides",
        "The records say that an actor backs two parties of opposed sides of a conflict in one time. That happens, "
        "and is worth knowing: it is told once for a backer and two parties. An end and a beginning that may be one "
        "day are no overlap. Where no source stands behind both ties, W405 is told in its place.",
        "# in lna.md and in gna.md alike:\nbackers:\n  - actor: sudan\n    observed:\n      - 2014\n    sources:\n"
        "      - ucdp-esd-181",
        "# in lna.md:\nbackers:\n  - actor: sudan\n    observed:\n      - 2014\n# in gna.md:\nbackers:\n"
        "  - actor: sudan\n    observed:\n      - 2019",
    ),
    Code(
        "W405",
        "A backer recorded with both opponents, by different sources",
        "One record names an actor as a backer of one party; another says that it backs the opponent, in the same "
        "conflict and time, and no source stands behind both. Newsrooms have had to correct headlines that listed "
        "a state among the backers of the side it was fighting. Read both sources. Where the actor does back both, "
        "cite one that says so on both records: then only N404 notes it.",
        "# in lna.md:\nbackers:\n  - actor: russia\n    observed:\n      - 2020-05-26\n    sources:\n"
        "      - africom-2020-05-26\n# in an article:\nbackers:\n  gna:\n    - actor: russia\n      observed:\n"
        "        - 2020-05\n      sources:\n        - a-news-text",
        "# in an article:\nbackers:\n  lna:\n    - russia",
    ),
    Code(
        "W406",
        "A backer that works against its recipient",
        "An actor is recorded to back another, and to sanction or oppose it at the same time, however the dates are "
        "read. A relation without dates is taken to hold all the time; one whose end is not given is known only as "
        "far as its last evidence, and one whose `to` is `..` goes on as of its `as_of`, else today.",
        "# content/actors/eu.md\nsanctions:\n  - wagner\n# content/actors/wagner.md\nbackers:\n  - actor: eu",
        "# content/actors/eu.md\nsanctions:\n  - actor: wagner\n    from: 2021-12-13\n# content/actors/wagner.md\n"
        "backers:\n  - actor: eu\n    to: 2019",
    ),
    Code(
        "W407",
        "Two leaders at one time",
        "Two actors are recorded to lead a third, with times that overlap however they are read. Give each its "
        "`from` and `to`; a lead without dates is taken to hold all the time. A lead that somebody denies does not "
        "count, and the day on which one hands over to the other is no overlap.",
        "# in fayez-serraj.md\nleads:\n  - gna\n# in abdul-dbeibah.md\nleads:\n  - gna",
        "# in fayez-serraj.md\nleads:\n  - actor: gna\n    from: 2016-03-30\n    to: 2021-03-15\n"
        "# in abdul-dbeibah.md\nleads:\n  - actor: gna\n    from: 2021-03-15",
    ),
)

_STATEMENTS = (
    Code(
        "E408",
        "A speaker who is not shown to speak for another",
        "`for` says that a position is another actor's: that actor then denies or asserts. So it needs a source: a "
        "`speaks_for` on the speaker's own file that names the actor, has sources, and covers the date. A speaker "
        "without a page has none; `of` says whose official it is, without making the words those of the actor.",
        "positions:\n  - by: ahmed-mismari\n    for: gna\n    stance: denies",
        "# content/actors/ahmed-mismari.md\nspeaks_for:\n  - actor: lna\n    sources:\n      - meo-2020-05-27\n"
        "# content/claims/jets.md\npositions:\n  - by: ahmed-mismari\n    for: lna\n    stance: denies",
    ),
    Code(
        "N409",
        "A position older than its claim",
        "What was said before a claim was made cannot answer it. It is shown under `said earlier`, and counts "
        "neither for the claim's status nor as a response.",
        "date: 2020-05-26\npositions:\n  - by: vladimir-putin\n    stance: denies\n    date: 2020-01-11",
        "date: 2020-01-11\npositions:\n  - by: vladimir-putin\n    stance: denies\n    date: 2020-01-11",
    ),
    Code(
        "W410",
        "A source older than what it is cited for",
        "The source appeared before everything that it is to show, or every source of a record appeared before one "
        "of its dates, or a source of a claim before the claim was made. A source of `type_per` counts as too old more "
        "than two years before the actor was founded, as treaties and laws come first; the sources of an actor or a "
        "conflict as a whole, where all of them are, those its text cites included. A dataset is taken to be as young "
        "as the day on which it was retrieved.",
        "# the source reuters-2019-11 is dated 2019-11\nobserved:\n  - 2020-05-26\nsources:\n  - reuters-2019-11",
        "observed:\n  - 2020-05-26\nsources:\n  - africom-2020-05-26",
    ),
    Code(
        "W411",
        "A date in a sentence that is not the event's",
        "A sentence links an event and gives one date, which the event cannot have and which differs from the event's "
        "in the day, the month or the year alone, as a slip does. Dates in English, French and Arabic are read, where "
        "no word such as after, since, before, said or born stands beside them. In a table, a date alone in one of the "
        "first two columns is that of the event alone in the other, where the headings say no more than event and "
        "date.",
        "[[event:tripoli-offensive-begins|The advance on Tripoli]] began on 4 April 2018.",
        "[[event:tripoli-offensive-begins|The advance on Tripoli]] began on 4 April 2019.",
    ),
    Code(
        "W412",
        "A number in a sentence that nobody on the claim gives",
        "A sentence links a claim and gives a number in the claim's own unit, and no position on that claim has that "
        "number: not as its value, nor in a range, a quote or a note. Numbers in English and French words are read "
        "too, and those after their unit or currency: `aircraft: 41`, `the number of aircraft was 41`, `$400 million`. "
        "A round number after about, more than or less than may stand for one that is given. In a table, a number "
        "alone in its cell is compared with the claim alone in another cell of the row, where the unit stands beside "
        "it in the cell or in the heading.",
        "The command spoke of 41 aircraft ([[claim:jets-to-jufra]]).",
        "The command spoke of 14 aircraft ([[claim:jets-to-jufra]]).",
    ),
)

_UPKEEP = (
    Code(
        "W413",
        "A date that has not come yet",
        "Evidence, statements, sources, corrections and the days that pages speak of lie in the past. A date after "
        "today is mostly a slip in the year.",
        "observed:\n  - 2052-05-26",
        "observed:\n  - 2025-05-26",
    ),
    Code(
        "N414",
        "An event to come",
        "The event is dated after today. That a day is set is an event of its own, with the day on which it was set. "
        "An election to come may stand in a timeline all the same, with this note; its title should say that it is "
        "planned.",
        "title: Libya elects a president\ndate: 2052-12-24",
        "title: Day set for the election of a president\ndate: 2021-07-02",
    ),
    Code(
        "N415",
        "A page that has not been looked at for long",
        "The day the page speaks of (`as_of`; of an article else `updated` or `date`) is further back than "
        "`review_after` in site.yaml allows. Unset, nothing is reported.",
        "# site.yaml: review_after: 180\nas_of: 2020-10-23",
        "# a day within the last 180; or site.yaml without review_after:\nas_of: 2020-10-23",
    ),
    Code(
        "N416",
        "A review that is due",
        "The day set in `review_by` has passed.",
        "review_by: 2021-01-01",
        "review_by: 2030-01-01",
    ),
    Code(
        "N417",
        "A source without an archived copy",
        "Pages change and vanish. An archived copy lets readers see what you saw. A `url` that leads to such a copy is "
        "enough.",
        "url: https://example.org/report",
        "url: https://example.org/report\narchive_url: https://web.archive.org/web/2020/https://example.org/report",
    ),
    Code(
        "N418",
        "Resting on one source",
        "A tie or claim is known from a single source. A tie that the backer itself acknowledges, or an official "
        "inquiry found, is not reported.",
        "sources:\n  - defenseworld-2020-05",
        "sources:\n  - defenseworld-2020-05\n  - alahrar-2020-05",
    ),
    Code(
        "N419",
        "Resting on one origin",
        "Several sources are named, and they count as one: they relay the same one, or speak with the same voice.",
        "# both relay africom-2020-05-26\nsources:\n  - justthenews-2020-05-26\n  - airforcemag-2020-05",
        "sources:\n  - justthenews-2020-05-26\n  - alahrar-2020-05",
    ),
    Code(
        "N420",
        "Resting on one side's sources alone",
        "All that a tie or claim rests on comes from parties of one side of the conflict, or from those that belong "
        "to it.",
        "# published by gna\nsources:\n  - gna-statement-2020-05-21",
        "sources:\n  - gna-statement-2020-05-21\n  - un-panel-2019",
    ),
)

_GAPS = (
    Code(
        "W421",
        "A place without coordinates",
        "An event, article, claim or conflict names this place, or a text links it, and it cannot be drawn on a map "
        "without `lat` and `lon`.",
        "tripoli:\n  name: Tripoli",
        "tripoli:\n  name: Tripoli\n  lat: 32.8874\n  lon: 13.1873\n  precision: near",
    ),
    Code(
        "W422",
        "A term that no text uses",
        "The glossary explains the words of the texts. This one stands in none of them, under its name or an alias. "
        "While some file has errors this is not reported.",
        "materiel:\n  name: materiel\n  definition: Military equipment other than weapons.",
        "materiel:\n  name: materiel\n  aliases:\n    - military equipment\n"
        "  definition: Military equipment other than weapons.",
    ),
    Code(
        "W423",
        "An actor nobody mentions",
        "No text, tie, position, event or source names this actor, so no reader will come to its page. While some "
        "file has errors this is not reported.",
        "# content/actors/chad.md, and no other file has `chad`\nname: Chad\ntype: state",
        "# content/actors/lna.md\nbackers:\n  - actor: chad\n    support:\n      - unknown",
    ),
    Code(
        "W424",
        "A translation older than its original",
        "The translation renders a version of the original that has changed since: its `updated`, its `as_of`, or a "
        "correction is younger than `translates`.",
        "# jets.md: updated: 2024-03-01\n# jets.ar.md\ntranslates: 2020-05-29",
        "# jets.md: updated: 2024-03-01\n# jets.ar.md\ntranslates: 2024-03-01",
    ),
    Code(
        "W425",
        "A long definition",
        "A definition opens in a card beside the word. It may have 30 words; the rest can stand in the text below.",
        "definition: A weapon is any thing that somebody has made, bought, found or changed in order to hurt, to kill, "
        "to break or to threaten, be it by hand, from the air or from the sea, in war or in peace.",
        "definition: A thing made to hurt, kill or destroy.",
    ),
    Code(
        "N426",
        "A source that nothing cites",
        "No text, record or other source refers to this one. While some file has errors this is not reported.",
        "reuters-2019-11:\n  title: Four countries accused",
        "reuters-2019-11:\n  title: Four countries accused\n# in a text: [@reuters-2019-11]",
    ),
)

_TURNS = (
    Code(
        "N428",
        "A tie that stands twice",
        "One file has the same relation to the same actor twice, or a side has the same party twice, with the same "
        "dates or with none. It would stand twice in tables and exports. Records of backing are not meant: those that "
        "are alike are put together.",
        "# content/actors/ahmed-mismari.md\nspeaks_for:\n  - lna\n  - actor: lna\n    sources:\n      - meo-2020-05-27",
        "# content/actors/ahmed-mismari.md\nspeaks_for:\n  - actor: lna\n    sources:\n      - meo-2020-05-27",
    ),
    Code(
        "W429",
        "An answer from before the question",
        "`asked` says when the speaker was asked for what the position records, and the position is dated before that, "
        "however the two dates are read.",
        "positions:\n  - by: vladimir-putin\n    stance: no-comment\n    date: 2020-05-26\n    asked:\n"
        "      date: 2020-06-26",
        "positions:\n  - by: vladimir-putin\n    stance: no-comment\n    date: 2020-05-26\n    asked:\n"
        "      date: 2020-05-26",
    ),
    Code(
        "N430",
        "A retraction that takes nothing back",
        "`retracts` takes back what was said before in the same voice: by the same speaker, `for` the same actor. Here "
        "all that the speaker says on record came later, or was said for another. A retraction alone is not reported.",
        "positions:\n  - by: vladimir-putin\n    stance: asserts\n    date: 2020-05-26\n  - by: vladimir-putin\n"
        "    stance: retracts\n    date: 2019-06-01",
        "positions:\n  - by: vladimir-putin\n    stance: asserts\n    date: 2020-05-26\n  - by: vladimir-putin\n"
        "    stance: retracts\n    date: 2020-06-01",
    ),
)

_ORIGINS = (
    Code(
        "W427",
        "A source older than the one it relays",
        "`relays` names the source whose words this one passes on, and it appeared before they were said, however the "
        "two dates are read. Either a date is wrong, or the two are the wrong way round. What passes on a dataset may "
        "have passed on an earlier version, and is not reported.",
        "africom-2020-05-26:\n  title: Africom on the jets\n  date: 2020-05-26\njustthenews:\n"
        "  title: Jets arrive in Libya\n  date: 2019-05-26\n  relays: africom-2020-05-26",
        "africom-2020-05-26:\n  title: Africom on the jets\n  date: 2020-05-26\njustthenews:\n"
        "  title: Jets arrive in Libya\n  date: 2020-05-26\n  relays: africom-2020-05-26",
    ),
)

_SLIPS = (
    Code(
        "W437",
        "An article updated before it was published",
        "`date` is the day on which an article was first published, `updated` the day of its last change, which comes "
        "after it. One of the two is wrong.",
        "date: 2020-05-29\nupdated: 2019-06-20",
        "date: 2020-05-29\nupdated: 2020-06-20",
    ),
    Code(
        "W438",
        "A correction that changes nothing",
        "A correction tells readers what stood there before (`was`) and what stands there since (`now`). Here the two "
        "are the same.",
        "corrections:\n  - date: 2020-06-20\n    was: 14 jets\n    now: 14 jets\n    why: The count was low.",
        "corrections:\n  - date: 2020-06-20\n    was: 10 jets\n    now: 14 jets\n    why: The count was low.",
    ),
    Code(
        "W439",
        "A place whose coordinates may be swapped",
        "The place is more than 1,000 km from the middle of the site's other places, and with `lat` and `lon` swapped "
        "it would be less than half as far. `lat` is the degrees north of the equator, `lon` those east of Greenwich.",
        "khartoum:\n  name: Khartoum\n  lat: 32.5\n  lon: 15.6",
        "khartoum:\n  name: Khartoum\n  lat: 15.6\n  lon: 32.5",
    ),
    Code(
        "W440",
        "An embed that shows nothing",
        "`![[timeline]]` shows the events of an article, `![[backers]]` its backers, `![[map]]` its places: those that "
        "its front matter lists, and the events and places that its text links. This article has none.",
        "title: Whose jets?\ndate: 2020-05-29\n# in the text: ![[timeline]]",
        "title: Whose jets?\ndate: 2020-05-29\nevents:\n  - landing\n# in the text: ![[timeline]]",
    ),
    Code(
        "W441",
        "A publisher that reads as an id",
        "`publisher` takes a name or the id of an actor. This reads as an id, and no actor has it: perhaps the actor "
        "was renamed. Readers see it as it is written.",
        "late:\n  title: A report\n  publisher: defence-ministry",
        "late:\n  title: A report\n  publisher: Defence Ministry",
    ),
)

CODES: tuple[Code, ...] = _TIES + _STATEMENTS + _UPKEEP + _GAPS + _ORIGINS + _TURNS + _SLIPS
