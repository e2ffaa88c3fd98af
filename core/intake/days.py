"""Deliveries by the day they were received: a folder whose folders are named by day tells it itself."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from pathlib import Path


def by_day(paths: Iterable[Path], otherwise: date) -> list[tuple[date, list[Path]]]:
    """Day and what came on it, oldest first; what has no day in its folder came *otherwise*."""
    came: dict[date, list[Path]] = defaultdict(list)
    for path in paths:
        days = {inner: day for inner in _inside(path) if (day := named(inner))}
        for inner, day in days.items():
            came[day].append(inner)
        if days:
            came[otherwise] += [i for i in _inside(path) if i not in days and i.is_file()]
        else:
            came[named(path) or otherwise].append(path)
    return sorted((day, found) for day, found in came.items() if found)


def named(path: Path) -> date | None:
    """The day a folder is named by: 2022-07-15."""
    try:
        return date.fromisoformat(path.name) if path.is_dir() else None
    except ValueError:
        return None


def _inside(path: Path) -> list[Path]:
    return sorted(path.iterdir()) if path.is_dir() else []
