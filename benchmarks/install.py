"""The packages of the other generators, each in a folder of its own outside the clone."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

from benchmarks.generators.generator import Packages


class NotInstalled(RuntimeError):
    """A generator's packages cannot be had here, with the reason."""


def installed(packages: Packages, folder: Path) -> Path:
    """The folder with the packages, installed there unless they are. Raises NotInstalled."""
    if not packages.names:
        return folder
    mark = folder / "installed.json"
    if mark.is_file() and json.loads(mark.read_text()) == list(packages.names):
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for command in _commands(packages, folder):
        _run(command)
    mark.write_text(json.dumps(packages.names))
    return folder


def _commands(packages: Packages, folder: Path) -> list[list[str]]:
    if packages.client == "npm":
        return [["npm", "install", "--no-fund", "--no-audit", "--prefix", str(folder), *packages.names]]
    pip = [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    return [[sys.executable, "-m", "venv", str(folder)], [*pip, *packages.names]]


def _run(command: list[str]) -> None:
    try:
        subprocess.run(command, check=True, capture_output=True, text=True)
    except FileNotFoundError as error:
        raise NotInstalled(f"there is no `{command[0]}`") from error
    except subprocess.CalledProcessError as error:
        raise NotInstalled(error.stderr.strip()[-500:]) from error
