"""Where people of the town live: villages of the city's pack, some more, and grids in each."""

from dataclasses import dataclass

import polars as pl

from core.city import load_city
from demo.town.dice import Dice
from demo.town.wording import form

FEWEST_VILLAGES = 3
GRIDS = 2


@dataclass(frozen=True)
class Places:
    """*grids*: grid (14 digits), village, town, names; one row each, *towns* in order."""

    grids: pl.DataFrame
    towns: tuple[str, ...]


def places() -> Places:
    """Every town with its villages; where the pack knows too few, numbered ones are added."""
    city = load_city("pinghu")
    rows = []
    for town in city.towns():
        known = [(p.code, p.name) for p in city.places.values() if _is_village(p, town.code)]
        more = range(1, 1 + max(0, FEWEST_VILLAGES - len(known)))
        made_up = [(f"{town.code}{900 + n}", f"{town.name}{'一二三'[n - 1]}村") for n in more]
        for code, name in sorted(known) + made_up:
            rows += [
                (f"{code}{n:02}", code, town.code, town.name, name) for n in range(1, GRIDS + 1)
            ]
    columns = ["grid", "village", "town", "town_name", "village_name"]
    frame = pl.DataFrame(rows, schema=dict.fromkeys(columns, pl.String), orient="row")
    return Places(frame, tuple(t.code for t in city.towns()))


def settle(dice: Dice, found: Places, many: int) -> pl.DataFrame:
    """A grid and an address for each of *many* households."""
    town = dice.index(len(found.towns), many, [2.2, 1.1, 0.8, 1.2, 1, 1.2, 1, 0.9, 1.3])
    codes = found.grids["town"].to_list()
    rows = {n: [i for i, code in enumerate(codes) if code == t] for n, t in enumerate(found.towns)}
    draw = dice.share(many)
    chosen = [rows[t][int(s * len(rows[t]))] for t, s in zip(town.tolist(), draw, strict=True)]
    number, room = dice.whole(1, 98, many), dice.whole(1, 40, many)
    here = found.grids[chosen]
    return here.with_columns(
        form("{}{}{}组{}号", "town_name", "village_name", pl.lit(room), pl.lit(number)).alias(
            "address"
        )
    )


def _is_village(place: object, town: str) -> bool:
    return getattr(place, "level", "") == "village" and getattr(place, "parent", "") == town
