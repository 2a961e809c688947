"""Markdown (35x and 36x): what a body holds that cannot be rendered, or not as its author means it."""

from __future__ import annotations

from backstory.diagnostics.codes.code import Code

_LIMITS = (
    Code(
        "E350",
        "Nested too deeply",
        "Lists and quotations may stand in each other 50 levels deep. Only damaged or hostile files go deeper.",
        "> > > > > > > > > > (and forty more)\n",
        "> > A quotation in a quotation.\n",
    ),
    Code(
        "E351",
        "Too many brackets in a paragraph",
        "A paragraph may hold 2,000 `[`, so that no page can hold up the build.",
        "[[a]] [[b]] [[c]] … (two thousand more)\n",
        "[[a]] [[b]]\n\n[[c]] [[d]]\n",
    ),
    Code(
        "E352",
        "A long run of one sign",
        "More than 200 signs such as `*` or `[` in a row are no markup. Code may hold them.",
        "************************ … (two hundred)\n",
        "```\n************************\n```\n",
    ),
    Code(
        "E353",
        "Too much markup in one text",
        "A text with HTML in it may hold 120,000 tags and pieces of text. Part the page into several.",
        "<b>a</b> <b>b</b> <b>c</b> … (forty thousand)\n",
        "See [[part-2]].\n",
    ),
)

_REFERENCES = (
    Code(
        "E360",
        "A wikilink that is not closed or names nothing",
        "`[[` begins a link to an entity: `[[id]]`, `[[id|words]]`, `[[id#section]]`. It ends with `]]` in the same "
        "paragraph. For a bracket that is text write `\\[`. No link can stand in the words of another.",
        "The [[lna denied it.\n",
        "The [[lna]] denied it.\n",
    ),
    Code(
        "E361",
        "An embed in the middle of a text",
        "An embed such as `![[claim:who-flew-the-jets]]` shows a whole record and stands on a line of its own.",
        "As we saw ![[claim:who-flew-the-jets]], opinions differ.\n",
        "Opinions differ.\n\n![[claim:who-flew-the-jets]]\n",
    ),
    Code(
        "E362",
        "A citation that cannot be read",
        "A citation is `[@source-id]`; a place in the source follows a comma, another source a semicolon. Ids are made "
        "of a to z, digits and hyphens.",
        "It did [@Africom 2020; meo-2020].\n",
        "It did [@africom-2020, p. 2; @meo-2020].\n",
    ),
    Code(
        "E363",
        "An address that is not let through",
        "Links lead to `https:`, `http:` and `mailto:` addresses and to paths within the site. Others can run programs "
        "or lead nowhere for most readers.",
        "[open](javascript:alert(1))\n",
        "[open](https://example.org/)\n",
    ),
    Code(
        "E364",
        "A link or image without an address",
        "Between the round brackets stands where the link leads, or which image is shown. A web address names a site.",
        "[the report]()\n",
        "[the report](https://example.org/report)\n",
    ),
    Code(
        "E365",
        "A footnote that is not defined",
        "`[^1]` needs a line `[^1]: …` somewhere on the same page.",
        "It was said.[^1]\n",
        "It was said.[^1]\n\n[^1]: By whom.\n",
    ),
    Code(
        "E366",
        "A footnote that is defined twice",
        "The first definition is shown; give the other one a label of its own.",
        "[^1]: One.\n[^1]: Two.\n",
        "[^1]: One.\n[^2]: Two.\n",
    ),
    Code(
        "E367",
        "A remark that readers would see",
        "`%% … %%` hides a remark in Obsidian, and `{# … #}` or `{>> … <<}` in other programs. On this site readers "
        "would see it. A remark that stays in the file is written `<!-- … -->`; for a sign that is text write `\\%%`.",
        "%% ask the clerk before this goes out %%\n",
        "<!-- ask the clerk before this goes out -->\n",
    ),
    Code(
        "W350",
        "A footnote that is never used",
        "Readers do not see a footnote that no text points to.",
        "It was said.\n\n[^1]: By whom.\n",
        "It was said.[^1]\n\n[^1]: By whom.\n",
    ),
    Code(
        "W355",
        "A link label that is not defined",
        "`[words][label]` needs a line `[label]: address`. Without one the brackets are shown as text.",
        "See [the report][un].\n",
        "See [the report][un].\n\n[un]: https://example.org/report\n",
    ),
    Code(
        "W356",
        "A link label that is defined twice",
        "As on GitHub, the first definition holds for all its uses.",
        "[un]: https://example.org/1\n[un]: https://example.org/2\n",
        "[un]: https://example.org/1\n[un-2]: https://example.org/2\n",
    ),
    Code(
        "W359",
        "A link that stays text",
        "The words of a link stand in `[` and `]`, its address follows at once in `(` and `)`. An address with spaces "
        "needs `<` and `>` around it. For brackets that are text write `\\[`.",
        "[the minutes](../static/my minutes.pdf)\n",
        "[the minutes](<../static/my minutes.pdf>)\n",
    ),
    Code(
        "W360",
        "A table whose rows do not fit its head",
        "The line below the head has as many cells as the head; otherwise all stays text. Of a longer row readers see "
        "only as many cells as the head has. A `|` that is text is written `\\|`, in code too.",
        "| Year | Who |\n|---|---|\n| 2020 | LNA | not shown |\n",
        "| Year | Who | What |\n|---|---|---|\n| 2020 | LNA | shown |\n",
    ),
)

