"""How long somebody has been without work."""

import re
from collections.abc import Iterator

from core.language.reading.numerals import Number, plain
from core.language.resident.scene import Fact, Scene

_IDLE = re.compile(
    r"失业|下岗|裁了|裁掉|厂子?倒|倒闭|关门|停产|歇在家|歇业|歇着|开除|炒鱿鱼|断了活|没班|没工作|没活干|没有工作|没班上|待业|没事做|没有活|没活|丢了工作|没了工作|被裁|裁员|被辞|辞退|没上班|闲在家|在家闲|赋闲|没找到工作|找不到工作"
)
_SPAN = re.compile(r"(?P<unit>个半月|个多月|个月|月|年半|年多|年头|年)")
_CALENDAR = re.compile(r"(?:年|从|自)$")  # 去年八月 is a date
_NOT_IDLE = re.compile(r"毕业|补|差|住院|前|工龄|结婚|离婚|瘫|卧床|病")


def read(scene: Scene) -> Iterator[Fact]:
    """Months without work: 失业八个月了, 下岗一年了, 半年没活干."""
    for number in scene.message.numbers:
        if (m := _SPAN.match(scene.text, number.end)) and (idle := _idle(scene, number, m.end())):
            months = _months(number, m["unit"])
            owner = scene.cast.owner(idle.start(), idle.end())
            yield Fact(
                "unemployed_months",
                months,
                min(idle.start(), number.start),
                max(m.end(), idle.end()),
                owner,
            )


def _idle(scene: Scene, number: Number, end: int) -> re.Match[str] | None:
    """The word of idleness that the span of time belongs to."""
    clause = scene.message.clause(number.start)
    if _CALENDAR.search(scene.text, clause.start, number.start):
        return None
    before = list(_IDLE.finditer(scene.text, clause.start, number.start))
    if before and not _NOT_IDLE.search(scene.text, before[-1].end(), number.start):
        return before[-1]
    if _NOT_IDLE.search(scene.text, clause.start, end):
        return None
    return _IDLE.search(scene.text, end, min(clause.end, end + 4))


def _months(number: Number, unit: str) -> int | float | dict[str, int | float]:
    times, more = (
        (12, 6 if unit == "年半" else 0)
        if unit.startswith("年")
        else (1, 0.5 if unit == "个半月" else 0)
    )
    low, high = number.low * times + more, number.high * times + more
    return plain(low) if low == high else {"min": plain(low), "max": plain(high)}
