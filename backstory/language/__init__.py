"""What depends on a language, and on nothing else of the site.

names       words, folded forms, transliterations, alphabetical order, and what a misspelt name most likely meant
dates       dates as sources give them (EDTF, ISO 8601-2): imprecise, open, uncertain
wording     what the site says in words of its own: phrases, dates, counts, lists
locales     what babel (Unicode's CLDR) knows: names of months, countries and languages, plural forms, numbers, lists
sentences   where sentences end
word_lists  how lists of words are written in the code
"""
