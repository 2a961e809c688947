"""What a path below content/ stands for: an entity, a collected file, a file to copy, or a slip of naming."""

from __future__ import annotations

import re
from enum import StrEnum

from backstory.diagnostics import Diagnostic, Edit, Span, report
from backstory.language.locales import is_language, language_meant
from backstory.language.names import did_you_mean
from backstory.values.file_names import DOWNLOADS, IMAGES, UNSHOWN, as_picture, suffix
from backstory.values.keys import ID, Kind
from backstory.values.record import Record

STATIC = "content/static/"
BOUNDARIES = "content/boundaries.geojson"
_MARKDOWN = frozenset(("markdown", "mdown", "mkd", "mdx", "mdwn", "txt"))
_FOLDERS = (*(kind.value for kind in Kind), "backings", "images", "static")
_BOUNDARIES = frozenset(("boundaries.geojson", "boundaries.json", "boundaries.topojson"))
_TAG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*\Z")


class Use(StrEnum):
    """What is done with a file of content/."""

    READ = "read"
    COPY = "copy"
    NONE = "none"


class EntityPath(Record, frozen=True):
    """The entity a Markdown file is about; `lang` is "" in the default file."""

    kind: Kind
    id: str
    lang: str = ""


def entity(path: str) -> EntityPath | None:
    """The entity of `content/KIND/ID.md` or `content/KIND/ID.LANG.md`, None for any other path.

    A name in capitals or with spaces counts as the id it most likely means (see `use`, which reports it).
    """
    folders, _, name = path.rpartition("/")
    kind = _kind(folders.removeprefix("content/"))
    if kind is None or not folders.startswith("content/") or not name.lower().endswith(".md"):
        return None
    stem, _, lang = name[:-3].partition(".")
    id_ = likely_id(stem)
    return EntityPath(kind, id_, lang) if id_ and (not lang or _TAG.match(lang)) else None


def collected(path: str) -> Kind | None:
    """The kind whose records stand together in this file."""
    folder, _, name = path.rpartition("/")
    return _kind(name.removesuffix(".yaml")) if folder == "content" and name.endswith(".yaml") else None


def of_backings(path: str) -> bool:
    """Whether a file holds a list of backing records."""
    return path.startswith("content/backings/")


def _kind(folder: str) -> Kind | None:
    return Kind(folder) if folder in Kind._value2member_map_ else None


def likely_id(stem: str) -> str:
    """The id that a name in capitals, or with spaces or underscores, most likely means; "" when there is none."""
    made = re.sub(r"[\s_.]+", "-", stem.strip()).strip("-").lower()
    return made if ID.match(made) else ""


def use(path: str, languages: tuple[str, ...]) -> tuple[Use, Diagnostic | None]:
    """What is done with the file at `path`, and what is wrong with its name or place."""
    steps = path.split("/")[1:]
    name = steps[-1]
    if steps[0] == "static" and len(steps) > 1:
        return Use.COPY, None
    if steps[0].lower() in _BOUNDARIES:
        return _boundaries(path, name)
    if suffix(name) in IMAGES or suffix(name) in DOWNLOADS:
        return Use.COPY, None
    if name.lower() in ("readme.md", "licence", "license"):
        return Use.NONE, None
    if len(steps) == 1:
        return _at_top(path, name)
    if steps[0] == "backings":
        return _backings(path, steps)
    if steps[0] == "images":
        return Use.NONE, _unused(path)
    if _kind(steps[0]) is None:
        return Use.NONE, _unknown_folder(steps[0])
    return _in_kind(path, steps, languages)


def _at_top(path: str, name: str) -> tuple[Use, Diagnostic | None]:
    if path == "content/sources.json" or collected(path) is not None:
        return Use.READ, None
    stem, ending = name.partition(".")[0], suffix(name)
    if ending in ("yaml", "yml", "json"):
        return Use.NONE, _collected_slip(path, name, stem, ending)
    if ending == "md" or ending in _MARKDOWN:
        hint = f"move it into the folder of its kind: an explainer to content/articles/{name}"
        return Use.NONE, report("E013", f"`{name}` stands in content/ itself", Span(path), hint=hint)
    return Use.NONE, _unused(path)


def _boundaries(path: str, name: str) -> tuple[Use, Diagnostic | None]:
    if path == BOUNDARIES:
        return Use.READ, None
    message = f"`{name}` is not read: boundaries stand in `boundaries.geojson`"
    return Use.NONE, report("E014", message, Span(path), hint="call it boundaries.geojson, in small letters")


def _collected_slip(path: str, name: str, stem: str, ending: str) -> Diagnostic:
    if stem == "backings":
        hint = "put it into a folder: content/backings/NAME.yaml"
        return report("E013", "backings have a folder of their own", Span(path), hint=hint)
    kind = _kind(stem)
    if kind is not None and name.count(".") > 1:
        hint = f"write each text in {stem}.yaml by language: `name: {{en: …, ar: …}}`, one language a line"
        return report("E014", "a collected file has no translations of its own", Span(path), hint=hint)
    if kind is not None or (ending == "json" and stem == "sources"):
        return _renamed("E014", f"`{name}` is not read: the ending is `.yaml`", path, f"{stem}.yaml")
    near = did_you_mean(stem, [each.value for each in Kind])
    hint = f"did you mean {near[0]}.yaml?" if near else "the names are those of the kinds: actors.yaml, claims.yaml, …"
    return report("E013", f"no kind is called `{stem}`", Span(path), hint=hint)


