"""What the preview answers, and to whom."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator

import pytest

from tests.preview.running import Preview, Socket, running
from tests.scenario import site

SITE = """
-- content/articles/a.md --
---
title: A bridge
date: 2020-01-01
---
Text.
-- content/static/plain.html --
<p>No head, no body
-- content/static/notes/ملف.txt --
text
-- content/static/قسم/index.html --
<p>a folder
"""


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    folder = tmp_path_factory.mktemp("preview") / "site"
    site(folder, SITE)
    with running(folder) as started:
        yield started


def test_a_page_is_answered_as_html(preview: Preview) -> None:
    answer = preview.ask("/articles/a/")
    assert (answer.status, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert "<h1>A bridge</h1>" in answer.text


@pytest.mark.parametrize(
    ("path", "to"), [("/articles/a", "/articles/a/"), ("/%D9%82%D8%B3%D9%85", "/%D9%82%D8%B3%D9%85/")]
)
def test_a_folder_without_its_slash_is_sent_on(preview: Preview, path: str, to: str) -> None:
    answer = preview.ask(path)
    assert (answer.status, answer.headers["location"]) == (302, to)


def test_a_page_is_found_without_its_ending(preview: Preview) -> None:
    assert "No head" in preview.page("/plain")


@pytest.mark.parametrize("path", ["/nowhere", "/nowhere/", "/articles/nowhere/", "/articles/a/index.html/"])
def test_what_is_not_there_is_404_html(preview: Preview, path: str) -> None:
    answer = preview.ask(path)
    assert (answer.status, answer.headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert 'href="http://localhost:' in answer.text or 'href="/' in answer.text


def test_the_scripts_of_the_preview_stand_at_the_end_of_the_head(preview: Preview) -> None:
    assert _scripts(preview, "/articles/a/") + "</head>" in preview.page("/articles/a/")
    assert preview.page("/plain.html") == "<p>No head, no body\n" + _scripts(preview, "/plain.html")


def _scripts(preview: Preview, path: str) -> str:
    version = json.loads(preview.page(f"/__preview/problem?page={path}"))["version"]
    return (
        f'<script src="/__preview/livereload.js?host=localhost&amp;port={preview.port}" defer></script>'
        f'<script src="/__preview/client.js" data-version="{version}" defer></script>'
    )


@pytest.mark.parametrize("path", ["/__preview/livereload.js", "/__preview/client.js"])
def test_the_scripts_of_the_preview_are_there(preview: Preview, path: str) -> None:
    answer = preview.ask(path)
    assert answer.status == 200
    assert answer.headers["content-type"].startswith(("text/javascript", "application/javascript"))


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/assets/site.css", "text/css; charset=utf-8"),
        ("/assets/site.js", "text/javascript; charset=utf-8"),
        ("/assets/icon.svg", "image/svg+xml; charset=utf-8"),
        ("/notes/%D9%85%D9%84%D9%81.txt", "text/plain; charset=utf-8"),
        ("/__preview/problem", "application/json; charset=utf-8"),
    ],
)
def test_a_file_comes_with_its_type_and_is_never_kept(preview: Preview, path: str, kind: str) -> None:
    answer = preview.ask(path)
    assert (answer.status, answer.headers["content-type"]) == (200, kind)
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cross-origin-resource-policy"] == "same-origin"
    assert "server" not in answer.headers


def test_head_is_get_without_the_body(preview: Preview) -> None:
    whole, head = preview.ask("/articles/a/"), preview.ask("/articles/a/", "HEAD")
    assert (head.status, head.text) == (200, "")
    assert head.headers["content-length"] == whole.headers["content-length"]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_can_be_sent_to_it(preview: Preview, method: str) -> None:
    assert preview.ask("/articles/a/", method).status == 405


@pytest.mark.parametrize("path", ["/%00", "/articles/%00/", "/%ff", "/a%C3%28"])
def test_a_path_that_is_no_text_is_refused(preview: Preview, path: str) -> None:
    assert preview.ask(path).status == 400


@pytest.mark.parametrize(
    "path",
    ["/../site.yaml", "/%2e%2e/site.yaml", "/..%2fsite.yaml", "//etc/passwd", "/site.yaml", "/content/articles/a.md"],
)
def test_only_the_site_is_shown(preview: Preview, path: str) -> None:
    assert preview.ask(path).status == 404


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:1", "127.0.0.1", "[::1]:8000"])
def test_it_answers_to_the_names_of_this_machine(preview: Preview, host: str) -> None:
    assert preview.ask("/articles/a/", Host=host).status == 200


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "evil.example:8000", "[::1", ""])
@pytest.mark.parametrize(
    "path", ["/articles/a/", "/__preview/problem", "/__preview/client.js", "/__preview/livereload.js"]
)
def test_it_answers_to_no_other_name(preview: Preview, host: str, path: str) -> None:
    answer = preview.ask(path, Host=host)
    assert (answer.status, answer.text) == (421, "421\n")


def test_the_socket_greets_a_page_of_its_own(preview: Preview) -> None:
    with Socket(preview.port) as browser:
        assert browser.status == 101
        assert browser.greet() == {
            "command": "hello",
            "protocols": ["http://livereload.com/protocols/official-7"],
            "serverName": "livereload-tornado",
        }


@pytest.mark.parametrize("origin", ["http://evil.example", "http://localhost:1", "http://127.0.0.1", "null"])
def test_the_socket_refuses_a_page_from_elsewhere(preview: Preview, origin: str) -> None:
    with Socket(preview.port, origin=origin) as browser:
        assert browser.status == 403


def test_the_socket_refuses_a_foreign_host(preview: Preview) -> None:
    with Socket(preview.port, host="evil.example", origin="http://evil.example") as browser:
        assert browser.status == 421


@pytest.mark.parametrize("message", ["", "{", "[]", "7", '{"command": 7}', '{"no": "command"}'])
def test_a_message_that_makes_no_sense_does_no_harm(preview: Preview, message: str) -> None:
    with Socket(preview.port) as browser:
        browser.say(message)
    with Socket(preview.port) as browser:
        assert browser.greet()["command"] == "hello"
    assert "Traceback" not in preview.said()


def test_bytes_that_are_no_request_do_no_harm(preview: Preview) -> None:
    with socket.create_connection(("127.0.0.1", preview.port)) as raw:
        raw.sendall(b"\x16\x03\x01 not http\r\n\r\n")
    assert preview.ask("/").status == 200
