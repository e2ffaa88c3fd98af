"""Things given: 送了棉被一床、大米两袋."""

import re
from collections.abc import Iterator

from core.language.reading.message import Clause
from core.language.worker.helps.given import (
    QUANTITY,
    UNITS,
    Given,
    current,
    done,
    nouns,
    shelf,
    value,
    whole,
)
from core.language.worker.model import Help
from core.language.worker.report import Report

_GLUE = re.compile(
    rf"(?:装好|换好|修好|装|换|修|坏了|破了|坏掉的|的|了|过|小|大|新|旧|好|些|点|一些|几|共|共计|{UNITS}|钱|现金|块|元|左右|多)*$"
)
_ONE = re.compile(rf"(?:了|拿|送|买|带|配|换|装|给他|给她|加|和)(?P<unit>{UNITS})(?:新|大|小|旧)?$")
_HANDLED = re.compile(
    "(?:拄着?|穿着?|戴着?|盖着?|坐着|躺着|推着|骑着|用着|吃着)$"
    "|(?:煮|烧|热|炒|洗|晒|缝|叠|修|搬出|端|翻|拆|嫌|缺|没有|要|等|断)(?:了|好|到)?[^，。？]{0,4}$"
)
# 给她看了药盒, 给小孩洗衣服: done for somebody, nothing is handed over
_FOR = re.compile(
    "给(?:他|她|老人|孩子|小孩|儿子|女儿|孙子|孙女|老伴|阿婆|大爷|我)?(?:看|洗|穿|盖|喂|讲|说|算|读|念|烧|晒|叠|缝|收拾|带孩子)"
    "|拿(?:着|出(?!来)|手机)|送我们?(?:到|出)|带(?:着|手环|孩子|小孩|娃)"
)
# 煤气阀门, 带了血压计去量: a part of the thing, a tool that was only used
_NOT_HANDED = re.compile("阀|开关|味|插头|(?:去|来|给[他她])?(?:量|测|理发|剪|拍照|登记|核)")
_MORE = ("另外", "还", "加", "都", "已送", "全送", "一起送", "送到", "送达", "放", "已经送")
_PLACED = re.compile("送|给|放|发|拿|交")
_LISTED = re.compile(
    rf"(?:[一-龥]{{1,5}}(?:\d+(?:\.\d)?|[一二两三四五六七八九十百半]+)(?:{UNITS})[和、]?)+|(?:(?:\d+(?:\.\d)?|[一二两三四五六七八九十百半]+)(?:{UNITS})[一-龥]{{1,5}}[和、]?)+"
)
_THEIRS = re.compile(
    "。(?:[他她]|老人|阿婆|老太|现在|目前)?(?:自己|家里|家中|家|屋里|屋|厨房|灶间|冰箱|缸里|柜子|橱|床上|桌上|门口|院子|手上|还有|还剩|只剩|剩|存)"
)
_STARTS_COUNTED = re.compile(rf"(?:\d|[一二两三四五六七八九十半])+(?:多|来)?(?:{UNITS})")
_UNLISTED = re.compile(
    rf"(?:送|给|买|带|拿|捐|赠|捎|拉)(?:去|来|过去|了|给|他|她|老人|孩子|家里|家|上|到|过)*(?P<n>\d+|[一二两三四五六七八九十]+)(?P<unit>{UNITS})(?P<noun>[一-龥]{{1,5}}?)(?=[，。？和、加还给]|过去|到|$)"
)
_NOUN_FIRST = re.compile(
    rf"(?P<noun>[一-龥]{{2,4}})(?P<n>\d+|[一二两三四五六七八九十]+)(?P<unit>{UNITS})(?=[，。？、和送给已都])"
)
_NUMBER_FIRST = re.compile(
    rf"(?P<n>\d+|[一二两三四五六七八九十]+)(?P<unit>{UNITS})(?P<noun>[一-龥]{{1,5}})(?=[，。？、和])"
)
_NO_THING = re.compile(
    "[差缺欠还]|材料|手续|表$|名片|传单|单子|条子|照片|纸条|我|垫|被|是|人|钱|块|元|户|小时|月|天|次|班|岁|年|学|补|救|低保|证"
)


def read(report: Report, taken: set[int]) -> Iterator[Given]:
    """Every thing given; *taken* are places that tell another kind of help."""
    known, pattern = nouns("goods")
    used = set(taken)
    for clause, given in zip(report.message.clauses, giving(report), strict=True):
        if not given:
            continue
        things = [
            m
            for m in pattern.finditer(report.text, clause.start, clause.end)
            if whole(report, m) and m.start() not in taken
        ]
        for m in things:
            used.update(range(*m.span()))
            handled = _HANDLED.search(report.text, clause.start, m.start())
            handled = handled or _NOT_HANDED.match(report.text, m.end())
            if not handled and done(report, *m.span()):
                quantity, unit = amount_of(report, m, _noun_first(report, clause, things))
                yield Given(Help("goods", known[m[0]], quantity, unit), *m.span())
    yield from _unlisted(report, used)
    yield from _counted(report, used)


