"""The few words that reading a text adds to it, by language."""

from __future__ import annotations

_KEYS = ("note", "tip", "important", "warning", "caution", "disputed", "footnotes", "back")
_EN = ("Note", "Tip", "Important", "Warning", "Caution", "Disputed", "Footnotes", "Back to the text")
_AR = ("ملاحظة", "نصيحة", "مهم", "تحذير", "تنبيه", "محل خلاف", "الحواشي", "العودة إلى النص")
_FR = ("Note", "Conseil", "Important", "Avertissement", "Attention", "Contesté", "Notes", "Retour au texte")
_RU = (
    "Примечание",
    "Совет",
    "Важно",
    "Предупреждение",
    "Осторожно",
    "Оспаривается",
    "Примечания",
    "Вернуться к тексту",
)
_WORDS = {"en": _EN, "ar": _AR, "fr": _FR, "ru": _RU}


def word(key: str, lang: str) -> str:
    """The word for `key` in `lang`, in its plain language, or in English."""
    words = _WORDS.get(lang) or _WORDS.get(lang.partition("-")[0]) or _EN
    return words[_KEYS.index(key)]
