"""Help that was really given. Nothing promised, planned, refused or denied counts as help."""

from core.language.worker.helps import cash, deeds, goods, repairs
from core.language.worker.helps.given import Given
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
    found = [
        g
        for g in found
        if g.help.kind != "policy_application"
        or (report.message.clause_index(g.start), g.help.item) not in paid
    ]
    return _once(sorted(found, key=lambda g: g.start))


def _once(found: list[Given]) -> list[Given]:
    """One thing told twice is one help, the telling with a quantity being kept."""
    seen: dict[tuple[str, str], Given] = {}
    for given in found:
        key = (given.help.kind, given.help.item)
        before = seen.get(key)
        if before is None or (before.help.quantity is None and given.help.quantity is not None):
            seen[key] = given
    return list(seen.values())
