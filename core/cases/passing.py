"""Whom a unit may pass a matter on to: few, and only those not asked yet."""

from collections.abc import Iterable

from core.cases.planning import givers, offered
from core.city import City
from core.store.casework import Call

MOST = 4
CIVIL_AFFAIRS = "M01"


async def others(call: Call, city: City) -> list[str]:
    """Units that could take it and were not called yet: who gives what may help, 民政, the town."""
    case = call.case
    asked = {one.unit for one in await Call.filter(case=case)}
    wanted = [unit for offer in offered(case) for unit in givers(offer, case)]
    wanted += [CIVIL_AFFAIRS, case.region[:9], *LIKELY]
    known = [unit for unit in dict.fromkeys(wanted) if unit in city.units or unit in city.places]
    return [unit for unit in known if unit not in asked and len(unit) < 12]


LIKELY = ("M03", "M04", "M08", "M06", "M05", "M07", "M02", "M21", "M19")  # the most often asked


def named(departments: Iterable[str], city: City) -> list[str]:
    """The codes behind departments as people call them (人社, 医保 …)."""
    short = {unit.short: code for code, unit in city.units.items() if unit.level != "province"}
    return [short[name] for name in departments if name in short]
