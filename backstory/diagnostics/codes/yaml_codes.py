"""YAML text (1xx): what the parser could not make sense of."""

from __future__ import annotations

from backstory.diagnostics.codes.code import Code

_READING = (
    Code(
        "E100",
        "A line that is not YAML",
        "The line fits none of the forms YAML knows: a key, a colon, a space and a value; or a hyphen, a "
        "space and an entry of a list. A text with signs in it can always be put between quotes.",
        "sides: {a:], b: c}\n",
        "sides:\n  a: x\n  b: c\n",
    ),
    Code(
        "E101",
        "A colon in a text without quotes",
        "A colon followed by a space ends a key. Where it belongs to the text, the text needs straight "
        "quotes around it. Curly quotes are letters like any other and do not help.",
        "title: Libya: Russia sends jets\n",
        'title: "Libya: Russia sends jets"\n',
    ),
    Code(
        "E102",
        "A tab or another white character in place of spaces",
        "YAML is indented with plain spaces only. Tabs, and the wider or unbreakable spaces some keyboards "
        "type with Alt, look alike and are refused.",
        "brief:\n\thappened: Jets landed.\n",
        "brief:\n  happened: Jets landed.\n",
    ),
    Code(
        "E103",
        "A quote left open",
        "A text that starts with a quote goes on to the next quote of the same kind, over as many lines as "
        "it takes. Close it on its own line.",
        'title: "Whose jets\ndate: 2020-05-29\n',
        'title: "Whose jets"\ndate: 2020-05-29\n',
    ),
    Code(
        "E104",
        "Text after the closing quote",
        "The quote ends the value; nothing may follow it on the line but a remark. For quotes inside a "
        "text, use the other kind around it.",
        'title: "No denying" now\n',
        "title: '\"No denying\" now'\n",
    ),
    Code(
        "E105",
        "A text that starts with a sign",
        "At the start of a value YAML gives a meaning to signs such as `@`, `%`, a backtick, `|`, `>`, `]`, "
        "`}` and `,`. With quotes around it the text is taken as it is.",
        "publisher: @africom\n",
        'publisher: "@africom"\n',
    ),
    Code(
        "E106",
        "A list in brackets that breaks off",
        "A list in brackets needs its closing bracket and a comma between entries. One entry a line, each "
        "after a hyphen and a space, is easier to keep right.",
        "actors: [lna, gna\n",
        "actors:\n  - lna\n  - gna\n",
    ),
    Code(
        "E107",
        "An anchor, alias, tag or merge key",
        "`&`, `*` and `!` at the start of a value, and the key `<<`, let YAML copy and retype values. "
        "Content may come from anybody, so these are not read. A text that starts with one of the signs "
        "needs quotes.",
        "title: *Who* flew them?\n",
        'title: "*Who* flew them?"\n',
    ),
)

_SHAPE = (
    Code(
        "E108",
        "A key twice",
        "A key may stand once in a mapping. The first value is used to go on; the second is not read.",
        "date: 2020-05-29\ndate: 2020-05-30\n",
        "date: 2020-05-29\nupdated: 2020-05-30\n",
    ),
    Code(
        "E109",
        "A key that is not text",
        "Before the colon stands one text. Doubled braces `{{…}}`, as templates have them, are a mapping in "
        "a mapping to YAML; put quotes around them.",
        ": Whose jets?\n",
        "title: Whose jets?\n",
    ),
    Code(
        "E110",
        "A line indented wrongly",
        "Keys of one mapping start in one column, and so do the hyphens of one list; what belongs to a key "
        "stands further in, and the key has then nothing after its colon.",
        "brief:\n  happened: Jets landed.\n disputed: Whose.\n",
        "brief:\n  happened: Jets landed.\n  disputed: Whose.\n",
    ),
    Code(
        "E111",
        "A line without a key",
        "Every line that starts at the left edge is a key with a colon and a space after it. A long text "
        "goes on in lines that are indented.",
        "title: Whose jets\nlanded at Jufra?\n",
        "title: Whose jets\n  landed at Jufra?\n",
    ),
    Code(
        "E112",
        "No space after a colon or a hyphen",
        "The colon after a key, and the hyphen before an entry of a list, are followed by a space.",
        "actors:\n  -lna\n",
        "actors:\n  - lna\n",
    ),
    Code(
        "E113",
        "A backslash in double quotes",
        "In double quotes a backslash starts a code such as `\\n`. Double it, or use single quotes, in which it is "
        "an ordinary character.",
        'note: "C:\\data"\n',
        "note: 'C:\\data'\n",
    ),
    Code(
        "E114",
        "More than one document",
        "A file holds one text of keys and values. A line of three hyphens or dots ends it, so it may stand "
        "only where the front matter ends.",
        "tripoli:\n  name: Tripoli\n---\nsirte:\n  name: Sirte\n",
        "tripoli:\n  name: Tripoli\nsirte:\n  name: Sirte\n",
    ),
    Code(
        "E115",
        "Too much YAML",
        "Size, depth and number of values are limited, so that no file can stop a build. Front matter may "
        "have 65,536 characters and 20,000 values, a collected file 4,194,304 and 400,000; nesting ends at "
        "32 levels.",
        "brief: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]\n",
        "brief:\n  happened: Jets landed.\n",
    ),
    Code(
        "E116",
        "A character no text may hold",
        "Control characters, halves of characters, private characters and invisible overrides of direction "
        "break pages, or show one thing and say another. They mostly come along when text is pasted.",
        'title: "Jets\\0"\n',
        "title: Jets\n",
    ),
    Code(
        "E117",
        "A wikilink in the front matter",
        "`[[…]]` makes links in the body. In the front matter, a key that expects an actor or a source "
        "takes its id alone.",
        "conflict: [[libya-2014-2020]]\n",
        "conflict: libya-2014-2020\n",
    ),
    Code(
        "E118",
        "YAML of another shape than expected",
        "The front matter and site.yaml are keys with values, and so is a collected file, with an id for "
        "each key; a file in content/backings/ is a list.",
        "---\n- title\n- date\n---\n",
        "---\ntitle: Whose jets?\ndate: 2020-05-29\n---\n",
    ),
)

_SILENT = (
    Code(
        "W100",
        "Text cut off at a number sign",
        "A space followed by `#` starts a remark that is not read. Where `#` belongs to the text, put "
        "quotes around the text; where it is a remark, put a space after it and the warning goes.",
        "title: Drone #1 over Sirte\n",
        'title: "Drone #1 over Sirte"\n',
    ),
    Code(
        "W101",
        "Curly quotes around a word",
        "YAML knows straight quotes only. Curly ones become a part of the word, which then names nothing.",
        "conflict: “libya-2014-2020”\n",
        "conflict: libya-2014-2020\n",
    ),
    Code(
        "W102",
        "Several entries written as one",
        "Entries of a list are parted by lines, each with a hyphen, or by commas within brackets. A comma without "
        "brackets belongs to the text. Where it does, put quotes around the text.",
        "tags: aircraft, Libya\n",
        "tags:\n  - aircraft\n  - Libya\n",
    ),
    Code(
        "N100",
        "A key with nothing after it",
        "An empty value counts as if the key were not there.",
        "summary:\ntitle: Whose jets?\n",
        "title: Whose jets?\n",
    ),
)

CODES: tuple[Code, ...] = _READING + _SHAPE + _SILENT
