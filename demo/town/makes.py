"""Make a town on disk: deliveries day by day, and the truth beside them."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from core.problems import Problem
from demo.town.city import write_city
from demo.town.span import span
from demo.town.town import make
from demo.town.truth.files import write_truth
from demo.town.world import World
from demo.town.writing import make_folders, write_class

Progress = Callable[[str, int], None]


class NotEmpty(Problem):
    """A town is only written into a folder that holds nothing yet."""


class TooSmall(Problem):
    """Too few households or years to make a town of."""


FEWEST = 40


@dataclass(frozen=True)
class Made:
    """What was written: files, rows per class, rows per truth file."""

    days: int
    files: int
    households: int
    persons: int
    rows: dict[str, int]
    truth: dict[str, int]


def make_town(
    out: Path, *, households: int, years: int, seed: int, parquet: bool = False, city: int = 0,
    progress: Progress | None = None,
) -> Made:  # fmt: skip
    """Write a town of *households* and, around it, a city of *city* households in all."""
    _check(out, households, years)
    rows: dict[str, int] = {}
    files = 0

    def take(world: World, class_id: str, told: pl.DataFrame) -> None:
        nonlocal files
        if not rows:
            make_folders(world, out)
        files += write_class(world, class_id, told, out, parquet=parquet)
        rows[class_id] = told.height
        if progress:
            progress(class_id, sum(rows.values()))

    town = make(households, years, seed, take)
    if city > households:
        for class_id, many in write_city(town.world, city - households, out, parquet=parquet):
            rows[class_id] += many
            files += 1
    truth = write_truth(town, out)
    people = town.world.people.height
    return Made(len(span(years).days()), files, households, people, rows, truth)


def _check(out: Path, households: int, years: int) -> None:
    if households < FEWEST or years < 1:
        raise TooSmall(f"至少要 {FEWEST} 户、1 年才像一个镇。请把 --households 或 --years 写大些。")
    if out.exists() and any(out.iterdir()):
        raise NotEmpty(f"{out} 里已经有东西了。请换一个空文件夹，或者先清空。")
