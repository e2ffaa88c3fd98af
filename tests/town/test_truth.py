"""The truth agrees with what the departments sent, class by class and watch by watch."""

from datetime import date, timedelta

import polars as pl
from polars import col

from demo.town.feed import OBSERVED
from demo.town.truth.files import GRACE
from demo.town.truth.seen import LIVE
from demo.town.truth.shelf import watched

FIRST, LAST = date(2022, 1, 1), date(2023, 12, 31)
PAST_DEATH = ("MON-17", "MON-18", "MON-19", "MON-50")


def of(rows: pl.DataFrame, number: str) -> pl.DataFrame:
    return rows.filter(col("id_no") == number)


def known(rows: pl.DataFrame, day: date) -> pl.DataFrame:
    """What had arrived by that day."""
    return rows.filter(col(OBSERVED) <= day)


def test_every_watch_but_two_has_a_truth(town):
    about_help = {"MON-46", "MON-54"}  # they judge the product's own doing, not the town
    expected = {f"MON-{n:02}" for n in range(1, 55)} - about_help
    assert set(watched()) == expected
    assert set(town.truth["findings"]["monitor"]) == expected - {"MON-46", "MON-54"}


def test_days_of_a_finding_are_in_order_and_while_the_watches_live(town):
    found = town.truth["findings"]
    assert (found["visible_on"] >= LIVE).all() and (found["surely_on"] <= LAST).all()
    assert (found["visible_on"] <= found["surely_on"]).all()
    ends = found.drop_nulls("closes_on")
    assert (ends["closes_on"] > ends["visible_on"]).all()
    over = found.drop_nulls("closed_by")
    assert over.filter(col("closes_on") > col("closed_by")).is_empty()


def test_what_must_be_found_is_open_for_at_least_a_day(town):
    must = town.truth["findings"].filter(col("level") == "must").drop_nulls("closes_on")
    assert (must["closes_on"] > must["surely_on"]).all()


def test_every_subject_is_somebody_of_the_town(town):
    people, homes = town.truth["people"], town.truth["households"]
    for name in ("findings", "silences"):
        rows = town.truth[name]
        assert rows.drop_nulls("id_no").join(people, on="id_no", how="anti").is_empty()
        assert rows.drop_nulls("household_no").join(homes, on="household_no", how="anti").is_empty()
    about_places = ("MON-30", "MON-53")
    nobody = town.truth["findings"].filter(col("id_no").is_null(), col("household_no").is_null())
    assert set(nobody["monitor"]) == set(about_places)


def test_nobody_must_be_found_where_silence_is_asked_for(town):
    must = town.truth["findings"].filter(col("level") == "must").drop_nulls("id_no")
    quiet = town.truth["silences"].drop_nulls("id_no")
    met = must.join(quiet, on=["monitor", "id_no"], suffix="_quiet")
    same = (col("key") == col("key_quiet")) | col("key_quiet").is_null()
    during = (col("surely_on") >= col("from")) & (
        col("until").is_null() | (col("surely_on") < col("until"))
    )
    assert met.filter(same, during).is_empty()


def test_after_a_death_or_a_move_only_the_watches_over_that_still_speak(town):
    gone = town.truth["people"].drop_nulls("gone_seen").select("id_no", "gone_seen")
    others = town.truth["findings"].filter(~col("monitor").is_in(PAST_DEATH)).join(gone, on="id_no")
    assert others.height
    must = others.filter(col("level") == "must")
    assert must.filter(col("closes_on") > col("gone_seen")).is_empty()
    may = others.filter(col("closes_on") > col("gone_seen") + pl.duration(days=GRACE))
    assert may.is_empty()
    quiet = town.truth["silences"].filter(col("monitor") == "*")
    assert set(quiet["why"]) == {"去世", "户口迁出"} and quiet.height == gone.height


def test_a_graduate_without_work_has_no_insurance_tax_or_job_in_the_window(town):
    rows = town.must("MON-01")
    assert rows.height
    for number, sure, closes, why in rows.select(
        "id_no", "surely_on", "closes_on", "why_closed"
    ).iter_rows():
        for class_id in ("P03-03", "P03-04", "P11-01"):
            before = known(of(town.right(class_id), number), sure)
            assert before.is_empty(), class_id
        studied = of(town.right("P06-02"), number)["grad_date"].drop_nulls()
        assert studied.len() and studied.max() <= str(sure - timedelta(days=365))
        if why == "有了工作":
            work = pl.concat(
                of(town.right(c), number).select(OBSERVED) for c in ("P03-03", "P03-04", "P11-01")
            )
            assert work[OBSERVED].min() == closes


def test_insured_in_another_province_is_silent_once_it_has_arrived(seed):
    quiet = seed.silent("MON-01", "外省参保迟到，已经到了")
    assert quiet.height
    for number, start in quiet.select("id_no", "from").iter_rows():
        assert known(of(seed.right("P03-03"), number), start).height


def test_whoever_is_paid_after_death_has_a_payment_for_a_later_month(town):
    rows = town.must("MON-17")
    assert rows.height
    died = dict(town.truth["people"].select("id_no", "died").iter_rows())
    for number, sure in rows.select("id_no", "surely_on").iter_rows():
        months = pl.concat(
            known(of(town.right(c), number), sure).select("pay_month", "status")
            for c in ("P01-10", "M01-05", "P03-01")
        )
        assert months.filter(col("status") == "在发")["pay_month"].max() > str(died[number])[:7]
        assert known(of(town.right("P02-04"), number), sure).height


