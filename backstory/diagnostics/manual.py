"""docs/errors.md, generated from the codes: `python -m backstory.diagnostics.manual > docs/errors.md`."""

from __future__ import annotations

import sys

from backstory.diagnostics.codes import CODES, Code

_HEAD = """\
# What the checker says

Every diagnostic has a permanent code. The letter is its severity unless `site.yaml` says otherwise: **E** an error,
which keeps the site from being published; **W** a warning, which `--strict` makes an error; **N** a note.

```yaml
# site.yaml
severity:
  {example}: off          # off, note, warning or error
```

`python3 build.py explain {example}` prints the same text in the terminal. This page is generated from the codes.
"""


def page() -> str:
    """The whole page."""
    example = next(iter(sorted(CODES)))
    codes = sorted(CODES.values(), key=lambda code: (code.id[1:], code.id))
    return _HEAD.format(example=example) + "".join(_section(code) for code in codes)


def _section(code: Code) -> str:
    bad, good = code.bad.strip("\n"), code.good.strip("\n")
    fence = "````" if "```" in bad + good else "```"
    return (
        f"\n## {code.id} {code.title}\n\n{code.explanation}\n"
        f"\nBad:\n\n{fence}\n{bad}\n{fence}\n\nGood:\n\n{fence}\n{good}\n{fence}\n"
    )


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write(page())
