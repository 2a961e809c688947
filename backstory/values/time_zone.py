"""Time zones of the IANA list, and which day it is in one; zoneinfo's doorway.

The system's list is read, and that of the package tzdata where the system has none.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

UTC_NAME = "UTC"
_NAME = re.compile(r"[A-Za-z0-9_+-]+(?:/[A-Za-z0-9_+-]+)*\Z")
# Files of a system's list that are no zones, or copies of them.
_NO_ZONES = re.compile(r"(?:localtime|posixrules|Factory|(?:posix|right)/.*)\Z")


def day_in(zone: str, seconds: int) -> date:
    """The day in a zone at a moment, which is given in seconds since 1970 (UTC)."""
    return datetime.fromtimestamp(seconds, _zone(zone)).date()


def is_time_zone(name: str) -> bool:
    """Whether the IANA list has a zone of this name."""
    if not _NAME.match(name) or _NO_ZONES.match(name):
        return False
    try:
        _zone(name)
    except (OSError, ValueError, LookupError):
        return False
    return True


def time_zone_meant(text: str) -> str:
    """The zone that a text most likely means, by its letters or by its city alone; "" where none or several fit."""
    wanted = re.sub(r"[\s_]+", "_", text.strip()).casefold()
    names = [each for each in sorted(available_timezones()) if not _NO_ZONES.match(each)]
    whole = [each for each in names if each.casefold() == wanted]
    cities = [each for each in names if each.casefold().rpartition("/")[2] == wanted]
    return next((found[0] for found in (whole, cities) if len(found) == 1), "")


@lru_cache(maxsize=8)
def _zone(name: str) -> tzinfo:
    return UTC if name == UTC_NAME else ZoneInfo(name)
