"""The fact store of this process, for those who are asked in the middle of a chat."""

from core.facts.store import Facts

_stores: list[Facts] = []


def use_facts(store: Facts | None) -> None:
    """Set when the house is opened, forgotten when it is shut."""
    _stores[:] = [store] if store else []


def facts_here() -> Facts | None:
    """None where no house was opened."""
    return _stores[0] if _stores else None
