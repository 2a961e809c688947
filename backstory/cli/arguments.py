"""The command line: verbs, flags and their help."""

from __future__ import annotations

import argparse
import difflib
from pathlib import Path
from typing import NoReturn

VERBS = (
    "build",
    "serve",
    "check",
    "init",
    "new",
    "rename",
    "merge",
    "retire",
    "changes",
    "doctor",
    "import",
    "explain",
    "test",
    "clean",
)


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, after the usage."""

    def error(self, message: str) -> NoReturn:
        self.print_usage()
        self.exit(2, f"{self.prog}: {message}\n")


def parsed(arguments: list[str], command: str) -> argparse.Namespace:
    """The arguments as a namespace with `verb`. Where they are wrong, a line says so, and the exit code is 2."""
    words = arguments
    if not words or (words[0].startswith("-") and words[0] not in ("-h", "--help", "--version")):
        words = ["build", *words]
    parser = _parser(command)
    if not words[0].startswith("-") and words[0] not in VERBS:
        near = difflib.get_close_matches(words[0], VERBS, 1)
        guess = f"; did you mean `{near[0]}`?" if near else "."
        parser.error(f"`{words[0]}` is no verb{guess} The verbs are {', '.join(VERBS)}.")
    return parser.parse_args(words)


def _parser(command: str) -> argparse.ArgumentParser:
    from backstory import __version__

    parser = _Parser(prog=command, description="Backstory makes explainer sites about contested matters.")
    parser.add_argument("--version", action="version", version=f"Backstory {__version__}")
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True, parser_class=_Parser)

    build = verbs.add_parser("build", help="build the site into output/ (what a bare command does)")
    _site(build)
    _building(build)
    build.add_argument("--output", type=Path, metavar="DIR", help="where the site is written (SITE/output)")
    build.add_argument("--why", metavar="ROUTE", help="say what was linked on a page, by which name, and what was not")

    serve = verbs.add_parser("serve", help="preview the site while you write; the browser follows every change")
    _site(serve)
    _building(serve)
    serve.add_argument("--port", type=_port, metavar="N", help="the port (8000, or the next one free)")
    serve.add_argument("--host", default="127.0.0.1", metavar="H", help="the address to listen on (127.0.0.1)")
    serve.add_argument("--open", action="store_true", help="open the browser")
    serve.add_argument(
        "--poll", action="store_true", help="look through the files for changes: for network drives, Docker"
    )

    check = verbs.add_parser("check", help="find every mistake; publish nothing")
    _site(check)
    _building(check)
    check.add_argument("--watch", action="store_true", help="go on, and tell what each change adds and mends")
    check.add_argument("--review", metavar="ARTICLE", help="write what it says of persons and companies to a sheet")
    check.add_argument("--since", metavar="REV", help="name what changed in content/static/ since a revision of git")

    init = verbs.add_parser("init", help="make a new site in an empty folder")
    init.add_argument("dir", type=Path, metavar="DIR")

    new = verbs.add_parser("new", help="make a file for a new actor, article, term, …")
    new.add_argument("kind", metavar="KIND", help="a folder of content/ (actors) or a link prefix (actor)")
    new.add_argument(
        "id", metavar="ID", help="small Latin letters, digits and hyphens; of a source, its address will do"
    )
    new.add_argument("other", nargs="?", metavar="BACKER", help="of a backing: `new backing RECIPIENT BACKER`")
    new.add_argument("--lang", metavar="LANG", help="make the translation into this language")
    new.add_argument("--site", type=Path, default=Path(), metavar="SITE", help="the folder with site.yaml")

    rename = verbs.add_parser("rename", help="give an actor, article, … another id, wherever it is named")
    rename.add_argument("old", metavar="KIND:OLD", help="what it is now, such as actor:lna")
    rename.add_argument("new", metavar="KIND:NEW", help="what it is to be; an id alone will do")
    merge = verbs.add_parser("merge", help="make one of two actors, terms, …")
    merge.add_argument("old", metavar="KIND:A", help="the one that goes")
    merge.add_argument("new", metavar="KIND:B", help="the one that stays")
    retire = verbs.add_parser("retire", help="take a page away, and lead its address to another")
    retire.add_argument("old", metavar="KIND:ID", help="the one that goes")
    retire.add_argument("--to", dest="new", required=True, metavar="KIND:OTHER", help="where its address leads")
    for each in (rename, merge, retire):
        each.add_argument("--dry-run", action="store_true", help="print the change as a diff, and change nothing")
        each.add_argument("--site", type=Path, default=Path(), metavar="SITE", help="the folder with site.yaml")

    changes = verbs.add_parser("changes", help="what your change changes in what the site says")
    changes.add_argument(
        "rev", nargs="?", default="HEAD", metavar="REV", help="the revision of git to compare with (HEAD)"
    )
    changes.add_argument("--format", choices=("text", "markdown", "json"), default="text", help="how it is printed")
    changes.add_argument("--site", type=Path, default=Path(), metavar="SITE", help="the folder with site.yaml")

    doctor = verbs.add_parser("doctor", help="what the owner of a site should know")
    _site(doctor)
    doctor.add_argument("--output", type=Path, metavar="DIR", help="the folder of the built site (SITE/output)")
    doctor.add_argument("--format", choices=("text", "json"), default="text", help="how it is printed")

    imports = verbs.add_parser("import", help="read a spreadsheet or a Zotero export into content/")
    imports.add_argument("kind", choices=("backings", "actors", "conflicts", "sources", "site"))
    imports.add_argument("file", type=Path, metavar="FILE", help="the table; of a site, its folder")
    tools = ("hugo", "mkdocs", "obsidian", "quartz")
    imports.add_argument("--from", dest="tool", choices=tools, help="of a site: what made it")
    imports.add_argument("--site", type=Path, default=Path(), metavar="SITE", help="the folder with site.yaml")

    explain = verbs.add_parser("explain", help="what a diagnostic means, with a bad and a good example")
    explain.add_argument("code", nargs="?", metavar="CODE")

    test = verbs.add_parser("test", help="set up the test packages and run the tests (in a clone)")
    test.add_argument("rest", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)

    clean = verbs.add_parser("clean", help="remove the cache and what was built")
    _site(clean)
    clean.add_argument("--output", type=Path, metavar="DIR", help="the folder the site was written to")
    clean.add_argument("--cache", type=Path, metavar="DIR", help="the cache folder (SITE/.cache)")
    return parser


def _site(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "site",
        type=Path,
        nargs="?",
        default=Path(),
        metavar="SITE",
        help="the folder with site.yaml (this one)",
    )


def _building(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("--cache", type=Path, metavar="DIR", help="the cache folder (SITE/.cache)")
    add("--base-url", metavar="URL", help="the site's public address (else url in site.yaml)")
    add("--drafts", action="store_true", help="build drafts too")
    add("--future", action="store_true", help="build articles with a date to come too")
    add("--strict", action="store_true", help="warnings are errors")
    add("--fresh", action="store_true", help="forget the cache")
    add("--offline", action="store_true", help="links that work from a folder or a USB stick")
    add("--jobs", type=_jobs, metavar="N", help="how many processes read content (one a core)")
    add("--format", choices=("text", "json", "github"), default="text", help="how diagnostics are printed")
    add("--quiet", action="store_true", help="say nothing but what is wrong")


def _jobs(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"`{text}` is no number of processes: 1 or more")
    return int(text)


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"`{text}` is no port: a number from 1 to 65535, or 0 for any free one")
    return int(text)
