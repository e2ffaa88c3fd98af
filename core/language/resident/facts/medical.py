"""What was paid for illness out of one's own pocket, after what was reimbursed."""

import re
from collections.abc import Iterator
from dataclasses import replace

from core.language.reading.kinship import Mention
from core.language.reading.numerals import plain
from core.language.resident.amounts import Amount
from core.language.resident.scene import Fact, Scene

_UNIT = re.compile(r"(?:多|来)?(?:块钱|元钱|块|元)?(?:左右|上下|出头|样子)?")
_OF_A_RULE = re.compile(
    r"(?:块钱|块|元)?(?:以上|以下|以内|的话|才|起|就能|就可以|能报|可以报|能不能|可不可以|够不够|报多少|怎么报)"
)
_ONCE = re.compile("(?:一次|每次|一趟|一针|每针|疗程)[^，。？了掉]{0,6}$")
_SPENT = re.compile("花|用了|用掉|付了|付掉|掏了|掉了|已经")


def fact_of(
    scene: Scene, key: str, amount: Amount, owner: Mention | None, confidence: float = 0.85
) -> Fact:
    """An amount as the fact *key*, its unit with it."""
    number = amount.number
    unit = _UNIT.match(scene.text, number.end)
    return Fact(
        key, number.value, number.start, unit.end() if unit else number.end, owner, confidence
    )


def paid_oneself(scene: Scene, found: list[Amount]) -> Iterator[Fact]:
    """What was paid oneself; where only the whole and the reimbursed are told, the difference."""
    monthly = any(a.period == "month" for a in found)
    paid = [
        replace(a, period="month") if monthly and not a.period else a
        for a in found
        if a.kind == "self_paid" and not (_only_asked(scene, a) or _each_time(scene, a))
    ]
    told: set[str] = set()
    for amount in paid:
        key = "medical_selfpaid_month" if amount.period == "month" else "medical_selfpaid_year"
        if key not in told:
            told.add(key)
            yield fact_of(
                scene, key, amount, scene.cast.owner(amount.number.start, amount.number.end)
            )
    if not paid:
        yield from _unpaid(scene, found)


def _each_time(scene: Scene, amount: Amount) -> bool:
    """化疗一次自己要付六千: how often is not told."""
    return bool(_ONCE.search(scene.clause_before(amount.number.start)))


def _only_asked(scene: Scene, amount: Amount) -> bool:
    """自费两万能报多少: a sum put as a case, spent by nobody."""
    clause = scene.message.clause(amount.number.start)
    return bool(
        _OF_A_RULE.match(scene.text, amount.number.end)
        and not scene.cast.mentions
        and not scene.ill
        and not _SPENT.search(clause.text)
    )


def _unpaid(scene: Scene, found: list[Amount]) -> Iterator[Fact]:
    whole = [a for a in found if a.kind == "medical"]
    back = [a for a in found if a.kind == "reimbursed"]
    if len(whole) == 1 and len(back) == 1 and whole[0].number.exact and back[0].number.exact:
        rest = whole[0].number.low - back[0].number.low
        if rest > 0:
            owner = scene.cast.owner(whole[0].number.start, whole[0].number.end)
            month = whole[0].period == "month"
            yield Fact(
                "medical_selfpaid_month" if month else "medical_selfpaid_year",
                plain(rest),
                whole[0].number.start,
                back[0].number.end,
                owner,
                0.7,
            )
    elif len(whole) == 1 and not back and whole[0].period == "month":
        owner = scene.cast.owner(whole[0].number.start, whole[0].number.end)
        yield fact_of(scene, "medical_selfpaid_month", whole[0], owner, 0.6)
