"""`new`: a file for a new entity, or for a translation of one that there is."""

from __future__ import annotations

from pathlib import Path

from backstory import config
from backstory.authoring.fault import AuthoringFault, write_new
from backstory.authoring.skeletons import skeleton, translation
from backstory.language.locales import is_language, language_meant
from backstory.language.names import did_you_mean
from backstory.reading import settings
from backstory.values.keys import ID, KIND_OF_PREFIX, Kind
from backstory.values.time_zone import day_in


def new(site: Path, word: str, name: str, lang: str | None, moment: int) -> tuple[str, ...]:
    """Make the file; the lines to tell the author. `word` is a folder of content/ or a link prefix.

    Its date is the day at the site at `moment`, which is given in seconds since 1970.
    """
    if not (site / "site.yaml").is_file():
        raise AuthoringFault(
            f"there is no site.yaml in {site.resolve()}; go to the site's folder, or name it with --site"
        )
    kind = _kind(word)
    if not ID.match(name):
        raise AuthoringFault(f"`{name}` is not an id: use small Latin letters, digits and hyphens, such as `al-jufra`")
    folder = f"content/{kind.value}"
    of_site = config.load(settings(site)[0])[0]
    today = day_in(of_site.timezone, moment)
    if lang is None:
        path, text = f"{folder}/{name}.md", skeleton(kind, name, today)
    else:
        if lang not in of_site.languages[1:]:
            raise AuthoringFault(_not_into(lang, of_site.languages))
        if not (site / folder / f"{name}.md").is_file():
            raise AuthoringFault(f"there is no {site / folder / name}.md to translate")
        path, text = f"{folder}/{name}.{lang}.md", translation(kind, lang, today)
    write_new(site, path, text)
    return (f"Made {site / path}",)


def _not_into(lang: str, languages: tuple[str, ...]) -> str:
    """Why nothing can be translated into a language."""
    if lang == languages[0]:
        return f"`{lang}` is the language of the originals; translations are into another"
    meant = language_meant(lang)
    if not is_language(lang) or meant in languages[1:]:
        guess = f"; did you mean `{meant}`?" if meant else ", such as `ar` for Arabic"
        return f"`{lang}` is not a language of this site{guess}"
    return f"this site has no language `{lang}`: add it to `languages` in site.yaml"


def _kind(word: str) -> Kind:
    kinds = {**{kind.value: kind for kind in Kind}, **KIND_OF_PREFIX}
    if word in kinds:
        return kinds[word]
    near = did_you_mean(word, sorted(kinds))
    guess = f"; did you mean `{near[0]}`?" if near else ""
    raise AuthoringFault(f"there is no kind `{word}`{guess} The kinds are {', '.join(KIND_OF_PREFIX)}.")
