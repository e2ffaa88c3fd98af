"""The floor: the same portrait in polars written by hand for this one table, as fast as we can.

It knows what our engine must find out: which columns have gaps, that families are small, that the
persons lie sorted by household. Counters are packed seven to a number and summed once.
"""

from collections.abc import Iterator

import polars as pl
from polars import Expr, LazyFrame, col, lit, when

from bench._ends import TORN, ends_of, reads
from bench._rules import FADING, FLOORS, GATES, LINES, RULES, WEIGHTS

HALVES = [lit(half, pl.Int8) for half in range(3)]
COLOURS = [lit(colour, pl.Int8) for colour in range(4)]
LETTERS = tuple(WEIGHTS)
MOVED = [
    f"{name}_{end}"
    for name in ("E1", "E3", "E5", "E8", "E9", "E_score", "E_colour")
    for end in ("low", "high")
]


def counts() -> dict[str, Expr]:
    """What is counted over persons; null where a person cannot be judged."""
    able = col("age").is_between(16, 59) & ~col("in_school")
    able = able & ~(col("certified") & col("severe")) & ~col("fully_dependent")
    child = col("age") < 16
    return {
        "n_labor": able,
        "n_employed": able & col("employed"),
        "n_elder60": col("age") >= 60,
        "n_elder80": col("age") >= 80,
        "n_dis": col("certified"),
        "n_severe_dis": col("certified") & col("severe"),
        "n_disabled_full": col("fully_dependent"),
        "n_disabled_semi": col("partly_dependent"),
        "n_uninsured": ~col("insured"),
        "n_major_ill": col("very_ill"),
        "n_long_treat": col("long_treated"),
        "n_cognitive": col("cognitive"),
        "n_student_unaided": col("unaided"),
        "n_child_hard": child & col("child_hard"),
        "n_child_weak": child & col("child_weak"),
    }


