"""Help that was really given. Nothing promised, planned, refused or denied counts as help."""

from core.language.worker.helps import applications, cash, goods, repairs, services, work
from core.language.worker.helps.given import Given
from core.language.worker.helps.merge import merged
from core.language.worker.helps.tale import Tale
from core.language.worker.helps.telling import giving
from core.language.worker.model import Help
from core.language.worker.report import Report

__all__ = ["Given", "helps"]


def helps(report: Report) -> list[Given]:
    """Everything given, in the order of the text, each thing once."""
    tale = Tale(report)
    found = [*services.read(tale), *applications.read(tale)]
    found += [*work.jobs(tale), *work.trainings(tale)]
    found += services.medicines(tale, _places(found))
    found += repairs.read(tale, _places(found))
    taken, given = _places(found) | _bought(tale, found), giving(tale)
    found += [*goods.read(tale, given, taken), *cash.read(tale, given)]
    return _once(merged(tale, sorted(found, key=lambda g: g.start)))


def _places(found: list[Given]) -> set[int]:
    """The places of the text that tell of something already."""
    kinds = ("service", "medical", "repair", "job")
    return {i for g in found if g.help.kind in kinds for i in range(g.start, g.end)}


def _bought(tale: Tale, found: list[Given]) -> set[int]:
    """帮老人买了米和青菜: what was bought on an errand is theirs."""
    errands = [g for g in found if g.help.item == "代购"]
    return {i for g in errands for i in range(g.start, tale.report.clause(g.start).end)}


def _tells_more(help_: Help, before: Help) -> bool:
    return (before.quantity is None and help_.quantity is not None) or (
        before.amount_yuan is None and help_.amount_yuan is not None
    )


def _once(found: list[Given]) -> list[Given]:
    """One thing told twice is one help, the telling with a quantity being kept."""
    seen: dict[tuple[str, str], Given] = {}
    for given in found:
        key = (given.help.kind, given.help.item)
        before = seen.get(key)
        if before is None or _tells_more(given.help, before.help):
            seen[key] = given
    return list(seen.values())
