"""Backstory's launcher: makes .venv beside this file once, then hands over to the package.

    python3 build.py [VERB] ...     what `backstory` does; `python3 build.py --help` lists the verbs
    python3 build.py test           adds the test packages and runs every gate: ruff, mypy, import-linter, pytest
    python3 build.py test --quick   pytest alone, without what takes a browser or long
    python3 build.py test -k dates  pytest alone, with these arguments, in one process

BACKSTORY_NO_VENV=1 uses the Python that runs this file and the packages it has, for CI and containers.

The standard library is enough for it, and its syntax is Python 2.7's, so that an old Python can read as far as
the sentence that says what is needed.
"""

import os
import sys

OLDEST = (3, 11)
HERE = os.path.dirname(os.path.realpath(__file__))
VENV = os.path.join(HERE, ".venv")
PYTHON = os.path.join(VENV, *(("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")))
# Which Python and folder .venv was made for. Its being there says that we made .venv and may remove it.
MADE = os.path.join(VENV, "made-by-build.py.txt")

ALWAYS = "requirements.lock"
FOR_TESTS = "requirements-test.lock"

# Settings that would make .venv's Python or pip look or write elsewhere.
LEADS_OUT = ("PYTHONHOME", "PYTHONPATH", "PIP_USER", "PIP_TARGET", "PIP_PREFIX", "__PYVENV_LAUNCHER__")

PYTEST = ["-m", "pytest", "-n", "logical", "--maxprocesses", "8", "--dist", "worksteal"]
GATES = (
    ("ruff format", ["-m", "ruff", "format", "--check", "."]),
    ("ruff check", ["-m", "ruff", "check", "."]),
    ("mypy", ["-m", "mypy"]),
    ("import-linter", ["-c", "from importlinter.cli import lint_imports_command as run; run()", "--no-logo"]),
    ("pytest", PYTEST),
)

# What `test --quick` leaves out, beside the other gates: what it takes, and where its tests stand.
SLOW = (
    ("a browser or the Nu HTML checker", ["tests/browser", "tests/gates", "tests/preview/test_browser.py"]),
    ("environments made anew", ["tests/test_launcher.py", "tests/test_workflows.py"]),
    ("others' readers of the exports", ["tests/outputs/exports/test_readers.py"]),
    ("the benchmarks", ["tests/test_benchmarks.py"]),
)

# What to say when an installer's log matches, in small letters; the first that does.
ADVICE = (
    (
        "no module named (venv|pip)",
        "This Python came without all it takes. On Debian and Ubuntu type  sudo apt install python3-venv\n"
        "Elsewhere install uv (https://docs.astral.sh/uv/) or Python from python.org. Then run this again.",
    ),
    (
        "do not match the hashes|hash mismatch",
        "A package is not the one the lock names, so it was not installed. Try another network, or report it.",
    ),
    (
        "certificate",
        "A certificate was refused. Behind a company's proxy, point SSL_CERT_FILE and PIP_CERT at its own.",
    ),
    (
        "connection|name resolution|dns error|timed out|unreachable|error sending request",
        "The packages could not be downloaded. It takes the internet this once, and HTTPS_PROXY behind a proxy.",
    ),
    (
        "no matching distribution|no wheels|no solution",
        "A package is not offered ready-made for this Python and system. Those from python.org have them all.",
    ),
    ("", "The packages could not be installed."),
)

ELSEWHERE = (
    "Give it another name, or copy the site to a folder of your own, and run the same command again. "
    "Or set BACKSTORY_NO_VENV=1 to use the packages of the Python you run."
)

# By system: how to get a Python, how to call it, how to get uv.
WAYS_TO_A_PYTHON = {
    "win32": ("winget install Python.Python.3.13", "py -3.13", "winget install astral-sh.uv"),
    "darwin": ("brew install python@3.13", "python3.13", "brew install uv"),
    "linux": ("sudo apt install python3.11-venv", "python3.11", "curl -LsSf https://astral.sh/uv/install.sh | sh"),
}


class SetupFailed(Exception):
    """Why there is no environment to run in, and what to do, in the words of its message."""


