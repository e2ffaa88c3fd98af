"""Things given: 送了棉被一床、大米两袋."""

import re
from collections.abc import Iterator

from core.language.reading.message import Clause
from core.language.worker.helps import unlisted
from core.language.worker.helps.given import Given, value, whole
from core.language.worker.helps.tale import Tale
from core.language.worker.helps.terms import COUNT, QUANTITY, UNITS, classes, nouns
from core.language.worker.model import Help

_GLUE = re.compile(
    rf"(?:也有|(?:给|捐|发|分|拿|送|买|配|领|带)了|捐的|装好|换好|修好|装|换|修|坏了|破了|坏掉的|的|了|过|小|大|新|旧|好|些|点|一些|几|共|共计|{UNITS}|钱|现金|块|元|左右|多|厚|薄|二手|干净|崭新|加厚|子|各){{0,5}}$"
)
_ONE = re.compile(
    rf"(?:了|拿|送|买|带|配|换|装|给他|给她|加|和|去|来|到)(?P<unit>{UNITS})(?:新|大|小|旧)?$"
)
# 拄着, 缺, 要: the thing is theirs, used or missing
_HANDLED = re.compile(
    "放下$|搬家|喝了?$|(?:用|骑|开|坐)着?$|"
    "(?:拄着?|穿着|戴着|盖着|坐着|躺着|推着|骑着|用着|吃着|靠着|抱着|拿着|扶着|围着)$"
    "|(?:煮|烧(?!水)|热(?!水|饭)|炒|洗(?![衣洁发手面脸碗])|晒|缝(?!纫)|叠|修|搬出|翻|拆|嫌|缺|没有|没|(?<!需)要|想|等|断|少|坐着?(?![便垫厕])|睡(?![衣裤袋])|吃|喝|偷|卖|堆满|摔|打碎|忘|欠|差|剩|停|戒|教[他她]?用?|学)(?:了|好|到|着)?[^，。？拿送给买带]{0,4}$"
)
_NOT_HANDED = re.compile(
    "(?:也|已经|都|给|老早){0,5}换成(?!了?新)|(?:阀|味|插头|厂|店|铺|商|市场|公司|车间|生意|摊|地里|田|款|钱(?!都)|费|证|卡|票|单子|方子|机构|事|问题|太?贵|费用|价)"
    "|(?:去|来|给[他她])?(?:量|测|理发|剪|拍照|登记|核|接水|接漏|接雨)|(?:接|盛|挡|盖|垫|烧|煮)(?:着|雨|水|漏)"
    "|(?:都|也|已经|全)?(?:坏|破|空|见底|用完|吃完|断|没了|不够|不行|烂|漏|锈|缺|少|发霉|过期|打不着|不亮|不能|湿|旧了|丢|不制冷|不转|不灵)|充电|充$|换了?号|工作|就[搬走]|的(?:口粮|钱|那|人家|几家|几户)"
)
_BUY_WITH = re.compile(rf"(?:块|元|{COUNT})(?:钱)?(?:给|让|帮|替|去|叫)?[他她]?[^，。？]{{0,3}}买$")
_INSIDE = re.compile("(?:里面|里头|内|其中)(?:有|是|装)|装着|包括")
_SERVED = re.compile("(?:饭|餐|菜)$")
_ARRIVED = re.compile(
    "(?:已经|已|都|也|今天|昨天|刚|总算|终于|刚刚|早就|全){0,5}(?:送?到了|到货|到位|到手|到家|进门)"
)
_OF_IT = re.compile(
    rf"(?P<n>{COUNT})?(?P<unit>{UNITS})(?:[新旧]|二手|全新|四脚|大|小|好|电动|崭新){{1,6}}的|(?:送|给|拿|带|买|发|领)(?:了|到|去|来|掉){{1,6}}(?P<n2>{COUNT})(?P<unit2>{UNITS})(?=[，。]|$)|(?:换|买|配|拿|送)(?:成|了个|了|个|上)?(?:[新旧]|二手|全新|四脚|电动){{1,6}}的"
)
_STUFF = ("电池", "水泥", "砖", "沙子", "涂料", "木板", "瓦", "绳子", "铁丝")
_MENDED = re.compile("换|浇|刷|砌|抹|铺|钉|装|用|补")
_VESSELS = ("锅", "碗", "脸盆", "桶", "面盆", "篮")
_OF_VESSEL = re.compile(rf"{COUNT}$")  # 一锅鸡汤
_DISHES = re.compile("[一二两三四五六七八九十]$")  # 两菜一汤
_FULL = re.compile("[一-龥]")
_RICH = re.compile(
    "商品房|新房|别墅|发财|新车|涨薪|买了房|盖了?房|装修(?!队|工)"
)  # they buy themselves


def read(tale: Tale, given: list[bool], taken: set[int]) -> Iterator[Given]:
    """Every thing given; *taken* are places that tell another kind of help."""
    if _RICH.search(tale.text):
        return
    used = set(taken)
    found = list(_listed(tale, given, used))
    found += unlisted.read(tale, given, used)
    found += _of_it(tale, given, used, bool(found))
    yield from _unpacked(tale, found)


