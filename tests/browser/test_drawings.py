"""Every drawing as a browser sets it: no words over others, outside the picture, or crossed by what is another's.

What a reader's own fonts make of it cannot be known; the machine that runs this has some, and the widest of the common
ones is allowed for.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from backstory.drawing.network import Edge, Network, Node, PictureFrame, ego_network, network
from backstory.values.vocabulary import Basis, Response
from tests.drawing.pictures import ARABIC, FRAME, crowd, libya, node
from tests.published import Published
from tests.window import window

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SHEET = (Path(__file__).parents[2] / "assets/site.css").read_text(encoding="utf-8")
LEAST = 11
SHOWN = ("backers", "places", "conflicts", "actors", "articles")
# What is wrong with the drawings that are seen. Letters are taken a little smaller than the boxes of their lines.
FAULTS = r"""least => {
  const found = [], box = each => each.getBoundingClientRect();
  const meet = (a, b, by) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > by
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > by;
  for (const svg of document.querySelectorAll("svg.draw")) {
    const sheet = box(svg), words = [];
    if (!sheet.width) continue;
    const texts = document.createTreeWalker(svg, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const own = texts.currentNode.parentElement.closest("text"), said = texts.currentNode.data.trim();
      if (!own || !said) continue;
      const range = document.createRange();
      range.selectNodeContents(texts.currentNode);
      const {left, right, top, bottom} = box(range), matrix = own.getScreenCTM();
      const size = parseFloat(getComputedStyle(own).fontSize) * Math.hypot(matrix.a, matrix.b);
      if (size < least) found.push(`${said}: ${size.toFixed(1)} px`);
      const [x, y] = (matrix.b ? [0.16, 0] : [0, 0.16]).map(share => share * size);
      const of = own.closest(".node, .pin");
      words.push({said, of, left: left + x, right: right - x, top: top + y, bottom: bottom - y});
    }
    const nodes = [...svg.querySelectorAll(".node")].map(of => ({of, area: box(of.querySelector("rect"))}));
    for (const [place, one] of words.entries()) {
      const beside = one.left < sheet.left - 1 || one.right > sheet.right + 1;
      if (beside || one.top < sheet.top - 1 || one.bottom > sheet.bottom + 1) found.push(`${one.said}: outside`);
      for (const other of words.slice(place + 1))
        if (meet(one, other, 0.5)) found.push(`${one.said}: over ${other.said}`);
      for (const {of, area} of nodes)
        if (of === one.of ? one.left < area.left || one.right > area.right : meet(one, area, 0.5))
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


def faults(browser: Browser, pages: Sequence[str], width: int) -> list[str]:
    """What is wrong on any of the pages, each an address or a document."""
    wrong: list[str] = []
    with window(browser, viewport={"width": width, "height": 900}) as page:
        for each in pages:
            if each.startswith("<"):
                page.set_content(each)
            else:
                page.goto(each)
            wrong += [f"{each if len(each) < 200 else ''} {fault}" for fault in page.evaluate(FAULTS, LEAST)]
    return wrong


@pytest.mark.parametrize("width", [1280, 1024, 390, 320])
def test_the_words_of_the_samples_drawings_are_clear_of_all_else(
    browser: Browser, address: str, sample: Published, width: int
) -> None:
    shown = [file for file in sample.staying if file.removeprefix("ar/").partition("/")[0] in SHOWN]
    drawn = [file for file in shown if '<svg class="draw' in (sample.folder / file).read_text(encoding="utf-8")]
    assert len(drawn) > len(SHOWN)
    assert faults(browser, [address + file.removesuffix("index.html") for file in drawn], width) == []


def made_up() -> tuple[Network, ...]:
    """Casts of many sizes, long names, both ways of writing, two that back each other, and one with a hundred ties."""
    states = [node(f"s{place}", f"The Republic of Upper Something {place}") for place in range(100)]
    hub: tuple[Node, ...] = (node("hub", "Donaudampfschifffahrtsgesellschaft", 1), *states)
    ties = [Edge(each.id, "hub", Basis.SINGLE, Response.DENIED, "weapons, training") for each in states]
    back = [Edge("hub", each.id, Basis.OFFICIAL, Response.ASKED, "funding") for each in states[:40]]
    nodes, drawn = libya()
    mutual = (*drawn, Edge("qatar", "turkey", Basis.SINGLE), Edge("turkey", "qatar", Basis.SINGLE, Response.DENIED))
    sizes = ((1, 1, 1), (2, 3, 5), (8, 4, 14), (9, 4, 16), (22, 8, 40), (45, 15, 80), (40, 25, 120))
    casts = [*(crowd(*size) for size in sizes), (nodes, mutual)]
    frames: tuple[PictureFrame, ...] = (FRAME, ARABIC)
    whole = [network(*cast, frame) for cast in casts for frame in frames]
    return (*whole, *(ego_network("hub", hub, (*ties, *back), frame) for frame in frames))


@pytest.mark.parametrize("width", [1280, 390])
def test_the_words_of_drawings_of_every_size_are_clear_of_all_else(browser: Browser, width: int) -> None:
    figures = "".join(f'<figure class="net">{each.wide.text}{each.narrow.text}</figure>' for each in made_up())
    document = (
        f'<!doctype html><html lang="en"><style>{SHEET}</style><main class="wide"><div>{figures}</div></main></html>'
    )
    assert faults(browser, [document], width) == []


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
