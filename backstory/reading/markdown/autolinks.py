"""Addresses written without markup: GitHub's extended autolinks."""

from __future__ import annotations

import re

_ADDRESS = re.compile(r"(?:https?://|www\.)([^\s<\[\]]*)")
_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)*")
_TRAILING = frozenset("?!.,:*_~'\"،؛؟。、！？」』»”’…")
_ENTITY = re.compile(r"&[A-Za-z0-9]+;\Z")
_LONGEST_NAME = 40
_LOCAL = re.compile(r"[A-Za-z0-9._+-]+\Z")
_HOST = re.compile(r"@([A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)+)")


def address_end(text: str, at: int) -> int | None:
    """Where the address that begins at `at` ends; None where none does.

    The domain has a dot and no underscore in its last two parts; punctuation, closing brackets without their
    opening one, and `&name;` at the end belong to the sentence. (GitHub leaves other scripts' punctuation in.)
    """
    match = _ADDRESS.match(text, at)
    if not match:
        return None
    end = _trimmed(text, match.start(1), match.end())
    domain = _DOMAIN.match(text, match.start(1), end)
    if not domain or end <= match.start(1):
        return None
    parts = domain[0].split(".")
    if "_" in "".join(parts[-2:]) or (len(parts) < 2 and not match[0].startswith("www.")):
        return None
    return end


def _trimmed(text: str, start: int, end: int) -> int:
    spare = text.count(")", start, end) - text.count("(", start, end)
    while end > start:
        last = text[end - 1]
        if last in _TRAILING:
            end -= 1
        elif last == ")" and spare > 0:
            end -= 1
            spare -= 1
        elif last == ";" and (entity := _ENTITY.search(text, max(start, end - _LONGEST_NAME), end)):
            end = entity.start()
        else:
            break
    return end


def mail(text: str, at: int) -> tuple[int, int] | None:
    """Where the mail address around the `@` at `at` begins and ends; None where there is none."""
    local = _LOCAL.search(text, max(0, at - 64), at)
    host = _HOST.match(text, at)
    if not local or not host:
        return None
    end = host.end()
    while text[end - 1] == ".":
        end -= 1
    return None if text[end - 1] in "-_" else (local.start(), end)