def _listed(tale: Tale, given: list[bool], used: set[int]) -> Iterator[Given]:
    known, pattern = nouns("goods")
    for at, clause in enumerate(tale.clauses):
        if not (given[at] or "到" in clause.text or "进门" in clause.text):
            continue
        things = [
            m
            for m in pattern.finditer(tale.text, clause.start, clause.end)
            if m.start() not in used and whole(tale.report, m)
        ]
        noun_first = bool(things) and _noun_first(tale, clause, things[0].start())
        for m in things:
            if (given[at] or _arrived(tale, at, m)) and _handed(tale, clause, m):
                used.update(range(*m.span()))
                quantity, unit = amount_of(tale, m, noun_first)
                yield Given(Help("goods", known[m[0]], quantity, unit), *m.span())


def _arrived(tale: Tale, at: int, m: re.Match[str]) -> bool:
    """护理床到了."""
    return bool(_ARRIVED.match(tale.text, m.end())) and tale.holds(at)


def _handed(tale: Tale, clause: Clause, m: re.Match[str]) -> bool:
    before = tale.text[clause.start : m.start()]
    if ("充电" in clause.text and "车" in m[0]) or (m[0] in _STUFF and _MENDED.search(before)):
        return False
    return not (
        _HANDLED.search(before)
        or (m[0] in _VESSELS and _OF_VESSEL.search(before) and _FULL.match(tale.text, m.end()))
        or (m[0] in "菜汤" and _DISHES.search(before))
        or _INSIDE.search(before)
        or _BUY_WITH.search(before)
        or _NOT_HANDED.match(tale.text, m.end())
    ) and tale.happened(*m.span())


def _noun_first(tale: Tale, clause: Clause, first: int) -> bool:
    """米四十斤油两桶: whether this clause tells the thing before its number."""
    counted = [
        n.start
        for n in tale.message.numbers
        if clause.start <= n.start < clause.end and QUANTITY.match(tale.text, n.end)
    ]
    return bool(counted) and first < counted[0]


def amount_of(
    tale: Tale, m: re.Match[str], noun_first: bool
) -> tuple[int | float | None, str | None]:
    """50斤大米 or 棉被一床: the number with a unit right before or right behind the thing."""
    before: tuple[int | float | None, str | None] = (None, None)
    behind = before
    for number in tale.numbers:
        unit = QUANTITY.match(tale.text, number.end)
        if not unit or not number.exact:
            continue
        if unit.end() <= m.start() and _GLUE.fullmatch(tale.text[unit.end() : m.start()]):
            before = (value(number), unit["unit"])
        elif number.start >= m.end() and _GLUE.fullmatch(tale.text[m.end() : number.start]):
            behind = behind if behind[1] else (value(number), unit["unit"])
    first, second = (behind, before) if noun_first else (before, behind)
    if first[1] or (second[1] and not noun_first):
        return first if first[1] else second
    one = _ONE.search(tale.text, max(0, m.start() - 4), m.start())
    return (1, one["unit"]) if one else (None, None)


def _of_it(tale: Tale, given: list[bool], used: set[int], named: bool) -> Iterator[Given]:
    """热水瓶碎了，给她拿了只新的: what was named before is what was given."""
    if named:
        return
    known, pattern = nouns("goods")
    for at, clause in enumerate(tale.clauses):
        m = _OF_IT.search(clause.text) if given[at] else None
        if not m or not tale.happened(clause.start + m.start(), clause.start + m.end()):
            continue
        things = [
            t
            for t in pattern.finditer(tale.text, 0, clause.start + m.start())
            if whole(tale.report, t)
        ]
        if things and not used.intersection(range(*things[-1].span())):
            n = next((n for n in tale.message.numbers if n.start == clause.start + _at(m)), None)
            unit = m["unit"] or m["unit2"]
            quantity = value(n) if n and n.exact else (1 if unit else None)
            told = amount_of(tale, things[-1], False)  # 前面写两桶油不对，就送了一桶
            quantity, unit = told if told[1] == unit and told[0] else (quantity, unit)
            thing = Help("goods", known[things[-1][0]], quantity, unit)
            yield Given(thing, *things[-1].span(), 0.7)


def _at(m: re.Match[str]) -> int:
    """Where the number of such a thing stands."""
    return max(m.start("n"), m.start("n2"))


def _unpacked(tale: Tale, found: list[Given]) -> Iterator[Given]:
    """慰问品领走了：挂面5斤: the gift pack whose contents are told is no further help."""
    bundles = set(classes("goods")["bundles"])
    things = [g for g in found if g.help.item not in bundles]
    for given in found:
        counted = given.help.quantity is not None
        if (
            given.help.item in bundles
            and not counted
            and any(t.start > given.start for t in things)
        ):
            continue
        yield given
