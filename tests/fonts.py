"""Sets of fonts that readers have, so that drawings are tried with letters of different widths and heights.

A set is made of what is installed: Chromium is given a configuration of fontconfig that hides all other fonts.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from tests.window import window

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SHEET = (Path(__file__).parents[1] / "assets/site.css").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class FontSet:
    """The families that a drawing is set in, in Latin and in Arabic."""

    name: str
    latin: str
    arabic: str

    def environment(self, folder: Path) -> Mapping[str, str]:
        """What a browser must be started with to see these fonts alone; the configuration is written to `folder`."""
        file = folder / f"fonts-{self.name}.conf"
        file.write_text(self._configuration(os.environ.get("FONTCONFIG_FILE", "/etc/fonts/fonts.conf")), "utf-8")
        return {"FONTCONFIG_FILE": str(file)}

    def missing(self, browser: Browser) -> tuple[str, ...]:
        """The families of the set that a browser does not use for a drawing, for want of them."""
        return tuple(sorted({self.latin, self.arabic} - families(browser)))

    def _configuration(self, of_the_system: str) -> str:
        accepted = "".join(
            f'<acceptfont><pattern><patelt name="family"><string>{name}</string></patelt></pattern></acceptfont>'
            for name in sorted({self.latin, self.arabic})
        )
        return f"""<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">{escape(of_the_system)}</include>
  <selectfont>{accepted}<rejectfont><pattern/></rejectfont></selectfont>
</fontconfig>
"""


# The widest of the common ones, and the one with the lowest descents and the highest line boxes.
FONT_SETS = (FontSet("DejaVu", "DejaVu Sans", "DejaVu Sans"), FontSet("Noto", "Noto Sans", "Noto Sans Arabic"))


def families(browser: Browser) -> frozenset[str]:
    """The families in which a browser sets the words of a drawing in Latin and in Arabic."""
    words = '<text lang="en">backers</text><text lang="ar">الداعمون</text>'
    with window(browser) as page:
        page.set_content(f'<!doctype html><style>{SHEET}</style><svg class="draw">{words}</svg>')
        asked = page.context.new_cdp_session(page)
        for domain in ("DOM", "CSS"):
            asked.send(f"{domain}.enable")
        root = asked.send("DOM.getDocument")["root"]["nodeId"]
        texts = asked.send("DOM.querySelectorAll", {"nodeId": root, "selector": "text"})["nodeIds"]
        used = [asked.send("CSS.getPlatformFontsForNode", {"nodeId": each})["fonts"] for each in texts]
        return frozenset(font["familyName"] for fonts in used for font in fonts)
