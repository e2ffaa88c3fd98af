"""People we talk with: who they are, how they enrol, which chat is theirs.

Enrolment is by a one-time code, kept as a hash; a code works once, for a day. A chat belongs to one
account. A revoked account loses everything in the same moment.
"""

import hashlib
import secrets
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from core import audit, leaves
from core.access import ROLES, DutyOf, NotAllowed, Thing, Who, may
from core.clock import day_of
from core.problems import Problem
from core.store.people import Account, Binding, Duty, Invite

CODE_LIVES = timedelta(hours=24)
MOVING = ("grid", "office", "department")  # the roles that go with a place or a unit


class BadCode(ValueError):
    """This code was used, is out of date, or never was."""


class NoSuchRole(Problem, ValueError):
    """A role nobody knows."""


class NoSuchAccount(Problem, LookupError):
    """Nobody by this handle."""


async def add(
    handle: str,
    name: str,
    role: str,
    *,
    at: datetime,
    area: str = "",
    unit: str = "",
    line: str = "",
    household: str = "",
    lang: str = "zh",
) -> Account:
    """A new account with one duty; the same handle again only adds the duty."""
    if role not in ROLES:
        raise NoSuchRole(f"没有 {role} 这个角色。可用的角色：{'、'.join(ROLES)}。")
    account = await Account.get_or_none(handle=handle) or await Account.create(
        handle=handle, name=name, lang=lang, created_at=at
    )
    await Duty.create(
        account=account,
        role=role,
        area=area,
        unit=unit,
        line=line,
        household=household,
        since=day_of(at),
    )
    await audit.record("operator", "add_account", handle, at=at, why=role)
    return account


async def invite(account: Account, *, at: datetime) -> str:
    """A one-time code for *account*; only its hash is kept."""
    code = secrets.token_urlsafe(12)
    await Invite.create(account=account, code_hash=_hash(code), expires_at=at + CODE_LIVES)
    await audit.record("operator", "invite", account.handle, at=at)
    return code


async def enrol(code: str, channel: str, chat: str, *, at: datetime) -> Who:
    """Bind a chat to the account the code was made for; raises BadCode."""
    found = await Invite.get_or_none(code_hash=_hash(code)).prefetch_related("account")
    if found is None or found.used_at or found.expires_at < at or not found.account.active:
        raise BadCode
    claimed = await Invite.filter(id=found.id, used_at=None).update(used_at=at)
    if not claimed:
        raise BadCode
    await bind(found.account, channel, chat, at=at)
    await audit.record(found.account.handle, "enrol", channel, at=at)
    return await who(found.account)


async def bind(account: Account, channel: str, chat: str, *, at: datetime) -> None:
    """This chat speaks for *account* from now on."""
    await Binding.filter(channel=channel, chat=chat).delete()
    await Binding.create(account=account, channel=channel, chat=chat, created_at=at)


async def guest(channel: str, chat: str, lang: str, *, at: datetime) -> Who:
    """Somebody nobody introduced, who asks for help: an account that sees nothing but his own words."""
    mark = hashlib.sha256(f"{channel}:{chat}".encode()).hexdigest()[:12]
    account, new = await Account.get_or_create(
        handle=f"guest-{mark}", defaults={"name": "一位居民", "lang": lang, "created_at": at}
    )
    if new:
        await Duty.create(account=account, role="resident", since=day_of(at))
        await audit.record("operator", "add_account", account.handle, at=at, why="guest")
    await bind(account, channel, chat, at=at)
    return await who(account)


async def revoke(handle: str, *, at: datetime) -> None:
    """Nothing is shown to this account any more, on no chat, from this moment."""
    account = await by_handle(handle)
    account.active = False
    await account.save(update_fields=["active"])
    await Binding.filter(account=account).update(active=False)
    await Duty.filter(account=account, until=None).update(until=day_of(at))
    await audit.record("operator", "revoke", handle, at=at)


async def pause(handle: str, *, at: datetime) -> None:
    """Nothing is shown to this account until `resume`; its duties and chats stay as they are."""
    await _switch(handle, "pause", False, at)


async def resume(handle: str, *, at: datetime) -> bool:
    """It may work on; False when it was not paused (who was revoked is invited anew)."""
    account = await by_handle(handle)
    if account.active or not await Binding.exists(account=account, active=True):
        return False
    await _switch(handle, "resume", True, at)
    return True


async def _switch(handle: str, what: str, active: bool, at: datetime) -> None:
    account = await by_handle(handle)
    account.active = active
    await account.save(update_fields=["active"])
    await audit.record("operator", what, handle, at=at)


async def move(handle: str, *, at: datetime, area: str, unit: str = "") -> Account:
    """Another place from today: his duties in the old one end, the same roles begin in the new."""
    account, day = await by_handle(handle), day_of(at)
    old = [d for d in await Duty.filter(account=account, until=None) if d.role in MOVING]
    for duty in old:
        duty.until = day
        await duty.save(update_fields=["until"])
    for role, line in dict.fromkeys((duty.role, duty.line) for duty in old):
        await Duty.create(account=account, role=role, area=area, unit=unit, line=line, since=day)
    await audit.record("operator", "move", handle, at=at, why=area)
    return account


async def by_handle(handle: str) -> Account:
    found = await Account.get_or_none(handle=handle)
    if found is None:
        raise NoSuchAccount(f"没有叫 {handle} 的账号。用 jpf user list 看看有哪些。")
    return found


async def in_chat(channel: str, chat: str) -> Who | None:
    """Who speaks in this chat; None for a stranger."""
    found = await Binding.get_or_none(
        channel=channel, chat=chat, active=True, account__active=True
    ).select_related("account")
    return await who(found.account) if found else None


async def who(account: Account) -> Who:
    """The account with every duty that speaks for it, those of people it stands in for included."""
    duties: tuple[DutyOf, ...] = ()
    if account.active:
        duties = await leaves.duties_of(account.id)
    return Who(account.id, account.handle, account.name, account.lang, duties)


async def with_duty(
    on: date,
    *,
    roles: tuple[str, ...] = (),
    units: Sequence[str] = (),
    covering: str = "",
    line: str = "",
) -> list[Account]:
    """Active accounts on duty that day: by role, by units, or by an area that covers a place.

    In the order of *units*, of each the narrowest area first; somebody on leave is replaced by his
    stand-in, or left out.
    """
    areas = [covering[:length] for length in range(len(covering) + 1)]
    query = Duty.filter(account__active=True, since__lte=on, area__in=areas)
    if units:
        query = query.filter(unit__in=list(units))
    if roles:
        query = query.filter(role__in=roles)
    if line:
        query = query.filter(line=line)
    duties = await query.select_related("account")
    found = [duty for duty in duties if duty.until is None or on < duty.until]
    place = {unit: n for n, unit in enumerate(units)}
    found.sort(key=lambda duty: (place.get(duty.unit, 0), -len(duty.area), duty.id))
    away = await leaves.away_on(on) if found else {}
    people = [leaves.instead(duty.account, away) for duty in found]
    return list({account.id: account for account in people if account}.values())


async def present(account: Account, on: date) -> Account:
    """The account itself, or who stands in for it on that day."""
    return leaves.instead(account, await leaves.away_on(on)) or account


def digest_area(who: Who, on: date) -> str:
    """The area whose counts this person may see; raises NotAllowed."""
    for duty in who.duties:
        if duty.role == "supervisor" and may(who, "see_digest", Thing(region=duty.area), on):
            return duty.area
    raise NotAllowed


def _hash(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()
