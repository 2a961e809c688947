"""The site generators that are compared, a module each; their templates and settings are in `benchmarks/themes/`.

    generator.py    the record of what is known of one
    ours.py         Backstory
    hugo.py         Hugo, with and without names linked in prose
    eleventy.py     Eleventy
    pelican.py      Pelican
    mkdocs.py       MkDocs

To compare with a further one, add its module here, and its folder of templates and settings there.
"""

from __future__ import annotations

from benchmarks.generators.eleventy import ELEVENTY
from benchmarks.generators.hugo import HUGO, HUGO_LINKS
from benchmarks.generators.mkdocs import MKDOCS
from benchmarks.generators.ours import OURS
from benchmarks.generators.pelican import PELICAN

PEERS = (HUGO_LINKS, HUGO, ELEVENTY, PELICAN, MKDOCS)

__all__ = ["OURS", "PEERS"]
