"""What needs a supervisor's eye this morning: at most three things, the most pressing first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from core.cases.states import WAITING
from core.city import City
from core.city.english import spoken, village
from core.desk.groups import Line, unvisited
from core.sources import sources
from core.store.casework import Call
from locales import tr

MOST = 3

SAID = {
    "red": "{place}红色一户还没人去（{number}）",
    "nobody": "{place}没有人值守，一户还没人去（{number}）",
    "late": "{place}一户超过时限还没走访（{number}）",
    "restricted": "{n} 件还没人去，只给专人看",
    "missed": "一周里漏看了 {n} 次",
    "unsent": "{n} 条消息过了时候还没送到",
    "silent": "{unit}还没回话（{number}）",
    "sign": "{n} 件等您签字",
    "stale": "{source}的数据没有按时来，可能漏发现",
}


@dataclass(frozen=True)
class Watched:
    """One thing: what kind it is, and the case, unit or class of data it is about.

    A matter of a restricted line is counted here, never named: neither its number nor its place.
    """

    kind: str
    number: str = ""
    region: str = ""
    unit: str = ""
    source: str = ""
    n: int = 0

    def words(self, city: City, lang: str = "zh") -> str:
        return tr(
            SAID[self.kind],
            lang,
            place=village(city, self.region, lang) if self.region else "",
            number=self.number,
            unit=spoken(city, self.unit, lang),
            source=_named(self.source, lang),
            n=self.n,
        )


def _named(class_id: str, lang: str) -> str:
    source = sources().get(class_id)
    return class_id if source is None else source.title_en if lang == "en" else source.title


def watched(
    live: Sequence[Line],
    calls: Sequence[Call],
    now: datetime,
    stale: tuple[str, ...] = (),
    sign: int = 0,
    missed: int = 0,
    lost: int = 0,
) -> tuple[Watched, ...]:
    """The most pressing of *live* and its calls, what waits for a signature, late classes of data.

    *missed*: turns of the rosters nobody took in time; *lost*: messages whose time went by unsent.
    """
    found = [*_unvisited(live, now)]
    found += [Watched("missed", n=missed)] if missed else []
    found += [Watched("unsent", n=lost)] if lost else []
    found += [Watched("sign", n=sign)] if sign else []
    found += _silent(live, calls, now)
    found += [Watched("stale", source=name) for name in stale]
    return tuple(found[:MOST])


def _unvisited(live: Sequence[Line], now: datetime) -> Iterator[Watched]:
    """Red ones nobody took, places without anybody on duty, visits past their time; each once."""
    kinds = {
        "red": [x for x in live if x.colour == "红" and x.state in WAITING],
        "nobody": [x for x in live if x.state == "new"],
        "late": [x for x in live if unvisited(x, now)],
    }
    told: set[int] = set()
    own = {line.id for found in kinds.values() for line in found if line.line}
    if own:
        yield Watched("restricted", n=len(own))
    for kind, found in kinds.items():
        for line in found:
            if line.id not in told | own:
                told.add(line.id)
                yield Watched(kind, number=line.number, region=line.region)


def _silent(live: Sequence[Line], calls: Sequence[Call], now: datetime) -> Iterator[Watched]:
    by_id = {line.id: line for line in live if not line.line}
    for call in calls:
        if call.state == "called" and call.due and call.due < now and call.case_id in by_id:
            yield Watched("silent", number=by_id[call.case_id].number, unit=call.unit)
