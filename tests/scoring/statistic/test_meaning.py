"""What a difference means to humans."""

import pytest

from reviewer.domain.error import ReviewerError
from reviewer.scoring.statistic.meaning import meaning


@pytest.mark.parametrize(
    ("metric", "difference", "percent"), [("bleu", 1, 64), ("bleu", 2, 77), ("chrf", 1, 70), ("chrf", 2, 84)]
)
def test_known_differences_have_their_published_share(metric: str, difference: float, percent: int) -> None:
    """One point of BLEU convinces 64 % of humans."""
    found = meaning(metric, difference)
    assert found is not None
    assert found.share is not None
    assert round(100 * found.share) == percent


def test_the_sign_does_not_matter() -> None:
    """Losing two points means as much as gaining them."""
    assert meaning("bleu", -2) == meaning("bleu", 2)


def test_a_difference_no_better_than_chance_has_no_share() -> None:
    """Below the smallest difference the curve says less than a coin, so that nothing is claimed."""
    found = meaning("bleu", 0.1)
    assert found is not None
    assert found.share is None
    assert "0.27 points" in found.reason


def test_no_difference_convinces_everybody() -> None:
    """However large, the share stays at the metric's ceiling."""
    found = meaning("chrf", 60)
    assert found is not None
    assert found.share == pytest.approx(found.ceiling) == pytest.approx(0.93)


@pytest.mark.parametrize("metric", ["chrf++", "ter", "hter"])
def test_metrics_never_measured_have_no_meaning(metric: str) -> None:
    """Nothing is read into them."""
    assert meaning(metric, 3) is None


def test_a_difference_that_is_no_number_is_refused() -> None:
    """NaN means nothing."""
    with pytest.raises(ReviewerError, match="not a number"):
        meaning("bleu", float("nan"))
