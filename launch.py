"""Set up and start the desk, or check everything; needs Python and nothing else.

python3 launch.py              set up, open the desk on its sample project
python3 launch.py run ARGS...  set up, run `reviewer ARGS...`
python3 launch.py test         set up, pass format, lint, types, layers, tests and window
python3 launch.py setup        set up only
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
SUFFIX = ".exe" if os.name == "nt" else ""
PYTHON = BIN / f"python{SUFFIX}"
STAMP = VENV / "launch.json"
OLDEST = (3, 11)

# What Qt loads that its wheel does not hold, as Debian names it.
QT_LIBRARIES = (
    "libdbus-1-3",
    "libegl1",
    "libfontconfig1",
    "libgl1",
    "libglib2.0-0",
    "libxkbcommon0",
)
WINDOW_LIBRARIES = (
    "libwayland-cursor0",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-render-util0",
    "libxcb-shape0",
    "libxcb-xkb1",
    "libxkbcommon-x11-0",
)
DISPLAY_SERVER = ("xvfb",)


class LaunchError(Exception):
    """Something outside this file keeps it from going on; one line that names the remedy."""


def main(arguments: list[str]) -> int:
    """Do what the command line asks and return the exit code."""
    if sys.version_info < OLDEST:
        say(f"Python {OLDEST[0]}.{OLDEST[1]} or newer is needed, this is {sys.version.split()[0]}.")
        return 2
    command, *rest = arguments or ["run"]
    if command not in {"run", "test", "setup"} or (rest and command != "run"):
        say((__doc__ or "").partition("\n\n")[2].strip())
        return 0 if command in {"-h", "--help"} else 2
    try:
        if command == "test":
            set_up(for_tests=True)
            return test()
        set_up(for_tests=False)
        return run(rest) if command == "run" else 0
    except LaunchError as error:
        say(str(error))
        return 1
    except KeyboardInterrupt:
        return 130


def say(line: str) -> None:
    """Print a line to the terminal, apart from what the started programs print."""
    print(line, file=sys.stderr, flush=True)


# Setting up


def set_up(*, for_tests: bool) -> None:
    """Make the environment with everything in it; return at once where that has been done."""
    wanted = fingerprint(for_tests=for_tests)
    if is_set_up(wanted):
        return
    began = time.monotonic()
    if not importlib.util.find_spec("ensurepip") and not PYTHON.exists():
        install_packages(["python3-venv"], "Python cannot make an environment")
    if not has_working_environment():
        say(f"Making {VENV.name} ...")
        call([sys.executable, "-m", "venv", "--clear", str(VENV)], "The environment could not be made")
    say("Installing the libraries; the first time takes a minute or two ...")
    target = ".[dev]" if for_tests else "."
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    call([*pip, "--editable", target], "The libraries could not be installed")
    if install_system_libraries(for_tests=for_tests):
        STAMP.write_text(json.dumps(wanted), encoding="utf-8")
    say(f"Set up in {time.monotonic() - began:.0f} s.")


def fingerprint(*, for_tests: bool) -> dict[str, str | bool]:
    """Everything that, once changed, asks for setting up again."""
    return {
        "project": hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest(),
        "place": str(ROOT),
        "display": has_display(),
        "tests": for_tests,
    }


def is_set_up(wanted: dict[str, str | bool]) -> bool:
    """Whether the stamp in the environment covers what is wanted."""
    try:
        found = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    if not isinstance(found, dict) or not PYTHON.exists():
        return False
    covers_tests = bool(found.get("tests")) or not wanted["tests"]
    # What the tests need includes what a window needs.
    covers_display = bool(found.get("tests") or found.get("display")) or not wanted["display"]
    same = all(found.get(key) == wanted[key] for key in ("project", "place"))
    return same and covers_tests and covers_display


def has_working_environment() -> bool:
    """Whether the environment starts and has pip: one that broke off half-way has not."""
    if not PYTHON.exists():
        return False
    return works([str(PYTHON), "-m", "pip", "--version"])


def works(command: list[str]) -> bool:
    """Whether a program exits with 0; what it prints is dropped."""
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


def call(command: list[str], failure: str) -> None:
    """Run a program that prints its own errors; raise where it failed."""
    if subprocess.call(command, cwd=ROOT):
        raise LaunchError(f"{failure}: see above. To start over, delete {VENV}.")


# Debian's packages


def install_system_libraries(*, for_tests: bool) -> bool:
    """Install what Qt needs from Debian or Ubuntu; return whether nothing is left to do."""
    if not shutil.which("dpkg-query"):
        return True
    names = list(QT_LIBRARIES)
    if for_tests or has_display():
        names += WINDOW_LIBRARIES
    if for_tests:
        names += DISPLAY_SERVER
    missing = missing_packages(names)
    if not missing:
        return True
    try:
        install_packages(missing, "The window may not open")
    except LaunchError as error:
        say(str(error))
        return False
    return True


def spellings(name: str) -> tuple[str, str]:
    """The names under which Debian releases know a library: newer ones with 64-bit time stamps."""
    return f"{name}t64", name


def missing_packages(names: list[str]) -> list[str]:
    """Those that are installed under no spelling of their name."""
    every = [spelling for name in names for spelling in spellings(name)]
    query = ["dpkg-query", "--show", "--showformat=${Package} ${db:Status-Status}\n", *every]
    listed = subprocess.run(query, check=False, capture_output=True, text=True).stdout
    installed = {line.split()[0] for line in listed.splitlines() if line.endswith(" installed")}
    return [name for name in names if not installed.intersection(spellings(name))]


def install_packages(names: list[str], otherwise: str) -> None:
    """Install Debian packages, as root or through sudo.

    Raises LaunchError, with the command to run, where that is not permitted or did not work.
    """
    remedy = f"{otherwise}: install {' '.join(names)} with your system's package manager and try again."
    apt = permitted_apt()
    if apt is None:
        raise LaunchError(remedy)
    say(f"Installing {' '.join(names)} ...")
    subprocess.call([*apt, "update"], stdout=subprocess.DEVNULL)  # an old list may do; installing tells
    chosen = [next((n for n in spellings(name) if is_offered(n)), name) for name in names]
    install = [*apt, "install", "--yes", "--no-install-recommends", *chosen]
    if subprocess.call(install, stdout=subprocess.DEVNULL):
        raise LaunchError(remedy)


def permitted_apt() -> list[str] | None:
    """The command that may install packages, or nothing where this user may not."""
    apt = shutil.which("apt-get")
    if not apt:
        return None
    command = ["env", "DEBIAN_FRONTEND=noninteractive", apt, "-qq", "-o", "DPkg::Lock::Timeout=120"]
    if os.geteuid() == 0:
        return command
    if not shutil.which("sudo"):
        return None
    may_ask = sys.stdin is not None and sys.stdin.isatty()
    if may_ask or works(["sudo", "-n", "true"]):
        return ["sudo", *command]
    return None


def is_offered(name: str) -> bool:
    """Whether the package lists hold a package of this name."""
    return works(["apt-cache", "show", name])


# Running


def has_display() -> bool:
    """Whether a window can be opened here."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def run(arguments: list[str]) -> int:
    """Start the application; without arguments, and without a display, draw it into a picture."""
    program = str(BIN / f"reviewer{SUFFIX}")
    if arguments:
        return subprocess.call([program, *arguments])
    if has_display():
        return subprocess.call([program, "--sample"])
    picture = Path(tempfile.mkdtemp(prefix="reviewer-")) / "desk.png"
    say("There is no display here: drawing the desk into a picture instead.")
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    code = subprocess.call([program, "--sample", "--screenshot", str(picture)], env=environment)
    if code == 0:
        print(picture, flush=True)
    return code


