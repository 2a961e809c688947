"""The error of a file that cannot be made: one sentence with a way out."""

from __future__ import annotations

from pathlib import Path

from backstory import regular_files


class AuthoringFault(Exception):
    """The file cannot be made."""


def append(site: Path, path: str, text: str) -> None:
    """Add lines at the end of a file below a site, which is made where it is not there. Raises AuthoringFault."""
    place = site / path
    if regular_files.link_on_the_way(site, path) is not None:
        raise AuthoringFault(f"{place} is a link, and nothing is written through links")
    if not place.exists():
        write_new(site, path, text.lstrip("\n"))
        return
    try:
        data = regular_files.read(place)
        end = b"\r\n" if b"\r\n" in data else b"\n"
        between = b"" if not data or data.endswith(b"\n") else end
        regular_files.replace(place, data + between + text.encode().replace(b"\n", end))
    except OSError as error:
        raise AuthoringFault(f"{place} cannot be written: {error.strerror}") from error


def write_new(site: Path, path: str, text: str) -> None:
    """Write a new file below a site. Raises AuthoringFault where it exists already or cannot be written."""
    place = site / path
    linked = regular_files.link_on_the_way(site, path.rpartition("/")[0])
    if linked is not None:
        raise AuthoringFault(f"{site / linked} is a link to another folder, and nothing is written through links")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise AuthoringFault(f"{place} exists already and is left as it is") from None
    except OSError as error:
        raise AuthoringFault(f"{place} cannot be written: {error.strerror}") from error
