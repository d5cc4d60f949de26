"""Train the subword model that ships under resources/models, from unpacked packages of free software.

`python -m tests.training.subword FOLDER` reads what lies below FOLDER; how to fill it is said in
resources/models/README.md.
"""

import argparse
import gettext
import gzip
import hashlib
import html
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from reviewer.resources import resource

NAME: Final = "reviewer-hi-en-8k"
PIECES: Final = 8000
_SEED: Final = 12345
_HINDI = re.compile("[\u0904-\u0939]")
_MARKUP = re.compile(r"<[^>]*>|[%$]\S+|\{[^}]*\}|&[#\w]+;|\\[nt]|\S*[/\\@=]\S*|[_~]")
_BLOCK = re.compile(r"<(?:p|h\d|td|li)\b[^>]*>(.*?)</(?:p|h\d|td|li)>", re.DOTALL)
_REQUIRED = "।॥“”‘’–—…₹०१२३४५६७८९0123456789!?,.;:()[]\"'/%-"


def main() -> None:
    """Train and write the model; print what it was trained on and its hash."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    target = resource("models", f"{NAME}.model")
    lines = sorted(set(_lines(parser.parse_args().folder)))
    hindi = [line for line in lines if _HINDI.search(line)]
    english = [line for line in lines if not _HINDI.search(line)]
    chance = random.Random(_SEED)  # noqa: S311 - a sample, not a secret
    chance.shuffle(english)
    chosen = hindi + _of_length(english, sum(map(len, hindi)) // 2)
    chance.shuffle(chosen)
    _train(chosen, target)
    made = target.read_bytes()
    sys.stdout.write(
        f"{len(hindi)} Hindi lines, {len(chosen) - len(hindi)} English, {sum(map(len, chosen))} characters\n"
        f"{target}: {len(made)} bytes, SHA-256 {hashlib.sha256(made).hexdigest()}\n"
    )


def _lines(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("hi/LC_MESSAGES/*.mo")):
        with path.open("rb") as stream:
            catalogue = gettext.GNUTranslations(stream)
        for key, value in vars(catalogue)["_catalog"].items():
            original = key[0] if isinstance(key, tuple) else key
            if original and _HINDI.search(value):
                yield from _clean(original)
                yield from _clean(value)
    for path in sorted([*folder.rglob("help/hi/**/*.html"), *folder.rglob("help/en-US/**/*.html")]):
        for block in _BLOCK.findall(path.read_text(encoding="utf-8", errors="replace")):
            yield from _clean(block)

    for path in sorted(folder.rglob("*.dict.dz")):
        yield from _clean(gzip.decompress(path.read_bytes()).decode())
    for path in sorted(folder.rglob("*.dic")):
        yield from path.read_text(encoding="utf-8").split()[1:]


def _clean(text: str) -> Iterator[str]:
    text = html.unescape(_MARKUP.sub(" ", text.replace("\x04", "\n")))
    for line in text.splitlines():
        tidy = " ".join(line.split())
        if len(tidy.split()) > 2:
            yield tidy


def _of_length(lines: list[str], characters: int) -> list[str]:
    chosen = []
    for line in lines:
        if characters <= 0:
            break
        chosen.append(line)
        characters -= len(line)
    return chosen


def _train(lines: list[str], target: Path) -> None:
    import io  # noqa: PLC0415

    import sentencepiece  # noqa: PLC0415 - only this needs it

    made = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(lines),
        model_writer=made,
        model_type="unigram",
        vocab_size=PIECES,
        character_coverage=0.9999,
        required_chars=_REQUIRED,
        # Texts are scored as they are: no normalising, and 250 kB less to ship.
        normalization_rule_name="identity",
        byte_fallback=True,
        split_digits=True,
        bos_id=-1,
        eos_id=-1,
        num_threads=1,
        minloglevel=1,
    )
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(made.getvalue())


if __name__ == "__main__":
    main()
