"""The store: what a batch is, what a view shows, what fresh means."""

from datetime import date, datetime, time, timedelta

import polars as pl
import pytest

from core.facts import BadFrame, Batch, Facts, View
from core.facts.asof import stale_from
from core.privacy.vault import Vault, WrongKey
from core.sources import sources

DAY = date(2022, 7, 15)
NEXT = date(2022, 7, 16)


def batch(rows, class_id: str = "P01-01", observed: date = DAY) -> Batch:
    return Batch(class_id=class_id, observed=observed, frame=pl.DataFrame(rows))


@pytest.fixture
def facts(tmp_path) -> Facts:
    return Facts(tmp_path / "facts")


def test_a_class_never_delivered_is_an_empty_frame_with_all_its_columns(facts):
    view: View = facts.view(DAY)
    for class_id, source in sources().items():
        schema = view.records(class_id).collect_schema()
        assert list(schema)[:6] == [
            "record_id",
            "person",
            "household",
            "region",
            "data_date",
            "observed",
        ]
        assert list(schema)[6:] == list(source.fields)
        assert all(schema[f.name] == f.dtype for f in source.fields.values())
    assert view.records("P01-01").collect().is_empty()


def test_a_delivered_class_has_the_same_columns_as_an_empty_one(facts):
    empty = facts.view(DAY).records("P01-01").collect_schema()
    facts.append(batch([{"record_id": "a"}]))
    assert facts.view(DAY).records("P01-01").collect_schema() == empty


def test_nothing_observed_later_leaks_into_a_day(facts):
    facts.append(batch([{"record_id": "a"}], observed=NEXT))
    view = facts.view(DAY)
    assert view.records("P01-01").collect().is_empty()
    assert view.last_delivery("P01-01") is None and view.fresh("P01-01") is None
    assert not facts.batches(DAY) and len(facts.batches(NEXT)) == 1


def test_the_same_batch_twice_adds_nothing(facts):
    rows = [{"record_id": "a", "members": ["x", "y"], "monthly_amount": 5}]
    assert facts.append(batch(rows)).rows == 1
    assert facts.append(batch(rows)) is None
    assert len(facts.batches()) == 1


def test_a_later_row_of_one_batch_is_the_newer_version(facts):
    facts.append(batch([{"record_id": "a", "monthly_amount": n} for n in (1, 1, 2)]))
    assert facts.view(DAY).records("P01-01").collect()["monthly_amount"].to_list() == [2]


def test_a_column_the_class_does_not_have_is_refused_and_leaves_nothing(facts):
    with pytest.raises(BadFrame, match="nonsense"):
        facts.append(batch([{"record_id": "a", "nonsense": 1}]))
    assert not facts.batches() and facts.view(DAY).records("P01-01").collect().is_empty()


def test_names_are_sealed_and_never_stored_without_keys(facts):
    vault = Vault.throwaway()
    named = batch([{"record_id": "a", "name": "陆水根"}], "P02-01")
    with pytest.raises(BadFrame, match="密钥"):
        facts.append(named)
    facts.append(named, vault)
    sealed = facts.view(DAY).records("P02-01").collect()["name"]
    assert sealed.dtype == pl.Binary
    assert facts.unseal(vault, "P02-01", sealed).to_list() == ["陆水根"]
    with pytest.raises(WrongKey):
        facts.unseal(vault, "P01-02", sealed)
    with pytest.raises(WrongKey):
        facts.unseal(Vault.throwaway(), "P02-01", sealed)


def test_a_changed_name_is_a_change_though_sealing_never_gives_the_same_bytes(facts):
    vault = Vault.throwaway()
    for name, observed, rows in (("陆水根", DAY, 1), ("陆水根", NEXT, 0), ("陆杰", NEXT, 1)):
        frame = pl.DataFrame([{"record_id": "a", "name": name}])
        taken = Batch(class_id="P02-01", observed=observed, frame=frame, sha=f"{name}{observed}")
        assert facts.append(taken, vault).rows == rows


