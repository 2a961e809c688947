"""What build.py promises, tried on the file itself: in small sites of their own, with packages made on the spot."""

import ast
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import tomllib
import zipfile
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pytest

import build

ROOT = Path(build.__file__).parent
BASE_PYTHON: str = getattr(sys, "_base_executable", sys.executable)
on_posix = pytest.mark.skipif(os.name == "nt", reason="a shell script stands in for uv")

PACKAGE = """\
import sys
import greeting
print(greeting.WORD, *sys.argv[1:])
sys.exit(7)
"""
GATE = "import os, sys; print({0!r}, *sys.argv[1:]); sys.exit(os.path.exists('{0} fails'))"
GATES = {f"{name}.py": GATE.format(name) for name in ("mypy", "pytest", "ruff")} | {
    "importlinter/cli.py": "import sys\ndef lint_imports_command(): print('lint-imports', *sys.argv[1:])"
}


@dataclass(frozen=True, slots=True)
class Site:
    """A folder with build.py, a package that greets and three locks; installers see the made wheels alone."""

    folder: Path
    wheels: Path

    def start(self, *arguments: str, **settings: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [BASE_PYTHON, str(self.folder / "build.py"), *arguments],
            env=self.environment() | settings,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            start_new_session=True,
        )

    def run(self, *arguments: str, **settings: str) -> tuple[int, str, str]:
        """The exit code, standard output, standard error."""
        with self.start(*arguments, **settings) as started:
            output, errors = started.communicate()
        return started.returncode, output, errors

    def environment(self) -> dict[str, str]:
        ours = ("BACKSTORY_", "PIP_", "PYTHON", "UV_")
        return {name: value for name, value in os.environ.items() if not name.startswith(ours)} | {
            "PATH": "",
            "PIP_CONFIG_FILE": os.devnull,
            "PIP_NO_INDEX": "1",
            "PIP_FIND_LINKS": self.wheels.as_uri(),
            "UV_OFFLINE": "1",
            "UV_NO_INDEX": "1",
            "UV_FIND_LINKS": str(self.wheels),
            "UV_CACHE_DIR": str(self.wheels / "cache"),
            "TMPDIR": str(self.wheels),
            "TEMP": str(self.wheels),
            "PYTHONIOENCODING": "utf-8",
        }

    def lock(self, name: str, *packages: str) -> None:
        pins = [f"{p}==1 --hash=sha256:{sha256(wheel(self.wheels, p).read_bytes()).hexdigest()}" for p in packages]
        (self.folder / name).write_text("".join(pin + "\n" for pin in pins), encoding="utf-8")

    def venv_files(self) -> list[str]:
        return sorted(path.name for path in self.folder.glob(".venv*") if path.is_dir())


def wheel(folder: Path, package: str) -> Path:
    return folder / f"{package}-1-py3-none-any.whl"


