"""The command line: the one place that reads the clock, the environment and the terminal."""

from __future__ import annotations

import errno
import os
import sys
import traceback
from pathlib import Path

from backstory.cli.arguments import parsed
from backstory.regular_files import create

WRONG_USE = 2
BUG = 3
INTERRUPTED = 130
_ENVIRONMENT = {getattr(errno, name, None) for name in ("ENOSPC", "EDQUOT", "EROFS", "EIO", "EMFILE", "ENFILE")}


def run(arguments: list[str]) -> int:
    """Run one verb; the exit code.

    0 fine; 1 errors in the site; 2 wrong use or environment; 3 a bug of ours; 130 interrupted.
    """
    command = os.environ.get("BACKSTORY_COMMAND", "backstory")
    for stream in (sys.stdout, sys.stderr):
        # Whatever the locale: content is UTF-8, and a terminal that cannot show a letter must not end the run.
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    options = parsed(arguments, command)
    from backstory.cli import verbs

    try:
        return verbs.VERBS[options.verb](options, command)
    except verbs.WrongUse as error:
        print(f"{command}: {error}", file=sys.stderr)
        return WRONG_USE
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return INTERRUPTED
    except OSError as error:
        if error.errno not in _ENVIRONMENT:
            return _bug(command)
        print(f"{command}: {error.filename or 'what is printed cannot be written'}: {error.strerror}", file=sys.stderr)
        return WRONG_USE
    except Exception:  # noqa: BLE001 - our bug: said so, and kept for the report
        return _bug(command)


def _bug(command: str) -> int:
    trace = traceback.format_exc()
    place = Path.cwd() / "backstory-bug.txt"
    try:
        place.unlink(missing_ok=True)
        create(place, (trace.encode("utf-8", "backslashreplace"),))
        kept = f"The details are in {place}; please attach that file to a report."
    except OSError:
        kept = trace
    print(
        f"{command}: this is a bug in Backstory, not a mistake of yours. Nothing was published.\n{kept}",
        file=sys.stderr,
    )
    return BUG
