"""The metrics' options as arguments, under the names of the `sacrebleu` command and shorter ones."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from typing import Final

from reviewer.domain.error import ReviewerError
from reviewer.scoring.option import BleuOptions, ChrfOptions, MetricOptions, TerOptions

BUILT_IN: Final = ("bleu", "chrf", "chrf++", "ter")
_SMOOTHING: Final = ("exp", "floor", "add-k", "none")
_MOST_ORDERS: Final = 64


def add_metric_options(parser: ArgumentParser) -> None:
    """Take every option that changes a value."""
    bleu = parser.add_argument_group("BLEU")
    bleu.add_argument("--tokenize", "-tok", default="13a", metavar="NAME", help="13a, intl, indic, subword …")
    bleu.add_argument("--lowercase", "-lc", action="store_true", help="of BLEU: without regard to case")
    bleu.add_argument("--smooth-method", "-s", choices=_SMOOTHING, default="exp")
    bleu.add_argument("--smooth-value", "-sv", type=float, metavar="X", help="of floor and add-k")
    bleu.add_argument("--max-ngram-order", type=int, default=4, metavar="N")
    bleu.add_argument("--effective-order", action="store_true", help="leave out orders without a match")
    chrf = parser.add_argument_group("chrF and chrF++")
    chrf.add_argument("--chrf-char-order", "--char-order", "-cc", type=int, default=6, metavar="N")
    chrf.add_argument(
        "--chrf-word-order",
        "--word-order",
        "-cw",
        type=int,
        default=0,
        metavar="N",
        help="of chrf; chrf++ has 2",
    )
    chrf.add_argument("--chrf-beta", "--beta", type=int, default=2, metavar="N")
    chrf.add_argument("--chrf-whitespace", "--whitespace", action="store_true", help="spaces count")
    chrf.add_argument("--chrf-lowercase", action="store_true", help="without regard to case")
    chrf.add_argument("--chrf-eps-smoothing", "--eps-smoothing", action="store_true")
    ter = parser.add_argument_group("TER")
    ter.add_argument("--ter-normalized", "--normalized", action="store_true")
    ter.add_argument("--ter-no-punct", "--no-punct", action="store_true")
    ter.add_argument("--ter-asian-support", "--asian", action="store_true")
    ter.add_argument("--ter-case-sensitive", "--case-sensitive", action="store_true")


def metric_options(chosen: Sequence[str], options: Namespace) -> dict[str, MetricOptions]:
    """Return the options of those chosen metrics that sacreBLEU defines, sorted by name.

    Raises ReviewerError for an order that no text has, or a number that is none.
    """
    _check(options)
    made: dict[str, MetricOptions] = {}
    for name in sorted(set(chosen) & set(BUILT_IN)):
        match name:
            case "bleu":
                made[name] = _bleu(options)
            case "ter":
                made[name] = _ter(options)
            case _:
                made[name] = _chrf(options, 2 if name == "chrf++" else options.chrf_word_order)
    return made


def _bleu(options: Namespace) -> BleuOptions:
    return BleuOptions(
        tokenize=options.tokenize,
        lowercase=options.lowercase,
        smooth_method=options.smooth_method,
        smooth_value=options.smooth_value,
        max_ngram_order=options.max_ngram_order,
        effective_order=options.effective_order,
    )


def _chrf(options: Namespace, word_order: int) -> ChrfOptions:
    return ChrfOptions(
        char_order=options.chrf_char_order,
        word_order=word_order,
        beta=options.chrf_beta,
        lowercase=options.chrf_lowercase,
        whitespace=options.chrf_whitespace,
        eps_smoothing=options.chrf_eps_smoothing,
    )


def _ter(options: Namespace) -> TerOptions:
    return TerOptions(
        normalized=options.ter_normalized,
        no_punct=options.ter_no_punct,
        asian_support=options.ter_asian_support,
        case_sensitive=options.ter_case_sensitive,
    )


def _check(options: Namespace) -> None:
    for name, least in (
        ("max_ngram_order", 1),
        ("chrf_char_order", 1),
        ("chrf_word_order", 0),
        ("chrf_beta", 1),
    ):
        value = getattr(options, name)
        if not least <= value <= _MOST_ORDERS:
            raise ReviewerError(
                f"--{name.replace('_', '-')} is {value}", remedy=f"Give {least} to {_MOST_ORDERS}."
            )
    value = options.smooth_value
    if value is not None and not 0 <= value < float("inf"):
        raise ReviewerError(f"--smooth-value is {value}", remedy="Give a number from 0.")
