"""Whom the question is about."""

from core.language.crisis import Danger
from core.language.learned.ranking import load
from core.language.resident.asked import SPEAKER
from core.language.resident.collect import key_of
from core.language.resident.cues import asks_for_self, childs_only, told_of
from core.language.resident.endangered import endangered
from core.language.resident.marks import Marks
from core.language.resident.scene import Fact, Scene
from core.language.resident.sorts import Candidate

# By how much the best must be ahead of the second best, in logarithms. Measured by fitting without a
# fifth of the labelled messages and reading that fifth: beyond 0.8 a wrong person is saved for each
# two right ones not told, and a wrong one is worse; beyond 1.6 precision no longer grows.
CLEAR = 1.6


def main_persons(
    scene: Scene, facts: list[Fact], alive: tuple[Danger, ...], marks: Marks, intent: str
) -> tuple[Candidate, ...]:
    """The relation the question is about, None when nobody is; two of them when they are close."""
    if alive:
        return (endangered(scene, alive, [key_of(f) for f in marks.personal]),)
    if not facts and all(m.relation in SPEAKER for m in scene.cast.mentions):
        return (None,)  # without a fact the speaker is only the one who asks
    plain = _lost(scene) or marks.certain() or ("self" if facts and asks_for_self(scene) else None)
    if plain is not None:
        return (plain,)
    logs = load("relation").logs(marked(scene, facts, marks, intent))
    best, second = sorted(logs, key=lambda who: -logs[who])[:2]
    if logs[best] - logs[second] >= CLEAR:
        return (best,)
    alone = _nobody_else(scene, facts, _told_of_alone(scene, marks.personal))
    if alone is None and None in (best, second):
        if scene.cast.mentions:
            return (None,)
        if marks.personal:  # 一个人住，没有工作: nobody else is spoken of
            return (best or second,)
    return (alone,) if alone and alone in (best, second) else (best, second)


def marked(
    scene: Scene, facts: list[Fact], marks: Marks, intent: str
) -> dict[Candidate, frozenset[str]]:
    """Every candidate with its marks, and with what the plain cues say."""
    people, told = marks.of_all(intent), told_of(scene, facts, marks.personal)
    if told in people:
        people[told] |= marks.cued(told)
    return people


def _lost(scene: Scene) -> Candidate:
    """我爸上个月走了，办丧事有补助吗: it is of the one who died; of a partner the widowed one asks."""
    if not any(h.name == "funeral" for h in scene.hits["resident/topics"]):
        return None
    living = (*SPEAKER, "husband", "wife", "spouse")
    dead = [m for m in scene.cast.mentions if m.relation not in living and scene.cast.dead(m)]
    return dead[0].relation if len({m.key for m in dead}) == 1 else None


def _told_of_alone(scene: Scene, personal: list[Fact]) -> Candidate:
    """The one person everything personal is told of; a child's class is told of a parent's need."""
    owners = {f.owner.key if f.owner is not None else None for f in personal}
    only = owners.pop() if len(owners) == 1 else None
    if only is None:
        return None
    asks_for_self = scene.cast.mentions[:1] and scene.cast.mentions[0].relation == "self"
    return None if asks_for_self and childs_only(personal) else only[0]


def _nobody_else(scene: Scene, facts: list[Fact], alone: Candidate) -> Candidate:
    """That person, or the only one named, where no other kin and no household is spoken of."""
    named = {m.relation for m in scene.cast.mentions}
    if alone is not None:
        return alone if alone == "self" or not (named - {alone, "self"} or scene.sized) else None
    sure = [m.relation for m in scene.cast.mentions if m.sure or m.home]
    return sure[0] if facts and len(named) == 1 and sure else None
