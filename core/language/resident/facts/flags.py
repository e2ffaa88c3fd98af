"""Facts that are said in words, not numbers: bedridden, widowed, divorced, a car or none ..."""

import re
from collections.abc import Iterator

from core.language.reading.kinship import Mention
from core.language.reading.negation import taken_back
from core.language.reading.shelf import line
from core.language.resident.scene import Fact, Scene

PLAUSIBLE = "resident/plausible"

_WISHES = ("如果", "要是", "假如", "万一", "是不是", "算不算", "怕", "担心")

_DIED = re.compile(
    "(?:后来|去年|前年|今年|上个月|上月|上周|最近|刚|几年前|早就|已经|前几年|年初|年前|又){0,5}(?:走了|去世|没了|病逝|过世|死了|病故)(?!.*(?:回来|出来))"
)
_OF_A_CLASS = re.compile("的(?:老?人|老年人|残疾人|困难|家庭|户)")
_FORMER = re.compile("原来|以前|之前|本来|曾经|过去")
_FOR_A_WHILE = re.compile("了?[一两三四五六几半\\d]+个?(?:多)?(?:月|天|礼拜|星期|周)(?!.*年)")
_PARENTS = re.compile("(?:父母|爸妈|爸爸妈妈|爹妈)[^，。？]{0,3}$")
_PARTNERS = (
    "老公",
    "丈夫",
    "老伴",
    "爱人",
    "老婆",
    "妻子",
    "老头子",
    "男人",
    "那口子",
    "前夫",
    "前妻",
    "媳妇",
    "太太",
    "配偶",
    "他爸",
    "她爸",
    "老头",
    "先生",
    "老太婆",
    "老太",
    "老头儿",
    "孩他爸",
    "孩他妈",
    "孩子妈",
    "孩子他妈",
    "孩子他爸",
)


def read(scene: Scene) -> Iterator[Fact]:
    """Every flag of the shelf that stands in the message and is not taken back."""
    for hit in scene.hits["resident/facts"]:
        if taken_back(scene.text, hit.start, hit.end) or _of_a_class(scene, hit.end):
            continue
        if any(word in scene.clause_before(hit.start) for word in _WISHES):
            continue
        key, value = hit.rule.data["key"], hit.rule.data["value"]
        if key in ("divorced", "widowed") and _PARENTS.search(scene.clause_before(hit.start)):
            continue
        if key == "has_car" and value and _FORMER.search(scene.clause_before(hit.start)[-8:]):
            value = False
        if key == "can_work" and not value and _FOR_A_WHILE.match(scene.text, hit.end):
            continue
        owner = _owner(scene, key, hit.start, hit.end)
        if owner is not None or key != "orphan":
            yield Fact(key, value, hit.start, hit.end, owner)
    yield from _bereaved(scene)


def _of_a_class(scene: Scene, end: int) -> bool:
    """丧偶的人有什么补助, 一个人住的老人能装吗: of nobody in particular."""
    if not (m := _OF_A_CLASS.match(scene.text, end)):
        return False
    return all(end <= one.start < m.end() for one in scene.cast.mentions)


def _bereaved(scene: Scene) -> Iterator[Fact]:
    """我丈夫瘫了七年，上个月走了: the death is told in a clause of its own."""
    for clause in scene.message.clauses:
        subject = scene.cast.subject_before(clause.start)
        if (
            subject is None
            or scene.cast.inside(clause)
            or subject.relation not in ("husband", "wife", "spouse")
        ):
            continue
        if m := _DIED.match(clause.text):
            yield Fact(
                "widowed",
                True,
                clause.start,
                clause.start + m.end(),
                Mention("self", clause.start, clause.end),
                0.75,
            )


def _owner(scene: Scene, key: str, start: int, end: int) -> Mention | None:
    """A death of the spouse makes the other one widowed: mostly the speaker."""
    if key == "orphan":
        return _child(scene, start, end)
    if key in ("has_car", "houses", "deposits"):
        return _other(scene.cast.owner(start, end))
    owner = (
        _left_behind(scene, start, end)
        if key in ("widowed", "divorced")
        else scene.cast.owner(start, end)
    )
    if owner is None or owner.relation != "family":
        return owner
    named = [m for m in scene.cast.inside(scene.message.clause(start)) if start <= m.start < end]
    named = [m for m in named if m.relation != "family"]  # 小孩一个人在家里
    return named[0] if named else Mention("self", start, end)


def _child(scene: Scene, start: int, end: int) -> Mention | None:
    """侄子爸妈都没了: the child, not the parents; 没爹没妈的孩子: the one described."""
    described = [m for m in scene.cast.mentions if m.start == end + 1 and scene.text[end] == "的"]
    if described:
        return described[0]
    here = [
        m
        for m in scene.cast.inside(scene.message.clause(start))
        if m.relation != "parents" and m.start < end
    ]
    return here[-1] if here else scene.cast.subject_before(start)


def _left_behind(scene: Scene, start: int, end: int) -> Mention | None:
    """The one whose partner died or left: named before the partner, mostly the speaker."""
    here = scene.cast.inside(scene.message.clause(start))
    partner = next(
        (m for m in here if m.start < end and scene.text[m.start : m.end].endswith(_PARTNERS)), None
    )
    if partner is None:
        return scene.cast.owner(start, end)
    before = [m for m in here if m.end <= partner.start]
    behind = [m for m in here if partner.end < m.start < end and _with(scene, m)]  # 老婆跟他离了
    told = before or behind
    if told:
        return told[-1]
    subject = scene.cast.subject_before(start)  # 我弟尿毒症，老婆跑了: his, not the speaker's
    theirs = subject is not None and subject.relation in line(PLAUSIBLE, "with_partner")
    return subject if theirs else Mention("self", start, end)


def _with(scene: Scene, mention: Mention) -> bool:
    return scene.text[mention.start - 1] in "跟和与同"


def _other(owner: Mention | None) -> Mention | None:
    """What the household owns is the household's, unless somebody else is named."""
    return None if owner is None or owner.relation in ("self", "family") else owner
