"""Help that was really given. Nothing promised, planned, refused or denied counts as help."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from core.language.reading.message import Clause
from core.language.reading.numerals import Number
from core.language.reading.shelf import read, table, words
from core.language.worker.model import Help
from core.language.worker.report import Report

_UNITS = "斤|公斤|袋|桶|箱|瓶|床|条|件|双|个|只|台|辆|副|张|包|罐|盒|份|把|套|部|支|根|块|顶|盏|口|本|扇|处|提|壶|板|串|筐|捆|打|听|枚|片|匹|升|公升|盆|副"
_QUANTITY = re.compile(rf"(?:多|来)?(?P<unit>{_UNITS})(?!人|钱)")
_YUAN = re.compile(r"(?:多|来)?(?:块钱|元钱|块|元|现金)")
_DENIAL = re.compile(r"没(?:有)?|未|不(?!错|少|仅|但|光|止)|拒|别|忘|还差|差|缺|尚未|嫌")
_UNDONE_AFTER = re.compile(r"^(?:老人|人家|他|她)?(?:还|都|也|死活)?(?:没(?!钱|人)|未|不(?:要|肯|收|用)|拒收|退回|被退|还没|没到|没送|没给|没拿|没批|还差|不够)")
_TO_ME = re.compile(r"(?:给|塞给|送|送给|塞)(?:了)?我(?!们村|们社区|爸|妈|家)|我(?:没|不)(?:收|要)|要(?:送|给)我|硬塞")
_GLUE = re.compile(rf"(?:装好|换好|修好|装|换|修|坏了|破了|坏掉的|的|了|过|小|大|新|旧|好|些|点|一些|几|共|共计|{_UNITS}|钱|现金|块|元)*$")


@dataclass(frozen=True, slots=True)
class Given:
    """A help with the span of the words that tell it."""

    help: Help
    start: int
    end: int
    confidence: float = 0.85


@cache
def _shelf() -> dict[str, tuple[str, ...]]:
    return {k: tuple(words(v)) for k, v in read("worker/helps/words").items() if isinstance(v, str)}


@cache
def _nouns(name: str) -> tuple[dict[str, tuple[str, str]], re.Pattern[str]]:
    known = {w: (row["item"], row["unit"]) for row in table(f"worker/helps/{name}") for w in words(row["words"])}
    return known, re.compile("|".join(map(re.escape, sorted(known, key=len, reverse=True))))


@cache
def _named(kind: str) -> tuple[dict[str, str], re.Pattern[str]]:
    known = {w: item for item, line in read("worker/helps/words")[kind].items() for w in words(line)}
    return known, re.compile("|".join(map(re.escape, sorted(known, key=len, reverse=True))))


@cache
def _any(name: str) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(_shelf()[name], key=len, reverse=True))))


def helps(report: Report) -> list[Given]:
    """Everything given, in the order of the text, each thing once."""
    found = [*_services(report), *_policies(report), *_jobs(report), *_trainings(report)]
    taken = {i for g in found if g.help.kind in ("service", "medical") for i in range(g.start, g.end)}
    found += _repairs(report, taken)
    taken |= {i for g in found if g.help.kind == "repair" for i in range(g.start, g.end)}
    found += [*_goods(report, taken), *_cash(report)]
    return _once(sorted(found, key=lambda g: g.start))


def _once(found: list[Given]) -> list[Given]:
    seen: dict[tuple[str, str], Given] = {}
    for given in found:
        key = (given.help.kind, given.help.item)
        before = seen.get(key)
        if before is None or (before.help.quantity is None and given.help.quantity is not None):
            seen[key] = given
    return list(seen.values())


def done(report: Report, start: int, end: int, *, wishes: bool = True) -> bool:
    """Whether the clause tells of something that has happened, not of a plan, a wish or a failure."""
    clause = report.clause(start)
    before, after = report.text[clause.start : start], report.text[end : clause.end]
    if _TO_ME.search(clause.text) or _UNDONE_AFTER.match(after) or _DENIAL.search(before[-8:]):
        return False
    if _any("future").search(clause.text) and not re.search("已经|已|昨天|刚", clause.text):
        return False
    following = report.text[clause.end + 1 : clause.end + 8]
    return not re.match("(?:他|她|老人|老太|人家|家属)?(?:说|讲)?(?:不要|没要|不肯收|没收(?!钱|费)|不收(?!钱|费)|拒收|退|不肯要)|(?:还)?没(?:送|给|到)", following) and not (wishes and _wished(clause, before))


_WISH = re.compile("(?:想|要|需要|需|缺|申请|等|答应|承诺|(?<![总协委善社字])会|能不能|可以|请|让|盼|希望|建议|争取|应该|如果|尽快|马上|联系|问)[^，。？]{0,6}$")


def _wished(clause: Clause, before: str) -> bool:
    return bool(_WISH.search(before)) and not re.search("让我|请他|请了", before)


def _goods(report: Report, taken: set[int]) -> Iterator[Given]:
    known, pattern = _nouns("goods")
    giving = False
    for clause in report.message.clauses:
        given = _given_in(report, clause)
        told = list(pattern.finditer(report.text, clause.start, clause.end))
        carries = giving and bool(told) and (_list_item(report, clause) or clause.text.startswith(("还有", "加", "另外", "外加")))
        for m in told:
            if not _whole(report, m) or m.start() in taken or not (given or carries):
                continue
            if done(report, m.start(), m.end()):
                yield _thing(report, m, *known[m[0]])
        giving = given or carries


def _whole(report: Report, m: re.Match[str]) -> bool:
    """A single character must be a word of its own: 米 but not 厘米, 油 but not 加油."""
    if len(m[0]) > 1:
        return True
    inside = m.start() in report.message.edges and m.end() in report.message.edges
    return inside or bool(re.search(rf"(?:{_UNITS})$", report.text[max(0, m.start() - 2) : m.start()]))


def _given_in(report: Report, clause: Clause) -> bool:
    """Whether the clause has a verb of giving."""
    return bool(_any("give").search(clause.text))


def _list_item(report: Report, clause: Clause) -> bool:
    """电热毯一条, 三袋米: a clause that only goes on listing."""
    return len(clause.text) <= 8 or bool(re.match(rf"(?:\d|[一二两三四五六七八九十半])+(?:多|来)?(?:{_UNITS})", clause.text))


def _thing(report: Report, m: re.Match[str], item: str, _unit: str, kind: str = "goods") -> Given:
    quantity, unit = _amount_of(report, m)
    return Given(Help(kind, item, quantity, unit), m.start(), m.end())


def _amount_of(report: Report, m: re.Match[str]) -> tuple[int | float | None, str | None]:
    """50斤大米 or 棉被一床: the number with a unit right before or right behind the thing."""
    best: tuple[int | float | None, str | None] = (None, None)
    for number in _current(report):
        if not (unit := _QUANTITY.match(report.text, number.end)) or not number.exact:
            continue
        value = int(number.low) if float(number.low).is_integer() else number.low
        if unit.end() <= m.start() and _GLUE.fullmatch(report.text[unit.end() : m.start()]):
            return (value, unit["unit"])
        if number.start >= m.end() and _GLUE.fullmatch(report.text[m.end() : number.start]):
            best = (value, unit["unit"])
    if best == (None, None) and (one := _ONE.search(report.text, max(0, m.start() - 4), m.start())):
        return (1, one["unit"])
    return best


_ONE = re.compile(rf"(?:了|拿|送|买|带|配|换|给他|给她)(?P<unit>{_UNITS})(?:新|大|小|旧)?$")


def _current(report: Report) -> list[Number]:
    """The numbers that hold: of 说送50斤，应该是30斤 only the second, in the place of the first."""
    numbers = report.message.numbers
    m = _CORRECTED.search(report.text)
    if not m:
        return numbers
    wrong = [n for n in numbers if m.start() <= n.start < m.start("right")]
    right = next((n for n in numbers if n.start >= m.end()), None)
    if not wrong or right is None:
        return numbers
    first = wrong[-1]
    moved = Number(right.low, right.high, first.start, first.end, right.written)
    return [moved if n is first else n for n in numbers if n is not right]


_CORRECTED = re.compile(r"(?:说|写|报|登记|填)(?:的|成|了)?[^。？]{0,14}?(?P<right>应该是|应为|更正为|改成|改为|其实是|实际是|实际)|更正(?P<r2>)")


def _repairs(report: Report, taken: set[int]) -> Iterator[Given]:
    known, pattern = _nouns("repairs")
    for clause in report.message.clauses:
        verbs = [v for v in _any("repair").finditer(clause.text)]
        if not verbs:
            continue
        told = [m for m in pattern.finditer(report.text, clause.start, clause.end) if _whole(report, m) and m.start() not in taken]
        if not told and _back_reference(clause):
            told = _named_before(report, clause, pattern)
        for m in told:
            if _finished(clause, m, verbs) and done(report, m.start() if m.start() >= clause.start else clause.start, m.end() if m.start() >= clause.start else clause.start):
                yield _thing(report, m, *known[m[0]], kind="repair")


_ONLY_GOODS = ("烟感", "燃气报警", "一键")


def _finished(clause: Clause, m: re.Match[str], verbs: list[re.Match[str]]) -> bool:
    """修好了, 换了一个, 装好: the verb is told as done."""
    return bool(re.search(r"(?:修|补|换|装|通|刷|接|焊|弄|砌|铺|清理|改造|加固|疏通|粉刷|翻修|加装|更换)(?:理|缮|装)?[^，。？]{0,6}(?:好|了|过|完|上|通)|(?:修|换|装|补|弄)好", clause.text)) and not re.search("坏了$", clause.text)


def _back_reference(clause: Clause) -> bool:
    """已经补好了: what was repaired stands in a clause before."""
    return bool(re.search("(?:已|已经|都|帮他|帮她|我|给他|带电工|当场)?[^，。？]{0,6}(?:修|补|换|弄|接|通|装)(?:好|上|通)(?:了|啦)?$", clause.text))


def _named_before(report: Report, clause: Clause, pattern: re.Pattern[str]) -> list[re.Match[str]]:
    at = report.message.clause_index(clause.start)
    for earlier in reversed(report.message.clauses[max(0, at - 2) : at]):
        found = [m for m in pattern.finditer(report.text, earlier.start, earlier.end) if _whole(report, m)]
        if found:
            return found[-1:]
    return []


def _cash(report: Report) -> Iterator[Given]:
    for number in _current(report):
        counted = _QUANTITY.match(report.text, number.end)
        if (counted and counted["unit"] != "块") or not (yuan := _is_money(report, number)):
            continue
        item = _cash_item(report, number, yuan)
        if item and done(report, number.start, yuan):
            value = int(number.low) if float(number.low).is_integer() else number.low
            yield Given(Help("cash", item, amount_yuan=value), number.start, yuan)
    yield from _unpriced(report)


_OTHER = re.compile(r"(?:多|来)?(?:个|岁|户|口|年|月|天|号|点|人|次|斤|楼|栋|层|级|周|小时|度|平|家|亩|趟|套|间|分|名|里|公里)")
_PAID = re.compile(r"给|送|拿|交|垫|付|借|发|捐|打进|打到|到账|补|资助|救助|慰问|红包|充|出了|花了|拨|汇|转|领到|拿到|塞|缴")
_EARNED = re.compile(r"工资|月薪|一个月|每月|收入|退休金|养老金|欠|存款|自费|自己|花了|医药费|差|房租|价|值|报销|身上|买|债|罚|骗|输|贷款|挣|赚|试用|拖欠|要")


def _is_money(report: Report, number: Number) -> int:
    """Where the amount ends, or 0 when the number is no amount of money."""
    text = report.text
    if m := _YUAN.match(text, number.end):
        return m.end()
    if _OTHER.match(text, number.end) or number.low < 20 or text[number.start - 1] in "-第" or text[number.end] in "-号栋":
        return 0
    return number.end


def _cash_item(report: Report, number: Number, end: int) -> str:
    """The name of the money, or "" when it was not given: a wage, a debt, a price."""
    clause = report.clause(number.start)
    before, after = clause.text[: number.start - clause.start], clause.text[end - clause.start :]
    known, pattern = _named("cash_items")
    near = [m for m in pattern.finditer(clause.text)]
    paid = bool(_PAID.search(before) or _PAID.search(after))
    if re.search("买|新车|新房|装修|盖房", clause.text) and not re.search("给|送|帮", clause.text):
        return ""
    own = re.search("红包|慰问金|慈善出|救助金|助学金|临时救助|临救|补贴|捐款|善款", clause.text)
    if not paid and not own and not _paid_before(report, clause) and not _more_given(report, clause, before) and not _paid_after(report, clause):
        return ""
    if _EARNED.search(before) and not re.search("给|送|帮|垫|捐|慈善|交了|发", clause.text):
        return ""
    if near:
        return known[min(near, key=lambda m: abs(m.start() - (number.start - clause.start)))[0]]
    return _cash_item_before(report, clause) or "慰问金"


def _paid_after(report: Report, clause: Clause) -> bool:
    """李家三百，王家五百，都送到了."""
    at = report.message.clause_index(clause.start)
    later = "".join(c.text for c in report.message.clauses[at + 1 : at + 3])
    return len(clause.text) <= 6 and bool(re.search("都?(?:送到|给到|发到|交到|送了|给了|发了)", later))


def _more_given(report: Report, clause: Clause, before: str) -> bool:
    """送了大米，加200块钱: an amount that goes on with what was given."""
    at = report.message.clause_index(clause.start)
    earlier = report.message.clauses[at - 1] if at else None
    return earlier is not None and bool(re.fullmatch("(?:加|还有|另外|和|外加)?(?:现金)?", before)) and _given_in(report, earlier)


def _paid_before(report: Report, clause: Clause) -> bool:
    """钱打进去了，一千零七十."""
    at = report.message.clause_index(clause.start)
    if at == 0:
        return False
    before = report.message.clauses[at - 1].text
    return len(clause.text) <= 8 and bool(re.search("钱(?:已经|都)?(?:打|到|发|给|收)|到账|打进|红包|慰问金", before))


def _cash_item_before(report: Report, clause: Clause) -> str:
    known, pattern = _named("cash_items")
    at = report.message.clause_index(clause.start)
    for earlier in reversed(report.message.clauses[max(0, at - 1) : at]):
        if m := pattern.search(earlier.text):
            return known[m[0]]
    if re.search("钱(?:已经|都)?打进|打到卡", report.text):
        return "低保金"
    return ""


def _unpriced(report: Report) -> Iterator[Given]:
    """孩子的助学金学校开学就发了: money named as paid without an amount."""
    known, pattern = _named("cash_items")
    for clause in report.message.clauses:
        for m in pattern.finditer(clause.text):
            item = known[m[0]]
            if item in _NEEDS_AMOUNT or re.search(r"\d|[一二两三四五六七八九十百千]{2}", clause.text):
                continue
            start = clause.start + m.start()
            if _HANDED.search(clause.text) and done(report, start, clause.start + m.end()):
                yield Given(Help("cash", item), start, clause.start + m.end(), 0.7)


_HANDED = re.compile(r"(?:已经|已|就|都|早)?(?:发|发放|到账|打|给|送|交|垫|缴|付)(?:到|进|给)?(?:了|过|他|她|卡)|到账|到手")
_NEEDS_AMOUNT = ("药费", "低保金", "借款", "救助金", "捐款", "生活费", "高龄津贴", "护理补贴", "生活补贴", "失业金", "临时救助", "丧葬费", "慰问金")


def _services(report: Report) -> Iterator[Given]:
    for hit in report.hits["worker/helps/services"]:
        if report.text[hit.start] not in "没不" and done(report, hit.start, hit.end):
            yield Given(Help(hit.rule.data["kind"], hit.rule.data["item"]), hit.start, hit.end)


def _policies(report: Report) -> Iterator[Given]:
    known, pattern = _named("policies")
    for clause in report.message.clauses:
        granted = _any("granted").search(clause.text)
        if not granted:
            continue
        for m in pattern.finditer(clause.text):
            start, end = clause.start + m.start(), clause.start + m.end()
            undone = re.search("没|不|未|可以|要|想|怎么|能|吗|差|材料|其实|需要|(?<!申)请", clause.text)
            if not undone and done(report, start, end, wishes=False):
                yield Given(Help("policy_application", known[m[0]]), start, end)


_JOB = re.compile(r"(?:介绍|推荐|安排|帮他找|帮她找|找)(?:他|她|了)?(?:到|去|进|在|了)?(?P<place>[一-龥]{2,8}?)(?:上班|做工|做学徒|当学徒|打工|干活|工作)了?|(?:介绍|推荐|安排)(?:他|她|了)?(?:到|去|进)(?P<other>[一-龥]{2,6}(?:厂|公司|超市|饭店|企业|合作社|车间))")


def _jobs(report: Report) -> Iterator[Given]:
    for m in _JOB.finditer(report.text):
        place = m["place"] or m["other"]
        if done(report, m.start(), m.end()) and not re.match("了|过|两家|几家", place):
            yield Given(Help("job", place), m.start(), m.end(), 0.8)


def _trainings(report: Report) -> Iterator[Given]:
    """报了名, 结业: a course joined or finished."""
    for clause in report.message.clauses:
        if not re.search("报了名|报名了|报上名|报好名|报了|参加了|结业|培训班?(?:结束|毕业|完)|拿了证|学完", clause.text):
            continue
        trade = _any("trades").search(clause.text) or _trade_before(report, clause)
        if trade and not re.search("没报|未报|想报|要报|准备报", clause.text):
            yield Given(Help("training", f"{trade[0]}培训"), clause.start, clause.end, 0.8)


def _trade_before(report: Report, clause: Clause) -> re.Match[str] | None:
    at = report.message.clause_index(clause.start)
    for earlier in reversed(report.message.clauses[max(0, at - 2) : at]):
        if m := _any("trades").search(earlier.text):
            return m
    return None
