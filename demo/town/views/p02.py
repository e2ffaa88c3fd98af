"""省公安厅: who is registered where, who belongs to whom, deaths, vehicles, accidents."""

import numpy as np
import polars as pl
from polars import col, lit

from demo.town.numbers import phones
from demo.town.views.kit import first_day, key, later, of_home, of_person, versions, word
from demo.town.world import World


def registered(world: World) -> pl.DataFrame:
    """Everybody registered in the town, with the day the police know of them: births weeks later."""
    born = world["births"].select("person", known="registered")
    people = world.people.join(born, on="person", how="left", maintain_order="left")
    local = lit(world.homes["kind"]).gather("home") != "migrant"
    return people.filter(local).with_columns(
        told=pl.coalesce("known", later("since", 2)),
        on=pl.max_horizontal(pl.coalesce("known", "since"), "born"),
    )


def p02_01(world: World) -> pl.DataFrame:
    everybody = registered(world)
    gone = everybody.with_columns(
        status=pl.when(col("left").is_not_null()).then(lit("迁出")).when(col("died").is_not_null())
        .then(lit("注销"))
    ).drop_nulls("status")  # fmt: skip
    cancelled = world["deaths"].select("person", "cancelled")
    gone = gone.join(cancelled, on="person", how="left").with_columns(
        on=pl.coalesce("cancelled", "left"), told=pl.coalesce("cancelled", "left")
    )
    renamed = everybody.drop("on", "told", "name").join(
        world["renames"].select("person", "on", "name"), on="person"
    )
    latest = world["renames"].select("person", changed="on", new="name")
    rows = versions(everybody.with_columns(status=word("正常")), renamed.with_columns(
        told=later("on", 3), status=word("正常")), gone)  # fmt: skip
    rows = rows.join(latest, on="person", how="left").with_columns(
        name=pl.when(col("changed") <= col("on")).then("new").otherwise("name")
    )
    return _written_down(world, rows)


def _written_down(world: World, rows: pl.DataFrame) -> pl.DataFrame:
    return rows.select(
        "person", "home", "on", "told", "name", "id_no", "status",
        record_id=key(lit("HK"), "person"),
        phone=lit(phones(np.arange(world.people.height) * 7_919)).gather("person"),
        sex=pl.when(col("male") == 1).then(lit("男")).otherwise(lit("女")),
        birth_date="born", hukou_addr=of_home(world, "address"), region_code=of_home(world, "grid"),
        household_no=of_home(world, "household_no"), nation=lit("01"),
    )  # fmt: skip


def p02_02(world: World) -> pl.DataFrame:
    """Relations; a marriage after the town began gives both a spouse."""
    rows = registered(world)
    wed = world["weddings"]
    married = pl.concat(
        [wed.select("person", mate="spouse"), wed.select(person="spouse", mate="person")]
    )
    both = rows.join(married, on="person")
    moved_in = lit(world.people["since"])
    both = both.with_columns(
        spouse="mate", told=pl.max_horizontal(moved_in.gather("mate"), moved_in.gather("person"))
    ).with_columns(on="told")
    rows = versions(rows, both).with_columns(head=lit(_heads(world)).gather("home"))
    return rows.select(
        "person", "home", "on", "told",
        record_id=key(lit("GX"), "person"), household_no=of_home(world, "household_no"),
        relation_to_head="relation",
        head_id=of_person(world, "id_no", "head"), father_id=of_person(world, "id_no", "father"),
        mother_id=of_person(world, "id_no", "mother"), spouse_id=of_person(world, "id_no", "spouse"),
    )  # fmt: skip


def _heads(world: World) -> pl.Series:
    people = world.people.sort("home", "place").unique("home", keep="first", maintain_order=True)
    return people.sort("home")["person"]


def p02_03(world: World) -> pl.DataFrame:
    """Residence permits of people from elsewhere, renewed every year."""
    kind = lit(world.homes["kind"]).gather("home")
    people = world.people.filter(kind == "migrant")
    rows = [
        people.with_columns(
            on=lit((world.span.first - 40 + 365 * n).item()),
            valid_to=lit((world.span.first + 365 * (n + 1) - 20).item()),
        )
        for n in range(len(world.span.years))
    ]
    alive = col("until").is_null() | (col("on") < col("until"))
    return versions(*rows).filter(alive, col("since") <= col("on")).select(
        "person", "home", "on", "valid_to", told="on",
        record_id=key(lit("JZ"), "person"), permit_no=key(lit("JZZ"), "person"),
        reside_addr=of_home(world, "address"), from_region=lit("340000"),
        reside_since=lit((world.span.first - 900).item()),
    )  # fmt: skip


def p02_04(world: World) -> pl.DataFrame:
    return world["deaths"].select(
        "person", record_id=key(lit("SW"), "person"), on="cancelled", death_date="on",
        cancel_date="cancelled", basis=word("死亡医学证明"),
        home=of_person(world, "home"),
    )  # fmt: skip


VEHICLES = {
    "car": "小型轿车",
    "scrapped car": "小型轿车",
    "scooter": "残疾人代步车",
    "motorcycle": "普通摩托车",
}


def p02_05(world: World) -> pl.DataFrame:
    rows = world["assets"].filter(col("what").is_in(list(VEHICLES)))
    given_up = rows.filter(col("until").is_not_null()).with_columns(told="until")
    scrapped = col("what") == "scrapped car"
    rows = versions(rows.with_columns(told="on"), given_up.with_columns(gone=True))
    gone = col("gone").fill_null(False) | scrapped
    return rows.select(
        "person", "on", "told", record_id=key(lit("CL"), "row"), plate_hash=key(lit("浙F"), "row"),
        vehicle_kind=col("what").replace_strict(VEHICLES), use_kind=word("非营运"),
        register_date="on", engine_cc=pl.when(col("what").str.contains("car")).then(1500).otherwise(110),
        disabled_scooter=col("what") == "scooter",
        status=pl.when(gone).then(word("注销")).otherwise(word("正常")),
    )  # fmt: skip


def p02_06(world: World) -> pl.DataFrame:
    return world["accidents"].select(
        "person", "on", "role", "injury", "liability", record_id=key(lit("SG"), "row"),
        accident_no=key(lit("SG"), "row"), happened_at="at", other_party_insured="insured",
        hit_and_run="fled",
    )  # fmt: skip


def p02_07(world: World) -> pl.DataFrame:
    """Trips abroad, counted for a few people who are not poor."""
    rich = world.who(kind=["plain", "elder", "child"], role="head")[::25]
    months = pl.DataFrame({"on": world.span.months()[12:]})
    rows = pl.DataFrame({"person": rich}).join(months, how="cross")
    study = lit(False)
    rows = rows.select(
        "person",
        "on",
        record_id=key(lit("CG"), "person", col("on").dt.strftime("%Y%m")),
        exits_12m=lit(1),
        days_12m=lit(6),
        self_funded_study=study,
    )
    return rows.filter(col("on") >= first_day(world))