def main(arguments):
    # type: (list[str]) -> int
    """The exit code: what was run decides; 2 when it could not be set up, 130 when interrupted."""
    here = commands_on(os.environ.get("PATH", ""))
    refusal = needs(tuple(sys.version_info[:2]), sys.platform, here, arguments)
    if refusal:
        sys.stderr.write(refusal)
        return 2
    verb = arguments[0] if arguments else ""
    try:
        python = python_with([ALWAYS] + [FOR_TESTS] * (verb == "test"))
        if verb == "test":
            return run_tests(python, arguments[1:])
        return hand_over(python, ["-P", "-m", "backstory"] + arguments)
    except SetupFailed as failure:
        say(str(failure))
        return 2
    except KeyboardInterrupt:
        say("Stopped.")
        return 130


def needs(version, system, commands, arguments):
    # type: (tuple[int, ...], str, list[str], list[str]) -> str
    """What to tell a person whose Python is too old; nothing when it is new enough."""
    if version >= OLDEST:
        return ""
    script = " ".join(["build.py"] + arguments)
    by_uv = "    uv run --no-project --python 3.13 " + script
    lines = ["Backstory needs Python %d.%d or newer; this is Python %d.%d." % (OLDEST + version[:2])]
    if commands:
        typed = by_uv if commands[0] == "uv" else "    %s %s" % (commands[0], script)
        lines += ["What it takes is on this computer already. Type:", "", typed]
    else:
        get, call, get_uv = WAYS_TO_A_PYTHON.get(system, WAYS_TO_A_PYTHON["linux"])
        lines += ["To get one and start again:", "", "    " + get, "    %s %s" % (call, script), ""]
        lines += ["or an installer from https://www.python.org/downloads/, or let uv fetch a Python:", ""]
        lines += ["    " + get_uv, by_uv]
    return "\n".join(lines + ["", ""])


def commands_on(path):
    # type: (str) -> list[str]
    """The commands on this PATH that could run us: Pythons new enough, the newest first, then uv."""
    names = ["python3.14", "python3.13", "python3.12", "python3.11", "uv"]
    folders = path.split(os.pathsep)
    suffix = ".exe" if os.name == "nt" else ""
    return [name for name in names if any(os.path.isfile(os.path.join(f, name + suffix)) for f in folders)]


def python_with(locks):
    # type: (list[str]) -> str
    """A Python that has the packages of these locks; nothing is started when .venv has them already."""
    if not uses_venv():
        return sys.executable
    if is_ours_for_this_python() and not missing(locks):
        return PYTHON
    if os.pathsep in HERE:
        raise SetupFailed("No .venv can be made in a folder with `%s` in its path: %s" % (os.pathsep, HERE))
    turn = wait_for_turn()
    try:
        set_up(locks)
    finally:
        os.close(turn)
    return PYTHON


def uses_venv():
    # type: () -> bool
    return os.environ.get("BACKSTORY_NO_VENV", "") in ("", "0")


def is_ours_for_this_python():
    # type: () -> bool
    """Whether .venv was made here, for a Python like this one, and the Python it was made from still stands."""
    made = text_of(MADE).splitlines()
    return len(made) == 4 and made[:3] == marks() and os.path.exists(PYTHON) and os.path.exists(made[3])


def marks():
    # type: () -> list[str]
    return ["Python %d.%d" % sys.version_info[:2], VENV, os.path.basename(os.path.realpath(PYTHON))]


def missing(locks):
    # type: (list[str]) -> list[str]
    """Those of the locks that are not what was last installed; .venv keeps a copy of each that was."""
    return [lock for lock in locks if text_of(os.path.join(HERE, lock)) != text_of(os.path.join(VENV, lock))]


def wait_for_turn():
    # type: () -> int
    """A file whose closing lets the next launcher set up; the system closes it for one that was killed."""
    import time

    try:
        turn = os.open(VENV + ".lock", os.O_CREAT | os.O_RDWR)
    except OSError as error:
        raise SetupFailed("%s cannot be written. %s (%s)" % (HERE, ELSEWHERE, error.strerror))
    if not got(turn):
        say("Another build.py is setting up .venv; waiting for it ...")
        while not got(turn):
            time.sleep(0.2)
    return turn


