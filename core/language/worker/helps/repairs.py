"""Things put in order: 灯泡换好了, 西墙漏水…已经补好了."""

import re
from collections.abc import Iterator

from core.language.reading.message import Clause
from core.language.worker.helps.given import Given, clauses_before, whole
from core.language.worker.helps.goods import amount_of
from core.language.worker.helps.tale import Tale
from core.language.worker.helps.terms import classes, grammar, nouns
from core.language.worker.model import Help

_LEAK = ("补漏", "漏水", "漏雨", "防水", "漏洞")
_SHELL = (
    "墙",
    "墙面",
    "墙体",
    "墙壁",
    "外墙",
    "山墙",
    "屋顶",
    "房顶",
    "屋面",
    "平顶",
    "阁楼",
    "天沟",
    "屋檐",
)
_LEAKING = re.compile("[^，。？]{0,3}漏")
_BROKEN = re.compile(
    "坏了$|[还又仍]漏|还是漏|照样漏|又坏|没修|不能修|要修|来修|等修|修不|没人修|待修|报修|要换|得换|该换|修要|换要"
)
_TROUBLE = (
    r"(?:坏|堵|漏|裂|断|破|松|老化|不亮|不灵|不响|打不着|不通|没信号|跳闸|关不|失灵|卡住|卡牢|锈|塌|倒|"
    r"掉|碎|瘪|短路|不转|不动|不制冷|接触不|漏电|拉不|晃|响|冻|爆|有问题|出毛病|出故障|故障|不出水|漏气|"
    r"脱落|歪)"
)
_TROUBLE_NEXT = re.compile(_TROUBLE)
_TROUBLED = re.compile(rf"(?P<thing>[一-龥]{{2,4}}?)(?:又|都|也|一直|老是|全|突然|被)?{_TROUBLE}")
_ANY_REPAIRED = re.compile(
    r"(?:^|把|将|帮他|帮她|帮忙|给他|给她|家的|里的)(?P<thing>[一-龥]{2,5}?)(?:已经|都|也|已|给)?(?:修好|修理好|修过|维修好|修妥|修牢|修成)"
)
_NO_THING = re.compile(
    "[他她我没不了在是去来给帮替叫请人]|家$|儿|女|老|病|保$|证$|补贴|师傅|血|心|腿|脚|手$|手臂|骨|牙|眼|关系|身体|精神|情况|婚|气$|钱|工资|低保|申请|事|单位|公司|学|车祸"
)
_HANDED = re.compile("(?:搬|抬|送|拎|扛|拿|带|捐|领|拉)(?:了|去|来|进|上|到|过|给)")
_FOR_CARE = re.compile("(?:换|铺|装|洗|晒)[^，。？]{0,3}(?:床单|被|尿|衣(?!机|柜|架)|裤|席)")
_RICH = re.compile("装修(?!队|工)|商品房|新房|别墅|发财|新车|涨薪|买了房|造房|盖房")
_TALK = re.compile("电话(?:打|接)通|打通|(?:手机|电话)(?:换|停)|换了?(?:号|工作|班|房子|人|厂)")
_WORKER = re.compile("我|师傅|帮|给[他她]|叫|喊|木匠|电工|志愿|网格|村里|社区|供电|维修|物业")
_EXCHANGED = re.compile("换成(?!新|好|了?新)")  # 床换成护理床
_INTO = re.compile("(?:放|到|在|进|搬|抬|住)[他她]?家?$")
_MENDS = re.compile("[^，。？]{0,8}(?:修|翻|改造|改成|加固|刷|漏|补|做|砌|打胶|通|浇)")
_MENDS_IT = re.compile("(?:修|翻|改造|加固|刷|补|粉刷|翻修)(?:好|了|缮|理){0,5}[^，。？]{0,4}$")
_AND = re.compile("[，和跟加还与、也都]|好了|换|修")
_NEW = re.compile("新(?!埭|村|的?[一-龥]{0,2}好)|捐|送|买|添|配(?!件|上|了)|搬|发|企业|领")
_PUT_RIGHT = re.compile("修|换|坏|清洗|通|补|接|老化|漏|堵")


def read(tale: Tale, taken: set[int]) -> Iterator[Given]:
    """Every repair done, by whomever."""
    for at, clause in enumerate(tale.clauses):
        done = grammar("put_in_order").search(clause.text) or _works_again(tale, at)
        if not done or _BROKEN.search(clause.text) or _HANDED.search(clause.text):
            continue
        if _RICH.search(tale.text) or _TALK.search(clause.text):
            continue
        if _FOR_CARE.search(clause.text) or _EXCHANGED.search(clause.text) or not tale.holds(at):
            continue
        place = clause.start + done.start()
        yield from _named(tale, clause, place, taken)


def _works_again(tale: Tale, at: int) -> re.Match[str] | None:
    """卷闸门卡住，我上了点油，能拉了: how it is now, where somebody set to work before."""
    again = grammar("works_again").search(tale.clauses[at].text) if at else None
    if again is None or not _TROUBLE_NEXT.search(tale.text):  # 旧冰箱放他家，插上电能用了
        return None
    did = _WORKER.search(tale.clauses[at - 1].text + tale.clauses[at].text)
    return again if did else None


