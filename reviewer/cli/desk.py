"""`reviewer open`: the window."""

import os
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from reviewer.domain.error import ReviewerError


def add_open_arguments(parser: ArgumentParser) -> None:
    """Take files, and how to show them."""
    parser.add_argument("paths", nargs="*", type=Path, metavar="FILE", help="a project, or texts to review")
    parser.add_argument("--sample", action="store_true", help="open the sample project")
    parser.add_argument(
        "--screenshot", type=Path, metavar="PNG", help="draw the window into a file and close it"
    )
    parser.add_argument("--profile-folder", type=Path, metavar="DIR", help="keep settings in this folder")


def run_open(options: Namespace) -> int:
    """Open the window."""
    for path in options.paths:
        if not path.exists():
            raise ReviewerError("there is no such file", file=str(path))
    _find_display(is_drawing=options.screenshot is not None)
    try:
        from reviewer.ui.app import run  # noqa: PLC0415 - Qt is loaded for the window only
    except ImportError as error:
        raise ReviewerError(
            f"the window cannot be opened: {error}",
            remedy="Install what is missing; the other commands work without it.",
        ) from error
    return run(
        options.paths,
        sample=options.sample,
        screenshot=options.screenshot,
        profile_folder=options.profile_folder,
        debug=options.debug,
    )


def _find_display(*, is_drawing: bool) -> None:
    """Draw without a display where there is none; Qt would kill the process."""
    if not sys.platform.startswith("linux") or "QT_QPA_PLATFORM" in os.environ:
        return
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        return
    if not is_drawing:
        raise ReviewerError(
            "there is no display to open a window on", remedy="All other commands work without one."
        )
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
