"""Money given, advanced or paid for somebody: 红包五百, 帮他交了水费二百四, 借他一千."""

import re
from collections.abc import Iterator

from core.language.reading.message import Clause
from core.language.reading.numerals import Number
from core.language.worker.helps.given import Given, clauses_before, clauses_behind, value
from core.language.worker.helps.money import nearest, unnamed
from core.language.worker.helps.tale import Tale
from core.language.worker.helps.terms import QUANTITY, grammar, named
from core.language.worker.model import Help

_CALLED = re.compile("(?:叫|打|喊|拨|拨打)了?$")
LEAST = 20  # a number without 块 or 元 must be at least this to be money
_YUAN = re.compile(
    r"(?:多|来)?(?:块钱|元钱|块|元|现金|整)(?P<dime>[一二两三四五六七八九\d](?:毛|角)?(?![\d个]))?"
)
_OTHER = re.compile(
    r"(?:多|来)?(?:掉到|降到|涨到|跌到|比|个|岁|户|口|年|月|天|号|点|人|次|斤|楼|栋|层|级|周|小时|度|平|家|亩|趟|套|间|分|名|里|公里|kg|多岁|日|只|头|棵|步|米|厘|毫|ml|g|针|片|粒|室|路|班|页|遍|位)"
)
_DOOR = re.compile(r"[，。？：]\d{3,4}室?(?=[送没不拒给来去在的家人空锁敲，])")  # 101送了米
_MEASURED = re.compile("量|测|称|血压|血糖|体重")  # 量了下，一百三
_PAPER = re.compile("(?:补贴|优惠|减免|补助)?(?:表|单|材料|申请|卡|证|发票|手续)")  # 电费补贴表交了
_MEDICAL = (
    "大病救助",
    "大病补充保险",
    "大病医保",
    "二次报销",
    "医保报销",
    "医疗救助",
    "医疗报销",
    "大病救助",
    "医疗救助金",
    "大病保险",
)
_COLLECTED = re.compile("凑|筹|募|捐")
_GOES_ON = re.compile("(?:加|还有|另外|和|外加|再)?(?:现金|给了|给)?")
_TOLD_SUM = re.compile("欠|差|费|租|押金|账|要|工钱|工资|钱|款|一共|总共|共|赔|补")
_ITS_OWN_SUM = re.compile(r"\d{2,}|[一二两三四五六七八九十百千万]{2,}(?:块|元|多)?")


def read(tale: Tale, given: list[bool]) -> Iterator[Given]:
    """Every amount given, and money named as paid without an amount."""
    ends = {n: _money_end(tale, n) for n in tale.numbers if not _counts(tale, n)}
    numbers = [n for n, end in ends.items() if end]
    paid_later = _paid_later(tale, numbers)
    for number in numbers:
        end = ends[number]
        clause = tale.report.clause(number.start)
        after_all = paid_later.get(number.start)
        if after_all is None and not _given(tale, given, number, end):
            continue
        if after_all is None and not tale.happened(number.start, end):
            continue
        item = _item(tale, clause, number, end)
        kind = "medical" if item in _MEDICAL else "cash"
        amount = _amount(tale, number)
        yield Given(Help(kind, item, amount_yuan=amount), number.start, end)
    yield from _unpriced(tale)


def _counts(tale: Tale, number: Number) -> bool:
    counted = QUANTITY.match(tale.text, number.end)
    return counted is not None and counted["unit"] != "块"


def _amount(tale: Tale, number: Number) -> int | float:
    """九十七块六 is 97.6."""
    m = _YUAN.match(tale.text, number.end)
    dime = m["dime"] if m else None
    if not dime:
        return value(number)
    tenths = "零一二三四五六七八九".find(dime[0].replace("两", "二"))
    return value(number) + (int(dime[0]) if dime[0].isdigit() else tenths) / 10


def _money_end(tale: Tale, number: Number) -> int:
    """Where the amount ends, or 0 when the number is no amount of money."""
    text = tale.text
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


