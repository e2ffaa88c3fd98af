"""What a resident wants: the first of crisis, human, complaint, ... for which the words speak."""

import math
import re
from dataclasses import dataclass

from core.language.learned.weights import load
from core.language.reading.rules import Hit
from core.language.resident.scene import Fact, Scene

_HELP = ("补", "救助", "申请", "帮", "领", "政策", "报销", "困难", "救济", "扶", "优惠", "减免", "待遇", "照顾", "收入", "服务", "残", "标准", "公示", "证明", "资助", "核对", "审核", "经济状况", "评定", "奖励", "存款", "能办", "可以办", "授权", "浙里办", "等级", "押金")
_FOR_SOMEBODY = ("能", "可以", "够", "算", "有没有", "可不可以", "符合", "是否", "有资格", "给", "有什么", "有哪些", "还能", "帮")
_AMOUNT = ("多少", "标准", "多少钱")
_NO_PLEA = ("会不会", "怎么办", "可以", "会取消")
_BENEFITS = ("补", "申请", "领", "报", "救助", "救济", "减", "资格", "评", "优惠", "政策", "待遇", "托管", "服务", "工作", "学", "钱")
_PROCEDURE = ("多少", "怎么申请", "怎么办理", "怎么领", "怎么报", "怎么补", "怎么开", "怎么换", "材料", "手续", "标准", "条件", "多久", "几点", "费用")
_PLAIN_WISH = ("申请", "报名", "报个名", "登记", "找", "参加")
_QUESTION = re.compile("[吗么呢？]|怎么|如何|多少|哪|什么|谁|是否|能否|几[个天时点号多]|(?:不|没|没有|吧)(?=[，。？])")
# How much the cues count against the learned leaning, in logarithms; measured by cross-validation.
TOLD, OTHERWISE = 1.5, 0.3
SHORT = 5  # so few characters that only name a thing ask nothing


@dataclass(frozen=True, slots=True)
class Reading:
    """An intent and how sure it is, from 0 to 1."""

    name: str
    confidence: float


def intent(scene: Scene, facts: list[Fact], topics: list[Hit], endangered: bool) -> Reading:
    """The intent: cues by the precedence of the contract, weighed with the learned leaning."""
    if endangered:
        return Reading("crisis", 1.0)
    speech = _Speech(scene, facts, topics)
    if speech.trickery():
        return Reading("greeting_or_other", 0.9)
    told = speech.told()
    logs = load("resident_intent").logs(scene.strings)
    logs[told] += OTHERWISE if told == "greeting_or_other" else TOLD
    best = max(logs, key=lambda name: logs[name])
    return Reading(best, _share(logs, best))


def _share(logs: dict[str, float], name: str) -> float:
    """The probability of one reading among all."""
    return 1 / sum(math.exp(value - logs[name]) for value in logs.values())


def speaks_of_service(scene: Scene) -> bool:
    """Whether the message talks of help, policies, its own application, or something else entirely."""
    hits = scene.hits
    named = any(h.rule.data.get("how") in ("named", "aside") for h in hits["resident/topics"])
    asks = hits["resident/intents/can"] and any(word in scene.text for word in _BENEFITS)
    asks = asks or any(scene.text[h.start : h.end].startswith(_PROCEDURE) for h in hits["resident/intents/how"])
    return bool(named or asks or hits.has(*(f"resident/intents/{name}" for name in ("complaint", "progress", "apply", "offtopic", "hardship"))))


