"""`new`: a file for a new entity, or for a translation of one that there is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from backstory import config
from backstory.authoring import new_records
from backstory.authoring.fault import AuthoringFault, write_new
from backstory.authoring.skeletons import skeleton, translation
from backstory.language.locales import is_language, language_meant
from backstory.language.names import did_you_mean
from backstory.reading import settings
from backstory.values.keys import ID, KIND_OF_PREFIX, Kind
from backstory.values.time_zone import day_in


def new(site: Path, word: str, name: str, other: str | None, lang: str | None, moment: int) -> tuple[str, ...]:
    """Make the file; the lines to tell the author. `word` is a folder of content/ or a link prefix.

    Or add a record: a `backing` of the recipient `name` by the backer `other`, a `position` on the claim `name`, an
    event or a source to the collected file that the site has; a source may be named by its address.
    Its date is the day at the site at `moment`, which is given in seconds since 1970.
    """
    if not (site / "site.yaml").is_file():
        raise AuthoringFault(
            f"there is no site.yaml in {site.resolve()}; go to the site's folder, or name it with --site"
        )
    of_site = config.load(settings(site)[0])[0]
    today = day_in(of_site.timezone, moment)
    if word in ("backing", "position") or other is not None:
        return _added(site, _record(site, word, name, other, today))
    kind = _kind(word)
    known = {"url": name} if kind is Kind.SOURCE and "://" in name else {}
    name = new_records.source_id(name) if known else name
    if not ID.match(name):
        raise AuthoringFault(f"`{name}` is not an id: use small Latin letters, digits and hyphens, such as `al-jufra`")
    folder = f"content/{kind.value}"
    if lang is None and (known or kind is Kind.EVENT) and new_records.uses_collected(site, kind):
        return _added(site, new_records.new_entry(site, kind, name, today, known))
    if lang is None:
        path, text = f"{folder}/{name}.md", skeleton(kind, name, today)
    else:
        if lang not in of_site.languages[1:]:
            raise AuthoringFault(_not_into(lang, of_site.languages))
        if not (site / folder / f"{name}.md").is_file():
            raise AuthoringFault(f"there is no {site / folder / name}.md to translate")
        path, text = f"{folder}/{name}.{lang}.md", translation(kind, lang, today)
    if known:
        text = text.replace("# url: https://…", f"url: {known['url']}")
    write_new(site, path, text)
    return (f"Made {site / path}",)


def _record(site: Path, word: str, name: str, other: str | None, today: date) -> str:
    if (word == "backing") is not (other is not None):
        raise AuthoringFault("a backing is made with two ids, `new backing RECIPIENT BACKER`, and all else with one")
    if other is not None:
        return new_records.new_backing(site, name, other, today)
    return new_records.new_position(site, name, today)


def _added(site: Path, path: str) -> tuple[str, ...]:
    return (f"Added to {site / path}, as remarks: take the # away where you write",)


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
    listed = ", ".join((*KIND_OF_PREFIX, "backing", "position"))
    raise AuthoringFault(f"there is no kind `{word}`{guess} The kinds are {listed}.")
