"""省卫生健康委: serious diagnoses, births, deaths, follow-up of the mentally ill."""

import numpy as np
import polars as pl
from polars import col, lit

from demo.town.views.kit import here, key, later, none, of_person, word
from demo.town.world import World

FOLLOWED_EVERY = 14


def p05_02(world: World) -> pl.DataFrame:
    """Diagnoses; some are told years after, when an old illness is treated again."""
    rows = world["serious"]
    return rows.select(
        "person", "told", "disease", "hospital", "on", record_id=key(lit("DBZ"), "row"),
        diagnosed_at="on", stage=word("II期"), treatment=word("治疗中"),
    )  # fmt: skip


def p05_03(world: World) -> pl.DataFrame:
    """Newborns have no number yet: the mother's household tells where they belong."""
    rows = world["births"]
    return rows.select(
        "on", record_id=key(lit("CS"), "row"), home=of_person(world, "home", "mother"),
        birth_date="on", mother_id=of_person(world, "id_no", "mother"),
        father_id=of_person(world, "id_no", "father"),
        weight_g=2600 + (col("row").cast(pl.Int64) * 137) % 1400, defect=none(pl.String),
    )  # fmt: skip


def p05_04(world: World) -> pl.DataFrame:
    rows = world["deaths"]
    return rows.select(
        "person", "place", on="certified", record_id=key(lit("SWZ"), "person"), death_date="on",
        issue_date="certified",
    )  # fmt: skip


def p05_05(world: World) -> pl.DataFrame:
    """Followed up every fortnight; the lost ones are not, for two or three months."""
    rows = world["mental"]
    start = world.span.first - 21
    visits = np.arange(start, world.span.last, FOLLOWED_EVERY)
    rows = rows.join(pl.DataFrame({"visit": visits}), how="cross").with_columns(
        on=later("visit", col("offset"))
    )
    gap = col("lost") & col("on").is_between("lost_since", later("lost_since", col("lost_days")))
    rows = rows.filter(~(gap & ~col("stops"))).filter(col("on") <= lit(world.span.last.item()))
    return rows.sort("on", "person").select(
        "person", "on", record_id=key(lit("JS"), "person"), risk_level="risk", last_follow="on",
        medication=pl.when(gap).then(lit("不服药")).otherwise(lit("规律")), guardian_award=lit(True),
        state=word("在管"),
    )  # fmt: skip


def p05_07(world: World) -> pl.DataFrame:
    """Family doctors: two people in three have signed."""
    everybody = world.people.filter(col("person") % 3 != 0).with_columns(
        on=pl.max_horizontal(lit((world.span.first - 300).item()), later("since", 60))
    )
    return here(world, everybody).select(
        "person", "on", record_id=key(lit("QY"), "person"), team=word("家庭医生团队"), signed_at="on",
        package=word("基础包"), last_service="on",
    )  # fmt: skip
