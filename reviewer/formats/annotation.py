"""Annotations made elsewhere: ratings of one segment by one person become documents with flags.

Each format's reader turns its rows into ratings; putting them together, finding the errors' places on
whole letters and counting what did not fit is the same for all.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

from reviewer.domain.error import ReviewerError
from reviewer.domain.flag import Flag, Judgement, Scale, Severity
from reviewer.domain.segment import Document, Segment, State
from reviewer.domain.snapshot import DocumentReview, ProjectReview
from reviewer.domain.span import Range, Side, Span
from reviewer.text import cluster
from reviewer.text.script import guess_language

UNKNOWN_LANGUAGE = "und"
_SAMPLE = 500
_LONGEST_NUMBER = 100
"""Digits up to which a name is taken for a number."""
"""Letters of a document that tell its languages."""
CLEAN_VALUE = 100.0
"""What a judgement on the scale MQM holds; it says nothing."""
_QUOTES = "\"'“”‘’„«» "


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """One error as a file states it; without ranges it is about the whole segment."""

    severity: Severity
    type: str = ""
    side: Side = Side.RECEIVED
    text: str = ""
    """The text that the ranges lie in, as the row has it."""
    ranges: tuple[tuple[int, int], ...] = ()
    """Half-open, in code points, not yet on the borders of letters."""
    source: str = ""
    source_ranges: tuple[tuple[int, int], ...] = ()
    """Places in the source, and its text, beside those in the translation."""
    is_lost: bool = False
    """Whether the file named a place that the text does not have."""
    comment: str = ""
    created: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """What one person said about one segment of one system; without `rater`, only its texts."""

    system: str
    document: str
    segment: tuple[str, ...]
    """Numbers or names that tell it from others of the document, the same for all raters."""
    source: str | None
    target: str
    reference: str | None = None
    final: str | None = None
    """What the rater made of the target; of several the last counts."""
    rater: str | None = None
    mistakes: tuple[Mistake, ...] = ()
    score: float | None = None
    """0 to 100, on `scale`."""
    scale: Scale = Scale.ESA
    created: str = ""
    """ISO 8601, UTC; of two scores of one rater the later counts."""
    languages: tuple[str, str] | None = None


def assemble(
    ratings: Sequence[Rating], path_name: str, *, profile: str, notes: Sequence[str] = ()
) -> ProjectReview:
    """Put ratings together: a document for each document and system, all raters kept.

    Raises ReviewerError where there are none.
    """
    if not ratings:
        why = f" ({'; '.join(notes)})" if notes else ""
        raise ReviewerError(f"the file holds no annotations{why}", file=path_name)
    grouped: defaultdict[tuple[str, str], list[Rating]] = defaultdict(list)
    for rating in ratings:
        grouped[rating.document, rating.system].append(rating)
    maker = _Maker(path_name)
    documents = tuple(maker.document(own) for own in grouped.values())
    return ProjectReview(documents=documents, profile=profile, notes=(*notes, *maker.notes()))


class _Maker:
    """Gives ids, and counts what had to be done to the spans."""

    def __init__(self, origin: str) -> None:
        self._origin = origin
        self._documents, self._segments = count(1), count(1)
        self._flags, self._judgements = count(1), count(1)
        self._spans: Counter[str] = Counter()
        self._differing = self._replaced = self._rivals = 0

    def notes(self) -> tuple[str, ...]:
        """Say what was read, and what was done to it."""
        found = self._spans
        told = [
            f"{found['read']:,} spans read, {found['repaired']:,} of them repaired to whole letters, "
            f"{found['moved']:,} found again in another text, {found['lost']:,} unplaced"
        ]
        if self._differing:
            told.append(
                f"{self._differing:,} segments differ in text from row to row: the most frequent was taken"
            )
        if self._replaced:
            told.append(f"{self._replaced:,} judgements replaced by a later one of the same judge")
        if self._rivals:
            told.append(f"{self._rivals:,} corrected translations beside a later one left out")
        return tuple(told)

    def document(self, ratings: list[Rating]) -> DocumentReview:
        """Make one document of all ratings of one document and system."""
        first = ratings[0]
        document_id = next(self._documents)
        rows: defaultdict[tuple[str, ...], list[Rating]] = defaultdict(list)
        for rating in self._latest(ratings):
            rows[rating.segment].append(rating)
        names = list(rows)
        if all(part.isdecimal() and len(part) < _LONGEST_NUMBER for name in names for part in name):
            names.sort(key=lambda name: tuple(map(int, name)))
        segments, flags, judgements = [], [], []
        for position, name in enumerate(names):
            segment = self._segment(rows[name], document_id, position)
            segments.append(segment)
            for rating in rows[name]:
                flags += [self._flag(mistake, rating, segment) for mistake in rating.mistakes]
            judgements += self._judged(rows[name], segment)
        source, target = first.languages or _languages(segments)
        return DocumentReview(
            document=Document(
                id=document_id,
                title=first.document or self._origin,
                system=first.system,
                source_language=source,
                target_language=target,
                origin=self._origin,
            ),
            segments=tuple(segments),
            flags=tuple(flags),
            judgements=tuple(judgements),
        )

    def _latest(self, ratings: Sequence[Rating]) -> list[Rating]:
        """Leave out what a judge has scored again: score and errors belong together."""
        last: dict[tuple[tuple[str, ...], str | None], Rating] = {}
        for rating in sorted((each for each in ratings if each.score is not None), key=lambda r: r.created):
            last[rating.segment, rating.rater] = rating
        kept = [each for each in ratings if each.score is None or last[each.segment, each.rater] is each]
        self._replaced += len(ratings) - len(kept)
        return kept

    def _segment(self, ratings: list[Rating], document_id: int, position: int) -> Segment:
        targets = {rating.target for rating in ratings}
        self._differing += len(targets) > 1 and len({target.strip() for target in targets}) > 1
        sources = [rating.source for rating in ratings if rating.source]
        target = _most_frequent([rating.target for rating in ratings])
        is_rated = any(rating.rater is not None for rating in ratings)
        has_mistakes = any(rating.mistakes for rating in ratings)
        return Segment(
            id=next(self._segments),
            document_id=document_id,
            position=position,
            paragraph=position,
            received=target,
            final=self._final(ratings, target),
            source=_most_frequent(sources) if sources else None,
            reference=next((rating.reference for rating in ratings if rating.reference), None),
            state=State.REVIEWED if has_mistakes else State.CLEAN if is_rated else State.UNREVIEWED,
            key="/".join(ratings[0].segment),
        )

    def _final(self, ratings: list[Rating], target: str) -> str:
        """Take the corrected translation that was made last."""
        if all(each.final is None for each in ratings):
            return target
        made = sorted(ratings, key=lambda rating: rating.created)
        texts = list(dict.fromkeys(each.final for each in reversed(made) if each.final is not None))
        self._rivals += max(len(texts) - 1, 0)
        return texts[0]

    def _flag(self, mistake: Mistake, rating: Rating, segment: Segment) -> Flag:
        places = [(mistake.side, mistake.text, mistake.ranges)]
        if mistake.source_ranges:
            places.append((Side.SOURCE, mistake.source, mistake.source_ranges))
        self._spans["read"] += bool(mistake.ranges or mistake.source_ranges or mistake.is_lost)
        self._spans["lost"] += mistake.is_lost and not (mistake.ranges or mistake.source_ranges)
        found = [self._place(side, text, ranges, segment) for side, text, ranges in places]
        spans = tuple(span for span in found if span)
        span = next(iter(spans), None)
        quote = " … ".join(mistake.text[start:end] for start, end in mistake.ranges)
        return Flag(
            id=next(self._flags),
            segment_id=segment.id,
            spans=spans,
            type=mistake.type,
            severity=mistake.severity,
            comment=mistake.comment,
            quote=span.quote(segment.text(span.side)) if span else quote,
            author=rating.rater or "",
            created=mistake.created or rating.created,
        )

    def _place(
        self, side: Side, marked: str, ranges: tuple[tuple[int, int], ...], segment: Segment
    ) -> Span | None:
        """Find an error's place in the segment's own text, on whole letters."""
        if not ranges:
            return None
        text = segment.text(side)
        found = ranges if text == marked else _found_again(marked, ranges, text)
        if not found or any(start > len(text) or start > end for start, end in found):
            self._spans["lost"] += 1
            return None
        self._spans["moved"] += found != ranges
        pieces = [Range(max(start, 0), min(end, len(text))) for start, end in found]
        snapped = [cluster.snap_once(text, piece) for piece in pieces]
        self._spans["repaired"] += [(each.start, each.end) for each in snapped] != list(found)
        return Span.covering(side, snapped)

    def _judged(self, ratings: list[Rating], segment: Segment) -> list[Judgement]:
        """Keep each rater's score, and that a rater has found nothing."""
        last = {(each.rater or "", each.scale): each for each in ratings if each.score is not None}
        told = {rating.rater for rating in ratings if rating.mistakes or rating.score is not None}
        for rating in ratings:
            if rating.rater is not None and rating.rater not in told:
                last.setdefault((rating.rater, Scale.MQM), rating)
        return [
            Judgement(
                id=next(self._judgements),
                document_id=segment.document_id,
                segment_id=segment.id,
                judge=judge,
                scale=scale,
                value=CLEAN_VALUE if rating.score is None else rating.score,
                created=rating.created,
            )
            for (judge, scale), rating in last.items()
        ]


