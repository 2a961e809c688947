"""A vault of notes in scripts other than Latin: aliases, case and accents are seen through, the rest is reported."""

from __future__ import annotations

from backstory.linking import link
from backstory.records.links import ToEntity
from tests.linking import build

NAMES = {
    "ar": ("الجيش الوطني", "حكومة الوفاق", "أحمد المسماري", "مدينة سرت", "القاعدة الجوية", "إيران"),
    "fa": ("سپاه پاسداران", "گروه واگنر", "نیروی هوایی", "آیت‌الله", "کشور ترکیه", "یگان ویژه"),
    "he": ("צבא לאומי", "ממשלת ההסכמה", "חיל האוויר", "קבוצת וגנר", "מועצת הביטחון", "שר החוץ"),
}


def _otherwise(name: str) -> str:
    """The name as another keyboard has it: points left out or added, other alef, ya and kaf, tatweel, joiners."""
    swapped = name.translate(str.maketrans("أإآیکة", "اااي\u0643ه", "\u200c"))
    return f"{swapped[:2]}ـ{swapped[2:]}" if "\u0600" <= swapped[1] <= "\u06ff" else f"{swapped[0]}\u05b7{swapped[1:]}"


def test_1400_links_in_arabic_persian_and_hebrew_are_resolved_or_reported_at_their_line() -> None:
    actors, lines, wanted = [], [], []
    for lang, names in NAMES.items():
        for at in range(60):
            name = f"{names[at % 6]} {chr(0x41 + at % 26)}{at}"
            actors.append(build.actor(f"{lang}-{at}", f"Note {name}", aliases=[name]))
            for written in (
                name,
                name.lower(),
                _otherwise(name),
                f"{lang}-{at}",
                f"{lang.upper()}-{at}",
                f"ACTOR:{lang}-{at}",
            ):
                lines.append(f"[[{written}]]")
                named = written.lower() == name.lower() or written == _otherwise(name)
                wanted.append(ToEntity(actors[-1].key, words=written if named else ""))
    found = len(lines)
    lines += [f"[[{NAMES['ar'][at % 6]} {NAMES['he'][at % 5]} {at}]]" for at in range(320)]
    article = build.article("a", "\n".join(lines))
    links, told = link(build.knowledge(article, *actors), ())
    text = next(text for key, text in links.texts.items() if key.key == article.key)
    assert len(lines) == 1400
    assert text.targets[:found] == tuple(wanted)
    assert [(each.code, each.span.line) for each in told] == [("E301", line) for line in range(found + 1, 1401)]
