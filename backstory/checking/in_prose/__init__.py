"""Dates and numbers in sentences and tables, compared with the events and claims that the sentences link.

event_dates        W411: a date beside a link to an event that is not the event's
claim_numbers      W412: a number beside a link to a claim that nobody on the claim gives
vague_attribution  N436: words that pass on what somebody says without saying who
linked_sentences   sentences with the links in them, and where their words stand in the file
table_rows         rows of tables, cell by cell under their headings
dates_in_prose     dates as prose writes them
quantities         numbers with the unit that they count
numbers_in_prose   numbers as prose writes them, in digits and in words
units              the words of units, as they are compared
"""

from backstory.checking.in_prose.claim_numbers import number_differs
from backstory.checking.in_prose.event_dates import date_differs
from backstory.checking.in_prose.vague_attribution import said_by_whom

__all__ = ["date_differs", "number_differs", "said_by_whom"]
