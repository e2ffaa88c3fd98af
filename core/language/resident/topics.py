"""What a message is about: policies that are named, and needs that point to one policy.

A benefit that is only told as held (家里是低保) is no topic. Where a policy is named and asked
about, the circumstances told beside it (an operation, a lay-off) are no topics of their own.
"""

import re
from functools import cache

from core.language.reading.rules import Hit, Rule, rules_of
from core.language.resident.facts.receives import holds, longest
from core.language.resident.scene import Fact, Scene

_NO_MORE = re.compile(
    "(?:户|金)?(?:我|也)?(?:去年|前年|早就|前几年|以前|原来|前些年|上半年)[^，。？]{0,4}(?:停|取消|退|没了|断)|[吃拿领]过|没评上|没批"
)
MANY = 3  # so many kinds of hardship told at once point to no single policy
_GENERIC = (
    "还有什么",
    "有什么",
    "哪些",
    "能领什么",
    "怎么办",
    "什么补助",
    "申请什么",
    "有啥",
    "能有什么",
    "领什么",
    "拿什么",
    "能办什么",
    "补什么",
)
_EVEN_IN_CRISIS = ("temporary_assistance", "child_protection")
_NO_ASIDE = ("progress", "complaint", "update_info", "greeting_or_other")
_HARDSHIPS = {
    **dict.fromkeys(("disability_grade", "disability_kind"), "disability"),
    **dict.fromkeys(("illness", "bedridden"), "illness"),
    **dict.fromkeys(("medical_selfpaid_year", "medical_selfpaid_month"), "illness"),
    **dict.fromkeys(("graduated_years_ago", "unemployed_months"), "work"),
    "student_stage": "school",
}


def topics(scene: Scene, facts: list[Fact]) -> list[Hit]:
    """The hits whose names are the topics, in the order of the text, one for each topic."""
    hits = longest([h for h in scene.hits["resident/topics"] if h.name != "other"])
    named = [h for h in hits if h.rule.data["how"] == "named"]
    received = {f.start for f in facts if f.key == "receives"}
    held = [h for h in named if h.start in received or _held(scene, h)]
    asked = [h for h in named if h not in held]
    if len(asked) > 1:  # 低保去年停了, 不是低保: told beside what is asked
        asked = [h for h in asked if not _past(scene, h)] or asked
    elif asked and _past(scene, asked[0]) and (needs := _needs(scene, hits, facts)):
        asked = needs
    if (
        len({h.name for h in asked}) > 1
    ):  # 低保户家里老人死了，丧葬费…: the group is not what is asked about
        asked = [
            h
            for h in asked
            if not scene.text[h.start : h.end].endswith("户") or scene.clause_before(h.start)
        ]
    aside = scene.hits["resident/topics/other"]
    found = (
        asked
        or _needs(scene, hits, facts)
        or _costs(scene, facts)
        or ([] if aside else _quoted(scene, held))
        or aside
    )
    return _once(_without_echoes(found))


@cache
def _medical() -> Rule:
    return next(r for r in rules_of("resident/topics") if r.name == "medical_assistance")


def _costs(scene: Scene, facts: list[Fact]) -> list[Hit]:
    """换膝盖自己付了一万九，能救助吗: costs told and help asked for, whatever the treatment."""
    if not scene.hits.has("resident/intents/can"):
        return []
    paid = [f for f in facts if f.key.startswith("medical_selfpaid")]
    return [Hit(_medical(), f.start, f.end) for f in paid[:1]]


def spoken_of(hits: list[Hit], intent: str, hungry: bool) -> list[str]:
    """The names of the topics as the contract wants them for this intent."""
    names = [h.name for h in hits]
    if intent == "crisis":
        asked = {h.name for h in hits if h.rule.data["how"] == "named"}
        kept = [n for n in names if n in asked or n in _EVEN_IN_CRISIS]
        return (
            kept
            if not hungry or "temporary_assistance" in kept
            else [*kept, "temporary_assistance"]
        )
    if intent == "policy_info" and not names:
        return ["other"]
    return [] if names == ["other"] and intent in _NO_ASIDE else names


