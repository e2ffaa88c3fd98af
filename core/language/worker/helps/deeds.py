"""Services, medical help, jobs, training and applications brought to an end."""

import re
from collections.abc import Iterator

from core.language.reading.message import Clause
from core.language.reading.rules import Hit
from core.language.worker.helps.given import Given, clauses_before, done, named, pending, shelf
from core.language.worker.model import Help
from core.language.worker.report import Report

_PLACED = re.compile(
    r"(?:介绍|推荐|安排|帮他找|帮她找|帮找)(?:了|他|她|小伙|他儿子)*(?:到|去|进|在)(?P<place>[一-龥]{2,8}?)(?:上班|做工|做学徒|当学徒|打工|干活|工作|当[一-龥]{2,4}|做[一-龥]{2,4}|(?=，(?:明天|已经|已|下周)?(?:报到|上岗|上班)))"
    r"|(?:介绍|推荐|安排)(?:了|他|她)*(?:到|去|进)(?P<firm>[一-龥]{2,6}(?:厂|公司|超市|饭店|企业|合作社|车间|站|店))"
    r"|找了?(?:份|个)(?P<trade>[一-龥]{2,4})的(?:活|工作|岗位|差事)"
)
_JOINED = re.compile(
    "报了名|报名了|报上名|报好名|报了|报名参加|参加了|结业|培训班?(?:结束|毕业|完)|拿了证|学完|证考出|考出来"
)
_NOT_JOINED = re.compile("没报|未报|想报|要报|准备报|让他报|名额")
_COURSE = re.compile(
    "(?P<of>[一-龥]{2,4}?)(?:培训|课程)[^，。？]{0,3}(?:结业|毕业|结束|学完|拿证|拿了证)"
)
_UNDONE = re.compile(
    "没|不(?!错)|未|可以|要|想|怎么|能|吗|差|补材料|材料(?:差|不|还)|其实|需要|(?<!申)请"
)
_HANDED_IN = re.compile("(?:已经?|已)?帮[^，。？]{0,14}(?:申请|交到|递交|提交|填了|报了)")
_HELPER = re.compile("帮|给|替|为|我|志愿|社工|义工|阿姨|食堂|网格|村里|陪")
_FIELDWORK = re.compile(
    r"帮(?:他|她|忙|着|老人|了|家里|把)*(?P<verb>收|割|搬|劈|种|浇|喂|抬|卸|晒|挑|砍|拔|扛)(?:了|好|完)?(?:[一二两三\d]亩|一下|些|把)?(?P<noun>稻谷|谷子|稻子|稻|柴|麦子|菜|羊|家具|煤|东西|粮食|玉米|草|水|鸡|行李)|帮(?:他|她|忙|着|老人)*把(?P<noun2>柴|稻谷|谷子|稻子|菜|东西|家具|煤|粮食|草)(?P<verb2>收|割|搬|劈|种|浇|晒|挑|砍|拔)"
)


def read(report: Report) -> Iterator[Given]:
    """Everything done for somebody that is neither a thing, a repair nor money."""
    yield from _services(report)
    yield from _policies(report)
    yield from _jobs(report)
    yield from _trainings(report)
    for m in _FIELDWORK.finditer(report.text):
        item = (m["verb"] or m["verb2"]) + (m["noun"] or m["noun2"])
        yield Given(Help("other", item), m.start(), m.end(), 0.6)


def _services(report: Report) -> Iterator[Given]:
    for hit in report.hits["worker/helps/services"]:
        if report.text[hit.start] in "没不" or _own_cooking(report, hit):
            continue
        if done(report, hit.start, hit.end):
            yield Given(Help(hit.rule.data["kind"], hit.rule.data["item"]), hit.start, hit.end)


def _own_cooking(report: Report, hit: Hit) -> bool:
    """爷爷烧饭, 炒菜油烟: somebody's own stove; 帮她烧饭 and a bare 烧了顿饭 are help."""
    if report.text[hit.start] not in "煮烧做热炒":
        return False
    before = report.text[report.clause(hit.start).start : hit.start]
    bare = not before and "了" in report.text[hit.start : hit.end]
    return not (bare or _HELPER.search(before))


def _policies(report: Report) -> Iterator[Given]:
    """低保批了, 残疾证办下来了, 帮他申请了…"""
    known, pattern = named("policies")
    for clause in report.message.clauses:
        if _UNDONE.search(clause.text) or pending(report, clause):
            continue
        if not (shelf("granted").search(clause.text) or _HANDED_IN.search(clause.text)):
            continue
        for m in pattern.finditer(clause.text):
            start, end = clause.start + m.start(), clause.start + m.end()
            if done(report, start, end, wishes=False):
                yield Given(Help("policy_application", known[m[0]]), start, end)


def _jobs(report: Report) -> Iterator[Given]:
    for m in _PLACED.finditer(report.text):
        place = (m["place"] or m["firm"] or m["trade"]).rpartition("的")[2]
        if done(report, m.start(), m.start() + 1) and not re.match("了|过|两家|几家", place):
            yield Given(Help("job", place), m.start(), m.end(), 0.8)


def _trainings(report: Report) -> Iterator[Given]:
    """报了名, 结业: a course joined or finished."""
    for clause in report.message.clauses:
        if not _JOINED.search(clause.text) or _NOT_JOINED.search(clause.text):
            continue
        if course := _COURSE.search(clause.text):
            yield Given(Help("training", f"{course['of']}培训"), clause.start, clause.end, 0.8)
        elif trade := shelf("trades").search(clause.text) or _trade_before(report, clause):
            yield Given(Help("training", f"{trade[0]}培训"), clause.start, clause.end, 0.8)


def _trade_before(report: Report, clause: Clause) -> re.Match[str] | None:
    for earlier in clauses_before(report, clause, 2):
        if m := shelf("trades").search(earlier.text):
            return m
    return None
