"""Pictures that are none, and SVG that runs something: refused by name, whatever the dress."""

from __future__ import annotations

from pathlib import Path

import pytest

from backstory.reading import pictures
from tests.scenario import PIXEL, found, site

NS = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
HTML = 'xmlns="http://www.w3.org/1999/xhtml"'


def _html(inside: str) -> bytes:
    """HTML within an SVG."""
    return _svg(f"<foreignObject><div {HTML}>{inside}</div></foreignObject>")


def _svg(inside: str, *, attributes: str = "", before: str = "") -> bytes:
    return f"{before}<svg {NS} {attributes}>{inside}</svg>".encode()


ACTIVE = {
    "a script": _svg("<script>alert(1)</script>"),
    "a script with a prefix": b'<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:script>alert(1)</s:script></s:svg>',
    "a script of HTML": _svg(f"<script {HTML}>alert(1)</script>"),
    "a script of HTML with a prefix": _svg('<h:script xmlns:h="http://www.w3.org/1999/xhtml">alert(1)</h:script>'),
    "a script in CDATA": _svg("<script><![CDATA[alert(1)]]></script>"),
    "a script from elsewhere": _svg('<script href="https://evil.example/x.js"/>'),
    "a script in a group": _svg("<g><g><g><script>alert(1)</script></g></g></g>"),
    "a script in an entity": _svg("&x;", before='<!DOCTYPE svg [<!ENTITY x "<script>alert(1)</script>">]>'),
    "a script of no namespace": b"<svg><script>alert(1)</script></svg>",
    "a script in UTF-16": _svg("<script>alert(1)</script>").decode().encode("utf-16"),
    "a script in Latin-1": b'<?xml version="1.0" encoding="iso-8859-1"?>'
    + _svg("<script>\xe9</script>"[:8] + "</script>"),
    "onload": _svg("", attributes='onload="alert(1)"'),
    "ONLOAD": _svg("", attributes='ONLOAD="alert(1)"'),
    "onbegin": _svg('<animate attributeName="x" onbegin="alert(1)"/>'),
    "onerror": _svg('<image href="x.png" onerror="alert(1)"/>'),
    "onclick in an entity": _svg(
        "&x;", before="<!DOCTYPE svg [<!ENTITY x \"<a onclick='alert(1)' xmlns='http://www.w3.org/2000/svg'/>\">]>"
    ),
    "ontoggle of HTML": _html('<details ontoggle="alert(1)" open="open"/>'),
    "javascript:": _svg('<a href="javascript:alert(1)"><text>x</text></a>'),
    "javascript: of xlink": _svg('<a xlink:href="javascript:alert(1)"><text>x</text></a>'),
    "JaVaScRiPt:": _svg('<a href="JaVaScRiPt:alert(1)"/>'),
    "javascript: with a tab": _svg('<a href="java&#9;script:alert(1)"/>'),
    "javascript: with a line end": _svg('<a href="java&#10;script:alert(1)"/>'),
    "javascript: after blanks": _svg('<a href="&#32;  javascript:alert(1)"/>'),
    "javascript: in references": _svg('<a href="&#x6A;&#97;vascript:alert(1)"/>'),
    "javascript: animated": _svg('<a><animate attributeName="href" values="#;javascript:alert(1)"/></a>'),
    "javascript: set": _svg('<a><set attributeName="xlink:href" to="javascript:alert(1)"/></a>'),
    "vbscript:": _svg('<a href="vbscript:x"/>'),
    "a page as data": _svg('<a href="data:text/html,&lt;script>alert(1)&lt;/script>"/>'),
    "an SVG as data in use": _svg('<use href="data:image/svg+xml;base64,PHN2Zy8+#x"/>'),
    "a frame": _html('<iframe src="https://evil.example/"/>'),
    "a frame of nothing": _svg(
        f'<foreignObject><iframe {HTML} srcdoc="&lt;script>alert(1)&lt;/script>"/></foreignObject>'
    ),
    "an object": _html('<object data="x.html"/>'),
    "an embed": _html('<embed src="x.html"/>'),
    "a form": _html('<form action="https://evil.example/"><input/></form>'),
    "a meta": _svg(
        f'<foreignObject><meta {HTML} http-equiv="refresh" content="0;url=//evil.example"/></foreignObject>'
    ),
    "a base": _html('<base href="https://evil.example/"/>'),
    "a style sheet of HTML": _svg(
        f'<foreignObject><link {HTML} rel="stylesheet" href="//evil.example/x.css"/></foreignObject>'
    ),
    "a picture from elsewhere": _svg('<image href="https://evil.example/x.png"/>'),
    "a picture of xlink from elsewhere": _svg('<image xlink:href="http://evil.example/x.png"/>'),
    "a picture without a scheme": _svg('<image href="//evil.example/x.png"/>'),
    "a picture with backslashes": _svg('<image href="\\\\evil.example/x.png"/>'),
    "a picture with one of each": _svg('<image href="/\\evil.example/x.png"/>'),
    "a picture of HTML": _html('<img src="https://evil.example/x.png"/>'),
    "a picture of HTML in sizes": _svg(
        f'<foreignObject><img {HTML} srcset="a.png 1x, //evil.example/x.png 2x"/></foreignObject>'
    ),
    "a film": _html('<video poster="//evil.example/x.png"/>'),
    "use from elsewhere": _svg('<use href="https://evil.example/x.svg#x"/>'),
    "a filter from elsewhere": _svg('<filter><feImage href="https://evil.example/x.png"/></filter>'),
    "a text path from elsewhere": _svg('<textPath href="ftp://evil.example/x"/>'),
    "a picture that is animated": _svg('<image><set attributeName="href" to="https://evil.example/x.png"/></image>'),
    "a base in XML": _svg('<image href="x.png"/>', attributes='xml:base="https://evil.example/"'),
    "@import": _svg("<style>@import url(https://evil.example/x.css);</style>"),
    "@import of a string": _svg("<style>@import 'https://evil.example/x.css';</style>"),
    "@import of a neighbour": _svg("<style>@import 'x.css';</style>"),
    "@import in escapes": _svg("<style>@\\69mport 'x.css';</style>"),
    "@import around a comment": _svg("<style>@im/**/port 'x.css'; @import/**/'x.css'</style>"),
    "a font from elsewhere": _svg("<style>@font-face{font-family:x;src:url(https://evil.example/x.woff)}</style>"),
    "a background": _svg("", attributes='style="background:url(//evil.example/x.png)"'),
    "a background in quotes": _svg("", attributes="style='background:url(\"https://evil.example/x.png\")'"),
    "a background in escapes": _svg("", attributes='style="background:\\75rl(https://evil.example/x.png)"'),
    "a set of pictures": _svg("<style>g{background:image-set('https://evil.example/x.png' 1x)}</style>"),
    "a fill": _svg('<path fill="url(https://evil.example/x.svg#a)"/>'),
    "a mask": _svg('<path mask="URL( //evil.example/x.svg#a )"/>'),
    "javascript: in a style": _svg('<path style="fill:url(javascript:alert(1))"/>'),
    "expression()": _svg("", attributes='style="width:expression(alert(1))"'),
    "a style sheet": _svg("", before='<?xml-stylesheet href="https://evil.example/x.css"?>'),
    "a style sheet of XSL": _svg("", before='<?xml-stylesheet type="text/xsl" href="#x"?>'),
    "an entity of a file": _svg("&x;", before='<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
    "an entity of an address": _svg(
        "", before='<!DOCTYPE svg [<!ENTITY % x SYSTEM "https://evil.example/x.dtd"> %x;]>'
    ),
}
QUIET = {
    "a path": _svg('<path d="M0 0h9v9z" fill="url(#a)" style="stroke:url(\'#b\')"/>'),
    "a picture in it": _svg('<image href="data:image/png;base64,iVBORw0KGgo="/>'),
    "a picture with line ends in it": _svg('<image xlink:href="data:image/jpeg;base64,&#10;/9j/4AAQ&#10;SkZ="/>'),
    "an icon of a drawing program": _svg('<image xlink:href="data:image/svg+xml;base64,PHN2Zy8+"/>'),
    "a neighbour": _svg('<image href="photo.png"/><use href="#a"/>'),
    "a link of readers": _svg('<a href="https://example.org/?a=1"><text>x</text></a><a href="mailto:a@b.org"/>'),
    "a style": _svg("<style>/* https://example.org/licence */ path{fill:url(#a)}</style>"),
    "a font in it": _svg("<style>@font-face{src:url(data:application/font-woff2;base64,d09GMgA//=)}</style>"),
    "a namespace in a style": _svg("<style>@namespace url(http://www.w3.org/2000/svg); g{}</style>"),
    "the DTD of SVG": _svg(
        "",
        before='<?xml version="1.0" encoding="UTF-8" standalone="no"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" '
        '"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">',
    ),
    "entities of Illustrator": _svg(
        "<g/>", attributes='xmlns:i="&ns_ai;"',
        before='<!DOCTYPE svg [<!ENTITY ns_ai "http://ns.adobe.com/AdobeIllustrator/10.0/">]>',
    ),
    "notes of Inkscape": _svg(
        '<sodipodi:namedview xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"/><metadata><r:RDF '
        'xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:cc="http://creativecommons.org/ns#"><cc:Work '
        'r:about=""><cc:license r:resource="http://creativecommons.org/licenses/by/4.0/"/></cc:Work></r:RDF></metadata>'
    ),
    "words of draw.io": _svg(
        f'<switch><foreignObject><div {HTML} style="width:1px">text</div></foreignObject>'
        '<a xlink:href="https://www.drawio.com/doc/faq/"><text>x</text></a></switch>'
    ),
    "words about scripts": _svg("<title>javascript: onload=, https://example.org</title><desc>&lt;script></desc>"),
    "an animation": _svg('<rect><animate attributeName="x" from="0" to="9" values="0;9"/></rect>'),
    "a byte order mark": b"\xef\xbb\xbf" + _svg(""),
}  # fmt: skip
BROKEN = {
    "a bomb of entities": _svg(
        "&j;", before="<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaa'>" + "".join(
            f"<!ENTITY {name} '{f'&{below};' * 30}'>" for below, name in zip("abcdefghi", "bcdefghij")
        ) + "]>",
    ),
    "an entity of itself": _svg("&a;", before="<!DOCTYPE svg [<!ENTITY a '&a;'>]>"),
    "nothing but blanks": b" \n",
    "a page": b"<!doctype html><title>Sign in</title><p>x<br>y",
    "a page that is XML": b'<html xmlns="http://www.w3.org/1999/xhtml"/>',
    "an end that lacks": b"<svg><g>",
    "packed": b"\x1f\x8b\x08\x00",
    "a zero byte": _svg("\0"),
    "no encoding there is": b'<?xml version="1.0" encoding="utf-7"?><svg/>',
    "a text": b"quay",
}  # fmt: skip
PICTURES = {
    "a.png": (PIXEL, ""),
    "a.jpg": (PIXEL, ""),
    "b.png": (b"", "E042"),
    "c.png": (PIXEL[:20], "E042"),
    "d.png": (b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n", "E042"),
    "e.svg": (b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n", "E042"),
    "f.pdf": (b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n", "E042"),
    "g.jpeg": (b"../../.git/annex/objects/Xx/SHA256E-s1--aa.jpg/SHA256E-s1--aa.jpg\n", "E042"),
    "h.png": (b"<!DOCTYPE html><html><title>Sign in</title>", "E042"),
    "i.png": (b"\n\n<html><body>404", "E042"),
    "j.png": (_svg(""), "E042"),
    "k.jpg": (b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom" + bytes(100), "E042"),
    "l.webp": (b"\x1aE\xdf\xa3" + bytes(100), "E042"),
    "m.jpg": (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + bytes(100), "E042"),
    "n.avif": (b"\x00\x00\x00\x1cftypavif\x00\x00\x00\x00avifmif1miaf" + bytes(100), ""),
    "o.avif": (b"\x00\x00\x00\x1cftypmif1\x00\x00\x00\x00mif1avif" + bytes(100), ""),
    "p.webp": (b"RIFF\x00\x01\x00\x00WEBPVP8 " + bytes(100), ""),
    "q.gif": (b"GIF89a\x01\x00\x01\x00\x00\x00\x00;", ""),
    "r.jpg": (b"\xff\xd8\xff\xe0" + bytes(200), ""),
    "s.jpg": (b"\xff\xd8\xff\xe0", "E042"),
    "t.png": (b"%PDF-1.7\n", "E042"),
    "u.jpg": (b"8BPS\x00\x01", "E042"),
    "v.jpg": (b"II*\x00" + bytes(50), "E042"),
    "w.png": (b"PK\x03\x04" + bytes(50), "E042"),
    "x.png": (b'{"error": "not found"}', "E042"),
    "y.png": (bytes(2000), "E042"),
    "z.pdf": (b"%PDF-1.7\n", ""),
}
NOTES = {
    "images/credits.txt": "N001", "images/photo.heic": "N001", "images/old/scan.psd": "N001", "images/a.jfif": "N001",
    "images/notes.docx": "N001", "images/.DS_Store": "", "images/deep/er/a.png": "", "articles/a.tiff": "N001",
    "images/draft.md": "N001",
}  # fmt: skip


@pytest.mark.parametrize("name", ACTIVE)
def test_an_svg_that_runs_or_loads_something_is_refused(name: str) -> None:
    assert {each.code for each in pictures.faults("content/images/a.svg", ACTIVE[name])} == {"E041"}
    assert pictures.faults("content/static/a.svg", ACTIVE[name]) == ()


@pytest.mark.parametrize("name", QUIET)
def test_an_svg_as_drawing_programs_write_it_is_not(name: str) -> None:
    assert pictures.faults("content/images/a.svg", QUIET[name]) == ()


@pytest.mark.parametrize("name", BROKEN)
def test_an_svg_that_is_none_is_refused(name: str) -> None:
    assert [each.code for each in pictures.faults("content/images/a.svg", BROKEN[name])] == ["E042"]


def test_a_picture_is_judged_by_what_is_in_it_wherever_it_is(tmp_path: Path) -> None:
    made = site(tmp_path, "")
    for folder in ("images", "articles", "static"):
        (tmp_path / "content" / folder).mkdir(parents=True, exist_ok=True)
        for name, (data, _) in PICTURES.items():
            (tmp_path / "content" / folder / name).write_bytes(data)
    told = {path for code, path in found(made.build()) if code == "E042"}
    wrong = {name for name, (_, code) in PICTURES.items() if code}
    assert told == {f"content/{folder}/{name}:1:1" for folder in ("images", "articles", "static") for name in wrong}


def test_what_is_no_picture_in_the_folder_of_images_is_a_note(tmp_path: Path) -> None:
    made = site(tmp_path, "")
    for path in NOTES:
        place = tmp_path / "content" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(PIXEL)
    told = {path.removeprefix("content/").removesuffix(":1:1"): code for code, path in found(made.build())}
    assert {path: told.get(path, "") for path in NOTES} == NOTES


def test_a_picture_that_is_mended_is_told_no_more_and_one_that_breaks_is(tmp_path: Path) -> None:
    made = site(tmp_path, "")
    place = tmp_path / "content/images/a.svg"
    place.parent.mkdir(parents=True)
    for data, codes in ((ACTIVE["onload"], ["E041"]), (QUIET["a path"], []), (ACTIVE["a script"], ["E041"])):
        place.write_bytes(data)
        for fresh in (False, False, True):
            assert [code for code, _ in found(made.build(fresh=fresh)) if code.startswith("E")] == codes


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("![A quay](../images/film.mp4)", "E318"),
        ("![A quay](../images/photo.heic)", "E318"),
        ("![A quay](../images/report.pdf)", "E318"),
        ("![A quay](https://example.org/quay.png)", "W318"),
        ("![A quay](//example.org/quay.png)", "W318"),
        ("[![A quay](https://example.org/quay.png)](https://example.org/)", "W318"),
        ("![A quay][q]\n\n[q]: https://example.org/quay.png", "W318"),
        ("[A film](../images/film.mp4)", ""),
        ("![A quay](../images/quay.png)", ""),
    ],
)
def test_what_a_text_shows_as_a_picture_and_no_reader_sees_is_told(tmp_path: Path, written: str, code: str) -> None:
    made = site(tmp_path, f"-- content/articles/who.md --\n---\ntitle: Who\ndate: 2020-01-01\n---\n{written}\n")
    (tmp_path / "content/images").mkdir()
    for name in ("film.mp4", "photo.heic", "report.pdf", "quay.png"):
        (tmp_path / "content/images" / name).write_bytes(PIXEL)
    outcome = made.build()
    assert "".join(each for each, path in found(outcome) if "who.md:5" in path or "who.md:7" in path) == code
    assert outcome.failed is code.startswith("E")
    if not outcome.failed:
        assert "<img" not in made.page("articles/who/") or not code
