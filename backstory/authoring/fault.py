"""The error of a file that cannot be made: one sentence with a way out."""

from __future__ import annotations

from pathlib import Path

from backstory.regular_files import link_on_the_way


class AuthoringFault(Exception):
    """The file cannot be made."""


def write_new(site: Path, path: str, text: str) -> None:
    """Write a new file below a site. Raises AuthoringFault where it exists already or cannot be written."""
    place = site / path
    linked = link_on_the_way(site, path.rpartition("/")[0])
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
