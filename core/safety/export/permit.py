"""Who may take data out. Masked: the operator. Full: two people who both have the right, and a reason."""

from dataclasses import dataclass
from datetime import date, datetime

from core import accounts
from core.access import RIGHTS, Right, Thing, Who, may
from core.problems import Problem

SEES: dict[str, Right] = {
    "cases": "see_booklet",
    "visits": "see_booklet",
    "outbox": "see_booklet",
    "audit": "read_trail",
}
APPROVES: Right = "sign"
WHO_HAS: dict[str, str] = {
    "see_booklet": "镇街办公室（office）或主管（supervisor）",
    "read_trail": "审计员（auditor）",
    "sign": "主管（supervisor）",
}


class NotPermitted(Problem):
    """An export that nobody allowed."""


@dataclass(frozen=True)
class Permit:
    """An allowed export: whose rights it uses, who signed, whether names and words are in it."""

    by: Who | None
    approver: Who | None
    full: bool
    why: str
    on: date

    @property
    def handle(self) -> str:
        return self.by.handle if self.by else "operator"

    def covers(self, table: str, thing: Thing) -> bool:
        """Whether a row about *thing* may be in this export: by everybody who signed, line included."""
        if self.by is None:
            return not thing.line
        right: Right = SEES[table] if self.full or table == "audit" else "see_case"
        mine = may(self.by, right, thing, self.on)
        return mine and (self.approver is None or may(self.approver, APPROVES, thing, self.on))


async def permit(
    table: str, *, at: datetime, by: str, full: bool, why: str, approved_by: str
) -> Permit:
    """Raises NotPermitted, in words that say who could allow it."""
    on = at.date()
    asking = await _who(by, on) if by else None
    if not full:
        if approved_by or why:
            raise NotPermitted("脱敏导出不用审批。要带姓名和原话的，请加 --full。")
        return Permit(asking, None, False, "", on)
    if not (asking and why.strip() and approved_by):
        raise NotPermitted(
            "带姓名和原话的导出要两个人：--by 申请人 --approved-by 审批人 --why 用途，一样不能少。"
        )
    approver = await _who(approved_by, on)
    if approver.id == asking.id:
        raise NotPermitted("自己不能批自己的导出。请换一位主管审批。")
    _demand(asking, SEES[table], on)
    _demand(approver, APPROVES, on)
    return Permit(asking, approver, True, why.strip(), on)


async def _who(handle: str, on: date) -> Who:
    found = await accounts.who(await accounts.by_handle(handle))
    if not any(duty.holds(on) for duty in found.duties):
        raise NotPermitted(f"{handle} 现在没有任何职责，或者已经停用。请换一个人。")
    return found


def _demand(who: Who, right: Right, on: date) -> None:
    if not any(right in RIGHTS.get(role, frozenset()) for role in who.roles(on)):
        raise NotPermitted(f"{who.handle} 没有这个权限：要{WHO_HAS[right]}。")
