"""Front matter (12x to 19x): keys, values and dates that a record cannot hold."""

from __future__ import annotations

from backstory.diagnostics.codes.code import Code

CODES: tuple[Code, ...] = (
    Code(
        "E120",
        "A key that does not exist here",
        "Front matter holds fixed keys for each kind, and this is none of them: most often a slip of the keyboard. "
        "The message names the nearest key. What has no key belongs in the text below the front matter.",
        "title: Whose jets landed at Jufra?\nauthor: Mona Saleh",
        "title: Whose jets landed at Jufra?\nauthors: Mona Saleh",
    ),
    Code(
        "E121",
        "A value of the wrong shape",
        "A text, a list (lines that begin with a hyphen) and a mapping (lines of a key, a colon and a value) are "
        "three different things, and this key takes another one. A single value may stand where a list is meant.",
        "name:\n  - Libyan National Army",
        "name: Libyan National Army",
    ),
    Code(
        "E122",
        "An empty text",
        "There are quotation marks with nothing between them, or a list entry with nothing after its hyphen. "
        "A key with nothing after its colon counts as not written; this does not.",
        'summary: ""',
        "summary: Who flew them, and who says so.",
    ),
    Code(
        "E123",
        "A required key is missing",
        "Some keys cannot be left out: without a title there is nothing to list, without a date nothing to order, "
        "and without a public role a person has no page here.",
        "name: Ahmed al-Mismari\ntype: person",
        "name: Ahmed al-Mismari\ntype: person\npublic_role: spokesman of the Libyan National Army",
    ),
    Code(
        "E124",
        "Not an id",
        "Entities are referred to by id: the name of their file without its ending, made of small Latin letters, "
        "digits and hyphens. The name that readers see stands in the entity's own file.",
        "conflict: Libya 2014-2020",
        "conflict: libya-2014-2020",
    ),
    Code(
        "E125",
        "Not a date",
        "Dates are written from the year down: 2020, 2020-05, 2020-05-26. A ~ behind it means about then, a ? that "
        "it is uncertain, a slash makes a period (2019/2020), .. an open end. Write no more than the source says: "
        "the wording on the page follows the precision.",
        "date: 26 May 2020",
        "date: 2020-05-26",
    ),
    Code(
        "E126",
        "Neither true nor false",
        "This key is a switch: true or false, in small letters and without quotation marks.",
        "draft: yes",
        "draft: true",
    ),
    Code(
        "E127",
        "Not a web address",
        "A web address begins with https:// (or http://) and holds no spaces. `url` in site.yaml is the address of the "
        "folder where the site stands: it has no query, no fragment and no name of a page. `repository` is the address "
        "of a repository, not of a page in it.",
        "url: www.africom.mil/pressrelease/32887",
        "url: https://www.africom.mil/pressrelease/32887",
    ),
    Code(
        "E128",
        "Not one of the words for this",
        "Some keys take a word from a fixed list, so that pages, drawings and exports mean the same by it. "
        "The message lists the words; docs/ explains each.",
        "support:\n  - arms",
        "support:\n  - weapons",
    ),
    Code(
        "E129",
        "A number that cannot stand here",
        "Numbers are written in digits, with a point before the fraction, without units and without marks between "
        "thousands. Some have bounds: a latitude runs from -90 to 90, a grade from 1 to 6; `low` is not above "
        "`high`.",
        "lat: 26° N",
        "lat: 26.2",
    ),
    Code(
        "E130",
        "Not a language code",
        "Languages are named by their codes: en, ar, fr, pt-BR. Where text may be given in several languages, the "
        "keys of the mapping are such codes.",
        "name:\n  english: Libya\n  arabic: ليبيا",
        "name:\n  en: Libya\n  ar: ليبيا",
    ),
    Code(
        "E131",
        "A key of a translation in an original",
        "`translates` and `translator` say of which date the original is that a translation renders, and who made "
        "it. They stand in the translation's own file, such as lna.ar.md beside lna.md.",
        "name: Libyan National Army\ntranslator: Mona Saleh",
        "name: Libyan National Army",
    ),
    Code(
        "E132",
        "A fact in a translation",
        "A translation holds texts alone. Facts (dates, types, ties, sources) stand once, in the original, and hold "
        "for every language; so the two can never say different things.",
        "title: طائرات من هبطت في الجفرة؟\ndate: 2020-05-29",
        "title: طائرات من هبطت في الجفرة؟\ntranslates: 2020-05-29",
    ),
    Code(
        "E133",
        "Not of the form this takes",
        "Some texts have a fixed form: an id of Wikidata is a Q and a number, a SHA-256 has 64 digits and letters "
        "from a to f, a time zone has the name that the IANA list gives it.",
        "wikidata: https://www.wikidata.org/wiki/Q1012",
        "wikidata: Q1012",
    ),
    Code(
        "E134",
        "Not a path of this site",
        "`redirects` lists where a page stood before: paths of this site, without a host, without spaces, and "
        "without anything after ? or #.",
        "redirects:\n  - https://example.org/articles/jets/",
        "redirects:\n  - /articles/jets/",
    ),
    Code(
        "E135",
        "Both a text and a question",
        "A claim is put as a statement (`text`) or as a question that picks no answer (`question`), never as both.",
        "text: Russia flew jets to Jufra\nquestion: Did Russia fly jets to Jufra?",
        "question: Did Russia fly jets to Jufra?",
    ),
    Code(
        "N101",
        "A season that may be years",
        "21 to 24 in the place of a month are spring, summer, autumn and winter (EDTF), so `2020-21` is spring 2020. A "
        "span of years has all their figures on either side of a slash: `2020/2021`.",
        "date: 2020-21",
        "date: 2020/2021",
    ),
    Code(
        "E136",
        "An error that cannot be less",
        "`severity` in site.yaml makes what the checker finds more or less serious. Codes that begin with E0, E1 and "
        "E5 stay errors: a file or a value could not be read, or a page could not be made, and the site would show "
        "what nobody wrote. What protects persons and companies (E211, E218 to E222, E224) can be a warning, and no "
        "less.",
        "severity:\n  E125: warning",
        "severity:\n  W423: error",
    ),
    Code(
        "E137",
        "A language that stands twice",
        "`languages` in site.yaml names each language of the site once, the default first.",
        "languages:\n  - en\n  - ar\n  - en",
        "languages:\n  - en\n  - ar",
    ),
)
