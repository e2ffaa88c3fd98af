"""Danger first: what in a message speaks of harm now, and what takes that reading away.

Two witnesses are heard. Expressions somebody wrote down (words/crisis) count for nothing when they
are denied, told of a film or a joke, or when the danger is said to be over; signs (血, 绳子, 没回来)
only add up where the message does not talk of help and policies. Learned weights speak for wordings
that nobody listed. Recall comes before everything: one strong expression, or one strong leaning of
the weights, is enough.
"""

import re
from collections import defaultdict
from dataclasses import dataclass

from core.language.learned.weights import load
from core.language.reading.message import Message
from core.language.reading.negation import denied, taken_back
from core.language.reading.rules import Hit, Hits

# What is told first when a message speaks of several dangers of the same weight.
ORDER = ("fire", "gas", "self_harm", "child_abuse", "violence", "acute_illness", "missing_elder",
         "child_alone", "no_carer", "no_food", "fraud", "danger")  # fmt: skip
ENOUGH = 1.5  # weights of the expressions of one kind that together make a crisis
ENOUGH_SIGNS = 1.5  # the same for signs, urgency and the person they happen to
NEAR = 22  # characters within which a remark about time or seriousness belongs to an expression
FEAR_REACH = 7
CRY = 14  # a message this short is a cry
AGAIN = ("又", "还在", "再次", "现在还", "到现在")
# Some kinds are dangers also when they are only feared: somebody afraid of being beaten.
FEARED_IS_DANGER = frozenset(("self_harm", "violence", "child_abuse", "child_alone"))
CHRONIC_IS_NOT = frozenset(("acute_illness", "no_carer", "missing_elder", "child_alone"))
# The balance of the two witnesses, in logarithms of odds; measured by cross-validation.
SAID, SIGNS, SERVICE, THRESHOLD = 4.0, 2.5, 1.0, -0.5
ALONE = -0.5  # what the weights must reach where nothing listed speaks of danger
TOLD_OF = 4.0  # against the weights alone: a wording somebody listed still counts
_SOMEBODY = re.compile(
    "我|家|屋|楼|厨房|爸|妈|爷|奶|孩|娃|儿|女|公|婆|老|伴|哥|弟|姐|妹|他|她|人|邻居|隔壁|叔|伯|姨|舅|姑"
)


@dataclass(frozen=True, slots=True)
class Danger:
    """One kind of danger that a message speaks of, with the words that say so."""

    kind: str
    weight: float
    spans: tuple[tuple[int, int], ...]


def dangers(
    message: Message, hits: Hits, *, service: bool, strings: frozenset[str] | None = None
) -> tuple[Danger, ...]:
    """The dangers alive in the message, the gravest first; empty when there is no crisis.

    *service*: whether the message talks of help, policies or its own application.
    *strings*: the features the weights look at; without them only what is said counts.
    """
    told, signs = _alive(message, hits)
    said = [d for d in (_danger(kind, some) for kind, some in told.items()) if d.weight >= ENOUGH]
    shown = [] if said or service else _by_signs(message, hits, told, signs)
    found = said or shown
    if strings is not None:
        leaning = load("crisis").logs(strings)
        score = (
            leaning["crisis"]
            - leaning["calm"]
            + SAID * bool(said)
            + SIGNS * bool(shown)
            - SERVICE * service
            - TOLD_OF * (not said and _only_told_of(hits))
        )
        if score <= (THRESHOLD if found else ALONE):
            return ()
        found = found or [_learned(message, told, signs, strings)]
    return tuple(sorted(found, key=lambda d: (-d.weight, ORDER.index(d.kind))))


def _only_told_of(hits: Hits) -> bool:
    """饿死了先去吃面, 新闻里的爆炸: a figure of speech or somebody's story."""
    return any(c.rule.data.get("kind") in ("figure", "media") for c in hits["context"])


def _alive(message: Message, hits: Hits) -> tuple[dict[str, list[Hit]], dict[str, list[Hit]]]:
    """Expressions and signs that nothing takes away, by kind."""
    told: dict[str, list[Hit]] = defaultdict(list)
    signs: dict[str, list[Hit]] = defaultdict(list)
    for hit in hits["crisis"]:
        if not _over(message, hits, hit):
            (signs if hit.rule.data.get("signs") else told)[_kind(hit)].append(hit)
    return told, signs


