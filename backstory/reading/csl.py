"""CSL-JSON, Zotero's export, read as sources: content/sources.json."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from backstory.diagnostics import Diagnostic, Related, Span, report
from backstory.language.dates import DateError, parse, suggested
from backstory.language.locales import is_language, language_meant
from backstory.reading import json_positions
from backstory.reading.collected import CollectedEntry
from backstory.reading.content_paths import likely_id
from backstory.reading.decode import COLLECTED, decode
from backstory.reading.json_positions import Break, Member
from backstory.values.keys import ID
from backstory.values.located import Fields, Located, Text

_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff\ufffe\uffff\u202a-\u202e\u2066-\u2069]")
# A CSL `report` need not be an official one, so it gets no kind: the desk knows.
_KINDS = {
    "article-magazine": "news",
    "article-newspaper": "news",
    "broadcast": "news",
    "post-weblog": "news",
    "book": "book",
    "chapter": "book",
    "dataset": "dataset",
    "graphic": "image",
    "interview": "interview",
    "legal_case": "court",
    "motion_picture": "video",
    "post": "social",
    "speech": "statement",
}
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24, "1": 21, "2": 22, "3": 23, "4": 24}
# No date, in the words of some languages' libraries: n.d., s.d., o. J., sans date.
_UNDATED = re.compile(
    r"[\[(]?(?:n\.? ?d|s\.? ?[ad]|o\.? ?[jd]|no date|undated|not dated|sans date|sin fecha|ohne datum|senza data"
    r"|б\. ?д|د\. ?ت|بدون تاريخ)\.?[\])]?\Z",
    re.IGNORECASE,
)
_DOI = re.compile(r"10\.[0-9]{4,9}/\S+")
_NAME = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
# What CSL lets stand in a title for its setting.
_RICH = re.compile(r"</?(?:i|b|sub|sup|sc|span)(?:\s[^<>]*)?>")
Entries = tuple[tuple[CollectedEntry, ...], tuple[Diagnostic, ...]]


def entries(path: str, data: bytes) -> Entries:
    """The sources of a CSL-JSON file, and what is wrong with it; one unreadable entry does not lose the others."""
    text, found = decode(data, path, limit=COLLECTED, longest=COLLECTED)
    if text is None:
        return (), found
    if not text.strip():
        hint = "export the library again, as CSL JSON, or delete the file"
        return (), (*found, report("E009", "this file is empty", Span(path), hint=hint))
    wrong: list[Diagnostic] = []
    made: dict[str, CollectedEntry] = {}
    for each in json_positions.objects(path, text):
        if isinstance(each, Break):
            wrong.append(report("E022", each.message, each.span, hint=each.hint))
            continue
        entry = _entry(each.by_key, each.head, wrong)
        if entry is not None and entry.id in made:
            there = Related(made[entry.id].head, "it stands here first")
            message = f"the id `{entry.id}` stands here a second time"
            wrong.append(report("E023", message, entry.head, hint="give one another id", related=(there,)))
        elif entry is not None:
            made[entry.id] = entry
    return tuple(made.values()), (*found, *wrong)


def _entry(members: Mapping[str, Member], head: Span, found: list[Diagnostic]) -> CollectedEntry | None:
    name, place = _id(members, head)
    id_ = name if ID.match(name) else likely_id(name)
    if id_ != name or not name:
        message = f"`{name}` is not an id" if name else "this entry has no `id`"
        hint = "set the citation key: small Latin letters, digits and hyphens"
        hint += f", such as `{id_}`" if id_ else ""
        found.append(report("E023", message, place, hint=hint))
    if not id_:
        return None
    values: dict[str, Located] = {}
    keys_at = {}
    for key, text, from_ in (*_fields(members), *_doi(members), *_language(members, found)):
        if text and key not in values:
            values[key] = Text(_FORBIDDEN.sub(" ", text).strip(), members[from_].span)
            keys_at[key] = members[from_].key_span
    return CollectedEntry(id_, place, Fields(values, head, keys_at))


def _id(members: Mapping[str, Member], head: Span) -> tuple[str, Span]:
    for key in ("citation-key", "id"):
        if key in members and isinstance(members[key].value, str):
            return members[key].value.strip(), members[key].span
    return "", head


def _fields(members: Mapping[str, Member]) -> Iterator[tuple[str, str, str]]:
    """Key, text and the member it comes from, for each field of a source; the first of a key counts."""
    for key, names in _SAME.items():
        for name in names:
            if name in members and isinstance(members[name].value, str):
                yield key, _RICH.sub("", members[name].value), name
    for key, name in (("date", "issued"), ("retrieved", "accessed")):
        if name in members:
            yield key, _date(members[name].value), name
    if "author" in members:
        yield "author", _names(members["author"].value), "author"
    if "type" in members and isinstance(members["type"].value, str):
        yield "kind", _KINDS.get(members["type"].value, ""), "type"
    for name in ("archive", "archive_location"):
        if name in members and str(members[name].value).startswith(("http://", "https://")):
            yield "archive_url", str(members[name].value), name


def _doi(members: Mapping[str, Member]) -> Iterator[tuple[str, str, str]]:
    """The address of a source that has a DOI and no other."""
    found = _DOI.search(str(members["DOI"].value)) if "DOI" in members else None
    if found:
        yield "url", f"https://doi.org/{quote(found[0], safe='/:;()')}", "DOI"


def _language(members: Mapping[str, Member], found: list[Diagnostic]) -> Iterator[tuple[str, str, str]]:
    """The language of a source. A library takes any text for it: what names none is passed over with a note."""
    text = str(members["language"].value).strip() if "language" in members else ""
    tag = text if is_language(text) else language_meant(text) if text else ""
    if tag:
        yield "lang", tag, "language"
    elif text:
        hint = "in the library, write the code of a language, such as en or ar, or nothing"
        message = f"`{text}` is no language, and is passed over"
        found.append(report("N003", message, members["language"].span, hint=hint))


_SAME = {
    "title": ("title", "title-short"),
    "publisher": ("publisher", "container-title"),
    "url": ("URL",),
}


def _names(people: Any) -> str:
    names = []
    for each in people if isinstance(people, list) else ():
        if isinstance(each, dict):
            parts = [each.get(key) for key in _NAME]
            names.append(" ".join(str(part) for part in parts if part) or str(each.get("literal", "")))
    return ", ".join(name for name in names if name)


def _date(issued: Any) -> str:
    """A CSL date in EDTF: `[[2020, 5, 26]]` is 2020-05-26, two of them an interval, `circa` adds `~`.

    What is no number stays as it is, for whoever reads dates to refuse.
    """
    if not isinstance(issued, dict):
        return _meant(issued) if isinstance(issued, str) else ""
    parts = issued.get("date-parts")
    dates = [_edtf(each) for each in parts if isinstance(each, list)] if isinstance(parts, list) else []
    dates = [each for each in dates if each][:2]
    if not dates:
        return _meant(next((str(issued[key]) for key in ("edtf", "raw", "literal") if issued.get(key)), ""))
    season = str(issued.get("season") or "").strip().lower()
    if season and len(dates) == 1 and "-" not in dates[0]:
        dates[0] += f"-{_SEASONS[season]}" if season in _SEASONS else f" {season}"
    circa = "~" if issued.get("circa") not in (None, False, "0", "false") else ""
    return "/".join(date + circa for date in dates)


def _meant(text: str) -> str:
    """A date in words as EDTF, where it can mean one alone; nothing for "no date"; else the text."""
    if _UNDATED.match(text.strip()):
        return ""
    try:
        parse(text)
    except DateError:
        meant = suggested(text)
        return meant[0] if len(meant) == 1 else text
    return text


def _edtf(parts: list[Any]) -> str:
    """Year, month and day as far as they are given: empty ones, and a month or day of 0, are not."""
    texts = [str(part).strip() for part in parts[:3] if part is not None]
    given = [text for place, text in enumerate(texts) if text and (place == 0 or text.strip("0"))]
    return "-".join(text.zfill(4 if place == 0 else 2) if text.isdigit() else text for place, text in enumerate(given))
