"""Makes the two fonts of share cards, regular and bold: Noto Sans with the letters of Noto Sans Arabic and Hebrew.

usage: python -m tools.pack_card_fonts FOLDER backstory/publishing/fonts

FOLDER holds the six fonts (Debian: fonts-noto-core; SIL Open Font License 1.1). Takes fontTools. Run from the
repository's folder when the fonts are renewed.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

# What `backstory.pages.core.card_address` says can be drawn.
_SIGNS = {
    "NotoSans": (
        "U+0020-024F,U+0259,U+02BB-02BC,U+0300-052F,U+1E00-1EFF,U+2010-205E,U+20A0-20C0,U+2116,U+2122,U+2190-2193,U+2212"
    ),
    "NotoSansArabic": "U+0600-06FF,U+0750-077F,U+FB50-FDFF,U+FE70-FEFF",
    "NotoSansHebrew": "U+0590-05FF,U+FB1D-FB4F",
}


def main(arguments: Sequence[str]) -> None:
    """Cut each font down, and write those of one weight as one into the second folder."""
    from fontTools import merge, subset  # type: ignore[import-not-found]

    source, target = map(Path, arguments)
    with tempfile.TemporaryDirectory() as folder:
        for weight in ("Regular", "Bold"):
            cut = []
            for name, signs in _SIGNS.items():
                cut.append(f"{folder}/{name}.ttf")
                subset.main([
                    str(source / f"{name}-{weight}.ttf"), f"--unicodes={signs}", f"--output-file={cut[-1]}",
                    "--layout-features=*", "--no-hinting", "--name-IDs=0,1,2,3,4,5,6,13,14",
                ])  # fmt: skip
            merge.Merger().merge(cut).save(target / f"NotoSans-{weight}.ttf")


if __name__ == "__main__":
    main(sys.argv[1:])