def _most_frequent(texts: Sequence[str]) -> str:
    """Return the text that most rows have, of several the first."""
    return texts[0] if len(set(texts)) == 1 else Counter(texts).most_common(1)[0][0]


def _found_again(marked: str, ranges: tuple[tuple[int, int], ...], text: str) -> tuple[tuple[int, int], ...]:
    """Look for the marked words in a text that differs; nothing where they are not there, or empty."""
    found = []
    for start, end in ranges:
        words = marked[start:end]
        # Texts often differ in the quotation marks around them, which some tool took for its own.
        for sought in (words, words.strip(_QUOTES)):
            places = [at for at in range(len(text)) if text.startswith(sought, at)] if sought.strip() else []
            if places:
                nearest = min(places, key=lambda at: abs(at - start))
                found.append((nearest, nearest + len(sought)))
                break
        else:
            return ()
    return tuple(found)


def _languages(segments: Sequence[Segment]) -> tuple[str, str]:
    """Tell Hindi and, beside it, English by their script; any other pair is not known."""
    target = guess_language(" ".join(segment.received for segment in segments[:20])[:_SAMPLE])
    if target != "hi":
        return UNKNOWN_LANGUAGE, UNKNOWN_LANGUAGE
    source = guess_language(" ".join(segment.source or "" for segment in segments[:20])[:_SAMPLE])
    return source or UNKNOWN_LANGUAGE, target
