"""`new`: a file for a new entity, or for a translation of one that there is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from backstory.authoring.fault import AuthoringFault, write_new
from backstory.authoring.skeletons import skeleton, translation
from backstory.language.names import did_you_mean
from backstory.values.keys import ID, KIND_OF_PREFIX, Kind


def new(site: Path, word: str, name: str, lang: str | None, today: date) -> tuple[str, ...]:
    """Make the file; the lines to tell the author. `word` is a folder of content/ or a link prefix."""
    if not (site / "site.yaml").is_file():
        raise AuthoringFault(
            f"there is no site.yaml in {site.resolve()}; go to the site's folder, or name it with --site"
        )
    kind = _kind(word)
    if not ID.match(name):
        raise AuthoringFault(f"`{name}` is not an id: use small Latin letters, digits and hyphens, such as `al-jufra`")
    folder = f"content/{kind.value}"
    if lang is None:
        path, text = f"{folder}/{name}.md", skeleton(kind, name, today)
    else:
        if not (site / folder / f"{name}.md").is_file():
            raise AuthoringFault(f"there is no {site / folder / name}.md to translate")
        path, text = f"{folder}/{name}.{lang}.md", translation(kind, lang, today)
    write_new(site, path, text)
    return (f"Made {site / path}",)


def _kind(word: str) -> Kind:
    kinds = {**{kind.value: kind for kind in Kind}, **KIND_OF_PREFIX}
    if word in kinds:
        return kinds[word]
    near = did_you_mean(word, sorted(kinds))
    guess = f"; did you mean `{near[0]}`?" if near else ""
    raise AuthoringFault(f"there is no kind `{word}`{guess} The kinds are {', '.join(KIND_OF_PREFIX)}.")