def test_one_family_is_found_among_many_without_losing_its_history(facts):
    many = [
        {"record_id": f"r{n}", "household": f"H{n % 50}", "monthly_amount": n} for n in range(500)
    ]
    facts.append(batch(many))
    moved = [{"record_id": "r7", "household": "H8", "monthly_amount": 7}]
    facts.append(batch(moved, observed=NEXT))
    of = lambda home, at: facts.view(at).records("P01-01").filter(household=home).collect()  # noqa: E731
    assert of("H7", DAY).height == 10 and of("H7", NEXT).height == 9
    assert of("H8", NEXT)["record_id"].is_in(["r7"]).sum() == 1


def test_two_writers_take_turns(facts):
    with facts.taking("P01-01", DAY, "one") as first:
        first.add(pl.DataFrame([{"record_id": "a"}]))
        first.commit()
    with facts.taking("P01-01", DAY, "two") as second:
        second.add(pl.DataFrame([{"record_id": "b"}]))
        second.commit()
    assert [b.seq for b in facts.batches()] == [1, 2]


def test_what_was_not_committed_leaves_nothing(facts):
    with pytest.raises(ZeroDivisionError), facts.taking("P01-01", DAY, "one") as writer:
        writer.add(pl.DataFrame([{"record_id": "a"}]))
        raise ZeroDivisionError
    assert not facts.batches()
    assert [p.name for p in (facts.folder / "P01-01").iterdir()] == []


def test_files_a_crash_left_behind_are_never_read_and_swept_away(facts):
    facts.append(batch([{"record_id": "a"}]))
    folder = facts.folder / "P01-01"
    (stored,) = folder.glob("*.parquet")
    orphan = folder / "2022-07-15-orphan-000.parquet"
    orphan.write_bytes(stored.read_bytes())
    (folder / "ledger.json.tmp").write_text("{half", "utf-8")
    assert facts.view(DAY).records("P01-01").collect().height == 1
    facts.append(batch([{"record_id": "b"}]))
    assert not orphan.exists() and facts.view(DAY).records("P01-01").collect().height == 2


@pytest.mark.parametrize(
    ("class_id", "days"),
    [("P01-01", 3), ("P02-06", 5), ("P01-11", 51), ("P04-06", 21), ("M01-04", 1), ("P10-02", 486)],
)
def test_a_class_is_stale_when_the_next_delivery_is_late_by_twice_its_lag(facts, class_id, days):
    facts.append(batch([{"record_id": "a"}], class_id))
    assert facts.view(DAY + timedelta(days=days - 1)).fresh(class_id) is True
    assert facts.view(DAY + timedelta(days=days)).fresh(class_id) is False
    assert stale_from(sources()[class_id], DAY) == DAY + timedelta(days=days)


def test_an_outage_of_three_days_makes_a_daily_class_stale(facts):
    """Dossier 9.3, item 18: nothing on the 16th, 17th and 18th."""
    facts.append(batch([{"record_id": "a"}]))
    assert facts.view(date(2022, 7, 17)).fresh("P01-01") is True
    assert facts.view(date(2022, 7, 18)).fresh("P01-01") is False


def test_a_class_on_demand_is_never_overdue(facts):
    facts.append(batch([{"record_id": "a"}], "P01-06"))
    assert facts.view(date(2024, 1, 1)).fresh("P01-06") is True


def test_an_empty_delivery_keeps_a_class_fresh(facts):
    nothing = pl.DataFrame(schema={"record_id": pl.String})
    for on in (DAY, NEXT):
        facts.append(Batch(class_id="P01-05", observed=on, frame=nothing))
    assert facts.view(NEXT).last_delivery("P01-05") == NEXT


def test_money_dates_and_moments_come_back_as_they_went_in(facts):
    moment = datetime.combine(DAY, time(8, 30))
    row = {"record_id": "a", "happened_at": moment, "hit_and_run": None, "data_date": DAY}
    facts.append(batch([row], "P02-06"))
    back = facts.view(DAY).records("P02-06").collect().row(0, named=True)
    assert (back["happened_at"], back["hit_and_run"], back["data_date"]) == (moment, None, DAY)
