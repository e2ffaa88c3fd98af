"""The fixed words that card, booklet, digest and lists share, in the reader's language."""

from collections.abc import Iterable
from datetime import date, datetime

from core.clock import local
from core.render.data import Colour, Count, Mark, Number, Opened, Reading, Unit, Verdict
from locales import tr

SEVERITY: dict[Colour | None, int] = {None: 0, "green": 1, "yellow": 2, "red": 3}
SHORT: dict[Colour, str] = {"red": "红", "yellow": "黄", "green": "绿"}
LONG: dict[Colour, str] = {"red": "红色", "yellow": "黄色", "green": "绿色"}
PHRASE: dict[Colour, str] = {"red": "马上帮", "yellow": "要跟进", "green": "平稳"}
AT_LEAST: dict[Colour, str] = {"red": "至少红色", "yellow": "至少黄色", "green": "至少绿色"}
PERHAPS: dict[Colour, str] = {"red": "可能红色", "yellow": "可能黄色", "green": "可能绿色"}
UNTYPED = "未归型"
UNSURE = "待核实"
COUNTED: dict[Unit, str] = {
    "household": "{n} 户",
    "person": "{n} 人",
    "household_time": "{n} 户次",
    "person_time": "{n} 人次",
}
ONE: dict[Unit, str] = {
    "household": "1 户",
    "person": "1 人",
    "household_time": "1 户次",
    "person_time": "1 人次",
}


def verdict(readings: Iterable[Reading]) -> Verdict:
    """The highest colour over all types: what is sure, and what may still turn out."""
    held = [r for r in readings if r.gate is not False]
    sure = [r.colour_low for r in held if r.gate]
    low = max(sure, key=SEVERITY.__getitem__, default=None)
    high = max((r.colour_high for r in held), key=SEVERITY.__getitem__, default=None)
    typed = True if sure else None if held else False
    return Verdict(typed=typed, low=low, high=max(low, high, key=SEVERITY.__getitem__))


def tone(verdict: Verdict) -> str:
    """The colour to paint: the sure one, or none."""
    return verdict.low or "none"


def headline(verdict: Verdict, lang: str) -> tuple[str, str]:
    """The big word of a family's colour, and the plain phrase below it."""
    low, high = verdict.low, verdict.high
    if verdict.typed is False:
        return tr(UNTYPED, lang), tr("五型都不归", lang)
    if low is None:
        return tr(UNSURE, lang), tr(PERHAPS[high], lang) if high else tr("还差几样情况", lang)
    if high is None or high == low:
        return tr(LONG[low], lang), tr(PHRASE[low], lang)
    return tr(AT_LEAST[low], lang), f"{tr(PERHAPS[high], lang)}{tr('，', lang)}{tr(UNSURE, lang)}"


def short(verdict: Verdict, lang: str) -> str:
    """The same in a table cell."""
    big, small = headline(verdict, lang)
    if verdict.low and verdict.high in (None, verdict.low):
        return tr(SHORT[verdict.low], lang)
    return big if verdict.typed is False else f"{big}{tr('，', lang)}{small}"


def reading_word(reading: Reading, lang: str) -> str:
    """红, 至少黄色，可能红色, or 待核实."""
    if reading.gate is None or reading.colour_low is None:
        return tr(UNSURE, lang)
    low, high = reading.colour_low, reading.colour_high or reading.colour_low
    if low == high:
        return tr(SHORT[low], lang)
    return f"{tr(AT_LEAST[low], lang)}{tr('，', lang)}{tr(PERHAPS[high], lang)}"


def number(value: Number | None) -> str:
    """70, 38.5 or, when nobody knows, a question mark."""
    return "?" if value is None else f"{value:g}"


def span(low: Number | None, high: Number | None) -> str:
    return number(low) if low == high else f"{number(low)}–{number(high)}"


def mark(mark: Mark, lang: str) -> dict[str, str]:
    """A score with its colour, as a chip."""
    if mark.colour is None:
        return {"tone": "none", "text": tr(UNTYPED, lang)}
    return {"tone": mark.colour, "text": f"{tr(SHORT[mark.colour], lang)} {number(mark.score)}"}


def count(value: Count, lang: str) -> str:
    form = ONE if value.value == 1 else COUNTED
    return tr(form[value.unit], lang, n=f"{value.value:,}")


def day(when: date | None) -> str:
    return when.isoformat() if when else ""


def moment(when: datetime) -> str:
    """Wall time in Shanghai, to the minute."""
    return local(when).strftime("%Y-%m-%d %H:%M")


def opened(who: Opened, lang: str) -> str:
    return tr("{by} {at} 打开", lang, by=who.by, at=moment(who.at))


def within(days: int, lang: str) -> str:
    return tr("1 天内", lang) if days == 1 else tr("{n} 天内", lang, n=days)


def listing(parts: Iterable[str], lang: str) -> str:
    return tr("、", lang).join(parts)


def ems(text: str) -> float:
    """About how wide a text is: 1 for a Chinese character, a good half for a Latin letter."""
    return sum(1.0 if ord(letter) > 0x2E7F else 0.56 for letter in text) or 1.0
