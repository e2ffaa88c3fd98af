"""Money given, advanced or paid for somebody: 红包五百, 帮他交了水费二百四, 借他一千."""

import re
from collections.abc import Iterator

from core.language.reading.message import Clause
from core.language.reading.numerals import Number
from core.language.worker.helps.given import (
    QUANTITY,
    Given,
    clauses_before,
    current,
    done,
    named,
    nouns,
    value,
)
from core.language.worker.helps.goods import giving
from core.language.worker.model import Help
from core.language.worker.report import Report

_CALLED = re.compile("(?:叫|打|喊|拨|拨打)了?$")
LEAST = 20  # a number without 块 or 元 must be at least this to be money
_YUAN = re.compile(r"(?:多|来)?(?:块钱|元钱|块|元|现金)")
_OTHER = re.compile(
    r"(?:多|来)?(?:个|岁|户|口|年|月|天|号|点|人|次|斤|楼|栋|层|级|周|小时|度|平|家|亩|趟|套|间|分|名|里|公里|kg|多岁)"
)
_PAID = re.compile(
    r"支了|支出|掏|放下|留下|搁下|打了[^，。？]{1,8}到|给|送|拿|交|垫|付|借|我出|发|捐|打进|打到|到账|补|资助|救助|慰问|红包|充|出了|花了|拨|汇|转|领到|拿到|塞|缴|结清|还清"
)
_OWN_NAME = re.compile("红包|慰问金|慈善出|救助金|助学金|临时救助|临救|补贴|捐款|善款|压岁钱")
_PAPER = re.compile("(?:补贴|优惠|减免|补助)?(?:表|单|材料|申请|卡|证|发票|手续)")  # 电费补贴表交了
_DOOR = re.compile(r"[，。？：]\d{3,4}室?(?=[送没不拒给来去在的家人空锁敲，])")  # 101送了米
_EARNED = re.compile(
    r"工资|月薪|一个月|每月|收入|退休金|养老金|欠(?!的)|存款|自费|自己花|花了|差|房租(?!.*交)|价|值|报销|身上|债|罚|骗|输|贷款|挣|赚|试用|拖欠|要(?!的)"
)
_STILL_GIVEN = re.compile("给|送|帮|垫|捐|慈善|交了|发|缴")
_BOUGHT = re.compile("买|新车|新房|装修|盖房")
_JUST_PAID = re.compile(
    "钱(?:已经|都)?(?:打|到|发|给|收)|到账|打进|红包|慰问金|结清|缴清|交清|垫付|缴了|交了|付了|交掉|付掉|缴掉|交上了"
)
_PAID_LATER = re.compile(
    "(?:今天|昨天|已经|已|都|全)*(?:送到|给到|发到|交到|交给|送去|送了|给了|发了)"
)
_ANY_FEE = re.compile("(?:交|付|缴|垫|出)(?:了|掉)?(?P<fee>[一-龥]{1,3}费)")
_COLLECTED = re.compile("凑|筹|募|捐")
_GIFT = re.compile("慰问|慈善|红包|村里|社区|镇里|民政|残联|妇联|工会|企业|送")
_GOES_ON = re.compile("(?:加|还有|另外|和|外加)?(?:现金|给了|给)?")
_HANDED = re.compile(
    r"(?:已经|已|就|都|早)?(?:发|发放|到账|打|给|送|交|垫|缴|付)(?:到|进|给)?(?:了|过|他|她|卡)|到账|到手"
)
_NEEDS_AMOUNT = frozenset(
    (
        "药费",
        "低保金",
        "借款",
        "救助金",
        "捐款",
        "生活费",
        "高龄津贴",
        "护理补贴",
        "生活补贴",
        "失业金",
        "临时救助",
        "丧葬费",
        "慰问金",
        "残疾补贴",
        "医疗救助",
        "医保费",
        "话费",
    )
)


def read(report: Report) -> Iterator[Given]:
    """Every amount given, and money named as paid without an amount."""
    for number in current(report):
        counted = QUANTITY.match(report.text, number.end)
        if counted and counted["unit"] != "块":
            continue
        end = _money_end(report, number)
        if end and (item := _item(report, number, end)) and done(report, number.start, end):
            kind = "medical" if item == "医疗救助" else "cash"
            yield Given(Help(kind, item, amount_yuan=value(number)), number.start, end)
    yield from _unpriced(report)


