"""The words of the theme on pages in a language without an interface: they are English, and marked as English."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from backstory.language.wording.phrasebook import FALLBACK, spoken

# No text of an author holds these: reading refuses private-use characters.
_FROM, _TO = "\ue002", "\ue003"
_MARKS = re.compile(f"[{_FROM}{_TO}]")
_WHOLE = re.compile(r"<(title|svg|script|style|option|textarea)\b.*?</\1>|<[^>]*>", re.DOTALL)


def bracketed(said: Callable[..., str]) -> Callable[..., str]:
    """`wording.phrase` or `wording.plural`, its words between marks where the page is in another language."""

    def told(*asked: object, **values: object) -> str:
        text = said(*asked, **values)
        return text if has_interface(str(asked[-1])) else f"{_FROM}{text}{_TO}"

    return told


def marked(page: str) -> str:
    """The page with `<span lang>` for the marks; in attributes, titles and drawings they are only taken away."""
    if _FROM not in page:
        return page
    plain = _WHOLE.sub(lambda found: _MARKS.sub("", found[0]), page)
    return plain.replace(_FROM, f'<span lang="{FALLBACK}" dir="ltr">').replace(_TO, "</span>")


@cache
def has_interface(lang: str) -> bool:
    """Whether the theme has words in a language."""
    return spoken(lang) in (lang, lang.partition("-")[0])