def features(households: LazyFrame, persons: LazyFrame) -> LazyFrame:
    """Households with every count as `.lo` (sure) and `.hi` (sure and in doubt)."""
    conditions = counts()
    bits = [(f"{n}.lo", c.fill_null(False)) for n, c in conditions.items()]
    bits += [(f"{n}.hi", c.fill_null(True)) for n, c in conditions.items()]
    names = [name for name, _ in bits]
    packs = [names[i : i + 7] for i in range(0, len(names), 7)]
    told = dict(bits)
    packed = [
        sum((told[n].cast(pl.Int64) * (1 << (8 * i)) for i, n in enumerate(pack)), start=lit(0))
        for pack in packs
    ]
    summed = (
        persons.select("household", *(p.alias(f"p{i}") for i, p in enumerate(packed)))
        .group_by("household", maintain_order=True)
        .agg(pl.len().cast(pl.Int64).alias("n_members"), pl.col("^p.*$").sum())
    )
    unpacked = [
        ((col(f"p{i}") // (1 << (8 * j))) % 256).alias(name)
        for i, pack in enumerate(packs)
        for j, name in enumerate(pack)
    ]
    return pl.concat([households, summed.select("n_members", *unpacked)], how="horizontal")


def floor(households: pl.DataFrame, persons: pl.DataFrame) -> pl.DataFrame:
    """The portrait of every household, in the columns of ours."""
    told = features(households.lazy(), persons.lazy()).collect()
    told = told.with_columns(
        pl.min_horizontal("n_employed.hi", "n_labor.hi").alias("n_employed.hi"),
        pl.min_horizontal("n_elder80.hi", "n_elder60.hi").alias("n_elder80.hi"),
        pl.min_horizontal("n_severe_dis.hi", "n_dis.hi").alias("n_severe_dis.hi"),
        pl.max_horizontal("n_labor.lo", "n_employed.lo").alias("n_labor.lo"),
        pl.max_horizontal("n_elder60.lo", "n_elder80.lo").alias("n_elder60.lo"),
        pl.max_horizontal("n_dis.lo", "n_severe_dis.lo").alias("n_dis.lo"),
    )
    parts = [told.select("household")]
    parts += [_type(told, letter) for letter in LETTERS]
    return pl.concat(parts, how="horizontal")


def _type(told: pl.DataFrame, letter: str) -> pl.DataFrame:
    both = told.lazy().select(_judged(letter, 0) + _judged(letter, 1)).select(_finished(letter))
    found = both.collect()
    return _tried(told, found) if letter == "E" else found


def _judged(letter: str, side: int) -> list[Expr]:
    """Levels, floors and gate of one side, under names that end in the side."""
    known = {v: _end(letter, v, side) for v in reads(letter)}
    columns = []
    for name, rule in RULES.items():
        if name[0] == letter:
            deprived, near = rule(known)
            level = when(deprived).then(HALVES[2]).when(near).then(HALVES[1]).otherwise(HALVES[0])
            columns.append(level.alias(f"{name}.{side}"))
            if name in FADING:
                columns.append(_left(known[FADING[name]]).alias(f"{name}.left.{side}"))
    columns += [c(known).alias(f"{n}.{side}") for n, c in FLOORS[letter].items()]
    return [*columns, GATES[letter](known).alias(f"gate.{side}")]


def _end(letter: str, variable: str, side: int) -> Expr:
    if variable == "n_members":
        return col(variable)
    end = ends_of(letter, variable)[side]
    if variable in counts():
        return col(f"{variable}.lo" if end == 0 else f"{variable}.hi")
    return col(variable).fill_null(end)


def _left(days: Expr) -> Expr:
    late = when(days <= 90).then(lit(7)).otherwise(lit(4))
    return when(days <= 30).then(lit(10)).otherwise(late).cast(pl.Int16)


def _finished(letter: str) -> Iterator[Expr]:
    names = [n for n in RULES if n[0] == letter]
    for name in names:
        yield col(f"{name}.0").alias(f"{name}_low")
        yield col(f"{name}.1").alias(f"{name}_high")
    for name in FLOORS[letter]:
        yield when(col(f"{name}.0") == col(f"{name}.1")).then(col(f"{name}.0")).alias(name)
    gates = col("gate.0"), col("gate.1")
    yield when(gates[0] == gates[1]).then(gates[0]).alias(f"{letter}_gate")
    for side, end in ((0, "low"), (1, "high")):
        score = _score(letter, side)
        yield score.alias(f"{letter}_score_{end}")
        yield _colour(letter, score, side).alias(f"{letter}_colour_{end}")


def _score(letter: str, side: int) -> Expr:
    names = [n for n in RULES if n[0] == letter]
    points = []
    for name, weight in zip(names, WEIGHTS[letter], strict=True):
        level = col(f"{name}.{side}").cast(pl.Int16)
        left = col(f"{name}.left.{side}") if name in FADING else lit(10, pl.Int16)
        points.append(level * left * lit(weight, pl.Int16))
    return pl.sum_horizontal(points)


def _colour(letter: str, score: Expr, side: int) -> Expr:
    yellow, red = LINES[letter]
    is_red = score >= red * 20
    for name in FLOORS[letter]:
        is_red = is_red | col(f"{name}.{side}")
    none, green, warm, hot = COLOURS
    shown = when(is_red).then(hot).when(score >= yellow * 20).then(warm).otherwise(green)
    return when(col(f"gate.{side}")).then(shown).otherwise(none)


def _tried(told: pl.DataFrame, found: pl.DataFrame) -> pl.DataFrame:
    """Families whose workers or jobs are in doubt, one row for each pair that could be."""
    ranges = {n: (col(f"{n}.lo"), col(f"{n}.hi")) for n in TORN}
    doubt = pl.any_horizontal(low < high for low, high in ranges.values())
    some = told.with_row_index("row").filter(doubt)
    labour = pl.int_ranges(ranges["n_labor"][0], ranges["n_labor"][1] + 1)
    some = some.with_columns(labour.alias("n_labor.lo")).explode("n_labor.lo")
    top = pl.min_horizontal("n_employed.hi", "n_labor.lo")
    jobs = pl.int_ranges(col("n_employed.lo"), pl.max_horizontal(top, "n_employed.lo") + 1)
    some = some.with_columns(jobs.alias("n_employed.lo")).explode("n_employed.lo")
    some = some.with_columns(
        col("n_labor.lo").alias("n_labor.hi"), col("n_employed.lo").alias("n_employed.hi")
    )
    both = some.lazy().select("row", *_judged("E", 0), *_judged("E", 1))
    pairs = both.select("row", *_finished("E")).group_by("row", maintain_order=True)
    gate = when(col("E_gate").null_count() == 0, col("E_gate").min() == col("E_gate").max())
    best = pairs.agg(
        col([c for c in MOVED if c.endswith("_low")]).min(),
        col([c for c in MOVED if c.endswith("_high")]).max(),
        gate.then(col("E_gate").min()).alias("E_gate"),
    ).collect()
    rows = best["row"]
    return found.with_columns(
        found[c].clone().scatter(rows, best[c]) for c in best.columns if c != "row"
    )
