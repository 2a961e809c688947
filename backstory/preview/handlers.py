"""What the preview answers, and to whom: nobody but a browser on an address it listens on."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Callable
from importlib import resources
from typing import Any
from urllib.parse import quote, unquote_to_bytes, urlsplit

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from tornado.web import HTTPError, RequestHandler

from backstory.preview.shown_site import File, Problem, Redirect, Shown

OURS = "/__preview/"
_HEAD_END = re.compile(rb"</head\s*>|<body[\s>]", re.IGNORECASE)
_MOST_CLIENTS = 64
Look = Callable[[], Shown]
Answered = Callable[[Shown], None]


class _Guarded(RequestHandler):
    """Refuses a Host it was not started for: a page elsewhere must not read an unpublished site by DNS rebinding."""

    hosts: frozenset[str]

    def initialize(self, hosts: frozenset[str], look: Look, answered: Answered) -> None:
        """The names it answers to, where to look for what is shown, and whom to tell of an answer."""
        self.hosts = hosts
        self.look = look
        self.answered = answered

    async def answer(self, path: str) -> tuple[Shown, File | Redirect]:
        """What is shown, and of it the answer for a path. Making a page must not keep other browsers waiting."""
        shown = self.look()
        answer = await asyncio.get_running_loop().run_in_executor(None, shown.answer, path)
        self.answered(shown)
        return shown, answer

    def prepare(self) -> None:
        if _name_of(self.request.host) not in self.hosts:
            raise HTTPError(421)

    def set_default_headers(self) -> None:
        self.clear_header("Server")
        self.set_header("Cache-Control", "no-store")
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Cross-Origin-Resource-Policy", "same-origin")

    def write_error(self, status_code: int, **_details: Any) -> None:
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(f"{status_code}\n")


class SiteHandler(_Guarded):
    """A file of the site; pages get the preview's own script."""

    async def get(self, _path: str) -> None:
        """Answer as GitHub Pages would."""
        shown, answer = await self.answer(_path_of(self.request.path))
        if isinstance(answer, Redirect):
            self.redirect(quote(answer.path), permanent=False)
            return
        self.set_status(answer.status)
        self.set_header("Content-Type", answer.type)
        self.finish(self._scripted(answer, shown.mark(answer)))

    head = get

    def _scripted(self, file: File, mark: str) -> bytes:
        if not file.type.startswith("text/html"):
            return file.data
        here = urlsplit("//" + self.request.host)
        name = f"[{here.hostname}]" if ":" in str(here.hostname) else here.hostname
        script = (
            # Below the root the script cannot tell its host from its own address.
            f'<script src="{OURS}livereload.js?host={name}&amp;port={here.port or 80}" defer></script>'
            f'<script src="{OURS}client.js" data-version="{mark}" defer></script>'
        ).encode()
        end = _HEAD_END.search(file.data)
        at = end.start() if end else len(file.data)
        return file.data[:at] + script + file.data[at:]


class ProblemHandler(_Guarded):
    """What is wrong, for the panel in the page, and the mark of what is shown."""

    async def get(self) -> None:
        """JSON: `problem`, "" where nothing is wrong, `others` and their `count`, and `version`, the mark of what is
        shown at the path `page`."""
        shown, answer = await self.answer(_path_of(self.get_query_argument("page", "/")))
        self.set_header("Content-Type", "application/json; charset=utf-8")
        problem = shown.problem or Problem("")
        told = {"problem": problem.text, "others": problem.others, "count": problem.count}
        self.finish(json.dumps({**told, "version": shown.mark(answer)}, ensure_ascii=False))


class ClientHandler(_Guarded):
    """The preview's own script."""

    def get(self) -> None:
        """The script beside this module."""
        self.set_header("Content-Type", "text/javascript; charset=utf-8")
        self.finish(resources.files("backstory.preview").joinpath("client.js").read_bytes())


class ScriptHandler(_Guarded, LiveReloadJSHandler):  # type: ignore[misc]  # livereload has no types
    """livereload's script, to a guarded Host alone."""


class SocketHandler(LiveReloadHandler):  # type: ignore[misc]  # livereload has no types
    """livereload's socket, for pages of this preview alone. Each page that is open says where it stands."""

    def initialize(self, hosts: frozenset[str], look: Look) -> None:
        """The names it answers to, and where to look for what is shown."""
        self.hosts = hosts
        self.look = look
        self.path, self.mark = "/", ""

    def prepare(self) -> None:
        if _name_of(self.request.host) not in self.hosts or len(LiveReloadHandler.waiters) >= _MOST_CLIENTS:
            raise HTTPError(421)

    def check_origin(self, origin: str) -> bool:
        """The page must come from the very address it speaks to (Vite's CVE-2025-24010 is the lesson)."""
        host: str = self.request.host
        return urlsplit(origin).netloc == host

    def on_message(self, message: str | bytes) -> None:
        try:
            said = json.loads(message)
            if said.get("command") == "info":
                self.path = _path_of(urlsplit(str(said.get("url", "/"))).path) or "/"
                asyncio.get_running_loop().run_in_executor(None, self._remember)
            super().on_message(message)
        except (ValueError, AttributeError, TypeError, HTTPError):
            self.close(1003)

    def news(self, shown: Shown, files: frozenset[str]) -> str:
        """The path this page is to load again, "/" for all of it, "" where nothing on it changed.

        `files` changed beside the pages: of these a style sheet alone is swapped in place.
        """
        before, self.mark = self.mark, shown.mark(shown.answer(self.path))
        if self.mark != before:
            return "/"
        if not files:
            return ""
        (first, *more) = files
        return f"/{first}" if not more and first.endswith(".css") else "/"

    def _remember(self) -> None:
        shown = self.look()
        self.mark = shown.mark(shown.answer(self.path))

    def reload(self, path: str) -> None:
        """Have the page load a path again."""
        self.send_message({"command": "reload", "path": path, "liveCSS": True, "liveImg": True})


def open_pages() -> tuple[SocketHandler, ...]:
    """The pages that are open in browsers."""
    return tuple(LiveReloadHandler.waiters)


def _name_of(host: str) -> str:
    try:
        return urlsplit("//" + host).hostname or ""
    except ValueError:
        return ""


def _path_of(path: str) -> str:
    try:
        text = unquote_to_bytes(path).decode()
    except UnicodeDecodeError:
        raise HTTPError(400) from None
    if "\0" in text:
        raise HTTPError(400)
    return text
