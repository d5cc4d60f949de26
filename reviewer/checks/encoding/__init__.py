"""Characters that are not what they seem: invisible ones, broken encodings, remains of markup."""

from reviewer.checks.check import Check
from reviewer.checks.encoding.font import LegacyFont
from reviewer.checks.encoding.invisible import Invisible
from reviewer.checks.encoding.mojibake import Mojibake
from reviewer.checks.encoding.nukta import NuktaEncoding
from reviewer.checks.encoding.residue import MarkupResidue

CHECKS: tuple[type[Check], ...] = (LegacyFont, Mojibake, NuktaEncoding, Invisible, MarkupResidue)
