"""Where somebody studies, and how long ago somebody graduated."""

import re
from collections.abc import Iterator
from dataclasses import replace

from core.language.reading.kinship import Mention
from core.language.reading.numerals import plain
from core.language.resident.scene import Fact, Scene

_COUNTED = re.compile(r"(?<![初高大])(?P<n>[两俩二2三3])个?$")
_HOW_MANY = {"两": 2, "俩": 2, "二": 2, "2": 2, "三": 3, "3": 3}
_STAGES = {
    "kindergarten": "幼儿园|幼稚园|托班|小班|中班|大班|托儿所|学前班|幼托",
    "primary": "小学[一二三四五六]年级|[一二三四五六123456]年级|小学|小升初|(?<=[读上念])小[一二三四五六](?=[，。？了])",
    "junior": "初中|初[一二三123]|[七八九789]年级|中学|预初|(?<=[要快])中考",
    "senior": "高中|高[一二三123]|普高|(?<=[要快])高考",
    "vocational": "职高|中专|技校|职中|中技|卫校|护校|技师学院|职业高中|中职|职业学校|职校|职业技术学校|技工学校|高职",
    "college": "大学|(?<=考[上取到])[一-龥]{1,3}大(?![一-龥]{0,2}病)|大[一二三四五1234](?!个|把|块|点)"
    "|本科|大专|专科|师范|医学院|学院|专升本|(?<=考[上取到])[一二三]本",
    "graduate": "研究生|读研|硕士|博士|研[一二三](?=[，。？了的])|保研|直博|读博|考研(?=上|成功|录)|考上研",
}
_STAGE = re.compile(
    "|".join(f"(?P<{name}>{words})(?:[一二三四]年级)?" for name, words in _STAGES.items())
)
_BEFORE = re.compile(
    r"(?:读|上|念|在|考上|升|进|转|去|到|刚上|刚读|还在|正在|就读|才|是|今年|马上|考取|录取|开始)[^，。？]{0,5}$"
)
_NOT_NOW = re.compile(
    r"考不上|没考上|没上|没读|没念|想考|要是|如果|(?<!马上)(?<!要)(?<!快)(?<!即将)毕业|读完|念完|学完|上完|出来|不念|不上学|没钱读|文化|学历|出身|门口|旁边|附近|退休|老师|教师|不读|辍学|转到|转学|念到|读到|上不起|对面|食堂|保安|打工|上班"
)
_GRADUATED = re.compile(
    r"(?:毕业|(?:大学|大专|中专|技校|学校|本科)(?:出来|念完|读完|上完))(?:已经|都|快|有|也|了|后|在家|这|才|刚|就){0,5}(?P<n>\d+(?:\.\d)?|[一两二三四五六七八九十]+|半)(?P<half>年半|年多|年|个多月|个半月|个月|月|年头|个年头)"
)
_JUST = re.compile(
    r"(?:大学|大专|本科|学校|中专|技校|研究生)[^，。？]{0,2}(?:刚刚?|才)(?:念|读|上|学)完|刚刚?(?:念|读|上)完(?:大学|大专|本科|中专|技校|研究生|书)|刚刚?(?:走)?出(?:校门|学校)|(?:刚|刚刚|才|今年|今年刚|今年夏天|上个月|应届)[^，。？]{0,6}毕业|毕业(?:没多久|不久)|应届(?:毕业)?生|刚从[^，。？]{1,8}毕业"
)
_SOON = re.compile("马上|快|即将|就要|要毕业|还没|没毕业|等")
_YEARS_AGO = {"去年": 1, "前年": 2, "大前年": 3}
_LAST = re.compile(r"(?P<when>大前年|前年|去年)[^，。？]{0,12}(?:毕业|读完|念完)")


def read(scene: Scene) -> Iterator[Fact]:
    """Stages of those who study now, years since graduation of those who do not."""
    done = list(_graduated(scene))
    yield from done
    left = {f.owner.key for f in done if f.owner is not None}
    for m in _STAGE.finditer(scene.text):
        stage = m.lastgroup or ""
        if _studies(scene, m):
            owner = scene.cast.brought(m.start()) or scene.cast.owner(m.start(), m.end())
            if owner is not None and owner.relation != "family" and owner.key not in left:
                yield from _each(scene, stage, m, owner)


def _each(scene: Scene, stage: str, m: re.Match[str], owner: Mention) -> Iterator[Fact]:
    """两个孩子上大学 tells it of both."""
    count = _COUNTED.search(scene.text, max(0, owner.start - 4), owner.start)
    if owner.number or not count:
        yield Fact("student_stage", stage, m.start(), m.end(), owner)
        return
    for number in range(1, _HOW_MANY[count["n"]] + 1):
        yield Fact("student_stage", stage, m.start(), m.end(), replace(owner, number=number))


def _studies(scene: Scene, m: re.Match[str]) -> bool:
    clause = scene.message.clause(m.start())
    if _NOT_NOW.search(scene.text, max(clause.start, m.start() - 8), min(clause.end, m.end() + 6)):
        return False
    named = bool(_BEFORE.search(scene.clause_before(m.start())))
    owner = scene.cast.owner(m.start(), m.end())
    close = owner is not None and 0 <= m.start() - owner.end <= 2
    described = owner is not None and 0 <= owner.start - m.end() <= 2
    return (
        named
        or close
        or described
        or (len(m[0]) == 2 and m[0][0] in "初高大" and owner is not None)
    )


def _graduated(scene: Scene) -> Iterator[Fact]:
    for m in _GRADUATED.finditer(scene.text):
        if (years := _years(m)) is not None:
            yield _fact(scene, years, m)
    if not _GRADUATED.search(scene.text):
        for m in _JUST.finditer(scene.text):
            if _SOON.search(m[0]):
                continue
            yield _fact(scene, 0, m)
    for m in _LAST.finditer(scene.text):
        yield _fact(scene, _YEARS_AGO[m["when"]], m)


def _fact(scene: Scene, years: float, m: re.Match[str]) -> Fact:
    return Fact(
        "graduated_years_ago",
        plain(years),
        m.start(),
        m.end(),
        scene.cast.owner(m.start(), m.end()),
    )


def _years(m: re.Match[str]) -> float | None:
    from core.language.reading.numerals import numbers

    found = numbers(f"。{m['n']}。")
    if not found:
        return None
    amount = found[0].low
    if "月" in m["half"]:
        return round(amount / 12, 2)
    return amount + (0.5 if m["half"] == "年半" else 0)
