"""The truth as files: findings, silences, errors, feeds, people, households, lives, portraits."""

from pathlib import Path

import polars as pl
from polars import col, lit

from demo.town.feed import named
from demo.town.town import Town
from demo.town.truth.gone import gone_seen
from demo.town.truth.kit import plus, silences
from demo.town.truth.portraits import portraits
from demo.town.truth.seen import LIVE, Seen
from demo.town.truth.shelf import watched
from demo.town.world import World

GRACE = 45  # days in which a watch may still speak of somebody who is gone
ABOUT_GOING = ("MON-17", "MON-18", "MON-19", "MON-50")


def write_truth(town: Town, out: Path) -> dict[str, int]:
    """DIR/truth/*.csv; the number of rows of each."""
    folder = out / "truth"
    folder.mkdir(parents=True, exist_ok=True)
    files = tables(town)
    for name, frame in files.items():
        frame.write_csv(folder / f"{name}.csv")
    return {name: frame.height for name, frame in files.items()}


def tables(town: Town) -> dict[str, pl.DataFrame]:
    world, seen = town.world, town.seen
    return {
        "findings": all_findings(world, seen),
        "silences": all_silences(world, seen),
        "errors": _errors(town),
        "feeds": _feeds(town),
        "people": _people(world, seen),
        "households": _households(world),
        "lives": _lives(world),
        "portraits": portraits(world, seen),
    }


def all_findings(world: World, seen: Seen) -> pl.DataFrame:
    """Every finding of every watch from the day the watches went live."""
    frames = []
    for monitor, truth in watched().items():
        rows = truth.found(world, seen).drop_nulls("visible_on").with_columns(monitor=lit(monitor))
        frames.append(rows if monitor in ABOUT_GOING else _while_there(world, seen, rows))
    rows = _in_time(world, pl.concat(frames))
    rows = rows.sort("monitor", "visible_on", "person", "home", "key", "level")
    shown = rows.columns[:-1]
    return _named(world, rows.select("monitor", *shown))


def _while_there(world: World, seen: Seen, rows: pl.DataFrame) -> pl.DataFrame:
    """Nobody is found after the data showed that they, or the whole household, are gone."""
    gone = gone_seen(world, seen)
    rows = rows.join(gone, on="person", how="left", maintain_order="left")
    over = (col("gone_seen") < col("closes_on")) | (
        col("gone_seen").is_not_null() & col("closes_on").is_null()
    )
    over = over.fill_null(False)
    return rows.with_columns(
        closes_on=pl.when(over).then("gone_seen").otherwise("closes_on"),
        closed_by=pl.when(over).then(plus("gone_seen", GRACE)).otherwise("closed_by"),
        why_closed=pl.when(over).then("how").otherwise("why_closed"),
    ).drop("gone_seen", "how")


def _in_time(world: World, rows: pl.DataFrame) -> pl.DataFrame:
    """Only what the watches could find while they were live; windows too short for some readings
    are may, and who has died before the data showed anything is nobody's finding."""
    live, last = lit(LIVE), lit(world.span.last.item())
    rows = rows.with_columns(
        visible_on=pl.max_horizontal("visible_on", live),
        surely_on=pl.max_horizontal("surely_on", live),
    ).filter(
        col("visible_on") <= last,
        col("closed_by").is_null() | (col("closed_by") > col("visible_on")),
    )
    over = (col("closes_on") <= col("visible_on")).fill_null(False)
    rows = rows.with_columns(
        level=pl.when(over).then(lit("may")).otherwise("level"),
        closes_on=pl.when(over).then("closed_by").otherwise("closes_on"),
    )
    short = (col("closes_on") <= col("surely_on")) | (col("surely_on") > last)
    return rows.with_columns(
        level=pl.when(short.fill_null(False)).then(lit("may")).otherwise("level"),
        surely_on=pl.when(short.fill_null(False)).then("visible_on").otherwise("surely_on"),
        closed_by=pl.when(col("closed_by") < col("closes_on"))
        .then("closes_on")
        .otherwise("closed_by"),
    )


