"""A made-up house full of open cases: 10,000 of them, and the 500 people who work on them.

A handful of cases are lived through by the code itself, one in each state; the rest are their copies in
other villages, with histories, calls and tasks of their own.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from tortoise.models import Model

from core import accounts
from core.access import Who
from core.cases import calls, work
from core.cases.brief import Found
from core.cases.doors import call_for, case_for
from core.cases.opening import open_case
from core.city import load_city
from core.clock import day_of, parse_moment
from core.store.casework import Call, Case, Step, Task
from core.store.database import atomically, raw
from core.store.people import Account, Binding
from scheduler.monitors.shelf import in_force

NOW = parse_moment("2022-07-15T09:00")
CASES, USERS, MANY = 10_000, 500, 100_000
GRIDS_A_VILLAGE, WORKERS_A_GRID = 5, 2
MET = work.Report("去过了，人在家，没上班，想找工作", "visited", ("unemployed", "wants_job"))
# how far the cases are: not taken, taken, planned and a unit in, everything done
LIVES = ("pushed", "pushed", "pushed", "taken", "planned", "planned", "planned", "proving")
CITY = load_city()
VILLAGES = sorted(p.code for p in CITY.places.values() if p.level == "village")
GRIDS = [f"{village}{n:02}" for village in VILLAGES for n in range(1, GRIDS_A_VILLAGE + 1)]
TOWNS = sorted(p.code for p in CITY.towns())
UNITS = sorted(code for code, unit in CITY.units.items() if unit.level != "province")


@dataclass(frozen=True)
class House:
    """Who works there, by kind: handles."""

    workers: list[str]
    contacts: list[str]
    bosses: list[str]


async def people() -> House:
    """Two workers a grid, contacts of the departments and towns, supervisors: 500."""
    return await atomically(_people)


async def _people() -> House:
    since = NOW - timedelta(days=200)
    workers, contacts, bosses = [], [], []
    for n, grid in enumerate(GRIDS):
        for k in range(WORKERS_A_GRID):
            workers.append(await _one(f"g{n}x{k}", "grid", since, area=grid, unit=grid[:12]))
    for n, town in enumerate(TOWNS):
        contacts.append(await _one(f"o{n}", "office", since, area=town, unit=town))
    bosses += [await _one(f"s{n}", "supervisor", since, area="330482") for n in range(3)]
    left = USERS - len(workers) - len(contacts) - len(bosses)
    for n in range(left):
        unit = UNITS[n % len(UNITS)]
        contacts.append(await _one(f"d{n}", "department", since, unit=unit))
    return House(workers, contacts, bosses)


async def _one(handle: str, role: str, since: datetime, **duty: str) -> str:
    account = await accounts.add(handle, handle, role, at=since, **duty)
    await Binding.create(account=account, channel="console", chat=handle, created_at=since)
    return handle


async def cases() -> None:
    """Eight cases lived through, and their copies until there are 10,000."""
    home = GRIDS[0]
    lived = [await _lived(home, n, state) for n, state in enumerate(LIVES)]
    rows = [await _rows_of(case) for case in lived]
    copies = [
        (GRIDS[n % len(GRIDS)], rows[n // len(GRIDS) % len(rows)], n)
        for n in range(CASES - len(lived))
    ]
    for start in range(0, len(copies), 1000):
        await atomically(lambda some=copies[start : start + 1000]: _copy(some, home))  # type: ignore[misc]


async def _lived(grid: str, number: int, until: str) -> Case:
    """One case brought to a state by what people do."""
    monitor = next(m for m in in_force(day_of(NOW)) if m.id == "MON-01")
    found = Found(
        monitor.brief(), f"p{number}", f"H{number}", f"p{number}", grid, "黄",
        {"head": "陆水根", "who": "陆杰", "relation": "儿子"},
    )  # fmt: skip
    opened = NOW - timedelta(hours=12)
    case = await atomically(lambda: open_case(found, CITY, at=opened))
    worker = await accounts.who(await Account.get(handle="g0x0"))
    unit = await accounts.who(await Account.get(handle=f"d{UNITS.index('M02')}"))
    if until != "pushed":
        await atomically(lambda: _take(case.number, worker))
    if until in ("planned", "proving"):
        await atomically(lambda: _visit(case.number, worker))
        await atomically(lambda: _report_in(case.number, unit))
    if until == "proving":
        await atomically(lambda: _finish(case.number, unit))
    return await Case.get(id=case.id)


async def _take(number: str, who: Who) -> None:
    await work.take(await case_for(who, number, "work_case", at=NOW), who, at=NOW)


async def _visit(number: str, who: Who) -> None:
    case = await case_for(who, number, "work_case", at=NOW)
    await work.report(case, who, MET, key=f"visit {number}", at=NOW)


async def _report_in(number: str, who: Who) -> None:
    await calls.report_in(await call_for(who, number, at=NOW), who, at=NOW)


async def _finish(number: str, who: Who) -> None:
    call = await call_for(who, number, at=NOW)
    await calls.finish(call, who, "8 月 1 日开课，已报名", key=f"f {number}", at=NOW)


Rows = tuple[dict[str, Any], dict[type[Model], list[dict[str, Any]]]]


async def _rows_of(case: Case) -> Rows:
    """A case and everything that hangs on it, as plain values without their ids."""
    parts: dict[type[Model], list[dict[str, Any]]] = {}
    for table in (Step, Call, Task):
        parts[table] = [_values(row) for row in await table.filter(case=case).order_by("id")]
    return _values(case), parts


def _values(row: Model) -> dict[str, Any]:
    return {name: getattr(row, name) for name in row._meta.fields_db_projection if name != "id"}


async def _copy(some: list[tuple[str, Rows, int]], home: str) -> None:
    workers = {a.handle: a.id for a in await Account.filter(handle__startswith="g")}
    made = []
    for grid, (case, _), n in some:
        worker = workers[f"g{n % len(GRIDS)}x{n // len(GRIDS) % WORKERS_A_GRID}"]
        own = {"worker_id": worker if case["worker_id"] else None, "household": f"B{n}"}
        number = f"PH-2022-{100_000 + n}"
        made.append(Case(**case | own | {"region": grid, "number": number, "person": f"b{n}"}))
    await Case.bulk_create(made, batch_size=500)
    numbers = [case.number for case in made]
    ids = {
        c["number"]: c["id"] for c in await Case.filter(number__in=numbers).values("id", "number")
    }
    for table in (Step, Call, Task):
        rows: list[Any] = [
            table(**_moved(values, grid, home) | {"case_id": ids[case.number]})
            for case, (grid, (_, parts), _) in zip(made, some, strict=True)
            for values in parts[table]
        ]
        await table.bulk_create(rows, batch_size=500)


def _moved(values: dict[str, Any], grid: str, home: str) -> dict[str, Any]:
    """The family's own town and village are those of the copy."""
    own = {home[:12]: grid[:12], home[:9]: grid[:9]}
    return values | ({"unit": own.get(values["unit"], values["unit"])} if "unit" in values else {})


async def many() -> int:
    """100,000 open cases, by copying within the database; how many there are."""
    count = await Case.all().count()
    for n in range(1, MANY // count):
        await atomically(lambda n=n: _again(n))  # type: ignore[misc]
    return await Case.all().count()


async def _again(n: int) -> None:
    shift = n * 10_000_000
    for table in ('"case"', "step", "call"):
        columns = await _columns(table)
        told = [_shifted(table, name, n, shift) for name in columns]
        names = ", ".join(f'"{name}"' for name in columns)
        await raw(
            f"INSERT INTO {table} ({names}) SELECT {', '.join(told)} FROM {table} "
            f"WHERE id < 10000000 RETURNING 1"
        )


def _shifted(table: str, column: str, n: int, shift: int) -> str:
    """What a copy has in this column: ids of its own, a number of its own, the rest as it was."""
    if column == "id" or column == "case_id":
        return f'"{column}" + {shift}'
    if column == "number" and table == '"case"':
        return f"substr(number, 1, 2) || '{n}' || substr(number, 3)"
    return f'"{column}"'


async def _columns(table: str) -> list[str]:
    model = {'"case"': Case, "step": Step, "call": Call}[table]
    return list(model._meta.fields_db_projection.values())
