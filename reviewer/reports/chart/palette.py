"""The colours of the inks, in light and in dark."""

from typing import Final

from reviewer.reports.chart.primitive import Ink

LIGHT: Final = {
    Ink.TEXT: "#1f2328",
    Ink.MUTED: "#5b626c",
    Ink.HAIRLINE: "#e4e0d9",
    Ink.PAPER: "#fcfbf9",
    Ink.PANEL: "#f4f2ee",
    Ink.ACCENT: "#3450b8",
    Ink.FINDING: "#2f6f9f",
    Ink.DONE: "#1e7145",
    Ink.NEUTRAL: "#646b75",
    Ink.MINOR: "#8a6100",
    Ink.MAJOR: "#b8430f",
    Ink.CRITICAL: "#a3143d",
}
DARK: Final = {
    Ink.TEXT: "#e7e5e1",
    Ink.MUTED: "#a3a9b3",
    Ink.HAIRLINE: "#2c3039",
    Ink.PAPER: "#17191e",
    Ink.PANEL: "#1f2229",
    Ink.ACCENT: "#8fa6ff",
    Ink.FINDING: "#7cb7e0",
    Ink.DONE: "#6cc99a",
    Ink.NEUTRAL: "#a9afb9",
    Ink.MINOR: "#e0b252",
    Ink.MAJOR: "#ff9a62",
    Ink.CRITICAL: "#ff7a9c",
}
