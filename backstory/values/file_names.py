"""What the ending of a file's name says: a picture that browsers show, one that they do not, a download."""

from __future__ import annotations

IMAGES = frozenset(("png", "jpg", "jpeg", "gif", "webp", "avif", "svg"))
DOWNLOADS = frozenset(("pdf", "csv", "ods", "xlsx", "zip", "mp3", "mp4", "ogg", "webm", "vtt", "geojson", "ico"))
_RAW = ("cr2", "cr3", "nef", "arw", "dng", "raf", "orf")
_DRAWN = ("psd", "ai", "eps", "xcf", "indd", "kra", "svgz")
UNSHOWN = frozenset(("heic", "heif", "jfif", "tif", "tiff", "bmp", "jp2", "jxl", "tga", *_RAW, *_DRAWN))
"""Pictures that not all browsers show, or none."""
_FILMS = frozenset(("mp4", "webm", "mov", "m4v", "mkv", "avi", "ogv", "mpg", "mpeg"))
NO_PICTURES = UNSHOWN | _FILMS | DOWNLOADS
UNFINISHED = ".backstory-unfinished"
"""The folder in a site's where a change of its files is made ready."""


def suffix(name: str) -> str:
    """The part of a file's name after its last dot, in small letters; "" without a dot."""
    return name.rpartition(".")[2].lower() if "." in name[1:] else ""


def as_picture(name: str) -> str:
    """What to do with a file of NO_PICTURES so that it can be shown, as a hint."""
    ending = suffix(name)
    if ending == "jfif":
        return f"call it {name[:-5]}.jpg: it is a JPEG"
    if ending in UNSHOWN:
        return "open it in a picture program, and save it as JPEG, PNG or WebP"
    return f"link to it instead: `[what it is]({name})`"
