"""What is said and yet does not hold: another household's, long past, a mistake, only alleged."""

import re
from functools import cache

from core.language.reading.message import Message
from core.language.reading.shelf import any_of

SHELF = "worker/doubts"
_REAL = ("data_error", "not_poor", "stable", "has_carer", "in_school", "found_job")


@cache
def _another() -> re.Pattern[str]:
    """住院的是对门老顾, 停电通知是贴给楼上那家的."""
    return re.compile(
        rf"[^，。？]{{0,3}}的?，?是[^，。？]{{0,4}}(?:{any_of(SHELF, 'outsiders').pattern})"
    )


@cache
def _bygone() -> re.Pattern[str]:
    """漏雨是老黄历了, 骨折是大前年的老伤; 酒十年前就戒了."""
    over, mended = any_of(SHELF, "bygone").pattern, any_of(SHELF, "mended").pattern
    return re.compile(
        rf"[^，。？]{{0,3}}是?(?:{over})|[^，。？]{{0,2}}(?:{mended})|，(?:他|她|人)?(?:{mended})"
    )


class Doubts:
    """The doubtful places of one message, looked for once."""

    def __init__(self, message: Message) -> None:
        self.message, self.text = message, message.text
        untrue = [m.start() for m in any_of(SHELF, "untrue").finditer(self.text)]
        self._untrue_at = untrue[-1] if untrue else -1
        self._alleged_until = self._allegation()

    def about(self, key: str, start: int, end: int) -> bool:
        """Whether the finding *key* said at start..end does not hold."""
        if _another().match(self.text, end):
            return True
        if key in _REAL:
            return False
        if start < max(self._untrue_at, self._alleged_until):
            return True
        return bool(_bygone().match(self.text, end))

    def _allegation(self) -> int:
        """Where the clause ends that only tells what an alarm says, when the rest says otherwise."""
        first, *rest = self.message.clauses or (None,)
        if first is None or not rest or not any_of(SHELF, "alleged").match(first.text):
            return -1
        told = "，".join(clause.text for clause in rest)
        if any_of(SHELF, "confirmed").search(told):
            return -1
        return first.end if any_of(SHELF, "contradicted").search(told) else -1
