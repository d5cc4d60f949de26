"""Putting a flag's suggestion into the text."""

from reviewer.domain.span import Range, Span

_CLOSING = " ।॥,.?!:;)]}”’"


def corrected(text: str, span: Span, suggestion: str) -> str:
    """Return the text with the span's first range replaced by the suggestion and its others cut out.

    Words put in at a caret get spaces around them, and words taken out leave none behind.
    """
    for piece in reversed(span.ranges[1:]):
        text = _replaced(text, piece, "")
    return _replaced(text, span.ranges[0], suggestion)


def _replaced(text: str, piece: Range, words: str) -> str:
    before, after = text[: piece.start], text[piece.end :]
    if not words:
        return _closed(before, after) if not piece.is_empty else text
    if piece.is_empty:
        lead = " " if before and not before[-1].isspace() and not words[0].isspace() else ""
        tail = " " if after and after[0] not in _CLOSING and not words[-1].isspace() else ""
        words = f"{lead}{words}{tail}"
    return before + words + after


def _closed(before: str, after: str) -> str:
    """Join what is left when words between the two were taken out."""
    if not before.strip():
        return before + after.lstrip(" ")
    if before[-1] == " " and (not after or after[0] in _CLOSING):
        return before[:-1] + after
    return before + after
