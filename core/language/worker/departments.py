"""Which departments are asked to act, now or next; those that have delivered already are not."""

import re
from functools import cache

from core.language.reading.shelf import read, words
from core.language.worker.report import Found, Report

_LISTED = re.compile(r"(?:和|、|，|跟|与|及|以及|还有|，还要|一起|都|局|所|办|会|院){0,5}$")
# 慈善救助金, 报警器, 学校财务: not the department that is asked.
_NOT_ITSELF = re.compile("救助金|救济金|善款|款|金|物资|超市|财务|表|器|手表|手环|卡|发的|捐的")
_BEGGED = re.compile("(?:请|麻烦|希望|恳请|盼|让|叫)$")
_DELIVERED = re.compile(
    r"(?:局|所)?(?:已|已经|都)?给?(?:送来|送到|发来|装了|给送|给装|给办|给修|给发|交掉|交了)"
)
_ACTED = re.compile(
    r"(?:局|所)?(?:已经|已|早就|早|上周|上个月|去年|刚|都)?[^，。？]{0,6}"
    r"(?:给|送|装|修|办|批|来|介绍|发|帮)[^，。？]{0,10}(?:了|过|好)"
)
# 供电所老早派人把电线接好的, 班主任来两趟也劝不回, 残联才肯给: what is told of it is over or not asked
_DONE = re.compile(
    "[^，。？]{0,24}(?:[了过好掉完成妥](?:的|了)?|出面[^，。？]{0,6}的|给[^，。？]{1,8}的)$"
    "|[^，。？]{0,12}(?:[翻来去修送查看找谈劝说][过了][一两三几]|给找的|才肯|打电话来|打来|[来去][一两三几]+(?:趟|回|次))"
)
# 工会批下来五千, 救助款上周打卡, 医生每个礼拜上门, 司法所给安排在洗车行: it is being done already
_SERVED = re.compile(
    "[^，。？]{0,12}(?:批下来|批准|打卡|到账|到卡|给(?:安排|介绍|分配|落实|找)(?:在|到|进|去))"
    "|(?:每个?(?:礼拜|星期|周|月|天)|天天|隔天)|的(?:钱|款子)"
    "|的?(?:大学生|志愿者)[^，。？]{0,4}给"
)
_BESIDE = re.compile(
    r"(?:联合|会同|陪同|跟着|带着|的)$|(?:送|去|在|到|陪|住|进|从|往)[^，。？]{0,4}$"
)
_A_PLACE = re.compile(
    "里|住|说|讲|那边(?!帮|得|要|给|来)|门口|定的|处理过|已经处理|配药|挂号|出的|给的|毕业"
)
_DEVICE = re.compile("床垫|设备|烟感|烟雾|手环|门磁|燃气|煤气|系统|自动")
_CALLED = re.compile("打|报|拨|叫|请|让")
_NEAR = 4  # characters before a department in which a verb of asking is meant for it
_FAR = 14  # characters behind it in which it is told to act


@cache
def _names() -> tuple[dict[str, str], re.Pattern[str]]:
    known = {
        w: dept
        for dept, line in read("worker/departments")["departments"].items()
        for w in words(line)
    }
    return known, re.compile("|".join(map(re.escape, sorted(known, key=len, reverse=True))))


@cache
def _any(name: str) -> re.Pattern[str]:
    return re.compile(
        "|".join(
            map(re.escape, sorted(words(read("worker/departments")[name]), key=len, reverse=True))
        )
    )


def departments(report: Report) -> list[Found]:
    """Departments asked to act, each once, in the order of the text."""
    known, pattern = _names()
    told = [m for m in pattern.finditer(report.text) if _whole(report, m)]
    found: dict[str, Found] = {}
    for group in _grouped(report, told):
        if any(_asked(report, m) for m in group):
            for m in group:
                found.setdefault(known[m[0]], Found(known[m[0]], m.start(), m.end(), 0.85))
    return list(found.values())


def _grouped(report: Report, told: list[re.Match[str]]) -> list[list[re.Match[str]]]:
    """团委、妇联、学校: departments told in one breath are asked together."""
    groups: list[list[re.Match[str]]] = []
    for m in told:
        if groups and _LISTED.fullmatch(report.text[groups[-1][-1].end() : m.start()]):
            groups[-1].append(m)
        else:
            groups.append([m])
    return groups


def _whole(report: Report, m: re.Match[str]) -> bool:
    edges = report.message.edges
    return m.start() in edges or m.end() in edges or len(m[0]) > 2


def _asked(report: Report, m: re.Match[str]) -> bool:
    """A verb of asking before it, or a verb of acting behind it with none of having acted."""
    clause = report.clause(m.start())
    before = report.text[clause.start : m.start()][-10:]
    after = report.text[m.end() : clause.end]
    if _acted(before, after) or _not_meant(before, after):
        return False
    if m[0] == "报警":
        return not _DEVICE.search(before)
    if m[0] in ("110", "119"):
        return bool(_CALLED.search(before))
    return bool(_any("ask").search(before)) or _to_act(before, after[:_FAR])


def _acted(before: str, after: str) -> bool:
    """What the department did is told; nothing is asked of it right before."""
    if not _BEGGED.search(before) and _DELIVERED.match(after):
        return True
    if _ACTED.match(after[:_FAR]):
        return True
    done = _DONE.match(after) or _SERVED.match(after)
    return bool(done) and not _any("ask").search(before[-_NEAR:])


def _not_meant(before: str, after: str) -> bool:
    """Something of it, a place, or somebody beside whom the worker stood."""
    return bool(_NOT_ITSELF.match(after) or _BESIDE.search(before) or _A_PLACE.match(after))


def _to_act(before: str, after: str) -> bool:
    verb = re.match(rf"[^，。？]{{0,5}}(?:{_any('act').pattern})", after)
    return bool(verb) and not re.search("有|是|的$", before)
