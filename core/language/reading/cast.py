"""Whom a message is about, clause by clause, and to whom a statement belongs."""

import re

from core.language.reading.kinship import GRAMMAR, YOUNG, Mention
from core.language.reading.message import Clause, Message
from core.language.reading.people import mentions
from core.language.reading.shelf import any_of, line

_VERB_REACH = 12
_BROUGHT = re.compile(
    r"(?:带着?|养着?|抚养|拉扯|照顾|供着?)(?:[^，。？]{1,8}的|[一两俩二三四仨几]?个?(?:上学的|小)?|个?(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:岁半?|多岁)的?)$"
)


class Cast:
    """The people of one message, and whom each place of it speaks of."""

    def __init__(self, message: Message, subject: str | None = None) -> None:
        self._message = message
        before = Mention(subject, 0, 0) if subject else None
        self.mentions = mentions(message, before)
        self._subjects = self._follow(before)

    def _follow(self, subject: Mention | None) -> list[Mention | None]:
        """The person each clause starts out with: who the clauses before it were about."""
        found: list[Mention | None] = []
        for clause in self._message.clauses:
            found.append(subject)
            subject = self._subject(clause) or subject
        return found

    def subject_before(self, place: int) -> Mention | None:
        """Whom the clauses before the one at *place* were about."""
        return self._subjects[self._message.clause_index(place)]

    def inside(self, clause: Clause) -> list[Mention]:
        return [m for m in self.mentions if clause.start <= m.start < clause.end]

    def _subject(self, clause: Clause) -> Mention | None:
        here = self.inside(clause)
        others = [m for m in here if m.relation not in ("self", "family")]
        cared = [m for m in others if self._after(m, line(GRAMMAR, "cared_for"))]
        if cared:
            return cared[-1]
        objects = line(GRAMMAR, "object_after")
        acting = [m for m in here if not self._after(m, objects) and not self.absent(m)]
        acting = [m for m in acting if not self.dead(m)]
        others = [m for m in acting if m.relation != "self"]
        asked_by_self = acting and acting[0].relation == "self" and self._asks(acting[0])
        if asked_by_self:
            return others[0] if others else None
        return acting[0] if acting else None

    def absent(self, mention: Mention) -> bool:
        """儿子不管, 子女不在身边: the one who is not there is not spoken of any further."""
        return self._message.text.startswith(line(GRAMMAR, "absent"), mention.end)

    def dead(self, mention: Mention) -> bool:
        """走得早, 去年去世: somebody who is no more."""
        return bool(any_of(GRAMMAR, "dead").match(self._message.text, mention.end))

    def brought(self, start: int) -> Mention | None:
        """我带个女儿，初二; 一儿子（14岁，初中）: clauses without anybody go on about the child before them."""
        at = self._message.clause_index(start)
        for earlier in range(at, max(-1, at - 3), -1):
            clause = self._message.clauses[earlier]
            if here := self.inside(clause):
                last = here[-1]
                closes = earlier < at and last.end == clause.end and last.relation in YOUNG
                return last if closes else None
        return None

    def _asks(self, me: Mention) -> bool:
        """我想问, 我要申请: the speaker speaks, the statement is not about the speaker."""
        return self._message.text.startswith(line(GRAMMAR, "asks"), me.end)

    def _after(self, mention: Mention, markers: tuple[str, ...]) -> bool:
        """Whether the person stands behind such a verb: 带着, 带着读幼儿园的, 养着三个."""
        before = self._message.text[max(0, mention.start - _VERB_REACH) : mention.start]
        if before.endswith(line(GRAMMAR, "asking_about")):
            return False  # 想问问我爸: he is what the question is about
        if before.endswith(markers):
            return True
        return markers is line(GRAMMAR, "object_after") and bool(_BROUGHT.search(before))

    def _object(self, mention: Mention) -> bool:
        """带着妈 is whom something is done with; 我和妈 are both acting."""
        return self._after(mention, line(GRAMMAR, "object_after")) and not self._after(
            mention, line(GRAMMAR, "coordinate")
        )

    def owner(self, start: int, end: int, *, of: bool = False) -> Mention | None:
        """Whom a statement at start..end is about; None when nobody was named.

        *of*: the statement may describe a person named right behind it (脑瘫儿子).
        """
        clause = self._message.clause(start)
        here = self.inside(clause)
        after = [m for m in here if m.start >= end]
        beside = any(m.end == start for m in here)  # 我肢体二级她…: it is told of me
        if after and (
            self._attribute(end, after[0]) or (of and after[0].start == end and not beside)
        ):
            return after[0]
        before = [m for m in here if m.start < end]
        acting = [m for m in before if m.end > start or not self._object(m)]
        if acting:
            return acting[-1]
        subject = self._subjects[self._message.clause_index(start)]
        if before and (subject is None or not self._after(before[-1], line(GRAMMAR, "company"))):
            return before[-1]
        return subject

    def _attribute(self, end: int, mention: Mention) -> bool:
        """读幼儿园的女儿, 83岁老母亲: the statement stands before the person it describes."""
        return self._message.text[end : mention.start] in line(GRAMMAR, "attribute")
