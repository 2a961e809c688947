"""Routes and publishing (5xx)."""

from __future__ import annotations

from backstory.diagnostics.codes.code import Code

CODES: tuple[Code, ...] = (
    Code(
        id="E501",
        title="Two things want the same place in the site",
        explanation=(
            "Every page and file has a path of its own. Here two claim one, or paths that cannot stand beside each "
            "other: paths that differ only in capitals are one file on Windows and macOS, and a file cannot have the "
            "name of a folder. Give one of them another id, another `redirects` path, or another file name."
        ),
        bad=(
            "# content/articles/tripoli.md\n"
            "redirects:\n"
            "  - /articles/haftar/\n"
            "# while content/articles/haftar.md is there"
        ),
        good="# content/articles/tripoli.md\nredirects:\n  - /articles/the-march-on-tripoli/",
    ),
    Code(
        id="E502",
        title="A name too long for a file",
        explanation=(
            "Each page and file of the site has a path, and no system takes a name in it of more than 255 bytes; "
            "letters outside Latin take two to four bytes each. Shorten the tag, the redirect or the file name."
        ),
        bad="redirects:\n  - /articles/who-sent-the-jets-and-so-on-for-two-hundred-letters-more…/",
        good="redirects:\n  - /articles/who-sent-the-jets/",
    ),
    Code(
        id="N511",
        title="The site has no address",
        explanation=(
            "Feeds, the sitemap and canonical links need to know where the site will stand. Without an address they "
            "are left out; all else works. Set `url` in site.yaml, or give the address with --base-url when you build."
        ),
        bad="# site.yaml\ntitle: Explainers",
        good="# site.yaml\ntitle: Explainers\nurl: https://example.org/",
    ),
    Code(
        id="E551",
        title="A template that is not there",
        explanation=(
            "A template extends, includes or imports another by its name in templates/. The engine's own are reached "
            "as `theme/NAME`, also where the site has one of the same name."
        ),
        bad='{% extends "bse.html" %}',
        good='{% extends "base.html" %}',
    ),
    Code(
        id="E552",
        title="A template that Jinja cannot read",
        explanation="The template's own syntax is broken: a block is not closed, or a tag is unknown.",
        bad="{% for row in view.rows %}{{ row }}",
        good="{% for row in view.rows %}{{ row }}{% endfor %}",
    ),
    Code(
        id="E553",
        title="A template asks for what is not there",
        explanation=(
            "A template sees its page's view and its macros' arguments, nothing else. What the view does not hold "
            "is an error, so that no page is published with a hole in it."
        ),
        bad="{{ view.titel }}",
        good="{{ view.title }}",
    ),
    Code(
        id="E554",
        title="A drawing's template that gives no drawing",
        explanation=(
            "A template whose name ends in `.svg` makes a picture: what it gives must be one whole SVG document. A tag "
            "that is not closed, or a name that XML does not know, keeps it from being drawn."
        ),
        bad='<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630"><text>{{ view.kicker }}</svg>',
        good='<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630"><text>{{ view.kicker }}</text></svg>',
    ),
)
