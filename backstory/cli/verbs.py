"""What each verb does."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from backstory.cli import printing
from backstory.cli.private_folder import private_folder
from backstory.cli.terminal import Progress
from backstory.diagnostics import Diagnostic, formatting
from backstory.git import tracked
from backstory.pipeline.request import Outcome, Request
from backstory.values.file_names import UNFINISHED
from backstory.values.web_address import AddressError, site_address


class WrongUse(Exception):
    """The command cannot be done as it was given, or not in this environment."""


def build(options: argparse.Namespace, command: str) -> int:
    """Build and publish."""
    request = _request(options, output=options.output or options.site / "output")
    if options.why is not None:
        return _why(options, request)
    return _run(options, request, command)


def check(options: argparse.Namespace, command: str) -> int:
    """Find every mistake; publish nothing."""
    if options.review is not None:
        return _reviewed(options)
    if options.watch:
        return _watched(options, command)
    from backstory.cli import static_changes
    from backstory.publishing import output

    changed = static_changes.told(options.site, options.since) if options.since else ()
    if changed is None:
        print(f"git knows no `{options.since}` here: changes of content/static/ are not named.", file=sys.stderr)
    kept = output.as_it_is(options.site / "output").kept
    return _run(options, _request(options, output=None), command, kept=kept, changed=changed or ())


def serve(options: argparse.Namespace, command: str) -> int:
    """Preview until interrupted."""
    from backstory.preview.serve import Asked, PortTaken
    from backstory.preview.serve import serve as shown

    request = _request(options, output=None)
    look = formatting.TextStyle(command=command)

    def told(outcome: Outcome) -> None:
        printing.Teller(request.site, options.format, command, notes=False).end(outcome)
        print(printing.preview_summary(outcome), file=sys.stderr, flush=True)

    try:
        shown(
            request,
            Asked(options.host, options.port, options.open, options.poll),
            look,
            told,
        )
    except PortTaken as error:
        raise WrongUse(str(error)) from error
    return 0


def init(options: argparse.Namespace, command: str) -> int:
    """Make a new site."""
    from backstory import authoring

    return _authored(lambda: authoring.init(options.dir, command, authoring.origin()))


def new(options: argparse.Namespace, _command: str) -> int:
    """Make a new file."""
    from backstory import authoring

    return _authored(
        lambda: authoring.new(options.site, options.kind, options.id, options.other, options.lang, _moment())
    )


def revise(options: argparse.Namespace, _command: str) -> int:
    """Rename, merge or retire an entity."""
    from backstory import revising
    from backstory.authoring import AuthoringFault

    site = _site(options.site)
    request = Request(site=site, cache=site / ".cache", epoch=_epoch(), now_ns=time.time_ns())
    work = {"rename": revising.rename, "merge": revising.merge, "retire": revising.retire}[options.verb]
    try:
        change = work(request, options.old, options.new)
        files = change.files(site)
        if options.dry_run:
            print(revising.diff(site, files, change.moved), end="")
        else:
            revising.save(site, files)
    except AuthoringFault as error:
        raise WrongUse(str(error)) from error
    for line in change.told:
        print(line, file=sys.stderr)
    changed = sum(data is not None for data in files.values())
    would = "would change" if options.dry_run else "changed"
    print(f"{changed} files {would}. Run `check` to see the site as it is now.", file=sys.stderr)
    return 0


def changes(options: argparse.Namespace, _command: str) -> int:
    """Say what differs from a revision."""
    from backstory import comparing
    from backstory.comparing.revisions import UnknownError

    site = _site(options.site)
    jobs = os.cpu_count() or 1
    request = Request(site=site, cache=site / ".cache", epoch=_epoch(), now_ns=time.time_ns(), jobs=jobs)
    try:
        found = comparing.changes(request, options.rev)
    except UnknownError as error:
        raise WrongUse(f"git knows no revision `{error}` of {site.resolve()}") from error
    written = {"text": comparing.as_text, "markdown": comparing.as_markdown, "json": comparing.as_json}
    print(written[options.format](found).removesuffix("\n"))
    return 0


def doctor(options: argparse.Namespace, command: str) -> int:
    """Tell the owner of a site what no message tells."""
    from backstory.doctor import examined

    site = _site(options.site)
    request = Request(site=site, cache=site / ".cache", epoch=_epoch(), now_ns=time.time_ns(), jobs=os.cpu_count() or 1)
    topics = examined(request, options.output or site / "output", command)
    if options.format == "json":
        print(json.dumps({each.name: each.lines for each in topics}, ensure_ascii=False, indent=2))
    else:
        print("\n\n".join("\n".join((each.name, *(f"  {line}" for line in each.lines))) for each in topics))
    return 0


def imports(options: argparse.Namespace, command: str) -> int:
    """Read a table into content/. Rows that were not read count as errors."""
    from backstory import authoring

    if (options.kind == "site") is not (options.tool is not None):
        raise WrongUse("a site is imported with `--from hugo`, mkdocs, obsidian or quartz, and only a site is")
    try:
        if options.kind == "site":
            return _imported(options, command)
        told = authoring.import_table(options.site, options.kind, options.file, command)
    except authoring.AuthoringFault as error:
        raise WrongUse(str(error)) from error
    print("\n".join(told.lines))
    return 0 if told.whole else 1


def _imported(options: argparse.Namespace, command: str) -> int:
    from backstory import authoring

    told = authoring.import_folder(options.site, options.file, options.tool)
    for line in told.left:
        print(line)
    print(f"{told.written} files written. See what the site makes of them: {command} check {options.site}")
    return 0


def explain(options: argparse.Namespace, command: str) -> int:
    """Say what a code means; without one, list them."""
    found = printing.explained(options.code)
    if found is None:
        raise WrongUse(f"there is no code `{options.code}`; `{command} explain` lists them all")
    print(found)
    return 0


def test(_options: argparse.Namespace, _command: str) -> int:
    """Always WrongUse: in a clone build.py runs the tests itself, and an installed package has none."""
    raise WrongUse("the tests belong to a clone of Backstory: run `python3 build.py test` there")


def clean(options: argparse.Namespace, _command: str) -> int:
    """Remove the cache, and from the output folder the files that a build wrote."""
    from backstory.publishing import output

    site = _site(options.site)
    place = options.output or options.site / "output"
    try:
        kept = output.clear(output.opened(place, site=site, content=site / "content"))
    except output.OutputFault as error:
        raise WrongUse(str(error)) from error
    shutil.rmtree(options.cache or options.site / ".cache", ignore_errors=True)
    for file in kept:
        print(f"kept {place / file}: it is not ours, or was changed by hand", file=sys.stderr)
    return 0


VERBS: Mapping[str, Callable[[argparse.Namespace, str], int]] = {
    "build": build,
    "check": check,
    "serve": serve,
    "init": init,
    "new": new,
    "rename": revise,
    "merge": revise,
    "retire": revise,
    "changes": changes,
    "doctor": doctor,
    "import": imports,
    "explain": explain,
    "test": test,
    "clean": clean,
}


def _run(
    options: argparse.Namespace,
    request: Request,
    command: str,
    *,
    kept: tuple[str, ...] = (),
    changed: tuple[Diagnostic, ...] = (),
) -> int:
    from backstory import pipeline
    from backstory.engine import gc_pause

    begun = time.perf_counter()
    gc_pause.until_the_end()
    teller = printing.Teller(request.site, options.format, command, notes=request.output is None)
    outcome = _guarded(lambda: pipeline.build(replace(request, found=teller.tell)))
    outcome = replace(outcome, kept=outcome.kept or kept, diagnostics=(*outcome.diagnostics, *changed))
    teller.end(outcome)
    if not options.quiet or outcome.diagnostics or outcome.kept:
        print(printing.summary(outcome, request, time.perf_counter() - begun), file=sys.stderr)
    gc_pause.until_the_end()
    return 1 if outcome.failed else 0


def _reviewed(options: argparse.Namespace) -> int:
    """Write the sheet of an article into the folder where the command is given."""
    from backstory import regular_files
    from backstory.review_sheet import NoArticleError, review_sheet

    # What is to be published is what needs to be read first.
    request = replace(_request(options, output=None), drafts=True, future=True)
    name = options.review.rstrip("/").rpartition("/")[2].removesuffix(".md")
    try:
        data = review_sheet(request, name)
    except NoArticleError as error:
        near = f"; did you mean `{error}`?" if str(error) else ""
        raise WrongUse(f"there is no article `{name}`{near}") from error
    place = Path(f"review-{name}.html")
    if place.exists():
        regular_files.replace(place, data)
    else:
        regular_files.create(place, (data,))
    print(f"Wrote {place}: open it in a browser, or print it")
    return 0


def _watched(options: argparse.Namespace, command: str) -> int:
    from backstory.preview.check_watch import check_watch

    request = _request(options, output=None)
    news = printing.News(printing.Teller(request.site, options.format, command, notes=True))
    try:
        check_watch(request, news.tell)
    except KeyboardInterrupt:
        print(file=sys.stderr)
    return 1 if news.failed else 0


def _guarded(work: Callable[[], Outcome]) -> Outcome:
    from backstory.engine.lock import Held
    from backstory.publishing.output import OutputFault

    try:
        return work()
    except Held as error:
        who = f" (process {error})" if str(error) else ""
        raise WrongUse(f"another build of this site is at work{who}; try again when it is done") from error
    except OutputFault as error:
        raise WrongUse(str(error)) from error
    except OSError as error:
        raise WrongUse(f"{error.filename}: {error.strerror}") from error


def _authored(work: Callable[[], tuple[str, ...]]) -> int:
    from backstory.authoring import AuthoringFault

    try:
        for line in work():
            print(line)
    except AuthoringFault as error:
        raise WrongUse(str(error)) from error
    return 0


def _why(options: argparse.Namespace, request: Request) -> int:
    from backstory import pipeline

    lines = pipeline.why(request, options.why)
    if lines is None:
        raise WrongUse(f"no page has the route `{options.why}`")
    print("\n".join(lines))
    return 0


def _request(options: argparse.Namespace, output: Path | None) -> Request:
    site = _site(options.site)
    cache = options.cache or site / ".cache"
    if file := tracked(cache):
        raise WrongUse(
            f"git tracks {file}. What a build remembers comes from no repository, where others may have written it; "
            f"take it out with `git rm -r --cached {file.partition('/')[0]}`, and write `.cache/` into .gitignore"
        )
    return Request(
        site=site,
        epoch=_epoch(),
        now_ns=time.time_ns(),
        cache=cache,
        compiled_templates=private_folder(os.environ),
        output=output,
        base_url=_base(options.base_url),
        drafts=options.drafts,
        future=options.future,
        strict=options.strict,
        fresh=options.fresh,
        offline=options.offline,
        jobs=options.jobs or os.cpu_count() or 1,
        progress=Progress(quiet=options.quiet),
    )


def _site(folder: Path) -> Path:
    """The folder of a site, where a change of its files that was ended half-way has been finished."""
    if not folder.is_dir():
        raise WrongUse(f"there is no folder {folder}")
    if os.path.lexists(folder / UNFINISHED):
        from backstory import revising
        from backstory.authoring import AuthoringFault

        try:
            revising.finish(folder)
        except AuthoringFault as error:
            raise WrongUse(str(error)) from error
    return folder


def _base(url: str | None) -> str | None:
    if url is None:
        return None
    try:
        return site_address(url)
    except AddressError as error:
        raise WrongUse(f"--base-url: {error.message}; {error.hint}") from error


def _moment() -> int:
    """The moment whose day counts as today, in seconds since 1970."""
    epoch = _epoch()
    return time.time_ns() // 10**9 if epoch is None else epoch


def _epoch() -> int | None:
    """The moment that stands for the present: SOURCE_DATE_EPOCH (reproducible-builds.org); None where it is not set."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    if not epoch:
        return None
    try:
        moment = int(epoch)
        # Any zone's day must be a date: from year 1 to 9999.
        for day in (-1, 1):
            datetime.fromtimestamp(moment, UTC) + timedelta(days=day)
    except (ValueError, OverflowError, OSError) as error:
        raise WrongUse(f"SOURCE_DATE_EPOCH is `{epoch}`, not a number of seconds since 1970") from error
    return moment
