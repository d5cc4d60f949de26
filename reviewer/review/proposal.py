"""Edit first, classify after: each change that no flag covers, offered as a flag."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import blake2b

from reviewer.domain.flag import Flag, Severity
from reviewer.domain.segment import Segment
from reviewer.domain.span import Range, Side, Span
from reviewer.review.guess import Guess, folded_words, guess, is_postposition
from reviewer.text.diff import Hunk, Op, word_diff

_LARGEST = 8
"""Words a change may have that was joined from smaller ones."""
_MOVED = 0.5
"""Share of words that must turn up elsewhere for an edit to be a move."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A change from received to final, filled in as a flag would be."""

    segment_id: int
    received: Range
    """The words replaced; a caret where something was put in."""
    final: Range
    """What stands there now; a caret where something was taken out."""
    quote: str
    suggestion: str
    guess: str
    """MQM type."""
    severity: Severity
    reason: str

    @property
    def span(self) -> Span:
        """The span of the flag to make, on the received text."""
        return Span(Side.RECEIVED, (self.received,))


def key(proposal: Proposal) -> str:
    """Return a name that stays the same while the change does, to remember what was passed over."""
    words = f"{proposal.quote}\0{proposal.suggestion}".encode()
    return f"{proposal.segment_id}:{proposal.received.start}:{blake2b(words, digest_size=6).hexdigest()}"


def proposals(segment: Segment, flags: Iterable[Flag]) -> tuple[Proposal, ...]:
    """Return the changes of a segment that none of its flags covers, in order."""
    if not segment.is_edited:
        return ()
    own = [flag for flag in flags if flag.segment_id == segment.id]
    changes = [_trimmed(change, segment) for change in _changes(segment)]
    guesses = [_guess(change, segment, changes) for change in changes]
    return tuple(
        _proposal(segment, change, made)
        for change, made in zip(changes, guesses, strict=True)
        if not any(_covers(flag, change) for flag in own)
    )


def _proposal(segment: Segment, change: Hunk, made: Guess) -> Proposal:
    return Proposal(
        segment_id=segment.id,
        received=change.before,
        final=change.after,
        quote=_cut(segment.received, change.before),
        suggestion=_cut(segment.final, change.after),
        guess=made.type,
        severity=made.severity,
        reason=made.reason,
    )


def _cut(text: str, piece: Range) -> str:
    return text[piece.start : piece.end]


def _changes(segment: Segment) -> Iterator[Hunk]:
    """Yield what changed; two changes with only a space or a postposition between them are one."""
    pending: Hunk | None = None
    gap: Hunk | None = None
    for hunk in word_diff(segment.received, segment.final):
        if hunk.op is Op.EQUAL:
            gap = hunk
        elif pending and gap and _is_one(pending, gap, hunk, segment):
            pending = Hunk(
                Op.REPLACE,
                Range(pending.before.start, hunk.before.end),
                Range(pending.after.start, hunk.after.end),
            )
        else:
            if pending:
                yield pending
            pending = hunk
    if pending:
        yield pending


def _is_one(first: Hunk, gap: Hunk, second: Hunk, segment: Segment) -> bool:
    between = _cut(segment.received, gap.before)
    if between.strip() and not is_postposition(between):
        return False
    if not _has_words(first, segment) or not _has_words(second, segment):
        return False
    before = _cut(segment.received, Range(first.before.start, second.before.end))
    after = _cut(segment.final, Range(first.after.start, second.after.end))
    return max(len(folded_words(before)), len(folded_words(after))) <= _LARGEST


def _has_words(change: Hunk, segment: Segment) -> bool:
    return bool(
        folded_words(_cut(segment.received, change.before)) or folded_words(_cut(segment.final, change.after))
    )


def _trimmed(change: Hunk, segment: Segment) -> Hunk:
    """Leave out the space around the words, unless there is nothing else."""
    return Hunk(
        change.op,
        _without_space(segment.received, change.before),
        _without_space(segment.final, change.after),
    )


def _without_space(text: str, piece: Range) -> Range:
    words = _cut(text, piece)
    if not words.strip():
        return piece
    start = piece.start + len(words) - len(words.lstrip())
    return Range(start, start + len(words.strip()))


def _covers(flag: Flag, change: Hunk) -> bool:
    spans = ((flag.span(Side.RECEIVED), change.before), (flag.span(Side.FINAL), change.after))
    return any(_meet(piece, other) for span, other in spans if span for piece in span.ranges)


def _meet(piece: Range, other: Range) -> bool:
    """Whether two ranges share a letter, or a caret touches the other."""
    if piece.is_empty or other.is_empty:
        return piece.start <= other.end and other.start <= piece.end
    return piece.overlaps(other)


def _guess(change: Hunk, segment: Segment, changes: list[Hunk]) -> Guess:
    before, after = _cut(segment.received, change.before), _cut(segment.final, change.after)
    made = guess(before, after)
    if made.type == "accuracy/addition":
        elsewhere = [_cut(segment.final, other.after) for other in changes if other is not change]
        has_moved = any(_turns_up(before, text) for text in elsewhere)
    elif made.type == "accuracy/omission":
        elsewhere = [_cut(segment.received, other.before) for other in changes if other is not change]
        has_moved = any(_turns_up(after, text) for text in elsewhere)
    else:
        return made
    return replace(made, type="style/awkward", reason="words were moved") if has_moved else made


def _turns_up(words: str, elsewhere: str) -> bool:
    """Whether most of the words are found in another place."""
    wanted, there = Counter(folded_words(words)), Counter(folded_words(elsewhere))
    shared = (wanted & there).total()
    return shared > 1 and shared >= _MOVED * wanted.total()
