"""Serving: one thread answers browsers, one follows changes, one checks them, and none waits for another."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
import socket
import sys
import threading
import webbrowser
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from livereload import Server
from livereload.handlers import LiveReloadHandler
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application

from backstory.diagnostics import formatting
from backstory.engine.workers import Workers
from backstory.pipeline import read_in_workers, read_stage
from backstory.pipeline.request import Request
from backstory.preview import handlers, hidden_articles, watch
from backstory.preview.builder import Builder, Report

_FIRST_PORT = 8000
_TRIES = 20
_LAST_WORDS = 5.0
_LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})


class PortTaken(OSError):
    """The port asked for is in use."""


@dataclass(frozen=True, slots=True)
class Asked:
    """How the preview was asked for; `port` None takes the first free one from 8000 on, 0 any free one.

    With `poll` the files are looked through for changes, and the system is not relied on to tell of them.
    """

    host: str = "127.0.0.1"
    port: int | None = None
    open_browser: bool = False
    poll: bool = False


def serve(request: Request, asked: Asked, look: formatting.TextStyle, report: Report) -> None:
    """Show the site until interrupted. `report` is told of every build. Raises PortTaken."""
    with read_in_workers.kept_workers(read_stage.LIMITS) as workers:
        # Before the port is bound: a worker that outlives a preview that was killed must not hold it.
        workers.hire()
        _serve(request, asked, partial(Builder, style=look, report=report), workers)


def _serve(request: Request, asked: Asked, building: Callable[..., Builder], workers: Workers[bytes | None]) -> None:
    sockets = _bound(asked)
    address = _address(asked.host, sockets[0].getsockname()[1])
    stop = threading.Event()
    builder = building(replace(request, base_url=request.base_url or address), stop=stop)
    bursts = watch.changes(builder.folders, builder.ours, stop, polling=asked.poll)
    next(bursts)
    builder.open()
    asyncio.run(_serving(builder, partial(builder.follow, bursts, workers), sockets, asked, address))


async def _serving(
    builder: Builder, follow: Callable[[], None], sockets: list[socket.socket], asked: Asked, address: str
) -> None:
    loop = asyncio.get_running_loop()
    ended = asyncio.Event()
    _on_signals(loop, ended)
    logging.getLogger("tornado.access").setLevel(logging.ERROR)
    LiveReloadHandler.watcher = Server().watcher
    LiveReloadHandler.live_css = True
    server = HTTPServer(_application(builder, asked))
    server.add_sockets(sockets)
    # Not sooner: who reads the address may visit it, or end the preview, at once.
    _say(asked, address, builder)

    builder.tell = partial(_tell, builder, loop)
    threads = [_begun(work, loop, ended) for work in (follow, builder.check)]
    if asked.open_browser:
        webbrowser.open(address)
    await ended.wait()
    builder.stop.set()
    server.stop()
    for thread in threads:
        await loop.run_in_executor(None, thread.join, _LAST_WORDS)


def _begun(work: Callable[[], None], loop: asyncio.AbstractEventLoop, ended: asyncio.Event) -> threading.Thread:
    """A thread at work; where nobody reads what it prints any more, the preview ends."""

    def guarded() -> None:
        try:
            work()
        except BrokenPipeError:
            loop.call_soon_threadsafe(ended.set)

    thread = threading.Thread(target=guarded, daemon=True)
    thread.start()
    return thread


def _tell(builder: Builder, loop: asyncio.AbstractEventLoop, files: frozenset[str]) -> None:
    """Tell each page that is open what it is to load again, if anything on it changed."""
    for page in handlers.open_pages():
        path = page.news(builder.shown, files)
        if path:
            loop.call_soon_threadsafe(page.reload, path)


def _application(builder: Builder, asked: Asked) -> Application:
    hosts = _hosts(asked.host.lower())
    shown = {"hosts": hosts, "look": lambda: builder.shown}
    kept = {**shown, "answered": builder.answered}
    return Application(
        [
            ("/livereload", handlers.SocketHandler, shown),
            (handlers.OURS + "livereload.js", handlers.ScriptHandler, kept),
            (handlers.OURS + "client.js", handlers.ClientHandler, kept),
            (handlers.OURS + "problem", handlers.ProblemHandler, kept),
            ("/(.*)", handlers.SiteHandler, kept),
        ],
        websocket_max_message_size=4096,
        websocket_ping_interval=30,
        websocket_ping_timeout=20,
    )


def _hosts(host: str) -> frozenset[str]:
    """The names a browser may call this preview by."""
    hosts = _LOCAL | {host}
    with contextlib.suppress(OSError):
        if host not in _LOCAL:
            name = socket.gethostname()
            hosts |= {name.lower(), *socket.gethostbyname_ex(name)[2]}
    return hosts


def _bound(asked: Asked) -> list[socket.socket]:
    if asked.port is not None:
        try:
            return bind_sockets(asked.port, asked.host)
        except OSError as error:
            raise PortTaken(f"port {asked.port} on {asked.host} cannot be used: {error.strerror}") from error
    for port in range(_FIRST_PORT, _FIRST_PORT + _TRIES):
        try:
            return bind_sockets(port, asked.host)
        except OSError:
            continue
    raise PortTaken(f"no port from {_FIRST_PORT} to {_FIRST_PORT + _TRIES - 1} is free; choose one with --port")


def _address(host: str, port: int) -> str:
    name = "localhost" if host in _LOCAL else f"[{host}]" if ":" in host else host
    return f"http://{name}:{port}/"


def _say(asked: Asked, address: str, builder: Builder) -> None:
    print(f"The preview is at {address} (Ctrl-C ends it)", file=sys.stderr, flush=True)
    if asked.host not in _LOCAL:
        print(
            "It can be read by everybody who reaches this machine: drafts and all.",
            file=sys.stderr,
            flush=True,
        )
    for line in hidden_articles.told(builder.shown.version) if builder.shown.version is not None else ():
        print(line, file=sys.stderr, flush=True)


def _on_signals(loop: asyncio.AbstractEventLoop, ended: asyncio.Event) -> None:
    """Ctrl-C and a polite kill end the preview, also where a shell started it with interrupts ignored.

    A second one ends it at once.
    """

    def end(number: signal.Signals) -> None:
        ended.set()
        signal.signal(number, signal.default_int_handler if number is signal.SIGINT else signal.SIG_DFL)

    for each in (signal.SIGINT, signal.SIGTERM):
        try:
            loop.add_signal_handler(each, end, each)
        except NotImplementedError:
            signal.signal(each, lambda *_: loop.call_soon_threadsafe(ended.set))
