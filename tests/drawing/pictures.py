"""Networks and pictures for the tests: the sample's own cast, made-up casts of any size, and a reader of SVG."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from backstory.drawing.network import Edge, Node, PictureFrame
from backstory.values.html import Html
from backstory.values.record import replace
from backstory.values.vocabulary import Basis, Response

FRAME = PictureFrame("Who backs whom", "en", "net")
ARABIC = PictureFrame("من يدعم من", "ar", "net", rtl=True)
BASES = (Basis.ACKNOWLEDGED, Basis.FOUND, Basis.SEPARATE, Basis.ONE_SIDE, Basis.SINGLE)
NAMES = (
    "Coast Brigade",
    "Council of the West and the Southern Highlands",
    "Партия народного единства",
    "جبهة التحرير الوطني",
    "人民解放阵线",
    "Donaudampfschifffahrtsgesellschaftskapitän",
)
ARABIC_NAMES = (
    "حكومة الوفاق الوطني",
    "روسيا",
    "القوات المسلحة العربية الليبية",
    "قوات الدعم السريع",
    "الأمم المتحدة",
    "المجلس الأعلى للدولة في إقليم برقة",
    "قطر",
)


def node(actor: str, label: str, side: int = 0, note: str = "") -> Node:
    """An actor with a page, of a side that has a name where it is above 0."""
    return Node(actor, label, "en", f"../{actor}/", side, f"Side {side}" if side else "", note)


def libya() -> tuple[tuple[Node, ...], tuple[Edge, ...]]:
    """Two sides, nine backers, one of which backs another."""
    nodes = (
        node("lna", "Libyan National Army", 1),
        node("hor", "House of Representatives", 1),
        node("gna", "Government of National Accord", 2),
        node("russia", "Russia"),
        node("uae", "United Arab Emirates"),
        node("egypt", "Egypt"),
        node("jordan", "Jordan"),
        node("france", "France"),
        node("wagner", "Wagner Group"),
        node("rsf", "Rapid Support Forces (Sudan)"),
        node("turkey", "Turkey"),
        node("qatar", "Qatar"),
    )
    ties = (
        Edge("russia", "lna", Basis.SEPARATE, Response.DENIED, "jets"),
        Edge("uae", "lna", Basis.FOUND, Response.DENIED, "weapons"),
        Edge("egypt", "lna", Basis.SEPARATE),
        Edge("egypt", "hor", Basis.ACKNOWLEDGED),
        Edge("jordan", "lna", Basis.FOUND, Response.NO_ANSWER),
        Edge("france", "lna", Basis.SINGLE, Response.FRAMING_REJECTED),
        Edge("wagner", "lna", Basis.SEPARATE, Response.DENIED),
        Edge("rsf", "lna", Basis.ONE_SIDE, Response.DENIED),
        Edge("russia", "wagner", Basis.SEPARATE, Response.DENIED),
        Edge("turkey", "gna", Basis.ACKNOWLEDGED, label="troops"),
        Edge("qatar", "gna", Basis.SINGLE),
    )
    return nodes, ties


def arabic(nodes: Iterable[Node]) -> tuple[Node, ...]:
    """The same actors with names in Arabic, long and short."""
    return tuple(
        replace(each, label=f"{ARABIC_NAMES[place % len(ARABIC_NAMES)]} {place}", lang="ar", rtl=True)
        for place, each in enumerate(nodes)
    )


def crowd(backers: int, parties: int, ties: int, sides: int = 3) -> tuple[tuple[Node, ...], tuple[Edge, ...]]:
    """A network of any size, the same every time."""
    givers = [node(f"b{place}", f"The {NAMES[place % 6]} Foundation {place}") for place in range(backers)]
    takers = [node(f"p{place}", f"{NAMES[place % 6]} {place}", 1 + place % sides) for place in range(parties)]
    drawn = (
        Edge(f"b{place % backers}", f"p{place * 7 % parties}", BASES[place % 5], tuple(Response)[place % 4])
        for place in range(ties)
    )
    return (*givers, *takers), tuple(dict.fromkeys(drawn))


@dataclass(frozen=True, slots=True)
class Rectangle:
    """Where a box stands in a picture."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Rectangle) -> bool:
        """Whether the two overlap."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


def parsed(drawing: Html) -> ElementTree.Element:
    """A picture, or several in a row, as a tree."""
    return ElementTree.fromstring(f"<all>{drawing.text}</all>")


def boxes(drawing: Html) -> list[Rectangle]:
    """The boxes of the actors in a picture."""
    return [
        Rectangle(x, y, x + width, y + height)
        for each in parsed(drawing).iter("rect")
        for x, y, width, height in [tuple(float(each.get(key, "0")) for key in ("x", "y", "width", "height"))]
    ]


def size(drawing: Html) -> tuple[float, float]:
    """The width and height of a picture."""
    svg = parsed(drawing).find("svg")
    assert svg is not None
    _, _, width, height = svg.get("viewBox", "").split()
    return float(width), float(height)


def classes(drawing: Html, name: str) -> list[str]:
    """The classes of every element that has class `name`, in order."""
    return [given for each in parsed(drawing).iter() if name in (given := each.get("class", "")).split()]


def titles(drawing: Html) -> list[str]:
    """What the lines of a picture say of themselves, or their links for them."""
    around = (each for each in parsed(drawing).iter() if each.get("class", "").startswith("edge") or _leads(each))
    found = (each.find("title") for each in around)
    return [title.text or "" for title in found if title is not None]


def _leads(each: ElementTree.Element) -> bool:
    drawn = each.find("g") if each.tag == "a" else None
    return drawn is not None and drawn.get("class", "").startswith("edge")


def pairs(rectangles: list[Rectangle]) -> Iterator[tuple[Rectangle, Rectangle]]:
    """Every two of them."""
    for place, one in enumerate(rectangles):
        for other in rectangles[place + 1 :]:
            yield one, other