def _past(scene: Scene, hit: Hit) -> bool:
    """A status that is no more or never was, told as a circumstance."""
    clause = scene.message.clause(hit.start)
    after = scene.text[hit.end : clause.end]
    return clause.mark != "？" and bool(
        _NO_MORE.match(after) or scene.clause_before(hit.start).endswith(("不是", "没有", "没评上"))
    )


def _held(scene: Scene, hit: Hit) -> bool:
    """Told as held, or only naming a group of people (低保户有优惠吗)."""
    if holds(scene, hit):
        return True
    return scene.text[hit.start : hit.end].endswith("户") and _other_ask(scene, hit)


def _other_ask(scene: Scene, hit: Hit) -> bool:
    """低保户有煤气补贴吗: the clause asks for something else than the status it names."""
    clause = scene.message.clause(hit.start)
    later = [
        h
        for h in scene.hits["resident/topics"]
        if hit.end <= h.start < clause.end and (h.name != "other" or _a_benefit(scene, h))
    ]
    earlier = any(
        h.end <= hit.start and h.name not in (hit.name, "other") and h.rule.data["how"] == "named"
        for h in scene.hits["resident/topics"]
    )  # 电费减给低保户多少
    return (
        bool(later)
        or earlier
        or any(w in scene.text[hit.end : clause.end] for w in ("优惠", "补贴吗", "补助吗", "减免"))
    )


def _a_benefit(scene: Scene, hit: Hit) -> bool:
    return scene.text[hit.start : hit.end].endswith(
        ("补贴", "补助", "优惠", "减免", "慰问", "慰问金")
    )


def _needs(scene: Scene, hits: list[Hit], facts: list[Fact]) -> list[Hit]:
    needs = [h for h in hits if h.rule.data["how"] == "need"]
    hardships = {_HARDSHIPS[f.key] for f in facts if f.key in _HARDSHIPS} | {
        h.name for h in needs if h.name != "medical_assistance"
    }
    if len(hardships) >= MANY and any(word in scene.text for word in _GENERIC):
        return []
    kinds = {h.name for h in needs}
    if "child_protection" in kinds:
        needs = [h for h in needs if h.name != "education_aid"]
    if len({h.name for h in needs}) > 1 and not scene.hits.has(
        "resident/intents/can", "resident/intents/how", "resident/intents/apply"
    ):
        return []
    return needs


def _quoted(scene: Scene, held: list[Hit]) -> list[Hit]:
    """A benefit told as held is the topic after all when it is what is complained of or given up."""
    about = scene.hits.has("resident/intents/progress", "resident/intents/complaint")
    given_up = any(
        w in scene.text
        for w in (
            "退出",
            "离开",
            "丢了",
            "只打",
            "才打",
            "只发",
            "变成",
            "变少",
            "少了",
            "报告",
            "报备",
            "没打",
            "没进",
            "停",
            "取消",
            "少发",
            "少打",
            "影响",
            "会不会",
            "断了",
        )
    )
    alone = not any(m.relation not in ("villager",) for m in scene.cast.mentions)
    return held if about or given_up or alone else []


def _without_echoes(hits: list[Hit]) -> list[Hit]:
    """A hit inside a longer hit of another topic is not meant: 生活补贴 in 高龄生活补贴."""
    return [h for h in hits if not any(_inside(h, other) for other in hits)]


def _inside(hit: Hit, other: Hit) -> bool:
    return (
        other.name != hit.name
        and other.start <= hit.start
        and hit.end <= other.end
        and (other.end - other.start) > (hit.end - hit.start)
    )


def _once(hits: list[Hit]) -> list[Hit]:
    seen: dict[str, Hit] = {}
    for hit in hits:
        seen.setdefault(hit.name, hit)
    return list(seen.values())
