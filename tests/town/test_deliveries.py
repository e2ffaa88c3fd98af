"""Deliveries come as departments send them: on their days, fresh, in their own manner."""

from datetime import date, timedelta
from itertools import pairwise

from polars import col

from core.facts.asof import stale_from
from core.sources import sources
from demo.town.delays import outages_of
from demo.town.feed import OBSERVED
from demo.town.writing import empty_days

AGAIN = 1  # the day a feed that had stopped is back
FIRST, LAST = date(2022, 1, 1), date(2023, 12, 31)


def days_of(town, class_id: str) -> list[date]:
    told = set(town.rows[class_id][OBSERVED].to_list())
    return sorted(told | set(empty_days(town.world, class_id, told)))


def test_every_class_is_delivered_on_the_first_day(town):
    assert [c for c in sources() if days_of(town, c)[0] != FIRST] == []


def test_every_class_is_fresh_every_day_but_for_the_feeds_that_stop(town):
    for class_id, source in sources().items():
        days = [*days_of(town, class_id), LAST]
        breaks = outages_of(town.world, class_id)
        for one, next_one in pairwise(days):
            due = stale_from(source, one)
            if due and next_one > due:
                assert [b for b in breaks if b[0] <= next_one and b[1] >= due], (class_id, one)


def test_a_feed_stops_for_three_days_and_comes_back_with_what_it_owed(town):
    feeds = town.truth["feeds"].filter(col("kind") == "outage", col("class_id") == "M01-02")
    ((first, back),) = feeds.select("first_day", "back_on").iter_rows()
    assert back - first == timedelta(days=3)
    days = set(days_of(town, "M01-02"))
    assert not days & {first + timedelta(days=n) for n in range(3)} and back in days
    told = town.right("M01-02").filter(col(OBSERVED) == back)
    assert told["data_date"].n_unique() > 2


def test_one_stop_is_long_enough_to_be_noticed(town):
    assert town.must("MON-53").height


def test_a_batch_comes_weeks_late(town):
    late = town.truth["feeds"].filter(col("kind") == "late_batch")
    assert set(late["class_id"]) == {"P04-02", "P10-01"}
    for class_id, back in late.select("class_id", "back_on").iter_rows():
        assert town.rows[class_id].filter(col("suffix") == "-late")[
            OBSERVED
        ].unique().to_list() in (
            [back],
            [],
        )


def test_daily_classes_come_most_days_and_monthly_ones_once_a_month(town):
    assert len(days_of(town, "M01-02")) > 700
    monthly = [c for c, s in sources().items() if s.frequency == "monthly"]
    for class_id in monthly:
        days = days_of(town, class_id)
        months = {(d.year, d.month) for d in days}
        assert len(months) >= 23 and len(days) <= 25 + AGAIN, class_id
    assert monthly


def test_insurance_months_are_known_after_their_lag(town):
    rows = town.right("P03-03").filter(col("suffix") == "", col(OBSERVED) > date(2022, 3, 1))
    month = (col("pay_month") + "-01").str.to_date()
    lag = rows.select((col(OBSERVED) - month.dt.offset_by("1mo")).dt.total_days().alias("lag"))[
        "lag"
    ]
    assert lag.quantile(0.1) >= 5 and lag.quantile(0.9) <= 75


def test_there_is_a_folder_for_every_day(folder):
    days = {str(date(2022, 1, 1) + timedelta(days=n)) for n in range(365)}
    assert {p.name for p in folder.iterdir()} == days | {"truth"}


def test_departments_write_in_their_own_manner(folder):
    day = folder / str(FIRST)
    assert (day / "P03-03.csv").read_text("utf-8").startswith("record_id,")
    chinese = (day / "M10-01.csv").read_bytes().decode("gb18030").splitlines()
    assert chinese[0].startswith("记录编号,") and "/" in chinese[1]
    assert (day / "M11-01.csv").read_bytes()[:2] in (b"\xff\xfe", b"\xfe\xff")
    assert (day / "M17-01.csv").read_bytes().startswith(b"\xef\xbb\xbf")
