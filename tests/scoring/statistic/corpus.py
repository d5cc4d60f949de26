"""A small corpus for statistics: made up, with everything that goes wrong in one."""

import random

WORDS = (
    *("बारिश", "से", "सड़क", "डूबी", "मंत्री", "ने", "कहा", "नई", "दिल्ली", "।"),
    *("the", "cat", "3.5", "lakh", ",", '"', "'", ")", "(", "😀"),
)


def a_corpus(segments: int, references: int, *, seed: int = 7) -> tuple[list[str], list[list[str]]]:
    """Hypotheses and reference streams; some hypotheses empty, some equal to a reference."""
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    first = [chance.choices(WORDS, k=chance.randint(1, 14)) for _ in range(segments)]
    hypotheses = [_changed(words, chance) if chance.random() > 0.1 else "" for words in first]
    streams = [[" ".join(words) for words in first]]
    streams += [[_changed(words, chance) for words in first] for _ in range(references - 1)]
    return hypotheses, streams


def _changed(words: list[str], chance: random.Random) -> str:
    return " ".join(chance.choice(WORDS) if chance.random() < 0.3 else word for word in words)
