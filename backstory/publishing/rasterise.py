"""Turns an SVG drawing into a PNG picture, by resvg and with the package's own fonts: the same bytes on every machine.

The fonts are Noto Sans, regular and bold, with the letters of Noto Sans Arabic and Noto Sans Hebrew (SIL Open Font
License 1.1, in `fonts/OFL.txt`), made by `tools/pack_card_fonts.py`.
"""

from __future__ import annotations

from pathlib import Path

_FONTS = Path(__file__).parent / "fonts"


def png(drawing: str) -> bytes:
    """The picture of an SVG document, in the size that the document has. Raises ValueError where it is no SVG."""
    import resvg_py

    fonts = [str(path) for path in sorted(_FONTS.glob("*.ttf"))]
    return bytes(resvg_py.svg_to_bytes(svg_string=drawing, skip_system_fonts=True, font_files=fonts))
