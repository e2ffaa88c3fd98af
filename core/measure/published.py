"""The figures as they may leave the house: nothing that could point at a family."""

from typing import Any

from core.render.small_cells import SMALLEST, held_back, too_small

SECRET = ("H", "A", "M0", "n_poor", "uncensored", "censored", "contribution", "share_of_M0", "se")


def published(answer: dict[str, Any]) -> dict[str, Any]:
    """The answer without small cells: fewer than ten households, or one to nine poor ones.

    A group held back keeps its name and says so. Where exactly one is held back the next smallest
    goes with it, since the total would give it away.
    """
    groups = answer.get("by", {})
    shown = held_back([_cell(group) for group in groups.values()])
    by = {
        name: _hidden(group) if count is None else group
        for (name, group), count in zip(groups.items(), shown, strict=True)
    }
    safe = _hidden(answer) if too_small(_cell(answer)) else dict(answer)
    return safe | ({"by": by} if "by" in answer else {})


def _cell(group: dict[str, Any]) -> int:
    """The smallest count the figures of this group rest on."""
    counts = [group["n"], group.get("n_poor", 0)]
    small = [count for count in counts if too_small(count)]
    return int(min(small)) if small else int(group["n"])


def _hidden(group: dict[str, Any]) -> dict[str, Any]:
    kept = {name: value for name, value in group.items() if name not in SECRET}
    n = f"<{SMALLEST}" if too_small(group["n"]) else group["n"]
    return kept | {"n": n, "suppressed": True}
