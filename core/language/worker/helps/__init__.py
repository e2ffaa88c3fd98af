"""Help that was really given. Nothing promised, planned, refused or denied counts as help."""

from core.language.worker.helps import cash, deeds, goods, repairs
from core.language.worker.helps.given import Given
from core.language.worker.model import Help
from core.language.worker.report import Report

__all__ = ["Given", "helps"]


def helps(report: Report) -> list[Given]:
    """Everything given, in the order of the text, each thing once."""
    found = list(deeds.read(report))
    taken = {
        i for g in found if g.help.kind in ("service", "medical") for i in range(g.start, g.end)
    }
    found += repairs.read(report, taken)
    taken |= {i for g in found if g.help.kind == "repair" for i in range(g.start, g.end)}
    found += [*goods.read(report, taken), *cash.read(report)]
    paid = {
        (report.message.clause_index(g.start), g.help.item) for g in found if g.help.amount_yuan
    }
    found = [g for g in found if not _paid_for(report, g, paid)]
    return _once(sorted(found, key=lambda g: g.start))


def _paid_for(report: Report, given: Given, paid: set[tuple[int, str]]) -> bool:
    """The money told in the same clause is the help: 掏两百块买了药, 临时救助一千五发了."""
    here = report.message.clause_index(given.start)
    item = "药费" if given.help.item == "代购" else given.help.item
    return given.help.kind in ("policy_application", "service") and (here, item) in paid


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
