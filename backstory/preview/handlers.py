"""What the preview answers, and to whom: nobody but a browser on an address it listens on."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from importlib import resources
from typing import Any
from urllib.parse import quote, unquote_to_bytes, urlsplit

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from tornado.web import HTTPError, RequestHandler

from backstory.preview.shown_site import File, Redirect, Shown

OURS = "/__preview/"
_HEAD_END = re.compile(rb"</head\s*>|<body[\s>]", re.IGNORECASE)
_MOST_CLIENTS = 64
Look = Callable[[], Shown]


class _Guarded(RequestHandler):
    """Refuses a Host it was not started for: a page elsewhere must not read an unpublished site by DNS rebinding."""

    hosts: frozenset[str]

    def initialize(self, hosts: frozenset[str], look: Look) -> None:
        """The names it answers to, and where to look for what is shown."""
        self.hosts = hosts
        self.look = look

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

    def get(self, _path: str) -> None:
        """Answer as GitHub Pages would."""
        shown = self.look()
        answer = shown.answer(_path_of(self.request.path))
        if isinstance(answer, Redirect):
            self.redirect(quote(answer.path), permanent=False)
            return
        self.set_status(answer.status)
        self.set_header("Content-Type", answer.type)
        self.finish(self._scripted(answer, shown.version))

    head = get

    def _scripted(self, file: File, version: int) -> bytes:
        if not file.type.startswith("text/html"):
            return file.data
        here = urlsplit("//" + self.request.host)
        name = f"[{here.hostname}]" if ":" in str(here.hostname) else here.hostname
        script = (
            # Below the root the script cannot tell its host from its own address.
            f'<script src="{OURS}livereload.js?host={name}&amp;port={here.port or 80}" defer></script>'
            f'<script src="{OURS}client.js" data-version="{version}" defer></script>'
        ).encode()
        end = _HEAD_END.search(file.data)
        at = end.start() if end else len(file.data)
        return file.data[:at] + script + file.data[at:]


class ProblemHandler(_Guarded):
    """The text of what is wrong, for the panel in the page, and the version of what is shown."""

    def get(self) -> None:
        """JSON with two keys; the version as text, for it is too long a number for JavaScript."""
        shown = self.look()
        self.set_header("Content-Type", "application/json; charset=utf-8")
        self.finish(json.dumps({"problem": shown.problem, "version": str(shown.version)}, ensure_ascii=False))


class ClientHandler(_Guarded):
    """The preview's own script."""

    def get(self) -> None:
        """The script beside this module."""
        self.set_header("Content-Type", "text/javascript; charset=utf-8")
        self.finish(resources.files("backstory.preview").joinpath("client.js").read_bytes())


class ScriptHandler(_Guarded, LiveReloadJSHandler):  # type: ignore[misc]  # livereload has no types
    """livereload's script, to a guarded Host alone."""


class SocketHandler(LiveReloadHandler):  # type: ignore[misc]  # livereload has no types
    """livereload's socket, for pages of this preview alone."""

    def initialize(self, hosts: frozenset[str]) -> None:
        """The names it answers to."""
        self.hosts = hosts

    def prepare(self) -> None:
        if _name_of(self.request.host) not in self.hosts or len(LiveReloadHandler.waiters) >= _MOST_CLIENTS:
            raise HTTPError(421)

    def check_origin(self, origin: str) -> bool:
        """The page must come from the very address it speaks to (Vite's CVE-2025-24010 is the lesson)."""
        host: str = self.request.host
        return urlsplit(origin).netloc == host

    def on_message(self, message: str | bytes) -> None:
        try:
            super().on_message(message)
        except (ValueError, AttributeError, TypeError):
            self.close(1003)


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
