"""Facts that are said in words, not numbers: bedridden, widowed, divorced, a car or none ..."""

import re
from collections.abc import Iterator

from core.language.reading.negation import taken_back
from core.language.reading.people import Mention
from core.language.resident.scene import Fact, Scene

_WISHES = ("如果", "要是", "假如", "万一", "是不是", "算不算", "怕", "担心")

_FORMER = re.compile("原来|以前|之前|本来|曾经|过去")
_PARENTS = re.compile("(?:父母|爸妈|爸爸妈妈|爹妈)[^，。？]{0,3}$")
_PARTNERS = ("老公", "丈夫", "老伴", "爱人", "老婆", "妻子", "老头子", "男人", "那口子", "前夫", "前妻", "媳妇", "太太", "配偶", "他爸", "她爸", "老头", "先生")


def read(scene: Scene) -> Iterator[Fact]:
    """Every flag of the shelf that stands in the message and is not taken back."""
    for hit in scene.hits["resident/facts"]:
        if taken_back(scene.text, hit.start, hit.end):
            continue
        if any(word in scene.clause_before(hit.start) for word in _WISHES):
            continue
        key, value = hit.rule.data["key"], hit.rule.data["value"]
        if key in ("divorced", "widowed") and _PARENTS.search(scene.clause_before(hit.start)):
            continue
        if key == "has_car" and value and _FORMER.search(scene.clause_before(hit.start)):
            value = False
        yield Fact(key, value, hit.start, hit.end, _owner(scene, key, hit.start, hit.end))


def _owner(scene: Scene, key: str, start: int, end: int) -> Mention | None:
    """A death of the spouse makes the other one widowed: mostly the speaker."""
    if key in ("has_car", "houses"):
        return _other(scene.cast.owner(start, end))
    owner = _left_behind(scene, start, end) if key in ("widowed", "divorced") else scene.cast.owner(start, end)
    return Mention("self", start, end) if owner is not None and owner.relation == "family" else owner


def _left_behind(scene: Scene, start: int, end: int) -> Mention | None:
    """The one whose partner died or left: named before the partner, mostly the speaker."""
    here = scene.cast.inside(scene.message.clause(start))
    partner = next((m for m in here if m.start < end and scene.text[m.start : m.end].endswith(_PARTNERS)), None)
    if partner is None:
        return scene.cast.owner(start, end)
    before = [m for m in here if m.end <= partner.start]
    return before[-1] if before else Mention("self", start, end)


def _other(owner: Mention | None) -> Mention | None:
    """What the household owns is the household's, unless somebody else is named."""
    return None if owner is None or owner.relation in ("self", "family") else owner
