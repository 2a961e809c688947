"""The preview as a person starts it: the real command, spoken to over real sockets."""

from __future__ import annotations

import base64
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import Any, TypeVar

from tests.published import CLONE
from tests.window import PATIENCE

Found = TypeVar("Found")
_ADDRESS = re.compile(r"http://localhost:(\d+)/")


def eventually(look: Callable[[], Found]) -> Found:
    """What `look` finds once it finds something."""
    end = time.monotonic() + PATIENCE
    while not (found := look()):
        assert time.monotonic() < end, "it did not come to pass"
        time.sleep(0.02)
    return found


@dataclass(frozen=True)
class Answer:
    """What the preview sent back."""

    status: int
    headers: dict[str, str]
    text: str


@dataclass(frozen=True)
class Preview:
    """A running preview."""

    process: subprocess.Popen[bytes]
    port: int
    log: Path

    @property
    def address(self) -> str:
        return f"http://localhost:{self.port}/"

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """What it answers; a header is named with `_` for `-`."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, headers={"Host": f"localhost:{self.port}", **named})
        response = connection.getresponse()
        text = response.read().decode()
        connection.close()
        return Answer(response.status, {name.lower(): value for name, value in response.getheaders()}, text)

    def page(self, path: str) -> str:
        return self.ask(path).text

    def problem(self) -> str:
        return self.problems()["problem"]

    def problems(self) -> dict[str, str]:
        """What the panel is told: `problem`, the `others`, their `count`."""
        told: dict[str, str] = json.loads(self.page("/__preview/problem"))
        return told

    def end(self, number: signal.Signals) -> int:
        """Send it a signal; the exit code."""
        self.process.send_signal(number)
        return self.process.wait(PATIENCE)

    def said(self) -> str:
        return self.log.read_text(encoding="utf-8")


@contextmanager
def running(site: Path, *flags: str) -> Iterator[Preview]:
    """A preview of a site, from its first page on."""
    log = site.parent / f"{site.name}.log"
    command = [sys.executable, "-m", "backstory", "serve", str(site), "--port", "0", "--jobs", "1", *flags]
    settings = {**os.environ, "PYTHONPATH": str(CLONE)}
    with log.open("wb") as file, subprocess.Popen(command, stdout=file, stderr=file, env=settings) as process:
        try:
            line = eventually(lambda: _ADDRESS.search(log.read_text(encoding="utf-8")) or process.poll() is not None)
            assert isinstance(line, re.Match), log.read_text(encoding="utf-8")
            yield Preview(process, int(line[1]), log)
        finally:
            process.kill()


class Socket:
    """A browser's end of the preview's WebSocket (RFC 6455), as far as short messages of text go."""

    def __init__(self, port: int, *, origin: str | None = None, host: str | None = None):
        """Ask for the connection; `status` is 101 where it was granted."""
        host = host or f"localhost:{port}"
        key = base64.b64encode(os.urandom(16)).decode()
        lines = [
            "GET /livereload HTTP/1.1", f"Host: {host}", "Upgrade: websocket", "Connection: Upgrade",
            f"Sec-WebSocket-Key: {key}", "Sec-WebSocket-Version: 13", f"Origin: {origin or 'http://' + host}",
        ]  # fmt: skip
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
        self._stream = self._socket.makefile("rb")
        self._socket.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())
        self.status = int(self._stream.readline().split()[1])
        while self._stream.readline().strip():
            pass

    def __enter__(self) -> Socket:
        return self

    def __exit__(self, *_: object) -> None:
        self._stream.close()
        self._socket.close()

    def greet(self, page: str = "") -> dict[str, Any]:
        """Say hello as livereload's script does on a page, and be told of reloads from then on; the server's hello."""
        self.say('{"command": "hello", "protocols": ["http://livereload.com/protocols/official-7"]}')
        hello = self.hear()
        self.say(f'{{"command": "info", "url": "http://localhost/{page}"}}')
        return hello

    def say(self, text: str) -> None:
        data = text.encode()
        assert len(data) < 126
        self._socket.sendall(bytes([0x81, 0x80 | len(data), 0, 0, 0, 0]) + data)

    def hear(self) -> dict[str, Any]:
        """The next message."""
        message: dict[str, Any] = json.loads(self._frame()[1])
        return message

    def closing(self) -> int:
        """The code that the server closes with."""
        kind, data = self._frame()
        assert kind == 8
        return int.from_bytes(data[:2], "big")

    def _frame(self) -> tuple[int, bytes]:
        kind, length = self._stream.read(2)
        if length == 126:
            length = int.from_bytes(self._stream.read(2), "big")
        return kind & 15, self._stream.read(length)
