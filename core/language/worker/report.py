"""One worker's message with everything read off it that the deciders need."""

import re
from dataclasses import dataclass
from functools import cached_property

from core.language.reading.message import Clause, Message
from core.language.reading.moments import Moment, moments
from core.language.reading.negation import denied, taken_back
from core.language.reading.rules import Hit, Hits
from core.language.worker.doubts import Doubts

_WITHDRAWN = re.compile(
    r"(?:的)?(?:不对|不准|不是真的|不属实|是假的|说错|错了|是误会|没有的事|不存在)"
)
_OTHERWISE = re.compile("如果|要是|万一|怕|担心|免得|防止|以防|会不会|是不是|以前|之前|原来|曾经")


@dataclass(frozen=True, slots=True)
class Found:
    """Something read at start..end of the normalised text."""

    key: str
    start: int
    end: int
    confidence: float = 0.9


class Report:
    """A message, its hits, its days and what of it holds."""

    def __init__(self, message: Message, hits: Hits) -> None:
        self.message = message
        self.hits = hits
        self.text = message.text

    @cached_property
    def moments(self) -> list[Moment]:
        return moments(self.message)

    def cue(self, name: str) -> list[Hit]:
        """Cues of an action that are not denied."""
        return self._cues.get(name, [])

    @cached_property
    def _cues(self) -> dict[str, list[Hit]]:
        found: dict[str, list[Hit]] = {}
        for h in self.hits["worker/actions"]:
            if self.text[h.start] in "没不无未" or not denied(self.text, h.start):
                found.setdefault(h.name, []).append(h)
        return found

    @cached_property
    def findings(self) -> list[Found]:
        """Every finding that holds: not denied, not withdrawn, not only feared or long past."""
        return [
            Found(h.name, h.start, h.end) for h in self.hits["worker/findings"] if self.holds(h)
        ]

    @cached_property
    def _doubts(self) -> Doubts:
        return Doubts(self.message)

    def holds(self, hit: Hit) -> bool:
        if self._doubts.about(hit.name, hit.start, hit.end):
            return False
        if taken_back(self.text, hit.start, hit.end) or _WITHDRAWN.match(self.text, hit.end):
            return False
        clause = self.clause(hit.start)
        if self._contrasted(clause) or self._unsaid_next(clause):
            return False
        return not _OTHERWISE.search(self.text, max(clause.start, hit.start - 6), hit.start)

    def _contrasted(self, clause: Clause) -> bool:
        """不是儿子失业，是女婿失业: the first clause is what does not hold."""
        at = self.message.clause_index(clause.start)
        following = self.message.clauses[at + 1].text if at + 1 < len(self.message.clauses) else ""
        return clause.text.startswith(("不是", "并不是", "没有")) and following.startswith(
            ("是", "就是", "只是", "而是", "其实")
        )

    def _unsaid_next(self, clause: Clause) -> bool:
        """上次说他去上班了，其实没去: the next clause takes the statement back."""
        at = self.message.clause_index(clause.start)
        following = self.message.clauses[at + 1].text if at + 1 < len(self.message.clauses) else ""
        return following.startswith(("其实没", "其实不", "实际没", "实际上没", "根本没", "后来没"))

    def has(self, *names: str) -> bool:
        return any(f.key in names for f in self.findings)

    def clause(self, place: int) -> Clause:
        return self.message.clause(place)
