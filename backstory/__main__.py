"""`python -m backstory`, and the `backstory` command of an installed wheel."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command line; the exit code."""
    from backstory.cli import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
