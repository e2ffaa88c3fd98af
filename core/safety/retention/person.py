"""Everything about one person or household, on a legal request: planned, ordered, done, told.

What the law keeps stays and is locked away (PIPL 47: stored, no longer worked with); what is still
open must first be closed by people. Words of others in chats about them cannot be found by a person;
they go with their age.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial

from core import audit
from core.clock import day_of
from core.facts.ledger import Tombstone
from core.history import History
from core.house import House
from core.safety.retention import cases, facts, orders
from core.safety.retention.orders import Subject
from core.safety.retention.plan import Line, worth_telling
from core.safety.retention.records import KEPT, loose, of_accounts
from core.sources import sources
from core.store.database import atomically, empty_log, overwrite_deleted
from core.store.mail import Inbox, Outbox, Talk
from core.store.people import Account, Binding, Duty

BY_LAW = "依法删除"


@dataclass(frozen=True)
class Periods:
    """Until when archives are kept, seen from one day."""

    archive_from: datetime
    archive: dict[str, date]

    @classmethod
    def of(cls, house: House, at: datetime) -> "Periods":
        std = house.city.standards(day_of(at))
        start = at - timedelta(days=366 * std.integer("keep_archive_years"))
        return cls(start, dict.fromkeys(std["keep_archive_classes"], day_of(start)))


async def plan(house: House, subject: Subject, at: datetime) -> list[Line]:
    """What a deletion of *subject* would do, line by line."""
    periods, keys = Periods.of(house, at), facts.marks(house.facts, subject, day_of(at))
    sorted_ = await cases.sort_out(subject, keys, periods.archive_from)
    years = f"救助档案保留期内，封存到 {periods_years(house, at)} 年期满"
    lines = [
        Line("case", "案件", len(sorted_.gone), BY_LAW),
        Line("case", "案件", len(sorted_.archive), years, kept=True),
        Line("case", "案件", len(sorted_.open), "还没办结，先办结或人工终止", kept=True),
        *[_loose_line(table, await rows.count()) for table, rows in loose(subject, keys).items()],
        Line("account", "居民账号（称呼、电话、对话）", len(await _residents(subject)), BY_LAW),
    ]
    who = facts.whose(house.facts, subject, day_of(at))
    for counted in facts.count(house.facts, who, periods.archive):
        title = f"{counted.class_id} {sources()[counted.class_id].title}"
        lines.append(Line("facts", title, counted.gone, BY_LAW))
        lines.append(Line("facts", title, counted.kept, years, kept=True))
    return worth_telling(lines)


def periods_years(house: House, at: datetime) -> int:
    return house.city.standards(day_of(at)).integer("keep_archive_years")


async def forget(house: House, subject: Subject, at: datetime, *, why: str) -> None:
    """Order and do the deletion; repeated after a crash it goes on, repeated after that it is done."""
    orders.note(house.settings.home, subject, at)
    await again(house, subject, at, why=why)


async def again(house: House, subject: Subject, at: datetime, *, why: str) -> None:
    """Do what was ordered, here and now: also in a database restored from an older copy."""
    periods, keys = Periods.of(house, at), facts.marks(house.facts, subject, day_of(at))
    await overwrite_deleted()
    sorted_ = await cases.sort_out(subject, keys, periods.archive_from)
    for case in sorted_.gone:
        await atomically(partial(cases.delete, case))
    for case in sorted_.archive:
        await atomically(partial(cases.lock_away, case))
    await atomically(lambda: _forget_people(subject, keys))
    stone = partial(_stone, subject, day_of(at), why)
    who = facts.whose(house.facts, subject, day_of(at))
    rows = facts.forget(house.facts, who, periods.archive, stone)
    if subject.kind == "household":
        rows += History(house.settings.portraits_folder).forget(set(who.households))
    kept = len(sorted_.archive) + len(sorted_.open)
    told = f"{len(sorted_.gone)} cases, {rows} rows, {kept} kept: {why}"
    await audit.record("operator", "purge", str(subject)[:64], at=at, why=told[:120])
    await empty_log()


def _stone(subject: Subject, day: date, why: str, rows: int) -> Tombstone:
    return Tombstone(day=day, subject=str(subject), rows=rows, why=why)


def _loose_line(table: str, count: int) -> Line:
    why = KEPT.get(table)
    return Line(table, f"{table} 表里的记录", count, why or BY_LAW, kept=why is not None)


async def _residents(subject: Subject) -> list[Account]:
    if subject.kind != "household":
        return []
    duties = await Duty.filter(household=subject.key).prefetch_related("account")
    return [duty.account for duty in duties if duty.account.name]


async def _forget_people(subject: Subject, keys: list[str]) -> None:
    for table, rows in loose(subject, keys).items():
        if table not in KEPT:
            await rows.delete()
    for account in await _residents(subject):
        await _forget_account(account)


async def _forget_account(account: Account) -> None:
    """A resident's name, phone, chats and words; the number of the account stays in the trail."""
    for chat in await Binding.filter(account=account):
        await Inbox.filter(channel=chat.channel, chat=chat.chat).exclude(state="new").delete()
        await Talk.filter(channel=chat.channel, chat=chat.chat).delete()
    about = [row.id async for row in Outbox.filter(notice="worker.resident") if _from(row, account)]
    await Outbox.filter(id__in=about).delete()
    for model in of_accounts():
        await model.filter(account_id=account.id).delete()
    await Account.filter(id=account.id).update(name="", phone=None, active=False)


def _from(row: Outbox, account: Account) -> bool:
    return bool(row.body and row.body.get("from") == account.id)
