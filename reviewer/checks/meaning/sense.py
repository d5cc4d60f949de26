"""Words with several senses, of which the Hindi has the wrong one."""

from collections.abc import Iterator
from functools import lru_cache

from reviewer.checks.check import Check, Hit, Need, found, silent
from reviewer.checks.lens import Article, Lens
from reviewer.checks.meaning.cue import Phrases, english, line
from reviewer.domain.finding import Tier
from reviewer.domain.flag import Severity
from reviewer.text.lexicon import alternatives, rows

_TRIGGERED = "trigger-only"


class Polysemy(Check):
    """The Hindi has the wrong sense of an English word: “sentence” as वाक्य, “defence” as बचाव.

    Found only where both the English word and the suspicious Hindi one stand in the segment. The
    Hindi word may be right for something else there.
    """

    id, code, title = "meaning.polysemy", "A15", "Wrong sense of a word"
    tier, type, severity = Tier.WARNING, "accuracy/mistranslation", Severity.MAJOR
    needs = frozenset({Need.ENGLISH})
    examples = (
        found("उसे दस साल का वाक्य मिला।", "वाक्य", source="He got a prison sentence of ten years."),
        found("देश ने अपना बचाव मज़बूत किया।", "बचाव", source="The country strengthened its defences."),
        found("ड्रोन हड़ताल में तीन लोग मारे गए।", "हड़ताल", source="Three people died in a drone strike."),
        found("अभिनय राष्ट्रपति ने शपथ ली।", "अभिनय राष्ट्रपति", source="The acting president was sworn in."),
        silent("उसे दस साल की सज़ा मिली।", source="He got a prison sentence of ten years."),
        silent("बचाव दल ने तीन लोगों को निकाला।", source="Rescuers pulled out three people."),
        silent("मज़दूरों की हड़ताल जारी है।", source="The workers’ strike goes on."),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield the first place of each suspicious word."""
        del article
        known = english(lens)
        if known is None:
            return
        text, side = known
        theirs = text.fact(line)
        firsts = _by_first().keys() & theirs.where.keys()
        numbers = {number for word in firsts for number in _by_first()[word]}
        for number in sorted(numbers):
            trap = _traps()[number]
            there = next(trap.triggers.places(theirs), None)
            here = next(trap.hindi.places(lens.target.fact(line)), None) if there else None
            if here is None or there is None:
                continue
            place, trigger = lens.target.fact(line).range(*here), theirs.range(*there)
            word = lens.target.text[place.start : place.end]
            said = text.text[trigger.start : trigger.end]
            yield Hit(
                target=place,
                english=trigger,
                message=f"“{word}” for “{said}”: {trap.why}; perhaps {trap.instead}.",
                severity=trap.severity,
                tier=Tier.HINT if trap.severity is Severity.MINOR else Tier.WARNING,
                evidence=side,
            )


class _Trap:
    """A row of the table of calques that needs its English trigger."""

    def __init__(self, hindi: str, triggers: str, why: str, instead: str, severity: str) -> None:
        self.hindi, self.triggers = Phrases(alternatives(hindi)), Phrases(alternatives(triggers))
        self.why, self.instead = why.removeprefix("= ") if why else "", instead
        if why.startswith("= "):
            self.why = f"it means {self.why}"
        self.severity = Severity(severity)


@lru_cache(maxsize=1)
def _traps() -> tuple[_Trap, ...]:
    return tuple(
        _Trap(
            row["hindi_patterns"],
            row["english_trigger"],
            row["why"],
            row["suggestion"],
            row["default_severity"],
        )
        for row in rows("calques")
        if row["confidence"] == _TRIGGERED
    )


@lru_cache(maxsize=1)
def _by_first() -> dict[str, tuple[int, ...]]:
    """The traps by the longest word of each trigger."""
    found: dict[str, set[int]] = {}
    triggered = (row for row in rows("calques") if row["confidence"] == _TRIGGERED)
    for number, row in enumerate(triggered):
        for form in alternatives(row["english_trigger"]):
            found.setdefault(max(form.split(), key=len), set()).add(number)
    return {word: tuple(numbers) for word, numbers in found.items()}
