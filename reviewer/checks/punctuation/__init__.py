"""Dandas, quotes, brackets, dashes and the spaces around them."""

from reviewer.checks.check import Check
from reviewer.checks.punctuation.mark import (
    AbbreviationMark,
    DandaSpacing,
    FinalSign,
    HyphenDash,
    PipeDanda,
    Repeated,
    VisargaColon,
)
from reviewer.checks.punctuation.quote import Brackets, QuoteBalance, QuoteDandaOrder, QuoteStyle

CHECKS: tuple[type[Check], ...] = (
    FinalSign,
    DandaSpacing,
    PipeDanda,
    QuoteBalance,
    QuoteStyle,
    VisargaColon,
    Brackets,
    HyphenDash,
    Repeated,
    AbbreviationMark,
    QuoteDandaOrder,
)
