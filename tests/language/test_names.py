"""Names: folding, words, variants, order, and what a misspelt name meant."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backstory.language.names import (
    Token,
    consonants,
    did_you_mean,
    fold,
    initial,
    sort_key,
    tokens,
    transliteration_key,
)

STATES = (
    """
Afghanistan|Albania|Algeria|Andorra|Angola|Antigua and Barbuda|Argentina|Armenia
Australia|Austria|Azerbaijan|Bahamas|Bahrain|Bangladesh|Barbados|Belarus|Belgium
Belize|Benin|Bhutan|Bolivia|Bosnia and Herzegovina|Botswana|Brazil|Brunei|Bulgaria
Burkina Faso|Burundi|Cabo Verde|Cambodia|Cameroon|Canada|Central African Republic|Chad
Chile|China|Colombia|Comoros|Congo|Costa Rica|Croatia|Cuba|Cyprus|Czechia
Denmark|Djibouti|Dominica|Dominican Republic|Ecuador|Egypt|El Salvador
Equatorial Guinea|Eritrea|Estonia|Eswatini|Ethiopia|Fiji|Finland|France|Gabon
Gambia|Georgia|Germany|Ghana|Greece|Grenada|Guatemala|Guinea|Guinea-Bissau|Guyana
Haiti|Honduras|Hungary|Iceland|India|Indonesia|Iran|Iraq|Ireland|Israel|Italy
Ivory Coast|Jamaica|Japan|Jordan|Kazakhstan|Kenya|Kiribati|Kosovo|Kuwait
Kyrgyzstan|Laos|Latvia|Lebanon|Lesotho|Liberia|Libya|Liechtenstein|Lithuania
Luxembourg|Madagascar|Malawi|Malaysia|Maldives|Mali|Malta|Marshall Islands
Mauritania|Mauritius|Mexico|Micronesia|Moldova|Monaco|Mongolia|Montenegro|Morocco
Mozambique|Myanmar|Namibia|Nauru|Nepal|Netherlands|New Zealand|Nicaragua|Niger
Nigeria|North Korea|North Macedonia|Norway|Oman|Pakistan|Palau|Palestine|Panama
Papua New Guinea|Paraguay|Peru|Philippines|Poland|Portugal|Prussia|Qatar|Romania
Russia|Rwanda|Samoa|San Marino|Saudi Arabia|Senegal|Serbia|Seychelles|Sierra Leone
Singapore|Slovakia|Slovenia|Solomon Islands|Somalia|Somaliland|South Africa
South Korea|South Sudan|Spain|Sri Lanka|Sudan|Suriname|Sweden|Switzerland|Syria
Taiwan|Tajikistan|Tanzania|Thailand|Timor-Leste|Togo|Tonga|Trinidad and Tobago
Tunisia|Turkey|Turkmenistan|Tuvalu|Uganda|Ukraine|United Arab Emirates|United Kingdom
United States|Uruguay|Uzbekistan|Vanuatu|Vatican City|Venezuela|Vietnam|Yemen
Zambia|Zimbabwe
""".strip()
    .replace("\n", "|")
    .split("|")
)

VARIANTS = [
    "Gaddafi|Qadhafi|Kadafi|Gadhafi|Qaddafi|Kaddafi|Qadhdhafi|Gadaffi|al-Gaddafi|Ghaddafi",
    "Haftar|Hifter|Hafter|Heftar",
    "Khalifa Haftar|Khalifa Hifter|Khaleefa Hafter",
    "Sarraj|Serraj|Al Serraj|al-Sarraj|as-Sarraj|es-Serraj|Alsarraj",
    "Mismari|Mesmari|Almesmari|al-Mismari",
    "Bashagha|Bashaagha|Bashaga",
    "Hezbollah|Hizballah|Hizbullah|Hizbollah|Hezbullah",
    "Osama|Usama|Oussama",
    "Mohammed|Muhammad|Mohamed|Mohammad|Muhammed",
    "Hussein|Hussain|Husayn|Hossein",
    "Abdul Rahman|Abdel Rahman|Abd al-Rahman|Abd ar-Rahman|Abdulrahman|Abdurrahman|Abdelrahman",
    "Abdullah|Abdallah|Abdollah|Abd Allah",
    "Tawfiq|Taufik|Toufik|Tewfik",
    "Shahin|Chahine|Shaheen",
    "Jaafar|Jafar|Ja'far|Ja’far|Djafar",
    "Muammar|Moammar|Mouammar|Mu‘ammar",
    "Seif al-Islam|Saif al-Islam|Saif ul Islam|Sayf al-Islam",
    "Benghazi|Bengazi|Binghazi",
    "Libya|Libia|Libiya",
    "Zawiya|Zawia|Zawiyah|Al-Zawiya|az-Zawiyah",
    "Khaled|Khalid|Khaleed",
    "Yusuf|Youssef|Yousef|Yousif",
    "Ghannouchi|Gannushi|Ghannushi",
    "Jibril|Jebril|Djibril|Gibril",
    "Said|Saeed|Sa'id",
    "Suleiman|Sulayman|Soleiman|Suleyman",
    "Jufra|Jufrah|al-Jufra|Al Jufrah|Joufra",
    "Abu Bakr|Abubakr|Abou Bakr",
    "Qassem|Qasim|Kassem|Qasem",
    "Assad|Asad|al-Assad",
]

ACROSS_SCRIPTS = [
    ("حفتر", "Haftar"),
    ("القذافي", "Gaddafi"),
    ("السراج", "al-Sarraj"),
    ("فايز السراج", "Fayez al-Sarraj"),
    ("المسماري", "Mismari"),
    ("باشاغا", "Bashagha"),
    ("حزب الله", "Hezbollah"),
    ("أسامة", "Osama"),
    ("محمد", "Mohammed"),
    ("خليفة حفتر", "Khalifa Hifter"),
    ("عبد الرحمن", "Abdul Rahman"),
    ("سيف الإسلام", "Saif al-Islam"),
    ("مصراتة", "Misrata"),
    ("بوتين", "Putin"),
]


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("  The\tArmy ", "the army"),
        ("Müller Ærø Łódź İstanbul Straße", "muller aero lodz istanbul strasse"),
        ("ﬁﬁ №５", "fifi no5"),
        ("Ja’far al‑Din", "ja'far al-din"),
        ("أحمد إبراهيم آل ٱلله", "احمد ابراهيم ال الله"),
        ("مصراتة", "مصراته"),
        ("مصطفى", "مصطفي"),
        ("کریمی", "كريمي"),
        ("مؤتمر هيئة شيء", "موتمر هييه شي"),
        ("مُحَمَّد", "محمد"),
        ("محـــمد", "محمد"),
        ("می\u200cخواهم", "ميخواهم"),
        ("٢٠٢٠ ۲۰", "2020 20"),
        ("שָׁלוֹם", "שלום"),
        ("Ёлкин", "елкин"),
        ("हिन्दी", "हिन्दी"),
        ("ガ", "ガ"),
        ("한국", "한국"),
    ],
)
def test_folding_takes_away_what_readers_do_not_tell_apart(text: str, folded: str) -> None:
    assert fold(text) == folded


@settings(deadline=None)
@given(st.text(max_size=30))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@settings(deadline=None)
@given(st.text(max_size=30))
def test_canonically_equal_texts_fold_alike(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@pytest.mark.parametrize("group", VARIANTS)
def test_variants_of_a_name_share_a_key(group: str) -> None:
    assert {name: transliteration_key(name) for name in group.split("|")} == dict.fromkeys(
        group.split("|"), transliteration_key(group.partition("|")[0])
    )


def test_different_names_keep_different_keys() -> None:
    names = [*STATES, *(group.partition("|")[0] for group in VARIANTS if not group.startswith("Libya"))]
    by_key: dict[str, list[str]] = {}
    for name in names:
        by_key.setdefault(transliteration_key(name), []).append(name)
    assert [shared for shared in by_key.values() if len(shared) > 1] == []


def test_abbreviations_and_very_short_names_keep_their_spelling() -> None:
    assert [transliteration_key(name) for name in ("LNA", "GNA", "UAE", "Ali", "Aly")] == [
        "lna",
        "gna",
        "uae",
        "ali",
        "aly",
    ]


def test_a_name_in_another_script_is_its_own_key_without_the_article() -> None:
    assert transliteration_key("القذّافي") == transliteration_key("قذافى") == "قذافي"
    assert transliteration_key("Хафтар") == "хафтар"


@pytest.mark.parametrize(("arabic", "latin"), ACROSS_SCRIPTS)
def test_a_name_has_the_same_consonants_in_arabic_and_latin_script(arabic: str, latin: str) -> None:
    assert consonants(arabic) == consonants(latin) != ""


def test_the_consonants_of_other_scripts_are_not_known() -> None:
    assert consonants("Хафтар") == ""


@settings(deadline=None)
@given(st.text(max_size=30))
def test_any_text_has_keys(text: str) -> None:
    assert isinstance(transliteration_key(text) + consonants(text), str)


def test_words_are_found_with_their_marks_and_places() -> None:
    text = "l’armée LNA-2: हिन्दी، می\u200cخواهم."
    assert tokens(text) == [
        Token(0, 1, "l"),
        Token(2, 7, "armée"),
        Token(8, 11, "LNA"),
        Token(12, 13, "2"),
        Token(15, 21, "हिन्दी"),
        Token(23, 31, "می\u200cخواهم"),
    ]


def test_a_decomposed_accent_and_a_vowel_point_belong_to_their_word() -> None:
    assert [token.text for token in tokens("arme\u0301e مُحَمَّد x\u200d")] == ["arme\u0301e", "مُحَمَّد", "x"]


def test_tatweel_is_left_out_of_a_word_but_not_of_its_place() -> None:
    assert tokens("وحـفـتر ـــ ثم") == [Token(0, 7, "وحفتر"), Token(12, 14, "ثم")]


@settings(deadline=None)
@given(st.text(max_size=40))
def test_words_stand_apart_in_order_and_repeat_their_source(text: str) -> None:
    found = tokens(text)
    assert all(left.end <= right.start for left, right in pairwise(found))
    assert all(text[token.start : token.end].replace("\u0640", "") == token.text for token in found)


@pytest.mark.parametrize(
    ("word", "options", "meant"),
    [
        ("rusia", ["turkey", "russia", "prussia"], ("russia",)),
        ("titel", ["date", "title", "tags"], ("title",)),
        ("lnaa", ["gna", "lna"], ("lna",)),
        ("LNA", ["gna", "lna"], ("lna",)),
        ("haftar", ["hafez-x", "khalifa-haftar"], ("khalifa-haftar",)),
        ("qadhafi", ["qatar", "gaddafi"], ("gaddafi",)),
        ("hifter", ["haftar", "hezbollah"], ("haftar",)),
        ("حفتار", ["حفتر", "سراج"], ("حفتر",)),
        ("wagner", ["russia", "turkey"], ()),
        ("ab", ["ac", "abc"], ()),
        ("", ["a"], ()),
        ("x", [], ()),
    ],
)
def test_a_misspelt_word_is_answered_with_the_nearest_option_if_one_is_near(
    word: str, options: list[str], meant: tuple[str, ...]
) -> None:
    assert did_you_mean(word, options) == meant


def test_several_suggestions_come_nearest_first_whatever_the_order_of_options() -> None:
    options = ["prussia", "rusia-today", "russia", "rossia", "iran"]
    expected = ("russia", "prussia", "rossia", "rusia-today")
    assert did_you_mean("rusia", options, limit=5) == did_you_mean("rusia", reversed(options), limit=5) == expected


@pytest.mark.parametrize(
    ("lang", "names"),
    [
        ("en", ["Africom", "al-Jufra", "Álava", "Brigade 20", "Brigade 106", "Zintan"]),
        ("ar", ["الأمم المتحدة", "تركيا", "الجفرة", "حفتر", "روسيا", "المسماري", "هيئة"]),
        ("fa", ["بم", "پارس", "تهران", "کابل", "گیلان", "لار"]),
    ],
)
def test_names_stand_in_alphabetical_order(lang: str, names: list[str]) -> None:
    assert sorted(sorted(names), key=lambda name: sort_key(name, lang)) == names


@pytest.mark.parametrize(
    ("text", "lang", "letter"),
    [
        ("émirats", "fr", "E"),
        ("‘Abd", "en", "A"),
        ("القذافي", "ar", "ق"),
        ("الله", "ar", "ل"),
        ("أفريكوم", "ar", "ا"),
        ("القذافي", "en", "ا"),
        ("106th Brigade", "en", "#"),
        ("", "en", "#"),
        ("ёлка", "ru", "Е"),
    ],
)
def test_an_index_files_a_name_under_its_first_letter(text: str, lang: str, letter: str) -> None:
    assert initial(text, lang) == letter
