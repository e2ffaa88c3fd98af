"""Amounts of money and what they are: income, deposits, the price of a car, medical costs.

The words around an amount, up to the amounts beside it, say what it is. An amount that nothing
explains is left alone: an invented fact is worse than a missing one. Benefits are not income.
"""

import re
from collections.abc import Iterator

from core.language.reading.kinship import Mention
from core.language.resident.amounts import Amount, amounts
from core.language.resident.facts.medical import fact_of, paid_oneself
from core.language.resident.scene import Fact, Scene

_WORTH = re.compile(r"值|买的|估|价|卖|现值|残值|市值|落地|买")
_CAR_OF = re.compile("(?:块钱?|元)?的[^，。？]{0,4}车")
_WANTED = re.compile("想|要买|打算|准备|如果|要是|卖|报废|没买")
_FORMER = re.compile("(?:原来|以前|之前|本来|原先|过去|从前|前几年)(?!.*(?:现在|如今|这会))")
_NOTHING = re.compile(
    r"(?:没有|没|无|零|毫无|一分钱|一分)(?:什么|任何|一分|半点|一点|经济|一分钱)?(?P<what>收入来源|经济来源|收入|退休金|养老金|退休工资|进账)(?:都没有|也没有|没有)?"
    r"(?!证|的|吗|证明)"
)
_ANY_INCOME = re.compile("收入|来源|退休|养老|进账")
_ALL_INCOME = ("收入", "收入来源", "经济来源", "进账")
_ASKED = re.compile(r"有$|是不是$")
_NONE_EITHER = re.compile(r"(?:没有|没得|呒没|一分没有|啥也没有|什么都没有|也没有)$")
# One earner for all: what that one earns is the household's income.
SOLE = re.compile(
    r"(?:就|只|全家就|只有|全靠|就靠|靠|都靠)(?:有|靠)?我一个(?:人)?(?:劳动力|劳力|挣|赚|上班|打工|干活|有收入|工作|在挣|在上班|养)|(?<=[，。人])我一个人(?:在外面?|出去)?(?:挣|赚|上班|打工|干活)|(?:就|只|全|都)靠我(?:在|一个|打工|挣|上班|出去)|唯一(?:的)?(?:劳动力|收入|经济来源)|养活(?:一家|全家|一大家)|养(?:一家|全家)"
)
_FOR_ALL = re.compile(r"(?:一家|全家|一家人|一大家子|[一二三四五六七八\d]口人?)[^，。？]{0,4}靠")
_RELIED_ON = re.compile(
    "(?:全|都|一家子?|全家|一家人|家里)就?(?:靠|指着|指望|仗着)(?!低保|农保|补)"
)
_LEANS = re.compile(
    "(?:(?<![依可牢投])靠|指着|指望|仗着)(?!低保|农保|补|救济|自己|亲戚|政府|国家)"
)  # 一家五口靠我开叉车六千
_ON = re.compile("(?:靠|指着|指望|仗着)(?=[^，。？])")
_HIS_OWN = re.compile("(?:块钱?|元)?(?:来)?(?:供|养)(?:她|他|[小大]?(?:女儿|儿子|孩子|孙))")
_OTHERWISE = re.compile("(?:别的|另外|其他|其它|再|额外)(?:也|都|就)?$")
_PAYMENT = re.compile("卡里|卡上|月份|这个月|上个月|本月|生活费|补|津贴|低保|还$|钱")
_BY_DAY = re.compile(
    "(?:一天|每天|日薪|日结|一日|一工|一个工|一小时|钟头|一件|一次)[^，。？]{0,5}$"
)
_OWED = re.compile("拖欠|欠薪|欠[我他她]|没拿到|没发|讨薪|讨要|拿不到|赔|没结")
MUCH = 8_000  # what nobody earns in a month who asks here; without a period it is left alone
_FAMILY = Mention("family", 0, 0)


def read(scene: Scene) -> Iterator[Fact]:
    """Every fact of money in the message."""
    found = amounts(scene)
    yield from paid_oneself(
        scene, [a for a in found if a.kind in ("self_paid", "medical", "reimbursed")]
    )
    for amount in found:
        if amount.kind in ("income", "pension") and _clear(scene, amount):
            yield _income(scene, amount)
        elif amount.kind == "deposit":
            yield fact_of(scene, "deposits", amount, None)
        elif amount.kind == "car" and _worth(scene, amount):
            owner = scene.cast.owner(amount.number.start, amount.number.end)
            theirs = owner if owner and owner.relation not in ("self", "family") else None
            yield fact_of(scene, "car_value", amount, theirs)
            if not _WANTED.search(scene.text, amount.start, amount.number.start):
                yield Fact("has_car", True, amount.start, amount.end, theirs, 0.75)
    yield from _none(scene, [a for a in found if a.kind in ("income", "pension")])


def _worth(scene: Scene, amount: Amount) -> bool:
    """车值三万, 两万块的旧轿车."""
    return bool(
        _WORTH.search(scene.text, amount.start, amount.end)
        or _CAR_OF.match(scene.text, amount.number.end)
    )


