"""The addresses of site.yaml: where a site stands, and where its files are edited."""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import SplitResult, quote, urlsplit

_WEB = re.compile(r"https?://[^\s/?#\\]+\S*\Z", re.IGNORECASE)
_SSH = re.compile(r"(?:ssh://)?(?:[\w-]+@)(?P<host>[\w.-]+)[:/](?P<path>[\w./-]+?)(?:\.git)?/?\Z")
_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\Z")
_PAGE = re.compile(r"(?:index|default|home)\.\w+\Z|.+\.(?:x?html?|php|aspx?|jsp|md|xml)\Z", re.IGNORECASE)
_SAFE = "!$&'()*+,;=:@~%"
_GITHUB = re.compile(r"/(?P<name>[\w.-]+/[\w.-]+?)(?:\.git)?(?P<tree>/tree/[^/]+(?:/.+)?)?/?\Z")


class AddressError(ValueError):
    """A text that is no such address: what is wrong with it, and the way out."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


def web_address(text: str) -> str:
    """The text, where it is an address of the web. AddressError where it is none."""
    if not _WEB.match(text):
        raise AddressError(f"`{text}` is not a web address", "it starts with https:// and has no spaces")
    return text


def site_address(text: str) -> str:
    """The address of a site's folder as RFC 3986 has it: ASCII, with a slash at its end.

    AddressError where the text is no web address, or has what the address of a folder has not: a query, a fragment, a
    user, an empty segment, the name of a page.
    """
    at = _split(text)
    home = f"{at.scheme}://{_host(text, at)}"
    if at.username is not None or at.password is not None:
        raise _too_much(text, "a user's name", home, at.path)
    for mark, what in (("?", "a query (`?…`)"), ("#", "a fragment (`#…`)"), ("\\", "a backslash")):
        if mark in text:
            raise _too_much(text, what, home, at.path)
    segments = at.path.strip("/").split("/") if at.path.strip("/") else []
    if "//" in at.path or any(each in ("", ".", "..") for each in segments):
        raise _too_much(text, "an empty part between two slashes, or `..`", home, at.path)
    if segments and _PAGE.match(segments[-1]):
        raise _too_much(text, f"the name of a page (`{segments[-1]}`)", home, at.path)
    if re.search(r"%(?![0-9a-fA-F]{2})", at.path):
        raise _too_much(text, "a `%` that stands for nothing", home, at.path)
    return home + _folder(at.path)


def repository_address(text: str) -> str:
    """The address of a repository on the web.

    AddressError where the text is none, has more than that, or on GitHub is the address of another page.
    """
    ssh = _SSH.match(text)
    if ssh and not _WEB.match(text):
        hint = f"write `https://{ssh['host']}/{ssh['path']}`"
        raise AddressError(f"`{text}` is not a web address", hint)
    at = _split(text)
    host = _host(text, at).removeprefix("www.")
    home = f"https://{host}" if host == "github.com" else f"{at.scheme}://{host}"
    found = _GITHUB.match(at.path)
    if at.username is not None or "?" in text or "#" in text or "\\" in text or "//" in at.path:
        path = f"/{found['name']}" if found else _folder(at.path).rstrip("/")
        hint = f"write `{home}{path}`" if path else "write the address of the repository's front page"
        raise AddressError(f"`{text}` has more than the address of a repository", hint)
    if host != "github.com":
        return home + at.path
    if not found:
        parts = at.path.strip("/").split("/")
        meant = f"{parts[0] or 'OWNER'}/{parts[1] if len(parts) > 1 else 'REPOSITORY'}"
        hint = f"write `{home}/{meant}`"
        raise AddressError(f"`{text}` is not the address of a repository", hint)
    return f"{home}/{found['name']}{found['tree'] or ''}"


def _split(text: str) -> SplitResult:
    try:
        at = urlsplit(web_address(text))
        at.port  # noqa: B018 - raises for a port that is none
    except ValueError as error:
        raise _no_address(text) from error
    return at


def _no_address(text: str) -> AddressError:
    return AddressError(f"`{text}` is not a web address", "write it like `https://example.org/folder/`")


def _host(text: str, at: SplitResult) -> str:
    """The host in ASCII, with its port."""
    name = at.hostname or ""
    try:
        if ":" in name:
            host = f"[{ipaddress.IPv6Address(name)}]"
        else:
            host = name.encode("idna").decode().lower()
            if not all(map(_LABEL.match, host.removesuffix(".").split("."))):
                raise _no_address(text)
    except ValueError as error:
        raise _no_address(text) from error
    return f"{host}:{at.port}" if at.port is not None else host


def _folder(path: str) -> str:
    """The path of a folder, without what cannot stand in it."""
    segments = [each for each in re.split(r"[/\\]+", path) if each not in ("", ".", "..")]
    if segments and _PAGE.match(segments[-1]):
        segments.pop()
    clean = (quote(re.sub(r"%(?![0-9a-fA-F]{2})", "%25", each), safe=_SAFE) for each in segments)
    return "".join(f"/{each}" for each in clean) + "/"


def _too_much(text: str, what: str, home: str, path: str) -> AddressError:
    return AddressError(f"`{text}` has {what}, and a site stands in a folder", f"write `{home}{_folder(path)}`")
