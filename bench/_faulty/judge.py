"""What truly happened on the phones compared with what the database says: these are zero."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

from bench._faulty.ground import FIRST_UNIT, FIRST_WORKER, Ground, Staff, opened
from bench._faulty.phones import Phones, Seen
from core.store.casework import Call, Case, Step, Visit
from core.store.mail import Attempt, Inbox, Outbox
from core.store.timetable import Job, JobRun
from demo.botapi import BotApi
from scheduler.jobs import ENTRIES

MARK = re.compile(r"　?〔可能重复[^〕]*〕")
NUMBER = re.compile(r"PH-\d{4}-\d{6}")


@dataclass
class Judge:
    """The end of one run, read once."""

    phones: Phones
    api: BotApi
    staff: Staff
    alerts: int
    began: datetime
    ended: datetime

    async def verdict(self, home: Path) -> dict[str, Any]:
        async with opened(home) as ground:
            cases = {case.household: case for case in await Case.all()}
            rows = await Outbox.all().order_by("id").prefetch_related("case")
            return {
                "alerts": self.alerts,
                **self._lost(cases, rows, ground),
                "unmarked_duplicates": self._duplicates(rows),
                "marked_copies": sum("可能重复" in seen.text for seen in self.phones.seen),
                "messages_on_phones": len(self.phones.seen),
                **_stuck(rows),
                "order_broken": _disorder(rows),
                "attempts": await Attempt.all().count(),
                **await self._taps(),
                **await self._visits(cases.values()),
                **await self._slots(),
                **self._limits(),
            }

    def _lost(self, cases: dict[str, Case], rows: list[Outbox], ground: Ground) -> dict[str, Any]:
        """Alerts somebody should have had on his phone and never saw, and what became of them."""
        shown = {
            (seen.chat, told[0]) for seen in self.phones.seen if (told := NUMBER.search(seen.text))
        }
        workers, units = self.staff.workers, len(self.staff.departments(ground.city))
        meant = [(chat, case.number if (case := cases.get(f"H{n}")) else "no case")
                 for n in range(self.alerts)
                 for chat in (FIRST_WORKER + n % workers, FIRST_UNIT + n % units)]  # fmt: skip
        lost = [one for one in meant if one not in shown]
        ends = {
            (row.chat, row.case.number): f"{row.notice} {row.state}" for row in rows if row.case
        }
        became = Counter(ends.get((str(chat), number), "no message") for chat, number in lost)
        return {"alerts_lost": len(lost), **({"lost_are": dict(became)} if lost else {})}

    def _duplicates(self, rows: list[Outbox]) -> int:
        """Messages that stand on a phone more often than they were written, and do not say so.

        The same words to the same person were written as often as messages known to the outbox
        carry them, marked or not; whatever stands there beyond that, unmarked, is a duplicate.
        """
        known = {(row.chat, row.message_id) for row in rows}
        written, unmarked = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
        for seen in self.phones.seen:
            what = str(seen.chat), self._what(seen)
            written[what] += (str(seen.chat), str(seen.message)) in known
            unmarked[what] += MARK.search(seen.text) is None
        over = {k: n - max(written[k], 1) for k, n in unmarked.items() if n > max(written[k], 1)}
        self.examples = [f"{chat}: {what[:60]}" for (chat, what) in over][:5]
        return sum(over.values())

    def _what(self, seen: Seen) -> str:
        """Which message this is: a live one by its case (its words change), others by their words."""
        text = MARK.sub("", seen.text)
        number = NUMBER.search(text)
        if number and text.startswith("🔔"):
            return f"whistle {number[0]}"
        return f"case {number[0]}" if number and "请您去看看" in text else text

    async def _taps(self) -> dict[str, int]:
        """Everything people pressed or said: stored and handled, or lost."""
        said = {row["update"] for row in self.api.truth.where("update")}
        states: Counter[Any] = Counter(await Inbox.all().values_list("state", flat=True))
        return {
            "updates": len(said),
            "updates_lost": max(0, len(said) - sum(states.values())),
            "updates_unhandled": states["new"],
            "updates_dead": states["dead"],
        }

    async def _visits(self, cases: Iterable[Case]) -> dict[str, int]:
        """Visits handed in, units that reported in: each once."""
        number = {case.id: case.number for case in cases}
        visits: Counter[Any] = Counter(
            number[row["case_id"]] for row in await Visit.all().values("case_id")
        )
        steps = Counter(
            (number[row["case_id"]], row["what"])
            for row in await Step.all().values("case_id", "what")
        )
        came = await Call.filter(state__in=("accepted", "done")).values("case_id")
        calls = {number[row["case_id"]] for row in came}
        return {
            "visits": sum(visits.values()),
            "visits_lost": len(self.phones.visits - set(visits)),
            "visits_doubled": sum(n - 1 for n in visits.values() if n > 1),
            "reports_in_lost": len(self.phones.reports - calls),
            "steps_doubled": sum(n - 1 for (_, what), n in steps.items()
                                 if what in ("open", "push", "take", "visit") and n > 1),
        }  # fmt: skip

    async def _slots(self) -> dict[str, int]:
        """Slots of jobs that make up for everything: each once; of the others: none behind."""
        runs: dict[str, list[datetime]] = defaultdict(list)
        for run in await JobRun.all():
            runs[run.job].append(run.due)
        missed = doubled = 0
        for entry in ENTRIES:
            due, had = entry.slots(self.began, self.ended), runs[entry.name]
            doubled += len(had) - len(set(had))
            if entry.makes_up == "all":
                missed += len(set(due) - set(had))
            elif due:
                job = await Job.get(name=entry.name)
                missed += due[-1] > job.watermark
        return {"slots": sum(map(len, runs.values())), "slots_missed": missed,
                "slots_doubled": doubled}  # fmt: skip

    def _limits(self) -> dict[str, int]:
        """Refusals the server meant (not those thrown in on purpose)."""
        answers = self.api.truth.where("answer")
        honest = [a for a in answers if a.get("status") == 429 and not a.get("fault")]
        return {
            "calls": len(answers),
            "faults_thrown": sum(bool(a.get("fault")) for a in answers),
            "limits_exceeded": len(honest),
        }


def _stuck(rows: list[Outbox]) -> dict[str, Any]:
    """Messages that went nowhere, and which ones."""
    left = [row for row in rows if row.state not in ("sent", "cancelled", "expired")]
    told = Counter(f"{row.notice} {row.state} {row.last_error}" for row in left)
    return {"stuck": len(left), **({"stuck_are": dict(told.most_common(8))} if left else {})}


def _disorder(rows: list[Outbox]) -> int:
    """Messages of one matter to one person that arrived before one written earlier."""
    lanes: dict[tuple[str, str], list[datetime]] = defaultdict(list)
    for row in rows:
        if row.state == "sent" and row.sent_at:
            lanes[row.chat, row.lane].append(row.sent_at)
    return sum(earlier > later for times in lanes.values() for earlier, later in pairwise(times))