def _clear(scene: Scene, amount: Amount) -> bool:
    """Whether it is told of what time: 收入五万 without a year is no month's, wages owed are none."""
    if amount.per_head and amount.period == "year":
        return False
    clause = scene.message.clause(amount.number.start)
    if _BY_DAY.search(scene.clause_before(amount.number.start)):
        return False
    if _OWED.search(clause.text) or _FORMER.search(scene.clause_before(amount.number.start)):
        return False
    return bool(amount.period) or amount.number.high < MUCH


def _income(scene: Scene, amount: Amount) -> Fact:
    """Whose income it is: per head, the household's, or one person's."""
    owner = _earner(scene, amount)
    if amount.per_head and amount.period != "year":
        return fact_of(scene, "person_income_month", amount, _FAMILY)
    personal = owner is not None and owner.relation != "family"
    if amount.period == "year":
        return fact_of(scene, "income_year", amount, owner if personal else None)
    if _feeds_all(scene, amount, owner) or (
        amount.kind == "pension" and _FOR_ALL.search(scene.text, amount.start, amount.number.start)
    ):
        return fact_of(scene, "household_income_month", amount, None)
    if amount.kind == "pension" and not amount.whole_house:
        return fact_of(scene, "person_income_month", amount, owner)
    if amount.whole_house or (_at_home(scene) and not (personal and _named_here(scene, amount))):
        return fact_of(scene, "household_income_month", amount, None)
    return fact_of(scene, "person_income_month", amount, owner if personal else None)


def _earner(scene: Scene, amount: Amount) -> Mention | None:
    """全靠我扫马路两千一供她: whoever is leaned on earns it."""
    leaned = _ON.search(scene.clause_before(amount.number.start))
    if leaned:
        at = scene.message.clause(amount.number.start).start + leaned.end()
        on = [m for m in scene.cast.mentions if m.start == at]
        if on:
            return on[0]
    return scene.cast.owner(amount.number.start, amount.number.end)


def _feeds_all(scene: Scene, amount: Amount, owner: Mention | None) -> bool:
    """One earner for all: 就我一个人挣钱, 全靠我媳妇三千块."""
    if _HIS_OWN.match(scene.text, amount.number.end):
        return False
    before = scene.clause_before(amount.number.start)
    if scene.sized and _LEANS.search(before):
        return True
    if amount.kind == "income" and _RELIED_ON.search(scene.clause_before(amount.number.start)):
        return "退休" not in scene.message.clause(amount.number.start).text
    return bool(SOLE.search(scene.text)) and (owner is None or owner.relation in ("self", "family"))


def _at_home(scene: Scene) -> bool:
    """Whether the message starts out from the household: its size, or 我家 before anybody else."""
    first = next((m for m in scene.cast.mentions if m.relation != "self"), None)
    return (first is not None and first.relation == "family") or bool(scene.sized)


def _named_here(scene: Scene, amount: Amount) -> bool:
    """Whether the earner stands in the same clause or the one before, not further off."""
    clause = scene.message.clause(amount.number.start)
    return any(m.relation != "family" and m.relation != "child" for m in scene.cast.inside(clause))


def _none(scene: Scene, incomes: list[Amount]) -> Iterator[Fact]:
    """没有收入 is an income of 0, unless some income is told; 我妈没有 after a pension is one, too."""
    for m in _NOTHING.finditer(scene.text) if _ANY_INCOME.search(scene.text) else ():
        owner = scene.cast.owner(m.start(), m.end())
        if (
            m["what"] in _ALL_INCOME
            and not _of_a_payment(scene, m)
            and not _ASKED.search(scene.text, 0, m.start())
            and not _earns(scene, owner, incomes)
        ):
            yield Fact("person_income_month", 0, m.start(), m.end(), owner, 0.8)
    for before, clause in zip(scene.message.clauses, scene.message.clauses[1:], strict=False):
        here = scene.cast.inside(clause)
        told = any(before.start <= a.number.start < before.end for a in incomes)
        if told and len(here) == 1 and _NONE_EITHER.fullmatch(scene.text, here[0].end, clause.end):
            yield Fact("person_income_month", 0, here[0].start, clause.end, here[0], 0.75)


def _of_a_payment(scene: Scene, m: re.Match[str]) -> bool:
    """这个月卡里没进账 tells of one payment, 别的没进账 of everything but what was told."""
    before = scene.clause_before(m.start())
    return bool(_OTHERWISE.search(before) or (m["what"] == "进账" and _PAYMENT.search(before)))


def _earns(scene: Scene, owner: Mention | None, incomes: list[Amount]) -> bool:
    """Whether some income is told of the same person, or of nobody in particular."""
    earners = [scene.cast.owner(a.number.start, a.number.end) for a in incomes]
    return any(
        e is None or owner is None or e.key == owner.key or e.relation == "family" for e in earners
    )
