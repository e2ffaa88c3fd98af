"""What one reply speaks for, sign by sign: a visit, a help of others, a report set right."""

import re

from core.language.reading.moments import Moment
from core.language.reading.rules import Hit
from core.language.reading.shelf import any_of, line
from core.language.worker.helps import Given
from core.language.worker.report import Found, Report

GRAMMAR = "worker/grammar"
_CONTRAST = re.compile(
    "(?<=[，。])(?:不是|没有|并没有|并不是)[^，。？]{1,10}，(?P<right>是|就是|只是|因为|而是)"
)
_AMOUNTS = re.compile(
    r"[\d一二两三四五六七八九十百千半]+(?:斤|袋|桶|箱|床|块|元|件|个|条|次|包|天)"
)
_NOT_THIS_HOUSE = re.compile("不是老?[一-龥]家[，]?是老?[一-龥]家")
_NOT_DATA = ("data_error", "not_poor")


class Signs:
    """The signs of one report."""

    def __init__(self, report: Report, helps: list[Given], departments: list[Found]) -> None:
        self.report, self.text = report, report.text
        self.helps, self.departments = helps, departments
        self.findings = [f for f in report.findings if f.key not in _NOT_DATA]

    def cue(self, name: str) -> list[Hit]:
        return self.report.cue(name)

    def said(self, name: str) -> list[str]:
        """The words of the cues of an action."""
        return [self.text[h.start : h.end] for h in self.cue(name)]

    def found_beside(self, shelf: str) -> list[Found]:
        """The findings that are not on a line of the grammar."""
        return [f for f in self.findings if f.key not in line(GRAMMAR, shelf)]

    def moment_told(self) -> bool:
        return any((m.said_day and (m.ahead or 0) > 0) or m.time for m in self.report.moments)

    def present(self) -> set[str]:
        """The signs by name, with what was found: what the learned weights are told of them."""
        named = {f"={f.key}" for f in self.report.findings}
        if named:
            named.add("=found")
        told = (("contrast", self.contrast), ("denies", self.denies), ("seen", self.visit_told))
        return named | {name for name, holds in told if holds()}

    def visit(self) -> bool:
        return bool(self.cue("met"))

    def visit_told(self) -> bool:
        """A visit in so many words, or its day and hour."""
        told = any(said not in line(GRAMMAR, "talk") for said in self.said("met"))
        return told or bool(any_of(GRAMMAR, "went_then").search(self.text))

    def past(self) -> bool:
        """A visit that has taken place, not only a going there."""
        only = (*line(GRAMMAR, "talk"), *line(GRAMMAR, "only_going"))
        return any(said not in only for said in self.said("met"))

    def met_after(self, place: int) -> bool:
        """Somebody was met after what is said at *place*."""
        return self.visit_told() and any(
            h.start > place and self.text[h.start : h.end] not in line(GRAMMAR, "went")
            for h in self.cue("met")
        )

    def found_then(self) -> bool:
        """Nobody answered at first and somebody was met then: 人在地上坐着, 刚要走他开门了."""
        cues = self.cue("not_home")
        seen, told_by = any_of(GRAMMAR, "found_then"), any_of(GRAMMAR, "told_by")
        return bool(cues) and any(
            seen.search(clause.text) and not told_by.search(clause.text)
            for clause in self.report.message.clauses
            if clause.start > cues[0].start
        )

    def reported(self) -> bool:
        return any(said in line(GRAMMAR, "reported") for said in self.said("met"))

    def asks_support(self) -> bool:
        return bool(any_of(GRAMMAR, "support").search(self.text))

    def hearsay(self) -> bool:
        return bool(any_of(GRAMMAR, "hearsay").search(self.text))

    def contrast(self) -> bool:
        """不是断粮，是老人不会用煤气灶: what was reported is set right."""
        pair = _CONTRAST.search(self.text)
        if pair is None or _AMOUNTS.search(pair[0]):
            return False
        return not any(f.start >= pair.start("right") for f in self.findings)

    def denies(self) -> bool:
        """她没失业，在超市上班: the alarm itself is denied and nothing else is wrong."""
        denied = [
            h
            for h in self.report.hits["worker/findings"]
            if h.name in line(GRAMMAR, "alarms") and not self.report.holds(h)
        ]
        if not denied or self.found_beside("harmless") or len(self.report.message.clauses) == 1:
            return False
        return self.report.message.clause_index(denied[0].start) <= 1

    def corrects_names(self) -> bool:
        """不是老张家，是老章家，他…就是感冒: the house was wrong, the report holds."""
        return bool(_NOT_THIS_HOUSE.search(self.text)) and bool(self.findings)

    def by_others(self, given: Given) -> bool:
        """Whether a help was somebody else's or an earlier one's: 残联给送来, 早就送过, 低保批了."""
        text = self.report.clause(given.start).text
        mine = any_of(GRAMMAR, "myself").search(text)
        theirs = any_of(GRAMMAR, "others").search(text)
        if mine and not (theirs and theirs.start() < mine.start()):
            return False
        if theirs or any_of(GRAMMAR, "earlier").search(text):
            return True
        passive = given.help.kind == "policy_application" and not re.search("帮|给[他她]|我", text)
        return passive or bool(any_of(GRAMMAR, "reached").search(self.text))

    def ahead(self, moment: Moment) -> bool:
        """Whether a day told lies ahead and a visit is meant for it."""
        text = self.report.clause(moment.start).text
        if moment.ahead is not None and moment.ahead < 0:
            return False
        planned = any_of(GRAMMAR, "planned").search(text)
        return bool(planned) and not any_of(GRAMMAR, "done_or_told").search(text)
