"""N436: words that pass on what somebody says without saying who."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from backstory.checking.context import Context
from backstory.diagnostics import Diagnostic, Span, once_a_file, report
from backstory.records.entity import Entity
from backstory.records.links import ProseKey
from backstory.records.prose import LINKABLE, Run, unpacked

_SPEAKERS = "sources?|officials?|experts?|analysts?|observers?|critics"
_VAGUE = {
    "en": rf"reportedly|allegedly|it is said|(?:some |western |security )?(?:{_SPEAKERS}) (?:say|said|believe)|"
    r"(?:is|are|was|were) (?:widely )?(?:believed|thought|said) to|linked to",
    "fr": r"prétendument|dit-on|selon (?:des|certaines) sources|(?:des|certains) experts? (?:disent|estiment)|liés? à",
    "ar": r"يُقال|يقال|يُزعم|يزعم أن|مصادر مطلعة|بحسب مصادر|(?:مصادر|خبراء|محللون|مسؤولون) (?:تقول|يقولون)",
}
_FORMS = {lang: re.compile(rf"(?<!\w)(?:{form})(?!\w)", re.IGNORECASE) for lang, form in _VAGUE.items()}
# Every form holds one of these, in small letters. Looking for them first takes a third of the time.
_CUES = {
    "en": ("eportedly", "llegedly", "t is said", "inked to", " say", " said", " believe", " thought to"),
    "fr": ("tendument", "it-on", "elon ", "expert", "lié"),
    "ar": ("يقال", "يُقال", "زعم", "مصادر", "خبراء", "محللون", "مسؤولون"),
}


def said_by_whom(context: Context) -> Iterator[Diagnostic]:
    """A text that says "reportedly", "experts say" or the like in its own voice, by language."""
    yield from once_a_file(_found(context), ", and so do {count} more places in this file")


def _found(context: Context) -> Iterator[tuple[str, Diagnostic]]:
    for key, linked in context.links.texts.items():
        places = _places(linked.prose.packed, key.lang)
        entity = context.knowledge.get(key.key) if places else None
        if entity is not None:
            parts = linked.prose.parts
            for at, start in places:
                run = parts[at]
                match = _FORMS[run.lang or key.lang].match(run.text, start) if isinstance(run, Run) else None
                if match and isinstance(run, Run):
                    yield "", _vague(_path(entity, key), run, match)


@lru_cache(maxsize=1 << 14)
def _places(packed: bytes, lang: str) -> tuple[tuple[int, int], ...]:
    """Where a text says so: the number of the part, and the character in it. Kept, for in a preview most texts stay."""
    found = []
    for at, part in enumerate(unpacked(packed)):
        if isinstance(part, Run) and part.setting in LINKABLE and part.line:
            for cue in _CUES.get(part.lang or lang, ()):
                if cue in part.text:
                    found += [(at, match.start()) for match in _FORMS[part.lang or lang].finditer(part.text)]
                    break
    return tuple(found)


def _path(entity: Entity[object], key: ProseKey) -> str:
    translated = entity.translations.get(key.lang)
    return translated.path if translated else entity.path


def _vague(path: str, run: Run, match: re.Match[str]) -> Diagnostic:
    row = run.text.count("\n", 0, match.start())
    begin = run.columns[row] + match.start() - (run.text.rfind("\n", 0, match.start()) + 1) if run.columns else 1
    span = Span(path, run.line + row, max(begin, 1))
    message = f"“{match[0]}” does not say who says so"
    return report("N436", message, span, hint="name who says it, or that the source does not name them")
