"""Scripts for those who work on Backstory; no part of the package.

`pack_countries` makes the data of the map.
"""
