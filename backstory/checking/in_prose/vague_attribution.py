"""N436: words that pass on what somebody says without saying who."""

from __future__ import annotations

import re
from collections.abc import Iterator

from backstory.checking.context import Context
from backstory.diagnostics import Diagnostic, Span, once_a_file, report
from backstory.records.entity import Entity
from backstory.records.links import ProseKey
from backstory.records.prose import LINKABLE, Run

_SPEAKERS = "sources?|officials?|experts?|analysts?|observers?|critics"
_VAGUE = {
    "en": rf"reportedly|allegedly|it is said|(?:some |western |security )?(?:{_SPEAKERS}) (?:say|said|believe)|"
    r"(?:is|are|was|were) (?:widely )?(?:believed|thought|said) to|linked to",
    "fr": r"prétendument|dit-on|selon (?:des|certaines) sources|(?:des|certains) experts? (?:disent|estiment)|liés? à",
    "ar": r"يُقال|يقال|يُزعم|يزعم أن|مصادر مطلعة|بحسب مصادر|(?:مصادر|خبراء|محللون|مسؤولون) (?:تقول|يقولون)",
}
_FORMS = {lang: re.compile(rf"(?<!\w)(?:{form})(?!\w)", re.IGNORECASE) for lang, form in _VAGUE.items()}


def said_by_whom(context: Context) -> Iterator[Diagnostic]:
    """A text that says "reportedly", "experts say" or the like in its own voice, by language."""
    yield from once_a_file(_found(context), ", and so do {count} more places in this file")


def _found(context: Context) -> Iterator[tuple[str, Diagnostic]]:
    for key, linked in context.links.texts.items():
        entity = context.knowledge.get(key.key)
        for part in linked.prose.parts if entity else ():
            if isinstance(part, Run) and part.setting in LINKABLE and part.line and entity:
                form = _FORMS.get(part.lang or key.lang)
                for match in form.finditer(part.text) if form else ():
                    yield "", _vague(_path(entity, key), part, match)


def _path(entity: Entity[object], key: ProseKey) -> str:
    translated = entity.translations.get(key.lang)
    return translated.path if translated else entity.path


def _vague(path: str, run: Run, match: re.Match[str]) -> Diagnostic:
    row = run.text.count("\n", 0, match.start())
    begin = run.columns[row] + match.start() - (run.text.rfind("\n", 0, match.start()) + 1) if run.columns else 1
    span = Span(path, run.line + row, max(begin, 1))
    message = f"“{match[0]}” does not say who says so"
    return report("N436", message, span, hint="name who says it, or that the source does not name them")
