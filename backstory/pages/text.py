"""Text as a template sees it: the words, and their language where it is not the page's."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from backstory.model.html import Html
from backstory.model.words import Words
from backstory.pages.quotation import curled

_RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})


@dataclass(frozen=True, slots=True)
class Text:
    """A text. `lang` and `dir` are empty where they are the page's own."""

    text: str
    lang: str = ""
    dir: str = ""

    @property
    def first(self) -> str:
        """The first word, which a mark before it must not be parted from."""
        return self.text.partition(" ")[0]

    @property
    def rest(self) -> str:
        """What follows the first word, with the space before it."""
        return self.text[len(self.first) :]

    def __str__(self) -> str:
        return self.text


def direction(lang: str) -> str:
    """`rtl` or `ltr`."""
    return "rtl" if lang.split("-", maxsplit=1)[0] in _RIGHT_TO_LEFT else "ltr"


def say(words: Words, lang: str) -> Text:
    """The words in `lang`, else in their file's language and marked so."""
    return foreign(*words.pick(lang), lang)


def foreign(text: str, spoken: str, lang: str) -> Text:
    """A text in the language `spoken` on a page in `lang`, with the quotation marks of its own."""
    if spoken in ("", lang):
        return Text(curled(text, lang))
    turned = direction(spoken)
    return Text(curled(text, spoken), spoken, turned if turned != direction(lang) else "")


def block(markup: str, spoken: str, lang: str) -> Html:
    """Markup in the language `spoken` for a page in `lang`, which it says where it is another."""
    if spoken in ("", lang):
        return Html(markup)
    turned = f' dir="{direction(spoken)}"' if direction(spoken) != direction(lang) else ""
    return Html(f'<div lang="{escape(spoken)}"{turned}>{markup}</div>')


def inline(text: Text) -> Html:
    """The text for a running line: `<bdi>` around what is in another language."""
    if not text.lang:
        return Html(escape(text.text))
    turned = f' dir="{text.dir}"' if text.dir else ""
    return Html(f'<bdi lang="{escape(text.lang)}"{turned}>{escape(text.text)}</bdi>')
