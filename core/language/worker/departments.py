"""Which departments are asked to act, now or next; those that have delivered already are not."""

import re
from functools import cache

from core.language.reading.shelf import read, words
from core.language.worker.report import Found, Report

_LISTED = re.compile(r"(?:和|、|，|跟|与|及|以及|还有|，还要|一起|都|局|所|办|会|院)*$")


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
    before, after = (
        report.text[clause.start : m.start()][-10:],
        report.text[m.end() : clause.end][:14],
    )
    begged = bool(re.search("(?:请|麻烦|希望|恳请|盼|让|叫)$", before))
    if not begged and re.match(
        r"(?:局|所)?(?:已|已经|都)?给?(?:送来|送到|发来|装了|给送|给装|给办|给修|给发|交掉|交了)",
        after,
    ):
        return False
    if re.match(
        r"(?:局|所)?(?:已经|已|早就|早|上周|上个月|去年|刚|都)?[^，。？]{0,6}(?:给|送|装|修|办|批|来|介绍|发|帮)[^，。？]{0,10}(?:了|过|好)",
        after,
    ):
        return False
    if re.search("(?:联合|会同|陪同|跟着|带着)$", before):
        return False
    if re.search(r"(?:送|去|在|到|陪|住|进|从|往)[^，。？]{0,4}$", before) or re.match(
        "里|住|说|讲|那边(?!帮|得|要|给|来)|门口|定的|处理过|已经处理|配药|挂号|出的|给的|毕业",
        after,
    ):
        return False
    if m[0] == "报警" and report.text.startswith("器", m.end()):
        return False
    if m[0] == "报警" and re.search("床垫|设备|烟感|烟雾|手环|门磁|燃气|煤气|系统|自动", before):
        return False
    if m[0] in ("110", "119", "报警"):
        return bool(re.search("打|报|拨|叫|请|让", before)) or m[0] == "报警"
    return bool(_any("ask").search(before)) or bool(
        re.match(rf"[^，。？]{{0,5}}(?:{_any('act').pattern})", after)
        and not re.search("有|是|的$", before)
    )
