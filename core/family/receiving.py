"""What a family receives already: the household's own list first, then what each member is paid."""

from collections.abc import Iterator

from core.city import City
from core.family.members import Member
from core.family.people import RECEIVED
from core.family.portrayed import Portrayed
from core.family.worded import STATUS, department, money, record
from core.render.data import Benefit
from locales import tr

OF_THE_FAMILY = ("dibao_listed", "tekun")


def received(told: Portrayed, city: City, lang: str) -> tuple[Benefit, ...]:
    """One line each; an amount only where a department sent one."""
    return (*_family(told, city, lang), *_members(told, city, lang))


def _family(told: Portrayed, city: City, lang: str) -> Iterator[Benefit]:
    status = str(told.values.get("status") or "none")
    if status == "none":
        return
    behind = record(told, ["status"], city, lang)
    listed = status in ("dibao", "danrenbao")
    yield Benefit(
        name=tr(STATUS[status], lang),
        amount=_monthly(told.values.get("dibao_amount") if listed else None, lang),
        department=behind.department if behind else "",
        since=told.values.get("dibao_since") if listed else None,
    )


def _members(told: Portrayed, city: City, lang: str) -> Iterator[Benefit]:
    for member in told.members:
        known = told.persons.get(member.person, {})
        for column, one in RECEIVED.items():
            value = known.get(column)
            if value and column not in OF_THE_FAMILY:
                amount = None if isinstance(value, bool) else int(value)
                yield Benefit(
                    name=_whose(member, tr(one.word, lang), lang),
                    amount=_monthly(amount, lang),
                    department=department(city, one.class_id, lang),
                )


def _whose(member: Member, what: str, lang: str) -> str:
    return tr("{what}（{who}）", lang, what=what, who=member.name)


def _monthly(fen: int | None, lang: str) -> str:
    return "" if fen is None else tr("每月 {v} 元", lang, v=money(fen))
