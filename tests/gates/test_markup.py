"""The Nu HTML checker, the one behind validator.w3.org, over the whole site: HTML, CSS and SVG."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.published import Published

CHECKER = Path(__file__).parent / "node_modules/vnu-jar/build/dist/vnu.jar"

# It judges a meta CSP as if the site came from file:, where 'self' is nothing (test_accessibility.py asks a browser
# instead), and its list of CSS properties lacks one that SVG 2 gave to CSS.
MISJUDGED = ".*violates Content Security Policy.*|.*Property .paint-order. doesn.t exist.*"


@pytest.mark.skipif(shutil.which("java") is None, reason="there is no java here")
@pytest.mark.skipif(not CHECKER.is_file(), reason="the checker is not installed: `npm ci` in tests/gates")
def test_every_page_style_sheet_and_drawing_is_valid(sample: Published) -> None:
    options = ["--Werror", "--skip-non-html", "--also-check-css", "--also-check-svg", "--format", "gnu"]
    # So short a run gains nothing from the second compiler, which takes as long again.
    java = ["java", "-Xss4m", "-XX:TieredStopAtLevel=1"]
    command = [*java, "-jar", str(CHECKER), *options, "--filterpattern", MISJUDGED, str(sample.folder)]
    ran = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert ran.stderr.replace(str(sample.folder), "") == ""
    assert ran.returncode == 0