def _by_signs(
    message: Message, hits: Hits, told: dict[str, list[Hit]], signs: dict[str, list[Hit]]
) -> list[Danger]:
    """Signs of danger, weighed together with urgency, helplessness and somebody they happen to."""
    found = _together(told, signs)
    weight = sum(d.weight for d in found)
    if weight < 1:
        return []
    urgent = len(_apart(hits["context/helpless"]))
    weight += min(urgent, 2) * 0.5 + (
        0.5 if _SOMEBODY.search(message.text) or len(message.text) <= CRY else 0
    )
    return found[:1] if weight >= ENOUGH_SIGNS else []


def _together(told: dict[str, list[Hit]], signs: dict[str, list[Hit]]) -> list[Danger]:
    """Weak expressions and signs of each kind as one, the heaviest kind first."""
    both = {kind: [*told.get(kind, ()), *signs.get(kind, ())] for kind in {*told, *signs}}
    return sorted(
        (_danger(kind, some) for kind, some in both.items()),
        key=lambda d: (-d.weight, ORDER.index(d.kind)),
    )


def _learned(
    message: Message,
    told: dict[str, list[Hit]],
    signs: dict[str, list[Hit]],
    strings: frozenset[str],
) -> Danger:
    """A danger only the weights see: its kind by signs, else by the weights; its place by the strongest string."""
    logs = load("crisis_kind").logs(strings)
    for danger in _together(told, signs):
        logs[danger.kind] += danger.weight
    kind = max(ORDER, key=lambda k: logs[k])
    for string, _ in load("crisis").why(strings, "crisis"):
        at = message.text.find(string)
        if at >= 0 and len(string) > 1:
            return Danger(kind, 1.0, ((at, at + len(string)),))
    return Danger(kind, 1.0, ((1, max(1, len(message.text) - 1)),))


def _danger(kind: str, hits: list[Hit]) -> Danger:
    apart = _apart(hits)
    return Danger(
        kind, sum(h.rule.data["weight"] for h in apart), tuple((h.start, h.end) for h in apart)
    )


def _apart(hits: list[Hit]) -> list[Hit]:
    """The heaviest hits that do not overlap: one expression is not counted twice."""
    taken: set[int] = set()
    found: list[Hit] = []
    for hit in sorted(hits, key=lambda h: (-h.rule.data.get("weight", 1), h.start)):
        span = range(hit.start, hit.end)
        if taken.isdisjoint(span):
            taken.update(span)
            found.append(hit)
    return found


def _over(message: Message, hits: Hits, hit: Hit) -> bool:
    if taken_back(message.text, hit.start, hit.end):
        return True
    near = _near(message, hits, hit)
    if near & {"figure", "media", "solved"}:
        return True
    if "chronic" in near and _kind(hit) in CHRONIC_IS_NOT:
        return True
    if _feared(hits, hit) and _kind(hit) not in FEARED_IS_DANGER:
        return True
    return "past" in near and not _fresh(message, hits, hit)


def _fresh(message: Message, hits: Hits, hit: Hit) -> bool:
    """Whether a thing told of the past is said to go on: 今天 in its own clause, or 又 afterwards."""
    clause = message.clause(hit.start)
    again = message.text[hit.start : hit.end + NEAR]
    return bool(hits.within("context/now", clause.start, clause.end)) or any(
        w in again for w in AGAIN
    )


def _kind(hit: Hit) -> str:
    return str(hit.rule.data.get("kind", hit.name))


def _near(message: Message, hits: Hits, hit: Hit) -> set[str]:
    return {
        c.rule.data["kind"]
        for c in hits["context"]
        if "kind" in c.rule.data
        and c.end > hit.start - NEAR
        and c.start < hit.end + NEAR
        and not _undone(message, c)
    }


def _undone(message: Message, remark: Hit) -> bool:
    """没回来 is not 回来了."""
    return remark.rule.data["kind"] == "solved" and denied(message.text, remark.start)


def _feared(hits: Hits, hit: Hit) -> bool:
    return any(
        c.rule.data.get("kind") == "fear" and hit.start - FEAR_REACH <= c.end <= hit.start
        for c in hits["context/figure"]
    )
