"""Files that are copied as they are: whether a picture is one, and whether the file itself is here."""

from __future__ import annotations

import re

from backstory.diagnostics import Diagnostic, Span, report
from backstory.reading import svg_safety
from backstory.reading.content_paths import STATIC
from backstory.values.file_names import IMAGES, suffix

HEAD = 1024
"""How many bytes of a picture tell what it is."""
_POINTER = re.compile(rb"version https://(?:git-lfs\.github\.com|hawser\.github\.com)/spec/|[./]*\.git/annex/objects/")
_SHOWN = (
    (b"\x89PNG\r\n\x1a\n", 33),
    (b"\xff\xd8\xff", 100),
    (b"GIF87a", 13),
    (b"GIF89a", 13),
)
"""How the pictures that browsers show begin, and how many bytes the least of them has."""
_OTHER = (
    (re.compile(rb"\s*<(?:!doctype\s+html|html|head|body|title)\b", re.IGNORECASE), "a web page"),
    (
        re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*(?:<!doctype svg|<svg)\b", re.IGNORECASE | re.DOTALL),
        "an SVG",
    ),
    (re.compile(rb"\s*<[?!a-z]", re.IGNORECASE), "a page or an XML file"),
    (re.compile(rb"....ftyp(?:hei|hev|mif1|msf1)", re.DOTALL), "a HEIC picture, which most browsers do not show"),
    (
        re.compile(rb"....(?:ftyp|moov|mdat)|\x1a\x45\xdf\xa3|RIFF....AVI |\x00\x00\x01[\xb3\xba]|FLV\x01", re.DOTALL),
        "a video",
    ),
    (re.compile(rb"%PDF"), "a PDF"),
    (re.compile(rb"8BPS"), "a Photoshop file"),
    (re.compile(rb"II\*\x00|MM\x00\*"), "a TIFF picture, which browsers do not show"),
    (re.compile(rb"PK\x03\x04"), "a packed file"),
    (re.compile(rb"\x1f\x8b"), "a packed file"),
)


def looked_into(path: str, size: int) -> bool:
    """Whether a copied file is judged by what is in it: a picture, or one that may be a pointer to the file itself."""
    return suffix(path) in IMAGES or size < HEAD


def whole(path: str) -> bool:
    """Whether a file is judged by all of it, not by its first HEAD bytes."""
    return suffix(path) == "svg" and not path.startswith(STATIC)


def faults(path: str, data: bytes) -> tuple[Diagnostic, ...]:
    """What is wrong with a file that is to be looked into; `data` is all of it, or begins it."""
    if len(data) < HEAD and _POINTER.match(data):
        hint = "fetch the file itself: run `git lfs pull`, and check out with `lfs: true` in a workflow"
        return (
            report(
                "E042",
                "this is not the file itself but a pointer to it, of Git LFS or git-annex",
                Span(path),
                hint=hint,
            ),
        )
    if suffix(path) not in IMAGES:
        return ()
    if not data:
        return (_none(path, "it is empty"),)
    if suffix(path) == "svg":
        return svg_safety.faults(path, data) if whole(path) else ()
    what = _what(data)
    return () if what is None else (_none(path, what),)


def _what(begin: bytes) -> str | None:
    """What a file is that is no picture that browsers show; None where it is one."""
    for magic, least in _SHOWN:
        if begin.startswith(magic):
            return None if len(begin) >= least else f"it breaks off after {len(begin)} bytes"
    if re.match(rb"RIFF....WEBP|....ftyp.{0,60}?avi[fs]|BM....\0\0\0\0", begin, re.DOTALL):
        return None
    return next((f"it is {what}" for pattern, what in _OTHER if pattern.match(begin)), "it is something else")


def _none(path: str, why: str) -> Diagnostic:
    hint = "put the picture itself here: open it in a picture program, and export it as PNG, JPEG or WebP"
    return report("E042", f"this is no picture that browsers show: {why}", Span(path), hint=hint)
