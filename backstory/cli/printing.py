"""What a run says: diagnostics to standard output, a summary of it all to standard error."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from backstory.cli.terminal import coloured
from backstory.diagnostics import CODES, Diagnostic, Severity, formatting
from backstory.pipeline.request import Outcome, Request

_MANY = 20


class Teller:
    """Prints what was found, in the form asked for, as soon as it is known: mistakes are not kept back while pages are
    rendered. Without `notes`, text has a line for all of them with how often each code was found."""

    def __init__(self, site: Path, form: str, command: str, *, notes: bool):
        """A teller that has said nothing yet."""
        self._site = site
        self._form = form
        self._look = formatting.TextStyle(colour=coloured(sys.stdout), command=command)
        self._notes = notes
        self._told: tuple[Diagnostic, ...] = ()

    def tell(self, found: tuple[Diagnostic, ...], lines: formatting.Lines) -> None:
        """Print what of `found` has not been told, with the `lines` it stands in.

        What rendering adds is of templates: it comes last in order too.
        """
        told = set(self._told)
        fresh = tuple(each for each in found if each not in told) if told else found
        self._told += fresh
        self.print(fresh, lines)

    def print(self, fresh: Sequence[Diagnostic], lines: formatting.Lines) -> None:
        """Print findings, whatever was told before."""
        if self._form == "json":
            sys.stdout.write(formatting.jsonl(fresh))
        elif self._form == "github":
            sys.stdout.write(formatting.github(fresh, _below_git(self._site)))
        elif shown := self._shown(fresh):
            print(formatting.text(shown, lines, self._look))
        sys.stdout.flush()

    def print_gone(self, code: str, path: str, message: str) -> None:
        """Print that something is found no more."""
        if self._form == "json":
            sys.stdout.write(json.dumps({"gone": code, "path": path, "message": message}, ensure_ascii=False) + "\n")
        else:
            print(f"{path}  gone: {code}  {message}")
        sys.stdout.flush()

    def end(self, outcome: Outcome) -> None:
        """Print the rest of what was found, and for people how much there was of what."""
        self.tell(outcome.diagnostics, outcome.lines)
        if self._form not in ("json", "github"):
            sys.stdout.writelines(f"{line}\n" for line in self._overview())

    def _shown(self, found: Sequence[Diagnostic]) -> Sequence[Diagnostic]:
        return [each for each in found if self._notes or each.severity is not Severity.NOTE]

    def _overview(self) -> Iterator[str]:
        shown = self._shown(self._told)
        if len(shown) >= _MANY:
            yield formatting.by_file(shown)
        counted = Counter(each.code for each in self._told if each.severity is Severity.NOTE)
        if counted and not self._notes:
            listed = ", ".join(f"{code} {CODES[code].title.lower()} ({n})" for code, n in sorted(counted.items()))
            yield f"notes: {listed} · where: {self._look.command} check"


class News:
    """Prints what each check of a site adds to the one before, and what it no longer finds."""

    def __init__(self, teller: Teller):
        """What `teller` has been told is not told again until it is gone."""
        self._teller = teller
        self._last: Counter[tuple[str, str, str]] = Counter()
        self.failed = False

    def tell(self, outcome: Outcome) -> None:
        """Print the difference. Where a finding moved with its line it is the same one."""
        now = Counter(map(_same, outcome.diagnostics))
        left, fresh = +self._last, []
        for each in outcome.diagnostics:
            if left[_same(each)]:
                left[_same(each)] -= 1
            else:
                fresh.append(each)
        self._last, self.failed = now, outcome.failed
        self._teller.print(fresh, outcome.lines)
        for code, path, message in sorted((+left).elements()):
            self._teller.print_gone(code, path, message)
        print(f"{formatting.counted(outcome.diagnostics, outcome.counts.files)}.", file=sys.stderr, flush=True)


def _same(each: Diagnostic) -> tuple[str, str, str]:
    return each.code, each.span.path, each.message


def summary(outcome: Outcome, request: Request, seconds: float) -> str:
    """The last lines of a run: what was found, what was built, what was left out."""
    counts = outcome.counts
    lines = []
    left_out = [
        f"{number} {word} not built (use --{flag})"
        for number, word, flag in (
            (counts.drafts, "draft" if counts.drafts == 1 else "drafts", "drafts"),
            (counts.future, "future article" if counts.future == 1 else "future articles", "future"),
        )
        if number
    ]
    if left_out:
        lines.append("; ".join(left_out) + ".")
    lines += [
        f"{request.output or request.site / 'output'}/{file} is still there, though the site has it no more: somebody "
        "changed it since it was written. Delete it yourself."
        for file in outcome.kept
    ]
    if outcome.uncached:
        lines.append(
            f"The cache folder {request.cache} cannot be used ({outcome.uncached}): nothing is remembered for the next "
            "run. --cache names another."
        )
    found = formatting.counted(outcome.diagnostics, counts.files)
    if outcome.failed:
        where = f"; {request.output}/ still holds the last good site" if _has_site(request.output) else ""
        lines.append(f"{found}. Nothing was published{where}.")
    elif outcome.published:
        pages = (
            f"{counts.pages} pages, {counts.rendered} of them written"
            if counts.rendered
            else f"{counts.pages} pages, nothing to do"
        )
        lines.append(f"{found}. {pages}, in {seconds:.1f} s: {request.output}/")
    else:
        lines.append(f"{found}, in {seconds:.1f} s. Nothing was published, as asked.")
    return "\n".join(lines)


def preview_summary(outcome: Outcome) -> str:
    """One line after each change of the preview that was checked."""
    found = formatting.counted(outcome.diagnostics, outcome.counts.files)
    return f"{found}. The browser keeps the last good site." if outcome.failed else f"{found}."


def explained(code: str | None) -> str | None:
    """What a code means, or the list of all of them; None for one there is not."""
    if code is None:
        return "\n".join(f"{each.id}  {each.title}" for each in CODES.values())
    found = CODES.get(code.upper())
    if found is None:
        return None
    bad, good = (_indented(text) for text in (found.bad, found.good))
    head = f"{found.id}: {found.title} ({found.severity}, unless site.yaml says otherwise)"
    return f"{head}\n\n{found.explanation}\n\nBad:\n{bad}\n\nGood:\n{good}"


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.strip("\n").split("\n"))


def _has_site(output: Path | None) -> bool:
    return output is not None and (output / "index.html").is_file()


def _below_git(site: Path) -> str:
    """The site's folder relative to the git work tree it stands in, "" at its top or without one."""
    here = site.resolve()
    for folder in (here, *here.parents):
        if (folder / ".git").exists():
            below = here.relative_to(folder).as_posix()
            return "" if below == "." else below
    return ""
