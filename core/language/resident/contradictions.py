"""Things said that cannot all be true: they are asked about, never decided."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from core.language.reading.kinship import Mention
from core.language.reading.shelf import read
from core.language.resident.facts import household
from core.language.resident.model import Contradiction
from core.language.resident.scene import Scene

_HOME = (
    "self",
    "father_in_law",
    "father",
    "mother",
    "husband",
    "wife",
    "spouse",
    "brother",
    "grandfather",
    "grandmother",
    "grandson",
    "granddaughter",
    "daughter_in_law",
)
_IN_LAWS = ("婆婆", "岳母", "丈母娘", "婆母")
_COUPLE = re.compile("老公|丈夫|老婆|妻子|媳妇|老伴|爱人|夫妻|夫妇|两口")
_COUNTED = re.compile(r"(?<![初高大第老])([两俩二三四2-4])个?$")
_HOW_MANY = {"两": 2, "俩": 2, "二": 2, "三": 3, "四": 4}
_CHILDREN = ("child", "son", "daughter")
_PARENT_AND_CHILD = 14  # years that must lie between a parent and a child
_TOLERANCE = 0.3  # by how much per-head income times heads may differ from the household's


@cache
def _spoken() -> dict[str, str]:
    """How each relation is called when we ask back."""
    return dict(read("people/spoken"))


@dataclass(frozen=True, slots=True)
class Doubt:
    """A contradiction, the fact it concerns, and the range that leaves both sides open."""

    contradiction: Contradiction
    key: str
    between: dict[str, int] | None = None


def contradictions(
    scene: Scene, facts: dict[str, Any], others: list[dict[str, Any]]
) -> list[Doubt]:
    """Every contradiction in what was said of the household."""
    return [*_heads(scene, facts), *_alone(facts), *_per_head(facts), *_ages(facts, others)]


def _heads(scene: Scene, facts: dict[str, Any]) -> Iterator[Doubt]:
    """五口人, but six people listed."""
    size = facts.get("household_size")
    if not isinstance(size, int) or not household.counted(scene):
        return
    named = _listed(scene)
    if len(named) <= size:
        return
    people = "、".join(_spoken()[n] for n in named)
    question = f"您说家里有{size}口人，可您提到了{people}，一共{len(named)}位。请问现在一起生活的到底是几口人？"
    yield Doubt(
        Contradiction("household_size", size, len(named), question),
        "household_size",
        {"min": size, "max": len(named)},
    )


def _listed(scene: Scene) -> list[str]:
    """The people of the household that are named; children are counted as often as told apart."""
    here = [m for m in scene.cast.mentions if not scene.cast.absent(m)]
    keys = dict.fromkeys(m.key for m in here)
    named = [relation for relation, _ in keys if relation in _HOME]
    if any(m.relation == "parents" for m in here):
        named += [one for one in ("father", "mother") if one not in named]
    if any(scene.text[m.start : m.end].endswith(_IN_LAWS) for m in here):
        named.append("mother_in_law")
    together = [scene.text[m.start : m.end] for m in here if m.relation == "family"]
    if any(_COUPLE.search(said) for said in together):  # 我跟老公 is the speaker and one more
        named += [] if {"husband", "wife", "spouse"} & {*named} else ["spouse"]
    children = _children(scene, [m for m in here if m.relation in _CHILDREN])
    if "self" not in named and any(m.relation == "family" for m in scene.cast.mentions):
        named.append("self")
    if "spouse" in named and ("husband" in named or "wife" in named):
        named.remove("spouse")
    return named + ["child"] * children


def _children(scene: Scene, found: list[Mention]) -> int:
    """两个儿子 are two; those told apart count one by one; otherwise every relation is one."""
    apart = len({m.key for m in found if m.number})
    counts: dict[str, int] = {}
    for m in found:
        told = _COUNTED.search(scene.text, max(0, m.start - 3), m.start)
        many = _HOW_MANY.get(told[1]) or int(told[1]) if told else 1
        counts[m.relation] = max(counts.get(m.relation, 0), many)
    if (
        "child" in counts and len(counts) > 1
    ):  # 两个孩子，儿子…女儿…: told once together, once apart
        together = counts.pop("child")
        return max(apart, together, sum(counts.values()))
    return max(apart, sum(counts.values()))


def _alone(facts: dict[str, Any]) -> Iterator[Doubt]:
    size = facts.get("household_size")
    if facts.get("lives_alone") and isinstance(size, int) and size > 1:
        question = (
            f"您说是一个人住，又说家里有{size}口人。请问平时是一个人住，还是{size}个人一起住？"
        )
        yield Doubt(Contradiction("lives_alone", True, size, question), "lives_alone")


def _per_head(facts: dict[str, Any]) -> Iterator[Doubt]:
    size, whole, each = (
        facts.get(k) for k in ("household_size", "household_income_month", "person_income_month")
    )
    if not (
        isinstance(size, int)
        and isinstance(whole, int)
        and isinstance(each, int)
        and facts.get("relation") == "family"
    ):
        return
    if abs(each * size - whole) > whole * _TOLERANCE:
        question = f"您说全家每月{whole}元、{size}口人，又说人均{each}元，两个数对不上。请问全家一个月一共收入多少元？"
        yield Doubt(Contradiction("income", whole, each * size, question), "household_income_month")


def _ages(facts: dict[str, Any], others: list[dict[str, Any]]) -> Iterator[Doubt]:
    """A parent hardly older than the child."""
    told = (
        {"self": facts.get("age")}
        if facts.get("relation") == "self"
        else {str(facts.get("relation")): facts.get("age")}
    )
    told |= {o["relation"]: o["age"] for o in others if "age" in o}
    mine = told.get("self")
    for parent in ("father", "mother"):
        theirs = told.get(parent)
        if isinstance(mine, int) and isinstance(theirs, int) and theirs - mine < _PARENT_AND_CHILD:
            question = f"您说自己{mine}岁，{_spoken()[parent]}{theirs}岁，年龄好像不对。请问两位分别是多少岁？"
            yield Doubt(Contradiction("age", theirs, mine, question), "age")