def make_wheel(folder: Path, package: str, files: dict[str, str]) -> None:
    about = f"{package}-1.dist-info"
    parts = files | {
        f"{about}/METADATA": f"Metadata-Version: 2.1\nName: {package}\nVersion: 1\n",
        f"{about}/WHEEL": "Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = "".join(f"{name},,\n" for name in [*parts, f"{about}/RECORD"])
    with zipfile.ZipFile(wheel(folder, package), "w") as archive:
        for name, text in (parts | {f"{about}/RECORD": record}).items():
            archive.writestr(name, text)


def new_site(folder: Path, wheels: Path) -> Site:
    (folder / "backstory").mkdir(parents=True)
    (folder / "backstory/__main__.py").write_text(PACKAGE, encoding="utf-8")
    shutil.copy(ROOT / "build.py", folder)
    made = Site(folder, wheels)
    made.lock("requirements.lock", "greeting")
    made.lock("requirements-test.lock", "greeting", "gates")
    return made


@pytest.fixture(scope="module")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheels")
    make_wheel(folder, "greeting", {"greeting.py": "WORD = 'salaam'"})
    make_wheel(folder, "gates", GATES)
    make_wheel(folder, "extra", {"extra.py": ""})
    return folder


@pytest.fixture
def site(tmp_path: Path, wheels: Path) -> Site:
    """One whose build.py was never run."""
    return new_site(tmp_path / "my site ليبيا", wheels)


@dataclass(frozen=True, slots=True)
class FirstRun:
    """A site after its first run, and what came of that."""

    site: Site
    code: int
    output: str
    errors: str

    def copied(self, folder: Path) -> Site:
        """The site at another place, with an environment that says it was made there."""
        shutil.copytree(self.site.folder, folder, symlinks=True)
        made = folder / ".venv" / Path(build.MADE).name
        here, there = str(self.site.folder), str(folder)
        made.write_text(made.read_text(encoding="utf-8").replace(here, there), encoding="utf-8")
        return Site(folder, self.site.wheels)


@pytest.fixture(scope="module")
def first_run(tmp_path_factory: pytest.TempPathFactory, wheels: Path) -> FirstRun:
    """Setting up takes a second or two, so it is done once for all tests that begin after it."""
    made = new_site(tmp_path_factory.mktemp("first") / "my site ليبيا", wheels)
    return FirstRun(made, *made.run("build", "--base-url", "https://example.org/ ليبيا"))


@pytest.fixture
def ready(first_run: FirstRun, tmp_path: Path) -> Site:
    """One that is set up."""
    return first_run.copied(tmp_path / "my site ليبيا")


@pytest.fixture(scope="module")
def tested(first_run: FirstRun, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """One with the packages of the site and of the tests, for tests that leave it so."""
    made = first_run.copied(tmp_path_factory.mktemp("tested") / "s")
    assert made.run("test", "-k", "x")[:2] == (0, "pytest -k x\n")
    return made


def test_the_first_run_sets_up_and_hands_over_arguments_and_exit_code(first_run: FirstRun) -> None:
    assert (first_run.code, first_run.output) == (7, "salaam build --base-url https://example.org/ ليبيا\n")
    assert re.fullmatch(r"Setting up once in \.venv: .*\nDone in \d+ s\.\n", first_run.errors)


def test_uv_sets_up_as_pip_does(site: Site) -> None:
    uv = shutil.which("uv") or str(Path(sys.executable).with_name("uv"))
    if not Path(uv).exists():
        pytest.skip("there is no uv")
    assert site.run("build", PATH=str(Path(uv).parent), PIP_FIND_LINKS="")[:2] == (7, "salaam build\n")


def test_the_second_run_needs_no_installer_and_says_nothing(tested: Site) -> None:
    nowhere = {"PIP_FIND_LINKS": "", "UV_FIND_LINKS": ""}
    assert tested.run("build", **nowhere) == (7, "salaam build\n", "")
    assert tested.run("test", "-x", **nowhere) == (0, "pytest -x\n", "")
    assert tested.run("serve", **nowhere) == (7, "salaam serve\n", "")


def test_every_gate_runs_whatever_became_of_the_one_before(tested: Site) -> None:
    broken = tested.folder / "ruff fails"
    broken.touch()
    failed = tested.run("test")
    broken.unlink()
    assert failed == (
        1,
        "\n--- ruff format\nruff format --check .\n\n--- ruff check\nruff check .\n\n--- mypy\nmypy\n"
        "\n--- import-linter\nlint-imports --no-logo\n\n--- pytest\n"
        "pytest -n logical --maxprocesses 8 --dist worksteal\n"
        "\n3 of 5 gates passed; failed: ruff format, ruff check\n",
        "",
    )
    code, output, _ = tested.run("test")
    assert (code, output.splitlines()[-1]) == (0, "5 of 5 gates passed")


def test_a_quick_run_is_pytest_without_what_is_slow_and_says_at_its_end_what_that_is(tested: Site) -> None:
    code, output, errors = tested.run("test", "--quick", "-k", "x")
    ran, *told = output.splitlines()
    slow = [path for _, paths in build.SLOW for path in paths]
    assert ran == " ".join(
        ["pytest -n logical --maxprocesses 8 --dist worksteal", *map("--ignore={}".format, slow), "-k x"]
    )
    assert told[:2] == ["", "Left out:"]
    assert [path for path in slow if path not in output.partition("Left out:")[2]] == []
    assert {"  ruff format", "  ruff check", "  mypy", "  import-linter"} < set(told)
    assert told[-1].endswith("build.py test")
    assert (code, errors) == (0, "")


@pytest.mark.parametrize("path", [path for _, paths in build.SLOW for path in paths])
def test_what_a_quick_run_leaves_out_is_there(path: str) -> None:
    assert (ROOT / path).exists()


def test_a_package_that_is_not_the_locked_one_is_refused_and_nothing_stays(site: Site) -> None:
    (site.folder / "requirements.lock").write_text(f"greeting==1 --hash=sha256:{'0' * 64}\n", encoding="utf-8")
    code, output, errors = site.run("build")
    assert (code, output, site.venv_files()) == (2, "", [])
    assert "A package is not the one the lock names" in errors


def test_packages_that_cannot_be_had_are_told_in_words_and_nothing_stays(site: Site) -> None:
    code, output, errors = site.run("build", PIP_FIND_LINKS="")
    assert (code, output, site.venv_files()) == (2, "", [])
    assert "The installer said: ERROR: " in errors
    assert "Traceback" not in errors
    log = re.search(r"^All it said: (.+)$", errors, re.MULTILINE)
    assert log is not None
    assert "greeting" in Path(log[1]).read_text(encoding="utf-8")


def test_a_failed_addition_leaves_what_was_set_up_before(ready: Site) -> None:
    assert ready.run("test", PIP_FIND_LINKS="")[0] == 2
    assert ready.run("build") == (7, "salaam build\n", "")


def test_a_changed_lock_is_installed_into_the_venv_there_is(ready: Site) -> None:
    (ready.folder / ".venv/kept").touch()
    ready.lock("requirements.lock", "greeting", "extra")
    code, _, errors = ready.run("build")
    assert (code, errors.splitlines()[0]) == (7, "Installing what requirements.lock asks for into .venv ...")
    assert (ready.folder / ".venv/kept").exists()
    assert ready.run("build") == (7, "salaam build\n", "")


def test_a_moved_folder_is_set_up_anew(ready: Site, tmp_path: Path) -> None:
    moved = Site(ready.folder.rename(tmp_path / "moved"), ready.wheels)
    code, output, errors = moved.run("build")
    assert (code, output, errors.splitlines()[0][:15]) == (7, "salaam build\n", "Setting up once")
    assert moved.run("build") == (7, "salaam build\n", "")
    assert moved.venv_files() == [".venv"]


def test_a_python_that_is_gone_is_replaced(ready: Site) -> None:
    python = next(path for path in (ready.folder / ".venv").glob("*/python*") if path.stem == "python")
    python.unlink()
    assert ready.run("build")[:2] == (7, "salaam build\n")


def test_what_a_kill_left_half_made_is_made_anew(site: Site) -> None:
    (site.folder / ".venv/lib").mkdir(parents=True)
    (site.folder / ".venv/made-by-build.py.txt").touch()
    assert site.run("build")[:2] == (7, "salaam build\n")
    assert site.venv_files() == [".venv"]


def test_a_venv_that_somebody_else_made_is_left_alone(site: Site) -> None:
    (site.folder / ".venv").mkdir()
    (site.folder / ".venv/theirs").touch()
    code, output, errors = site.run("build")
    assert (code, output) == (2, "")
    assert "was not made by build.py and is left alone" in errors
    assert [path.name for path in (site.folder / ".venv").iterdir()] == ["theirs"]


def test_with_an_environment_of_ones_own_none_is_made(site: Site) -> None:
    (site.folder / "own").mkdir()
    (site.folder / "own/greeting.py").write_text("WORD = 'mine'", encoding="utf-8")
    settings = {"BACKSTORY_NO_VENV": "1", "PYTHONPATH": str(site.folder / "own")}
    assert site.run("build", **settings) == (7, "mine build\n", "")
    assert site.venv_files() == []


def test_what_the_callers_folder_and_settings_hold_does_not_get_in_the_way(site: Site) -> None:
    (site.folder / "greeting.py").write_text("WORD = 'wrong'", encoding="utf-8")
    site.run("build")
    (site.folder / "greeting.py").unlink()
    (site.folder / "elsewhere").mkdir()
    (site.folder / "elsewhere/greeting.py").write_text("WORD = 'wrong'", encoding="utf-8")
    assert site.run("build", PYTHONPATH=str(site.folder / "elsewhere")) == (7, "salaam build\n", "")


def test_where_no_bytecode_may_stand_beside_the_sources_it_stands_in_the_venv(site: Site) -> None:
    assert site.run("build", PYTHONDONTWRITEBYTECODE="1")[:2] == (7, "salaam build\n")
    kept = [path for path in site.folder.rglob("*.pyc") if "greeting" in path.name]
    assert [path.relative_to(site.folder).parts[:2] for path in kept] == [(".venv", "bytecode")]


def test_of_two_first_runs_one_sets_up_and_the_other_waits(site: Site) -> None:
    both = [site.start("build"), site.start("build")]
    ended = [(*started.communicate(), started.returncode) for started in both]
    assert [(output, code) for output, _, code in ended] == [("salaam build\n", 7)] * 2
    assert sum("Setting up once" in errors for _, errors, _ in ended) == 1


@on_posix
@pytest.mark.parametrize(("sign", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interrupted_set_up_leaves_nothing_half_made(site: Site, tmp_path: Path, sign: int, code: int) -> None:
    slow = tmp_path / "bin/uv"
    slow.parent.mkdir()
    slow.write_text('#!/bin/sh\n: > "$STARTED"\nexec /bin/sleep 60\n', encoding="utf-8")
    slow.chmod(0o755)
    # A shell starts what runs in the background with Ctrl-C ignored, and so would be what is started here.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with site.start("build", PATH=str(slow.parent), STARTED=str(tmp_path / "started")) as started:
        while not (tmp_path / "started").exists() and started.poll() is None:
            time.sleep(0.02)
        assert site.venv_files() == [".venv"]
        if sys.platform != "win32":
            os.killpg(started.pid, sign)
        started.communicate()
    assert (started.returncode, site.venv_files()) == (code, [])


@on_posix
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_is_told(site: Site) -> None:
    site.folder.chmod(0o555)
    code, _, errors = site.run("build")
    site.folder.chmod(0o755)
    assert code == 2
    assert "cannot be written" in errors


def test_an_old_python_is_told_which_newer_one_is_there() -> None:
    assert build.needs((3, 8), "linux", ["python3.13", "uv"], ["serve"]) == (
        "Backstory needs Python 3.11 or newer; this is Python 3.8.\n"
        "What it takes is on this computer already. Type:\n\n    python3.13 build.py serve\n\n"
    )
    assert "    uv run --no-project --python 3.13 build.py\n" in build.needs((2, 7), "linux", ["uv"], [])


@pytest.mark.parametrize(
    ("system", "way"), [("win32", "winget"), ("darwin", "brew"), ("linux", "apt"), ("freebsd14", "apt")]
)
def test_an_old_python_is_told_how_to_get_a_new_one(system: str, way: str) -> None:
    told = build.needs((3, 10), system, [], ["serve"])
    assert f"{way} install" in told
    assert "uv run --no-project --python 3.13 build.py serve" in told


@pytest.mark.parametrize("version", [(3, 11), (3, 14), (4, 0)])
def test_a_python_that_is_new_enough_is_told_nothing(version: tuple[int, int]) -> None:
    assert build.needs(version, "linux", [], []) == ""


def test_the_newest_python_on_the_path_is_named_first(tmp_path: Path) -> None:
    suffix = ".exe" if os.name == "nt" else ""
    for name in ("uv", "python3.10", "python3.11", "python3.12"):
        (tmp_path / (name + suffix)).touch()
    assert build.commands_on(str(tmp_path)) == ["python3.12", "python3.11", "uv"]


LATER_THAN_2_7 = (
    ast.AnnAssign,
    ast.AsyncFor,
    ast.AsyncFunctionDef,
    ast.AsyncWith,
    ast.Await,
    ast.JoinedStr,
    ast.MatMult,
    ast.Match,
    ast.NamedExpr,
    ast.Nonlocal,
    ast.TryStar,
    ast.YieldFrom,
)


def test_the_launcher_is_written_so_that_python_2_7_can_read_it() -> None:
    source = (ROOT / "build.py").read_text(encoding="ascii")
    nodes = list(ast.walk(ast.parse(source)))
    functions = [node.args for node in nodes if isinstance(node, ast.FunctionDef | ast.Lambda)]
    in_calls = {id(node.args[-1]) for node in nodes if isinstance(node, ast.Call) and node.args}
    assert [ast.dump(node) for node in nodes if isinstance(node, LATER_THAN_2_7)] == []
    assert [node.lineno for node in nodes if isinstance(node, ast.Raise) and node.cause] == []
    assert [node.lineno for node in nodes if isinstance(node, ast.FunctionDef) and node.returns] == []
    assert [node.lineno for node in nodes if isinstance(node, ast.ClassDef) and node.keywords] == []
    assert [node.lineno for node in nodes if isinstance(node, ast.Dict) and None in node.keys] == []
    assert [node.lineno for node in nodes if isinstance(node, ast.Starred) and id(node) not in in_calls] == []
    assert [arg.lineno for a in functions for arg in (*a.posonlyargs, *a.kwonlyargs)] == []
    assert [arg.lineno for a in functions for arg in a.args if arg.annotation] == []
    assert re.findall(r"\b\d+_\d", source) == []


def pins(lock: str) -> dict[str, set[str]]:
    text = (ROOT / lock).read_text(encoding="utf-8")
    found: dict[str, set[str]] = {}
    for name, version in re.findall(r"^([\w.-]+)==(\S+)", text, re.MULTILINE):
        found.setdefault(name, set()).add(version)
    return found


LOCKS = ("requirements.lock", "requirements-test.lock")


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_host_and_has_a_hash_for_every_package(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    entries = [line for line in text.replace("\\\n", "").splitlines() if not line.startswith("#")]
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []
    assert re.findall(r"://|^ *--?(?!hash)[a-z].*", text, re.MULTILINE) == []


def test_the_locks_agree_on_every_package_they_share() -> None:
    runtime = pins("requirements.lock")
    assert {name: pinned for name, pinned in pins("requirements-test.lock").items() if name in runtime} == runtime


def test_every_dependency_stands_in_its_lock() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = (project["dependencies"], project["optional-dependencies"]["test"])
    for lock, requirements in zip(LOCKS, asked, strict=True):
        assert {re.split(r"[^\w-]", wanted)[0] for wanted in requirements} <= set(pins(lock))
