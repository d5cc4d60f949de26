"""Numbers, amounts, dates, times and units."""

from reviewer.checks.check import Check
from reviewer.checks.number.date import DateDiffers, DecadeDiffers, TimeDiffers
from reviewer.checks.number.form import DigitScript, NumberGrouping, OrdinalEnding
from reviewer.checks.number.money import Currency, Percent, Unit
from reviewer.checks.number.value import Magnitude, NumberWord, Value

CHECKS: tuple[type[Check], ...] = (
    Magnitude,
    DateDiffers,
    Currency,
    Percent,
    Unit,
    Value,
    NumberWord,
    TimeDiffers,
    DecadeDiffers,
    NumberGrouping,
    DigitScript,
    OrdinalEnding,
)
