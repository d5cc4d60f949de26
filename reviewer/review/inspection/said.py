"""What people have said of a segment, as checks need to know it."""

from collections.abc import Iterable
from dataclasses import replace

from reviewer.domain.flag import Flag
from reviewer.domain.segment import Segment
from reviewer.review.placement import placed


def on_final(flags: Iterable[Flag], segment: Segment) -> tuple[Flag, ...]:
    """Return the flags that still stand, their Hindi spans where they are in the final text."""
    found = []
    for flag in flags:
        place = placed(flag, segment)
        if place.is_resolved:
            continue
        span, on = flag.target_span, place.span_on_final
        if span is not None and on is not None:
            flag = replace(flag, spans=tuple(on if each is span else each for each in flag.spans))  # noqa: PLW2901
        found.append(flag)
    return tuple(found)