def _counted(report: Report, used: set[int]) -> Iterator[Given]:
    """保温壶两只: a thing of no list at the head of a giving clause, with its number."""
    for clause, given in zip(report.message.clauses, giving(report), strict=True):
        text = report.text
        m = _NOUN_FIRST.match(text, clause.start) or _NUMBER_FIRST.match(text, clause.start)
        m = m if given else None
        if not m or used.intersection(range(m.start(), m.end("noun"))):
            continue
        number = next((n for n in report.message.numbers if n.start == m.start("n")), None)
        if number is None or not number.exact or _NO_THING.search(m["noun"]):
            continue
        if done(report, *m.span()):
            yield Given(Help("goods", m["noun"], value(number), m["unit"]), *m.span(), 0.6)


def giving(report: Report) -> list[bool]:
    """For every clause whether something is given in it, by its own verb or going on with a list."""
    clauses = report.message.clauses
    found: list[bool] = []
    for clause in clauses:
        carries = bool(found) and found[-1] and _goes_on(clause)
        found.append(bool(shelf("give").search(_FOR.sub("", clause.text))) or carries)
    bare = [bool(_LISTED.fullmatch(c.text)) for c in clauses]
    if (
        clauses and all(bare) and not _THEIRS.match(report.text)
    ):  # nothing but things and numbers: that is what was brought
        return [True] * len(clauses)
    leading = next((i for i, is_bare in enumerate(bare) if not is_bare), len(bare))
    if leading > 1 and not _THEIRS.match(report.text):  # 冬装两套，雪地靴一双，尺码合适
        found[:leading] = [True] * leading
    for at in range(len(clauses) - 2, -1, -1):  # 米两袋，都放门口了: the verb comes last
        told_later = found[at + 1] or _PLACED.search(clauses[at + 1].text)
        if told_later and bare[at] and (bare[at + 1] or clauses[at + 1].text.startswith(_MORE)):
            found[at] = True
    return found


def _goes_on(clause: Clause) -> bool:
    """电热毯一条, 三袋米, 另外五百: a clause that only goes on listing."""
    listed = len(clause.text) <= 8 or bool(_STARTS_COUNTED.match(clause.text))
    return listed or clause.text.startswith(
        ("还有", "加", "另外", "外加", "现金", "红包", "慰问金")
    )


def _noun_first(report: Report, clause: Clause, things: list[re.Match[str]]) -> bool:
    """米四十斤油两桶: whether this clause tells the thing before its number."""
    counted = [
        n.start
        for n in report.message.numbers
        if clause.start <= n.start < clause.end and QUANTITY.match(report.text, n.end)
    ]
    return bool(counted) and things[0].start() < counted[0]


def amount_of(
    report: Report, m: re.Match[str], noun_first: bool
) -> tuple[int | float | None, str | None]:
    """50斤大米 or 棉被一床: the number with a unit right before or right behind the thing."""
    before: tuple[int | float | None, str | None] = (None, None)
    behind = before
    for number in current(report):
        unit = QUANTITY.match(report.text, number.end)
        if not unit or not number.exact:
            continue
        if unit.end() <= m.start() and _GLUE.fullmatch(report.text[unit.end() : m.start()]):
            before = (value(number), unit["unit"])
        elif number.start >= m.end() and _GLUE.fullmatch(report.text[m.end() : number.start]):
            behind = behind if behind[1] else (value(number), unit["unit"])
    first, second = (behind, before) if noun_first else (before, behind)
    if first[1] or (second[1] and not noun_first):
        return first if first[1] else second
    one = _ONE.search(report.text, max(0, m.start() - 4), m.start())
    return (1, one["unit"]) if one else (None, None)


def _unlisted(report: Report, used: set[int]) -> Iterator[Given]:
    """A thing that stands on no shelf, told with its number: 送了两盆花."""
    for m in _UNLISTED.finditer(report.text):
        if (
            used.intersection(range(m.start("noun"), m.end("noun")))
            or m["noun"][0] == "半"
            or _NO_THING.search(m["noun"])
            or not done(report, m.start("n"), m.end("noun"))
        ):
            continue
        number = next((n for n in report.message.numbers if n.start == m.start("n")), None)
        if number is not None and number.exact:
            yield Given(
                Help("goods", m["noun"], value(number), m["unit"]),
                m.start("noun"),
                m.end("noun"),
                0.6,
            )