def got(turn):
    # type: (int) -> bool
    """Whether nobody else holds it; on a disk that knows no locks we go ahead."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(turn, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(turn, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return not isinstance(error, (BlockingIOError, PermissionError))
    return True


def set_up(locks):
    # type: (list[str]) -> None
    """Afterwards .venv has the packages of the locks; or it is as it was, or gone if it was new, and SetupFailed."""
    import signal
    import time

    began = time.time()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    is_new = not is_ours_for_this_python()
    if is_new:
        remove_venv()
        say("Setting up once in .venv: some 30 MB from the internet, 5 to 40 seconds ...")
    elif missing(locks):
        say("Installing what %s asks for into .venv ..." % " and ".join(missing(locks)))
    else:
        return
    finished = False
    try:
        if is_new:
            make_venv()
        install(missing(locks))
        finished = True
    finally:
        if is_new and not finished:
            remove_venv()
    say("Done in %d s." % round(time.time() - began))


def remove_venv():
    # type: () -> None
    """Afterwards there is no .venv. One that we did not make is left alone, and SetupFailed."""
    import shutil

    if os.path.lexists(VENV) and not os.path.exists(MADE):
        raise SetupFailed("%s was not made by build.py and is left alone. %s" % (VENV, ELSEWHERE))
    old = VENV + ".old"
    try:
        if os.path.lexists(old):
            shutil.rmtree(old)
        if os.path.lexists(VENV):
            # Renaming goes wholly or, where Windows has a file of it open, not at all.
            os.rename(VENV, old)
            shutil.rmtree(old)
    except OSError as error:
        raise SetupFailed("The old .venv cannot be removed. Close what uses it and try again. %s" % error)


def make_venv():
    # type: () -> None
    os.mkdir(VENV)
    write(MADE, "")
    base = getattr(sys, "_base_executable", sys.executable)
    trouble = failures([[base, "-P", "-m", "venv", "--without-pip", VENV]])
    if trouble:
        raise SetupFailed(explained(trouble))
    write(MADE, "\n".join(marks() + [base]))


def install(locks):
    # type: (list[str]) -> None
    """Installs what the locks pin, checking every hash, by the first installer that succeeds."""
    copies = [(os.path.join(HERE, lock), os.path.join(VENV, lock)) for lock in locks]
    for _, copy in copies:
        if os.path.exists(copy):
            os.remove(copy)
    # A lock names all there is to install, and of that we take wheels alone: it does not say what building needs.
    wanted = ["install", "--quiet", "--require-hashes", "--no-deps", "--only-binary", ":all:"]
    for lock, _ in copies:
        wanted += ["-r", lock]
    log = ""
    for commands in installers(wanted):
        trouble = failures(commands)
        if not trouble:
            for lock, copy in copies:
                write(copy, text_of(lock))
            return
        log += trouble
    raise SetupFailed(explained(log or "No module named pip"))


def installers(wanted):
    # type: (list[str]) -> list[list[list[str]]]
    """The ways to install, best first. uv does not read pip's settings: pip may succeed where it does not."""
    from importlib.util import find_spec
    from shutil import which

    uv, ways = which("uv"), []
    pip = ["--disable-pip-version-check", "--no-input", "--retries", "2"] + wanted + ["--no-compile"]
    if uv:
        ways.append([[uv, "pip"] + wanted + ["--python", PYTHON]])
    if find_spec("pip"):
        ways.append([[sys.executable, "-P", "-m", "pip", "--python", PYTHON] + pip])
    elif find_spec("ensurepip"):
        ways.append([[PYTHON, "-P", "-m", "ensurepip"], [PYTHON, "-P", "-m", "pip"] + pip])
    return ways


