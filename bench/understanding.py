"""How well people are understood: readings beside labels, a plain keyword reader beside ours.

`held_back` are labelled messages nothing was learned from or tuned on, `tuned_on` the others,
`by_others` messages of people who did not know the reader, and `written_later` wordings of our own
made after the rules; `unseen` is all of these but the tuned ones (see docs/zh/understanding.md).
Shares carry their 95 % interval; speed is of this machine in this run.
"""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from bench import _keywords
from bench._agreement import compare, f1, facts_of, helps_of, same_fact, same_help, share
from core.language import understand_resident, understand_worker, warm_up
from core.language.learned.train import held_back, rows

DATA = Path(__file__).parents[1] / "tests" / "language" / "data"
Row = dict[str, Any]
Reader = Callable[[str], Row]
SECONDS = 4.0  # how long the speed is measured for each audience
LOADS = 3
_LOAD = """
import time
wall, cpu = time.perf_counter(), time.process_time()
from core.language import warm_up
warm_up()
print(time.process_time() - cpu, time.perf_counter() - wall)
"""


def run() -> dict[str, Any]:
    warm_up()
    return {name: _part(*some) for name, some in parts().items()} | {
        "speed": {"residents": _speed("resident"), "workers": _speed("worker")},
        "load": _load(),
    }


def parts() -> dict[str, tuple[list[Row], list[Row]]]:
    """Labelled messages of residents and workers by what they are good for."""
    residents, workers = _both("{}")
    held = _kept(residents, True), _kept(workers, True)
    later, others = _both("later_{}"), _both("unseen_{}")
    return {
        "held_back": held,
        "by_others": others,
        "written_later": later,
        "unseen": (held[0] + others[0] + later[0], held[1] + others[1] + later[1]),
        "tuned_on": (_kept(residents, False), _kept(workers, False)),
    }


def _both(name: str) -> tuple[list[Row], list[Row]]:
    return rows(DATA / f"{name.format('residents')}.jsonl"), rows(
        DATA / f"{name.format('workers')}.jsonl"
    )


def _kept(labelled: list[Row], wanted: bool) -> list[Row]:
    return [row for row in labelled if held_back(row["id"]) is wanted]


def _part(residents: list[Row], workers: list[Row]) -> dict[str, Any]:
    return {
        "residents": len(residents),
        "workers": len(workers),
        "ours": of_residents(residents, ours_of_resident) | of_workers(workers, ours_of_worker),
        "keywords": of_residents(residents, _keywords.resident)
        | of_workers(workers, _keywords.worker),
    }


def ours_of_resident(text: str) -> Row:
    return understand_resident(text).to_json()


def ours_of_worker(text: str) -> Row:
    return understand_worker(text).to_json()


def of_residents(labelled: Sequence[Row], read: Reader) -> dict[str, Any]:
    """Intent, topics, facts and danger of a reader against the labels."""
    pairs = [(read(row["text"]), row) for row in labelled]
    danger = [s["intent"] == "crisis" for s, row in pairs if row["intent"] == "crisis"]
    calm = [s["intent"] == "crisis" for s, row in pairs if row["intent"] != "crisis"]
    return {
        "intent": share(sum(s["intent"] == row["intent"] for s, row in pairs), len(pairs)),
        "topics": f1([compare(s["topics"], row["topics"], _equal) for s, row in pairs]),
        "facts": f1([compare(facts_of(s), facts_of(row), same_fact) for s, row in pairs]),
        "crisis_recall": share(sum(danger), len(danger)),
        "crisis_false_alarms": share(sum(calm), len(calm)),
    }


def of_workers(labelled: Sequence[Row], read: Reader) -> dict[str, Any]:
    """Action, helps, findings, departments of a reader against the labels."""
    pairs = [(read(row["text"]), row) for row in labelled]
    empty = [bool(s["helps"]) for s, row in pairs if not row["helps"]]
    return {
        "action": share(sum(s["action"] == row["action"] for s, row in pairs), len(pairs)),
        "helps": f1([compare(helps_of(s), helps_of(row), same_help) for s, row in pairs]),
        "helps_invented": share(sum(empty), len(empty)),
        "findings": f1([compare(s["findings"], row["findings"], _equal) for s, row in pairs]),
        "departments": f1(
            [compare(s["departments"], row["departments"], _equal) for s, row in pairs]
        ),
    }


def _equal(a: Any, b: Any) -> bool:
    return bool(a == b)


def _speed(who: str) -> dict[str, Any]:
    """Over all labelled texts, each made a little different every time.

    Messages a second and `cpu_p99_ms` count the time of the processor, so that a busy machine does
    not pass for slow reading; `wall_p99_ms` is what a person waits on this machine as it is.
    """
    read: Callable[[str], Any] = understand_resident if who == "resident" else understand_worker
    texts = [row["text"] for row in rows(DATA / f"{who}s.jsonl")]
    cpu: list[float] = []
    wall: list[float] = []
    started = time.perf_counter()
    while time.perf_counter() - started < SECONDS:
        tail = f"（{len(cpu)}）"  # nothing is answered from a memory of the same text
        for text in texts:
            before, used = time.perf_counter(), time.thread_time()
            read(text + tail)
            cpu.append(time.thread_time() - used)
            wall.append(time.perf_counter() - before)
    return {
        "messages_per_second": round(len(cpu) / sum(cpu)),
        "cpu_median_ms": round(statistics.median(cpu) * 1000, 3),
        "cpu_p99_ms": round(statistics.quantiles(cpu, n=100)[-1] * 1000, 3),
        "wall_p99_ms": round(statistics.quantiles(wall, n=100)[-1] * 1000, 3),
    }


def _load() -> dict[str, Any]:
    """From import to the first answers in processes of their own: the median of some."""
    told = [
        subprocess.run([sys.executable, "-c", _LOAD], check=True, capture_output=True).stdout
        for _ in range(LOADS)
    ]
    cpu, wall = zip(*((float(t.split()[0]), float(t.split()[1])) for t in told), strict=True)
    return {
        "cpu_seconds": round(statistics.median(cpu), 2),
        "wall_seconds": round(statistics.median(wall), 2),
    }
