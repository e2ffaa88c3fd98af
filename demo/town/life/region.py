"""The town as a whole: prices, vacancies, grids and who works in them."""

import numpy as np
import polars as pl

from demo.town.dice import Dice
from demo.town.names import names
from demo.town.world import World

# Consumer prices and food, per cent against the year before (2022: shaped so that food passes six per
# cent in exactly four months, as the seed says; all values assumed). The threshold is a city parameter.
PRICES = {
    2022: [(0.9, -3.8), (0.9, -3.9), (1.5, -1.5), (2.1, 1.9), (2.1, 2.3), (2.5, 2.9), (2.7, 6.3), (2.5, 6.1),
           (2.8, 8.8), (2.1, 7.0), (1.6, 3.7), (1.8, 4.8)],
    2023: [(2.1, 5.8), (1.0, 2.6), (0.7, 2.4), (0.1, 0.4), (0.2, 1.0), (0.0, 2.3), (-0.3, -1.7), (0.1, -1.7),
           (0.0, -3.2), (-0.2, -4.0), (-0.5, -4.2), (-0.3, -3.7)],
}  # fmt: skip
REVISED = (np.datetime64("2023-01-01"), 60, 58)  # first published as 6.0, corrected to 5.8
VACANCIES = 220
TITLES = ("操作工", "质检员", "设备维护", "保洁", "仓管", "收银员", "护理员", "数控学徒", "包装工")
TRADES = ("机电", "服装", "物流", "家政", "养老护理", "餐饮", "无")


def region(world: World) -> None:
    """Tables `prices`, `triggers`, `vacancies`, `grid_workers`."""
    dice = world.dice("region")
    _prices(world)
    _vacancies(dice, world)
    _grid_workers(dice, world)


def _prices(world: World) -> None:
    """Month by month in tenths of a per cent, the day they are published, and what follows."""
    years = world.span.years
    months = np.concatenate([np.arange(f"{y}-01", f"{y + 1}-01", dtype="M8[M]") for y in years])
    values = np.round(
        np.array([v for y in years for v in PRICES.get(y, PRICES[2023])]) * 10
    ).astype(np.int64)
    published = (months + 1).astype("M8[D]") + 9 + (months.astype(np.int64) % 3)
    world.add("prices", month=months.astype("M8[D]"), cpi=values[:, 0], food=values[:, 1],
              published=published)  # fmt: skip
    food = np.array(
        [world.standards(m).number("food_trigger") * 10 for m in published], dtype=float
    )
    hit = values[:, 1] >= food
    each = np.round(107_000 * values[:, 1] / 1000).astype(np.int64)
    world.add("triggers", month=months[hit].astype("M8[D]"), published=published[hit],
              pay_date=published[hit] + 15, each=each[hit])  # fmt: skip


def _vacancies(dice: Dice, world: World) -> None:
    """Posts on offer: each stays open for some weeks."""
    days = int((world.span.last - world.span.first).astype(int))
    many = max(6, world.scaled(VACANCIES * days / 365))
    on = np.sort(world.span.first + dice.whole(-30, days, many).astype("m8[D]"))
    low = dice.whole(23, 60, many)
    world.add(
        "vacancies",
        on=on, expires=on + dice.whole(20, 90, many).astype("m8[D]"), title=dice.pick(TITLES, many),
        trade=dice.pick(TRADES, many), town=dice.pick(list(world.places.towns), many),
        low=low * 10_000, high=(low + dice.whole(4, 30, many)) * 10_000,
        heads=dice.whole(1, 6, many), disabled_ok=dice.chance(0.2, many),
        employer=dice.pick(["恒远设备制造公司", "新禾服装厂", "益达物流公司", "泰和家政公司"], many),
    )  # fmt: skip


def _grid_workers(dice: Dice, world: World) -> None:
    """Four people per grid: its head, a full-time and a part-time worker, one for the micro-grid."""
    roles = pl.DataFrame({"role": ["网格长", "专职网格员", "兼职网格员", "微网格长"]})
    rows = world.places.grids.select("grid").join(roles, how="cross")
    born = np.repeat(np.datetime64("1980-01-01"), rows.height)
    male = dice.whole(0, 1, rows.height)
    world.add("grid_workers", **rows.to_dict(), name=names(dice, born, male))
