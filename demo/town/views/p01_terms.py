"""省民政厅: registers that are kept by terms: tekun, edge families, rigid expenditure."""

import polars as pl
from polars import col, lit

from demo.town.views.kit import key, later, versions
from demo.town.views.p01 import members_then
from demo.town.world import World

GRADES = {
    "能力完好": "全自理",
    "轻度": "全自理",
    "中度": "半自理",
    "重度": "半自理",
    "完全失能": "全护理",
}


CARE = {"全自理": 207_00, "半自理": 621_00, "全护理": 1035_00}


def p01_02(world: World) -> pl.DataFrame:
    """Tekun: agreements of a year each; ended some days after a death."""
    aid = world["aid"].filter(col("kind") == "tekun")
    grade = world["abilities"].unique("person", keep="first", maintain_order=True)
    rows = aid.join(grade.select("person", "grade"), on="person", how="left")
    rows = rows.with_columns(selfcare_grade=col("grade").replace_strict(GRADES, default="全自理"))
    first, years = world.span.first, range(len(world.span.years) + 1)
    yearly = [
        rows.with_columns(
            told=lit((first - 200 + 365 * n).item()),
            agreement_end=lit((first + 165 + 365 * n).item()),
        )
        for n in years
    ]
    ended = rows.filter(col("until").is_not_null()).with_columns(told=later("until", 10), over=True)
    rows = versions(*yearly, ended).filter(
        col("over").fill_null(False) | col("until").is_null() | (col("told") < col("until"))
    )
    homed = col("person").is_in(world["nursing"]["person"].implode())
    return rows.select(
        "person", "home", "told", "selfcare_grade", on="told",
        record_id=key(lit("TK"), "row"), case_no=key(lit("TK"), "row"),
        support_form=pl.when(homed).then(lit("集中")).otherwise(lit("分散")),
        basic_amount="amount", care_amount=col("selfcare_grade").replace_strict(CARE),
        agreement_end=col("agreement_end").fill_null(strategy="forward").over("row"),
        carer_name=pl.when(~homed & (col("row") % 9 != 0)).then(lit("村委会委托照料人")),
        status=pl.when(col("over")).then(lit("终止")).otherwise(lit("在册")),
    )  # fmt: skip


def p01_03(world: World) -> pl.DataFrame:
    terms = world["terms"].filter(col("kind").is_in(["edge", "danrenbao"]))
    rows = _term_versions(world, terms)
    return rows.with_columns(members_then(world, rows)).select(
        "home", "on", "told", "members", record_id=key(lit("BY"), "aid"),
        case_no=key(lit("BY"), "aid"), assessed_income_pc="income_pc", valid_from=col("begin").min().over("aid"),
        valid_to="end", status=pl.when(col("over")).then(lit("退出")).otherwise(lit("在册")),
    )  # fmt: skip


def _term_versions(world: World, terms: pl.DataFrame) -> pl.DataFrame:
    """Each term told when it was renewed; the end told when a family leaves early."""
    aid = world["aid"].select(aid="row", income_pc="income_pc", amount="amount")
    rows = terms.join(aid, on="aid").with_columns(told="renewed", person=lit(-1, pl.Int64))
    early = rows.filter(col("until").is_not_null(), col("until") <= col("end")).with_columns(
        told="until", over=True
    )
    return versions(rows.with_columns(over=False), early).with_columns(on="told")


def p01_04(world: World) -> pl.DataFrame:
    """Rigid expenditure: at least six tenths of a year's income went into illness or school."""
    terms = world["terms"].filter(col("kind") == "rigid")
    rows = _term_versions(world, terms)
    income = col("income_pc") * 12 * 3
    return rows.with_columns(members_then(world, rows)).select(
        "home", "on", "told", "members", record_id=key(lit("ZC"), "aid"),
        case_no=key(lit("ZC"), "aid"), income_12m=income, rigid_exp_12m=income * 66 // 100,
        exp_kind=pl.concat_list(lit("医疗")), valid_to="end",
        status=pl.when(col("over")).then(lit("退出")).otherwise(lit("在册")),
    )  # fmt: skip
