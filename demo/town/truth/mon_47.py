"""MON-47 照护者老弱或病倒：家里有重度失能的人，只有另一位七十岁以上的人照顾。"""

import polars as pl
from polars import col, lit

from demo.town.truth.kit import birthday, earliest, findings, home_of, latest, plus, silences
from demo.town.truth.mon_09 import stays
from demo.town.truth.seen import Seen
from demo.town.wording import form
from demo.town.world import World

NEEDS: dict[str, tuple[str, ...]] = {"P01-11": (), "P04-02": ("settle_date",)}
HEAVY = ("重度", "完全失能")
NEEDY = ("中度", *HEAVY)
WEIGHTS = ("abilities", "certificates", "serious", "prison", "rehab", "mental")


def found(world: World, seen: Seen) -> pl.DataFrame:
    """Must: two people, one of them in need by assessment, the other old and well; else may."""
    need = world["abilities"].filter(col("grade").is_in(HEAVY)).with_columns(home=home_of(world))
    need = seen.day_of(
        need, "P01-11", form("PG-{}-{}", "person", col("on").dt.strftime("%y%m")), "told"
    )
    pairs = world.people.select(carer="person", home="home", gone="until")
    size = pairs.group_by("home").len()
    rows = (
        need.drop_nulls("told")
        .join(pairs, on="home")
        .filter(col("carer") != col("person"))
        .join(size, on="home")
    )
    weak = pl.concat([world[t].select("person") for t in ("certificates", "serious")])["person"]
    able = world["abilities"].filter(~col("grade").is_in(HEAVY), col("grade") != "中度")
    able = able.select(carer="person", able_from="on", able_to="until")
    rows = rows.join(able, on="carer", how="left").with_columns(
        seventy=birthday(world, 70, "carer"),
        frail=col("carer").is_in(weak.unique().implode()),
        left=lit(world.people["until"]).gather("person"),
    )
    known = (col("able_from") <= col("told")) & (col("able_to") >= plus("told", 60))
    must = ((col("len") == 2) & ~col("frail") & known).fill_null(False)
    old = findings(
        rows.filter(col("seventy") <= col("until")), person="carer", home="home", key=lit("old carer"), true_on="on",
        level=pl.when(must).then(lit("must")).otherwise(lit("may")), visible_on=latest("told", "seventy"),
        surely_on=plus(latest("told", "seventy"), 2), closes_on=earliest("gone", "left", plus("until", 1)),
        closed_by=plus(earliest("gone", "left", plus("until", 1)), 45), why_closed=lit("不再由他一人照顾，或评估过期"),
    )  # fmt: skip
    return pl.concat([old, _disabled(world), _in_hospital(world, seen)])


def _disabled(world: World) -> pl.DataFrame:
    """Homes in which somebody may need care and another one is old, ill, held or gone: who of them
    gives it, readings differ."""
    frail = col("person").is_in(_weak(world).implode())
    old = col("born") < lit((world.span.last - 70 * 365).item())
    carers = world.people.filter(frail | old | col("until").is_not_null())
    met = _cared(world).join(carers.select("home", carer="person"), on="home")
    rows = met.filter(col("carer") != col("person")).unique("home").sort("home")
    return findings(
        rows,
        home="home",
        key=lit("old carer"),
        level=lit("may"),
        visible_on=lit(world.span.first.item()),
        note=lit("谁需要照护、谁在照护，读法不一"),
    )


def _cared(world: World) -> pl.DataFrame:
    """person, home: in need of care by assessment or certificate, or a small child."""
    assessed = world["abilities"].filter(col("grade").is_in(NEEDY))
    mind = (col("level") == 3) & col("kind").is_in(["智力", "精神"])
    disabled = world["certificates"].filter((col("level") <= 2) | mind)
    small = world.people.filter(col("born") > lit((world.span.first - 6 * 366).item()))
    unclear = world["abilities"].filter(col("cognition") != "正常")
    unwell = (world["mental"], world["missing"])  # of mind: missing were people who lost their way
    told = [f.select("person") for f in (assessed, unclear, disabled, small, *unwell)]
    return pl.concat(told).unique().sort("person").with_columns(home=home_of(world))


def _weak(world: World) -> pl.Series:
    held = [world[t].select("person") for t in ("serious", "prison", "rehab")]
    return pl.concat(held)["person"].unique()


def _in_hospital(world: World, seen: Seen) -> pl.DataFrame:
    """Who of a family is the one that cares, readings differ; children are cared for too."""
    cared = ("abilities", "certificates", "children", "serious")
    homes = pl.concat([world[t].select(home=home_of(world)) for t in cared])["home"].unique()
    rows = stays(world, seen).filter(col("home").is_in(homes.implode())).drop_nulls("told")
    return findings(
        rows, person="person", home="home", key="key", level=lit("may"), true_on="admitted", visible_on="told",
        closes_on="left_seen", closed_by=plus("left_seen", 90), why_closed=lit("出院"), note=lit("照护者可能住院"),
    )  # fmt: skip


def silent(world: World, seen: Seen) -> pl.DataFrame:
    """Somebody needs care, and somebody young and well lives there all the time."""
    troubled = [world[t].select("person") for t in (*WEIGHTS, "stays", "apart", "deaths")]
    free = world.people.join(pl.concat(troubled), on="person", how="anti")
    oldest, youngest = (lit((world.span.first - n * 365).item()) for n in (60, 22))
    free = free.filter(col("born").is_between(oldest, youngest), col("until").is_null())
    free = free.filter(col("trait").is_null(), col("since") < lit(world.span.before.item()))
    lost = world.people.filter(col("until").is_not_null()).select("home")
    held = [world[t].select(home=home_of(world)) for t in ("prison", "rehab")]
    homes = _cared(world).group_by("home").len().filter(col("len") == 1)
    homes = homes.join(free.select("home").unique(), on="home", how="semi")
    homes = homes.join(pl.concat([lost, *held]), on="home", how="anti").sort("home")
    return silences(homes, "有年轻健康的家人照应", home="home")