def all_silences(world: World, seen: Seen) -> pl.DataFrame:
    """Named false alarms; and of every watch (*), once the data have shown for a while that somebody
    has died or moved away, nothing more about them."""
    frames = [
        truth.silent(world, seen).with_columns(monitor=lit(monitor))
        for monitor, truth in watched().items()
        if hasattr(truth, "silent")
    ]
    gone = gone_seen(world, seen).sort("person")
    quiet = silences(gone, col("how"), person="person", **{"from": plus("gone_seen", GRACE)})
    frames.append(quiet.with_columns(monitor=lit("*")))
    rows = pl.concat(frames).sort("monitor", "from", "person", "home", "key")
    return _named(world, rows.select("monitor", *rows.columns[:-1]))


def _named(world: World, rows: pl.DataFrame) -> pl.DataFrame:
    """Row numbers as the numbers departments use."""
    home = pl.when(col("home") >= 0).then(col("home"))
    rows = rows.with_columns(home=home)
    return rows.with_columns(
        named(world.people["id_no"], rows["person"]).alias("id_no"),
        named(world.homes["household_no"], rows["home"]).alias("household_no"),
        named(world.homes["grid"], rows["home"]).alias("region_code"),
    ).drop("person", "home")


def _errors(town: Town) -> pl.DataFrame:
    """Every wrong row: until *right_from* what the data say of these people is not their fault."""
    schema = {
        "class_id": pl.String, "record_id": pl.String, "kind": pl.String, "wrong_from": pl.Date,
        "right_from": pl.Date, "rejected": pl.Boolean, "id_no": pl.String, "wrong_id_no": pl.String,
        "household_no": pl.String,
    }  # fmt: skip
    frame = pl.DataFrame(town.wrongs.rows, schema=schema, orient="row")
    return frame.sort("wrong_from", "class_id", "record_id")


def _feeds(town: Town) -> pl.DataFrame:
    schema = {"class_id": pl.String, "kind": pl.String, "first_day": pl.Date, "back_on": pl.Date}
    return pl.DataFrame(town.wrongs.batches, schema=schema, orient="row").sort(
        "first_day", "class_id"
    )


def _people(world: World, seen: Seen) -> pl.DataFrame:
    renamed = world["renames"].select("person", renamed_on="on", new_name="name")
    shown = gone_seen(world, seen).select("person", "gone_seen")
    same = pl.col("name").is_duplicated()
    rows = world.people.with_columns(
        household_no=lit(world.homes["household_no"]).gather("home"),
        same_name=same,
        sex=pl.when(col("male") == 1).then(lit("男")).otherwise(lit("女")),
    )
    rows = rows.join(renamed, on="person", how="left", maintain_order="left")
    rows = rows.join(shown, on="person", how="left", maintain_order="left")
    return rows.select(
        "id_no", "household_no", "name", "sex", "born", "relation", "trait", "same_name", "since", "died",
        "left", "gone_seen", "renamed_on", "new_name",
    )  # fmt: skip


def _households(world: World) -> pl.DataFrame:
    aid = world["aid"].select("home", listed_since="since", listed_until="until", why_ended="why")
    rows = world.homes.join(aid, on="home", how="left", maintain_order="left")
    return rows.select(
        "household_no", "kind", "template", "grid", "town_name", "village_name", "listed_since",
        "listed_until", "why_ended",
    )  # fmt: skip


def _lives(world: World) -> pl.DataFrame:
    """Births, deaths, moves, weddings, divorces, new names: what happened, to whom, on which day."""
    events = (("births", "出生"), ("deaths", "去世"), ("departures", "迁走"), ("weddings", "结婚"),
              ("divorces", "离婚"), ("renames", "改名"))  # fmt: skip
    frames = [world[t].select("person", "on", event=lit(name)) for t, name in events]
    rows = pl.concat(frames).sort("on", "event", "person")
    ids = named(world.people["id_no"], rows["person"]).alias("id_no")
    homes = named(world.people["home"], rows["person"])
    house = named(world.homes["household_no"], homes).alias("household_no")
    return rows.with_columns(ids, house).select("on", "event", "id_no", "household_no")
