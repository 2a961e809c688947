"""Dates and numbers in sentences and tables, compared with the events and claims that the sentences link."""
