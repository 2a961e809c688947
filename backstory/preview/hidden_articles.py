"""Articles that the preview leaves out, as a build would: what is said of them at its start, and at their addresses."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from backstory.assembling import is_future
from backstory.pages.core.routes import key_of
from backstory.pipeline.version import Version
from backstory.records.knowledge import Article
from backstory.values.keys import Kind

_LISTED = 10


def told(version: Version) -> Iterator[str]:
    """The lines that name the articles that are hidden, and the flags that show them."""
    hidden = version.known.knowledge.withheld.values()
    reasons = [(article, dict(_reasons(version, article))) for article in hidden]
    if reasons:
        flags = " ".join(sorted({flag for _, each in reasons for flag in each}))
        what = "1 article is" if len(reasons) == 1 else f"{len(reasons)} articles are"
        yield f"{what} hidden; to see {'it' if len(reasons) == 1 else 'them'}, start the preview with {flags}:"
    for article, each in reasons[:_LISTED]:
        yield f"  {article.path}: {', '.join(each.values())}"
    if len(reasons) > _LISTED:
        yield f"  and {len(reasons) - _LISTED} more"


def page(version: Version, route: str) -> bytes | None:
    """The page that stands at the route of a hidden article; None for every other route."""
    knowledge = version.known.knowledge
    key = key_of(route, knowledge.languages)
    article = knowledge.withheld.get(key.id) if key is not None and key.kind is Kind.ARTICLE else None
    if article is None:
        return None
    reasons = dict(_reasons(version, article))
    why, flags, path = (escape(text) for text in (" and ".join(reasons.values()), " ".join(reasons), article.path))
    until = " and ".join(_UNTIL[flag] for flag in reasons)
    return _PAGE.format(path=path, why=why, flags=flags, until=until).encode()


def _reasons(version: Version, article: Article) -> Iterator[tuple[str, str]]:
    """The flag that shows an article, with what hides it: one or two."""
    request = version.request
    if article.fields.draft and not request.drafts:
        yield "--drafts", "a draft"
    if is_future(article, version.known.seen.today) and not request.future:
        yield "--future", f"dated {article.fields.date}, which is still to come"


_UNTIL = {"--drafts": "the line <code>draft: true</code> is deleted", "--future": "that day has come"}

_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>This article is hidden</title>
</head>
<body>
<h1>This article is hidden</h1>
<p><code>{path}</code> is {why}.</p>
<p>To see it here, stop the preview and start it again with <code>{flags}</code>.</p>
<p>A build publishes it once {until}.</p>
<p><a href="/">The home page</a></p>
</body>
</html>
"""