def _named(tale: Tale, clause: Clause, place: int, taken: set[int]) -> Iterator[Given]:
    """The parts the clause names, else the last part named or the last thing in trouble before."""
    known, _ = nouns("repairs")
    things = _without_places(_parts(tale, clause, taken))
    if not things and not taken.intersection(range(clause.start, clause.end)):
        if _parts(tale, clause, taken, before=True):  # 旧床拉走了，给他换了张新床
            return
        things = _named_before(tale, clause, taken)
    for m in things:
        inside = m.start() >= clause.start
        start, end = (m.start(), m.end()) if inside else (clause.start, clause.start)
        if tale.happened(start, end) and tale.happened(place, place):
            quantity, unit = amount_of(tale, m, noun_first=True)
            item = known[m[0]] + ("补漏" if _leaks(tale, m) else "")
            yield Given(Help("repair", item, quantity, unit), m.start(), m.end())
    if not things:
        yield from _unlisted(tale, clause, taken)


def _leaks(tale: Tale, m: re.Match[str]) -> bool:
    """西墙漏水…补好了."""
    return m[0] in _SHELL and bool(_LEAKING.match(tale.text, m.end()))


def _parts(
    tale: Tale, clause: Clause, taken: set[int], *, before: bool = False
) -> list[re.Match[str]]:
    _, pattern = nouns("repairs")
    return [
        m
        for m in pattern.finditer(tale.text, clause.start, clause.end)
        if (whole(tale.report, m) or _TROUBLE_NEXT.match(tale.text, m.end()))
        and m.start() not in taken
        and (before or not _new(m[0], clause))
        and not _within_a_thing(tale, m)
    ]


def _without_places(found: list[re.Match[str]]) -> list[re.Match[str]]:
    """卫生间扶手: the part, not the room; 屋顶漏水: the roof, not the leak."""
    places = classes("repairs")["places"]
    parts = [m for m in found if m[0] not in places and m[0] not in _LEAK]
    if not parts:
        return [m for m in found if m[0] not in _LEAK and _is_mended(m)] or [
            m for m in found if m[0] in _LEAK
        ]
    return [m for m, behind in zip(parts, [*parts[1:], None], strict=True) if not _of(m, behind)]


def _is_mended(m: re.Match[str]) -> bool:
    """厨房粉刷好了, but not 放他房间了."""
    before, behind = m.string[: m.start()], m.string[m.end() :]
    return not _INTO.search(before) and bool(_MENDS.match(behind) or _MENDS_IT.search(before))


def _of(m: re.Match[str], behind: re.Match[str] | None) -> bool:
    """水表井盖, 楼梯口装了根扶手: the first only tells where the second is."""
    if behind is None or behind.start() - m.end() > 5:
        return False
    return not _AND.search(m.string[m.end() : behind.start()])


def _new(thing: str, clause: Clause) -> bool:
    """把空调装上了: an appliance that is put in is given, not repaired."""
    if thing not in classes("repairs")["appliances"]:
        return False
    return bool(_NEW.search(clause.text)) or not _PUT_RIGHT.search(clause.text)


def _within_a_thing(tale: Tale, m: re.Match[str]) -> bool:
    """防滑垫装好了, 装了漏保: the longer name of a thing that is given."""
    _, goods = nouns("goods")
    known, _ = nouns("repairs")
    low = max(0, m.start() - 3)
    longer = [
        g
        for g in goods.finditer(tale.text, low, m.end() + 3)
        if g.start() <= m.start() and m.end() <= g.end() and len(g[0]) > len(m[0])
    ]
    return bool(longer) and longer[0][0] not in known


def _named_before(tale: Tale, clause: Clause, taken: set[int]) -> list[re.Match[str]]:
    """已经补好了: what was repaired stands in a clause before."""
    for earlier in clauses_before(tale.report, clause, 2):
        found = _without_places(_parts(tale, earlier, taken, before=True))
        if found:
            return found[-1:]
    return []


def _unlisted(tale: Tale, clause: Clause, taken: set[int]) -> Iterator[Given]:
    """A thing that stands on no shelf: 收音机修好了; 拉杆断了，给他焊牢了."""
    m = _ANY_REPAIRED.search(tale.text, clause.start, clause.end)
    for earlier in clauses_before(tale.report, clause, 1) if m is None else ():
        m = _TROUBLED.search(tale.text, earlier.start, earlier.end)
    if m is None or taken.intersection(range(*m.span("thing"))) or _NO_THING.search(m["thing"]):
        return
    inside = m.start() >= clause.start
    if tale.happened(
        clause.start if not inside else m.start("thing"), m.end("thing") if inside else clause.start
    ):
        yield Given(Help("repair", m["thing"]), m.start("thing"), m.end("thing"), 0.6)
