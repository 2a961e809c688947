"""Links in prose (3xx): references that lead nowhere, names that lead to two places."""

from __future__ import annotations

from backstory.diagnostics.codes.code import Code

CODES: tuple[Code, ...] = (
    Code(
        "E301",
        "A link to an entity there is not",
        "`[[…]]` looks among actors, terms, conflicts, articles and places: by id, then by exact name, title or alias, "
        "then without regard to case and accents. With a prefix, as in `[[claim:…]]`, it looks in that kind alone.",
        "The [[lna-forces]] advanced.",
        "The [[lna]] advanced.",
    ),
    Code(
        "E302",
        "A citation of a source there is not",
        "`[@…]` names a source: a file in content/sources/, an entry of content/sources.yaml or of sources.json.",
        "Jets landed at Jufra [@africom-2020].",
        "Jets landed at Jufra [@africom-2020-05-26, p. 2].",
    ),
    Code(
        "E303",
        "Something that cannot be embedded",
        "`![[…]]` alone in a paragraph embeds a claim, an event, or the page's own backers, timeline or map. "
        "An image is written as Markdown has it, with words for those who do not see it.",
        "![[lna]]",
        "![[claim:jets-at-jufra]]",
    ),
    Code(
        "E304",
        "A link that may mean several entities",
        "Two entities are called so. A prefix or the id says which.",
        "[[Moscow]]",
        "[[place:moscow]]",
    ),
    Code(
        "E305",
        "A prefix that no kind has",
        "The word before the colon in `[[…:…]]` says the kind: actor, term, article, conflict, claim, event, place, "
        "source or page.",
        "[[glossary:mercenary]]",
        "[[term:mercenary]]",
    ),
    Code(
        "E306",
        "A link to a draft or to a future article",
        "Drafts and articles dated in the future are not on the site, so a published page cannot link to them.",
        "As we show in [[the-next-war]], …",
        "As we will show, …",
    ),
    Code(
        "E307",
        "A link to a heading there is not",
        "What follows `#` is the id of a heading on the page the link leads to, or the heading's own words.",
        "[[lna#hstory]]",
        "[[lna#history]]",
    ),
    Code(
        "E308",
        "A link that begins at the root",
        "A path that begins with `/` works neither on github.com nor on a site that lives in a folder. Links begin at "
        "the file they stand in.",
        "[the LNA](/actors/lna/)",
        "[the LNA](../actors/lna.md)",
    ),
    Code(
        "E309",
        "A link that leads out of content/",
        "Only what stands under content/ is on the site. Link to other files of the repository by their full address.",
        "[read me](../../README.md)",
        "[read me](https://github.com/desk/site/blob/main/README.md)",
    ),
    Code(
        "E310",
        "A link of a kind that is not allowed",
        "Links begin with https://, http:// or mailto:, or lead to a file of the site.",
        "[call](tel:123)",
        "[write](mailto:desk@example.org)",
    ),
    Code(
        "E311",
        "A link to a file there is not",
        "The path of a link or an image begins at the file it stands in. Capitals count, as they do on github.com.",
        "![Jufra](images/Jufra.JPG)",
        "![Jufra](../images/jufra.jpg)",
    ),
    Code(
        "E318",
        "A file that is shown as a picture and is none",
        "Browsers show PNG, JPEG, GIF, WebP, AVIF and SVG. Pictures of cameras and drawing programs are saved as one "
        "of these; a film, a PDF or a table is linked.",
        "![The quay](../images/quay.heic)",
        "![The quay](../images/quay.jpg)",
    ),
    Code(
        "W318",
        "A picture on another site",
        "No page loads anything from another site: its owner would learn who reads yours, and could change or remove "
        "the picture. Readers get a link. Save the picture below content/ where its licence allows that.",
        "![The quay](https://example.org/quay.jpg)",
        "![The quay](../images/quay.jpg)",
    ),
    Code(
        "W301",
        "A name in the text that two entities bear",
        "A name is linked without markup only where it can mean one entity. Say which one is meant, or that none is; "
        "it is reported once on a page.",
        "Saleh denied it.",
        "[[actor:aguila-saleh|Saleh]] denied it.",
    ),
    Code(
        "W310",
        "One name on two entities",
        "Such a name is never linked without markup. It is told once, with all who bear it. Take it from one of them, "
        "put `link: false` under it, or give it the time it was used in on each.",
        "aliases:\n  - the army      # on lna and on gna",
        "aliases:\n  - text: the army\n    link: false",
    ),
    Code(
        "W311",
        "Two entities whose names may be one in two spellings",
        "Arabic, Russian and Ukrainian names are spelt in many ways in Latin letters: Gaddafi, Qadhafi, Kadafi; Kyiv, "
        "Kiev. Two files with such names are often one actor twice. Vowels count: Iran and Oran, Rashid and Rashad are "
        "two. Where yours are two and told all the same, give both their `wikidata`: two numbers there are two actors, "
        "and so are a person and what is none.",
        "content/actors/gaddafi.md and content/actors/qadhafi.md",
        "aliases:\n  - Qadhafi      # in content/actors/gaddafi.md",
    ),
)
