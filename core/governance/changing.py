"""Propose a model, sign it as two different people, or refuse it. All of it is on the trail."""

from datetime import date, datetime

from core import audit
from core.access import RIGHTS, Who
from core.clock import day_of
from core.governance.trying import Tried
from core.problems import Problem
from core.store.database import atomically
from core.store.governing import ModelChange


class NotReady(Problem):
    """A change of the model that cannot go this step."""


async def propose(tried: Tried, who: Who, *, why: str, since: date, at: datetime) -> ModelChange:
    """Keep a tried model for others to sign; raises NotReady without a reason or twice."""
    _demand(who, at)
    if not why.strip():
        raise NotReady("改模型要写理由。请加 --why。")
    if await ModelChange.exists(version=tried.model.version):
        raise NotReady(f"{tried.model.version} 这个版本号用过了。请换一个。")
    return await atomically(lambda: _propose(tried, who, why.strip(), since, at))


async def _propose(tried: Tried, who: Who, why: str, since: date, at: datetime) -> ModelChange:
    made = await ModelChange.create(
        version=tried.model.version,
        data=tried.model.data(),
        since=since,
        why=why[:200],
        preview=tried.to_json(),
        proposed_by=who.handle,
        proposed_at=at,
    )
    await audit.record(who.handle, "model_propose", made.version, at=at, why=why[:120])
    return made


async def sign(version: str, who: Who, *, at: datetime) -> ModelChange:
    """One signature; the second, of somebody else, makes it live. Raises NotReady."""
    _demand(who, at)
    return await atomically(lambda: _sign(version, who, at))


async def _sign(version: str, who: Who, at: datetime) -> ModelChange:
    change = await _waiting(version)
    if not change.first_by:
        change.first_by, change.first_at = who.handle, at
    elif change.first_by == who.handle:
        raise NotReady("这一版您已经签过了。要另一个人再签。")
    else:
        change.second_by, change.second_at = who.handle, at
        change.state = "live"
        change.since = max(change.since, day_of(at))
    await change.save()
    await audit.record(who.handle, "model_sign", version, at=at, why=change.state)
    return change


async def refuse(version: str, who: Who, *, why: str, at: datetime) -> ModelChange:
    """Not to be: a proposal ends here; raises NotReady."""
    _demand(who, at)
    return await atomically(lambda: _refuse(version, who, why, at))


async def _refuse(version: str, who: Who, why: str, at: datetime) -> ModelChange:
    change = await _waiting(version)
    change.state = "refused"
    await change.save()
    await audit.record(who.handle, "model_refuse", version, at=at, why=why[:120])
    return change


async def _waiting(version: str) -> ModelChange:
    found = await ModelChange.select_for_update().get_or_none(version=version)
    if found is None:
        raise NotReady(f"没有 {version} 这一版。先看看 jpf model list。")
    if found.state != "proposed":
        raise NotReady(
            f"{version} 已经{'生效' if found.state == 'live' else '被退回'}了，不能再签。"
        )
    return found


def _demand(who: Who, at: datetime) -> None:
    """The right to sign, for the whole city: a model judges every family in it."""
    held = [d for d in who.duties if d.holds(day_of(at)) and "sign" in RIGHTS[d.role]]
    if not any(len(duty.area) <= 6 for duty in held):
        raise NotReady(f"{who.handle} 不能签模型：要全市的主管（supervisor）。")
