"""The colours of everything people look at, one place for pictures, papers and Excel.

A colour never stands alone (the word is beside it), and every text keeps a contrast of 4.5 : 1.
"""

from typing import TypedDict

INK = "#1f2933"
MUTE = "#55616b"
LINE = "#d5dbe1"
PAPER = "#f7f5f0"
WHITE = "#ffffff"
NAVY = "#1d3557"
SKY = "#e8eef6"


class Tone(TypedDict):
    """*solid* with text *on* it; *bg* with text *fg* on it."""

    fg: str
    bg: str
    solid: str
    on: str


TONES: dict[str, Tone] = {
    "red": {"fg": "#a4161a", "bg": "#fbe3e1", "solid": "#b3261e", "on": WHITE},
    "yellow": {"fg": "#704400", "bg": "#ffedb8", "solid": "#f0b429", "on": "#2b1d00"},
    "green": {"fg": "#1b5e3a", "bg": "#dcefe4", "solid": "#1e7a4a", "on": WHITE},
    "none": {"fg": "#46525c", "bg": "#e9edf0", "solid": "#5b6770", "on": WHITE},
}

PLAIN = {"ink": INK, "mute": MUTE, "line": LINE, "paper": PAPER, "navy": NAVY, "sky": SKY}


def pairs() -> list[tuple[str, str]]:
    """Every (text, ground) that is used."""
    grounds = [(text, ground) for text in (INK, MUTE) for ground in (WHITE, PAPER, SKY)]
    tones = [pair for t in TONES.values() for pair in ((t["fg"], t["bg"]), (t["on"], t["solid"]))]
    on_white = [(t["fg"], ground) for t in TONES.values() for ground in (WHITE, PAPER)]
    return grounds + tones + on_white + [(WHITE, NAVY), (NAVY, SKY), (NAVY, WHITE)]


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2 defines it, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
