"""Whom plain cues speak for: 替他报, 我能不能领, 我们家四口人."""

import re

from core.language.reading.kinship import Mention
from core.language.reading.shelf import any_of, line
from core.language.resident.asked import GRAMMAR, SPEAKER
from core.language.resident.collect import HOUSEHOLD, Key, key_of
from core.language.resident.scene import Fact, Scene
from core.language.resident.sorts import Candidate

_LONELY_HE = re.compile(r"(?<=[，。？])[他她](?!们|的电话)")
_FOR_ME = re.compile("(?:帮|给|替)我(?:找|寻|介绍|安排|推荐)")
_NAMED = re.compile("[老小]?[一-龥]{1,2}(?:申请|报|办|装|领|问|登记)")  # 替邻居老陈报
_COUNT = re.compile(r"[一两俩三四2-4]个?$")
_YOUNG = ("child", "son", "daughter", "grandson", "granddaughter")


def told_of(scene: Scene, facts: list[Fact], personal: list[Fact]) -> Candidate:
    """The person that plain cues speak for."""
    told = [key_of(f) for f in personal]
    if scene.text.startswith("名下", 1) and not told:
        return "self"
    if _FOR_ME.search(scene.text):
        return "self"
    if (about := _beneficiary(scene)) is not None:
        return about
    if asks_for_self(scene):
        return "self"
    if childs_only(personal) and _opens_with_self(scene):
        return "self"
    apart = list(dict.fromkeys(k for k in told if k[0] != "family"))
    if _of_family(scene, facts, personal, apart):
        return "family"
    if apart and all(number for _, number in apart):  # only 大的, 小的: their parent's question
        return "self" if any(m.relation == "self" for m in scene.cast.mentions) else "family"
    return _first(scene, apart, told) if apart else _nobody_told(scene, facts)


def _beneficiary(scene: Scene) -> str | None:
    """给我爸报名: the person help is asked for."""
    for m in scene.cast.mentions:
        before, after = scene.text[max(0, m.start - 1) : m.start], scene.text[m.end : m.end + 4]
        if (
            m.relation not in SPEAKER
            and before in ("给", "帮", "替")
            and (
                after.startswith(line(GRAMMAR, "wants"))
                or (m.relation in ("neighbour", "villager") and _NAMED.match(scene.text, m.end))
            )
        ):
            return m.relation
    return None


def asks_for_self(scene: Scene) -> bool:
    """妈妈是低保，我能不能领: help is asked for oneself, and no household leads."""
    return _last_asked_by_self(scene) and not _leads(scene)


def _last_asked_by_self(scene: Scene) -> bool:
    """The last question for help has 我 as its subject."""
    asks = [
        h for h in scene.hits["resident/intents/can"] if scene.text[h.start] in "能可够符有会影"
    ]
    if not asks:
        return False
    last = asks[-1]
    clause = scene.message.clause(last.start)
    if scene.text[last.start] in "会影":
        return any(m.relation == "self" for m in scene.cast.inside(clause))
    before = [m for m in scene.cast.inside(clause) if m.end <= last.start]
    near = scene.text[before[-1].end : last.start] if before else ""
    return (
        bool(before)
        and before[-1].relation == "self"
        and len(near) <= 4
        and "给" not in scene.text[last.end : clause.end]
    )


def childs_only(personal: list[Fact]) -> bool:
    """Nothing but the age or the class of a child is told."""
    young = [f for f in personal if key_of(f)[0] in _YOUNG]
    return (
        bool(young)
        and len(young) == len(personal)
        and all(f.key in ("student_stage", "age") for f in young)
    )


def _opens_with_self(scene: Scene) -> bool:
    """我外地人来平湖打工三年了，小孩上小学: the speaker tells of the speaker first."""
    first = scene.cast.mentions[0]
    clause = scene.message.clause(first.start)
    alone = len(scene.cast.inside(clause)) == 1
    return (
        first.relation == "self"
        and alone
        and not scene.text.startswith(("想", "要", "问", "来"), first.end)
        and bool(any_of(GRAMMAR, "of_self").search(clause.text))
    )


