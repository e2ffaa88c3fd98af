"""The cues of a resident's message and what they add up to."""

import re

from core.language.reading.rules import Hit
from core.language.reading.shelf import line, one_of
from core.language.resident.scene import Fact, Scene

GRAMMAR = "resident/speech"
_QUESTION = re.compile(
    "[吗么呢？]|怎么|如何|多少|哪|什么|谁|是否|能否|几[个天时点号多]|(?:不|没|没有|吧)(?=[，。？])"
)
SHORT = 5  # so few characters that only name a thing ask nothing


def speaks_of_service(scene: Scene) -> bool:
    """Whether the message talks of help, policies, its own application, or something else entirely."""
    hits = scene.hits
    named = any(h.rule.data.get("how") in ("named", "aside") for h in hits["resident/topics"])
    benefit = one_of(GRAMMAR, "benefits").search(scene.text)
    asks = any(
        scene.text[h.start : h.end].startswith(line(GRAMMAR, "procedure"))
        for h in hits["resident/intents/how"]
    )
    return bool(
        named
        or asks
        or (hits["resident/intents/can"] and benefit)
        or hits.has(
            *(
                f"resident/intents/{name}"
                for name in ("complaint", "progress", "apply", "offtopic", "hardship")
            )
        )
    )


class Speech:
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
        if any(not self._said(h).startswith(line(GRAMMAR, "no_plea")) for h in self.can):
            return False
        plain = any(h.rule.data["weight"] == 2 for h in self._cue("update"))
        return plain or (
            self._weight("update") >= 1
            and not self._questions()
            and not self._needy()
            and self._changed()
        )

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
        plain = any(word in self._said(h) for h in cues for word in line(GRAMMAR, "plain_wish"))
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
        for_somebody = [
            h
            for h in self.can
            if self._said(h).startswith(line(GRAMMAR, "for_somebody")) and h.start >= clause.start
        ]
        if for_somebody and self.described():
            return False
        return not (self._said(last).startswith(line(GRAMMAR, "amount")) and self.personal())

    def _procedure(self) -> bool:
        return any(
            self._said(h).startswith(("怎么", "如何", "哪里", "去哪", "找谁"))
            and self._said(h) != "怎么办"
            for h in self.how
        )

    def _named(self) -> bool:
        return any(h.rule.data["how"] != "need" for h in self.topics)

    def _idle(self) -> bool:
        """Nothing of help or hardship in it, or plainly something else."""
        if self._cue("offtopic") and not self.topics and not self.facts:
            return True
        if self._questions():
            helps = one_of(GRAMMAR, "help").search(self.scene.text)
            hard = self.scene.hits.has("resident/intents/hardship")
            return not (
                self.topics
                or self.facts
                or self._for_kin()
                or hard
                or (helps and not self._hearsay())
            )
        if self.scene.hits.has("resident/intents/hardship") and self.described():
            return False
        for_kin = self._named() and any(
            m.sure and m.relation not in ("self", "villager") for m in self.scene.cast.mentions
        )
        return len(self.scene.text) - 2 < SHORT or not (self.facts or self._needy() or for_kin)

    def _for_kin(self) -> bool:
        """Something is asked for somebody of the family."""
        return bool(self.can) and any(
            m.sure and m.relation not in ("self", "family", "villager")
            for m in self.scene.cast.mentions
        )

    def _hearsay(self) -> bool:
        return any(word in self.scene.text for word in ("听别人说", "听说", "听人说"))

    def _needy(self) -> bool:
        return any(h.rule.data["how"] == "need" for h in self.topics)

    def personal(self) -> bool:
        """Whether somebody's own circumstances are told."""
        people = [
            m
            for m in self.scene.cast.mentions
            if m.relation not in ("self", "villager") and (m.sure or m.home)
        ]
        return bool(self.facts or people)

    def described(self) -> bool:
        """Whether a definite person or household is spoken of."""
        people = [
            m for m in self.scene.cast.mentions if (m.sure or m.home) and m.relation != "villager"
        ]
        return bool(self.facts or people or self._needy())
