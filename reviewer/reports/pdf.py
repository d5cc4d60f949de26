"""The score report as PDF, set by typst in the fonts that the application brings."""

import json
from pathlib import Path

from reviewer.domain.report import Report
from reviewer.reports.extraction import with_whole_clusters
from reviewer.reports.paper import sheet
from reviewer.resources import resource
from reviewer.text.atomic import replacing


def render(report: Report) -> bytes:
    """Return the PDF; the same report gives the same bytes everywhere."""
    # Heavy, and only wanted here.
    import fontpkg_inter  # noqa: PLC0415
    import fontpkg_noto_sans_devanagari  # noqa: PLC0415
    import typst  # noqa: PLC0415

    fonts = [
        str(Path(package.__file__).parent / "files")
        for package in (fontpkg_inter, fontpkg_noto_sans_devanagari)
    ]
    made: bytes = typst.compile(
        resource("templates", "report.typ").read_bytes(),
        font_paths=typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=fonts),
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(sheet(report), ensure_ascii=False, allow_nan=False)},
        timestamp=report.made.replace(microsecond=0),  # typst takes whole seconds
    )
    return with_whole_clusters(made)


def write(report: Report, path: Path) -> None:
    """Write the PDF, replacing `path` in one step; ReviewerError where that fails."""
    made = render(report)
    with replacing(path) as file:
        file.write(made)
