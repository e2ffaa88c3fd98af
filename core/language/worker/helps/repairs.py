"""Things put in order: 灯泡换好了, 西墙漏水…已经补好了."""

import re
from collections.abc import Iterator

from core.language.reading.message import Clause
from core.language.worker.helps.given import Given, clauses_before, done, nouns, shelf, whole
from core.language.worker.helps.goods import amount_of
from core.language.worker.model import Help
from core.language.worker.report import Report

_FINISHED = re.compile(
    r"(?:修|补|换|装|通|刷|接|焊|弄|配|砌|铺|清理|改造|加固|疏通|粉刷|翻修|加装|更换|拉|做|浇)(?:理|缮|装)?[^，。？]{0,6}(?:好|了|过|完|上|通|开)|(?:修|换|装|补|弄|做)好"
)
_BACK = re.compile(
    r"(?:修|补|换|弄|接|通|装|做|配)(?:好|上|通|开)(?:了|啦)?$|换了?个?新的?(?:了|上)?$"
)
_ANY_REPAIRED = re.compile(
    r"(?:^|把|将|帮他|帮她|帮忙)(?P<thing>[一-龥]{2,5})(?:已经|都|也|已|给)?(?:修好|修理好|修过|维修好)(?:了|啦)"
)
_APPLIANCES = (
    "电视机",
    "冰箱",
    "洗衣机",
    "空调",
    "电视",
    "电扇",
    "热水器",
    "轮椅",
    "呼叫设备",
    "家电",
)
_PUT_RIGHT = re.compile("修|坏|通好|疏通|补好")
_LEAK = "补漏"
_BROKEN = re.compile("坏了$|[还又仍]漏|还是漏|照样漏|又坏|没修|不能修|要修|来修|等修")


def read(report: Report, taken: set[int]) -> Iterator[Given]:
    """Every repair done, by whomever."""
    known, pattern = nouns("repairs")
    for clause in report.message.clauses:
        if (
            not shelf("repair").search(clause.text)
            or not _FINISHED.search(clause.text)
            or _BROKEN.search(clause.text)
        ):
            continue
        things = [
            m
            for m in pattern.finditer(report.text, clause.start, clause.end)
            if whole(report, m) and m.start() not in taken and not _new(m[0], clause)
        ]
        things = [m for m in things if not _within_a_thing(report, m)]
        if not things and _BACK.search(clause.text):
            things = _named_before(report, clause, pattern)
        named = [m for m in things if known[m[0]] != _LEAK]  # 屋顶漏水补好了: the roof
        for m in named or things:
            inside = m.start() >= clause.start
            if done(
                report, m.start() if inside else clause.start, m.end() if inside else clause.start
            ):
                quantity, unit = amount_of(report, m, noun_first=True)
                yield Given(Help("repair", known[m[0]], quantity, unit), m.start(), m.end())
        if not things:
            yield from _unlisted(report, clause)


def _new(thing: str, clause: Clause) -> bool:
    """把空调装上了: an appliance that is put in is given, not repaired."""
    return thing in _APPLIANCES and not re.search("修|换|坏|清洗|通", clause.text)


def _within_a_thing(report: Report, m: re.Match[str]) -> bool:
    """防滑垫装好了, 装了漏保: the longer name of a thing that is given."""
    _, goods = nouns("goods")
    low = max(0, m.start() - 3)
    return any(
        g.start() <= m.start() and m.end() <= g.end() and len(g[0]) > len(m[0])
        for g in goods.finditer(report.text, low, m.end() + 3)
    ) and not _PUT_RIGHT.search(report.clause(m.start()).text)


def _named_before(report: Report, clause: Clause, pattern: re.Pattern[str]) -> list[re.Match[str]]:
    """已经补好了: what was repaired stands in a clause before."""
    for earlier in clauses_before(report, clause, 2):
        found = [
            m for m in pattern.finditer(report.text, earlier.start, earlier.end) if whole(report, m)
        ]
        if found:
            return found[-1:]
    return []


def _unlisted(report: Report, clause: Clause) -> Iterator[Given]:
    """A thing that stands on no shelf: 收音机修好了."""
    m = _ANY_REPAIRED.search(report.text, clause.start, clause.end)
    if m and done(report, m.start("thing"), m.end("thing")):
        yield Given(Help("repair", m["thing"]), m.start("thing"), m.end("thing"), 0.6)
