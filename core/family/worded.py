"""Values in words, and the record each rests on: what card, booklet and lines say alike."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from core.city import City
from core.city.english import spoken
from core.family.portrayed import Portrayed
from core.sources import sources
from core.variables import Evidence, variables
from locales import tr

STATUS = {
    "none": "没有在册", "dibao": "低保", "danrenbao": "单人保", "tekun": "特困", "edge": "低边",
    "rigid": "刚性支出困难",
}  # fmt: skip
BLOW = {"none": "没有", "mild": "轻", "severe": "重"}
CHOICES = {
    "status": STATUS,
    "carer": {"ok": "有人照顾", "frail": "照顾的人年纪大或身体弱", "none": "没有人照顾"},
    "skill": {"cert": "有证书", "degree_only": "有学历没证书", "none": "没有证书"},
    "child_risk": {"none": "没有", "watch": "要留意", "high": "风险高"},
    "unstable": {"none": "没有", "mid": "有点不稳", "high": "很不稳"},
    "housing_grade": {
        "A": "A 级，安全", "B": "B 级，基本安全", "C": "C 级，局部危险", "D": "D 级，整幢危险"
    },
}  # fmt: skip
UNITS = {"月": "个月"}
MONTHS = ("shock_cost_ratio",)  # shares that count months


@dataclass(frozen=True)
class Record:
    """The newest record behind a value; *silent*: there is none, as of the last delivery."""

    department: str
    day: date | None
    silent: bool


def shown(name: str, value: object, lang: str) -> str | None:
    """A variable's value in words; None stays None: not known."""
    if value is None:
        return None
    if name not in variables():  # the days since a blow stand beside it
        return tr("{n} 天", lang, n=value)
    if isinstance(value, bool):
        return tr("是" if value else "否", lang)
    return SHOWN[variables()[name].kind](name, value, lang)


def _money(_name: str, fen: Any, lang: str) -> str:
    return tr("{v} 元", lang, v=money(fen))


def _share(name: str, points: Any, lang: str) -> str:
    if name in MONTHS:
        return tr("{n} 个月", lang, n=f"{points / 10_000:g}")
    return f"{points / 100:.0f}%"


def _choice(name: str, value: Any, lang: str) -> str:
    return tr(CHOICES.get(name, BLOW)[value], lang)


def _number(name: str, value: Any, lang: str) -> str:
    unit = variables()[name].unit
    unit = UNITS.get(unit, unit)
    if value == 1 and unit:
        return tr(f"1 {unit}", lang)
    return f"{value} {tr(unit, lang)}" if unit else str(value)


SHOWN: dict[str, Callable[[str, Any, str], str]] = {
    "money": _money,
    "share": _share,
    "enum": _choice,
    "count": _number,
    "number": _number,
}


def money(fen: int) -> str:
    """1,234 or 266.67."""
    return f"{fen // 100:,}" if fen % 100 == 0 else f"{fen / 100:,.2f}"


def title(name: str, lang: str) -> str:
    if name not in variables():
        return tr("离现在", lang)
    return variables()[name].title_en if lang == "en" else variables()[name].title


def department(city: City, class_id: str, lang: str = "zh") -> str:
    """Who sends a class of data, as people call it."""
    return spoken(city, sources()[class_id].department, lang)


def record(told: Portrayed, names: Iterable[str], city: City, lang: str) -> Record | None:
    """The newest record behind *names*: of the classes they are declared to be read from, the first
    of them where days are equal, before what merely says who lives there."""
    ranked = [
        (_rank(name, piece), piece)
        for name in names
        if name in variables()
        for piece in told.evidence.get(name, [])
    ]
    if not ranked:
        return None
    piece = max(ranked, key=lambda pair: pair[0])[1]
    return Record(
        department=department(city, piece.class_id, lang),
        day=piece.data_date or piece.observed,
        silent=piece.data_date is None,
    )


def _rank(name: str, piece: Evidence) -> tuple[bool, date, int]:
    declared = variables()[name].classes
    stated = piece.class_id in declared
    order = -declared.index(piece.class_id) if stated else 0
    return stated, piece.data_date or date.min, order
