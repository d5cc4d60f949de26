"""How a command ends: its exit code, its one line of error, its log."""

import io
import os
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import platformdirs

from reviewer import __version__
from reviewer.domain.error import ReviewerError

DONE: Final = 0
FAILED: Final = 1
"""The text is not as was asked."""
WRONG: Final = 2
INTERRUPTED: Final = 130


@dataclass(frozen=True, slots=True)
class Task:
    """A command that was understood and is ready to run."""

    run: Callable[[], int]
    is_debugging: bool = False
    """Whether what nobody foresaw is shown as it is."""


def guarded(make: Callable[[], Task]) -> int:
    """Run a command; whatever goes wrong becomes one line and an exit code."""
    _speak_utf8()
    task: Task | None = None
    try:
        task = make()
        code = task.run()
        if sys.stdout is not None:
            sys.stdout.flush()
    except ReviewerError as error:
        return fail(str(error))
    except BrokenPipeError:
        # The reader has seen enough; Python would complain again when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except OSError as error:
        return fail(str(ReviewerError(error.strerror or str(error), file=str(error.filename or ""))))
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        if task is not None and task.is_debugging:
            raise
        return fail(f"internal error ({type(error).__name__}); please report it with {_log(error)}")
    return code


def fail(line: str) -> int:
    """Print one line of error and return the exit code of wrong use."""
    tell(f"reviewer: {' '.join(line.split())}")
    return WRONG


def tell(line: str) -> None:
    """Print a line for people, beside the output."""
    if sys.stderr is not None:
        print(line, file=sys.stderr)


def _log(error: BaseException) -> Path:
    """Write down what happened, and return the file."""
    path = Path(platformdirs.user_log_dir("reviewer", appauthor=False)) / "errors.log"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write(f"{datetime.now(UTC).isoformat(timespec='seconds')} Reviewer {__version__}\n")
        file.writelines(traceback.format_exception(error))
    return path


def _speak_utf8() -> None:
    """Write Hindi whatever the console's code page is."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = "utf-8" if sys.platform == "win32" else stream.encoding
            stream.reconfigure(encoding=encoding, errors="backslashreplace")