def _backings(path: str, steps: list[str]) -> tuple[Use, Diagnostic | None]:
    if len(steps) > 2:
        return Use.NONE, _too_deep(path, steps)
    if steps[-1].endswith(".yaml"):
        return Use.READ, None
    if suffix(steps[-1]) in ("yml", "yaml", "md", "json"):
        hint = f"call it {steps[-1].rpartition('.')[0]}.yaml; it holds a list of backing records"
        message = f"`{steps[-1]}` is not read: files of content/backings/ end in `.yaml`"
        return Use.NONE, report("E014", message, Span(path), hint=hint)
    return Use.NONE, _unused(path)


def _unknown_folder(folder: str) -> Diagnostic:
    near = did_you_mean(folder, _FOLDERS)
    hint = f"did you mean content/{near[0]}/?" if near else f"the folders are {', '.join(_FOLDERS)}"
    return report("E013", f"no kind has the folder `{folder}`", Span(f"content/{folder}"), hint=hint)


def _too_deep(path: str, steps: list[str]) -> Diagnostic:
    hint = f"move it up: content/{steps[0]}/{steps[-1]}"
    return report("E013", f"folders inside content/{steps[0]}/ are not read", Span(path), hint=hint)


def _unused(path: str) -> Diagnostic:
    name = path.rpartition("/")[2]
    if suffix(name) in UNSHOWN:
        message = f"this file is not used: not every browser shows `.{suffix(name)}` pictures"
        return report("N001", message, Span(path), hint=as_picture(name))
    hint = "files to be copied as they are go into content/static/"
    return report("N001", "this file is not used", Span(path), hint=hint)


def _in_kind(path: str, steps: list[str], languages: tuple[str, ...]) -> tuple[Use, Diagnostic | None]:
    folder, name = steps[0], steps[-1]
    ending = suffix(name)
    if ending == "yaml" or ending == "yml":
        hint = f"write one Markdown file an entry (content/{folder}/ID.md), or all in content/{folder}.yaml"
        return Use.NONE, report("E014", f"`{name}` is not read: files here are Markdown", Span(path), hint=hint)
    if ending in _MARKDOWN or (ending == "md" and not name.endswith(".md")):
        message = f"`{name}` is not read: the ending is `.md`"
        return Use.NONE, _renamed("E014", message, path, f"{name.rpartition('.')[0]}.md")
    if ending != "md":
        return Use.NONE, _unused(path)
    if len(steps) > 2:
        return Use.NONE, _too_deep(path, steps)
    return _named(path, name, languages)


def _named(path: str, name: str, languages: tuple[str, ...]) -> tuple[Use, Diagnostic | None]:
    stem, _, lang = name[:-3].partition(".")
    if lang and lang not in languages:
        return Use.NONE, _other_language(path, stem, lang, languages)
    if ID.match(stem):
        return Use.READ, None
    id_ = likely_id(stem)
    ending = f".{lang}.md" if lang else ".md"
    message = f"`{stem}` is not an id: an id has small Latin letters, digits and hyphens only"
    if id_:
        return Use.READ, _renamed("E015", message, path, f"{id_}{ending}")
    hint = "choose an id: small Latin letters, digits and hyphens"
    return Use.NONE, report("E015", message, Span(path), hint=hint)


def _renamed(code: str, message: str, path: str, name: str) -> Diagnostic:
    """The diagnostic of a file that should be called `name`."""
    folder, slash, _ = path.rpartition("/")
    edits = (Edit(Span(path), path=f"{folder}{slash}{name}"),)
    return report(code, message, Span(path), hint=f"rename the file to `{name}`", edits=edits)


def _other_language(path: str, stem: str, lang: str, languages: tuple[str, ...]) -> Diagnostic:
    near = did_you_mean(lang, languages)
    if not _TAG.match(lang):
        id_ = likely_id(f"{stem}.{lang}")
        hint = f"rename the file to `{id_}.md`" if id_ else "a dot comes before the language only: lna.ar.md"
        return report("E015", f"`{stem}.{lang}` is not an id: a dot may not stand in it", Span(path), hint=hint)
    if not is_language(lang):
        meant = language_meant(lang) or (near[0] if near else "")
        code = "call the file {}.CODE.md, with the code of one of the `languages` in site.yaml"
        if meant in languages:
            return _renamed("E016", f"`{lang}` is not a language code", path, f"{stem}.{meant}.md")
        hint = f"rename the file to `{stem}.{meant}.md`" if meant else code.format(stem)
        return report("E016", f"`{lang}` is not a language code", Span(path), hint=hint)
    hint = f"did you mean {stem}.{near[0]}.md? or " if near else ""
    hint += f"add `{lang}` to `languages` in site.yaml"
    return report("E016", f"this site has no language `{lang}`", Span(path), hint=hint)