# Testing


def test() -> int:
    """Run every check, whatever fails, and close with a summary; 0 where all passed."""
    python = str(PYTHON)
    pytest = [python, "-m", "pytest", "-q"]
    apart = ["tests/architecture", "tests/journeys"]
    steps = {
        "format": [python, "-m", "ruff", "format", "--check", "."],
        "lint": [python, "-m", "ruff", "check", "."],
        "types": [python, "-m", "mypy"],
        "layers": [*pytest, "tests/architecture"],
        "tests": [*pytest, *(f"--ignore={folder}" for folder in apart)],
        "window": [*pytest, "tests/journeys"],
    }
    results = {name: check(name, command) for name, command in steps.items()}
    print("\nSummary", flush=True)
    for name, (passed, seconds) in results.items():
        print(f"  {name:8} {'passed' if passed else 'FAILED':8} {seconds:6.1f} s", flush=True)
    return 0 if all(passed for passed, _ in results.values()) else 1


def check(name: str, command: list[str]) -> tuple[bool, float]:
    """Run one step; return whether it passed and how many seconds it took."""
    print(f"\n== {name}", flush=True)
    began = time.monotonic()
    try:
        with screen(name) as variables:
            code = subprocess.call(command, cwd=ROOT, env={**os.environ, **variables})
    except LaunchError as error:
        say(str(error))
        code = 1
    return code == 0, time.monotonic() - began


@contextmanager
def screen(step: str) -> Iterator[dict[str, str]]:
    """What the step's environment must say about the screen: only the window step has one."""
    if step != "window":
        yield {"QT_QPA_PLATFORM": "offscreen"}
    elif sys.platform.startswith("linux"):
        with virtual_display() as display:
            yield {"QT_QPA_PLATFORM": "xcb", "DISPLAY": display}
    else:
        yield {"QT_QPA_PLATFORM": "cocoa" if sys.platform == "darwin" else "windows"}


@contextmanager
def virtual_display() -> Iterator[str]:
    """A display of our own on a free number, for as long as the block runs."""
    server = shutil.which("Xvfb")
    if not server:
        raise LaunchError("Xvfb is missing: install the package xvfb.")
    reading, writing = os.pipe()
    options = ["-displayfd", str(writing), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"]
    process = subprocess.Popen([server, *options], pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading, encoding="ascii") as pipe:
            number = pipe.readline().strip()
        if not number:
            raise LaunchError("Xvfb did not start: run `Xvfb :99` to see why.")
        yield f":{number}"
    finally:
        process.terminate()
        process.wait()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