def failures(commands):
    # type: (list[list[str]]) -> str
    """Runs one after the other while they succeed: nothing when all did, else what the last one wrote."""
    from subprocess import DEVNULL, PIPE, STDOUT, run

    for command in commands:
        ran = run(command, check=False, env=environment(), stdin=DEVNULL, stdout=PIPE, stderr=STDOUT)
        if ran.returncode:
            return "$ %s\n%s\n" % (" ".join(command), ran.stdout.decode("utf-8", "replace").strip())
    return ""


def explained(log):
    # type: (str) -> str
    """The failure in plain words, the installer's own sentence, and where the whole log is."""
    import re
    import tempfile

    handle, kept = tempfile.mkstemp(prefix="backstory-setup-", suffix=".log")
    os.close(handle)
    write(kept, log)
    advice = next(text for signs, text in ADVICE if re.search(signs, log.lower()))
    lines = [line.strip() for line in log.splitlines() if line.strip()]
    sentence = next((line for line in lines if line.lower().startswith("error")), lines[-1])
    return "%s\nThe installer said: %s\nAll it said: %s" % (advice, sentence, kept)


def environment():
    # type: () -> dict[str, str]
    """Ours, with the package within reach; and in .venv with nothing that leads out of it."""
    ours = dict(os.environ)
    for name in LEADS_OUT if uses_venv() else ():
        ours.pop(name, None)
    if uses_venv() and ours.pop("PYTHONDONTWRITEBYTECODE", ""):
        # Nothing is left beside the sources, and no start compiles all packages anew, which takes a second.
        ours["PYTHONPYCACHEPREFIX"] = os.path.join(VENV, "bytecode")
    ours.setdefault("BACKSTORY_COMMAND", ("py" if os.name == "nt" else "python3") + " build.py")
    ours["PYTHONPATH"] = os.pathsep.join([HERE] + ([ours["PYTHONPATH"]] if "PYTHONPATH" in ours else []))
    return ours


def hand_over(python, arguments):
    # type: (str, list[str]) -> int
    """Becomes this Python where the system can, so that signals and the exit code are its own."""
    if sys.platform == "win32":
        import subprocess

        child = subprocess.Popen([python] + arguments, env=environment())
        while True:
            try:
                return child.wait()
            except KeyboardInterrupt:
                continue  # Ctrl-C reached the child as well; its answer counts.
    os.execve(python, [python] + arguments, environment())


def run_tests(python, arguments):
    # type: (str, list[str]) -> int
    """Every gate; with `--quick` what takes little time; with other arguments pytest alone."""
    if not arguments:
        return run_gates(python)
    if arguments[0] == "--quick":
        return run_quickly(python, arguments[1:])
    return called(python, ["-m", "pytest"] + arguments)


def run_gates(python):
    # type: (str) -> int
    """Runs every gate, whatever became of the one before, and sums up."""
    failed = []
    for name, command in GATES:
        print("\n--- " + name)
        if called(python, command):
            failed.append(name)
    passed = "%d of %d gates passed" % (len(GATES) - len(failed), len(GATES))
    print("\n" + "; failed: ".join([passed] + [", ".join(failed)] * bool(failed)))
    return 1 if failed else 0


def run_quickly(python, arguments):
    # type: (str, list[str]) -> int
    """Runs pytest without what is slow, and says at the end what that was."""
    code = called(python, PYTEST + ["--ignore=" + path for _, paths in SLOW for path in paths] + arguments)
    left_out = [name for name, _ in GATES[:-1]] + ["%s (%s)" % (what, ", ".join(paths)) for what, paths in SLOW]
    print("\nLeft out:\n  " + "\n  ".join(left_out))
    print("All of it:  %s test" % environment()["BACKSTORY_COMMAND"])
    return code


def called(python, arguments):
    # type: (str, list[str]) -> int
    """Runs this Python beside this file: its exit code."""
    import subprocess

    sys.stdout.flush()
    return subprocess.call([python] + arguments, cwd=HERE, env=environment())


def text_of(path):
    # type: (str) -> str
    """What the file holds, or nothing where there is none."""
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except OSError:
        return ""


def write(path, text):
    # type: (str, str) -> None
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def say(text):
    # type: (str) -> None
    sys.stderr.write(text + "\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
