"""不是三级是二级, 不对是4500: what is taken back does not count any more."""

import re

from core.language.resident.scene import Fact, Scene

_TAKEN_BACK = re.compile(r"(?:不是|不对|说错了?|讲错了?|打错了?|写错了?|更正|纠正)[^，。？]{0,4}$")
_SET_RIGHT = re.compile(
    r"^[^。？]{0,3}(?:，)?(?:不对|说错|讲错|打错|写错|错了|更正|应该是|其实是|不是[，])"
)


def corrected(scene: Scene, facts: list[Fact]) -> list[Fact]:
    """The facts without those that the message itself takes back."""
    kept = [f for f in facts if not _denied(scene, f, facts)]
    return [f for f in kept if not _replaced(scene, f, kept)]


def _denied(scene: Scene, fact: Fact, facts: list[Fact]) -> bool:
    """不是三级，是二级: denied where another value of the same key stands."""
    if not any(f is not fact and f.key == fact.key for f in facts):
        return False
    before = scene.text[max(0, fact.start - 6) : fact.start]
    return bool(re.search(r"(?:不是|并非)[^，。？]{0,3}$", before))


def _replaced(scene: Scene, fact: Fact, facts: list[Fact]) -> bool:
    """三千，不对，是四千五: the value before the correction gives way to the one behind it."""
    later = [f for f in facts if f.key == fact.key and f.start > fact.end and f.value != fact.value]
    return any(
        _SET_RIGHT.match(scene.text[fact.end : f.start])
        and len(scene.text[fact.end : f.start]) < 12
        for f in later
    )