_MARKUP = (
    Code(
        "W351",
        "HTML that is taken out",
        "Pages hold Markdown and HTML such as `<details>`, `<kbd>`, `<sub>` or `<figure>`. Scripts, frames, forms, "
        "styles and classes are taken out. site.yaml can set `trust: full` where everyone who writes is trusted.",
        '<div style="color: red">Watch out</div>\n',
        "> [!WARNING]\n> Watch out\n",
    ),
    Code(
        "W352",
        "An image without alternative text",
        "Readers who do not see the image hear its alternative text. Say what it shows that the text does not.",
        "![](jufra.png)\n",
        "![Two jets on the apron, seen from above](jufra.png)\n",
    ),
    Code(
        "W353",
        "A heading of the first level in a body",
        "The title of the page is its heading of the first level. In the body it is shown as one of the second.",
        "# The two sides\n",
        "## The two sides\n",
    ),
    Code(
        "W354",
        "An alert that does not exist",
        "There are GitHub's NOTE, TIP, IMPORTANT, WARNING and CAUTION, and DISPUTED. Anything else is a quotation.",
        "> [!WARN]\n> Watch out\n",
        "> [!WARNING]\n> Watch out\n",
    ),
    Code(
        "W357",
        "Code or HTML that is never closed",
        "Everything after the line that opens it belongs to it, up to the end of the page.",
        "```\ncode\n\n## The next section\n",
        "```\ncode\n```\n\n## The next section\n",
    ),
    Code(
        "W358",
        "A reserved id",
        "Ids that begin with `_` are those of the page's layout, so the id is taken out.",
        '<p id="_main">Text</p>\n',
        '<p id="main">Text</p>\n',
    ),
    Code(
        "W361",
        "Markup of another program",
        "Obsidian, Pandoc, Hugo, MkDocs and others know marks that GitHub and this site do not: readers see them as "
        "text. The message says what to write. Put code between backticks; before a sign that is text write `\\`.",
        "It paid.^[By its own count.]\n",
        "It paid.[^1]\n\n[^1]: By its own count.\n",
    ),
    Code(
        "W362",
        "An alert that GitHub does not show",
        "GitHub shows an alert where `> [!NOTE]` stands alone on the first line of a quotation, which is in no list "
        "and no other quotation. Here a title beside it is shown, and nothing is folded.",
        "> [!DISPUTED]- Who says so\n> They deny it.\n",
        "> [!DISPUTED]\n> **Who says so**\n>\n> They deny it.\n",
    ),
    Code(
        "W363",
        "Emphasis that stays text",
        "`**` makes words bold, and `~~` strikes them out, where it stands beside them, without a space between. Where "
        "a sign such as a quotation mark comes first or last, no letter may follow outside.",
        "They ** deny ** it.\n",
        "They **deny** it.\n",
    ),
    Code(
        "N350",
        "A heading level is skipped",
        "Readers who listen to a page move from one level of headings to the next; a gap looks like a missing part.",
        "## One\n\n#### Two\n",
        "## One\n\n### Two\n",
    ),
)

CODES: tuple[Code, ...] = (*_LIMITS, *_REFERENCES, *_MARKUP)
