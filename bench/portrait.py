"""The portrait of a whole city and of one family, beside OpenFisca and hand-written polars.

One run, the same made-up town, the same rules: our engine, OpenFisca (the field's rules-as-code
engine), and polars written by hand for this one table as the floor. Every engine runs in
processes of its own, taking turns; answers are compared value by value.
"""

import json
import statistics
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import polars as pl
from polars import col

from bench._child import engine
from bench._population import PART, read, written

ENGINES = ("ours", "hand_polars", "openfisca")
ROOT = Path(__file__).parent.parent


def run(
    *,
    households: int = PART,
    turns: int = 3,
    rounds: int = 5,
    singles: int = 300,
    largest: int = 10,
) -> dict[str, Any]:
    """Best and median over *turns* x *rounds*; *largest* times the city for the last size (0: skip).

    Seconds are for features from persons, 54 indicators, gates, floors, five scores and colours
    as intervals; milliseconds for one household through all of that; memory is the peak of the
    engine's own process, the tables read included.
    """
    with TemporaryDirectory() as folder:
        parts = written(Path(folder) / "city", households)
        city = _in_turns("city", turns, rounds, parts)
        one = _in_turns("one", turns, singles, parts)
        found: dict[str, Any] = {
            "town": _counted(parts[0], households),
            "city": city,
            "one_household": one,
            "ratios": _ratios(city, one),
            "compared": compared(parts[0]),
            "sizes": _sizes(Path(folder), households, rounds, largest),
        }
    return found


def _in_turns(task: str, turns: int, count: int, parts: list[Path]) -> dict[str, Any]:
    """Every engine once a turn, so that a busy minute hits all alike; then over the turns.

    Of what is called best, the best; of everything else the median.
    """
    told: dict[str, list[dict[str, float]]] = {name: [] for name in ENGINES}
    for _ in range(turns):
        for name in ENGINES:
            told[name].append(_child(task, name, count, parts))
    return {
        name: {key: round(_over(key, [t[key] for t in runs]), 3) for key in runs[0]}
        for name, runs in told.items()
    }


def _over(key: str, values: list[float]) -> float:
    return min(values) if key in ("best_s", "from_parquet_s") else statistics.median(values)


def _child(task: str, name: str, count: int, parts: list[Path]) -> dict[str, float]:
    command = [sys.executable, "-m", "bench._child", task, name, str(count), *map(str, parts)]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def _ratios(city: dict[str, Any], one: dict[str, Any]) -> dict[str, float]:
    """What the goals are stated in: ours over the floor, OpenFisca over ours."""
    ours, floor, peer = (city[name] for name in ENGINES)
    pairs = {
        "ours_over_hand_polars": (ours, floor, "best_s"),
        "ours_over_hand_polars_cpu": (ours, floor, "cpu_s"),
        "openfisca_over_ours": (peer, ours, "best_s"),
        "openfisca_over_ours_cpu": (peer, ours, "cpu_s"),
        "openfisca_over_ours_from_parquet": (peer, ours, "from_parquet_s"),
        "our_memory_over_openfisca": (ours, peer, "peak_mb"),
        "openfisca_over_ours_one_household_p50": (one["openfisca"], one["ours"], "p50_ms"),
        "openfisca_over_ours_one_household_p99": (one["openfisca"], one["ours"], "p99_ms"),
    }
    return {name: round(a[key] / b[key], 2) for name, (a, b, key) in pairs.items()}


def compared(part: Path) -> dict[str, int]:
    """Every answer of every household: how many compared, how many differ."""
    from bench._openfisca import as_frame

    tables = read(part)
    ours, floor = (engine(name)(*tables) for name in ENGINES[:2])
    peer = as_frame(engine("openfisca")(*tables))
    certain = _certain(ours, tables)
    kinds = dict(ours.schema)
    same = peer.with_columns(col(c).cast(kinds[c]) for c in peer.columns)
    kept = [c for c in same.columns if c[0] != "E"]
    torn = [c for c in same.columns if c[0] == "E"]
    return {
        "values": len(ours) * (ours.width - 1),
        "ours_and_hand_polars_differ": _differ(ours, floor, floor.columns),
        "ours_and_openfisca_differ": _differ(ours, same, kept)
        + _differ(ours.filter(certain), same.filter(certain), torn),
        "households_openfisca_cannot_judge_exactly": int((~certain).sum()),
    }


def _certain(ours: pl.DataFrame, tables: tuple[pl.DataFrame, pl.DataFrame]) -> pl.Series:
    """Families whose workers and jobs are known: elsewhere values must be tried one by one."""
    from bench._hand_polars import counts
    from bench._ours import features

    told = features(*tables, {n: c for n, c in counts().items() if n in ("n_labor", "n_employed")})
    known = (col("n_labor_unknown") == 0) & (col("n_employed_unknown") == 0)
    return told.select(known).to_series()


def _differ(ours: pl.DataFrame, other: pl.DataFrame, columns: list[str]) -> int:
    return sum(int(ours[c].ne_missing(other[c]).sum()) for c in columns)


def _sizes(folder: Path, households: int, rounds: int, largest: int) -> dict[str, Any]:
    """Ours from a tenth of the city to *largest* times: seconds a quarter of a million, memory."""
    found = {}
    for times in (0.1, 1, *([largest] if largest > 1 else [])):
        count = int(households * times)
        parts = written(folder / f"x{times}", count)
        told = _child("city", "ours", max(1, rounds // 2), parts)
        found[f"{count} households"] = {
            "best_s": round(told["best_s"], 3),
            "best_s_per_250000": round(told["best_s"] * 250_000 / count, 3),
            "peak_mb": round(told["peak_mb"]),
        }
    return found


def _counted(part: Path, households: int) -> dict[str, Any]:
    homes, persons = read(part)
    holes = sum(homes.null_count().row(0)) / (len(homes) * (homes.width - 1))
    return {
        "households": households,
        "persons_in_first_part": len(persons),
        "unknown_share_of_facts": round(holes, 3),
    }
