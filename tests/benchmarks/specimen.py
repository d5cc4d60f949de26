"""Projects to measure on: an article full of flags, long documents, and very many documents."""

from dataclasses import dataclass
from pathlib import Path

from reviewer.domain.flag import Flag, Severity
from reviewer.domain.segment import Document, Segment, State
from reviewer.domain.snapshot import DocumentReview
from reviewer.domain.span import Side, Span
from reviewer.review.change import Action
from reviewer.review.edit import addition
from reviewer.review.session import Session

HINDI = (
    "प्रधानमंत्री ने सोमवार को कहा कि सरकार किसानों की आय बढ़ाने के लिए {n} नई योजनाएँ शुरू करेगी।",
    "राष्ट्रीय राजधानी में सुबह से बारिश हो रही है और {n} सड़कों पर पानी भर गया है, जिससे दफ़्तर जाने वालों को घंटों तक "
    "जाम में खड़ा रहना पड़ा और कई उड़ानें भी देर से चलीं।",
    "विपक्ष ने इस फ़ैसले का विरोध किया।",
    "क्षत्रिय समाज के प्रतिनिधियों ने {n} माँगों का ज्ञापन ज़िलाधिकारी को सौंपा, पर प्रशासन ने अभी कोई जवाब नहीं दिया है।",
    "अस्पताल के डॉक्टरों के अनुसार {n} मरीज़ों की हालत स्थिर है और उन्हें अगले हफ़्ते छुट्टी मिल सकती है।",
)
ENGLISH = (
    "The prime minister said on Monday that the government would launch {n} new schemes for farm income.",
    "It has been raining in the capital since the morning and {n} roads are under water; commuters stood in "
    "traffic for hours, and many flights left late.",
    "The opposition criticised the decision.",
    "Members of the community handed {n} demands to the district magistrate, but there was no answer yet.",
    "Doctors at the hospital say that {n} patients are stable and may go home next week.",
)
TYPES = ("accuracy/mistranslation", "linguistic-conventions/grammar", "style/awkward")
SEVERITIES = tuple(Severity)
_AT_ONCE = 1000


@dataclass(frozen=True, slots=True)
class Specimen:
    """A project to build: so many documents of so many segments, so many flags a hundred segments."""

    name: str
    documents: int
    segments: int
    flags_per_hundred: int

    @property
    def total(self) -> int:
        """Segments of the whole project."""
        return self.documents * self.segments


SPECIMENS = {
    made.name: made
    for made in (
        Specimen("article", 1, 20, 325),
        Specimen("100", 1, 100, 10),
        Specimen("10k", 1, 10_000, 10),
        Specimen("100k", 1, 100_000, 10),
        Specimen("1M", 1, 1_000_000, 10),
        Specimen("33k-documents", 33_000, 30, 10),
    )
}


def build(specimen: Specimen, folder: Path) -> Path:
    """Make the project, unless the folder has it; a short second document lies behind a single one."""
    path = folder / f"{specimen.name}.review"
    if path.exists():
        return path
    part = folder / f"{specimen.name}.part"
    part.unlink(missing_ok=True)
    with Session.create(part, "bench") as session:
        for first in range(0, specimen.documents, _AT_ONCE):
            # Many documents in one change: a change each would take minutes.
            with session._editing(Action.ADD_DOCUMENT) as edit:
                for number in range(first, min(first + _AT_ONCE, specimen.documents)):
                    addition.add_review(edit, _review(number, specimen))
        if specimen.documents == 1:
            session.add_review(_review(1, SPECIMENS["article"]))
    part.rename(path)
    return path


def _review(number: int, specimen: Specimen) -> DocumentReview:
    segments = tuple(_segment(n) for n in range(specimen.segments))
    wanted = max(1, specimen.segments * specimen.flags_per_hundred // 100)
    flags = tuple(_flag(n, n * specimen.segments // wanted) for n in range(wanted))
    return DocumentReview(document=Document(id=0, title=f"लेख {number}"), segments=segments, flags=flags)


def _segment(n: int) -> Segment:
    received = HINDI[n % len(HINDI)].format(n=n)
    # One row in twenty was edited; no flag explains every second one of these.
    final = received.replace("और", "एवं").replace("नई", "नयी") if n % 20 in {0, 11} else received
    return Segment(
        id=n,
        document_id=0,
        position=n,
        paragraph=n // 3,
        received=received,
        final=final,
        source=ENGLISH[n % len(ENGLISH)].format(n=n),
        state=State.REVIEWED if n % 3 == 0 else State.UNREVIEWED,
    )


def _flag(n: int, segment_id: int) -> Flag:
    start = n * 5 % 20
    span = Span.single(Side.RECEIVED, start, start + 6)
    return Flag(
        id=n,
        segment_id=segment_id,
        spans=(span,),
        type=TYPES[n % len(TYPES)],
        severity=SEVERITIES[n % len(SEVERITIES)],
        quote=span.quote(HINDI[segment_id % len(HINDI)]),
        author="bench",
        created="2026-01-01T00:00:00+00:00",
    )
