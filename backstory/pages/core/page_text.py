"""Texts as templates see them: the words, and their language where it is not the page's."""

from __future__ import annotations

from html import escape

from backstory.language.word_lists import words
from backstory.pages.core.quote_marks import curled
from backstory.values.html import Html
from backstory.values.localized_text import Words
from backstory.values.record import Record

_RIGHT_TO_LEFT = words("ar arc ary arz ayl bal bqi ckb dv fa glk he khw ks lrc mzn nqo prs ps sd skr syr ug ur yi")
_SCRIPTS = frozenset({"Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"})


class PageText(Record, frozen=True):
    """A text. `lang` and `dir` are empty where they are those of the page."""

    text: str
    lang: str = ""
    dir: str = ""

    @property
    def first(self) -> str:
        """The first word: no line may break between it and a mark before it."""
        return self.text.partition(" ")[0]

    @property
    def rest(self) -> str:
        """What follows the first word, beginning with the space."""
        return self.text[len(self.first) :]

    def __str__(self) -> str:
        return self.text


def direction(lang: str) -> str:
    """`rtl` or `ltr`: by the script that the tag names, else by the language's own."""
    code, *rest = lang.split("-")
    script = next((each.title() for each in rest if len(each) == 4 and each.isalpha()), "")
    return "rtl" if (script in _SCRIPTS if script else code in _RIGHT_TO_LEFT) else "ltr"


def say(words: Words, lang: str) -> PageText:
    """The text in `lang`; else in the language of its file, and marked so."""
    return foreign(*words.pick(lang), lang)


def foreign(text: str, spoken: str, lang: str) -> PageText:
    """A text in the language `spoken` on a page in `lang`, with the quotation marks of its own language."""
    if spoken in ("", lang):
        return PageText(curled(text, lang))
    turned = direction(spoken)
    return PageText(curled(text, spoken), spoken, turned if turned != direction(lang) else "")


def block(markup: str, spoken: str, lang: str) -> Html:
    """Markup in the language `spoken` for a page in `lang`, in a `<div lang>` where these differ."""
    if spoken in ("", lang):
        return Html(markup)
    turned = f' dir="{direction(spoken)}"' if direction(spoken) != direction(lang) else ""
    return Html(f'<div lang="{escape(spoken)}"{turned}>{markup}</div>')


def inline(text: PageText) -> Html:
    """A text as HTML within a line, in `<bdi lang>` where it is in another language."""
    if not text.lang:
        return Html(escape(text.text))
    turned = f' dir="{text.dir}"' if text.dir else ""
    return Html(f'<bdi lang="{escape(text.lang)}"{turned}>{escape(text.text)}</bdi>')
