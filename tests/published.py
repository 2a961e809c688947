"""The sample site as it is published, and a server that answers as GitHub Pages does."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from backstory import pipeline
from backstory.diagnostics import Severity
from backstory.pipeline.request import Request
from backstory.preview.shown_site import content_type
from tests.scenario import TODAY, epoch_of

CLONE = Path(__file__).parent.parent
HOME = "https://example.org/"


@dataclass(frozen=True)
class Published:
    """A built site."""

    folder: Path

    @property
    def pages(self) -> tuple[str, ...]:
        """The files of its pages, such as `articles/x/index.html`."""
        return tuple(sorted(path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.html")))

    @property
    def staying(self) -> tuple[str, ...]:
        """Those of its pages that a browser stays on: one that only leads on is gone before it can be looked at."""
        return tuple(page for page in self.pages if 'http-equiv="refresh"' not in self.text(page))

    def largest_of_each_kind(self) -> tuple[str, ...]:
        """One page of each kind in each language: the one with the most on it."""
        largest: dict[tuple[str, int], str] = {}
        for page in sorted(self.staying, key=lambda page: (self.folder / page).stat().st_size):
            above = page.removesuffix("/index.html").split("/")
            largest[("/".join(above[:-1]) or page, len(above))] = page
        return tuple(sorted(largest.values()))

    def text(self, file: str) -> str:
        """What a file holds."""
        return (self.folder / file).read_text(encoding="utf-8")


def publish(folder: Path, *, cache: Path, base_url: str = HOME, offline: bool = False) -> Published:
    """Build the sample site of this clone into a folder."""
    request = Request(CLONE, cache, epoch_of(TODAY), output=folder, base_url=base_url, offline=offline, jobs=2)
    outcome = pipeline.build(request)
    assert outcome.published, [str(each.message) for each in outcome.diagnostics if each.severity is Severity.ERROR]
    return Published(folder)


@contextmanager
def served(folder: Path, base: str = "/") -> Iterator[str]:
    """The address of a folder served below `base` as GitHub Pages would, 404.html and all."""

    class Pages(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path)
            place = folder / path.removeprefix(base)
            if place.is_dir() and not path.endswith("/"):
                self.send_response(301)
                self.send_header("Location", path + "/")
                self.end_headers()
                return
            file = place / "index.html" if path.endswith("/") else place
            found = path.startswith(base) and file.is_file()
            self._send(200 if found else 404, file if found else folder / "404.html")

        def _send(self, status: int, file: Path) -> None:
            data = file.read_bytes()
            self.send_response(status)
            self.send_header("Content-Type", content_type(file.name))
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            with suppress(ConnectionError):
                self.wfile.write(data)

        def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{base}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
