"""What engine this is: its own source and the packages whose work ends up in the site."""

from __future__ import annotations

import sys
from functools import cache
from importlib import metadata
from pathlib import Path

from backstory.engine import fingerprint

_PACKAGES = ("babel", "jinja2", "markdown", "msgspec", "nh3", "pydantic", "pyyaml", "resvg_py")
_OURS = (".py", ".json", ".ttf")


@cache
def engine() -> str:
    """The fingerprint of the engine: another one remembers nothing of this one's results."""
    package = Path(__file__).parent.parent
    files = sorted(path for path in package.rglob("*") if path.suffix in _OURS)
    source = (f"{path.relative_to(package).as_posix()} {fingerprint.digest(path.read_bytes())}" for path in files)
    versions = (f"{name} {metadata.version(name)}" for name in _PACKAGES)
    return fingerprint.joined([*source, *versions, f"python {sys.version_info[:2]}"])


def theme() -> tuple[Path, Path]:
    """The theme's templates and assets: inside the package in a wheel, beside it in a clone."""
    package = Path(__file__).parent.parent
    inside = package / "_theme"
    home = inside if inside.is_dir() else package.parent
    return home / "templates", home / "assets"
