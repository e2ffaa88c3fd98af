"""Walk the truths: one module per watch, found by its name."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from demo.town import truth


@cache
def truths() -> dict[str, ModuleType]:
    """Every truth module by the id of its watch, and those that others lean on."""
    names = sorted(m.name for m in iter_modules(truth.__path__))
    modules = {
        n: import_module(f"{truth.__name__}.{n}") for n in names if n not in ("seen", "shelf")
    }
    return {n: m for n, m in modules.items() if hasattr(m, "NEEDS")}


def watched() -> dict[str, ModuleType]:
    """The truths of watches, by MON-id."""
    return {f"MON-{n[4:]}": m for n, m in truths().items() if n.startswith("mon_")}
