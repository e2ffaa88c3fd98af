"""Every amount of money of a message with the kind that its words give it."""

import re
from dataclasses import dataclass, replace

from core.language.reading.message import Clause
from core.language.reading.numerals import Number
from core.language.reading.rules import Hit
from core.language.resident.kinds import FAR, distance, kind_of
from core.language.resident.scene import Scene

SMALLEST, LARGEST = 50, 20_000_000
BARE = 100  # a number without 块 or 元 must be at least this to be money
_OF_THE_NEXT = ("self_paid", "reimbursed")
_MONEY = re.compile(r"(?:多|来)?(?:块|元)")
_OTHER_UNIT = re.compile(
    r"(?:多|来|几)?(?:个|岁|周岁|口|级|年|月|天|号|日|点|人|套|间|斤|分|次|户|平|亩|公里|度|楼|栋|室|小时|床|袋|台|辆|名|位|片|瓶|针|趟|倍|成|%|路|米|届|班|折|里|公斤)"
)
_ELLIPSIS = re.compile(
    r"(?:一个月|每个月|每月)?(?:也|大概|才|就|只有|有|是|还|能|差不多|拿|大约|只|上下){0,5}$"
)
_BOUGHT = re.compile(r"(?:块|元)?(?:钱)?(?:买|值)")
_ONLY_MONTH = re.compile(
    r"(?:一个月|每月|每个月|一月|月)(?<!上月)(?<!个月月)(?:总共|一共|合共|拢共|加起来|合起来|全部|家里|全家|到手|也|就|才|只|只有|有|也就|大概|不到|差不多|能|拿|个|剩|靠){0,5}$"
)
LIVING = 8_000  # 老两口加起来两千一: so little together is told of a month
_TOGETHER = re.compile(
    "(?:口|俩|[两三四]个人?|全家|家里|夫妻)(?:加起来|合起来|加一起|加拢来|总共|统共|拢共)(?:就|才|只|有|也|大概){0,5}$"
)
_CORRECTS = re.compile(
    r"[块元钱]{0,2}(?:左右)?[，。]?(?:不对|说错了?|讲错了?|打错了?|错了|更正|[哦噢啊呃]不对?|不不|说岔了?|记错了?)[，。]?(?:应该)?(?:是)?"
)
# 原来工资五千，现在三千二
_NOW = re.compile(
    "[块元钱]{0,2}[，。](?:但|可|到)?(?:现在|如今|眼下|今年)(?:只有|只|就|才|变成|降到|少到|剩){0,5}"
)
_OTHER_SPAN = re.compile(
    r"一年(?:下来|算下来|总共|就|要|加起来|合起来)|一个月(?:下来|就|要)|每年|每月"
)


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount, its kind ("" when nothing explains it), its period and where its words stand."""

    number: Number
    kind: str
    period: str
    start: int
    end: int
    per_head: bool = False
    whole_house: bool = False


def amounts(scene: Scene) -> list[Amount]:
    """Every amount of the message; one that only repeats the pattern of the last takes its kind."""
    numbers = [n for n in scene.message.numbers if _is_money(scene, n)]
    found: list[Amount] = []
    for i, number in enumerate(numbers):
        before = numbers[i - 1].end if i else 0
        following = _following(scene, number, numbers[i + 1 : i + 2])
        amount = _amount(scene, number, before, following)
        if amount.kind == "" and found:
            amount = _like_the_last(scene, found[-1], amount)
        found.append(amount)
    return found


def _following(scene: Scene, number: Number, after: list[Number]) -> int:
    """Where the words of the next amount begin: 药钱一万二自己掏七千 – 自己掏 is said of the seven."""
    if not after:
        return len(scene.text)
    theirs = [
        h.start
        for h in scene.hits["resident/money"]
        if h.name in _OF_THE_NEXT and h.start >= number.end and 0 <= after[0].start - h.end <= 1
    ]
    return min([after[0].start, *theirs])


def _is_money(scene: Scene, number: Number) -> bool:
    least = SMALLEST if _MONEY.match(scene.text, number.end) else BARE
    if not least <= number.high <= LARGEST or scene.text[number.start - 1] in "第、-":
        return False
    return not _OTHER_UNIT.match(scene.text, number.end)


def _amount(scene: Scene, number: Number, before: int, following: int) -> Amount:
    clause = scene.message.clause(number.start)
    own = (max(before, clause.start), min(following, clause.end))
    wide = (max(before, _last_clause(scene, clause).start, clause.start - FAR), own[1])
    period = _period(scene, number, own, wide)
    for low, high in (own, wide):
        near = _near(scene, number, low, high)
        kind = kind_of(near, number, scene.ill)
        if kind and not (
            low == own[0] and kind == "expense" and _BOUGHT.match(scene.text, number.end)
        ):
            everything = _near(scene, number, *wide)
            return Amount(
                number, kind, period, low, high, "per_head" in everything, "whole_house" in near
            )
    alone = _ONLY_MONTH.search(scene.text, own[0], number.start) or (
        number.high < LIVING and _TOGETHER.search(scene.text, own[0], number.start)
    )
    if alone and not _spent(scene, clause):
        return Amount(
            number, "income", "month", *own, whole_house="whole_house" in _near(scene, number, *own)
        )
    return Amount(number, "", period, *own)


def _spent(scene: Scene, clause: Clause) -> bool:
    """Whether the clauses before speak of spending: 租房住，押一付三，一个月八百."""
    at = scene.message.clause_index(clause.start)
    start = scene.message.clauses[max(0, at - 2)].start
    return bool(scene.hits.within("resident/money/expense", start, clause.start))


def _last_clause(scene: Scene, clause: Clause) -> Clause:
    at = scene.message.clause_index(clause.start)
    return scene.message.clauses[max(0, at - 1)]


def _near(scene: Scene, number: Number, low: int, high: int) -> dict[str, Hit]:
    """The nearest hit of every kind of word within low..high."""
    hits = [h for h in scene.hits["resident/money"] if low <= h.start and h.end <= high]
    return {h.name: h for h in sorted(hits, key=lambda h: -distance(h, number))}


def _period(scene: Scene, number: Number, own: tuple[int, int], wide: tuple[int, int]) -> str:
    for low, high in (own, wide):
        near = _near(scene, number, low, high)
        told = [
            n
            for n in ("year", "month")
            if n in near and not (high > low < own[0] and _dated(scene, near[n]))
        ]
        if told:
            return min(told, key=lambda name: distance(near[name], number))
    return ""


def _dated(scene: Scene, hit: Hit) -> bool:
    """今年读小学，…打工四千: a date a clause away is no span of time."""
    return scene.text[hit.start : hit.end] in ("今年", "去年")


def _like_the_last(scene: Scene, last: Amount, amount: Amount) -> Amount:
    """老婆一千九 after 我每月到手2850; 一年下来要一万五 after 每月药费自己出1千3."""
    between = (scene.text, last.number.end, amount.number.start)
    if _CORRECTS.fullmatch(*between) or _NOW.fullmatch(*between):
        return replace(amount, kind=last.kind, period=last.period)
    clause = scene.message.clause(amount.number.start)
    here = [m for m in scene.cast.inside(clause) if m.end <= amount.number.start]
    same_kind = (
        last.kind in ("income", "pension")
        and here
        and _ELLIPSIS.fullmatch(scene.text, here[-1].end, amount.number.start)
    )
    other_span = (
        last.kind in ("self_paid", "income")
        and amount.period != last.period
        and _OTHER_SPAN.match(scene.text, clause.start)
    )
    if same_kind:
        return replace(amount, kind=last.kind, period=amount.period or last.period)
    return replace(amount, kind=last.kind) if other_span else amount
