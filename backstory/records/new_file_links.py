"""The way out for a missing entity: the command that makes its file, and GitHub's page for a new one."""

from __future__ import annotations

import re
from urllib.parse import quote

from backstory.language.names import fold
from backstory.values.keys import ID, Kind

_REPOSITORY = re.compile(
    r"(?P<home>https://github\.com/[^/?#]+/[^/?#]+?)(?:\.git)?(?:/tree/(?P<branch>[^/?#]+)(?P<folder>/[^?#]*)?)?/?\Z"
)
_FIRST = {
    Kind.ARTICLE: "title: {title}\ndate: YYYY-MM-DD\nsummary: \ndraft: true\n",
    Kind.ACTOR: "name: {title}\ntype: other\nsummary: \n",
    Kind.CONFLICT: "name: {title}\nfrom: YYYY\nsides: []\n",
    Kind.CLAIM: "text: {title}\ndate: YYYY-MM-DD\npositions: []\n",
    Kind.EVENT: "title: {title}\ndate: YYYY-MM-DD\n",
    Kind.PLACE: "name: {title}\n",
    Kind.TERM: "name: {title}\ndefinition: \n",
    Kind.SOURCE: "title: {title}\npublisher: \nurl: \ndate: YYYY-MM-DD\n",
    Kind.PAGE: "title: {title}\n",
}


def command(kind: Kind, target: str) -> str:
    """`new one: python3 build.py new actor rusia`."""
    return f"new one: python3 build.py new {kind.prefix} {id_of(target) or 'ID'}"


def address(repository: str | None, kind: Kind, target: str) -> str:
    """GitHub's page for a new file with a skeleton in it, or "" where there is no repository or no id to name it by.

    `repository` is that of site.yaml; `…/tree/BRANCH/FOLDER` says on which branch and in which folder the site is.
    """
    name = id_of(target)
    found = _REPOSITORY.match(repository or "")
    if not name or found is None:
        return ""
    title = " ".join(target.split()) if target != name else name.replace("-", " ").capitalize()
    text = f"---\n{_FIRST[kind].format(title=_scalar(title))}---\n"
    place = "/".join(part for part in (found["branch"] or "main", (found["folder"] or "").strip("/")) if part)
    path = quote(f"content/{kind.value}/{name}.md", safe="/")
    return f"{found['home']}/new/{place}?filename={path}&value={quote(text, safe='')}"


def _scalar(text: str) -> str:
    """The text as a value of YAML: between quotes where a sign in it would be taken for YAML's own."""
    if re.match(r"[\w(][^:#]*\Z", text):
        return text
    return "'" + text.replace("'", "''") + "'"


def id_of(target: str) -> str:
    """The id that a name in Latin letters suggests; "" where it suggests none."""
    folded = fold(target).replace("'", "")
    if not folded.isascii():
        return ""
    name = "-".join("".join(char if char.isalnum() else " " for char in folded).split())
    return name if ID.match(name) else ""
