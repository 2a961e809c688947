"""Drawings: who backs whom, when, and where, as SVG made from small plain records.

network       who backs whom: boxes, lines and marks
map           places, over land and borders
atlas         the outlines of countries that maps show
time_strip    when a backing held
text_width    how wide a text will be in a reader's font
text_fitting  a name broken into lines, or shortened, for the room there is
picture, svg  the element that holds a drawing; SVG as text
"""