class _Speech:
    """The cues of one message and what they add up to."""

    def __init__(self, scene: Scene, facts: list[Fact], topics: list[Hit]) -> None:
        self.scene, self.facts, self.topics = scene, facts, topics
        self.can = scene.hits["resident/intents/can"]
        self.how = scene.hits["resident/intents/how"]

    def told(self) -> str:
        """The intent the cues alone speak for."""
        for name, said in (
            ("human", self.human),
            ("complaint", self.complaint),
            ("update_info", self.update),
            ("progress", self.progress),
            ("apply", self.apply),
        ):
            if said():
                return name
        return self.question()

    def _cue(self, name: str) -> list[Hit]:
        return self.scene.hits[f"resident/intents/{name}"]

    def _said(self, hit: Hit) -> str:
        return self.scene.text[hit.start : hit.end]

    def _weight(self, name: str) -> int:
        """The weight of the cues of an intent; one clause speaks once."""
        by_clause: dict[int, int] = {}
        for hit in self._cue(name):
            at = self.scene.message.clause_index(hit.start)
            by_clause[at] = max(by_clause.get(at, 0), hit.rule.data["weight"])
        return sum(by_clause.values())

    def trickery(self) -> bool:
        """Help with a false statement is asked for; nothing else in the message matters."""
        return any(h.rule.data.get("strong") for h in self._cue("offtopic"))

    def human(self) -> bool:
        return bool(self._cue("human"))

    def complaint(self) -> bool:
        return self._weight("complaint") >= 2

    def update(self) -> bool:
        """A change that is told; a plea for help makes it a circumstance."""
        if any(not self._said(h).startswith(_NO_PLEA) for h in self.can):
            return False
        plain = any(h.rule.data["weight"] == 2 for h in self._cue("update"))
        return plain or (self._weight("update") >= 1 and not self._questions() and not self._needy() and self._changed())

    def _changed(self) -> bool:
        """Whether a change is told at all, not only its time."""
        return any(h.rule.data.get("change") for h in self._cue("update"))

    def _questions(self) -> bool:
        return bool(self.can or self.how or _QUESTION.search(self.scene.text))

    def progress(self) -> bool:
        return bool(self._cue("progress"))

    def apply(self) -> bool:
        """A wish to have something that has been named by then."""
        cues = self._cue("apply")
        if not cues:
            return False
        plain = any(word in self._said(h) for h in cues for word in _PLAIN_WISH)
        last = self.scene.message.clause(cues[-1].start).end
        return plain or not self.topics or any(t.start <= last for t in self.topics)

    def question(self) -> str:
        """Neither wish nor report: a question for somebody, about a policy, or none at all."""
        if self._idle():
            return "greeting_or_other"
        if not self._questions():
            return "eligibility"
        if self._counts_as_income() or (self.topics and self._asks_how()):
            return "policy_info"
        return "eligibility" if self.described() else "policy_info"

    def _counts_as_income(self) -> bool:
        """算不算收入 is a question about a rule, whoever asks it."""
        return any("收入" in self._said(h) and "算" in self._said(h) for h in self.how)

    def _asks_how(self) -> bool:
        """Whether the last question asks for a way or a rule, not for what somebody can have."""
        if not self.how or not (self._named() or self._procedure()):
            return False
        last = self.how[-1]
        clause = self.scene.message.clause(last.start)
        for_somebody = [h for h in self.can if self._said(h).startswith(_FOR_SOMEBODY) and h.start >= clause.start]
        if for_somebody and self.described():
            return False
        return not (self._said(last).startswith(_AMOUNT) and self.personal())

    def _procedure(self) -> bool:
        return any(self._said(h).startswith(("怎么", "如何", "哪里", "去哪", "找谁")) and self._said(h) != "怎么办" for h in self.how)

    def _named(self) -> bool:
        return any(h.rule.data["how"] != "need" for h in self.topics)

    def _idle(self) -> bool:
        """Nothing of help or hardship in it, or plainly something else."""
        if self._cue("offtopic") and not self.topics and not self.facts:
            return True
        if self._questions():
            helps = any(word in self.scene.text for word in _HELP)
            hard = self.scene.hits.has("resident/intents/hardship")
            return not (self.topics or self.facts or self._for_kin() or hard or (helps and not self._hearsay()))
        if self.scene.hits.has("resident/intents/hardship") and self.described():
            return False
        for_kin = self._named() and any(m.sure and m.relation not in ("self", "villager") for m in self.scene.cast.mentions)
        return len(self.scene.text) - 2 < SHORT or not (self.facts or self._needy() or for_kin)

    def _for_kin(self) -> bool:
        """Something is asked for somebody of the family."""
        return bool(self.can) and any(m.sure and m.relation not in ("self", "family", "villager") for m in self.scene.cast.mentions)

    def _hearsay(self) -> bool:
        return any(word in self.scene.text for word in ("听别人说", "听说", "听人说"))

    def _needy(self) -> bool:
        return any(h.rule.data["how"] == "need" for h in self.topics)

    def personal(self) -> bool:
        """Whether somebody's own circumstances are told."""
        people = [m for m in self.scene.cast.mentions if m.relation not in ("self", "villager") and (m.sure or m.home)]
        return bool(self.facts or people)

    def described(self) -> bool:
        """Whether a definite person or household is spoken of."""
        people = [m for m in self.scene.cast.mentions if (m.sure or m.home) and m.relation != "villager"]
        return bool(self.facts or people or self._needy())
