"""The cost of reading a body beside Python-Markdown's own with the same extensions: CPU seconds, both in one run.

usage: python benchmarks/prose.py [FOLDER]     a folder of Markdown files, by default the sample's articles
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from markdown import Markdown

from backstory.reading.markdown import body

ROUNDS = 15
EXTENSIONS = ["tables", "footnotes", "fenced_code", "sane_lists", "toc", "md_in_html"]
PYMDOWN = ["pymdownx.tilde", "pymdownx.tasklist", "pymdownx.magiclink", "pymdownx.quotes"]


def main() -> None:
    """Prints the median of both and their ratio."""
    sample = Path(__file__).parent.parent / "content" / "articles"
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else sample
    bodies = [_body(path.read_text(encoding="utf-8")) for path in sorted(folder.rglob("*.md"))]
    plain, full = Markdown(extensions=EXTENSIONS), Markdown(extensions=EXTENSIONS + _installed())
    ways: dict[str, Callable[[str], object]] = {
        "Python-Markdown, its own extensions": lambda text: plain.reset().convert(text),
        "Python-Markdown, pymdown's as well": lambda text: full.reset().convert(text),
        "backstory.reading.markdown": lambda text: body(text, "page.md", 1, "en"),
    }
    spent: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(ROUNDS):
        for name, way in ways.items():
            start = time.process_time()
            for text in bodies:
                way(text)
            spent[name].append((time.process_time() - start) / len(bodies) * 1e3)
    size = sum(map(len, bodies)) / len(bodies) / 1000
    print(f"{len(bodies)} bodies of {size:.1f} thousand characters, {ROUNDS} rounds, ms a body (median)")
    base = statistics.median(spent["Python-Markdown, its own extensions"])
    for name, times in spent.items():
        print(f"  {name:40} {statistics.median(times):6.2f}   x {statistics.median(times) / base:.2f}")


def _body(text: str) -> str:
    return text.split("\n---\n", 1)[-1] if text.startswith("---") else text


def _installed() -> list[str]:
    try:
        import pymdownx
    except ImportError:
        return []
    return PYMDOWN if pymdownx else []


if __name__ == "__main__":
    main()
