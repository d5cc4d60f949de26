"""Options of metrics from arguments."""

from argparse import ArgumentParser, Namespace

import pytest

from reviewer.cli.metric_option import BUILT_IN, add_metric_options, metric_options
from reviewer.domain.error import ReviewerError
from reviewer.scoring.option import BleuOptions, ChrfOptions, TerOptions


def parsed(*arguments: str) -> Namespace:
    """Arguments as the commands understand them."""
    parser = ArgumentParser()
    add_metric_options(parser)
    return parser.parse_args(arguments)


def test_without_arguments_the_defaults_are_sacrebleus() -> None:
    """A figure without options is the one that everybody else prints."""
    assert metric_options(BUILT_IN, parsed()) == {
        "bleu": BleuOptions(),
        "chrf": ChrfOptions(),
        "chrf++": ChrfOptions(word_order=2),
        "ter": TerOptions(),
    }


def test_every_option_reaches_its_metric() -> None:
    """By sacreBLEU's names and by the short ones."""
    bleu = "--tokenize intl -lc -s floor -sv 0.5 --max-ngram-order 3 --effective-order"
    chrf = "--char-order 5 --word-order 1 --beta 3 --whitespace --chrf-lowercase --eps-smoothing"
    ter = "--normalized --no-punct --asian --case-sensitive"
    found = metric_options(BUILT_IN, parsed(*f"{bleu} {chrf} {ter}".split()))
    assert found["bleu"] == BleuOptions(
        tokenize="intl",
        lowercase=True,
        smooth_method="floor",
        smooth_value=0.5,
        max_ngram_order=3,
        effective_order=True,
    )
    plain = ChrfOptions(
        char_order=5, word_order=1, beta=3, lowercase=True, whitespace=True, eps_smoothing=True
    )
    assert found["chrf"] == plain
    assert isinstance(found["chrf++"], ChrfOptions)
    assert found["chrf++"].word_order == 2
    assert found["ter"] == TerOptions(normalized=True, no_punct=True, asian_support=True, case_sensitive=True)


def test_metrics_that_sacrebleu_does_not_define_are_left_to_others() -> None:
    """Each of the others once, by name."""
    assert list(metric_options(["ter", "mine", "bleu", "ter"], parsed())) == ["bleu", "ter"]


@pytest.mark.parametrize(
    "arguments",
    [["--beta", "0"], ["--word-order", "-1"], ["--max-ngram-order", "0"], ["-sv", "inf"], ["-sv", "-1"]],
)
def test_numbers_that_no_text_has_are_refused(arguments: list[str]) -> None:
    """With the range that is there."""
    with pytest.raises(ReviewerError, match="Give"):
        metric_options(BUILT_IN, parsed(*arguments))
