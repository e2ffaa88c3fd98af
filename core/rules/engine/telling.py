"""Values as people and programs read them: yuan, per cent, labels, ranges."""

from typing import Any

from core.rules.engine.shelf import vocabulary
from core.rules.engine.values import FAR, TIMES, Range

AS_DECIDED = {"zh": "以镇街认定为准", "en": "as the town office decides"}
FIRST_LOOK = {
    "zh": "初步看，最终以镇街认定为准。",
    "en": "This is a first look. The town office decides.",
}


WORKED_OUT = {
    "pc": {"zh": "元/人·月", "en": "yuan a head and month"},
    "support": {"zh": "元/月", "en": "yuan a month"},
    "costs_pc": {"zh": "元/人·月", "en": "yuan a head and month"},
}
"""Units of columns the basis works out and conditions show."""


def kind_of(name: str) -> str:
    """The kind of a fact; columns the basis works out are money."""
    fact = vocabulary().get(name)
    return fact.kind if fact else "money"


def shown(name: str, value: Any) -> Any:
    """A value as JSON tells it: money in yuan, a range by its ends."""
    kind = kind_of(name)
    if isinstance(value, Range):
        most = None if value.most >= FAR else plain(kind, value.most)
        return {"min": plain(kind, value.least), "max": most}
    return plain(kind, value)


def plain(kind: str, value: Any) -> Any:
    """Fen as yuan, basis points as what they are of; whole numbers stay whole."""
    times = TIMES.get(kind)
    if times is None or isinstance(value, bool) or not isinstance(value, int | float):
        return value
    return value // times if value % times == 0 else value / times


def ends(low: float | None, high: float | None, unit: str, lang: str) -> str:
    """2,410 元/月; 最高 4,000 元/户; 900–1,070 元/月."""
    if low is not None and low == high:
        return f"{number(low)} {unit}"
    if high is None:
        least = {
            "zh": f"至少 {number(low or 0)} {unit}",
            "en": f"at least {number(low or 0)} {unit}",
        }
        return least[lang]
    if not low:
        return {"zh": f"最高 {number(high)} {unit}", "en": f"up to {number(high)} {unit}"}[lang]
    return f"{number(low)}–{number(high)} {unit}"


def number(value: float) -> str:
    return f"{value:,.2f}".rstrip("0").rstrip(".") if value % 1 else f"{int(value):,}"


def said(name: str, value: Any, lang: str = "zh") -> str:
    """A fact's value in words, for saying back what was heard: 3 口, 800 元, 有, 低保."""
    if name in WORKED_OUT:
        return _range("money", _ends(value), WORKED_OUT[name][lang], lang)
    fact = vocabulary()[name]
    if value is None:
        return {"zh": "不清楚", "en": "not known"}[lang]
    if isinstance(value, Range):
        return _range(fact.kind, value, unit(name, lang), lang)
    if fact.kind == "choice":
        zh, en = fact.choices[value]
        return en if lang == "en" else zh
    if fact.kind == "bool":
        return {"zh": "是" if value else "不是", "en": "yes" if value else "no"}[lang]
    return f"{number(plain(fact.kind, value))} {unit(name, lang)}".rstrip()


def _ends(value: Any) -> Range:
    return value if isinstance(value, Range) else Range(value, value)


def _range(kind: str, value: Range, of: str, lang: str) -> str:
    most = None if value.most >= FAR else plain(kind, value.most)
    return ends(plain(kind, value.least), most, of, lang).rstrip()


def unit(name: str, lang: str) -> str:
    fact = vocabulary()[name]
    if fact.kind == "money":
        return "yuan" if lang == "en" else "元"
    return fact.unit[1] if lang == "en" else fact.unit[0]
