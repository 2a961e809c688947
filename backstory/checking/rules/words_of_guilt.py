"""W442: a word of guilt in the few words by which a site itself says who somebody is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from backstory.checking.context import Context
from backstory.diagnostics import Diagnostic, report
from backstory.values.vocabulary import PROTECTED

# Nouns that name somebody guilty, and nothing else: "criminal law" and "counter-terrorist force" are offices, and "war
# crimes" may be what somebody is accused or convicted of.
_AFTER = r"(?=\s*(?:$|[.,;:)]|(?:and|or|who|of|in|behind|from|for)\b))"
_GUILT = {
    "en": r"(?:war criminals?|terrorists?|murderers?|torturers?|traffickers?|smugglers?|fraudsters?|money.launderers?|"
    rf"front compan(?:y|ies)|puppets?){_AFTER}",
    "fr": r"criminel(?:le)?s? de guerre|tortionnaires?|trafiquante?s?|sociétés?.écrans?",
    "ar": r"مجرم(?:و|ي)? حرب|إرهابي(?:ون|ين|ة)?|سفاح|مهرب(?:ون|ين)?|شركة واجهة",
}
_FORMS = {lang: re.compile(rf"(?<![\w-])(?:{form})(?![\w-])", re.IGNORECASE) for lang, form in _GUILT.items()}
# What stands in quotation marks is somebody's word, and a citation says whose.
_QUOTED = re.compile(r"[\"“„«][^\"”“»]*[\"”“»]")


_HINT = "say what the office is; who calls them so stands in a claim, or here in quotation marks with who says it"


def in_own_voice(context: Context) -> Iterator[Diagnostic]:
    """A person or company that a `public_role` or `summary` calls a criminal, a terrorist, a front, unquoted."""
    for actor in context.knowledge.actors.values():
        fields = actor.fields
        for words in (fields.public_role, fields.summary) if fields.type in PROTECTED else ():
            for lang, text in words.texts if words else ():
                found = _FORMS[lang].search(_QUOTED.sub("", text)) if lang in _FORMS else None
                if found and words:
                    message = f"“{found[0]}” is said of `{actor.id}` in the site's own voice"
                    hint = (
                        "say what the office is; who calls them so stands in a claim about them, or here in quotation "
                    )
                    yield report("W442", message, words.at(lang), hint=hint + "marks with the name of who says it")
