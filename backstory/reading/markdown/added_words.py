"""The few words that rendering a text adds to it, by language."""

from __future__ import annotations

_WORDS = {
    "en": {
        "note": "Note",
        "tip": "Tip",
        "important": "Important",
        "warning": "Warning",
        "caution": "Caution",
        "disputed": "Disputed",
        "footnotes": "Footnotes",
        "back": "Back to the text",
    },
    "ar": {
        "note": "ملاحظة",
        "tip": "نصيحة",
        "important": "مهم",
        "warning": "تحذير",
        "caution": "تنبيه",
        "disputed": "محل خلاف",
        "footnotes": "الحواشي",
        "back": "العودة إلى النص",
    },
    "fr": {
        "note": "Note",
        "tip": "Conseil",
        "important": "Important",
        "warning": "Avertissement",
        "caution": "Attention",
        "disputed": "Contesté",
        "footnotes": "Notes",
        "back": "Retour au texte",
    },
    "ru": {
        "note": "Примечание",
        "tip": "Совет",
        "important": "Важно",
        "warning": "Предупреждение",
        "caution": "Осторожно",
        "disputed": "Оспаривается",
        "footnotes": "Примечания",
        "back": "Вернуться к тексту",
    },
}


def word(key: str, lang: str) -> str:
    """The word for `key` in `lang`, in its plain language, or in English."""
    words = _WORDS.get(lang) or _WORDS.get(lang.partition("-")[0]) or _WORDS["en"]
    return words[key]