def _money_end(report: Report, number: Number) -> int:
    """Where the amount ends, or 0 when the number is no amount of money."""
    text = report.text
    if m := _YUAN.match(text, number.end):
        return m.end()
    if _CALLED.search(text, 0, number.start) and number.low in (110, 119, 120):
        return 0
    if (
        _OTHER.match(text, number.end)
        or number.low < LEAST
        or text[number.start - 1] in "-第"
        or text[number.end] in "-号栋"
        or _DOOR.match(text, number.start - 1)
    ):
        return 0
    return number.end


def _item(report: Report, number: Number, end: int) -> str:
    """The name of the money, or "" when it was not given: a wage, a debt, a price."""
    clause = report.clause(number.start)
    before, after = clause.text[: number.start - clause.start], clause.text[end - clause.start :]
    if not _given(report, clause, before, after) or _price(clause, before):
        return ""
    known, pattern = named("cash_items")
    near = list(pattern.finditer(clause.text))
    if near:
        at = number.start - clause.start
        return known[min(near, key=lambda m: abs(m.start() - at))[0]]
    if _COLLECTED.search(clause.text):
        return "捐款"
    if fee := _ANY_FEE.search(clause.text):
        return fee["fee"]
    return _item_before(report, clause) or ("慰问金" if _GIFT.search(report.text) else "现金")


def _given(report: Report, clause: Clause, before: str, after: str) -> bool:
    if _EARNED.search(before) and not _STILL_GIVEN.search(clause.text):
        return False
    if _PAID.search(before) or _PAID.search(after) or _OWN_NAME.search(clause.text):
        return True
    goes_on = giving(report)[report.message.clause_index(clause.start)] and _GOES_ON.fullmatch(
        before
    )
    return bool(goes_on) or _just_paid(report, clause) or _paid_later(report, clause)


def _price(clause: Clause, before: str) -> bool:
    """买了台电风扇一百六, 十一万的新车: what something cost is no gift of money."""
    mine = before.rpartition("我")[2]  # 没钱买药我掏了六十
    after = clause.text[len(before) :]
    if _BOUGHT.search(mine + after) and not re.search("给|送|帮", clause.text):
        return True
    _, things = nouns("goods")
    return bool(re.search("买|购", mine)) and bool(things.search(mine))


def _just_paid(report: Report, clause: Clause) -> bool:
    """钱打进去了，一千零七十; 电费结清了，一共三百二."""
    return len(clause.text) <= 9 and any(
        _JUST_PAID.search(c.text) for c in clauses_before(report, clause, 1)
    )


def _paid_later(report: Report, clause: Clause) -> bool:
    """李家三百，王家五百，都送到了."""
    at = report.message.clause_index(clause.start)
    later = "".join(c.text for c in report.message.clauses[at + 1 : at + 3])
    collected = _COLLECTED.search(clause.text)
    short = len(clause.text) <= 6 or collected
    return bool(short and _PAID_LATER.search(later))


def _item_before(report: Report, clause: Clause) -> str:
    known, pattern = named("cash_items")
    for earlier in clauses_before(report, clause, 1):
        if m := pattern.search(earlier.text):
            return known[m[0]]
    return "低保金" if re.search("钱(?:已经|都)?打进|打到卡", report.text) else ""


def _unpriced(report: Report) -> Iterator[Given]:
    """孩子的助学金学校开学就发了."""
    known, pattern = named("cash_items")
    for clause in report.message.clauses:
        if not _HANDED.search(clause.text) or re.search(
            r"\d|[一二两三四五六七八九十百千]{2}", clause.text
        ):
            continue
        for m in pattern.finditer(clause.text):
            start, end = clause.start + m.start(), clause.start + m.end()
            if _PAPER.match(clause.text, m.end()):
                continue
            if known[m[0]] not in _NEEDS_AMOUNT and done(report, start, end):
                yield Given(Help("cash", known[m[0]]), start, end, 0.7)
