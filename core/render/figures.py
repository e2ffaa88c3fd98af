"""How the figures of a morning are told: units, rates, and small counts held back when published."""

from core.render import words
from core.render.data import Count, Digest, Figure, Town
from core.render.small_cells import SMALLEST, held_back, too_small
from locales import tr

SLOW, FAIR = 80, 95  # per cent on time: below is red, below is yellow
FEW = f"<{SMALLEST}"
HELD_BACK = "*"


def named(digest: Digest) -> dict[str, Figure]:
    """The four big numbers in the order they are shown."""
    return {
        "新发现": digest.new,
        "待上门": digest.waiting,
        "帮扶中": digest.helping,
        "昨天办结": digest.closed,
    }


def told(count: Count, digest: Digest, lang: str) -> str:
    """A count with its unit; held back when it is small and the digest is published."""
    if digest.published and too_small(count.value):
        return tr(words.COUNTED[count.unit], lang, n=FEW)
    return words.count(count, lang)


def rate(part: int, whole: int) -> int | None:
    """Whole per cent, rounded down so that 100 means all; None when there was nothing to do."""
    return part * 100 // whole if whole else None


def grade(percent: int | None) -> str:
    if percent is None:
        return "none"
    return "red" if percent < SLOW else "yellow" if percent < FAIR else "green"


def percent(value: int | None) -> str:
    return "—" if value is None else f"{value}%"


def split(count: Count, digest: Digest, lang: str) -> dict[str, str]:
    """The number and its unit apart, to be set in different sizes."""
    whole = told(count, digest, lang)
    number = whole.split(" ")[0]
    return {"n": number, "unit": whole[len(number) :].strip()}


def town_column(digest: Digest, colour: str) -> list[int | None]:
    """Households of one colour, town by town; None where a published count is held back."""
    column = [getattr(town, colour) for town in digest.towns]
    return held_back(column) if digest.published else list(column)


def town_rate(town: Town, digest: Digest) -> int | None:
    if digest.published and town.due < SMALLEST:
        return None
    return rate(town.in_time, town.due)


def cell(count: int | None) -> str:
    return HELD_BACK if count is None else f"{count:,}"
