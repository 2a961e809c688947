"""What a picture says of itself, and the element that holds it."""

from __future__ import annotations

from backstory.drawing.svg import number, tag, text
from backstory.values.html import Html
from backstory.values.record import Record


class PictureFrame(Record, frozen=True):
    """A picture's title and language, and a prefix that keeps its ids unique on the page."""

    title: str
    lang: str
    prefix: str
    rtl: bool = False

    def stem(self, layout: str) -> str:
        """How the ids of a layout begin: with an underscore, so that content cannot clobber them."""
        return f"_{self.prefix}-{layout}"


def picture(frame: PictureFrame, layout: str, width: float, height: float, description: str, body: str) -> Html:
    """A whole drawing as a named group: an image would hide the links inside it."""
    stem = frame.stem(layout)
    head = tag("title", {"id": f"{stem}-t"}, text(frame.title)) + tag("desc", {"id": f"{stem}-d"}, text(description))
    attributes = {
        "class": f"draw {layout}",
        "viewBox": f"0 0 {number(width)} {number(height)}",
        "role": "group",
        "direction": "ltr",
        "lang": frame.lang,
        "aria-labelledby": f"{stem}-t",
        "aria-describedby": f"{stem}-d",
    }
    return Html(tag("svg", attributes, head, body))
