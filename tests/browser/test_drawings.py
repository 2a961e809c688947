"""Every drawing as a browser sets it: no words over others, outside the picture, or crossed by what is another's.

What a reader's own fonts make of it cannot be known; it is tried with the widest of the common ones, DejaVu Sans, and
with Noto, whose Arabic letters reach lower and whose lines are higher.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from backstory.drawing.map import Map, Place, places_map
from backstory.drawing.network import Edge, Network, Node, PictureFrame, ego_network, network
from backstory.values.record import replace
from backstory.values.vocabulary import Basis, Precision, Response
from tests.drawing.pictures import ARABIC, ARABIC_NAMES, FRAME, NAMES, arabic, crowd, libya, node
from tests.fonts import SHEET
from tests.published import Published
from tests.window import window

if TYPE_CHECKING:
    from playwright.sync_api import Browser

LEAST = 11
GIVEN = "قوات مقاتلة، تدريب، عتاد وإمداد"
SHOWN = ("backers", "places", "conflicts", "actors", "articles")
# What is wrong with the drawings that are seen. Words are as large as their ink: a canvas measures their outlines, for
# the boxes of their lines are those of the font, and much higher in some.
FAULTS = r"""least => {
  const found = [], box = each => each.getBoundingClientRect();
  const meet = (a, b, by) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > by
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > by;
  const within = (a, b) => a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom;
  const pen = document.createElement("canvas").getContext("2d"), LARGE = 200;
  const outline = (own, said) => {
    const {fontWeight, fontFamily, direction} = getComputedStyle(own);
    pen.font = `${fontWeight} ${LARGE}px ${fontFamily}`;
    [pen.lang, pen.direction, pen.textAlign] = [own.closest("[lang]").lang, direction, "left"];
    const ink = pen.measureText(said);
    return {width: ink.width, left: -ink.actualBoundingBoxLeft, right: ink.actualBoundingBoxRight,
      above: ink.actualBoundingBoxAscent, below: ink.actualBoundingBoxDescent};
  };
  for (const svg of document.querySelectorAll("svg.draw")) {
    const sheet = box(svg), words = [];
    if (!sheet.width) continue;
    const texts = document.createTreeWalker(svg, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const {data, parentElement} = texts.currentNode, own = parentElement.closest("text"), said = data.trim();
      if (!own || !said) continue;
      const range = document.createRange(), start = data.indexOf(said);
      range.setStart(texts.currentNode, start);
      range.setEnd(texts.currentNode, start + said.length);
      const set = box(range), {a, b, d, f, e} = own.getScreenCTM(), scale = Math.hypot(a, b);
      const size = parseFloat(getComputedStyle(own).fontSize) * scale;
      if (size < least) found.push(`${said}: ${size.toFixed(1)} px`);
      const ink = outline(own, said), of = own.closest(".node, .pin");
      for (const key in ink) ink[key] *= size / LARGE;
      if (Math.abs(ink.width - (b ? set.height : set.width)) > 1)
        found.push(`${said}: set ${b ? set.height : set.width} wide, measured ${ink.width}`);
      const base = (parentElement.y.baseVal[0]?.value ?? 0) * d + f;
      const [left, right, top, bottom] = b
        ? [e - ink.above, e + ink.below, set.bottom - ink.right, set.bottom - ink.left]
        : [set.left + ink.left, set.left + ink.right, base - ink.above, base + ink.below];
      words.push({said, of, left, right, top, bottom});
    }
    const nodes = [...svg.querySelectorAll(".node")].map(of => ({of, area: box(of.querySelector("rect"))}));
    for (const [place, one] of words.entries()) {
      const beside = one.left < sheet.left - 1 || one.right > sheet.right + 1;
      if (beside || one.top < sheet.top - 1 || one.bottom > sheet.bottom + 1) found.push(`${one.said}: outside`);
      for (const other of words.slice(place + 1))
        if (meet(one, other, 0.5)) found.push(`${one.said}: over ${other.said}`);
      for (const {of, area} of nodes)
        if (of === one.of ? !within(one, area) : meet(one, area, 0.5))
          found.push(`${one.said}: crossed by a box`);
      for (const dot of svg.querySelectorAll(".pin circle.dot"))
        if (dot.closest(".pin") !== one.of && meet(one, box(dot), 0.5)) found.push(`${one.said}: crossed by a dot`);
      for (const sign of svg.querySelectorAll(".mk, .rm"))
        if (meet(one, box(sign), 1)) found.push(`${one.said}: crossed by a mark`);
    }
    for (const line of svg.querySelectorAll(".edge > path[marker-end], .lead")) {
      const {a, d, e, f} = line.getScreenCTM(), whole = line.getTotalLength();
      for (let step = 0; step <= 40; step++) {
        const {x, y} = line.getPointAtLength(whole * step / 40), at = {x: x * a + e, y: y * d + f};
        const holds = ({left, right, top, bottom}, by) =>
          Math.min(at.x - left, right - at.x, at.y - top, bottom - at.y) > by;
        const own = line.closest(".pin");
        for (const one of words)
          if (holds(one, 1) && !(own && one.of === own)) found.push(`${one.said}: crossed by a line`);
        for (const {of, area} of nodes) if (holds(area, 2)) found.push(`${of.textContent}: over a line`);
      }
    }
  }
  return [...new Set(found)];
}"""


def faults(browser: Browser, pages: Sequence[str], widths: Sequence[int]) -> list[str]:
    """What is wrong on any of the pages, each an address or a document, in a window of any of the widths."""
    wrong: list[str] = []
    with window(browser) as page:
        for each in pages:
            if each.startswith("<"):
                page.set_content(each)
            else:
                page.goto(each)
            for width in widths:
                page.set_viewport_size({"width": width, "height": 900})
                where = f"{each if len(each) < 200 else ''} {width} px"
                wrong += [f"{where}: {fault}" for fault in page.evaluate(FAULTS, LEAST)]
    return wrong


def test_the_words_of_the_samples_drawings_are_clear_of_all_else(
    browser_of_fonts: Browser, address: str, sample: Published
) -> None:
    shown = [file for file in sample.staying if file.removeprefix("ar/").partition("/")[0] in SHOWN]
    drawn = [file for file in shown if '<svg class="draw' in (sample.folder / file).read_text(encoding="utf-8")]
    assert len(drawn) > len(SHOWN)
    pages = [address + file.removesuffix("index.html") for file in drawn]
    assert faults(browser_of_fonts, pages, [1280, 1024, 390, 320]) == []


def made_up() -> tuple[Network, ...]:
    """Casts of many sizes, long names, both ways of writing, two that back each other, and one with a hundred ties."""
    states = [node(f"s{place}", f"The Republic of Upper Something {place}") for place in range(100)]
    hub: tuple[Node, ...] = (node("hub", "Donaudampfschifffahrtsgesellschaft", 1), *states)
    ties = [Edge(each.id, "hub", Basis.SINGLE, Response.DENIED, "weapons, training") for each in states]
    back = [Edge("hub", each.id, Basis.FOUND, Response.NO_ANSWER, "funding") for each in states[:40]]
    nodes, drawn = libya()
    mutual = (*drawn, Edge("qatar", "turkey", Basis.SINGLE), Edge("turkey", "qatar", Basis.SINGLE, Response.DENIED))
    sizes = ((1, 1, 1), (2, 3, 5), (8, 4, 14), (9, 4, 16), (22, 8, 40), (45, 15, 80), (40, 25, 120))
    casts = [*(crowd(*size) for size in sizes), (nodes, mutual)]
    frames: tuple[PictureFrame, ...] = (FRAME, ARABIC)
    whole = [network(*cast, frame) for cast in casts for frame in frames]
    whole += [network(arabic(nodes), [replace(tie, label=GIVEN) for tie in ties], ARABIC) for nodes, ties in casts]
    return (*whole, *(ego_network("hub", hub, (*ties, *back), frame) for frame in frames))


def maps() -> tuple[Map, ...]:
    """Crowded places in both ways of writing, some with a name that stands apart from its point."""
    made = (places_map([place(at, frame) for at in range(24)], frame) for frame in (FRAME, ARABIC))
    return tuple(filter(None, made))


def place(at: int, frame: PictureFrame) -> Place:
    """One of two dozen places on the coast of Libya."""
    names = ARABIC_NAMES if frame.rtl else NAMES
    lat, lon = 32 + at * 7 % 24 / 10, 13 + at * 11 % 24 / 8
    name, precision = f"{names[at % len(names)]} {at}", tuple(Precision)[at % 3]
    return Place(f"p{at}", name, lat, lon, precision, frame.lang, rtl=frame.rtl)


def test_the_words_of_drawings_of_every_size_are_clear_of_all_else(browser_of_fonts: Browser) -> None:
    drawn: tuple[Network | Map, ...] = (*made_up(), *maps())
    figures = "".join(f'<figure class="net">{each.wide.text}{each.narrow.text}</figure>' for each in drawn)
    document = (
        f'<!doctype html><html lang="en"><style>{SHEET}</style><main class="wide"><div>{figures}</div></main></html>'
    )
    assert faults(browser_of_fonts, [document], [1280, 390]) == []


def test_on_paper_the_wide_drawing_stands_whole_in_the_colours_for_white(browser: Browser, address: str) -> None:
    """A4 with margins is as narrow as a small window, and the reader's system may be dark."""
    with window(browser, viewport={"width": 680, "height": 900}, color_scheme="dark") as page:
        page.emulate_media(media="print")
        page.goto(f"{address}conflicts/libya-2014-2020/")
        shown = page.evaluate("""() => [...document.querySelectorAll("svg.draw, .net figcaption")]
          .map(each => each.getBoundingClientRect()).filter(({width}) => width)
          .map(({left, right}) => left >= 0 && right <= innerWidth)""")
        assert shown == [True, True]
        assert page.evaluate("document.querySelector('svg.draw').checkVisibility()")
        assert page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--s1').trim()") == "#0b62a8"
