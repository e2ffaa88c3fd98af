"""A help with the words that tell it, and the numbers that hold."""

import re
from dataclasses import dataclass
from itertools import pairwise

from core.language.reading.message import Clause
from core.language.reading.numerals import Number
from core.language.worker.helps.terms import UNITS
from core.language.worker.model import Help
from core.language.worker.report import Report

_CORRECTED = re.compile(
    r"(?:说|讲|写|报|登记|填)(?:的|成|了)?[^。？]{0,14}?(?P<right>应该是|应为|更正为|改成|改为|其实是|实际是|实际|不对[一-龥]?，(?:就|是)|错了?[一-龥]?，?是|不对，只|错了，就|错了，只)"
)
_SET_RIGHT = re.compile(
    "(?:块钱|块|元|[一-龥])?[，。](?:不对|说错了?|讲错了?|打错了?|写错了?|更正|错了|噢不|哦不)[，。]?(?:应该)?是?"
)
_ROW = re.compile("(?:米[面油蛋肉奶]|油[米面盐]|面油|[米油]和[米油面])")  # 米面油都送到了
_COUNTED = re.compile(rf"(?:{UNITS})$")


@dataclass(frozen=True, slots=True)
class Given:
    """A help with the span of the words that tell it."""

    help: Help
    start: int
    end: int
    confidence: float = 0.85


def current(report: Report) -> list[Number]:
    """The numbers that hold: of 说送50斤，应该是30斤 only the second, in the place of the first."""
    numbers = report.message.numbers
    m = _CORRECTED.search(report.text)
    if not m:
        return _set_right(report, numbers)
    wrong = [n for n in numbers if m.start() <= n.start < m.start("right")]
    right = next((n for n in numbers if n.start >= m.end()), None)
    if not wrong or right is None:
        return numbers
    first = wrong[-1]
    moved = Number(right.low, right.high, first.start, first.end, right.written)
    return [moved if n is first else n for n in numbers if n is not right]


def _set_right(report: Report, numbers: list[Number]) -> list[Number]:
    """给了三百，不对，是两百: the second number in the place of the first."""
    for first, right in pairwise(numbers):
        if _SET_RIGHT.fullmatch(report.text, first.end, right.start):
            moved = Number(right.low, right.high, first.start, first.end, right.written)
            return [moved if n is first else n for n in numbers if n is not right]
    return numbers


def value(number: Number) -> int | float:
    return int(number.low) if float(number.low).is_integer() else number.low


def whole(report: Report, m: re.Match[str]) -> bool:
    """A single character must be a word of its own: 米 but not 厘米, 油 but not 加油."""
    if len(m[0]) > 1:
        return True
    if m.start() in report.message.edges and m.end() in report.message.edges:
        return True
    if _ROW.search(report.text[max(0, m.start() - 2) : m.end() + 2]):
        return True
    return bool(_COUNTED.search(report.text[max(0, m.start() - 2) : m.start()]))


def clauses_before(report: Report, clause: Clause, how_many: int) -> list[Clause]:
    """The clauses right before, the nearest first."""
    at = report.message.clause_index(clause.start)
    return list(reversed(report.message.clauses[max(0, at - how_many) : at]))


def clauses_behind(report: Report, clause: Clause, how_many: int) -> list[Clause]:
    """The clauses that follow."""
    at = report.message.clause_index(clause.start)
    return list(report.message.clauses[at + 1 : at + 1 + how_many])
