"""A worker's day as a map: the open cases to be visited, by place, in walking order."""

from datetime import datetime
from itertools import groupby

from core.access import Who
from core.cases.promises import to_go
from core.cases.states import BEFORE_VISIT
from core.city import City
from core.city.english import spoken, village
from core.clock import day_of, local
from core.desk.walking import FAR, distance, walked
from core.family.card import BY_NAME
from core.render.data import Opened
from core.render.data.walk import Station, Stop, Walk
from core.store.casework import Case
from locales import tr

MOST = 8


async def walk_of(who: Who, city: City, at: datetime) -> Walk:
    """The first eight families of the walk, grouped by village."""
    go, _ = await to_go(who, at=at)
    walk = walked(go, city)
    shown, stations, before = walk[:MOST], [], ""
    for code, found in groupby(shown, key=lambda case: case.region[:12]):
        away = distance(city, before, code) if before else FAR
        stations.append(
            Station(
                name=village(city, code, who.lang),
                town=spoken(city, code[:9], who.lang),
                away=away if away < FAR else None,
                stops=tuple(_stop(case, at, who.lang) for case in found),
            )
        )
        before = code
    opened = Opened(by=who.name, at=local(at))
    return Walk(
        day=day_of(at), opened=opened, stations=tuple(stations), more=len(walk) - len(shown)
    )


def _stop(case: Case, at: datetime, lang: str) -> Stop:
    promised = case.state not in BEFORE_VISIT
    due = None if promised else case.visit_due
    return Stop(
        number=case.number,
        due=tr("说好的日子到了", lang) if promised else due_moment(due, at, lang),
        late=due is not None and due < at,
        colour=BY_NAME.get(case.colour),
    )


def due_moment(due: datetime | None, at: datetime, lang: str) -> str:
    """“今天 18:00 前” or “7 月 20 日前”; "" when there is no limit."""
    if due is None:
        return ""
    here = local(due)
    if here.date() == day_of(at):
        return tr("今天 {time} 前", lang, time=f"{here:%H:%M}")
    if lang == "en":
        return f"by {here.day} {here:%b}"
    return f"{here.month} 月 {here.day} 日前"