def test_a_missed_week_has_fewer_than_two_meetings(town):
    rows = town.must("MON-14")
    patrols = town.right("M01-02").filter(col("state") == "见到本人")
    patrols = patrols.with_columns(
        week=col("data_date").str.to_date().dt.truncate("1w").cast(pl.String)
    )
    assert rows.height > 10
    for number, week, sure in rows.select("id_no", "key", "surely_on").iter_rows():
        met = known(of(patrols, number), sure).filter(col("week") == week)
        assert met["record_id"].n_unique() < 2


def test_an_excused_week_is_told_as_such(town):
    away = town.silent("MON-14", "外出，已报")
    patrols = town.right("M01-02").filter(col("state") == "外出")
    assert away.height and patrols.height
    assert away.join(patrols, on="id_no", how="anti").is_empty()


def test_a_review_that_is_due_is_told_by_the_register(town):
    due = town.right("P01-01").select(OBSERVED, "household_no", key="review_due")
    rows = town.must("MON-34").join(due, on=["household_no", "key"], how="left")
    assert rows[OBSERVED].null_count() == 0
    first = rows.group_by("household_no", "key").agg(
        col(OBSERVED).min(), col("surely_on").first(), col("visible_on").first()
    )
    assert (first[OBSERVED] <= first["visible_on"]).all()
    assert (first["key"].str.to_date() - first["surely_on"] <= timedelta(days=30)).all()


def test_a_lapsed_insurance_is_told_until_it_is_right_again(town):
    rows = town.must("MON-43")
    assert rows.height
    told = town.right("P04-01")
    for number, sure, closes, why in rows.select(
        "id_no", "surely_on", "closes_on", "why_closed"
    ).iter_rows():
        year = of(told, number).filter(col("year") == str(sure.year))
        assert known(year, sure).sort(OBSERVED)["state"].to_list()[-1] == "未参保"
        if why == "已参保":
            assert known(year, closes).sort(OBSERVED)["state"].to_list()[-1] == "正常"


def test_a_scooter_of_somebody_disabled_is_no_asset(town):
    quiet = town.silent("MON-33", "残疾人代步车")
    assert quiet.height
    vehicles = town.right("P02-05").join(quiet, on="id_no", how="semi")
    assert "残疾人代步车" in vehicles["vehicle_kind"].to_list()


def test_namesakes_of_the_dead_are_left_alone(seed):
    quiet = seed.silent("MON-17", "与逝者同名")
    assert quiet.height
    people = seed.truth["people"]
    dead = people.drop_nulls("died")["name"].implode()
    names = people.join(quiet, on="id_no", how="semi")
    assert names["name"].is_in(dead).all() and names["died"].is_null().all()


def test_the_price_subsidy_is_found_once_for_every_month_that_called_for_it(town):
    months = town.must("MON-30")["key"].sort().to_list()
    assert [m.removeprefix("330482/") for m in months] == [
        "2022-07",
        "2022-08",
        "2022-09",
        "2022-10",
        "2023-01",
    ]


def test_errors_name_the_delivery_that_was_wrong_and_the_one_that_made_it_right(town):
    errors = town.truth["errors"].filter(~col("kind").is_in(["late", "phantom"]))
    assert set(town.truth["errors"]["kind"]) >= {
        "check_digit",
        "wrong_person",
        "late",
        "wrong_amount",
    }
    for class_id, record, wrong, right in errors.select(
        "class_id", "record_id", "wrong_from", "right_from"
    ).iter_rows():
        rows = town.rows[class_id].filter(col("record_id") == record).sort(OBSERVED)
        assert rows[OBSERVED].to_list() == [wrong, right] if right else [wrong]


def test_late_rows_come_only_when_the_log_says(town):
    late = town.truth["errors"].filter(col("kind") == "late").drop_nulls("right_from")
    assert late.height
    for class_id, record, right in late.select("class_id", "record_id", "right_from").iter_rows():
        assert town.rows[class_id].filter(col("record_id") == record)[OBSERVED].to_list() == [right]


def test_phantoms_about_the_wrong_person_are_taken_back(seed):
    phantom = seed.truth["errors"].filter(col("kind") == "phantom").drop_nulls("right_from")
    assert phantom.height
    for class_id, record, right in phantom.select(
        "class_id", "record_id", "right_from"
    ).iter_rows():
        rows = seed.rows[class_id].filter(col("record_id") == record).sort(OBSERVED)
        assert rows["op"].to_list() == ["add", "del"] and rows[OBSERVED].to_list()[1] == right


def test_portraits_say_what_the_registers_say(town):
    portraits = town.truth["portraits"]
    assert set(portraits["at"].cast(pl.String)) == {"2022-07-15", "2023-06-30"}
    at = date(2022, 7, 15)
    told = known(town.right("P01-02"), at).unique("record_id", keep="last")
    on_tekun = told.filter(col("status") == "在册").select("household_no")
    rows = portraits.filter(col("at") == at).join(on_tekun, on="household_no", how="semi")
    assert (
        rows.height and set(rows["兜底型"]) <= {"yes", "open"} and "yes" in rows["兜底型"].to_list()
    )
    unlisted = town.truth["households"].filter(col("listed_since").is_null())
    others = portraits.join(unlisted, on="household_no", how="semi")
    assert others.height and "yes" not in others["兜底型"].to_list()


def test_a_home_that_burnt_is_an_emergency_and_a_calm_one_is_not(seed):
    rows = seed.truth["portraits"]
    burnt = seed.right("M16-03").select("household_no").unique()
    assert set(rows["急难型"]) == {"yes", "no", "open"}
    assert rows.filter(col("急难型") == "yes").join(burnt, on="household_no", how="anti").is_empty()
    assert rows.filter(col("急难型") == "no").join(burnt, on="household_no", how="semi").is_empty()
