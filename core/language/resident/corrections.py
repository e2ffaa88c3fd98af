"""不是三级是二级, 不对是4500: what is taken back does not count any more."""

import re

from core.language.resident.scene import Fact, Scene

# 乱写我有两套房, 硬讲我是外地人: what others claim and the speaker denies
_CLAIMED = re.compile(
    "(?:偏说|硬说|硬讲|非说|瞎说|乱说|乱写|瞎写|乱填|写成|登记成|登成|录成|填成|搞成|弄成|算成|当成|显示|系统里|查出来)(?:[我他她俺]|我们|我家|名下|是|有|成){0,5}$"
)
_DENIES = re.compile("明明|根本|哪里?有|没有的事|其实|瞎|乱|谁(?:登|写|查)|硬|偏|错")
_RUMOUR = re.compile(
    "听说|听人|听他们|网上|有人|人家[都也]?[说讲]|别人[都也]?[说讲]|抖音|新闻|电视"
)
_SET_RIGHT = re.compile(
    r"^[^。？]{0,3}(?:，)?(?:不对|说错|讲错|打错|写错|错了|更正|应该是|其实是|不是[，])"
)


def corrected(scene: Scene, facts: list[Fact]) -> list[Fact]:
    """The facts without those that the message itself takes back."""
    kept = [f for f in facts if not _denied(scene, f, facts) and not _claimed(scene, f)]
    if _RUMOUR.search(scene.text):
        kept = [f for f in kept if not _heard(scene, f)]
    return [f for f in kept if not _replaced(scene, f, kept)]


def _denied(scene: Scene, fact: Fact, facts: list[Fact]) -> bool:
    """不是三级，是二级: denied where another value of the same key stands."""
    if not any(f is not fact and f.key == fact.key for f in facts):
        return False
    before = scene.text[max(0, fact.start - 6) : fact.start]
    return bool(re.search(r"(?:不是|并非)[^，。？]{0,3}$", before))


def _heard(scene: Scene, fact: Fact) -> bool:
    """听说有人开奔驰还吃低保, 网上说一家三口三千以下就能办: of nobody the speaker names."""
    sentence = scene.message.clause(fact.start).sentence
    heard = [m for m in _RUMOUR.finditer(scene.text, 0, fact.start)]
    return bool(
        heard
        and scene.message.clause(heard[-1].start()).sentence == sentence
        and not any(
            m.start >= heard[-1].end() and m.start <= fact.end and m.sure and m.relation != "family"
            for m in scene.cast.mentions
        )
        and not any(
            m.start >= heard[-1].end() and m.relation == "self"
            for m in scene.cast.mentions
            if m.start <= fact.end
        )
    )


def _claimed(scene: Scene, fact: Fact) -> bool:
    """系统里显示我有车，我根本没有: told by others, denied by the speaker."""
    before = scene.clause_before(fact.start)
    return bool(_CLAIMED.search(before[-12:]) and _DENIES.search(scene.text))


def _replaced(scene: Scene, fact: Fact, facts: list[Fact]) -> bool:
    """三千，不对，是四千五: the value before the correction gives way to the one behind it."""
    later = [f for f in facts if f.key == fact.key and f.start > fact.end and f.value != fact.value]
    return any(
        _SET_RIGHT.match(scene.text[fact.end : f.start])
        and len(scene.text[fact.end : f.start]) < 16
        for f in later
    )
