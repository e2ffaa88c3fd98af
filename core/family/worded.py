"""Values in words, and the record each rests on: what card, booklet and lines say alike."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from core.city import City
from core.city.english import spoken
from core.family.portrayed import Portrayed
from core.sources import sources
from core.variables import Evidence, variables
from locales import tr

WORDS = {
    "none": "没有在册", "dibao": "低保", "danrenbao": "单人保", "tekun": "特困", "edge": "低边",
    "rigid": "刚性支出困难", "ok": "有人照顾", "frail": "照顾的人年纪大或身体弱",
    "cert": "有证书", "degree_only": "有学历没证书",
}  # fmt: skip
GRADES = {"A": "A 级，安全", "B": "B 级，基本安全", "C": "C 级，局部危险", "D": "D 级，整幢危险"}
UNITS = {"月": "个月"}


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
    variable = variables()[name]
    if isinstance(value, bool):
        return tr("是" if value else "否", lang)
    if variable.kind == "money" and isinstance(value, int):
        return tr("{v} 元", lang, v=money(value))
    if variable.kind == "share" and isinstance(value, int):
        return f"{value / 100:.0f}%"
    if variable.kind == "enum":
        return tr(_choice(name, str(value)), lang)
    unit = tr(UNITS.get(variable.unit, variable.unit), lang) if variable.unit else ""
    return f"{value} {unit}".strip()


def money(fen: int) -> str:
    """1,234 or 266.67."""
    return f"{fen // 100:,}" if fen % 100 == 0 else f"{fen / 100:,.2f}"


def _choice(name: str, value: str) -> str:
    if name == "housing_grade":
        return GRADES.get(value, value)
    return "没有" if value == "none" and name != "status" else WORDS.get(value, value)


def title(name: str, lang: str) -> str:
    return variables()[name].title_en if lang == "en" else variables()[name].title


def department(city: City, class_id: str, lang: str = "zh") -> str:
    """Who sends a class of data, as people call it."""
    return spoken(city, sources()[class_id].department, lang)


def record(told: Portrayed, names: Iterable[str], city: City, lang: str) -> Record | None:
    """The newest record behind *names*: of the classes they are declared to be read from, the first
    of them where days are equal, before what merely says who lives there."""
    ranked = [
        (_rank(name, piece), piece) for name in names for piece in told.evidence.get(name, [])
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
