"""`new` for what has no file of its own: a backing, a position, an entry of a collected file.

What is added is all remarks: it publishes nothing until an author takes the signs away.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from backstory import regular_files
from backstory.authoring.fault import AuthoringFault, append
from backstory.authoring.skeletons import skeleton
from backstory.values.keys import ID, Kind

_BACKING = """\
# Take the # away where you write.
# - recipient: {recipient}
#   actor: {backer}
#   support:
#     - weapons               # troops, funding, training, … or unknown
#   observed: {today}         # or from: and to:
#   sources:
#     - source: id-of-a-source
#       stance: asserts       # what the source does: finds, assesses, alleges, …
#       pages: p. 1
#       quote: Its own words
"""
_POSITION = """\
# - by: id-of-an-actor      # or name: and role: of somebody who has no page
#   stance: denies          # asserts, reports, questions, no-comment, …
#   date: {today}
#   source: id-of-a-source
#   quote: Their own words
"""
_TLD = re.compile(r"(?:www\d?|m|edition|amp)\.|\.(?:com|org|net|int|gov|mil|co|ac)(?=\.|\Z)|\.[a-z]{2}\Z")
_DAY = re.compile(r"(?<!\d)(20\d\d|19\d\d)[-/](\d\d)(?:[-/](\d\d))?(?!\d)")


def new_backing(site: Path, recipient: str, backer: str, today: date) -> str:
    """Add the record of a backing to the recipient's file in content/backings/; the path that was written."""
    for each in (recipient, backer):
        if not _known(site, Kind.ACTOR, each):
            raise AuthoringFault(f"there is no actor `{each}`: make it with `new actor {each}` first")
    path = f"content/backings/{recipient}.yaml"
    append(site, path, _BACKING.format(recipient=recipient, backer=backer, today=today.isoformat()))
    return path


def new_position(site: Path, claim: str, today: date) -> str:
    """Add a position to the front matter of a claim; the path that was written."""
    path = f"content/claims/{claim}.md"
    if not (site / path).is_file():
        raise AuthoringFault(f"there is no {path}: make it with `new claim {claim}`, or write into content/claims.yaml")
    text = regular_files.read(site / path).decode("utf-8")
    lines = text.splitlines(keepends=True)
    closing = next((at for at, line in enumerate(lines) if at and line.strip() == "---"), len(lines))
    key = next((at for at, line in enumerate(lines[:closing]) if re.match(r"#? ?positions:", line)), None)
    block = _POSITION.format(today=today.isoformat())
    if key is None:
        where, added = closing, "# positions:\n" + "".join(f"#   {line[2:]}\n" for line in block.splitlines())
    else:
        after = (at for at in range(key + 1, closing) if re.match(r"[A-Za-z_]", lines[at]))
        where, added = next(after, closing), "".join(f"  {line}\n" for line in block.splitlines())
    end = "\r\n" if "\r\n" in text else "\n"
    made = "".join((*lines[:where], added.replace("\n", end), *lines[where:]))
    regular_files.replace(site / path, made.encode("utf-8"))
    return path


def new_entry(site: Path, kind: Kind, name: str, today: date, known: dict[str, str] | None = None) -> str:
    """Add an entry to the collected file of a kind; the path that was written. `known` are values to write."""
    path = f"content/{kind.value}.yaml"
    if _known(site, kind, name):
        raise AuthoringFault(f"{path} has `{name}` already and is left as it is")
    body = skeleton(kind, name, today).strip().removeprefix("---").partition("\n---")[0].strip().splitlines()
    lines = [line.removeprefix("# ") for line in body if not line.startswith("# Take")]
    lines = [_filled(line, known or {}) for line in lines]
    append(site, path, "".join(f"{line}\n" for line in ("", f"# {name}:", *(f"#   {line}" for line in lines))))
    return path


def _filled(line: str, known: dict[str, str]) -> str:
    key = line.partition(":")[0]
    return f"{key}: {known[key]}" if key in known else line


def uses_collected(site: Path, kind: Kind) -> bool:
    """Whether a site keeps the entries of a kind in one file."""
    return (site / f"content/{kind.value}.yaml").is_file() and not (site / "content" / kind.value).is_dir()


def source_id(url: str) -> str:
    """An id for what stands at an address: its publisher's and its day, such as `reuters-2020-05-27`."""
    parts = urlsplit(url)
    host = _TLD.sub("", parts.hostname or "").rpartition(".")[2]
    day = _DAY.search(parts.path)
    words = [host, *(each for each in day.groups() if each)] if day else [host, *_slug(parts.path)]
    made = re.sub(r"[^a-z0-9]+", "-", "-".join(words).lower()).strip("-")
    if parts.scheme not in ("http", "https") or not ID.match(made):
        raise AuthoringFault(f"`{url}` is not an address of a page: https://…")
    return made


def _slug(path: str) -> list[str]:
    """The first words of the last part of a path, without the numbers that sites add."""
    last = path.rstrip("/").rpartition("/")[2].partition(".")[0]
    return [word for word in re.split(r"[^A-Za-z0-9]+", last) if word and not word.isdigit()][:4]


def _known(site: Path, kind: Kind, name: str) -> bool:
    """Whether an entity stands in a file of its own or in the collected one, in remarks too."""
    if (site / f"content/{kind.value}/{name}.md").is_file():
        return True
    place = site / f"content/{kind.value}.yaml"
    text = regular_files.read(place).decode("utf-8", "replace") if place.is_file() else ""
    return re.search(rf"(?m)^(?:# )?['\"]?{re.escape(name)}['\"]?\s*:", text) is not None
