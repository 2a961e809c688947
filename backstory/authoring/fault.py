"""The error of a file that cannot be made: one sentence with a way out."""

from __future__ import annotations

from pathlib import Path


class AuthoringFault(Exception):
    """The file cannot be made."""


def write_new(place: Path, text: str) -> None:
    """Write a new file. Raises AuthoringFault where it exists already or cannot be written."""
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise AuthoringFault(f"{place} exists already and is left as it is") from None
    except OSError as error:
        raise AuthoringFault(f"{place} cannot be written: {error.strerror}") from error
