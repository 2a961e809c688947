"""Scripts: in which one a name is written, and which one a language is."""

from __future__ import annotations

import re

_SCRIPTS = (
    ("Arab", re.compile("[\u0620-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")),
    ("Hebr", re.compile("[\u05d0-\u05f4\ufb1d-\ufb4f]")),
    ("Cyrl", re.compile("[\u0400-\u052f]")),
    ("Grek", re.compile("[\u0370-\u03ff\u1f00-\u1fff]")),
    ("Armn", re.compile("[\u0530-\u058f]")),
    ("Geor", re.compile("[\u10a0-\u10ff\u1c90-\u1cbf]")),
    ("Deva", re.compile("[\u0900-\u097f]")),
    ("Ethi", re.compile("[\u1200-\u137f]")),
    ("Thai", re.compile("[\u0e00-\u0e7f]")),
    ("Hang", re.compile("[\u1100-\u11ff\uac00-\ud7af]")),
    ("Hani", re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")),
)
_OF_LANGUAGE = {
    **dict.fromkeys(("ar", "fa", "ur", "ps", "ckb", "sd", "ug"), "Arab"),
    **dict.fromkeys(("he", "yi"), "Hebr"),
    **dict.fromkeys(("ru", "uk", "be", "bg", "mk", "kk", "ky", "tg", "mn"), "Cyrl"),
    **dict.fromkeys(("hi", "mr", "ne"), "Deva"),
    **dict.fromkeys(("am", "ti"), "Ethi"),
    **dict.fromkeys(("zh", "ja"), "Hani"),
    "el": "Grek",
    "hy": "Armn",
    "ka": "Geor",
    "ko": "Hang",
    "th": "Thai",
}
# Scripts whose words are not parted by spaces, or whose particles grow onto the word without a mark.
SPACELESS = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff"
    "\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]+"
)


def script(text: str) -> str:
    """The script of the first letters of `text` that are not Latin (ISO 15924), else `Latn`."""
    if text.isascii():
        return "Latn"
    return next((name for name, letters in _SCRIPTS if letters.search(text)), "Latn")


def script_of(lang: str) -> str:
    """The script a language is usually written in; `sr-Latn` says its own."""
    base, _, rest = lang.partition("-")
    if rest.title() in {"Latn", "Cyrl", "Arab", "Hebr", "Deva"}:
        return rest.title()
    return _OF_LANGUAGE.get(base, "Latn")


def base(lang: str) -> str:
    """The language without region and script: `pt` of `pt-BR`."""
    return lang.partition("-")[0]