def _given(tale: Tale, given: list[bool], number: Number, end: int) -> bool:
    clause = tale.report.clause(number.start)
    before, after = clause.text[: number.start - clause.start], clause.text[end - clause.start :]
    if grammar("earned").search(before) and not grammar("still_given").search(clause.text):
        return False
    if grammar("no_sum").search(clause.text) or _price(clause, before):
        return False
    if grammar("pays").search(before) or grammar("pays").search(after):
        return True
    if named("gifts_of_money")[1].search(clause.text):
        return True
    at = tale.index(clause.start)
    if any(_MEASURED.search(c.text) for c in tale.clauses[max(0, at - 1) : at + 1]):
        return False
    goes_on = any(given[max(0, at - 2) : at + 1]) and _GOES_ON.fullmatch(before) and len(after) < 3
    return bool(goes_on) or _just_paid(tale, clause)


def _price(clause: Clause, before: str) -> bool:
    """买了台电风扇一百六, 十一万的新车: what something cost is no gift of money."""
    mine = before.rpartition("我")[2]  # 没钱买药我掏了六十
    after = clause.text[len(before) :]
    if grammar("bought").search(mine + after) and not re.search("给|送|帮|掏|垫|付", clause.text):
        return True
    return bool(re.search("(?:买|购)[^，。？]{1,8}$", mine)) and not re.search("掏|垫|付|出", mine)


def _just_paid(tale: Tale, clause: Clause) -> bool:
    """钱打进去了，一千零七十; 电费结清了，一共三百二."""
    if len(clause.text) > 9:
        return False
    return any(
        grammar("just_paid").search(c.text) and tale.happened(c.end - 1, c.end)
        for c in clauses_before(tale.report, clause, 1)
    )


def _paid_later(tale: Tale, numbers: list[Number]) -> dict[int, bool]:
    """学费还差六百，书记掏了; 李家三百，王家五百，都送到了: told first, paid in what follows."""
    found: dict[int, bool] = {}
    for number in numbers:
        clause = tale.report.clause(number.start)
        listed = len(clause.text) <= 6 or _COLLECTED.search(clause.text)
        owed = _TOLD_SUM.search(clause.text)
        if not (listed or owed) or grammar("no_sum").search(clause.text):
            continue
        for later in clauses_behind(tale.report, clause, 2):
            if grammar("paid_for").search(later.text) and not _ITS_OWN_SUM.search(later.text):
                if _settled(tale, later):
                    found[number.start] = True
                break
    return found


def _settled(tale: Tale, clause: Clause) -> bool:
    m = grammar("paid_for").search(clause.text)
    return m is not None and tale.happened(clause.start + m.end() - 1, clause.start + m.end())


def _item(tale: Tale, clause: Clause, number: Number, end: int) -> str:
    """The name of the money, from its own clause, else from the ones around."""
    at = number.start - clause.start
    own = nearest(clause.text, at)
    if own:
        return own
    if _COLLECTED.search(clause.text):
        return "捐款"
    for earlier in clauses_before(tale.report, clause, 2):
        if (name := nearest(earlier.text, len(earlier.text))) and not _rivals(tale, earlier):
            return name
    return unnamed(clause.text, tale.text)


def _rivals(tale: Tale, clause: Clause) -> bool:
    """Whether the clause before has a sum of its own."""
    return any(
        clause.start <= n.start < clause.end and _money_end(tale, n) for n in tale.message.numbers
    )


def _unpriced(tale: Tale) -> Iterator[Given]:
    """孩子的助学金学校开学就发了."""
    known, pattern = named("cash_items")
    _, needs = named("needs_amount")
    for clause in tale.clauses:
        m = pattern.search(clause.text)
        if (
            not m
            or not grammar("handed_money").search(clause.text)
            or re.search(r"\d|[一二两三四五六七八九十百千]{2}", clause.text)
        ):
            continue
        start, end = clause.start + m.start(), clause.start + m.end()
        if _PAPER.match(clause.text, m.end()) or needs.fullmatch(known[m[0]]):
            continue
        if tale.happened(start, end):
            yield Given(Help("cash", known[m[0]]), start, end, 0.7)
