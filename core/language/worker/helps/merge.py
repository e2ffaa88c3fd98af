"""One event is one help: the money granted is not also an application, nor an errand."""

import re
from dataclasses import replace

from core.language.worker.helps.given import Given
from core.language.worker.helps.tale import Tale

_PLAIN = ("现金", "慰问金", "救助金", "捐款")  # money whose name was not said
_MEDICAL = ("医疗救助", "医保报销")
_ERRANDS = ("代办", "代购", "代取", "代缴", "陪同办事", "认证")
_BY_MACHINE = ("教用手机", "养老金认证")  # 用手机帮她申请好, 刷脸刷了七八趟
_PERSON = re.compile("[他她]|老[人太伯]|阿[婆公]|奶奶|大爷|孩子")
_WITHIN = {
    "开药": ("看诊", "药品"),
    "体检": ("量血压", "测血糖", "量体温"),
    "看诊": ("量血压", "测血糖", "体检"),
    "药品": ("看诊", "陪诊"),
    "测心电图": (),
    "接送": ("陪诊", "送医", "入住敬老院", "入住福利院"),
}


def merged(tale: Tale, found: list[Given]) -> list[Given]:
    """What was told twice under two kinds, told once."""
    found = _named_after_policy(tale, found)
    return [g for g in found if not _doubled(tale, g, found)]


def _named_after_policy(tale: Tale, found: list[Given]) -> list[Given]:
    """二次报销跑下来了，补了三千一百四: the sum is that of the policy before."""
    out = list(found)
    for given in found:
        at = tale.index(given.start)
        policy = next(
            (
                p
                for p in found
                if p.help.kind == "policy_application" and 0 <= at - tale.index(p.start) <= 1
            ),
            None,
        )
        if policy is None or not given.help.amount_yuan or given.help.item not in _PLAIN:
            continue
        if given.help.item in tale.report.clause(given.start).text:
            continue
        kind = "medical" if policy.help.item in _MEDICAL else "cash"
        named = replace(given.help, kind=kind, item=policy.help.item)
        out[out.index(given)] = replace(given, help=named)
        out.remove(policy)
    return out


def _doubled(tale: Tale, given: Given, found: list[Given]) -> bool:
    """Whether another help of the same clause or the next tells this one better."""
    at, kind, item = tale.index(given.start), given.help.kind, given.help.item
    if item in _WITHIN and any(o.help.item in _WITHIN[item] for o in found):
        return True
    for other in found:
        if other is given or abs(tale.index(other.start) - at) > 1:
            continue
        near = tale.index(other.start) == at
        if kind == "policy_application" and _pays(given, other):
            return True
        if item in _ERRANDS and (near or kind == "service") and _tells(given, other, near):
            return True
        if _by_the_way(tale, given, other, near):
            return True
    return False


def _pays(given: Given, other: Given) -> bool:
    if not other.help.amount_yuan:
        return False
    if given.help.item == "医保报销" and other.help.kind == "medical":
        return True
    same = set(given.help.item) & set(other.help.item)
    return len(same) >= 2 or other.help.item == given.help.item


def _tells(given: Given, other: Given, near: bool) -> bool:
    if other.help.kind == "policy_application":
        return True
    if near and other.help.kind == "service" and other.help.item not in _ERRANDS:
        return True
    return near and (bool(other.help.amount_yuan) or other.help.kind in ("medical", "job"))


def _by_the_way(tale: Tale, given: Given, other: Given, near: bool) -> bool:
    """Whether one was only how the other came about."""
    item = given.help.item
    if item in _BY_MACHINE:
        return _only_means(tale, given, other)
    if item == "接送":
        return near and _carried(tale, given, other)
    return item == "陪诊" and near and other.help.item == "送医"


def _only_means(tale: Tale, given: Given, other: Given) -> bool:
    """高龄津贴我拿手机帮老太太弄好了: the telephone is how the policy was applied for."""
    text = tale.report.clause(given.start).text
    taught = "教" in text or (given.help.item == "养老金认证" and "认证" in text)
    return other.help.kind == "policy_application" and other.help.item != "退休" and not taught


def _carried(tale: Tale, given: Given, other: Given) -> bool:
    """轮椅一部推到家了: the thing was brought, nobody was wheeled home."""
    return other.help.kind == "goods" and not _PERSON.search(tale.report.clause(given.start).text)
