"""What each judge says about each segment: what writers of annotations go by."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reviewer.domain.flag import Flag, Judgement, Scale
from reviewer.domain.segment import Document, Segment, State
from reviewer.domain.snapshot import DocumentReview, ProjectReview
from reviewer.domain.span import Side
from reviewer.formats.record import as_project

_MARKING = frozenset({Scale.MQM, Scale.ESA})
"""Scales whose judges look for errors: who has marked none has found none."""
_NUMBERED = re.compile(r"(.+)/(\d+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """What one judge says about one segment; without flags, that it is clean."""

    judge: str
    flags: tuple[Flag, ...] = ()
    score: float | None = None
    """On the scale ESA; absent where only errors were marked."""
    created: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A segment of one system with all opinions about it; none where nobody has judged it."""

    document: Document
    name: str
    """The document's, unlike for one system."""
    group: str
    """The document's, the same for all systems that translated the same segments, unlike otherwise."""
    segment: Segment
    key: str
    index: int
    """0-based place among the segments of all groups."""
    number: int
    """The one it had in the file it came from, else its place."""
    opinions: tuple[Opinion, ...]
    flags: tuple[Flag, ...]
    """All that speak of the received text, in order."""

    @property
    def numbers(self) -> tuple[str, str]:
        """What tells it from others: in its document, and among all."""
        if found := _NUMBERED.fullmatch(self.key):
            return found[1], found[2]
        return self.key, str(self.number)


def judged(review: ProjectReview | DocumentReview, *, first: int = 0) -> tuple[Judged, ...]:
    """Line up all segments; numbers begin with `first` where the segments bring none of their own."""
    lines = list(_lines(as_project(review)))
    numbers = _own_numbers(lines) or [line.index + first for line in lines]
    return tuple(_numbered(line, number) for line, number in zip(lines, numbers, strict=True))


def is_about_received(flag: Flag) -> bool:
    """Whether a flag speaks of the engine's text: the editor's own words are no fault of it."""
    return flag.span(Side.FINAL) is None or flag.span(Side.RECEIVED) is not None


@dataclass(slots=True)
class _Group:
    """One document in the translations of several systems, each with all or some of its segments."""

    label: str
    sources: dict[str, str | None] = field(default_factory=dict)
    """By key."""
    systems: set[str] = field(default_factory=set)

    def fits(self, system: str, sources: Mapping[str, str | None]) -> bool:
        """Whether a document can be this one in another system's translation."""
        return system not in self.systems and all(
            self.sources.get(key, source) == source for key, source in sources.items()
        )

    def order(self) -> dict[str, int]:
        """The place of each key: by number where all are numbers, else as they came."""
        keys = list(self.sources)
        if all(part.isdecimal() and len(part) < 100 for key in keys for part in key.split("/")):
            keys.sort(key=lambda key: tuple(map(int, key.split("/"))))
        return {key: place for place, key in enumerate(keys)}


def _lines(project: ProjectReview) -> Iterator[Judged]:
    groups: defaultdict[str, list[_Group]] = defaultdict(list)
    names: defaultdict[tuple[str, str], int] = defaultdict(int)
    found: list[tuple[DocumentReview, list[str], str, _Group]] = []
    for place, entry in enumerate(project.documents, start=1):
        system, title = entry.document.system, entry.document.title or f"document-{place}"
        keys = _keys(entry.segments)
        sources = {key: segment.source for key, segment in zip(keys, entry.segments, strict=True)}
        group = next((each for each in groups[title] if each.fits(system, sources)), None)
        if group is None:
            group = _Group(_counted(title, len(groups[title]) + 1))
            groups[title].append(group)
        group.sources |= sources
        group.systems.add(system)
        names[title, system] += 1
        found.append((entry, keys, _counted(title, names[title, system]), group))
    places: dict[str, dict[str, int]] = {}
    length = 0
    for group in (each for same in groups.values() for each in same):
        places[group.label] = {key: length + place for key, place in group.order().items()}
        length += len(group.sources)
    for entry, keys, name, group in found:
        own = places[group.label]
        yield from _of_document(entry, [(key, own[key]) for key in keys], name, group.label)


def _counted(name: str, number: int) -> str:
    return name if number == 1 else f"{name} ({number})"


def _of_document(
    entry: DocumentReview, places: Sequence[tuple[str, int]], name: str, group: str
) -> Iterator[Judged]:
    flags: defaultdict[int, list[Flag]] = defaultdict(list)
    for flag in entry.flags:
        if is_about_received(flag):
            flags[flag.segment_id].append(flag)
    scores: defaultdict[int | None, list[Judgement]] = defaultdict(list)
    for judgement in entry.judgements:
        if judgement.scale in _MARKING:
            scores[judgement.segment_id].append(judgement)
    for segment, (key, index) in zip(entry.segments, places, strict=True):
        yield Judged(
            document=entry.document,
            name=name,
            group=group,
            segment=segment,
            key=key,
            index=index,
            number=index,
            opinions=tuple(_opinions(segment, flags[segment.id], scores[segment.id])),
            flags=tuple(flags[segment.id]),
        )


def _opinions(segment: Segment, flags: Iterable[Flag], judgements: Iterable[Judgement]) -> Iterator[Opinion]:
    own: defaultdict[str, list[Flag]] = defaultdict(list)
    for flag in flags:
        own[flag.author].append(flag)
    said = {(each.judge, each.scale): each for each in judgements}
    judges = dict.fromkeys((*own, *(judge for judge, _ in said)))
    for judge in judges:
        score = said.get((judge, Scale.ESA))
        told = score or said.get((judge, Scale.MQM))
        times = [told.created] if told else sorted(flag.created for flag in own[judge])[-1:]
        yield Opinion(
            judge=judge,
            flags=tuple(own[judge]) if judge in own else (),
            score=score.value if score else None,
            created=next(iter(times), ""),
        )
    if not judges and segment.state is State.CLEAN:
        yield Opinion(judge="")


def _keys(segments: Sequence[Segment]) -> list[str]:
    keys = [segment.key or str(segment.position + 1) for segment in segments]
    return keys if len(set(keys)) == len(keys) else [str(place) for place in range(1, len(keys) + 1)]


def _own_numbers(lines: Sequence[Judged]) -> list[int]:
    """The numbers that the keys hold, where they tell all segments apart; else nothing."""
    found = [line.key.rpartition("/")[2] for line in lines]
    if not all(line.segment.key for line in lines):
        return []
    if not all(number.isascii() and number.isdecimal() and len(number) < 10 for number in found):
        return []
    sources: dict[int, str | None] = {}
    seen: set[tuple[str, int]] = set()
    for line, text in zip(lines, found, strict=True):
        number = int(text)
        place = line.document.system, number
        if place in seen or sources.setdefault(number, line.segment.source) != line.segment.source:
            return []
        seen.add(place)
    return [int(number) for number in found]


def _numbered(line: Judged, number: int) -> Judged:
    if line.number == number:
        return line
    return Judged(
        document=line.document,
        name=line.name,
        group=line.group,
        segment=line.segment,
        key=line.key,
        index=line.index,
        number=number,
        opinions=line.opinions,
        flags=line.flags,
    )
