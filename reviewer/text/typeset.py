"""Setting pages as PDF, with typst, in the fonts that the application brings."""

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from reviewer.resources import resource
from reviewer.text.extraction import with_whole_clusters

_SHARED = "mark.typ"
"""Colours and the lines under marked words, before every template."""


def typeset(template: str, data: Mapping[str, object], made: datetime) -> bytes:
    """Return the PDF that a template makes of data; the same input gives the same bytes everywhere.

    The template reads texts as data, never as markup.
    """
    # Heavy, and only wanted here.
    import fontpkg_inter  # noqa: PLC0415
    import fontpkg_noto_sans_devanagari  # noqa: PLC0415
    import typst  # noqa: PLC0415

    fonts = [
        str(Path(package.__file__).parent / "files")
        for package in (fontpkg_inter, fontpkg_noto_sans_devanagari)
    ]
    source = b"\n".join(resource("templates", name).read_bytes() for name in (_SHARED, template))
    pages: bytes = typst.compile(
        source,
        font_paths=typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=fonts),
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False, allow_nan=False)},
        timestamp=made.replace(microsecond=0),  # typst takes whole seconds
    )
    return with_whole_clusters(pages)