def _leads(scene: Scene) -> bool:
    first = next((m for m in scene.cast.mentions if m.relation != "self"), None)
    return bool(scene.sized) or (first is not None and first.relation == "family")


def _of_family(scene: Scene, facts: list[Fact], personal: list[Fact], apart: list[Key]) -> bool:
    """我们家4口人…: the household comes first, or several people of it, or only what is its own."""
    shared = {f.key: f for f in facts if f.key in HOUSEHOLD or key_of(f)[0] == "family"}
    home = [m.start for m in scene.cast.mentions if m.relation == "family"]
    size = [f.start for f in facts if f.key == "household_size"]
    opening = min([*home, *size], default=None)
    if not apart:
        if (size and len(home) > 0) or any(key_of(f)[0] == "family" for f in personal):
            return True
        kin = [m.start for m in scene.cast.mentions if m.relation not in SPEAKER and m.sure]
        return bool(shared) and (
            len(shared) > 2 or (opening is not None and not (kin and kin[0] < opening))
        )
    if (
        len(apart) >= 3
        and ({k[0] for k in apart} & {"self", "wife", "husband", "spouse"})
        and "relative" not in {k[0] for k in apart}
    ):
        return True
    earners = {key_of(f) for f in personal if f.key == "person_income_month"}
    if len(earners) >= 2 or (len(apart) >= 2 and size):
        return True
    before_all = opening is not None and opening <= min(f.start for f in personal)
    return before_all and bool(shared) and not _about_one(scene, apart)


def _about_one(scene: Scene, apart: list[Key]) -> bool:
    """Only the speaker has facts: 家里…我失业了."""
    return apart == [("self", 0)]


def _first(scene: Scene, apart: list[Key], told: list[Key]) -> str:
    """The person named first among those told of; a parent of whom more is told than of the child."""
    if ("self", 0) in apart and all(k[0] in _YOUNG for k in apart if k[0] != "self"):
        mine = told.count(("self", 0))
        if mine >= 2 and mine * 2 > len(told):
            return "self"
    order = {m.key: -m.start for m in reversed(scene.cast.mentions)}
    return max(apart, key=lambda k: order.get(k, 0 if k[0] == "self" else -len(scene.text)))[0]


def _nobody_told(scene: Scene, facts: list[Fact]) -> str | None:
    """No personal facts: the first kin spoken of, or the speaker who tells facts of the household."""
    kin = [m for m in scene.cast.mentions if m.relation not in SPEAKER and (m.sure or m.home)]
    kin = [
        m for m in kin if not _only_named(scene, m) and not _COUNT.search(scene.text, 0, m.start)
    ]
    if facts and _need_of_speaker(scene):
        return "self"
    if facts and (not kin or _speaks_of_self(scene, facts[0])):
        return "self"
    if kin:
        return kin[0].relation
    return "relative" if _LONELY_HE.search(scene.text) else None


def _speaks_of_self(scene: Scene, fact: Fact) -> bool:
    """我名下有两套房，一套给儿子…: the first fact stands beside 我."""
    here = scene.cast.inside(scene.message.clause(fact.start))
    return bool(here) and here[0].relation == "self"


def _need_of_speaker(scene: Scene) -> bool:
    """媳妇怀孕，我被裁员: the need that is told is the speaker's."""
    needs = [h for h in scene.hits["resident/topics"] if h.rule.data.get("how") == "need"]
    owners = [scene.cast.owner(h.start, h.end) for h in needs]
    return bool(owners) and all(o is not None and o.relation == "self" for o in owners)


def _only_named(scene: Scene, mention: Mention) -> bool:
    """A person who acts or is elsewhere, not the one spoken for: 我妈说, 隔壁也有."""
    if scene.cast.dead(mention):
        return True
    return mention.relation in ("villager", "neighbour", "parents") or scene.text.startswith(
        line(GRAMMAR, "only_named"), mention.end
    )
