"""Whether a report contradicts what was claimed, asks something, or tells of others' help.

These are signs of the whole reply, not of single words: a claim and what stands against it, an
alarm denied in the first breath, somebody else to whom it happened; a question without 吗; what
others gave and since when.
"""

from functools import cached_property

from core.language.reading.shelf import any_of
from core.language.worker.report import Report

CLAIMS = "worker/claims"
_SIGNS = (
    *("claimed", "untrue", "contrary", "another", "but"),
    *("agent", "since", "received", "held", "mine"),
)
_TAIL = 40  # characters at the end in which a question is looked for
_HEAD = 10  # a denial this near the start of a clause is its point
_ASKING = ("alternative", "a_not_a", "asks_what")


class Claims:
    """The signs of one report that its sentences give together."""

    def __init__(self, report: Report) -> None:
        self.report, self.text = report, report.text

    @cached_property
    def present(self) -> frozenset[str]:
        """Every kind of sign that stands somewhere in the reply."""
        found = {name for name in _SIGNS if self._has(name)}
        for name, holds in (("denied", self._denied), ("asks", self._asks), ("?", self._marked)):
            if holds():
                found.add(name)
        return frozenset(found)

    def refuted(self) -> int:
        """How much stands against what was claimed: 2 is enough for a false alarm."""
        signs = self.present
        if signs & {"another", "denied"}:
            return 2
        if "claimed" in signs:
            return 2 * ("untrue" in signs) or int("contrary" in signs)
        return int("untrue" in signs)

    def asks(self) -> bool:
        return bool(self.present & {"asks", "?"})

    def provided(self) -> bool:
        """Help that others gave before: 残联夏天就给配了, 批下来了, 早有人管了."""
        signs = self.present
        if "mine" in signs:
            return False
        return "held" in signs or ("since" in signs and bool(signs & {"agent", "received"}))

    def _has(self, name: str) -> bool:
        return bool(any_of(CLAIMS, name).search(self.text))

    def _denied(self) -> bool:
        """The reply opens with a denial (没失业，……) and goes on without a but."""
        clauses = self.report.message.clauses
        if len(clauses) == 1 or self._has("but"):
            return False
        heads = [c.text[:_HEAD] for c in clauses[: 1 + self._has("claimed")]]
        return any(
            not any_of(CLAIMS, "denied_not").match(head, said.start())
            for head in heads
            for said in any_of(CLAIMS, "denied").finditer(head)
        )

    def _asks(self) -> bool:
        """A question by its form, the last thing said, and nobody else's."""
        last = self.text[-_TAIL:]
        if not any(any_of(CLAIMS, name).search(last) for name in _ASKING):
            return False
        return not any_of(CLAIMS, "quoted").search(self.text)

    def _marked(self) -> bool:
        return self.text.rstrip("。").endswith("？")
