"""Illnesses under their common name: 透析 is told as 尿毒症, 降压药 as 高血压."""

import re
from collections.abc import Iterator
from functools import cache

from core.language.reading.negation import denied
from core.language.reading.shelf import literals, table, words
from core.language.resident.scene import Fact, Scene

_ORGANS = (
    "胃 肝 肺 肠 直肠 结肠 大肠 小肠 乳腺 宫颈 食管 食道 胰腺 胰 肾 甲状腺 前列腺 膀胱 卵巢 子宫 鼻咽 喉 咽喉 口腔 骨 血 淋巴 "
    "胆囊 胆管 胆 皮肤 脑 子宫内膜 舌 贲门 胸腺 输尿管 十二指肠 肛门 腮腺 扁桃体 鼻腔 外阴 睾丸"
)
_PROCESSES = "结石 囊肿 息肉 脓肿 结节 肌瘤 坏死 穿孔"
_PROCESS_OF = f"{_ORGANS} 尿道 膀 骨髓"
_TREATMENTS = ("化疗", "放疗", "癌症", "恶性肿瘤")
_GROWTHS = ("癌", "白血病", "瘤")
_DIED_OF = re.compile(
    "晚期?(?:去世|走了|走的|没了|死了|死的|过世)|(?:去世|走了|走的|没了|死了|死的|过世)"
)
_GRADED = re.compile("(?:残疾)?[一二三四1234]级|残")  # 精神病二级 is a grade of disability
_TREATED = ("药费", "自费", "吃药", "看病", "住院", "医生", "手术", "开刀", "复查")
_AWAITED = ("要", "得", "需要", "想", "等", "准备", "等着")  # 要换肝: not yet
_FEAR = ("怕", "担心", "预防", "筛查", "检查有没有", "会不会", "防")


@cache
def _names() -> dict[str, str]:
    return {w: row["canonical"] for row in table("illnesses") for w in words(row["words"])}


@cache
def _finer() -> dict[str, frozenset[str]]:
    """Illnesses that are told already when one of their finer names is: 肾衰竭 beside 透析."""
    return {row["canonical"]: frozenset(words(row["unless"])) for row in table("illnesses")}


@cache
def _pattern() -> re.Pattern[str]:
    grown = [o + p for o in words(_PROCESS_OF) for p in words(_PROCESSES)]
    return literals([*_cancers(), *grown, *_names()])


@cache
def _cancers() -> list[str]:
    return [f"{organ}癌" for organ in words(_ORGANS)]


def read(scene: Scene) -> Iterator[Fact]:
    """Every illness somebody is said to have, under its finest name."""
    found = list(_had(scene))
    for fact in found:
        finer = _finer().get(fact.value, frozenset())
        same = {
            f.value
            for f in found
            if f.owner is None or fact.owner is None or f.owner.key == fact.owner.key
        }
        if not finer & same:
            yield fact


def _had(scene: Scene) -> Iterator[Fact]:
    found = list(_pattern().finditer(scene.text))
    treated = any(m[0].endswith(_GROWTHS) for m in found if m[0] not in _TREATMENTS)
    for m in found:
        if treated and m[0] in _TREATMENTS:  # 乳腺癌，在化疗: one illness
            continue
        if denied(scene.text, m.start()) or scene.clause_before(m.start()).endswith(_FEAR):
            continue
        if m[0][0] in "移换" and scene.clause_before(m.start()).endswith(_AWAITED):
            continue
        if _DIED_OF.match(scene.text, m.end()) or _GRADED.match(scene.text, m.end()):
            continue
        if (owner := scene.cast.owner(m.start(), m.end(), of=True)) or _somebody(scene, m.start()):
            yield Fact("illness", _names().get(m[0], m[0]), m.start(), m.end(), owner)


def _somebody(scene: Scene, start: int) -> bool:
    """Without anybody named, an illness that was got or treated is the speaker's."""
    if not any(m.relation not in ("self", "family") for m in scene.cast.mentions) and any(
        word in scene.text for word in _TREATED
    ):
        return True
    if scene.hits.has("resident/facts/can_work", "resident/money/self_paid") and not any(
        m.relation != "self" for m in scene.cast.mentions
    ):
        return True  # 肺结核，干不了活: nobody else is spoken of
    at = scene.message.clause_index(start)
    after = scene.message.clauses[at + 1 : at + 2]
    if at == 0 and after and any(m.relation == "self" for m in scene.cast.inside(after[0])[:1]):
        return True  # 脑溢血后遗症，我走路要人扶
    near = scene.text[max(0, start - 6) : start + 12]
    return any(
        word in near
        for word in (
            "得了",
            "生了",
            "患",
            "查出",
            "确诊",
            "做了",
            "在做",
            "就是",
            "年了",
            "多年",
            "住院",
            "好几年",
            "一年",
            "每月",
            "每周",
            "天天",
            "吃药",
        )
    )
